"""Words to somebody whose help moved or is not needed give nothing away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from caregiver_app.domain.calendar import When
from caregiver_app.domain.help_words import help_moved_words, help_off_words
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Item, Task, occurrence_of

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
    ("task", "title"),
    [
        (STAY, "Visit"),
        (replace(STAY, public_title="", audience=Audience.ME), "Visit"),
        (replace(STAY, title="Walk\nBiscuit", public_title=""), "Walk Biscuit"),
    ],
)
def test_what_is_off_is_named_as_this_person_may_see_it(task: Task, title: str) -> None:
    assert help_off_words(item(task), ROSA, None) == f"Hi Rosa, “{title}” on Tue Dec 1 is not needed after all."
