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
        ("Set up the guest room", None),
        ("", None),
        ("Đặng ăn tối", None),
    ],
)
def test_a_title_tells_its_kind(title: str, kind: TaskKind | None) -> None:
    assert guess_kind(title) is kind
