"""What gets on each sheet, what is left out and why, and how copies are counted."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.household import Household, Paper
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.records import Record
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Item, Status, Task, occurrence_of
from caregiver_app.services import demo, helper_sheet, people, printing, sign_up_sheet, tasks, week_sheet
from caregiver_app.services.household import choose
from caregiver_app.services.printing import Prepared, Request, Stretch
from caregiver_app.services.sheet_rules import NotOnTheList, Shown
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.documents import reading

MONDAY = date(2026, 11, 23)
WEEK = Span(MONDAY, MONDAY + timedelta(6))
ANA = Person(name="Ana Lind", phone="555-0142", phone_on_paper=True)
BEN = Person(name="Ben Okoro", phone="555-0117")
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER, phone="555-0100", phone_on_paper=True)


def keep(workspace: Workspace, *records: Record) -> None:
    for record in records:
        workspace.write(partial(put, record=record))


def put(work: UnitOfWork, record: Record) -> None:
    work.put(record)


def add(workspace: Workspace, title: str, helper: Person | None = None, **more: object) -> Task:
    task = replace(Task(title=title, day=MONDAY, kind=TaskKind.CHORES), **more)  # type: ignore[arg-type]
    helper_id = helper.id if helper else None
    workspace.write(partial(tasks.add, task=task, helper_id=helper_id, now=workspace.clock.now()))
    return task


def prepared(workspace: Workspace, sheet: str = "week", **more: object) -> Prepared:
    request = replace(Request(sheet=sheet, span=WEEK), **more)  # type: ignore[arg-type]
    return workspace.read(partial(printing.prepare, request=request, at=workspace.clock.local()))


def text(workspace: Workspace, sheet: str = "week", **more: object) -> str:
    return reading.words(printing.make(prepared(workspace, sheet, **more)))


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    keep(workspace, ANA, BEN, SAM)
    return workspace


def test_the_fridge_shows_who_does_what_in_public_words(family: Workspace) -> None:
    add(family, "Dinner for 4", ANA, when=When(clock=time(17, 30)))
    add(family, "Drive to Dr. Reyes", BEN, public_title="Morning drive")
    add(family, "Rake the yard", needed=2)
    found = text(family)
    for words in ("5:30 pm Dinner for 4 Ana", "Morning drive Ben", "needs 2 people", "Call Sam 555-0100"):
        assert words in found
    assert "Reyes" not in found
    assert "Lind" not in found


def test_what_a_smaller_circle_keeps_is_left_out_and_said(family: Workspace) -> None:
    private = {audience: add(family, f"{audience} thing", audience=audience) for audience in Audience}
    found = prepared(family)
    assert "fridge thing" in reading.words(printing.make(found))
    assert {left.task_id: left.why for left in found.left_out} == {
        private[Audience.HELPER].id: "It is kept for the helper who does it.",
        private[Audience.FAMILY].id: "It is kept for the family circle.",
        private[Audience.ME].id: "It is kept for you alone.",
    }
    assert "helper thing, Nov 23" in {left.what for left in found.left_out}


def test_a_ride_on_the_fridge_does_not_tell_when_the_house_is_empty(family: Workspace) -> None:
    ride = add(family, "Morning drive", BEN, kind=TaskKind.RIDE, when=When(clock=time(8, 15)), audience=Audience.FRIDGE)
    assert "morning Morning drive" in text(family)
    assert "8:15" not in text(family)
    assert [left.task_id for left in prepared(family).left_out] == [ride.id]
    family.write(partial(choose, ride_times_on_fridge=True))
    assert "8:15 am Morning drive" in text(family)
    assert prepared(family).left_out == ()


def test_a_title_with_letters_we_do_not_have_leaves_a_gap_and_says_so(family: Workspace) -> None:
    task = add(family, "Call 李 at noon")
    found = prepared(family)
    assert "Call ______ at noon" in reading.words(printing.make(found))
    assert [left.task_id for left in found.left_out] == [task.id]


def test_two_weeks_fit_on_one_sheet(family: Workspace) -> None:
    add(family, "Dinner")
    add(family, "Lunch", day=MONDAY + timedelta(9))
    span = printing.span_of(Stretch.TWO_WEEKS, MONDAY, 0)
    found = text(family, span=span)
    for words in ("Help these 2 weeks", "Mon Nov 23 – Sun Dec 6 2026", "Dinner", "Wed Dec 2"):
        assert words in found


def test_the_big_grid_shows_the_same_public_facts(family: Workspace) -> None:
    add(
        family,
        "Drive to Dr. Reyes",
        BEN,
        public_title="Morning drive",
        kind=TaskKind.RIDE,
        when=When(clock=time(8, 15)),
    )
    add(family, "Private", audience=Audience.HELPER, notes="zebra")
    pdf = printing.make(prepared(family, grid=True))
    assert reading.paper(pdf) == (792, 612)
    found = reading.words(pdf)
    assert "morning Morning drive Ben" in found
    for words in ("Reyes", "8:15", "Private", "zebra"):
        assert words not in found


def test_a_day_too_full_for_the_grid_prints_as_bands_and_says_why(family: Workspace) -> None:
    for number in range(4):
        add(family, f"Task {number}")
    found = prepared(family, grid=True)
    assert found.no_grid == "Mon Nov 23 has 4 things. The big grid holds 3, so the days print as bands."
    assert reading.paper(printing.make(found)) == (612, 792)


def test_the_order_of_the_sheet_does_not_tell_it_either(family: Workspace) -> None:
    add(family, "A ride", when=When(clock=time(11, 0)), kind=TaskKind.RIDE, audience=Audience.FRIDGE)
    add(family, "B walk", when=When(clock=time(9, 0)))
    rows = prepared(family).data[0].rows
    assert [row.what for row in rows] == ["A ride", "B walk"]


def test_done_and_not_needed_stand_on_a_new_print(family: Workspace) -> None:
    done, off = add(family, "Walk Biscuit", ANA), add(family, "Library books")
    for task, status in ((done, Status.DONE), (off, Status.NOT_NEEDED)):
        item = Item(task, occurrence_of(task, MONDAY))
        family.write(partial(tasks.set_status, item=item, status=status, now=family.clock.now()))
    found = text(family)
    assert "Walk Biscuit Ana done" in found
    assert "Library books not needed" in found
    assert "Still needs someone" not in found


def test_numbers_of_helpers_print_only_when_wanted_and_only_with_their_ok(family: Workspace) -> None:
    add(family, "Dinner", ANA)
    add(family, "Lunch", BEN)
    assert "555-0142" not in text(family)
    assert "Ana 555-0142" in text(family, phones=True)
    assert "555-0117" not in text(family, phones=True)


def test_the_caregivers_own_number_needs_their_ok_too(family: Workspace) -> None:
    keep(family, replace(SAM, phone_on_paper=False))
    assert "Changes? Tell Sam" in text(family)
    assert "555-0100" not in text(family)
    assert [left.person_id for left in prepared(family).left_out] == [SAM.id]


def test_two_with_the_same_first_name_have_an_initial(family: Workspace) -> None:
    keep(family, Person(name="Ana Baker"))
    add(family, "Dinner", ANA)
    assert "Ana L." in text(family)


def test_a_name_without_letters_is_reported_and_a_latin_spelling_prints(family: Workspace) -> None:
    person = Person(name="李小龙")
    keep(family, person)
    add(family, "Dinner", person)
    assert [each.id for each in prepared(family).to_write] == [person.id]
    keep(family, replace(person, latin_name="Li Xiaolong"))
    assert prepared(family).to_write == ()
    assert "Dinner Li" in text(family)


UNSEEN = "zebra"


def test_no_private_field_ever_reaches_a_sheet(family: Workspace) -> None:
    keep(family, replace(ANA, email="zebra@example.com", notes=UNSEEN), replace(BEN, notes=UNSEEN, phone=UNSEEN))
    keep(family, Person(name=f"Maria {UNSEEN}", role=Role.CARED_FOR, notes=UNSEEN), Household(house_notes=UNSEEN))
    add(family, f"{UNSEEN} one", ANA, public_title="Visit", place=UNSEEN, notes=UNSEEN)
    add(family, f"{UNSEEN} two", public_title="Errand", place=UNSEEN, notes=UNSEEN)
    for sheet in ("week", "sign-up"):
        assert UNSEEN not in text(family, sheet, phones=True).casefold()
    helper = text(family, "helper", person_id=ANA.id)
    assert "one" not in helper.split()
    assert "two" not in helper.split()


@pytest.mark.parametrize("module", [week_sheet, helper_sheet, sign_up_sheet])
def test_a_field_that_is_not_listed_can_not_be_read(module: object) -> None:
    listed = module.FIELDS  # type: ignore[attr-defined]
    task = Task(title="Dinner", day=MONDAY)
    for record in (task, Household(), ANA, Item(task, occurrence_of(task, MONDAY))):
        if type(record) not in listed:
            continue
        shown = Shown(record, listed)
        for field in {each.name for each in fields(record)} - listed[type(record)]:
            with pytest.raises(NotOnTheList):
                getattr(shown, field)


@pytest.mark.parametrize("field", ["title", "notes", "place", "minutes", "backup_id", "suggested_id"])
def test_the_fridge_has_no_way_to_private_facts_of_a_task(field: str) -> None:
    with pytest.raises(NotOnTheList):
        getattr(Shown(Task(title="Dinner", day=MONDAY), week_sheet.FIELDS), field)


def test_a_helper_sees_their_own_things_with_place_and_notes(family: Workspace) -> None:
    add(family, "Dinner for 4", ANA, place="Front porch", minutes=90, notes="Use the cooler.")
    add(family, "Fix the gate", BEN)
    add(family, "Nobody yet")
    found = text(family, "helper", person_id=ANA.id)
    for words in ("Thank you, Ana", "Dinner for 4 Front porch 1 hour 30 min Use the cooler."):
        assert words in found
    for words in ("Ben", "gate", "Nobody"):
        assert words not in found


def test_house_notes_print_for_helpers_unless_they_are_switched_off(family: Workspace) -> None:
    add(family, "Dinner", ANA)
    family.write(partial(choose, house_notes="Dishes may stay in the sink."))
    notes = "House notes Dishes may stay in the sink."
    assert notes in text(family, "helper", person_id=ANA.id)
    assert notes in text(family, "helper", blank=True)
    without = prepared(family, "helper", house_notes=False)
    assert "Dishes" not in reading.words(printing.make(without))
    assert [left.what for left in without.left_out] == ["The house notes"]
    for sheet in ("week", "sign-up"):
        assert "Dishes" not in text(family, sheet)


def test_the_family_circle_sees_more_than_other_helpers(family: Workspace) -> None:
    for person in (ANA, BEN):
        add(family, f"Sit with Maria, {person.first_name}", person, audience=Audience.FAMILY)
    keep(family, replace(ANA, family_circle=True))
    assert "Sit with Maria" in text(family, "helper", person_id=ANA.id)
    left = prepared(family, "helper", person_id=BEN.id)
    assert "Sit with Maria" not in reading.words(printing.make(left))
    assert [each.why for each in left.left_out] == ["It is kept for the family circle."]


def test_one_sheet_for_each_helper_with_something_to_do(family: Workspace) -> None:
    add(family, "Dinner", ANA)
    add(family, "Gate", BEN)
    add(family, "Mine", SAM)
    found = prepared(family, "helper")
    assert found.people == (ANA.id, BEN.id)
    words = reading.words(printing.make(found))
    assert "Thank you, Ana" in words
    assert "Thank you, Ben" in words
    assert "Thank you, Sam" not in words


def test_sign_up_lists_what_is_open_with_another_number_if_the_family_likes(family: Workspace) -> None:
    add(family, "Dinner", ANA)
    add(family, "Rake the yard")
    found = text(family, "sign-up", person_id=ANA.id)
    assert "Rake the yard" in found
    assert "Dinner" not in found
    assert "Questions? Ana 555-0142" in found
    assert "Sam" not in found


def test_nobody_is_asked_to_sign_up_for_a_day_that_is_over(family: Workspace) -> None:
    yesterday = family.clock.today() - timedelta(1)
    add(family, "Wash the car", day=yesterday)
    add(family, "Rake the yard")
    found = text(family, "sign-up", span=Span(yesterday, WEEK.last))
    assert "Rake the yard" in found
    assert "Wash the car" not in found


def test_a_blank_form_holds_nothing_of_the_week(family: Workspace) -> None:
    add(family, "Dinner", ANA)
    for sheet in printing.SHEETS:
        assert "Dinner" not in text(family, sheet, blank=True)


def test_each_copy_says_which_one_it_replaces(family: Workspace) -> None:
    now = family.clock.now()
    assert "copy 1 – questions" in text(family)
    family.write(partial(printing.count_copies, prepared=prepared(family), now=now))
    assert "copy 2, replaces copy 1" in text(family)
    family.write(partial(printing.count_copies, prepared=prepared(family), now=now))
    assert "copy 3, replaces copy 2" in text(family)
    later = Span(WEEK.first + timedelta(7), WEEK.last + timedelta(7))
    assert "copy 1" in text(family, span=later)
    kept = family.read(lambda work: work.all(PrintedSheet))
    assert [(sheet.sheet, sheet.first_day, sheet.copies, sheet.printed_at) for sheet in kept] == [
        ("week", MONDAY, 2, now)
    ]


def test_copies_are_counted_for_each_helper(family: Workspace) -> None:
    add(family, "Dinner", ANA)
    add(family, "Gate", BEN)
    alone = prepared(family, "helper", person_id=ANA.id)
    family.write(partial(printing.count_copies, prepared=alone, now=family.clock.now()))
    assert [sheet.stamp.copy for sheet in prepared(family, "helper").data] == [2, 1]


def test_reading_a_sheet_writes_nothing_and_gives_the_same_bytes(family: Workspace) -> None:
    add(family, "Dinner", ANA)
    assert printing.make(prepared(family)) == printing.make(prepared(family))
    assert family.read(lambda work: work.all(PrintedSheet)) == []


def test_the_usual_request_is_the_familys_week_and_paper(family: Workspace) -> None:
    family.write(partial(choose, week_start=0, paper=Paper.A4, large_print=True))
    request = family.read(partial(printing.request_for, sheet="week", day=date(2026, 11, 26)))
    assert request.span == WEEK
    assert request.look == printing.Look(paper=Paper.A4, large=True)
    month = family.read(partial(printing.request_for, sheet="helper", day=MONDAY, stretch=Stretch.MONTH))
    assert month.span == Span(date(2026, 11, 1), date(2026, 11, 30))
    weeks = family.read(partial(printing.request_for, sheet="sign-up", day=MONDAY, stretch=Stretch.FOUR_WEEKS))
    assert weeks.span == Span(MONDAY, date(2026, 12, 20))


@pytest.mark.parametrize(
    ("sheet", "first", "last", "person", "name"),
    [
        ("week", date(2026, 11, 23), date(2026, 11, 29), "", "Week sheet Nov 23 to 29 2026.pdf"),
        ("week", date(2026, 11, 30), date(2026, 12, 6), "", "Week sheet Nov 30 to Dec 6 2026.pdf"),
        ("week", date(2026, 12, 28), date(2027, 1, 3), "", "Week sheet Dec 28 to Jan 3 2027.pdf"),
        ("helper", date(2026, 11, 23), date(2026, 11, 29), "Ana", "Helper sheet Ana Nov 23 to 29 2026.pdf"),
        ("helper", date(2026, 11, 23), date(2026, 11, 29), "../A:b", "Helper sheet .. A b Nov 23 to 29 2026.pdf"),
    ],
)
def test_the_file_has_a_name_that_says_what_it_is(sheet: str, first: date, last: date, person: str, name: str) -> None:
    assert printing.file_name(sheet, Span(first, last), person) == name


def test_a_saved_pdf_is_for_its_owner_alone(family: Workspace, tmp_path: Path) -> None:
    found = prepared(family)
    path = tmp_path / found.file_name
    printing.save_pdf(path, printing.make(found))
    assert path.read_bytes().startswith(b"%PDF")
    assert path.stat().st_mode & 0o077 == 0


def fridge_words() -> list[str]:
    lines = (Path(__file__).parents[1] / "data" / "fridge_words.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_the_made_up_family_has_a_calm_week_of_one_page(workspace: Workspace) -> None:
    workspace.write(partial(demo.fill, today=date(2026, 11, 22)))
    pdf = printing.make(prepared(workspace))
    reading.is_sound(pdf)
    assert len(reading.pages(pdf)) == 1
    assert len(fridge_words()) >= 80
    words = f" {reading.words(pdf).casefold()} "
    assert [word for word in fridge_words() if f" {word} " in words] == []


def test_every_sheet_of_the_made_up_family_is_sound(workspace: Workspace) -> None:
    workspace.write(partial(demo.fill, today=date(2026, 11, 22)))
    busy = workspace.read(partial(printing.people_for, request=Request(sheet="helper", span=WEEK)))
    assert len(busy) >= 4
    ids: list[UUID | None] = [None, *(person.id for person in busy)]
    for person_id in ids:
        pdf = printing.make(prepared(workspace, "helper", person_id=person_id))
        reading.is_sound(pdf, halves=True)
    reading.is_sound(printing.make(prepared(workspace, "sign-up")))


def test_somebody_who_was_removed_can_not_have_a_sheet(family: Workspace) -> None:
    family.write(partial(people.remove, person=ANA))
    with pytest.raises(FileProblem):
        prepared(family, "helper", person_id=ANA.id)


def test_the_moment_of_printing_is_the_clocks(family: Workspace) -> None:
    request = Request(sheet="week", span=WEEK)
    at = datetime(2026, 11, 22, 18, 40)  # noqa: DTZ001 - the family's own wall clock
    found = family.read(partial(printing.prepare, request=request, at=at))
    assert "Printed Sun Nov 22 2026, 6:40 pm" in reading.words(printing.make(found))
    family.write(partial(choose, clock24=True))
    found = family.read(partial(printing.prepare, request=request, at=at))
    assert "Printed Sun Nov 22 2026, 18:40" in reading.words(printing.make(found))


def test_nobody_is_looked_for_on_a_day_that_is_over(family: Workspace) -> None:
    add(family, "Rake the yard", day=MONDAY)
    add(family, "Bake bread", day=MONDAY + timedelta(3))
    family.clock = Clock(MONDAY + timedelta(1))
    said = text(family)
    assert said.count("Rake the yard") == 1, "it stays on its day, with room for a name"
    assert said.count("Bake bread") == 2, "on its day, and where people sign"
