"""Nobody can be in two places at once: the laws of clashes, and what visits, rides and promises take of a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.calendar import ANY_TIME, When
from caregiver_app.domain.clashes import (
    Engagement,
    Travel,
    clash,
    clashes_of,
    engagement_of_item,
    engagements_of_trip,
    engagements_of_visit,
    no_travel,
    travel_by,
)
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import Item, Status, Task, occurrence_of
from tests.domain.cases import Case, cases
from tests.domain.made_up_visits import ANA, BEN, CLINIC, DENTIST, MARIA, PLACES, SAM, TUESDAY, id_of, trip_of, visit_on

TRAVEL = travel_by(PLACES)
MINUTE = timedelta(minutes=1)
NOON = datetime.combine(TUESDAY, time(12))
SPOTS = [None, *PLACES]
minutes = st.integers(1, 300).map(lambda n: n * MINUTE)
shifts = st.integers(-100_000, 100_000).map(lambda n: n * MINUTE)
travels = st.dictionaries(st.sampled_from(list(PLACES)), st.none() | st.integers(0, 200)).map(
    lambda told: travel_by(
        {place_id: replace(PLACES[place_id], travel_minutes=length) for place_id, length in told.items()}
    )
)


@st.composite
def engagements(draw: st.DrawFn, person_id: UUID = ANA.id) -> Engagement:
    """Something that takes Ana's time on or around one day."""
    start = NOON + draw(st.integers(-400, 400)) * MINUTE
    return Engagement(
        person_id=person_id,
        start=start,
        end=start + draw(minutes),
        start_at=draw(st.sampled_from(SPOTS)),
        end_at=draw(st.sampled_from(SPOTS)),
        about=draw(st.sampled_from([id_of("one"), id_of("two"), id_of("three")])),
        what="Something",
    )


def moved(engagement: Engagement, by: timedelta) -> Engagement:
    return replace(engagement, start=engagement.start + by, end=engagement.end + by)


@given(engagements(), engagements(), travels)
def test_it_is_the_same_from_both_sides(a: Engagement, b: Engagement, travel: Travel) -> None:
    assert clash(a, b, travel) == clash(b, a, travel)


@given(engagements(), travels)
def test_nothing_clashes_with_itself(a: Engagement, travel: Travel) -> None:
    assert not clash(a, a, travel)
    assert not clash(a, replace(a, what="In other words"), travel)


@given(engagements(), minutes, travels)
def test_touching_at_the_same_spot_is_no_clash(a: Engagement, length: timedelta, travel: Travel) -> None:
    after = replace(a, start=a.end, end=a.end + length, start_at=a.end_at, about=id_of("next"))
    assert not clash(a, after, travel)


@given(engagements(), engagements(), st.integers(0, 600), travels)
def test_the_way_between_clashes_exactly_when_the_gap_is_shorter(
    a: Engagement, b: Engagement, gap: int, travel: Travel
) -> None:
    b = replace(moved(b, a.end - b.start + gap * MINUTE), about=id_of("next"))
    assert clash(a, b, travel) == (gap * MINUTE < travel(a.end_at, b.start_at))


@given(engagements(), engagements(), shifts, travels)
def test_moving_both_by_the_same_time_changes_nothing(
    a: Engagement, b: Engagement, by: timedelta, travel: Travel
) -> None:
    assert clash(moved(a, by), moved(b, by), travel) == clash(a, b, travel)


@given(engagements(), engagements(), minutes, travels)
def test_longer_never_takes_a_clash_away(a: Engagement, b: Engagement, more: timedelta, travel: Travel) -> None:
    assume(clash(a, b, travel))
    longer = replace(a, end=a.end + more)
    assume(longer != b)
    assert clash(longer, replace(b, about=id_of("next")), travel)


@given(engagements(), engagements(BEN.id), travels)
def test_two_people_never_clash(a: Engagement, b: Engagement, travel: Travel) -> None:
    assert not clash(a, b, travel)


@given(engagements(), engagements(), travels)
def test_the_road_only_adds_clashes(a: Engagement, b: Engagement, travel: Travel) -> None:
    assert clash(a, b, travel) or not clash(a, b, no_travel)


@given(engagements(), engagements())
def test_by_the_clock_alone_a_clash_is_a_time_in_common(a: Engagement, b: Engagement) -> None:
    in_common = max(a.start, b.start) < min(a.end, b.end)
    b = replace(b, about=id_of("next"))
    assert clash(a, b, no_travel) == in_common


@given(engagements(), st.lists(engagements() | engagements(BEN.id), max_size=6), st.randoms(), travels)
def test_all_clashes_are_listed_in_one_order(
    a: Engagement, others: list[Engagement], shuffle: object, travel: Travel
) -> None:
    found = clashes_of([a], others, travel)
    mixed = list(others)
    shuffle.shuffle(mixed)  # type: ignore[attr-defined]
    assert found == clashes_of([a], mixed, travel)
    assert set(found) == {other for other in others if clash(a, other, travel)}
    assert [each.start for each in found] == sorted(each.start for each in found)


