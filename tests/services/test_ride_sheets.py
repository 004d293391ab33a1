"""Rides and visits on paper: what each sheet tells whom, and what it keeps to itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from uuid import UUID

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.records import Record
from caregiver_app.domain.rides import Leg, Need, Ride, Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.services import (
    agenda,
    appointment_list,
    appointments,
    demo,
    driver_slip,
    fridge_guard,
    printing,
    ride_week,
    telling,
)
from caregiver_app.services.household import choose
from caregiver_app.services.printing import Prepared, Request
from caregiver_app.services.sheet_rules import NotOnTheList, Shown
from caregiver_app.services.slip_code import event_code
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from tests.documents import reading
from tests.services.test_printing import ANA, BEN, MONDAY, SAM, WEEK, keep

MARIA = Person(name="Maria Rivers", role=Role.CARED_FOR)
TAXI = Person(name="City Taxi", role=Role.SERVICE, phone="555-0180", notes="Ask for a low step.")
CENTER = Place(
    name="Lakeside Center",
    address="400 Shore Road",
    building="North building",
    entrance="north door",
    department="Oncology, 2nd floor",
    drop_off="Circle by the fountain",
    parking="Garage B",
    phone="555-0150",
    travel_minutes=45,
    notes="zebra",
)
DOCTOR = Clinician(name="Dr. Osei", role="oncologist", phone_day="555-0151", phone_night="555-0152", notes="zebra")
TUESDAY = MONDAY + timedelta(1)
SCAN = Appointment(
    title="CT scan",
    kind=AppointmentKind.SCAN,
    day=TUESDAY,
    clock=time(9, 15),
    place_id=CENTER.id,
    clinician_id=DOCTOR.id,
    prepare="Nothing to eat after midnight.",
    bring="Insurance card",
    companion_id=ANA.id,
    notes="zebra",
)
THERE = Ride(appointment_id=SCAN.id, leg=Leg.THERE, needs=frozenset({Need.ARM}), bring="Blanket, water")
HOME = Ride(appointment_id=SCAN.id, leg=Leg.HOME, will_call=True, pick_up=time(13))
BOTH = {Leg.THERE: BEN.id, Leg.HOME: BEN.id}


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    keep(workspace, ANA, BEN, SAM, MARIA, TAXI, CENTER, DOCTOR)
    return workspace


def plan(
    workspace: Workspace,
    drivers: Mapping[Leg, UUID] | None = None,
    *rides: Ride,
    appointment: Appointment = SCAN,
) -> Appointment:
    workspace.write(
        partial(
            appointments.add,
            appointment=appointment,
            rides=rides or (THERE, HOME),
            drivers=drivers or {},
            now=workspace.clock.now(),
        )
    )
    return appointment


def prepared(workspace: Workspace, sheet: str, **more: object) -> Prepared:
    request = replace(Request(sheet=sheet, span=WEEK), **more)  # type: ignore[arg-type]
    return workspace.read(partial(printing.prepare, request=request, at=workspace.clock.local()))


def text(workspace: Workspace, sheet: str, **more: object) -> str:
    return reading.words(printing.make(prepared(workspace, sheet, **more)))


def visit(workspace: Workspace, appointment: Appointment = SCAN) -> Visit:
    return workspace.read(partial(agenda.visit, id=appointment.id, today=workspace.clock.today()))


# The driver slip


def test_one_driver_of_both_ways_has_one_slip(family: Workspace) -> None:
    plan(family, BOTH)
    found = prepared(family, "slip")
    (slip,) = found.data
    assert found.people == (BEN.id,)
    said = reading.words(printing.make(found))
    numbers = ", ".join(f"R-{trip.ride.number}" for trip in visit(family).trips)
    for words in (
        "Drive on Tue Nov 24",
        "There and home, with Maria",
        "Driver Ben",
        "Pick up 8:15 am",
        "Arrive by 9:00 am",
        "Home Maria will call, about 1:00 pm",
        "From Maria’s home",
        "To Lakeside Center, North building, north door",
        "Bring Blanket water",
        f"Please leave in the jar: {numbers}",
    ):
        assert words in said
    assert slip.code_words == "Tue Nov 24, 8:15 am"


def test_two_drivers_have_a_slip_each_without_the_others_name(family: Workspace) -> None:
    plan(family, {Leg.THERE: BEN.id, Leg.HOME: ANA.id})
    there, home = (text(family, "slip", person_id=person.id) for person in (BEN, ANA))
    assert "There, with Maria" in there
    assert "Home another driver" in there
    assert "Ana" not in there
    assert "Home, with Maria" in home
    assert "From Lakeside Center" in home
    assert "Home about 1:45 pm" in home
    assert len(prepared(family, "slip").data) == 2


def test_a_way_without_a_driver_has_a_line_for_one(family: Workspace) -> None:
    plan(family)
    found = prepared(family, "slip")
    assert [(slip.driver, slip.legs) for slip in found.data] == [("", (Leg.THERE,)), ("", (Leg.HOME,))]
    assert "Driver Pick up" in reading.words(printing.make(found))


def test_it_never_says_what_the_visit_is_for(family: Workspace) -> None:
    plan(family, BOTH)
    for said in (text(family, "slip"), prepared(family, "slip").data[0].code):
        for words in ("CT", "scan", "zebra", "Oncology", "Shore", "Osei", "midnight", "Insurance"):
            assert words not in said
    left = {each.what: each.why for each in prepared(family, "slip").left_out}
    assert left["CT scan, Nov 24"] == "What the visit is for stays off the slip."
    assert left["The department at Lakeside Center"] == "It is not ticked for this ride."
    assert left["The address of Lakeside Center"] == "It is not ticked for this ride."


@pytest.mark.parametrize("ticked", ["show_department", "show_address"])
def test_department_and_address_print_only_where_they_are_ticked(family: Workspace, ticked: str) -> None:
    plan(family, BOTH, replace(THERE, **{ticked: True}), HOME)  # type: ignore[arg-type]
    said = text(family, "slip")
    assert ("Oncology, 2nd floor" in said) is (ticked == "show_department")
    assert ("400 Shore Road" in said) is (ticked == "show_address")


def test_one_visit_or_one_driver_can_be_printed_alone(family: Workspace) -> None:
    plan(family, BOTH)
    lab = Appointment(title="Lab", day=MONDAY + timedelta(3), clock=time(8), place_id=CENTER.id)
    plan(family, {Leg.THERE: ANA.id}, Ride(appointment_id=lab.id, leg=Leg.THERE), appointment=lab)
    assert len(prepared(family, "slip").data) == 2
    for only in ({"about_id": lab.id}, {"person_id": ANA.id}):
        assert [slip.day for slip in prepared(family, "slip", **only).data] == [lab.day]
    busy = family.read(partial(printing.people_for, request=Request(sheet="slip", span=WEEK)))
    assert busy == [ANA, BEN]


def test_the_code_holds_the_times_on_the_slip_and_can_be_switched_off(family: Workspace) -> None:
    plan(family, BOTH)
    (slip,) = prepared(family, "slip").data
    lines = slip.code.split("\r\n")
    assert "SUMMARY:Morning drive" in lines
    assert "DTSTART:20261124T081500" in lines
    assert "DTEND:20261124T134500" in lines
    assert "DESCRIPTION:Arrive by 9:00 am. Home about 1:00 pm" in lines
    assert len(slip.code.encode()) <= 180
    assert prepared(family, "slip", qr=False).data[0].code == ""


def test_a_code_stays_small_and_plain_whatever_was_typed(family: Workspace) -> None:
    start = datetime(2026, 11, 24, 8, 15)  # noqa: DTZ001 - the family's own wall clock
    code = event_code("Ü; drive, " * 30, start, start + timedelta(hours=5), "Home about 1:00 pm " * 20)
    assert len(code.encode()) <= 180
    assert "DTSTART:20261124T081500" in code
    plan(family, BOTH, appointment=replace(SCAN, public_title="Ride to chemo"))
    assert "SUMMARY:Morning drive" in prepared(family, "slip").data[0].code


def test_a_pick_up_on_the_evening_before_is_the_day_of_the_drive(family: Workspace) -> None:
    plan(family, BOTH, appointment=replace(SCAN, clock=time(0, 30)))
    (slip,) = prepared(family, "slip").data
    assert slip.day == MONDAY
    assert slip.figures[0].value == "11:30 pm"
    assert slip.figures[1].value == "12:15 am on Tue Nov 24"


@pytest.mark.parametrize(("first", "there"), [(MONDAY, True), (MONDAY + timedelta(7), False)])
def test_a_sheet_for_a_week_goes_by_the_day_of_the_pick_up(family: Workspace, first: date, there: bool) -> None:
    """The visit is on the Monday at 0:30; somebody leaves for it on Sunday evening and comes home on Monday."""
    soon = replace(SCAN, day=MONDAY + timedelta(7), clock=time(0, 30))
    plan(family, BOTH, THERE, replace(HOME, pick_up=None), appointment=soon)
    week = Span(first, first + timedelta(6))
    (slip,) = prepared(family, "slip", span=week).data
    assert (slip.day, slip.legs) == (MONDAY + timedelta(6), (Leg.THERE, Leg.HOME))
    assert family.read(partial(printing.people_for, request=Request(sheet="slip", span=week))) == [BEN]
    (row,) = prepared(family, "rides", span=week).data[0].rows
    ways = (MONDAY + timedelta(6), "Ben", None) if there else (MONDAY + timedelta(7), None, "Ben")
    assert (row.day, row.there, row.home) == ways
    assert row.pick_up == ("11:30 pm" if there else "1:30 am")


def test_one_driver_for_each_day_has_the_slip_of_that_week_alone(family: Workspace) -> None:
    soon = replace(SCAN, day=MONDAY + timedelta(7), clock=time(0, 30))
    drivers = {Leg.THERE: BEN.id, Leg.HOME: ANA.id}
    plan(family, drivers, THERE, replace(HOME, pick_up=None), appointment=soon)
    assert [slip.driver for slip in prepared(family, "slip").data] == ["Ben"]
    assert len(prepared(family, "slip", about_id=soon.id).data) == 2
    later = Span(MONDAY + timedelta(7), MONDAY + timedelta(13))
    assert [slip.driver for slip in prepared(family, "slip", span=later).data] == ["Ana"]


def test_a_companion_takes_a_seat(family: Workspace) -> None:
    plan(family, BOTH, replace(THERE, companion=True), HOME)
    assert "Companion yes – 2 seats needed" in text(family, "slip")


def test_without_rides_it_says_that_there_is_nothing_to_print(family: Workspace) -> None:
    assert prepared(family, "slip").nothing == "There are no rides to drive from Mon Nov 23 to Sun Nov 29."
    assert prepared(family, "slip", person_id=BEN.id).nothing.startswith("Ben has no rides")
    assert prepared(family, "slip", blank=True).nothing == ""
    plan(family, BOTH)
    assert prepared(family, "slip").nothing == ""


@pytest.mark.parametrize("sheet", ["slip", "helper", "rides", "appointments", "week"])
@pytest.mark.parametrize("large", [False, True])
def test_names_and_numbers_of_any_length_stay_on_the_paper(family: Workspace, sheet: str, large: bool) -> None:
    long, lines = "W" * 200, "\n".join(f"line {n}" for n in range(30))
    driver = replace(BEN, name=long, phone=lines, phone_on_paper=True)
    keep(family, driver, replace(MARIA, name=long[:199]), replace(SAM, name=long[:198], phone=lines))
    keep(family, replace(CENTER, name=long, entrance=lines, parking=lines), replace(TAXI, phone=lines, notes=lines))
    fridge = replace(SCAN, audience=Audience.FRIDGE, public_title="M" * 200)
    ride = replace(THERE, companion=True, needs=frozenset(Need), notes="N" * 900, backup_id=TAXI.id)
    plan(family, BOTH, ride, replace(HOME, notes=lines), appointment=fridge)
    pdf = printing.make(prepared(family, sheet, look=printing.Look(large=large), phones=True))
    smallest = 18 if large else 14 if sheet in ("slip", "helper", "week") else 12
    reading.is_sound(pdf, halves=sheet in ("slip", "helper"), smallest_item=smallest)
    said = reading.letters(pdf)
    if sheet in ("slip", "helper"):
        assert said.count("W") >= 200
        assert "line29" in said


def test_a_visit_without_a_time_has_lines_and_no_code(family: Workspace) -> None:
    plan(family, BOTH, THERE, replace(HOME, pick_up=None), appointment=replace(SCAN, clock=None))
    (slip,) = prepared(family, "slip").data
    assert [figure.value for figure in slip.figures] == ["", "", "Maria will call"]
    assert slip.code == ""


def test_a_taxi_is_named_in_full_with_its_booking(family: Workspace) -> None:
    plan(family, {Leg.THERE: TAXI.id}, replace(THERE, booking=""))
    keep(family, replace(visit(family).trips[0].ride, booking="47-11"))
    assert "Driver City Taxi 555-0180 Booking 47-11" in text(family, "slip")


def test_a_backup_is_named_with_a_number_only_with_their_ok(family: Workspace) -> None:
    plan(family, BOTH, replace(THERE, backup_id=ANA.id), HOME)
    assert "Backup driver: Ana 555-0142" in text(family, "slip")
    keep(family, replace(ANA, phone_on_paper=False))
    assert "555-0142" not in text(family, "slip")
    assert ANA.id in [left.person_id for left in prepared(family, "slip").left_out]


def test_the_caregivers_own_ride_is_for_the_caregiver(family: Workspace) -> None:
    plan(family, BOTH, appointment=replace(SCAN, person_id=SAM.id, audience=Audience.ME))
    assert "Drive on ____" in text(family, "slip")
    assert "It is kept for you alone." in [left.why for left in prepared(family, "slip").left_out]


# All three


def test_a_cancelled_visit_is_on_no_sheet_and_said(family: Workspace) -> None:
    plan(family, BOTH)
    family.write(partial(appointments.cancel, appointment=visit(family).appointment, now=family.clock.now()))
    for sheet in ("slip", "rides", "appointments"):
        found = prepared(family, sheet)
        said = reading.words(printing.make(found))
        assert "Lakeside" not in said
        assert ("CT scan, Nov 24", "The visit is cancelled.") in [(left.what, left.why) for left in found.left_out]


@pytest.mark.parametrize("module", [driver_slip, ride_week, appointment_list])
def test_a_field_that_is_not_listed_can_not_be_read(family: Workspace, module: object) -> None:
    plan(family, BOTH)
    listed = module.FIELDS  # type: ignore[attr-defined]
    trip = visit(family).trips[0]
    records: tuple[Record | Trip, ...] = (SCAN, THERE, CENTER, DOCTOR, BEN, Household(), trip.item.task, trip)
    for record in records:
        if type(record) not in listed:
            continue
        shown = Shown(record, listed)
        for field in {each.name for each in fields(record)} - listed[type(record)]:
            with pytest.raises(NotOnTheList):
                getattr(shown, field)


@pytest.mark.parametrize("field", ["department", "address", "notes", "phone"])
def test_a_slip_has_no_way_to_private_facts_of_a_place(field: str) -> None:
    with pytest.raises(NotOnTheList):
        getattr(Shown(CENTER, driver_slip.fields_for(THERE)), field)


@pytest.mark.parametrize("sheet", ["slip", "rides", "appointments"])
def test_reading_them_writes_nothing_and_gives_the_same_bytes(family: Workspace, sheet: str) -> None:
    plan(family, BOTH)
    assert printing.make(prepared(family, sheet)) == printing.make(prepared(family, sheet))
    found = text(family, sheet, blank=True)
    assert "Ben" not in found
    assert "Lakeside" not in found


def test_all_of_the_made_up_family_is_sound(workspace: Workspace) -> None:
    workspace.write(partial(demo.fill, today=date(2026, 11, 22)))
    month = Span(date(2026, 11, 1), date(2026, 12, 31))
    for large in (False, True):
        look = printing.Look(large=large)
        reading.is_sound(
            printing.make(prepared(workspace, "slip", span=month, look=look)),
            halves=True,
            smallest_item=18 if large else 14,
        )
        for sheet in ("rides", "appointments"):
            pdf = printing.make(prepared(workspace, sheet, span=month, look=look))
            reading.is_sound(pdf, smallest_item=18 if large else 12)


# The ride sheet and the visit list


def test_the_ride_sheet_puts_open_rides_first_and_lists_whom_else_to_call(family: Workspace) -> None:
    plan(family, {Leg.THERE: BEN.id, Leg.HOME: ANA.id}, replace(THERE, backup_id=ANA.id), HOME)
    lab = Appointment(title="Blood draw", day=MONDAY + timedelta(4), clock=time(8), public_title="Errand")
    plan(family, None, Ride(appointment_id=lab.id, leg=Leg.THERE, pick_up=time(7, 30)), appointment=lab)
    said = text(family, "rides")
    for words in (
        "Fri Nov 27 7:30 am Errand",
        "Tue Nov 24 8:15 am Lakeside Center Ben Ana",
        "will call, about 1:00 pm",
        "City Taxi 555-0180 Ask for a low step.",
    ):
        assert words in said
    assert said.index("Fri Nov 27") < said.index("All set") < said.index("Tue Nov 24")
    for words in ("scan", "Blood", "Oncology", "zebra", "555-0117"):
        assert words not in said
    assert "Ben’s phone number" in [left.what for left in prepared(family, "rides").left_out]


def test_a_place_with_a_telling_name_is_not_named_on_the_ride_sheet(family: Workspace) -> None:
    keep(family, replace(CENTER, name="Cancer Clinic"))
    plan(family, BOTH)
    said = text(family, "rides")
    assert "Cancer" not in said
    assert "Morning drive" in said


def test_the_visit_list_tells_the_family_all_and_no_notes(family: Workspace) -> None:
    plan(family, BOTH)
    plan(family, appointment=Appointment(title="Eye check", day=MONDAY, person_id=SAM.id))
    plan(family, appointment=Appointment(title="Talk", day=MONDAY, person_id=SAM.id, audience=Audience.ME))
    said = text(family, "appointments")
    for words in (
        "Private – keep in the binder",
        "Mon Nov 23 Eye check – Sam",
        "9:15 am CT scan With Dr. Osei, oncologist Phone day 555-0151, night 555-0152",
        "Place Lakeside Center, Oncology, 2nd floor, 400 Shore Road",
        "Way in North building, north door Drop-off: Circle by the fountain Parking: Garage B",
        "Prepare Nothing to eat after midnight. Bring Insurance card Comes along Ana",
    ):
        assert words in said
    assert "zebra" not in said
    assert "Talk" not in said
    left = {each.what: each.why for each in prepared(family, "appointments").left_out}
    assert left["CT scan, Nov 24"] == "Its notes stay in the program."
    assert left["Talk, Nov 23"] == "It is kept for you alone."


# What the Rides tab warns about


def test_a_driver_who_is_away_is_to_be_checked_and_the_sheet_never_says_why(family: Workspace) -> None:
    plan(family, {Leg.THERE: BEN.id, Leg.HOME: ANA.id})
    assert "All set" in text(family, "rides")
    keep(family, replace(BEN, away=(Span(TUESDAY, TUESDAY),)))
    (row,) = prepared(family, "rides").data[0].rows
    assert (row.there_doubt, row.home_doubt) == ("check first", "")
    said = text(family, "rides")
    assert "Please check first" in said
    assert "All set" not in said
    assert "away" not in said


def test_drivers_of_a_moved_visit_are_not_told_yet_until_they_know(family: Workspace) -> None:
    plan(family, BOTH)
    follow = {trip.item.task.id: appointments.Child.FOLLOW for trip in visit(family).trips}
    now, day = family.clock.now(), TUESDAY + timedelta(1)
    move = partial(appointments.move, appointment=SCAN, day=day, clock=time(9, 15), children=follow, now=now)
    family.write(move)
    (row,) = prepared(family, "rides").data[0].rows
    assert (row.there_doubt, row.home_doubt) == ("not told yet", "not told yet")
    family.write(partial(telling.knows, person_id=BEN.id, today=family.clock.today()))
    assert "All set" in text(family, "rides")


def test_a_way_without_a_driver_has_nothing_to_be_checked(family: Workspace) -> None:
    keep(family, replace(BEN, away=(Span(TUESDAY, TUESDAY),)))
    plan(family, {Leg.THERE: BEN.id})
    (row,) = prepared(family, "rides").data[0].rows
    assert (row.is_open, row.there_doubt, row.home_doubt) == (True, "check first", "")


# Rides on the sheets of tasks


def test_a_ride_hangs_on_the_fridge_only_when_it_is_lifted_there(family: Workspace) -> None:
    plan(family, BOTH)
    assert "drive" not in text(family, "week")
    lifted = replace(visit(family).appointment, audience=Audience.FRIDGE)
    family.write(
        partial(
            appointments.save,
            before=visit(family).appointment,
            after=lifted,
            scope=Scope.ONE,
            now=family.clock.now(),
        )
    )
    said = text(family, "week")
    assert "morning Morning drive Ben" in said
    assert "midday Midday drive Ben" in said
    for words in ("8:15", "1:00 pm", "Lakeside", "scan", "Maria"):
        assert words not in said
    family.write(partial(choose, ride_times_on_fridge=True))
    assert "8:15 am Morning drive Ben" in text(family, "week")


def test_the_part_of_the_day_is_that_of_the_pick_up_not_of_the_visit(family: Workspace) -> None:
    noon = replace(SCAN, clock=time(12, 0), audience=Audience.FRIDGE)  # picked up at 11:00
    plan(family, {Leg.THERE: BEN.id}, THERE, appointment=noon)
    assert "morning Morning drive Ben" in text(family, "week")


def test_a_helpers_sheet_has_the_exact_time_and_place_of_a_ride(family: Workspace) -> None:
    plan(family, {Leg.THERE: BEN.id}, replace(THERE, notes="Please ring twice."))
    said = text(family, "helper", person_id=BEN.id)
    assert "8:15 am Morning drive Lakeside Center, North building, north door 45 min Please ring twice." in said
    for words in ("scan", "Oncology", "Shore"):
        assert words not in said


def test_a_taxi_has_no_helper_sheet(family: Workspace) -> None:
    plan(family, {Leg.THERE: TAXI.id}, THERE)
    assert family.read(partial(printing.people_for, request=Request(sheet="helper", span=WEEK))) == []


def test_other_words_for_a_ride_on_the_fridge_go_to_its_visit_and_stay(family: Workspace) -> None:
    plan(family, BOTH, appointment=replace(SCAN, public_title="Ride to chemo", audience=Audience.FRIDGE))
    request = family.read(partial(printing.request_for, sheet="week", day=TUESDAY))
    hits = family.read(partial(fridge_guard.hits, request=request))
    assert len(hits) == 2
    assert hits[0].task_id is not None
    family.write(partial(fridge_guard.use_words, task_id=hits[0].task_id, public_title=hits[0].offered))
    assert family.read(partial(fridge_guard.hits, request=request)) == []
    said = text(family, "week")
    assert "Morning drive" in said
    assert "Midday drive" in said
    family.write(partial(fridge_guard.keep_off, task_id=hits[0].task_id))
    assert visit(family).appointment.audience is Audience.HELPER
    assert "drive" not in text(family, "week")
    assert visit(family).trips[0].drivers == (BEN.id,)


@pytest.mark.parametrize("large", [False, True])
def test_a_ride_service_is_named_in_full_on_the_ride_sheet(family: Workspace, large: bool) -> None:
    program = Person(name="American Cancer Society rides", role=Role.SERVICE, phone="1-800-555-0181")
    keep(family, program, replace(BEN, phone_on_paper=True))
    plan(family, {Leg.THERE: BEN.id, Leg.HOME: program.id})
    look = replace(prepared(family, "rides").request.look, large=large)
    said = " ".join(text(family, "rides", look=look).split())
    assert "note (1)" not in said
    assert "American Cancer Society rides" in said


def test_the_visit_list_looks_ahead_over_the_end_of_the_month_and_not_back(family: Workspace) -> None:
    today = date(2026, 11, 22)
    plan(family)
    plan(family, appointment=replace(SCAN, id=UUID(int=3), title="Blood draw", day=date(2026, 11, 20)))
    plan(family, appointment=replace(SCAN, id=UUID(int=4), title="Infusion", day=date(2026, 12, 1)))
    request = family.read(partial(printing.request_for, sheet="appointments", day=today))
    said = text(family, "appointments", span=request.span)
    assert "Infusion" in said and "CT scan" in said
    assert "Blood draw" not in said
