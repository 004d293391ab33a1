"""Records go in and come out whole, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest

from caregiver_app.domain.appointments import Appointment, AppointmentKind, AppointmentStatus, Series
from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.calendar_events import Issued
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.claims import CallNote, Claim, PlanKind
from caregiver_app.domain.expenses import (
    AgreedShares,
    Expense,
    OwnFigure,
    PaidBack,
    PaidHow,
    PaidPart,
    Reimbursement,
    Share,
    Source,
    TaxYear,
)
from caregiver_app.domain.household import Household, Paper
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeavePaper,
    LeaveReason,
    MethodChanged,
    PaidFrom,
    TimeOff,
    WorkPattern,
    YearKnown,
)
from caregiver_app.domain.leave.schedule import DayMinutes, WorkweekStart
from caregiver_app.domain.leave.schedule import Span as WorkSpan
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person, Reach, Role, Slot
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.domain.records import ChangeSet, Edit, Record
from caregiver_app.domain.reminders import About, OwnReminder, ReminderRules, Touched
from caregiver_app.domain.rides import Leg, Need, Ride
from caregiver_app.domain.seasons import Season, SeasonNow
from caregiver_app.domain.selfcare import (
    CareKind,
    CarePlan,
    Feel,
    Feeling,
    HelpLine,
    JournalEntry,
    SmallThing,
    SmallThingTime,
)
from caregiver_app.domain.sheets import PrintedSheet, printed_sheet_id
from caregiver_app.domain.tasks import Answer, Ask, Status, Task, occurrence_of
from caregiver_app.storage.database import Database
from caregiver_app.storage.tables import TABLE_OF

NOW = datetime(2026, 11, 22, 13, 30, 15, 123456, tzinfo=UTC)

ANA = Person(
    name="Đặng Thu Hà 🌻 \u202bליאת\u202c",
    role=Role.HELPER,
    phone="555-0142",
    email="ana@example.com",
    reach=Reach.TEXT,
    glad_to=frozenset({TaskKind.MEAL, TaskKind.STAY}),
    free=frozenset({Slot(0, PartOfDay.MORNING), Slot(6, PartOfDay.EVENING)}),
    away=(Span(date(2026, 12, 1), date(2026, 12, 8)),),
    cold_until=date(2026, 11, 25),
    at_most=2,
    drives=True,
    phone_on_paper=True,
    family_circle=True,
    notes="x" * 10_000,
    offered_on=date(2026, 11, 22),
    seats=3,
)
CENTER = Place(
    name="Lakeside Center", address="400 Shore Road", department="2nd floor", travel_minutes=45, miles=Decimal("18.50")
)
DOCTOR = Clinician(name="Dr. Osei", role="oncologist", place_id=CENTER.id, phone_night="555-0152")
CYCLES = Series(title="Infusion", first=date(2026, 11, 24), repeat=Repeat(every=Every.DAYS, n=21, count=6))
INFUSION = Appointment(
    title="Infusion",
    day=date(2026, 12, 1),
    clock=time(9, 15),
    kind=AppointmentKind.INFUSION,
    person_id=ANA.id,
    clinician_id=DOCTOR.id,
    place_id=CENTER.id,
    minutes=180,
    early=20,
    companion_id=ANA.id,
    bring="A snack",
    audience=Audience.FRIDGE,
    status=AppointmentStatus.DONE,
    series_id=CYCLES.id,
    original=date(2026, 11, 24),
    slid=7,
    calendar_uid="1@clinic.example",
)
THERE = Ride(
    appointment_id=INFUSION.id,
    leg=Leg.THERE,
    number=7,
    pick_up=time(8, 10),
    seats=2,
    needs=frozenset({Need.CANE, Need.EXTRA_TIME}),
    backup_id=ANA.id,
    booking="A-17",
    agreed_day=date(2026, 11, 24),
    agreed_time=time(8, 15),
    agreed_place_id=CENTER.id,
)
WALK = Task(
    title="Walk Biscuit",
    day=date(2026, 11, 23),
    kind=TaskKind.PETS,
    when=When(clock=time(8, 15)),
    minutes=30,
    repeat=Repeat(every=Every.CYCLE, n=28, on=(1, 8, 15), count=9),
    place="Round the pond",
    notes="The leash hangs by the door.",
    needed=2,
    backup_id=ANA.id,
    suggested_id=ANA.id,
    public_title="Dog walk",
    audience=Audience.FAMILY,
)
STAY = Task(title="Stay with the kids", day=INFUSION.day, kind=TaskKind.STAY, appointment_id=INFUSION.id)
FIRST = replace(occurrence_of(WALK, WALK.day), status=Status.DONE, done_at=NOW)
ASKED = Ask(task_id=WALK.id, occurrence_id=FIRST.id, person_id=ANA.id, asked_at=NOW, answer=Answer.YES, answered_at=NOW)
JOB = LeaveJob(
    person_id=ANA.id,
    employer="Lakeside School District",
    known=YearKnown.TOLD,
    method=Method.FIXED,
    fixed_start=MonthDay(month=10, day=1),
    workweek_start=WorkweekStart.MONDAY,
    increment=15,
    relation=Relation.SPOUSE,
    military_from=date(2026, 1, 5),
    state="NJ",
    confirmed=frozenset({"method", "increment"}),
    holidays=(date(2026, 11, 26),),
    closures=(WorkSpan(first=date(2026, 12, 24), last=date(2027, 1, 1)),),
    overtime=(DayMinutes(day=date(2026, 12, 5), minutes=240),),
)
MOM = Person(name="Rosa Example")
PARKING = Expense(
    number=14,
    served_on=INFUSION.day,
    paid_on=date(2026, 12, 4),
    kind="parking_tolls",
    payee="Lakeside garage",
    for_id=MOM.id,
    paid_how=PaidHow.CHECK,
    paid_by=(
        PaidPart(person_id=ANA.id, amount=Decimal("8.25")),
        PaidPart(person_id=MOM.id, amount=Decimal("4.25")),
    ),
    shares=(Share(person_id=ANA.id, parts=2), Share(person_id=MOM.id, parts=1)),
    amount=Decimal("12.50"),
    nights=2,
    people=2,
    counts=True,
    counted=Decimal("10.00"),
    appointment_id=INFUSION.id,
    imported_as="2026-12-04|12.50|garage",
    notes="Level 3",
)
TRIP = Expense(
    served_on=INFUSION.day, paid_on=INFUSION.day, kind="mileage", miles=Decimal("37.50"), car="Blue car", from_to="Home"
)
CLAIM = Claim(
    expense_id=PARKING.id,
    company="Maple Health",
    plan=PlanKind.EMPLOYER_PLAN,
    reference="C-88",
    billed_on=date(2026, 12, 1),
    billed=Decimal("12.50"),
    filed_on=date(2026, 12, 2),
    denied_on=date(2026, 12, 20),
    appeal_by=date(2027, 6, 18),
)
STROLL = SmallThing(
    title="Walk around the pond", kind=CareKind.MOVE, tiny="Stand on the porch", weekday=3, clock=time(14)
)
WATER = OwnReminder(
    text="Water the plants", day=date(2026, 11, 24), clock=time(9), repeat=Repeat(every=Every.DAYS, n=7, count=9)
)
EVERYTHING: tuple[Record, ...] = (
    ANA,
    MOM,
    CENTER,
    DOCTOR,
    CYCLES,
    INFUSION,
    THERE,
    WALK,
    STAY,
    FIRST,
    ASKED,
    Household(week_start=0, clock24=True, paper=Paper.A4, please="Wash hands,\nplease.", house_notes="Side door.\n"),
    PrintedSheet(id=printed_sheet_id("week", WALK.day), sheet="week", first_day=WALK.day, copies=2, printed_at=NOW),
    Outcome(
        appointment_id=INFUSION.id,
        home_at=time(13, 20),
        miles=Decimal("37.00"),
        parking=Decimal("8.50"),
        tolls=Decimal("0.00"),
        next_task_id=WALK.id,
        told_at=NOW,
    ),
    Issued(
        appointment_id=INFUSION.id,
        person_id=ANA.id,
        ride_id=THERE.id,
        sequence=3,
        print="4f",
        summary="Morning drive",
        day=INFUSION.day,
        clock=time(8, 10),
        issued_at=NOW,
    ),
    Issued(person_id=ANA.id, task_id=WALK.id, print="a0", summary="Walk", day=WALK.day, issued_at=NOW),
    JOB,
    WorkPattern(
        job_id=JOB.id,
        first_day=date(2026, 1, 4),
        cycle_start=date(2026, 1, 4),
        weeks=((0, 480, 480, 480, 480, 480, 0), (0, 0, 480, 480, 480, 240, 0)),
    ),
    MethodChanged(job_id=JOB.id, old_method=Method.ROLLING, notice=date(2026, 7, 1), effective=date(2026, 10, 1)),
    TimeOff(
        job_id=JOB.id,
        first=INFUSION.day,
        last=INFUSION.day,
        minutes=210,
        planned=True,
        reason=LeaveReason.APPOINTMENT,
        paid=PaidFrom.SICK,
        told_on=date(2026, 11, 1),
        told_how="email",
        appointment_id=INFUSION.id,
    ),
    EmployerCount(job_id=JOB.id, day=INFUSION.day, minutes=240),
    LeavePaper(job_id=JOB.id, clock=Clock.CERTIFICATION_DUE, start=date(2026, 11, 2), remind=True),
    PARKING,
    TRIP,
    Receipt(
        expense_id=PARKING.id, sha256="a" * 64, type=ReceiptType.JPEG, size=20_000, added_on=INFUSION.day, name="1.jpg"
    ),
    CLAIM,
    Reimbursement(
        expense_id=PARKING.id,
        claim_id=CLAIM.id,
        received_on=date(2027, 1, 5),
        amount=Decimal("4.25"),
        source=Source.COPAY_CARD,
    ),
    CallNote(day=date(2026, 12, 9), company="Maple Health", outcome="They look again", claim_id=CLAIM.id),
    AgreedShares(shares=PARKING.shares),
    PaidBack(from_id=ANA.id, to_id=MOM.id, day=date(2026, 12, 24), amount=Decimal("20.00")),
    TaxYear(year=2026, agi=Decimal("48000.00"), gas_cars=frozenset({"Blue car"})),
    OwnFigure(figure="medical_mileage", first=date(2027, 1, 1), last=None, value=Decimal("0.2125"), source="IRS page"),
    STROLL,
    SmallThingTime(
        thing_id=STROLL.id, week=date(2026, 11, 22), day=INFUSION.day, beside_id=INFUSION.id, cover_task_id=WALK.id
    ),
    Feeling(day=date(2026, 11, 22), feel=Feel.VERY_HARD),
    JournalEntry(day=date(2026, 11, 22), text="A quiet day.\n" * 50, written_at=NOW),
    CarePlan(low_signs="I snap at the dog.", call_ids=(ANA.id, MOM.id), more_to_call="Kim 555-0170"),
    HelpLine(name="Crisis line", phone="988", about="Day and night", checked_on=date(2026, 11, 22), place=1),
    ReminderRules(on=frozenset({About.RIDE, About.OWN}), quiet_from=time(22), quiet_until=time(7, 30)),
    WATER,
    Touched(
        about=About.OWN,
        source_id=WATER.id,
        due_at=datetime(2026, 11, 24, 9),  # noqa: DTZ001  # local wall time
        later_at=datetime(2026, 11, 24, 18),  # noqa: DTZ001
    ),
    SeasonNow(season=Season.PAUSED, since=date(2026, 11, 22), called_off=(INFUSION.id,)),
)


def save(database: Database, *records: Record) -> ChangeSet:
    """Put records in one transaction."""
    with database.writing(NOW) as work:
        for record in records:
            work.put(record)
        return work.changes


def stored(database: Database, record: Record) -> Record | None:
    """What the database holds now under a record's id."""
    with database.reading() as work:
        return work.get(type(record), record.id)


