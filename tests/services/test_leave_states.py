"""State programs as dated data: what holds on which day, for whom, and that the data is whole."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.domain.leave.family import Relation
from caregiver_app.services.leave_states import Covers, Standing, Sure, as_of, names, offer

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("state", "day", "standing", "weeks"),
    [
        ("CA", TODAY, Standing.NOW, 8),
        ("RI", date(2024, 6, 1), Standing.NOW, 6),
        ("RI", date(2025, 6, 1), Standing.NOW, 7),
        ("RI", TODAY, Standing.NOW, 8),
        ("ME", date(2026, 4, 30), Standing.NOT_YET, 12),
        ("ME", date(2026, 5, 1), Standing.NOW, 12),
        ("DE", TODAY, Standing.NOW, 6),
        ("MD", TODAY, Standing.NOT_YET, 12),
        ("MD", date(2028, 1, 3), Standing.NOW, 12),
        ("VA", date(2028, 11, 30), Standing.NOT_YET, 12),
        ("NH", TODAY, Standing.VOLUNTARY, 6),
        ("HI", TODAY, Standing.NONE, 0),
        ("OH", TODAY, Standing.NONE, 0),
    ],
)
def test_what_a_state_offers_on_a_day(state: str, day: date, standing: Standing, weeks: int) -> None:
    found = offer(state, day)
    assert (found.standing, found.weeks) == (standing, weeks)


@pytest.mark.parametrize(
    ("state", "relation", "day", "covers"),
    [
        ("RI", Relation.SIBLING, date(2025, 12, 31), Covers.LATER),
        ("RI", Relation.SIBLING, TODAY, Covers.YES),
        ("CA", Relation.PARENT_IN_LAW, TODAY, Covers.MAYBE),
        ("CA", Relation.FRIEND, TODAY, Covers.LATER),
        ("CO", Relation.FRIEND, TODAY, Covers.YES),
        ("DE", Relation.SIBLING, TODAY, Covers.NO),
        ("VA", Relation.SIBLING, TODAY, Covers.NOT_KNOWN),
        ("HI", Relation.SIBLING, TODAY, Covers.NO),
    ],
)
def test_whom_a_program_covers_beside_fmla(state: str, relation: Relation, day: date, covers: Covers) -> None:
    assert offer(state, day, relation=relation, beside_fmla=True).covers is covers


def test_a_parent_is_covered_wherever_there_is_a_program() -> None:
    assert offer("DE", TODAY, relation=Relation.PARENT).covers is Covers.YES


def test_notes_hold_on_their_days_alone() -> None:
    assert any("25 or more" in note for note in offer("WA", TODAY).notes)
    assert any("15 or more" in note for note in offer("WA", date(2027, 3, 1)).notes)
    assert not any("25 or more" in note for note in offer("WA", date(2027, 3, 1)).notes)


def test_the_data_is_dated_and_knows_every_state() -> None:
    assert as_of() == date(2026, 11, 22)
    assert len(names()) == 52  # with D.C. and Puerto Rico
    found = [offer(state, TODAY, relation=Relation.SIBLING, beside_fmla=True) for state in names()]
    assert {each.sure for each in found if each.program} == set(Sure)
    assert all(each.weeks for each in found if each.standing is not Standing.NONE)
