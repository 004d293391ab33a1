"""Which place a location names, and how dates of another calendar repeat."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.from_calendars import place_of, repeat_of
from caregiver_app.domain.places import Place

CLINIC = Place(name="Lakeside", address="120 Shore Rd")
CENTER = Place(name="Lakeside Center")


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Lakeside, 2nd floor", CLINIC),
        ("lakeside center, north door", CENTER),
        ("Suite 4, 120 Shore Rd, Springfield", CLINIC),
    ],
)
def test_a_known_place_is_found_by_its_name_or_address(location: str, place: Place) -> None:
    assert place_of(location, [CLINIC, CENTER]) == place


@pytest.mark.parametrize(
    ("location", "name", "address"),
    [
        ("Lakesider Lab", "Lakesider Lab", ""),
        ("Elm Lab, 4 Elm St, Springfield", "Elm Lab", "4 Elm St, Springfield"),
        ("4 Elm St, Springfield", "4 Elm St", "4 Elm St, Springfield"),
        ("Elm " * 125, ("Elm " * 50).strip(), ("Elm " * 125).strip()),
    ],
)
def test_any_other_is_a_new_one(location: str, name: str, address: str) -> None:
    place = place_of(location, [CLINIC, CENTER])
    assert place is not None
    assert (place.name, place.address) == (name, address)


@pytest.mark.parametrize("location", ["", "  ", "Zoom", "https://example.com/room/4", "By phone", "Telehealth visit"])
def test_a_call_is_no_place(location: str) -> None:
    assert place_of(location, [CLINIC]) is None


DEC = [date(2026, 12, day) for day in range(1, 32)]


@pytest.mark.parametrize(
    ("days", "repeat"),
    [
        ([DEC[0]], None),
        ([DEC[0], DEC[1], DEC[2]], Repeat(every=Every.DAYS, n=1, count=3)),
        ([DEC[0], DEC[10], DEC[20]], Repeat(every=Every.DAYS, n=10, count=3)),
        ([DEC[0], DEC[7], DEC[14]], Repeat(every=Every.WEEKS, n=1, on=(1,), count=3)),
        ([DEC[0], DEC[2], DEC[7], DEC[9]], Repeat(every=Every.WEEKS, n=1, on=(1, 3), count=4)),
        ([DEC[0], DEC[2], DEC[3]], None),
        ([DEC[0], DEC[0]], None),
    ],
)
def test_days_in_step_are_told_from_others(days: list[date], repeat: Repeat | None) -> None:
    assert repeat_of(days) == repeat


def test_a_place_whose_name_was_cut_within_a_word_is_found_again() -> None:
    known = Place(name=("Lakesideclinic" * 30)[:200])
    assert place_of("Lakesideclinic" * 30, [known]) == known