def test_every_kind_of_record_comes_back_equal(database: Database) -> None:
    assert {type(record) for record in EVERYTHING} == set(TABLE_OF)
    save(database, *EVERYTHING)
    for record in EVERYTHING:
        assert stored(database, record) == record


def test_a_change_says_what_was_before_and_after(database: Database) -> None:
    save(database, ANA)
    longer = replace(ANA, name="Hà Đặng")
    assert save(database, longer).edits == (Edit(ANA, longer),)
    assert save(database, longer).edits == ()


def test_a_refused_action_saves_nothing(database: Database) -> None:
    with pytest.raises(InvalidEntry), database.writing(NOW) as work:
        work.put(ANA)
        work.put(Person(name="  "))
    assert stored(database, ANA) is None


def test_what_was_removed_is_gone_from_lists_and_comes_back_with_undo(database: Database) -> None:
    save(database, ANA)
    with database.writing(NOW) as work:
        work.remove(ANA)
        changes = work.changes
    assert stored(database, ANA) is None
    with database.reading() as work:
        assert work.all(Person) == []
    with database.writing(NOW) as work:
        work.apply(changes.inverse())
    assert stored(database, ANA) == ANA


def test_undo_never_overwrites_a_later_change(database: Database) -> None:
    save(database, ANA)
    renamed = replace(ANA, name="Ana B")
    changes = save(database, renamed)
    later = replace(renamed, phone="555-0199")
    save(database, later)
    with pytest.raises(StaleEdit), database.writing(NOW) as work:
        work.apply(changes.inverse())
    assert stored(database, ANA) == later


