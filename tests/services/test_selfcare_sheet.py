"""The self-care plan holds what it may, and no other sheet holds a word of it, of a feeling or of the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Role
from caregiver_app.domain.records import Record
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.selfcare import CareKind, CarePlan, Feel, HelpLine, JournalEntry, SmallThing
from caregiver_app.services import appointments, demo, printing, seasons, selfcare
from caregiver_app.services.household import person_in_role
from caregiver_app.services.printing import SHEETS, Request
from caregiver_app.services.selfcare_sheet import FIELDS
from caregiver_app.services.sheet_rules import NotOnTheList, Shown
from caregiver_app.services.today import today
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.documents import reading

TODAY = date(2026, 11, 22)
MONDAY = TODAY + timedelta(1)
WEEK = Span(MONDAY, MONDAY + timedelta(6))
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
WALK = SmallThing(title="zebra walk", tiny="zebra minute", kind=CareKind.MOVE, weekday=3, clock=time(14))
BATH = SmallThing(title="zebra bath", tiny="zebra soak", weekday=4, clock=time(19))


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """The made-up family, and in all of self-care the one word that no other sheet may hold."""
    workspace.write(partial(demo.fill, today=TODAY))
    workspace.write(_self_care)
    return workspace


def _self_care(work: UnitOfWork) -> None:
    for thing in (WALK, BATH):
        selfcare.save_thing(work, before=None, after=thing)
    selfcare.ask_cover(work, thing=WALK, week=MONDAY, day=date(2026, 11, 26), clock=time(14), now=NOW)
    selfcare.plan_time(work, thing=BATH, week=MONDAY, day=date(2026, 11, 27), clock=time(19))
    selfcare.done(work, thing=BATH, week=MONDAY, now=NOW)
    for day in (TODAY - timedelta(1), TODAY):
        selfcare.set_feeling(work, day=day, feel=Feel.VERY_HARD)
    entry = JournalEntry(day=TODAY, text="zebra night", written_at=NOW)
    selfcare.save_entry(work, before=None, after=entry)
    plan = CarePlan(low_signs="zebra lunch", more_to_call="zebra aunt, 555-0123")
    selfcare.save_plan(work, before=CarePlan(), after=plan)
    line = HelpLine(name="zebra line", phone="555-0199", checked_on=TODAY, place=9)
    selfcare.save_help_line(work, before=None, after=line)


def words_of(family: Workspace, sheet: str, **more: object) -> str:
    """What a sheet says of the week."""
    request = replace(Request(sheet=sheet, span=WEEK), **more)  # type: ignore[arg-type]
    jobs = family.read(partial(printing.jobs_for, sheet=sheet))
    if jobs:
        request = replace(request, job_id=jobs[0][0])
    made = family.read(partial(printing.prepare, request=request, at=family.clock.local()))
    found = reading.words(printing.make(made)) + made.table + made.file_name + made.nothing
    return found + " ".join(f"{each.what} {each.why}" for each in made.left_out)


@pytest.mark.parametrize("sheet", [name for name in SHEETS if name not in ("selfcare", "today")])
def test_no_other_sheet_has_a_word_of_self_care(family: Workspace, sheet: str) -> None:
    words = words_of(family, sheet).casefold()
    for hidden in ("zebra", "very hard", "988", "cancer institute", "self-care", "small thing"):
        assert hidden not in words, (sheet, hidden)


def test_the_family_learns_no_more_than_when_the_caregiver_is_not_available(family: Workspace) -> None:
    assert "is not available Thu Nov 26, 2:00 pm – 3:00 pm." in words_of(family, "rides")
    for sheet in ("week", "sign-up", "helper", "slip"):
        assert "not available" not in words_of(family, sheet)


def test_a_small_thing_stands_on_today_and_on_no_sheet_of_the_fridge(family: Workspace) -> None:
    thursday = family.read(partial(today, now=datetime.combine(date(2026, 11, 26), time(8)))).today
    assert ("zebra walk", "2:00 pm") in [(row.title, row.time) for row in thursday]
    fridge = [name for name, sheet in SHEETS.items() if sheet.audience is Audience.FRIDGE]
    assert "week" in fridge
    assert not [name for name in fridge if "zebra" in words_of(family, name)]


def test_the_plan_is_for_the_caregiver_alone_and_holds_what_it_may(family: Workspace) -> None:
    assert SHEETS["selfcare"].audience is Audience.ME
    words = words_of(family, "selfcare")
    for shown in ("zebra walk", "Thu Nov 26, 2:00 pm, 20 min", "zebra minute", "zebra lunch", "zebra aunt", "988"):
        assert shown in words
    for hidden in ("zebra night", "Very hard", "Glad you", "done"):
        assert hidden not in words


def test_a_time_in_the_next_week_is_on_the_plan_of_this_one(family: Workspace) -> None:
    week, day = MONDAY + timedelta(7), date(2026, 12, 1)
    later = partial(selfcare.plan_time, thing=WALK, week=week, day=day, clock=time(8, 15))
    given_up = family.read(partial(selfcare.week, first_day=MONDAY, today=TODAY))
    time_ = next(each.time for each in given_up.things if each.thing == WALK)
    family.write(partial(later, instead_of=time_))
    assert "Tue Dec 1, 8:15 am (next week), 20 min" in words_of(family, "selfcare")


def test_own_appointments_that_are_near_are_on_the_plan_too(family: Workspace) -> None:
    mine = family.read(partial(person_in_role, role=Role.CAREGIVER))
    assert mine is not None
    for day, title in ((19, "Dentist again"), (40, "Eye doctor"), (59, "Haircut"), (70, "Too far")):
        visit = Appointment(title=title, day=MONDAY + timedelta(day), clock=time(9), person_id=mine.id)
        family.write(partial(appointments.add, appointment=visit, now=NOW))
    words = words_of(family, "selfcare")
    assert "Sat Dec 12, 9:00 am: Dentist again" in words
    assert "Haircut" not in words and "Too far" not in words, "there is room for a few"
    later = Span(MONDAY + timedelta(28), MONDAY + timedelta(34))
    assert "Sat Jan 2 2027, 9:00 am: Eye doctor" in words_of(family, "selfcare", span=later)


def test_a_field_that_is_not_listed_can_not_be_read(family: Workspace) -> None:
    for kind, name in ((SmallThing, "resting"), (HelpLine, "checked_on"), (CarePlan, "call_ids")):
        with pytest.raises(NotOnTheList):
            getattr(Shown(next(iter(family.read(partial(_all, kind=kind)))), FIELDS), name)


def _all(work: UnitOfWork, *, kind: type[Record]) -> list[Record]:
    return list(work.all(kind))


def test_a_blank_plan_holds_nothing_of_the_week(family: Workspace) -> None:
    words = words_of(family, "selfcare", blank=True)
    assert "zebra walk" not in words
    assert "988" in words


def test_when_she_has_died_the_plan_asks_for_nobody_to_be_with_her(family: Workspace) -> None:
    her = family.read(partial(person_in_role, role=Role.CARED_FOR))
    assert her is not None
    assert her.first_name in words_of(family, "selfcare")
    family.write(partial(seasons.change, season=Season.DIED, today=TODAY, now=NOW))
    assert her.first_name not in words_of(family, "selfcare")
