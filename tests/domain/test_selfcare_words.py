"""The words of self-care, of reminders and of the seasons: calm, plain, and none of them keeps score."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from caregiver_app.domain import reminder_words, season_words, selfcare_words
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.company import Where, Window
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.reminders import About, Later
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.selfcare import CareKind, Feel, SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import Cover, NotAvailable, ThingThisWeek
from caregiver_app.domain.sharing import fridge_words_found
from caregiver_app.domain.tasks import State

THURSDAY = date(2026, 11, 26)
ANA, BEN = UUID(int=1), UUID(int=2)
NAMES = {ANA: "Ana", BEN: "Ben"}
SCORES = re.compile(r"\d+ ?%|streak|missed|skipped|in a row|overdue|failed|goal|score\b|[!]", re.IGNORECASE)


def at(hour: int, minute: int = 0) -> datetime:
    """A time of Thursday."""
    return datetime.combine(THURSDAY, time(hour, minute))


def window(where: Where, *who: UUID) -> Window:
    """Company from two to four."""
    return Window(start=at(14), end=at(16), beside_id=UUID(int=9), with_ids=who, where=where)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (window(Where.HOME, ANA), "Thu Nov 26, 2:00 pm – 4:00 pm: Ana is with Maria"),
        (window(Where.HOME, ANA, BEN), "Thu Nov 26, 2:00 pm – 4:00 pm: Ana and Ben are with Maria"),
        (window(Where.VISIT, BEN), "Thu Nov 26, 2:00 pm – 4:00 pm: Maria is out with Ben"),
        (window(Where.RIDE), "Thu Nov 26, 2:00 pm – 4:00 pm: Maria is out"),
    ],
)
def test_why_a_time_is_free(found: Window, told: str) -> None:
    assert selfcare_words.window_words(found, NAMES, "Maria", clock24=False) == told


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (PartOfDay.MORNING, "Thu Nov 26, in the morning: Ana is with Maria, some time before 11:30 am"),
        (PartOfDay.MIDDAY, "Thu Nov 26, around midday: Ana is with Maria, some time between 11:30 am and 2:00 pm"),
        (PartOfDay.AFTERNOON, "Thu Nov 26, in the afternoon: Ana is with Maria, some time between 2:00 pm and 5:30 pm"),
        (PartOfDay.EVENING, "Thu Nov 26, in the evening: Ana is with Maria, some time after 5:30 pm"),
    ],
)
def test_an_hour_that_nobody_knows_is_not_made_up(part: PartOfDay, told: str) -> None:
    found = replace(window(Where.HOME, ANA), part=part)
    assert selfcare_words.window_words(found, NAMES, "Maria", clock24=False) == told


def test_a_day_after_this_week_is_told_to_be_of_the_next() -> None:
    told = [
        selfcare_words.span_words(window(Where.HOME, ANA), clock24=False, week=Span(last - timedelta(6), last))
        for last in (THURSDAY - timedelta(1), THURSDAY)
    ]
    assert told == ["Thu Nov 26, 2:00 pm – 4:00 pm (next week)", "Thu Nov 26, 2:00 pm – 4:00 pm"]


@pytest.mark.parametrize(
    ("cover", "told"),
    [
        (None, ""),
        (Cover(names=("Ana",)), "Ana with Maria"),
        (Cover(asked=("Ana", "Ben"), state=State.ASKED), "You asked Ana and Ben to be with Maria"),
        (Cover(state=State.NEEDS_HELPER), "Nobody is asked yet to be with Maria"),
    ],
)
def test_who_is_with_her(cover: Cover | None, told: str) -> None:
    assert selfcare_words.cover_words(cover, "Maria") == told


def test_when_a_small_thing_is() -> None:
    walk = SmallThing(title="Walk", minutes=20)
    some = SmallThingTime(thing_id=walk.id, week=date(2026, 11, 22), day=THURSDAY, clock=time(14))
    free = SmallThingTime(thing_id=walk.id, week=date(2026, 11, 22))
    day = SmallThingTime(thing_id=walk.id, week=date(2026, 11, 22), day=THURSDAY)
    told = [
        selfcare_words.when_words(ThingThisWeek(thing=walk, time=each), clock24=False) for each in (some, day, free)
    ]
    assert told == ["Thu Nov 26, 2:00 pm, 20 min", "Thu Nov 26, 20 min", "Whenever it fits, 20 min"]


def test_others_learn_only_that_the_caregiver_is_not_there() -> None:
    shadow = NotAvailable(start=at(14), end=at(16))
    assert selfcare_words.not_available_words(shadow, clock24=False) == "Not available Thu 2:00 pm – 4:00 pm"


def every_word() -> list[str]:
    """All that these pages may say."""
    said = [selfcare_words.done_words(), selfcare_words.left_words(), reminder_words.moment_words()]
    said += [selfcare_words.feel_words(each) for each in Feel]
    said += [reminder_words.about_words(each) for each in About] + [reminder_words.later_words(each) for each in Later]
    said += [reminder_words.gathered_words(300), reminder_words.gathered_words(1)]
    for kind in CareKind:
        said += [selfcare_words.kind_words(kind), *(word for idea in selfcare_words.ideas(kind) for word in idea[:2])]
    stops = season_words.Stops(
        visits=2, rides=1, tasks=1, plans=1, back=2, back_tasks=2, back_plans=1, to_tell=["Ana"], still_asked=["Ben"]
    )
    said.append(season_words.quiet_words("Maria"))
    for season in Season:
        said += [season_words.season_words(season, "Maria"), season_words.calm_words(season, "Maria")]
        said += [season_words.quiet_day_words(season), season_words.no_visits_words(season)]
        said += season_words.stop_sentences(season, "Maria", stops)
    return said


def test_nothing_keeps_score() -> None:
    assert not [words for words in every_word() if SCORES.search(words)]


def test_a_thing_of_each_kind_to_start_from_has_a_two_minute_version() -> None:
    for kind in CareKind:
        for title, tiny, minutes in selfcare_words.ideas(kind):
            assert SmallThing(title=title, tiny=tiny, minutes=minutes, kind=kind).tiny


def test_reminders_may_be_read_by_anyone() -> None:
    said = [
        reminder_words.needs_helper_words("Soup", THURSDAY),
        reminder_words.coming_words("Morning drive", THURSDAY, time(9, 15), clock24=False),
        *reminder_words.paper_words(THURSDAY),
        *reminder_words.claim_words("Chemo Drug Fund", THURSDAY, is_last=True),
        *reminder_words.call_back_words("Chemo Drug Fund", THURSDAY),
        reminder_words.moment_words(),
    ]
    assert not [words for words in said if fridge_words_found(words)]
    assert not [words for words in said if re.search(r"today|tomorrow", words)]  # they may be read days later


def test_one_and_many_are_told_apart() -> None:
    assert reminder_words.gathered_words(1) == "1 thing came up while you were away"
    assert reminder_words.gathered_words(300) == "300 things came up while you were away"
    assert reminder_words.drivers_words(("Ben",), 1) == "Ben drives. 1 way still needs a driver."
    assert reminder_words.drivers_words((), 2) == "2 ways still need a driver."
    one = season_words.Stops(visits=1)
    assert season_words.stop_sentences(Season.PAUSED, "Maria", one)[0] == "1 visit to come is called off."


def test_a_season_is_told_by_name_and_calmly() -> None:
    assert season_words.season_words(Season.DIED, "Maria") == "Maria has died"
    assert "Maria stays" in season_words.calm_words(Season.DIED, "Maria")
    assert season_words.calm_words(Season.TREATMENT, "Maria") == ""
