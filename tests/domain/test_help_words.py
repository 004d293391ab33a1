"""Words to somebody whose help moved or is not needed give nothing away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from caregiver_app.domain.calendar import When
from caregiver_app.domain.help_words import help_moved_words, help_off_words
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Ask, Item, Task, occurrence_of

DANA = Person(name="Dana Rivers", role=Role.CAREGIVER)
ROSA = Person(name="Rosa Whitfield")
STAY = Task(title="Sit with Maria after chemo", day=date(2026, 12, 1), kind=TaskKind.STAY, public_title="Visit")


def item(task: Task) -> Item:
    return Item(task, occurrence_of(task, task.day))


def test_what_moved_says_from_when_to_when() -> None:
    moved = replace(STAY, day=date(2026, 12, 8), when=When(clock=time(14, 30)))
    assert help_moved_words(item(STAY), item(moved), ROSA, DANA, False) == (
        "Hi Rosa, “Visit” has moved from Dec 1 to Tue Dec 8 at 2:30 pm. Does that still work for you? "
        "If not, no problem at all. Thank you, Dana"
    )


@pytest.mark.parametrize(
    ("clock", "change"), [(time(8, 30), "from 8:30 am to 2:30 pm on Tue Dec 1"), (None, "to Tue Dec 1 at 2:30 pm")]
)
def test_another_time_on_the_same_day(clock: time | None, change: str) -> None:
    before = replace(STAY, when=When(clock=clock))
    moved = replace(STAY, when=When(clock=time(14, 30)))
    words = help_moved_words(item(before), item(moved), ROSA, None, False)
    assert words.startswith(f"Hi Rosa, “Visit” has moved {change}. Does that still work for you?")


def test_who_was_asked_and_has_not_answered_is_told_so() -> None:
    ask = Ask(task_id=STAY.id, person_id=ROSA.id, asked_at=datetime(2026, 11, 1, tzinfo=UTC))
    asked = replace(item(STAY), asks=(ask,))
    moved = replace(item(replace(STAY, day=date(2026, 12, 8))), asks=(ask,))
    assert "Could you do it then?" in help_moved_words(asked, moved, ROSA, DANA, False)
    assert "You don’t need to answer any more. Thank you, Dana" in help_off_words(asked, ROSA, DANA)


@pytest.mark.parametrize(
    ("task", "title"),
    [
        (STAY, "Visit"),
        (replace(STAY, public_title="", audience=Audience.ME), "Visit"),
        (replace(STAY, title="Walk\nBiscuit", public_title=""), "Walk Biscuit"),
    ],
)
def test_what_is_off_is_named_as_this_person_may_see_it(task: Task, title: str) -> None:
    assert help_off_words(item(task), ROSA, None) == f"Hi Rosa, “{title}” on Tue Dec 1 is not needed after all."
