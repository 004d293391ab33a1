"""Time off logged, refused, changed and taken back; what is left by each way of counting; papers and counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from fractions import Fraction
from functools import partial
from uuid import uuid4

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind, TooManyMinutes
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import EmployerCount, LeaveJob, LeavePaper, TimeOff, WorkPattern, YearKnown
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.services import appointments, care_places, leave, people
from caregiver_app.services.leave.comparing import keep_counts
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)  # a Sunday
SUNDAY = date(2020, 1, 5)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
TESS = Person(name="Tess Rivers")
JOB = LeaveJob(
    person_id=SAM.id,
    employer="Lakeside Schools",
    hired_on=date(2020, 1, 6),
    known=YearKnown.TOLD,
    method=Method.ROLLING,
)
WEEK = WorkPattern(
    job_id=JOB.id, first_day=date(2026, 6, 1), cycle_start=SUNDAY, weeks=((0, 480, 480, 480, 480, 480, 0),)
)


def off(first: date, minutes: int | None = 480, last: date | None = None, **told: object) -> TimeOff:
    """Time off on a day, or some."""
    return TimeOff(job_id=JOB.id, first=first, last=last or first, minutes=minutes, **told)  # type: ignore[arg-type]


LAST_YEAR = off(date(2025, 12, 3))
TAKEN = off(date(2026, 11, 10), 240)
PLANNED = off(date(2026, 12, 1), planned=True)


@pytest.fixture
def work(workspace: Workspace) -> Workspace:
    """A job of 40 hours with a rolling year, and three days in its log."""
    workspace.write(partial(people.add_all, people=[SAM, TESS]))
    workspace.write(partial(leave.set_up, job=JOB, pattern=WEEK))
    workspace.write(partial(leave.log, entries=[PLANNED, TAKEN, LAST_YEAR]))
    return workspace


def seen(work: Workspace, today: date = TODAY, since: date | None = None) -> LeaveView:
    """What the tab shows."""
    return work.read(partial(leave.view, job_id=JOB.id, today=today, since=since))


def change(work: Workspace, **facts: object) -> LeaveView:
    """The job with other facts."""
    before = seen(work).job
    work.write(partial(leave.change_job, before=before, after=replace(before, **facts)))  # type: ignore[arg-type]
    return seen(work)


def hours(view: LeaveView) -> list[Fraction]:
    """Used, planned, left and left after what is planned, in hours."""
    figures = view.figures
    assert figures is not None
    amounts = (figures.used, figures.planned, figures.left, figures.after_planned)
    return [amount.minutes / 60 for amount in amounts]


def refused_at(work: Workspace, action: Callable[..., object], **told: object) -> str:
    """The field at which an action is refused; nothing is kept."""
    before = seen(work)
    with pytest.raises(InvalidEntry) as refusal:
        work.write(partial(action, **told))
    assert seen(work) == before
    return refusal.value.field


to_calendar = partial(leave.change_method, job=JOB, method=Method.CALENDAR, fixed_start=None, notice=date(2026, 9, 1))


# What is left


def test_a_rolling_year_gives_back_on_the_anniversary(work: Workspace) -> None:
    view = seen(work)
    assert hours(view) == [12, 8, 468, 460]
    assert [back.day for back in view.returns] == [date(2026, 12, 3), date(2027, 11, 10)]
    assert [back.weeks * 40 for back in view.returns] == [8, 4]
    assert view.leave_year is None
    assert hours(seen(work, date(2026, 12, 3))) == [12, 0, 468, 468]


def test_what_is_planned_counts_as_taken_once_its_day_is_over(work: Workspace) -> None:
    assert hours(seen(work, date(2026, 12, 1))) == [12, 8, 468, 460]
    assert hours(seen(work, date(2026, 12, 2))) == [20, 0, 460, 460]


def test_another_method_gives_other_numbers_and_the_year(work: Workspace) -> None:
    view = change(work, method=Method.CALENDAR)
    assert hours(view) == [4, 8, 476, 468]
    assert view.leave_year == (date(2026, 1, 1), date(2026, 12, 31))
    assert [back.day for back in view.returns] == [date(2027, 1, 1)]


def test_not_sure_shows_the_least_and_the_range(work: Workspace) -> None:
    view = change(work, known=YearKnown.NOT_SURE)
    assert view.figures is not None
    assert hours(view)[2] == 468
    assert [each.minutes / 60 for each in (view.figures.least, view.figures.most)] == [468, 476]
    assert view.figures.not_settled


def test_none_chosen_shows_the_best_and_a_year_from_the_first_day_apart(work: Workspace) -> None:
    view = change(work, known=YearKnown.NONE_CHOSEN, hired_on=date(2019, 12, 2))
    assert view.figures is not None
    assert hours(view)[2] == 476
    assert view.figures.least == view.figures.most == view.figures.left
    by_method = {method: amount.minutes / 60 for method, amount in view.figures.by_method}
    assert by_method == {Method.CALENDAR: 476, Method.FORWARD: 468, Method.ROLLING: 468, Method.FIXED: 468}


def test_after_a_change_of_method_the_better_of_both_holds_for_a_year(work: Workspace) -> None:
    work.write(partial(to_calendar, effective=date(2026, 11, 2)))
    view = seen(work)
    assert hours(view)[2] == 476
    assert view.figures is not None and view.figures.not_settled
    before = work.read(partial(leave.figures_on, job_id=JOB.id, day=date(2026, 11, 1)))
    assert before is not None and before.left.minutes / 60 == 472
    work.write(partial(leave.take_back_change, job=view.job))
    assert (seen(work).job, seen(work).changes) == (JOB, ())


def test_a_servicemember_has_26_weeks_of_their_own(work: Workspace) -> None:
    view = change(work, military_from=date(2026, 11, 9))
    assert view.figures is not None and view.figures.entitlement.weeks == 26
    assert hours(view) == [4, 8, 1036, 1028]


def test_other_workers_are_not_counted_and_their_log_is_kept(work: Workspace) -> None:
    view = change(work, worker=Worker.FEDERAL_CIVIL)
    assert not view.supported
    assert view.figures is None
    assert len(view.rows) == 3
    with pytest.raises(InvalidEntry):
        work.read(partial(leave.earliest, job_id=JOB.id, weeks=1, start=TODAY))


def test_without_a_usual_week_nothing_is_counted_and_the_log_is_shown(work: Workspace) -> None:
    work.write(partial(leave.remove_pattern, pattern=WEEK))
    view = seen(work)
    assert view.figures is None
    assert [row.minutes for row in view.rows] == [480, 240, 480]
    assert work.read(partial(leave.figures_on, job_id=JOB.id, day=TODAY)) is None
    with pytest.raises(InvalidEntry) as refusal:
        work.read(partial(leave.what_if, job_id=JOB.id, entries=[], today=TODAY))
    assert refusal.value.field == "pattern"


def test_each_row_tells_what_it_cost_and_what_was_left(work: Workspace) -> None:
    rows = seen(work).rows
    assert [(row.time_off, row.minutes, row.weeks) for row in rows] == [
        (LAST_YEAR, 480, Fraction(1, 5)),
        (TAKEN, 240, Fraction(1, 10)),
        (PLANNED, 480, Fraction(1, 5)),
    ]
    assert [row.left_after.minutes / 60 for row in rows] == [472, 468, 460]


def test_older_rows_are_left_out_and_still_counted(work: Workspace) -> None:
    work.write(partial(leave.log, entries=[off(date(2024, 3, 4))]))
    assert (len(seen(work).rows), seen(work).earlier_rows) == (3, 1)
    everything = seen(work, since=date.min)
    assert (len(everything.rows), everything.earlier_rows) == (4, 0)
    assert everything.figures == seen(work).figures


def test_time_past_the_limit_is_told(work: Workspace) -> None:
    work.write(partial(leave.log, entries=[off(date(2026, 7, 6), None, date(2026, 9, 25))]))
    view = seen(work)
    assert view.figures is not None
    assert view.figures.left.weeks == 0
    assert [row.over_weeks * 40 for row in view.rows] == [0, 8, 4, 8]


def test_other_time_off_and_other_jobs_cost_nothing(work: Workspace) -> None:
    before = hours(seen(work))
    other = [off(date(2026, 11, 16), kind=LeaveKind.NOT_FMLA), off(date(2026, 11, 17), kind=LeaveKind.OTHER_EMPLOYER)]
    work.write(partial(leave.log, entries=other))
    assert hours(seen(work)) == before


def test_the_first_usual_week_holds_for_the_days_before_it_too(work: Workspace) -> None:
    assert seen(work).rows[0].weeks == Fraction(1, 5)  # half a year before the week was typed


def test_what_nobody_confirmed_is_assumed(work: Workspace) -> None:
    assert "hired_on" in seen(work).assumed
    assert "hired_on" not in change(work, confirmed=frozenset({"hired_on"})).assumed


# Questions


def test_a_plan_is_held_against_what_is_logged(work: Workspace) -> None:
    plan = [LeaveEntry(first=date(2027, 1, 4), last=date(2027, 3, 26))]
    found = work.read(partial(leave.what_if, job_id=JOB.id, entries=plan, today=TODAY))
    assert found.first_unprotected_day == date(2027, 3, 25)
    assert found.balance_weeks == 0


def test_weeks_in_a_row_start_when_enough_has_come_back(work: Workspace) -> None:
    first = work.read(partial(leave.earliest, job_id=JOB.id, weeks=11, start=TODAY)).start
    assert first == date(2026, 11, 23)
    twelve = work.read(partial(leave.earliest, job_id=JOB.id, weeks=12, start=TODAY)).start
    assert twelve is not None and twelve > date(2027, 9, 1)


# What is refused, at its field


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (off(date(2019, 12, 30)), "first"),  # before the job began
        (off(date(2026, 11, 10)), "minutes"),  # more than the day has work
        (off(date(2026, 11, 21)), "first"),  # no work on a Saturday
    ],
)
def test_time_off_that_can_not_be_is_refused_at_its_field(work: Workspace, entry: TimeOff, field: str) -> None:
    assert refused_at(work, leave.log, entries=[entry]) == field


def test_whole_days_that_overlap_are_refused(work: Workspace) -> None:
    work.write(partial(leave.log, entries=[off(date(2026, 10, 5), None, date(2026, 10, 9))]))
    assert refused_at(work, leave.log, entries=[off(date(2026, 10, 9), None, date(2026, 10, 16))]) == "first"


def test_a_day_of_26_hours_is_refused() -> None:
    with pytest.raises(TooManyMinutes) as refusal:
        off(date(2026, 11, 16), 26 * 60)
    assert refusal.value.field == "minutes"


def test_a_week_of_no_hours_and_one_too_short_for_the_log_are_refused(work: Workspace) -> None:
    empty = replace(WEEK, weeks=((0,) * 7,))
    assert refused_at(work, leave.save_pattern, pattern=empty) == "weeks"
    short = replace(WEEK, weeks=((0, 240, 240, 240, 240, 240, 0),))
    assert refused_at(work, leave.save_pattern, pattern=short, before=WEEK) == "minutes"


def test_59_days_of_notice_are_refused_and_60_are_not(work: Workspace) -> None:
    switch = partial(leave.change_method, job=JOB, method=Method.FIXED, fixed_start=MonthDay(month=2, day=29))
    notice = date(2026, 11, 1)
    assert refused_at(work, switch, notice=notice, effective=notice + timedelta(59)) == "effective"
    work.write(partial(switch, notice=notice, effective=notice + timedelta(60)))
    assert refused_at(work, partial(switch, job=seen(work).job), notice=notice, effective=notice) == "method"


def test_the_way_that_is_not_known_can_not_change(work: Workspace) -> None:
    job = change(work, known=YearKnown.NOT_SURE).job
    told = {"method": Method.CALENDAR, "fixed_start": None, "notice": TODAY, "effective": TODAY + timedelta(90)}
    assert refused_at(work, leave.change_method, job=job, **told) == "method"


def test_leave_for_a_sister_is_refused_and_other_time_off_is_not(work: Workspace) -> None:
    assert not change(work, relation=Relation.SIBLING).covered
    assert refused_at(work, leave.log, entries=[off(date(2026, 11, 16))]) == "relation"
    work.write(partial(leave.log, entries=[off(date(2026, 11, 16), kind=LeaveKind.NOT_FMLA)]))


def test_a_job_can_not_begin_after_its_first_leave(work: Workspace) -> None:
    after = replace(JOB, hired_on=date(2026, 1, 5))
    assert refused_at(work, leave.change_job, before=JOB, after=after) == "hired_on"


def test_all_of_a_paste_or_nothing_is_logged_and_each_row_has_its_trouble(work: Workspace) -> None:
    rows = [off(date(2026, 10, day)) for day in (5, 5, 4, 6)]
    found = work.read(partial(leave.problems, entries=rows))
    assert [problem.field if problem is not None else None for problem in found] == [None, "minutes", "first", None]
    assert refused_at(work, leave.log, entries=rows) == "minutes"


# Changed, removed, taken back


def test_each_action_is_one_step_that_is_taken_back_as_one(work: Workspace) -> None:
    paper = LeavePaper(job_id=JOB.id, clock=Clock.CERTIFICATION_DUE, start=TODAY)
    count = EmployerCount(job_id=JOB.id, day=TAKEN.first, minutes=480)
    later = replace(WEEK, id=uuid4(), first_day=date(2027, 1, 3))
    for action in (
        partial(leave.log, entries=[off(date(2026, 11, 16)), off(date(2026, 11, 17))]),
        partial(leave.change_time_off, before=TAKEN, after=replace(TAKEN, minutes=300)),
        partial(leave.mark_taken, time_off=PLANNED),
        partial(leave.remove_time_off, time_off=TAKEN),
        partial(leave.save_pattern, pattern=later),
        partial(to_calendar, effective=date(2026, 12, 1)),
        partial(leave.start_paper, paper=paper),
        partial(leave.put_employer_counts, counts=[count]),
        partial(leave.remove_job, job=JOB),
    ):
        before = seen(work)
        changes = work.write(action)
        assert seen(work) != before, action
        work.apply(changes.inverse())
        assert seen(work) == before, action


def test_what_was_changed_in_the_meantime_is_not_written_over(work: Workspace) -> None:
    newer = replace(TAKEN, minutes=300)
    work.write(partial(leave.change_time_off, before=TAKEN, after=newer))
    change(work, supervisor="Lee")
    for action in (
        partial(leave.change_time_off, before=TAKEN, after=replace(TAKEN, minutes=60)),
        partial(leave.remove_time_off, time_off=TAKEN),
        partial(leave.mark_taken, time_off=TAKEN),
        partial(leave.change_job, before=JOB, after=replace(JOB, employer="Other")),
        partial(leave.remove_job, job=JOB),
    ):
        with pytest.raises(StaleEdit):
            work.write(action)
    assert seen(work).rows[1].time_off == newer


def test_a_job_with_a_log_is_kept_as_a_former_one_and_an_empty_one_goes(work: Workspace) -> None:
    other = LeaveJob(person_id=TESS.id, employer="Acme")
    work.write(partial(leave.set_up, job=other, pattern=replace(WEEK, id=uuid4())))
    assert work.read(leave.jobs) == [JOB, other]
    for job in (JOB, other):
        work.write(partial(leave.remove_job, job=job))
    assert work.read(leave.jobs) == []
    assert seen(work).job.former
    with pytest.raises(StaleEdit):
        work.read(partial(leave.view, job_id=other.id, today=TODAY))


def test_a_helper_with_a_job_in_the_log_is_kept_for_it(work: Workspace) -> None:
    job = LeaveJob(person_id=TESS.id, employer="Acme")
    work.write(partial(leave.set_up, job=job, pattern=None))
    work.write(partial(people.remove, person=TESS))
    assert work.read(leave.jobs) == [JOB, job]


# Papers and the employer's count


def test_papers_have_their_day_and_those_that_run_come_first(work: Workspace) -> None:
    soon = LeavePaper(job_id=JOB.id, clock=Clock.CERTIFICATION_DUE, start=TODAY)
    late = LeavePaper(job_id=JOB.id, clock=Clock.BALANCE_REQUEST, start=TODAY)
    for paper in (late, soon):
        work.write(partial(leave.start_paper, paper=paper))
    found = seen(work).papers
    assert [each.deadline.due for each in found] == [TODAY + timedelta(15), TODAY + timedelta(30)]
    work.write(partial(leave.finish_paper, paper=soon, day=TODAY))
    assert [each.paper.id for each in seen(work).papers] == [late.id, soon.id]
    work.write(partial(leave.change_paper, before=late, after=replace(late, remind=True)))
    work.write(partial(leave.remove_paper, paper=replace(soon, done_on=TODAY)))
    assert [each.paper.remind for each in seen(work).papers] == [True]


def test_a_payment_without_its_notice_is_refused(work: Workspace) -> None:
    paper = LeavePaper(job_id=JOB.id, clock=Clock.PREMIUM_STOP, start=TODAY)
    assert refused_at(work, leave.start_paper, paper=paper) == "notice_mailed"


def test_the_employers_count_is_held_against_mine_and_told_again_it_changes(work: Workspace) -> None:
    assert seen(work).difference is None
    for minutes in (300, 480):
        count = EmployerCount(job_id=JOB.id, day=TAKEN.first, minutes=minutes)
        work.write(partial(leave.put_employer_counts, counts=[count]))
    view = seen(work)
    assert view.difference is not None
    assert (view.difference.minutes, view.difference.since) == (240, TAKEN.first)
    work.write(partial(keep_counts, job_id=JOB.id, minutes={}, before=view.employer_counts))
    assert seen(work).difference is None


# From a visit


@pytest.fixture
def visit(work: Workspace) -> Appointment:
    """Three hours, 45 minutes away by car, on a day of work."""
    place = Place(name="Lakeside Center", travel_minutes=45)
    found = Appointment(title="Infusion", day=date(2026, 11, 18), clock=time(9), minutes=180, early=15)
    found = replace(found, place_id=place.id)
    work.write(partial(care_places.save_place, place=place))
    work.write(partial(appointments.add, appointment=found, now=work.clock.now()))
    return found


def test_time_off_for_a_visit_is_filled_in_from_door_to_door(work: Workspace, visit: Appointment) -> None:
    filled = work.read(partial(leave.from_visit, appointment_id=visit.id, job_id=JOB.id))
    assert (filled.first, filled.minutes, filled.planned) == (visit.day, 15 + 180 + 2 * 45, True)
    work.write(partial(leave.log, entries=[filled]))
    assert work.read(partial(leave.from_visit, appointment_id=visit.id, job_id=JOB.id)) == filled
    assert next(row.appointment for row in seen(work).rows if row.time_off == filled) == visit


# The table file


def test_the_table_file_has_the_log_and_no_formulas(work: Workspace) -> None:
    work.write(partial(leave.change_time_off, before=TAKEN, after=replace(TAKEN, notes="=1+1")))
    lines = leave.csv_of(seen(work)).splitlines()
    assert len(lines) == 4
    assert lines[2].startswith("2026-11-10,2026-11-10,4,240,0.1,")
    assert lines[2].endswith(",468,'=1+1")
