"""A year as one ZIP: summary, table and receipts by their numbers; the same figures on paper, table and screen."""

from __future__ import annotations

import csv
import tracemalloc
from datetime import date
from decimal import Decimal
from functools import partial
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from caregiver_app.domain.expenses import Expense, Reimbursement, Source
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.receipt_names import receipt_names
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.services import expenses
from caregiver_app.services.expenses import Asked, exporting, importing
from caregiver_app.services.long_work import Stopped
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage import receipt_rows
from caregiver_app.storage.unit_of_work import UnitOfWork

YEAR = 2026


def cost(day: date, amount: str, payee: str = "", kind: str = "parking_tolls") -> Expense:
    return Expense(served_on=day, paid_on=day, kind=kind, payee=payee, amount=Decimal(amount))


def attach(work: UnitOfWork, *, expense: Expense, content: bytes, type: ReceiptType = ReceiptType.JPEG) -> None:
    """A receipt, with a file that no picture has to be in."""
    mark = sha256(content).hexdigest()
    receipt_rows.keep_file(work, mark, content, b"")
    work.put(Receipt(expense_id=expense.id, sha256=mark, type=type, size=len(content), added_on=date(2026, 12, 31)))


@pytest.fixture
def year(workspace: Workspace) -> list[Expense]:
    """Three costs of the year, one of the year before."""
    made = [
        cost(date(2025, 12, 31), "99.00", "Last year"),
        cost(date(2026, 12, 4), "12.50", "Lakeside garage"),
        cost(date(2026, 12, 5), "40.00", 'A/B: "Clinic" <5>?*.. ', "visit"),
        cost(date(2026, 12, 6), "7.25"),
    ]
    workspace.write(partial(expenses.add_many, expenses=made))
    rows = workspace.read(partial(expenses.rows, asked=Asked(limit=10)))
    return sorted((row.expense for row in rows), key=lambda each: each.number)


def saved(workspace: Workspace, path: Path) -> dict[str, bytes]:
    exporting.save_year(workspace, year=YEAR, path=path)
    with ZipFile(path) as folder:
        assert folder.testzip() is None
        return {name: folder.read(name) for name in folder.namelist()}


def table_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_receipts_are_named_by_number_and_any_disk_takes_the_names(
    workspace: Workspace, year: list[Expense], tmp_path: Path
) -> None:
    def fill(work: UnitOfWork) -> None:
        attach(work, expense=year[0], content=b"old")
        attach(work, expense=year[1], content=b"photo")
        attach(work, expense=year[1], content=b"%PDF", type=ReceiptType.PDF)
        attach(work, expense=year[2], content=b"photo")
        attach(work, expense=year[3], content=b"ping", type=ReceiptType.PNG)

    workspace.write(fill)
    inside = saved(workspace, tmp_path / "2026.zip")
    receipts = {name for name in inside if name.startswith("Receipts/")}
    assert {name.removeprefix("Receipts/").split(".")[0] for name in receipts} == {
        "R-002 Lakeside garage 2026-12-04",
        "R-002 Lakeside garage 2026-12-04 (2)",
        "R-003 A B Clinic 5 2026-12-05",
        "R-004 Parking, tolls 2026-12-06",
    }
    assert {inside[name] for name in receipts} == {b"photo", b"%PDF", b"ping"}
    rows = {row["Number"]: row["Receipt files"] for row in table_of(inside["Expenses 2026.csv"])}
    assert {f"Receipts/{name}" for cell in rows.values() for name in cell.split("; ")} == receipts


def test_table_and_screen_have_the_same_figures(workspace: Workspace, year: list[Expense], tmp_path: Path) -> None:
    back = Reimbursement(
        expense_id=year[2].id, received_on=date(2026, 12, 9), amount=Decimal("15.00"), source=Source.INSURER
    )
    workspace.write(lambda work: work.put(back))
    rows = table_of(saved(workspace, tmp_path / "2026.zip")["Expenses 2026.csv"])
    screen = workspace.read(partial(expenses.listed, asked=Asked(year=YEAR)))
    assert [row["Number"] for row in rows] == ["R-002", "R-003", "R-004"]
    assert sum(Decimal(row["Amount"]) for row in rows) == screen.total == Decimal("59.75")
    assert [row["Net"] for row in rows] == ["12.50", "25.00", "7.25"]


def test_stopping_saves_nothing_and_keeps_what_was_there(
    workspace: Workspace, year: list[Expense], tmp_path: Path
) -> None:
    workspace.write(partial(attach, expense=year[1], content=b"photo"))
    path = tmp_path / "2026.zip"
    path.write_bytes(b"before")

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        exporting.save_year(workspace, year=YEAR, path=path, progress=stop)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.glob("*.part")) == []


