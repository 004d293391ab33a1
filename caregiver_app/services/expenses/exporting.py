"""Costs out again: a table for a spreadsheet, and a whole year as one ZIP with its papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from caregiver_app.domain.expense_answers import MILEAGE
from caregiver_app.domain.expense_table import OF_YEAR, TableLine
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.money.dollars import ZERO
from caregiver_app.domain.money.mileage import mileage_rate
from caregiver_app.domain.money.rates import NotPublished, Rates
from caregiver_app.domain.money.year_lines import YearSummary
from caregiver_app.domain.receipt_names import receipt_names
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.services.expenses import receipts, years
from caregiver_app.services.expenses.claims import back_of_each
from caregiver_app.services.expenses.rates import rates
from caregiver_app.services.expenses.years import YearPapers
from caregiver_app.services.long_work import Progress, unwatched
from caregiver_app.services.people import everybody
from caregiver_app.services.saving import save_with
from caregiver_app.storage import receipt_rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

if TYPE_CHECKING:
    from zipfile import ZipFile

    from caregiver_app.services.workspace import Workspace

SUMMARY = "expenses"  # the sheet that stands at the front of a year
_CARRIED = "utf-8-sig"  # its mark at the beginning tells spreadsheets how letters are written


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFolder:
    """What a year’s ZIP was filled with."""

    costs: int
    receipts: int
    has_summary: bool


def csv_of(work: UnitOfWork, *, expenses: Sequence[Expense]) -> str:
    """These costs as a table, in their order."""
    from caregiver_app.exchange.own_csv import write_own

    kept = receipts.by_cost(work, expenses=expenses)
    published, back = rates(work), back_of_each(work, expenses=expenses)
    lines = (replace(_line(each, kept.get(each.id, ()), published), back=back.get(each.id, ZERO)) for each in expenses)
    return write_own(lines, _names(work))


def year_csv(work: UnitOfWork, *, papers: YearPapers) -> str:
    """A year as a table whose columns add up to the totals of its summary, as `years.papers` gives it."""
    from caregiver_app.exchange.own_csv import write_own

    published, summary = rates(work), papers.summary
    lines = (_of_year(_line(each, kept, published), summary) for each, kept in papers.costs)
    return write_own(lines, _names(work), columns=OF_YEAR, alone=summary.alone)


def folder_name(year: int) -> str:
    """A name for the ZIP of a year."""
    return tr("Expenses {year}").format(year=year) + ".zip"


def save_year(workspace: Workspace, *, year: int, path: Path, progress: Progress = unwatched) -> YearFolder:
    """Save a year as a ZIP; slow with many receipts, of which one is held at a time.

    All of it is from one moment. `progress` counts receipts, and may raise Stopped: then nothing is saved.
    Trouble comes as FileProblem.
    """
    made: list[YearFolder] = []
    at = workspace.clock.local()

    def write(file: BinaryIO) -> None:
        made.append(workspace.read(partial(write_year, year=year, at=at, file=file, progress=progress)))

    save_with(path, write)
    return made[0]


def write_year(
    work: UnitOfWork, *, year: int, at: datetime, file: BinaryIO, progress: Progress = unwatched
) -> YearFolder:
    """Write a year into a file as a ZIP: the summary as PDF, the table, and the receipts by their numbers."""
    from zipfile import ZipFile

    papers = years.papers(work, year=year)
    pdf = summary_pdf(work, year=year, at=at)
    with ZipFile(file, "w") as folder:
        if pdf is not None:
            _put(folder, tr("Summary {year}").format(year=year) + ".pdf", pdf, at)
        table = year_csv(work, papers=papers).encode(_CARRIED)
        _put(folder, tr("Expenses {year}").format(year=year) + ".csv", table, at)
        count = _put_receipts(work, folder, papers.costs, at, progress)
    return YearFolder(costs=len(papers.costs), receipts=count, has_summary=pdf is not None)


def summary_pdf(work: UnitOfWork, *, year: int, at: datetime) -> bytes | None:
    """The summary of a year on paper, as it prints; None when there is no such sheet."""
    from caregiver_app.services import printing

    if SUMMARY not in printing.SHEETS:
        return None
    request = printing.request_for(work, SUMMARY, date(year, 12, 31))
    return printing.make(printing.prepare(work, request, at=at, count_copies=False))


def _put(folder: ZipFile, name: str, content: bytes, at: datetime, *, is_packed: bool = False) -> None:
    from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

    info = ZipInfo(name, at.timetuple()[:6])
    info.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    folder.writestr(info, content)


def _put_receipts(
    work: UnitOfWork,
    folder: ZipFile,
    costs: Sequence[tuple[Expense, tuple[Receipt, ...]]],
    at: datetime,
    progress: Progress,
) -> int:
    names: dict[UUID, str] = {}
    for expense, kept in costs:
        names |= receipt_names(expense, kept)
    within = tr("Receipts")
    done = 0
    progress(done, len(names))
    for done, (receipt, content) in enumerate(_files(work, costs), start=1):
        is_packed = receipt.type is not ReceiptType.PDF
        _put(folder, f"{within}/{names[receipt.id]}", content, at, is_packed=is_packed)
        progress(done, len(names))
    return done


def _files(work: UnitOfWork, costs: Iterable[tuple[Expense, tuple[Receipt, ...]]]) -> Iterator[tuple[Receipt, bytes]]:
    """The receipts by R-number, one in memory at a time."""
    for expense, kept in costs:
        if kept:
            yield from receipt_rows.walk(work, [expense.id])


def _line(expense: Expense, kept: Iterable[Receipt], published: Rates) -> TableLine:
    rate = mileage_rate(published, expense.served_on) if expense.kind == MILEAGE else None
    rate = None if isinstance(rate, NotPublished) else rate
    value = rate * expense.miles if rate is not None and expense.miles is not None else None
    names = tuple(receipt_names(expense, kept).values())
    return TableLine(expense=expense, rate=rate, value=value, receipts=names)


def _of_year(line: TableLine, summary: YearSummary) -> TableLine:
    part = summary.of_cost.get(line.expense.id)
    return line if part is None else replace(line, back=part.back, may_count=part.counts)


def _names(work: UnitOfWork) -> dict[UUID, str]:
    return {person.id: person.name for person in everybody(work)}
