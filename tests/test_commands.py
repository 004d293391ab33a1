"""The command line: sheets and checks without a window, and trouble in one plain line."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.commands import main
from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expenses import (
    AgreedShares,
    Expense,
    OwnFigure,
    PaidBack,
    Reimbursement,
    Share,
    Source,
    TaxYear,
)
from caregiver_app.domain.household import Household, Paper
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.papers import Clock
from caregiver_app.domain.leave.records import (
    EmployerCount,
    LeaveJob,
    LeavePaper,
    MethodChanged,
    TimeOff,
    WorkPattern,
)
from caregiver_app.domain.people import Person
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.domain.records import Record
from caregiver_app.domain.reminders import About, OwnReminder, ReminderRules, Touched
from caregiver_app.domain.seasons import SeasonNow
from caregiver_app.domain.selfcare import (
    CarePlan,
    Feel,
    Feeling,
    HelpLine,
    JournalEntry,
    SmallThing,
    SmallThingTime,
)
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Task
from caregiver_app.services import agenda, calendar_files, outcomes
from caregiver_app.services.demo import fill
from caregiver_app.services.opening import open_workspace
from caregiver_app.storage.tables import TABLE_OF
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.disks import read_only_folder
from tests.documents import reading

TODAY = date(2026, 11, 22)
DEMO = ["--demo", "--today", "2026-11-22", "--week", "2026-11-23"]
OF_LEAVE = ["payform", "leavelog", "returns", "hrquestions"]
NAMES = ["week", "helper", "sign-up", "slip", "rides", "appointments", *OF_LEAVE]
NAMES += ["expenses", "mileage", "receipts", "missing", "claims", "calls", "settleup", "selfcare", "today"]
UNREADABLE = (
    ("people", "seats = 99"),
    ("tasks", "needed = -1"),
    ("occurrences", "status = 'half'"),
    ("asks", "answer = 'perhaps'"),
    ("households", "week_start = 99"),
    ("printed_sheets", "printed_at = 'noon'"),
    ("places", "travel_minutes = 99999"),
    ("clinicians", "name = ''"),
    ("series", "repeat = 'now and then'"),
    ("appointments", "minutes = 99999"),
    ("rides", "seats = 99"),
    ("outcomes", "miles = -1"),
    ("issued", "day = 'a Monday'"),
    ("leave_jobs", "increment = 999"),
    ("work_patterns", "weeks = '9'"),
    ("method_changes", "old_method = 'moon'"),
    ("time_off", "every_days = 0"),
    ("employer_counts", "minutes = 9999"),
    ("leave_papers", "clock = 'cuckoo'"),
    ("expenses", "people = 99"),
    ("receipts", "type = 'a song'"),
    ("claims", "plan = 'none'"),
    ("reimbursements", "source = 'the moon'"),
    ("call_notes", "day = 'a Monday'"),
    ("agreed_shares", "shares = '9'"),
    ("paid_back", "amount = -1"),
    ("tax_years", "agi = -1"),
    ("own_figures", "value = '\"much\"'"),
    ("small_things", "minutes = 0"),
    ("small_thing_times", "day = 'a Monday'"),
    ("feelings", "feel = 'blue'"),
    ("journal_entries", "text = ''"),
    ("care_plans", "call_ids = '9'"),
    ("help_lines", "phone = ''"),
    ("reminder_rules", "quiet_from = 'dusk'"),
    ("own_reminders", "text = ''"),
    ("touched_reminders", "about = 'the moon'"),
    ("seasons", "season = 'spring'"),
)


@pytest.fixture
def family_file(tmp_path: Path) -> Path:
    """A family's file with two helpers."""
    path = tmp_path / "family.care"
    workspace = open_workspace(path, today=date(2026, 11, 22))
    for record in (Person(name="Ana Lind"), Person(name="Ana Baker"), Household(paper=Paper.A4)):
        workspace.write(partial(_put, record=record))
    workspace.close()
    return path


def _put(work: UnitOfWork, record: Record) -> None:
    work.put(record)