def test_a_folder_that_can_not_be_written_is_told(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(FileProblem):
        exporting.save_year(workspace, year=YEAR, path=tmp_path / "no such folder" / "2026.zip")


def test_receipts_are_held_one_at_a_time(workspace: Workspace, year: list[Expense], tmp_path: Path) -> None:
    size = 4 * 1024 * 1024
    for n in range(10):
        content = bytes([n]) * size
        workspace.write(partial(attach, expense=year[1], content=content))
    told: list[tuple[int, int]] = []
    tracemalloc.start()
    exporting.save_year(
        workspace, year=YEAR, path=tmp_path / "2026.zip", progress=lambda done, of: told.append((done, of))
    )
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told == [(n, 10) for n in range(11)]
    assert peak < 5 * size


def test_names_of_a_cost_without_a_payee_and_of_one_in_another_script() -> None:
    one = cost(date(2026, 1, 2), "1.00", "薬局 Łódź\u202egnp.exe")
    receipt = Receipt(expense_id=one.id, sha256="0" * 64, type=ReceiptType.HEIC, size=1, added_on=date(2026, 1, 2))
    assert list(receipt_names(one, [receipt]).values()) == ["R-000 薬局 Łódź gnp.exe 2026-01-02.heic"]


def test_the_zip_opens_where_names_are_not_ascii(workspace: Workspace, tmp_path: Path) -> None:
    made = cost(date(2026, 2, 2), "3.00", "Café Łódź")
    workspace.write(partial(expenses.add, expense=made))
    workspace.write(partial(attach, expense=made, content=b"photo"))
    exporting.save_year(workspace, year=YEAR, path=tmp_path / "2026.zip")
    with ZipFile(BytesIO((tmp_path / "2026.zip").read_bytes())) as folder:
        assert "Receipts/R-001 Café Łódź 2026-02-02.jpg" in folder.namelist()


def test_paper_has_the_same_figures_as_table_and_screen(
    workspace: Workspace, year: list[Expense], tmp_path: Path
) -> None:
    inside = saved(workspace, tmp_path / "2026.zip")
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(inside["Summary 2026.pdf"])).pages)
    assert "59.75" in words
    for number, amount in (("R-002", "12.50"), ("R-003", "40.00"), ("R-004", "7.25")):
        assert number in words
        assert amount in words
    assert "R-001" not in words


def test_money_for_no_one_cost_has_its_line_and_is_not_brought_in(
    workspace: Workspace, year: list[Expense], tmp_path: Path
) -> None:
    grant = Reimbursement(received_on=date(2026, 12, 20), amount=Decimal("30.00"), source=Source.GRANT)
    workspace.write(lambda work: work.put(grant))
    content = saved(workspace, tmp_path / "2026.zip")["Expenses 2026.csv"]
    last = table_of(content)[-1]
    assert (last["Number"], last["Kind"], last["Day paid"]) == ("", "Came back for no one cost", "2026-12-20")
    assert (last["Amount"], last["Reimbursed"], last["Net"], last["Notes"]) == ("", "30.00", "-30.00", "Grant")
    incoming = workspace.read(partial(importing.read_bank, content=content, today=date(2026, 12, 31)))
    said = "This is money that came back, not a cost. It is not brought in."
    assert [each.problem for each in incoming.bad] == [said]
    assert [each.is_ticked for each in incoming.lines] == [False] * 3, "the costs are here"


def test_lost_pay_stands_in_a_column_of_its_own_and_comes_in_again(workspace: Workspace, tmp_path: Path) -> None:
    workspace.write(partial(expenses.add, expense=cost(date(2026, 9, 1), "504.00", kind="lost_income_caregiver")))
    inside = saved(workspace, tmp_path / "2026.zip")
    (row,) = table_of(inside["Expenses 2026.csv"])
    assert (row["Amount"], row["Net"], row["Lost pay (in no total)"]) == ("", "", "504.00")
    today = date(2026, 12, 31)
    incoming = workspace.read(partial(importing.read_bank, content=inside["Expenses 2026.csv"], today=today))
    assert [each.line.expense.amount for each in incoming.lines if each.line.expense] == [Decimal("504.00")]


def test_money_that_came_back_later_is_not_in_the_table_of_the_year(
    workspace: Workspace, year: list[Expense], tmp_path: Path
) -> None:
    later = Reimbursement(
        expense_id=year[1].id, received_on=date(2027, 1, 9), amount=Decimal("12.50"), source=Source.INSURER
    )
    workspace.write(lambda work: work.put(later))
    rows = table_of(saved(workspace, tmp_path / "2026.zip")["Expenses 2026.csv"])
    assert [row["Reimbursed"] for row in rows] == ["", "", ""]