def test_something_made_and_removed_in_one_action_is_no_change(database: Database) -> None:
    with database.writing(NOW) as work:
        work.put(ANA)
        work.remove(ANA)
        assert not work.changes
    assert stored(database, ANA) is None


def test_signs_that_no_database_keeps_are_left_out(database: Database) -> None:
    odd = replace(ANA, notes="be\0fore \ud83d after 🌻")
    save(database, odd)
    found = stored(database, ANA)
    assert isinstance(found, Person)
    assert found.notes == "before  after 🌻"


def test_instants_keep_their_moment_in_any_zone(database: Database) -> None:
    local = NOW.astimezone(timezone(timedelta(hours=-5)))
    save(database, ANA, WALK, FIRST, replace(ASKED, asked_at=local))
    found = stored(database, ASKED)
    assert isinstance(found, Ask)
    assert found.asked_at == NOW


def test_a_record_that_points_nowhere_is_not_kept(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        save(database, FIRST)


def test_a_reader_is_not_held_up_by_a_writer(database: Database) -> None:
    save(database, ANA)
    with database.writing(NOW) as work:
        work.put(replace(ANA, name="New"))
        assert stored(database, ANA) == ANA


def test_a_reader_sees_one_moment_whatever_is_saved_meanwhile(database: Database) -> None:
    save(database, ANA)
    with database.reading() as work:
        assert work.all(Person) == [ANA]
        save(database, Person(name="Ben"))
        assert work.all(Person) == [ANA]


def test_a_file_opened_again_holds_what_was_saved(database: Database, database_url: str) -> None:
    from tests.storage.conftest import open_at

    save(database, *EVERYTHING)
    database.close()
    again = open_at(database_url)
    assert all(stored(again, record) == record for record in EVERYTHING)
    again.close()