@pytest.mark.parametrize("case", cases("clashes.json"), ids=lambda case: case["about"])
def test_worked_days(case: Case) -> None:
    a, b = (_told(case[name], name) for name in ("one", "other"))
    assert clash(a, b, TRAVEL) is case["clash"]
    assert clash(a, b, no_travel) is case.get("by the clock", case["clash"])


def _told(told: Case, about: str) -> Engagement:
    start, end = (datetime.combine(TUESDAY, time.fromisoformat(told[name])) for name in ("from", "to"))
    spots = [{"home": None, "clinic": CLINIC.id, "dentist": DENTIST.id}[spot] for spot in told["at"].split(" to ")]
    return Engagement(
        person_id=ANA.id, start=start, end=end, start_at=spots[0], end_at=spots[-1], about=id_of(about), what=about
    )


def test_from_one_place_to_another_goes_by_home_and_an_unknown_way_takes_no_time() -> None:
    unknown = Place(name="Somewhere")
    travel = travel_by({**PLACES, unknown.id: unknown})
    assert travel(None, CLINIC.id) == travel(CLINIC.id, None) == timedelta(minutes=25)
    assert travel(CLINIC.id, DENTIST.id) == timedelta(minutes=35)
    assert travel(CLINIC.id, CLINIC.id) == travel(None, None) == travel(None, unknown.id) == timedelta()
    assert travel(id_of("never heard of"), CLINIC.id) == timedelta(minutes=25)


def test_a_ride_there_goes_from_home_to_the_place_and_the_ride_home_back() -> None:
    appointment = visit_on()
    [there] = engagements_of_trip(trip_of(appointment), ANA.id)
    [home] = engagements_of_trip(trip_of(appointment, Leg.HOME), ANA.id)
    assert (there.start.time(), there.end.time(), there.start_at, there.end_at) == (
        time(8, 20),
        time(8, 45),
        None,
        CLINIC.id,
    )
    assert (home.start.time(), home.end.time(), home.start_at, home.end_at) == (time(10), time(10, 25), CLINIC.id, None)
    assert there.person_id == ANA.id and there.drives
    assert not clash(there, home, TRAVEL)


def test_a_ride_of_unknown_length_takes_an_hour_and_one_of_no_length_a_minute() -> None:
    [home] = engagements_of_trip(trip_of(visit_on(), Leg.HOME, place=None), ANA.id)
    assert home.end - home.start == timedelta(hours=1)
    typed_late = trip_of(visit_on(), place=None, pick_up=time(8, 50))
    [there] = engagements_of_trip(typed_late, ANA.id)
    assert there.end > there.start


def test_a_ride_without_a_time_or_to_a_cancelled_visit_takes_no_time() -> None:
    assert engagements_of_trip(trip_of(visit_on(clock=None)), ANA.id) == []
    off = visit_on(status=AppointmentStatus.CANCELLED)
    assert engagements_of_trip(trip_of(off), ANA.id) == []
    trip = trip_of(visit_on())
    dropped = replace(trip, item=replace(trip.item, occurrence=replace(trip.item.occurrence, status=Status.NOT_NEEDED)))
    assert engagements_of_trip(dropped, ANA.id) == []


def test_a_visit_takes_the_time_of_whose_it_is_and_of_who_comes_along_without_the_minutes_early() -> None:
    both = engagements_of_visit(visit_on(companion_id=SAM.id), MARIA.id)
    assert [each.person_id for each in both] == [MARIA.id, SAM.id]
    assert {(each.start.time(), each.end.time(), each.start_at, each.end_at) for each in both} == {
        (time(9), time(10), CLINIC.id, CLINIC.id)
    }
    [own] = engagements_of_visit(visit_on(person_id=SAM.id, companion_id=SAM.id), MARIA.id)
    assert own.person_id == SAM.id


@pytest.mark.parametrize("told", [{"clock": None}, {"status": AppointmentStatus.CANCELLED}])
def test_a_visit_without_a_time_or_cancelled_takes_no_time(told: Case) -> None:
    assert engagements_of_visit(visit_on(**told), MARIA.id) == []


def promised(**told: object) -> Item:
    task = Task(day=TUESDAY, **{"title": "Sit with Maria", "kind": TaskKind.STAY, **told})  # type: ignore[arg-type]
    return Item(task, occurrence_of(task, TUESDAY))


def test_a_promised_task_takes_its_time_at_home() -> None:
    item = promised(when=When(clock=time(9)), minutes=45)
    taken = engagement_of_item(item, ANA.id)
    assert taken is not None
    assert (taken.start.time(), taken.end.time(), taken.start_at, taken.end_at) == (time(9), time(9, 45), None, None)
    usual = engagement_of_item(promised(when=When(clock=time(9))), ANA.id)
    assert usual is not None and usual.end.time() == time(11)


def test_a_task_at_no_clock_time_or_off_or_that_is_a_ride_leg_takes_none() -> None:
    nine = When(clock=time(9))
    assert engagement_of_item(promised(when=ANY_TIME), ANA.id) is None
    item = promised(when=nine)
    for status in (Status.DONE, Status.NOT_NEEDED):
        assert engagement_of_item(replace(item, occurrence=replace(item.occurrence, status=status)), ANA.id) is None
    assert engagement_of_item(trip_of(visit_on()).item, ANA.id) is None
