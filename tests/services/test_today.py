"""Today: the day out of every tab, what comes, who is needed, whom we wait for, and what follows the first paint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.leave.records import LeaveReason, TimeOff
from caregiver_app.domain.reminders import Later, OwnReminder, due_of
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.tasks import Item, Status, Task
from caregiver_app.domain.today_beside import TodayMore
from caregiver_app.domain.today_view import PartOfGreeting, TodayView
from caregiver_app.services import appointments, leave, people, reminding, seasons, selfcare, tasks, today, today_more
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from tests.stage import TODAY, file_of

MORNING = datetime.combine(TODAY, time(8))
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Workspace]:
    """The made-up family."""
    workspace = Workspace(open_file(file_of("demo", tmp_path)), Clock(TODAY))
    yield workspace
    workspace.close()


def view(family: Workspace, now: datetime = MORNING) -> TodayView:
    return family.read(partial(today.today, now=now))


def more(family: Workspace, now: datetime = MORNING) -> TodayMore:
    return family.read(partial(today_more.more, now=now))


def add(family: Workspace, title: str, who: str = "", **more: object) -> Task:
    task = Task(title=title, **{"day": TODAY} | more)  # type: ignore[arg-type]
    helpers = {each.first_name: each.id for each in family.read(people.helpers)}
    family.write(partial(tasks.add, task=task, helper_id=helpers.get(who), now=NOW))
    return task


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (4, PartOfGreeting.MORNING),
        (11, PartOfGreeting.MORNING),
        (12, PartOfGreeting.AFTERNOON),
        (17, PartOfGreeting.EVENING),
        (23, PartOfGreeting.EVENING),
        (0, PartOfGreeting.NIGHT),
    ],
)
def test_the_greeting_goes_by_the_clock(family: Workspace, hour: int, part: PartOfGreeting) -> None:
    assert view(family, datetime.combine(TODAY, time(hour))).part is part


def test_the_day_is_in_time_order_out_of_every_tab(family: Workspace) -> None:
    add(family, "Dinner drop-off", "Rosa", kind=TaskKind.MEAL, when=When(clock=time(17, 30)))
    add(family, "Walk in the park", when=When(clock=time(7)))
    visit = Appointment(title="Infusion", day=TODAY, clock=time(9, 15), minutes=180)
    legs = [Ride(appointment_id=visit.id, leg=leg) for leg in Leg]
    ben = next(each.id for each in family.read(people.helpers) if each.first_name == "Ben")
    drive = partial(appointments.add, appointment=visit, rides=legs, drivers=dict.fromkeys(Leg, ben), now=NOW)
    family.write(drive)
    thing = SmallThing(title="Tea on the porch", weekday=TODAY.weekday(), clock=time(15))
    family.write(partial(selfcare.save_thing, before=None, after=thing))
    rows = view(family).today
    assert [row.title for row in rows if row.time] == [
        "Walk in the park", "Infusion", "Tea on the porch", "Dinner drop-off",
    ]  # fmt: skip
    infusion = next(row for row in rows if row.title == "Infusion")
    assert infusion.detail.startswith("Ben drives.")
    assert "The way home starts about 12:15" in infusion.detail
    assert next(row for row in rows if row.title == "Walk in the park").needs == "Needs a helper"


def test_what_is_done_stays_until_midnight(family: Workspace) -> None:
    row = view(family).today[0]
    assert row.item is not None
    family.write(partial(tasks.set_status, item=row.item, status=Status.DONE, now=NOW))
    assert view(family).today[0].done
    assert not any(each.title == row.title for each in view(family, MORNING + timedelta(1)).today)


def test_what_comes_is_of_six_days_and_what_needs_somebody_stands_apart(family: Workspace) -> None:
    found = view(family)
    assert {row.title for row in found.needing} >= {"Rake the front yard"}
    assert not {row.title for row in found.needing} & {row.title for row in found.coming}
    assert "CT scan" in {row.title for row in found.coming}


def test_a_cancelled_visit_is_not_on(family: Workspace) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY, clock=time(10))
    family.write(partial(appointments.add, appointment=visit, now=NOW))
    assert "Eye doctor" in {row.title for row in view(family).today}
    family.write(lambda work: appointments.cancel(work, appointment=visit, now=NOW))
    assert "Eye doctor" not in {row.title for row in view(family).today}


def test_a_visit_that_is_over_asks_how_it_went(family: Workspace) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY, clock=time(10), minutes=30)
    family.write(partial(appointments.add, appointment=visit, now=NOW))
    assert "Eye doctor" not in [each.appointment.title for each in view(family).to_tell]
    later = view(family, datetime.combine(TODAY, time(11)))
    assert later.to_tell[0].appointment.title == "Eye doctor"


def test_an_empty_day_is_empty(tmp_path: Path) -> None:
    workspace = Workspace(open_file(file_of("welcomed", tmp_path)), Clock(TODAY))
    found, beside = view(workspace), more(workspace)
    assert not (found.today or found.coming or found.needing or found.to_tell)
    assert (beside.leave, beside.spent, beside.moment, beside.due, beside.waiting) == (None, None, None, (), ())
    workspace.close()


def test_whom_we_wait_for_and_since_when(family: Workspace) -> None:
    row = more(family).waiting[0]
    assert row.title == "Set up the guest room"
    assert row.detail == "Rosa was asked yesterday."


def test_a_moment_for_you_while_she_has_company(family: Workspace) -> None:
    assert more(family).moment is None
    add(family, "Sit with Maria", "Priya", kind=TaskKind.STAY, when=When(clock=time(15)), minutes=120)
    found = more(family).moment
    assert found is not None
    assert found.sentence == ("Priya is there today. You have from 3:00 pm to 5:00 pm. A short walk or a nap counts.")


def test_a_moment_for_you_in_a_part_of_the_day(family: Workspace) -> None:
    add(family, "Sit with Maria", "Priya", kind=TaskKind.STAY, when=When(part=PartOfDay.EVENING), minutes=120)
    found = more(family).moment
    assert found is not None
    assert found.sentence == "Priya is there today, some time in the evening. A short walk or a nap counts."


def test_leave_costs_and_days_that_come_up(family: Workspace) -> None:
    found = more(family)
    assert found.leave is not None
    assert found.leave.headline == "400 hours left today"
    assert found.spent is not None
    assert found.spent.total > Decimal(0)
    assert any("certification" in each.sentence for each in found.due)
    assert list(found.due) == sorted(found.due, key=lambda each: each.day)


def test_what_is_still_open_does_not_vanish_at_midnight(family: Workspace) -> None:
    task = add(family, "Sort the mail", "Ana")
    add(family, "Call the bank")
    tomorrow = MORNING + timedelta(1)
    left = {row.title: row for row in view(family, tomorrow).left}
    assert {"Sort the mail", "Call the bank"} <= left.keys()
    assert not any(row.needs for row in left.values())
    item = left[task.title].item
    assert item is not None
    family.write(partial(tasks.set_status, item=item, status=Status.DONE, now=NOW))
    found = view(family, tomorrow)
    assert "Sort the mail" not in {row.title for row in found.left}
    assert "Call the bank" not in {row.title for row in (*found.today, *found.needing, *found.coming)}


def test_what_is_still_open_stays_for_two_weeks_the_latest_first(family: Workspace) -> None:
    add(family, "Sort the mail", "Ana")
    assert "Sort the mail" in [row.title for row in view(family, MORNING + timedelta(7)).left]
    add(family, "Wash the car", day=TODAY + timedelta(5))  # a Friday
    monday = view(family, MORNING + timedelta(8)).left
    assert [(row.title, row.day) for row in monday if row.title in ("Sort the mail", "Wash the car")] == [
        ("Wash the car", "Fri Nov 27"),
        ("Sort the mail", "Sun Nov 22"),
    ]
    assert [row.detail for row in monday if row.title == "Sort the mail"] == ["Ana has this one."]
    assert "Sort the mail" not in [row.title for row in view(family, MORNING + timedelta(15)).left]


def test_the_last_time_of_a_series_that_was_moved_later_is_still_open_too(family: Workspace) -> None:
    monthly = Repeat(every=Every.DAYS, n=30, count=2)
    add(family, "Air the cellar", day=TODAY - timedelta(60), repeat=monthly)
    last = next(each for each in times_on(family, TODAY - timedelta(30)) if each.task.title == "Air the cellar")
    family.write(partial(tasks.move, item=last, day=TODAY - timedelta(4)))
    assert [row.day for row in view(family).left if row.title == "Air the cellar"] == ["Wed Nov 18"]
    moved = next(each for each in times_on(family, TODAY - timedelta(4)) if each.id == last.id)
    family.write(partial(tasks.set_status, item=moved, status=Status.DONE, now=NOW))
    assert "Air the cellar" not in {row.title for row in view(family).left}


def times_on(family: Workspace, day: date) -> list[Item]:
    return family.read(partial(tasks.plan, span=Span(day, day))).items()


def test_a_series_that_is_still_open_is_told_once_and_not_beside_its_time_of_today(family: Workspace) -> None:
    friday = TODAY + timedelta(5)
    trash = add(family, "Take out the trash", day=friday, repeat=Repeat(every=Every.WEEKS, on=(1, 4)))
    add(family, "Feed the cat", repeat=Repeat(every=Every.DAYS))

    def left(days: int) -> list[tuple[str, str]]:
        rows = view(family, MORNING + timedelta(days)).left
        return [(row.title, row.day) for row in rows if row.title in ("Take out the trash", "Feed the cat")]

    assert left(8) == [("Take out the trash", "Fri Nov 27")]
    assert left(9) == []  # it is of today again
    assert left(11) == [("Take out the trash", "Tue Dec 1")]
    item = next(each.item for each in view(family, MORNING + timedelta(11)).left if each.record_id == trash.id)
    assert item is not None
    family.write(partial(tasks.move, item=item, day=TODAY + timedelta(20)))
    assert left(11) == [("Take out the trash", "Fri Nov 27")]
    item = next(each.item for each in view(family, MORNING + timedelta(11)).left if each.record_id == trash.id)
    assert item is not None
    family.write(partial(tasks.set_status, item=item, status=Status.DONE, now=NOW))
    assert left(11) == []


def test_own_reminders_and_small_things_stand_on_their_days(family: Workspace) -> None:
    for text, day, clock in (("Call HR", 0, time(10)), ("Mail the form", 2, time(9)), ("Renew the card", 9, time(9))):
        reminder = OwnReminder(text=text, day=TODAY + timedelta(day), clock=clock)
        family.write(partial(reminding.save_own, before=None, after=reminder, now=MORNING))
    friday = SmallThing(title="Tea on the porch", weekday=4, clock=time(15))
    family.write(partial(selfcare.save_thing, before=None, after=friday))
    found = view(family)
    assert [(row.title, row.time) for row in found.today if row.reminder] == [("Call HR", "10:00 am")]
    coming = {row.title: row for row in found.coming}
    assert coming["Mail the form"].day == "Tue Nov 24"
    assert (coming["Tea on the porch"].day, coming["Tea on the porch"].time) == ("Fri Nov 27", "3:00 pm")
    assert "Renew the card" not in coming


def test_a_daily_reminder_stands_on_its_next_day_alone(family: Workspace) -> None:
    every_day, workdays = Repeat(every=Every.DAYS), Repeat(every=Every.WEEKS, on=(0, 1, 2, 3, 4))
    for text, repeat in (("Water the ferns", every_day), ("Call the school", workdays)):
        reminder = OwnReminder(text=text, day=TODAY, clock=time(9), repeat=repeat)
        family.write(partial(reminding.save_own, before=None, after=reminder, now=MORNING))
    found = view(family)
    assert [row.title for row in found.today if row.reminder] == ["Water the ferns"]
    assert [(row.title, row.day) for row in found.coming if row.reminder] == [("Call the school", "Mon Nov 23")]


def test_a_reminder_that_was_put_off_stands_at_its_new_time(family: Workspace) -> None:
    own = OwnReminder(text="Call HR", day=TODAY, clock=time(9))
    family.write(partial(reminding.save_own, before=None, after=own, now=MORNING))
    family.write(partial(reminding.put_off, due=due_of(own, TODAY), later=Later.HOUR, at=MORNING.replace(hour=9)))
    found = view(family)
    assert [(row.title, row.time) for row in found.today if row.reminder] == [("Call HR", "10:00 am")]


def test_a_reminder_that_was_put_away_is_no_more_of_the_day_one_that_was_opened_is(family: Workspace) -> None:
    day = Repeat(every=Every.DAYS)
    texts = ("Water the ferns", "Call HR", "Mail the form")
    own = [OwnReminder(text=text, day=TODAY, clock=time(9), repeat=day) for text in texts]
    for each in own:
        family.write(partial(reminding.save_own, before=None, after=each, now=MORNING))
    away, opened, later = (due_of(each, TODAY) for each in own)
    family.write(partial(reminding.close, dues=[away], at=MORNING, off=True))
    family.write(partial(reminding.close, dues=[opened], at=MORNING))
    family.write(partial(reminding.put_off, due=later, later=Later.TOMORROW, at=MORNING))
    found = view(family)
    assert [row.title for row in found.today if row.reminder] == ["Call HR"]
    assert {row.title: row.day for row in found.coming if row.reminder} == {
        "Water the ferns": "Mon Nov 23",
        "Mail the form": "Mon Nov 23",
    }


def test_the_small_thing_that_comes_first_is_told_first(family: Workspace) -> None:
    for title, clock in (("Stretch", time(15)), ("Walk", time(9)), ("Call my sister", None)):
        thing = SmallThing(title=title, weekday=TODAY.weekday(), clock=clock)
        family.write(partial(selfcare.save_thing, before=None, after=thing))
    found = more(family).moment
    assert found is not None
    assert found.sentence.startswith("Walk.")


def test_the_plan_for_today_lies_in_the_time_that_is_told(family: Workspace) -> None:
    add(family, "Sit with Maria", "Priya", kind=TaskKind.STAY, when=When(clock=time(14)), minutes=120)
    walk = SmallThing(title="Walk around the block", weekday=TODAY.weekday(), clock=time(14), minutes=20)
    family.write(partial(selfcare.save_thing, before=None, after=walk))
    found = more(family).moment
    assert found is not None
    assert found.sentence == (
        "Priya is there today. You have from 2:00 pm to 4:00 pm. Your plan for today: Walk around the block, 2:00 pm."
    )
    found = more(family, datetime.combine(TODAY, time(14, 5))).moment
    assert found is not None
    assert found.sentence == (
        "Priya is there today. You have until 4:00 pm. Your plan for today: Walk around the block."
    )


def test_the_parts_of_leave_add_up(family: Workspace) -> None:
    found = more(family).leave
    assert found is not None
    assert found.legend == ("80 hours used", "8 hours planned", "392 hours free")


def test_once_its_day_is_over_a_paper_and_a_call_say_so_calmly(family: Workspace) -> None:
    later = {each.sentence for each in more(family, MORNING + timedelta(45)).due}
    assert "Your doctor form (certification) was due at work on Dec 3, 2026." in later
    assert "You wanted to call Lakeside Health Plan back on Nov 25, 2026." in later
    assert not any(" by Dec" in each or "overdue" in each for each in later)


def test_two_who_are_there_are_there(family: Workspace) -> None:
    task = add(family, "Sit with Maria", "Priya", kind=TaskKind.STAY, when=When(clock=time(15)), minutes=120, needed=2)
    ana = next(each for each in family.read(people.helpers) if each.first_name == "Ana")
    item = next(each.item for each in view(family).today if each.item and each.item.task.id == task.id)
    family.write(partial(tasks.promise, item=item, person_id=ana.id, now=NOW))
    found = more(family).moment
    assert found is not None
    assert " are there today. You have from 3:00 pm to 5:00 pm." in found.sentence


def test_a_moment_for_you_is_also_for_what_fits_whenever(family: Workspace) -> None:
    thing = SmallThing(title="Call my sister")
    family.write(partial(selfcare.save_thing, before=None, after=thing))
    found = more(family).moment
    assert found is not None
    assert found.thing is not None
    assert found.sentence.startswith("Call my sister.")
    week = found.thing.time.week
    family.write(partial(selfcare.done, thing=found.thing.thing, week=week, now=NOW))
    assert more(family).moment is None


def test_the_next_day_off_is_never_one_of_today_that_was_taken(tmp_path: Path) -> None:
    workspace = Workspace(open_file(file_of("leave", tmp_path)), Clock(TODAY))
    job = workspace.read(leave.jobs)[0]
    day = TODAY + timedelta(1)
    taken = TimeOff(job_id=job.id, first=day, last=day, minutes=60, planned=False, reason=LeaveReason.APPOINTMENT)
    workspace.write(partial(leave.log, entries=[taken]))
    before = workspace.read(partial(today_more.leave_left, today=TODAY))
    after = workspace.read(partial(today_more.leave_left, today=day))
    assert before is not None
    assert before.next_day == day
    assert after is not None
    assert after.next_day != day
    workspace.close()


def test_when_she_has_died_nothing_of_hers_is_asked_and_one_line_says_so(family: Workspace) -> None:
    add(family, "Keep Maria company", kind=TaskKind.STAY)
    assert view(family).needing
    assert not view(family).season
    family.write(partial(seasons.change, season=Season.DIED, today=TODAY, now=NOW))
    calm, beside = view(family), more(family)
    assert (calm.to_tell, calm.left) == ((), ())
    assert "Keep Maria company" not in [each.title for each in calm.needing]
    assert calm.season == "All that you kept of Maria is here."  # read every morning: no more than that
    assert [each.title for each in beside.waiting] == ["Set up the guest room"]  # goes on, as was told
    assert beside.leave is None
    assert all(each.tab != "leave" for each in beside.due)