def _refused(capsys: pytest.CaptureFixture[str], words: list[str], code: int) -> str:
    """Run a command that can't be done; what it said, which is one line, on stderr alone."""
    assert main(words) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    return said.err


def test_the_demo_week_is_one_letter_page_and_the_same_bytes_twice(tmp_path: Path) -> None:
    files = [tmp_path / "a.pdf", tmp_path / "b.pdf"]
    for file in files:
        assert main(["print", "week", *DEMO, "--out", str(file)]) == 0
    one, two = (file.read_bytes() for file in files)
    assert one == two
    assert reading.paper(one) == (612, 792)
    assert len(reading.pages(one)) == 1
    text = reading.words(one)
    assert "Printed Sun Nov 22 2026, 8:00 am – questions: Sam 555-0100" in text
    assert "copy" not in text
    reading.is_sound(one)


@pytest.mark.parametrize("sheet", ["week", "helper", "sign-up", "slip", "rides", "appointments"])
def test_each_sheet_comes_on_a4_in_large_print(tmp_path: Path, sheet: str) -> None:
    file = tmp_path / "sheet.pdf"
    assert main(["print", sheet, *DEMO, "--paper", "a4", "--large", "--out", str(file)]) == 0
    pdf = file.read_bytes()
    reading.is_sound(pdf, halves=sheet in ("helper", "slip"), smallest_item=18)
    assert sorted(reading.paper(pdf)) == pytest.approx([595.3, 841.9], abs=0.1)


def test_a_big_grid_comes_where_the_week_fits_it_else_bands_and_the_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "week.pdf"
    assert main(["print", "week", *DEMO, "--grid", "--out", str(file)]) == 0
    assert capsys.readouterr().err == ""
    assert reading.paper(file.read_bytes()) == (792, 612)
    reading.is_sound(file.read_bytes())
    assert main(["print", "week", *DEMO, "--grid", "--large", "--out", str(file)]) == 0
    assert capsys.readouterr().err == "Larger print needs the whole width, so the days print as bands.\n"
    assert reading.paper(file.read_bytes()) == (612, 792)


@pytest.mark.parametrize(
    ("sheet", "weeks", "last"),
    [
        ("week", 2, "Dec 6"),
        ("helper", 2, "Dec 6"),
        ("sign-up", 2, "Dec 6"),
        ("sign-up", 3, "Dec 13"),
        ("sign-up", 4, "Dec 20"),
        ("rides", 2, "Dec 6"),
        ("appointments", 4, "Dec 20"),
    ],
)
def test_a_sheet_comes_for_more_weeks(tmp_path: Path, sheet: str, weeks: int, last: str) -> None:
    file = tmp_path / "sheet.pdf"
    assert main(["print", sheet, *DEMO, "--weeks", str(weeks), "--out", str(file)]) == 0
    assert f"Mon Nov 23 – Sun {last} 2026" in reading.words(file.read_bytes())


def test_the_sheets_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == NAMES


def test_a_helper_is_found_by_name(tmp_path: Path) -> None:
    file = tmp_path / "ana.pdf"
    for name in ("Ana", "ana lindqvist", " ANA "):
        assert main(["print", "helper", *DEMO, "--helper", name, "--out", str(file)]) == 0
        assert "Thank you, Ana" in reading.words(file.read_bytes())
        assert "Thank you, Ben" not in reading.words(file.read_bytes())


