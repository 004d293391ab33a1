"""How the days are, the journal, the plan and the help lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.selfcare import Feel, HelpLine, JournalEntry
from caregiver_app.services import selfcare
from caregiver_app.services.workspace import Workspace
from tests.services.care_family import (
    ANA,
    NOW,
    TODAY,
    set_up,
    week,
)


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """Maria, Sam who cares for her, two helpers, a place."""
    return set_up(workspace)


# How the day is


def test_a_feeling_is_said_changed_and_taken_back(family: Workspace) -> None:
    say = partial(selfcare.set_feeling, day=TODAY)
    family.write(partial(say, feel=Feel.TIRED))
    family.write(partial(say, feel=Feel.OKAY))
    assert week(family).feeling is Feel.OKAY
    change = family.write(partial(say, feel=None))
    assert week(family).feeling is None
    family.apply(change.inverse())
    assert family.read(partial(selfcare.feelings, first=TODAY, last=TODAY)) == {TODAY: Feel.OKAY}


@pytest.mark.parametrize(
    ("before", "today", "hard"),
    [
        (Feel.VERY_HARD, Feel.VERY_HARD, True),
        (Feel.VERY_HARD, Feel.TIRED, False),
        (None, Feel.VERY_HARD, False),
        (Feel.VERY_HARD, None, False),
    ],
)
def test_two_very_hard_days_running_bring_the_help_lines_first(
    family: Workspace, before: Feel | None, today: Feel | None, hard: bool
) -> None:
    for day, feel in ((TODAY - timedelta(1), before), (TODAY, today)):
        family.write(partial(selfcare.set_feeling, day=day, feel=feel))
    assert week(family).hard_time is hard


# The journal


def entry(text: str, days_ago: int = 0) -> JournalEntry:
    """Something written some days ago."""
    return JournalEntry(day=TODAY - timedelta(days_ago), text=text, written_at=NOW - timedelta(days_ago))


def write(family: Workspace, *entries: JournalEntry) -> None:
    """New entries of the journal."""
    for each in entries:
        family.write(partial(selfcare.save_entry, before=None, after=each))


def found(family: Workspace, typed: str) -> list[str]:
    """What the search of the journal finds."""
    return [each.text for each in family.read(partial(selfcare.search, typed=typed))]


def test_the_journal_is_found_by_the_starts_of_its_words(family: Workspace) -> None:
    write(family, entry("She laughed at the café today."), entry("A long, gray day. Rain.", 1))
    assert found(family, "laug") == found(family, "CAFE") == ["She laughed at the café today."]
    assert found(family, "gray rai") == ["A long, gray day. Rain."]
    assert found(family, "aughed") == []
    assert len(found(family, "day")) == 1
    assert len(found(family, "  ")) == 2
    assert found(family, "?!") == []


def test_a_hundred_thousand_letters_are_kept_and_found_to_the_last_word(family: Workspace) -> None:
    text = " ".join(f"word{n}" for n in range(11_500)) + " and zebra"
    assert len(text) > 100_000
    long = entry(text)
    write(family, long)
    assert found(family, "zeb") == [text]
    assert found(family, "word11499") == [text]
    changed = replace(long, text=text.replace("zebra", "giraffe"))
    change = family.write(partial(selfcare.save_entry, before=long, after=changed))
    assert found(family, "zeb") == []
    assert found(family, "giraf") == [changed.text]
    family.apply(change.inverse())
    assert found(family, "zeb") == [text]


def test_of_one_day_the_entry_written_last_stands_first(family: Workspace) -> None:
    for word in ("one", "two", "three", "four"):
        write(family, JournalEntry(day=TODAY, text=word, written_at=NOW))
    found = family.read(partial(selfcare.search, typed=""))
    assert [each.text for each in found] == ["four", "three", "two", "one"]


def test_the_journal_comes_in_pages_newest_first(family: Workspace) -> None:
    write(family, *(entry(f"Day {n}", n // 2) for n in range(7)))
    first = family.read(partial(selfcare.entries, limit=3))
    second = family.read(partial(selfcare.entries, limit=3, before=first[-1]))
    third = family.read(partial(selfcare.entries, limit=3, before=second[-1]))
    pages = [*first, *second, *third]
    assert len({each.id for each in pages}) == 7
    assert [each.day for each in pages] == sorted((each.day for each in pages), reverse=True)


def test_an_entry_that_is_removed_comes_back_and_is_found_again(family: Workspace) -> None:
    kept = entry("Snow in the yard")
    write(family, kept)
    change = family.write(partial(selfcare.remove_entry, entry=kept))
    assert found(family, "snow") == []
    family.apply(change.inverse())
    assert found(family, "snow") == ["Snow in the yard"]


# The plan and the help lines


def lines(family: Workspace) -> list[HelpLine]:
    """The help lines."""
    return family.read(selfcare.help_lines)


def test_three_help_lines_are_there_before_anything_was_kept(family: Workspace) -> None:
    assert [each.phone for each in lines(family)] == ["988", "1-800-4-CANCER", "1-800-227-2345"]
    assert not family.read(lambda work: work.all(HelpLine))


def test_the_first_change_keeps_all_three(family: Workspace) -> None:
    old = lines(family)[1]
    new = replace(old, about="Ask for Spanish", checked_on=TODAY)
    change = family.write(partial(selfcare.save_help_line, before=old, after=new))
    assert [each.about for each in lines(family)][1] == "Ask for Spanish"
    assert len(lines(family)) == 3
    family.apply(change.inverse())
    assert lines(family)[1] == old
    family.write(partial(selfcare.save_help_line, before=old, after=new))
    assert lines(family)[1] == new


def test_a_number_is_always_left(family: Workspace) -> None:
    for line in lines(family)[1:]:
        family.write(partial(selfcare.remove_help_line, line=line))
    with pytest.raises(InvalidEntry):
        family.write(partial(selfcare.remove_help_line, line=lines(family)[0]))
    assert len(lines(family)) == 1


def test_the_plan_is_kept(family: Workspace) -> None:
    empty = family.read(selfcare.plan)
    written = replace(empty, low_signs="I snap at everyone.", call_ids=(ANA.id,), more_to_call="Rosa 555-0188")
    family.write(partial(selfcare.save_plan, before=empty, after=written))
    assert family.read(selfcare.plan) == written
    with pytest.raises(StaleEdit):
        family.write(partial(selfcare.save_plan, before=empty, after=written))
