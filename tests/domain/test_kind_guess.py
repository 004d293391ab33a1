"""Titles that families type, and the kind of help they speak of."""

from __future__ import annotations

import pytest

from caregiver_app.domain.kind_guess import guess_kind
from caregiver_app.domain.kinds import TaskKind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Dinner drop-off", TaskKind.MEAL),
        ("Soup for the freezer", TaskKind.MEAL),
        ("Drive to the clinic", TaskKind.RIDE),
        ("Ride to school", TaskKind.RIDE),
        ("Pick up prescription at the pharmacy", TaskKind.ERRAND),
        ("Buy ginger tea and crackers", TaskKind.SHOPPING),
        ("Grocery run", TaskKind.SHOPPING),
        ("Laundry and fresh sheets", TaskKind.CHORES),
        ("Water the plants", TaskKind.CHORES),
        ("Take out the trash", TaskKind.CHORES),
        ("Kids: school pick-up", TaskKind.CHILDCARE),
        ("Walk the dog", TaskKind.PETS),
        ("Walk Biscuit", TaskKind.PETS),
        ("Sit with Maria for 2 hours", TaskKind.STAY),
        ("Keep her company", TaskKind.STAY),
        ("Call about the bill", TaskKind.CALLS),
        ("Visit with Maria", TaskKind.VISIT),
        ("Walk with her", TaskKind.VISIT),
        ("Short walk with Dad", TaskKind.VISIT),
        ("Walk with Mom around the block", TaskKind.VISIT),
        ("Walk her dog with him", TaskKind.PETS),
        ("Set up the guest room", None),
        ("", None),
        ("Đặng ăn tối", None),
    ],
)
def test_a_title_tells_its_kind(title: str, kind: TaskKind | None) -> None:
    assert guess_kind(title) is kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Walk with Maria", TaskKind.VISIT),
        ("Take maria for a walk", TaskKind.VISIT),
        ("Walk the dog with Maria", TaskKind.PETS),
        ("Walk Biscuit", TaskKind.PETS),
        ("Sit with Maria", TaskKind.STAY),
        ("Maria’s laundry", TaskKind.CHORES),
    ],
)
def test_a_walk_with_the_person_cared_for_is_a_visit(title: str, kind: TaskKind) -> None:
    assert guess_kind(title, "Maria") is kind