def test_a_driver_has_slips_and_the_list_looks_five_weeks_ahead(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    assert main(["print", "slip", *DEMO, "--helper", "Ben", "--out", str(file)]) == 0
    assert "Driver Ben" in reading.words(file.read_bytes())
    assert "Driver Ana" not in reading.words(file.read_bytes())
    assert main(["print", "appointments", *DEMO, "--out", str(file)]) == 0
    assert "Mon Nov 23 – Sun Dec 27 2026" in reading.words(file.read_bytes())
    assert len(reading.pages(file.read_bytes())) == 1


def test_sheets_of_leave_come_for_a_job_by_its_name_and_as_a_table(
    family_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = open_workspace(family_file)
    person = workspace.read(lambda work: work.all(Person))[0]
    jobs = [LeaveJob(person_id=person.id, employer=name) for name in ("Northwind", "Tern Books")]
    for record in (*jobs, TimeOff(job_id=jobs[1].id, first=date(2026, 11, 24), last=date(2026, 11, 24), minutes=90)):
        workspace.write(partial(_put, record=record))
    workspace.close()
    words = ["--file", str(family_file), "--today", "2026-11-25", "--week", "2026-11-25"]
    for sheet in OF_LEAVE:
        file = tmp_path / f"{sheet}.pdf"
        assert main(["print", sheet, *words, "--job", "tern books", "--paper", "a4", "--out", str(file)]) == 0
        reading.is_sound(file.read_bytes(), smallest_item=12)
        assert "Tern Books" in reading.words(file.read_bytes())
    assert "Tue Nov 24 1.5 intermittent C" in reading.words((tmp_path / "payform.pdf").read_bytes())
    table = tmp_path / "form.csv"
    assert main(["print", "payform", *words, "--weeks", "2", "--job", "Tern Books", "--out", str(table)]) == 0
    assert "2026-11-24,,,1.5,intermittent,C" in table.read_text("utf-8-sig")
    capsys.readouterr()
    said = _refused(capsys, ["print", "payform", *words, "--job", "Gull", "--out", str(table)], 1)
    assert "There are: " in said
    for refused, why in (
        (["week", "--job", "Northwind"], "“Week sheet” is not made for a job."),
        (["returns", "--weeks", "2"], "“Return calendar” is not made by weeks."),
        (["hrquestions"], "This sheet does not come as a table."),
    ):
        assert why in _refused(capsys, ["print", *refused, *words, "--out", str(table)], 2)


def test_without_a_ride_to_drive_there_is_no_slip_and_it_is_said(
    family_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "slip.pdf"
    words = ["print", "slip", "--file", str(family_file), "--week", "2026-11-23", "--out", str(file)]
    for helper, said in (([], "There are no rides"), (["--helper", "Ana Lind"], "Ana has no rides")):
        assert main([*words, *helper]) == 0
        told = capsys.readouterr()
        assert told.out == f"{said} to drive from Sun Nov 22 to Sat Nov 28. No PDF was made.\n"
        assert told.err == ""
    assert not file.exists()


def test_words_that_strangers_should_not_read_are_told(
    family_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = open_workspace(family_file)
    for title, public_title in (("Drive", "Ride to chemo"), ("Dinner", "")):
        workspace.write(partial(_put, record=Task(title=title, public_title=public_title, day=date(2026, 11, 24))))
    workspace.close()
    words = ["--file", str(family_file), "--week", "2026-11-23", "--out", str(tmp_path / "w.pdf")]
    assert main(["print", "week", *words]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "1 thing here tells strangers a lot:",
        "“Ride to chemo” – everyone who comes in can read “chemo”.",
    ]
    assert main(["print", "helper", *words]) == 0
    assert capsys.readouterr().err == ""


def test_printing_from_a_file_changes_nothing_in_it(family_file: Path, tmp_path: Path) -> None:
    for _ in range(2):
        words = ["print", "week", "--file", str(family_file), "--week", "2026-11-23", "--out", str(tmp_path / "w.pdf")]
        assert main(words) == 0
    assert "copy" not in reading.words((tmp_path / "w.pdf").read_bytes())
    assert reading.paper((tmp_path / "w.pdf").read_bytes())[0] == pytest.approx(595.3, abs=0.1)
    workspace = open_workspace(family_file)
    assert workspace.read(lambda work: work.all(PrintedSheet)) == []
    workspace.close()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["print"], "Say which sheet to print."),
        (["print", "week", "--demo"], "Say where to put the PDF"),
        (["print", "weak", "--out", "x"], f"There are: {', '.join(NAMES)}."),
        (["print", "week", "--demo", "--week", "2026-13-01", "--out", "x"], "“2026-13-01” is not a day."),
        (["print", "week", "--demo", "--today", "9999-12-31", "--out", "x"], "should be close to this one"),
        (["print", "week", "--demo", "--paper", "a5", "--out", "x"], "Type letter or a4."),
        (["print", "week", "--demo", "--file", "y", "--out", "x"], "--file"),
        (["print", "week", "--colour", "--out", "x"], "--colour"),
        (["print", "week", "--demo", "--weeks", "3", "--out", "x"], "“Week sheet” is made for 1 or 2 weeks."),
        (["print", "sign-up", "--demo", "--weeks", "1", "--out", "x"], "is made for 2 or 3 or 4 weeks."),
        (["print", "week", "--demo", "--weeks", "some", "--out", "x"], "“some” is not a number of weeks."),
        (["print", "helper", "--demo", "--grid", "--out", "x"], "“Helper sheet” does not come as a big grid."),
        (
            ["print", "rides", "--demo", "--helper", "Ana", "--out", "x"],
            "“Ride sheet” is not made for one helper alone.",
        ),
        (["check", "--bogus"], "--bogus"),
    ],
)
def test_a_command_that_is_not_understood(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    assert said in _refused(capsys, words, 2)


def test_trouble_of_the_world_is_one_plain_line(
    capsys: pytest.CaptureFixture[str], family_file: Path, tmp_path: Path
) -> None:
    out = ["--out", str(tmp_path / "x.pdf")]
    missing = ["--file", str(tmp_path / "gone.care")]
    assert "can’t find the file gone.care" in _refused(capsys, ["print", "week", *missing, *out], 1)
    assert "can’t find the file gone.care" in _refused(capsys, ["check", *missing], 1)
    assert not (tmp_path / "gone.care").exists()
    nobody = ["print", "helper", "--file", str(family_file), "--helper", "Bob", *out]
    assert "Nobody here is called “Bob.”" in _refused(capsys, nobody, 1)
    two = ["print", "helper", "--file", str(family_file), "--helper", "Ana", *out]
    assert "More than one person is called “Ana”" in _refused(capsys, two, 1)
    lost = ["print", "week", *DEMO, "--out", str(tmp_path / "gone" / "x.pdf")]
    assert "can’t find this folder" in _refused(capsys, lost, 1)
    with read_only_folder(tmp_path / "locked") as folder:
        locked = ["print", "week", *DEMO, "--out", str(folder / "x.pdf")]
        assert "can’t write to this file or its folder" in _refused(capsys, locked, 1)
    assert not (tmp_path / "x.pdf").exists()


def test_a_sound_file_is_said_to_be_sound(capsys: pytest.CaptureFixture[str], family_file: Path) -> None:
    assert main(["check", "--file", str(family_file)]) == 0
    assert capsys.readouterr().out == "No problems found. It holds 2 people, 0 tasks and 0 visits.\n"


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample family's file: it has something of every kind."""
    path = tmp_path_factory.mktemp("demo") / "demo.care"
    workspace = open_workspace(path, today=TODAY)
    workspace.write(partial(fill, today=TODAY))
    visit = workspace.read(partial(agenda.coming, today=TODAY)).visits[0]
    told = outcomes.prefilled(visit, now=workspace.clock.now())
    workspace.write(partial(outcomes.save, visit=visit, outcome=told, now=workspace.clock.now()))
    workspace.write(partial(calendar_files.for_visit, id=visit.id, zone="America/New_York", now=workspace.clock.now()))
    sheet = PrintedSheet(sheet="week", first_day=TODAY, copies=1, printed_at=workspace.clock.now())
    workspace.write(partial(_put, record=sheet))
    people = workspace.read(lambda work: work.all(Person))
    for record in (*_leave(people[0]), *_money(*people[:2]), *_care()):
        workspace.write(partial(_put, record=record))
    workspace.close()
    return path


def _leave(person: Person) -> list[Record]:
    """Leave of every kind of record."""
    job = LeaveJob(person_id=person.id)
    week = (0, 480, 480, 480, 480, 480, 0)
    return [
        job,
        WorkPattern(job_id=job.id, first_day=TODAY, cycle_start=TODAY, weeks=(week,)),
        MethodChanged(job_id=job.id, old_method=Method.CALENDAR, notice=TODAY, effective=TODAY),
        TimeOff(job_id=job.id, first=TODAY, last=TODAY),
        EmployerCount(job_id=job.id, day=TODAY, minutes=60),
        LeavePaper(job_id=job.id, clock=Clock.BALANCE_REQUEST, start=TODAY),
    ]


def _money(one: Person, other: Person) -> list[Record]:
    """Money of every kind of record."""
    cost = Expense(served_on=TODAY, paid_on=TODAY, kind="visit", amount=Decimal(20))
    return [
        cost,
        Receipt(expense_id=cost.id, sha256="0" * 64, type=ReceiptType.PNG, size=1, added_on=TODAY),
        Claim(expense_id=cost.id),
        Reimbursement(expense_id=cost.id, received_on=TODAY, amount=Decimal(5), source=Source.INSURER),
        CallNote(day=TODAY, company="Maple Health"),
        AgreedShares(shares=(Share(person_id=one.id, parts=1),)),
        PaidBack(from_id=one.id, to_id=other.id, day=TODAY, amount=Decimal(5)),
        TaxYear(year=TODAY.year),
        OwnFigure(figure="medical_mileage", first=TODAY, last=None, value=Decimal("0.2")),
    ]


def _care() -> list[Record]:
    """The caregiver's own care, of every kind of record."""
    thing = SmallThing(title="Walk")
    noon = datetime.combine(TODAY, time(12))
    return [
        thing,
        SmallThingTime(thing_id=thing.id, week=TODAY, day=TODAY),
        Feeling(day=TODAY, feel=Feel.OKAY),
        JournalEntry(day=TODAY, text="Rain", written_at=noon.replace(tzinfo=UTC)),
        CarePlan(low_signs="I skip lunch."),
        HelpLine(name="988", phone="988", checked_on=TODAY),
        ReminderRules(),
        OwnReminder(text="Water the plants", day=TODAY, clock=time(9)),
        Touched(about=About.OWN, source_id=thing.id, due_at=noon),
        SeasonNow(),
    ]


@pytest.mark.parametrize(("table", "change"), UNREADABLE)
def test_whatever_can_not_be_read_is_found(
    capsys: pytest.CaptureFixture[str], demo_file: Path, tmp_path: Path, table: str, change: str
) -> None:
    assert main(["check", "--file", str(demo_file)]) == 0
    assert " visits." in capsys.readouterr().out
    file = tmp_path / "changed.care"
    shutil.copy(demo_file, file)
    with closing(sqlite3.connect(file)) as connection, connection:
        assert connection.execute(f"UPDATE {table} SET {change}").rowcount  # noqa: S608  # our own words
    assert "damaged" in _refused(capsys, ["check", "--file", str(file)], 1)


def test_no_kind_of_record_is_left_out_above() -> None:
    assert {table for table, _change in UNREADABLE} == {table.name for table in TABLE_OF.values()}


def test_a_damaged_file_and_one_of_another_program_are_told_apart(
    capsys: pytest.CaptureFixture[str], family_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear Ana", encoding="utf-8")
    assert "was not made by Caregiver Organizer" in _refused(capsys, ["check", "--file", str(other)], 1)
    broken = bytearray(family_file.read_bytes())
    broken[4096:20_000] = b"\xff" * (20_000 - 4096)
    damaged = tmp_path / "damaged.care"
    damaged.write_bytes(broken)
    assert "damaged" in _refused(capsys, ["check", "--file", str(damaged)], 1)
    assert damaged.read_bytes() == broken


def test_no_window_library_is_loaded(tmp_path: Path) -> None:
    words = ["print", "week", *DEMO, "--out", str(tmp_path / "week.pdf")]
    code = (
        "import sys; from caregiver_app.app import main; code = main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))]); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_terminal_with_few_letters_still_gets_its_answer(tmp_path: Path) -> None:
    words = ["print", "helper", "--demo", "--helper", "Bob", "--out", str(tmp_path / "x.pdf")]
    code = "import sys; from caregiver_app.app import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "HOME": str(tmp_path), "PATH": ""},
    )
    assert done.returncode == 1
    assert b"Nobody here is called" in done.stderr
    assert b"Traceback" not in done.stderr
