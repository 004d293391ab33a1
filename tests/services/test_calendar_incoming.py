"""A clinic's calendar file: what is new, what changed, what is there already; and one step that brings it in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus, Series
from caregiver_app.domain.calendar import Every, Repeat, Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.records import ChangeSet
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.services import agenda, appointments, calendar_files, calendar_incoming, care_places, people
from caregiver_app.services.calendar_incoming import Arrival, News
from caregiver_app.services.calendar_versions import CalendarFile
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage import arrivals

SAMPLES = Path(__file__).parents[1] / "data" / "ics"
HOME = "America/New_York"
TODAY = date(2026, 11, 22)
CLINIC = Place(name="Lakeside Clinic", address="120 Shore Rd", travel_minutes=45)


def event(*lines: str, uid: str = "scan-1", day: str = "20261208T093000", sequence: int = 0) -> bytes:
    """A file with one event."""
    fixed = [f"UID:{uid}", f"SEQUENCE:{sequence}", f"DTSTART:{day}", "DURATION:PT30M", "SUMMARY:CT scan"]
    return "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *fixed, *lines, "END:VEVENT", "END:VCALENDAR"]).encode()


def look(workspace: Workspace, data: bytes) -> list[Arrival]:
    return workspace.read(partial(calendar_incoming.incoming, data=data, zone=HOME, today=TODAY))


def bring(workspace: Workspace, data: bytes, *, rides: bool = False) -> ChangeSet:
    chosen = [each for each in look(workspace, data) if each.can_come_in]
    action = partial(calendar_incoming.bring_in, chosen=chosen, rides=rides, now=workspace.clock.now())
    return workspace.write(action)


def visits(workspace: Workspace) -> list[Appointment]:
    return sorted(workspace.read(lambda work: work.all(Appointment)), key=lambda each: each.sort_key)


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def test_a_new_visit_comes_in_with_its_place_and_notes(workspace: Workspace) -> None:
    doctor = Clinician(name="Dr. Lindqvist")
    workspace.write(lambda work: work.put(doctor))
    changes = bring(workspace, sample("outlook.ics"))
    (visit,) = visits(workspace)
    (place,) = workspace.read(care_places.places)
    assert visit.place_id == place.id
    assert (visit.title, visit.day, visit.clock, visit.minutes) == (
        "Follow-up with Dr. Lindqvist",
        date(2026, 12, 8),
        time(9, 30),
        60,
    )
    assert (place.name, place.address) == ("Lakeside Clinic", "Suite 210")
    assert visit.clinician_id == doctor.id
    assert "insurance card" in visit.notes
    assert visit.early == 15, "the clinic asks for it in its notes"
    workspace.apply(changes.inverse())
    assert visits(workspace) == []
    assert workspace.read(care_places.places) == []


def test_a_known_place_is_found_again(workspace: Workspace) -> None:
    workspace.write(lambda work: work.put(CLINIC))
    bring(workspace, sample("apple.ics"))
    (visit,) = visits(workspace)
    assert visit.place_id == CLINIC.id
    assert visit.kind is AppointmentKind.INFUSION
    assert workspace.read(care_places.places) == [CLINIC]


@pytest.mark.parametrize("location", ["https://video.example.com/42", "Zoom", "Phone call"])
def test_a_call_is_no_place_to_go_to(workspace: Workspace, location: str) -> None:
    bring(workspace, event(f"LOCATION:{location}"))
    (visit,) = visits(workspace)
    assert visit.place_id is None
    assert visit.notes == location


def test_the_same_file_twice_brings_nothing_new(workspace: Workspace) -> None:
    for name in ("two_events.ics", "apple_series.ics", "portal_no_end.ics"):
        bring(workspace, sample(name))
        assert {each.news for each in look(workspace, sample(name))} == {News.SAME}
    assert len(visits(workspace)) == 7


def test_a_visit_typed_by_hand_is_the_same_already(workspace: Workspace) -> None:
    typed = Appointment(title="ct scan", day=date(2026, 12, 8), clock=time(9, 30))
    workspace.write(lambda work: work.put(typed))
    (arrival,) = look(workspace, event())
    assert (arrival.news, arrival.what) == (News.SAME, ("You have it already.",))
    (other,) = look(workspace, event("SUMMARY:x").replace(b"CT scan", b"Blood draw"))
    assert (other.news, other.what) == (News.NEW, ("At the same time you have “ct scan.”",))


def test_a_moved_visit_moves_with_its_rides(workspace: Workspace) -> None:
    ben = Person(name="Ben", drives=True)
    workspace.write(lambda work: work.put(CLINIC))
    workspace.write(partial(people.save, person=ben))
    bring(workspace, event("LOCATION:Lakeside Clinic"))
    (visit,) = visits(workspace)
    own_words = replace(visit, title="Scan, fasting")
    now = workspace.clock.now()
    legs = (Ride(appointment_id=visit.id, leg=Leg.THERE), Ride(appointment_id=visit.id, leg=Leg.HOME, pick_up=time(11)))
    save = partial(appointments.save, before=visit, after=own_words, scope=Scope.ONE, rides=legs, now=now)
    workspace.write(save)

    moved = event("LOCATION:Lakeside Clinic", day="20261210T130000", sequence=1)
    (arrival,) = look(workspace, moved)
    assert arrival.news is News.CHANGED
    assert arrival.what == ("It moves from Tue Dec 8, 9:30 am to Thu Dec 10, 1:00 pm.",)
    bring(workspace, moved)
    found = workspace.read(partial(agenda.visit, id=visit.id, today=TODAY))
    assert (found.appointment.title, found.appointment.day, found.appointment.clock) == (
        "Scan, fasting",
        date(2026, 12, 10),
        time(13),
    )
    there, home = found.trips
    assert there.pick_up is not None
    assert there.pick_up.time() == time(12)
    assert home.ride.pick_up is None  # 11:00 would be before the visit
    assert there.item.day == date(2026, 12, 10)


def test_a_visit_cancelled_by_the_clinic_is_cancelled_here(workspace: Workspace) -> None:
    (arrival,) = look(workspace, sample("cancelled.ics"))
    assert arrival.news is News.REFUSED
    assert "never in your visits" in arrival.what[0]
    bring(workspace, event())
    (arrival,) = look(workspace, event("STATUS:CANCELLED"))
    assert arrival.news is News.CHANGED
    bring(workspace, event("STATUS:CANCELLED"))
    assert visits(workspace)[0].status is AppointmentStatus.CANCELLED
    (again,) = look(workspace, event())
    assert again.news is News.SAME
    assert "cancelled here" in again.what[0]


def test_dates_in_step_become_a_series_with_rides(workspace: Workspace) -> None:
    data = event("RRULE:FREQ=DAILY;INTERVAL=21;COUNT=4")
    bring(workspace, data, rides=True)
    (series,) = workspace.read(lambda work: work.all(Series))
    assert series.repeat == Repeat(every=Every.WEEKS, n=3, on=(1,), count=4)
    found = visits(workspace)
    assert [each.day for each in found] == [date(2026, 12, 8), date(2026, 12, 29), date(2027, 1, 19), date(2027, 2, 9)]
    assert {each.series_id for each in found} == {series.id}
    assert len({each.calendar_uid for each in found}) == 4
    shown = workspace.read(partial(agenda.agenda, span=Span(TODAY, date(2027, 3, 1)), today=TODAY))
    assert [len(each.trips) for each in shown.visits] == [2, 2, 2, 2]
    assert {each.news for each in look(workspace, data)} == {News.SAME}


def test_dates_out_of_step_come_in_one_by_one(workspace: Workspace) -> None:
    bring(workspace, sample("radiation.ics"))
    assert workspace.read(lambda work: work.all(Series)) == []
    assert len(visits(workspace)) == 9


def test_200_dates_fit(workspace: Workspace) -> None:
    bring(workspace, sample("without_end.ics"))
    assert len(visits(workspace)) == 200


def test_two_visits_on_one_day_stay_at_their_hours_at_the_next_import(workspace: Workspace) -> None:
    bring(workspace, sample("twice_a_day.ics"), rides=True)
    assert [(each.day.day, each.clock) for each in visits(workspace)] == [
        (1, time(8)),
        (1, time(15)),
        (2, time(8)),
        (2, time(15)),
    ]
    assert {each.news for each in look(workspace, sample("twice_a_day.ics"))} == {News.SAME}
    moved = sample("twice_a_day.ics").replace(b"20261201T150000", b"20261201T160000")
    news = [(each.incoming.clock, each.news) for each in look(workspace, moved)]
    assert news == [
        (time(8), News.SAME),
        (time(16), News.NEW),
        (time(8), News.SAME),
        (time(15), News.SAME),
    ]


def test_a_date_that_came_in_without_its_hour_is_known_again(workspace: Workspace) -> None:
    bring(workspace, sample("radiation.ics"))
    odd = next(each for each in visits(workspace) if each.calendar_uid.endswith("#20261226T100000"))
    workspace.write(lambda work: work.put(replace(odd, calendar_uid="rt-1#20261226", title="Our own words")))
    again = next(each for each in look(workspace, sample("radiation.ics")) if each.incoming.day == date(2026, 12, 26))
    assert (again.news, again.appointment and again.appointment.id) == (News.SAME, odd.id)


def test_a_single_moved_date_finds_the_visit_of_the_series(workspace: Workspace) -> None:
    series = event("RRULE:FREQ=WEEKLY;COUNT=3")
    bring(workspace, series)
    lone = event("RECURRENCE-ID:20261215T093000", day="20261216T110000")
    (change,) = look(workspace, lone)
    assert change.what == ("It moves from Tue Dec 15, 9:30 am to Wed Dec 16, 11:00 am.",)
    bring(workspace, lone)
    assert [each.day.day for each in visits(workspace)] == [8, 16, 22]


def test_the_series_finds_a_date_that_came_in_alone_before(workspace: Workspace) -> None:
    lone = event("RECURRENCE-ID:20261215T093000", day="20261216T110000")
    bring(workspace, lone)
    (alone,) = visits(workspace)
    workspace.write(lambda work: work.put(replace(alone, title="Our own words")))
    whole = (event("RRULE:FREQ=WEEKLY;COUNT=3") + lone).replace(b"END:VCALENDARBEGIN:VCALENDAR", b"")
    assert [each.news for each in look(workspace, whole)] == [News.NEW, News.SAME, News.NEW]


def test_a_long_place_without_a_comma_is_at_the_same_place_again(workspace: Workspace) -> None:
    data = event("LOCATION:" + "Lakesideclinic" * 30)
    bring(workspace, data)
    assert [each.news for each in look(workspace, data)] == [News.SAME]


def test_very_many_events_are_held_against_the_visits(workspace: Workspace) -> None:
    bring(workspace, event())
    (visit,) = visits(workspace)
    many = {f"other-{n}" for n in range(70_000)}
    assert workspace.read(lambda work: arrivals.met(work, many | {"scan-1"}, {visit.day})) == [visit]


def test_our_own_file_brings_nothing(workspace: Workspace) -> None:
    visit = Appointment(title="Lab", day=date(2026, 12, 1), clock=time(9))
    workspace.write(lambda work: work.put(visit))
    made: list[CalendarFile] = []
    make = partial(calendar_files.for_visit, id=visit.id, zone=HOME, now=workspace.clock.now())
    workspace.write(lambda work: made.append(make(work)))
    (arrival,) = look(workspace, made[0].data)
    assert (arrival.news, arrival.what) == (News.SAME, ("It comes from this program.",))


def test_days_that_are_over_are_marked(workspace: Workspace) -> None:
    assert [each.over for each in look(workspace, sample("apple_series.ics"))] == [True, True, False, False]


def test_a_file_that_can_not_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="can’t be opened"):
        calendar_incoming.read_file(tmp_path / "gone.ics", HOME, today=TODAY)
    with pytest.raises(FileProblem, match="web page"):
        calendar_incoming.read_file(SAMPLES / "web_page.ics", HOME, today=TODAY)
    large = tmp_path / "large.ics"
    with large.open("wb") as file:
        file.truncate(20_000_000)
    with pytest.raises(FileProblem, match="20 MB"):
        calendar_incoming.read_file(large, HOME, today=TODAY)
