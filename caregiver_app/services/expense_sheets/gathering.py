"""What each sheet about money holds for the calendar year that its days are in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from caregiver_app.documents.money_sheet import Line, MoneySheet, Section
from caregiver_app.domain.household import Household
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.money_words import FOOT
from caregiver_app.domain.people import Role
from caregiver_app.exchange.csv_table import csv_text
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.expense_sheets import sections as of
from caregiver_app.services.expense_sheets.settling import settle_sections
from caregiver_app.services.expenses import claims, years
from caregiver_app.services.expenses.rates import rates
from caregiver_app.services.expenses.years import YearPapers
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.sheet_rules import Gathered, Made, Request
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

Build = Callable[[UnitOfWork, int], list[Section]]


def gather(
    title: str, build: Build, work: UnitOfWork, request: Request, made: Made, *, private: bool = True
) -> Gathered:
    """One sheet for the calendar year of the last of its days."""
    year = request.span.last.year
    found = build(work, year)
    if request.blank:
        found = [_to_fill_in(found)]
    found = _untitled(found, title)
    asked = person_in_role(work, Role.CAREGIVER)
    family: Household = household(work)
    data = MoneySheet(
        title=title,
        dates="" if request.blank else str(year),
        private=tr("Private – keep in the binder") if private else "",
        sections=tuple(found),
        foot=FOOT,
        blank=request.blank,
        stamp=contents.stamp(work, request, made, asked, clock24=family.clock24),
    )
    return Gathered(
        data=(data,),
        left_out=tuple(contents.number_left_out(asked)),
        table="" if request.blank else table_of(found),
    )


def _untitled(found: Sequence[Section], title: str) -> list[Section]:
    """A table that is the whole sheet goes by the sheet's title."""
    return [replace(section, title="" if section.title == title else section.title) for section in found]


def _to_fill_in(found: Sequence[Section]) -> Section:
    """The table to fill in by hand: that which a sheet begins with, else its widest one."""
    table = found[0] if found[0].columns else max(found, key=lambda section: len(section.columns))
    return Section(title=table.title, columns=table.columns)


def table_of(found: Sequence[Section]) -> str:
    """The tables of a sheet one after another, each under its title and the names of its columns."""
    rows: list[Sequence[str]] = []
    for section in found:
        if section.columns and section.lines:
            rows += [[]] if rows else []
            rows += [[section.title]] if section.title else []
            rows.append([column.label for column in section.columns])
            rows += [_cells(line, len(section.columns)) for line in section.lines]
    return csv_text(rows)


def _cells(line: Line, columns: int) -> list[str]:
    return [*line.cells, *[""] * (columns - len(line.cells)), *([line.notes] if line.notes else [])]


def year_report(work: UnitOfWork, year: int) -> list[Section]:
    """The whole report: the summary, then everything behind it."""
    papers = years.papers(work, year=year)
    return [
        *of.summary_sections(papers.summary),
        _mileage(work, papers),
        _items(papers),
        *(section for section in _still_open(work, papers) if section.lines),
    ]


def _still_open(work: UnitOfWork, papers: YearPapers) -> list[Section]:
    missing = of.missing_section(papers.missing, papers.summary.year)
    return [missing, of.claims_section(claims.claims(work)), _calls(work, papers.summary.year)]


def mileage_log(work: UnitOfWork, year: int) -> list[Section]:
    """The mileage log."""
    return [_mileage(work, years.papers(work, year=year))]


def receipts_list(work: UnitOfWork, year: int) -> list[Section]:
    """Each cost by R-number with its receipts."""
    return [_items(years.papers(work, year=year))]


def missing_receipts(work: UnitOfWork, year: int) -> list[Section]:
    """The costs whose receipt is missing."""
    return [of.missing_section(years.papers(work, year=year).missing, year)]


def open_claims(work: UnitOfWork, _year: int) -> list[Section]:
    """The claims that are open, of whatever year."""
    return [of.claims_section(claims.claims(work))]


def call_log(work: UnitOfWork, year: int) -> list[Section]:
    """The calls of the year, and those still to make."""
    return [_calls(work, year)]


def settle_up(work: UnitOfWork, _year: int) -> list[Section]:
    """The shared costs, without a word of what they were for."""
    return settle_sections(work)


def _mileage(work: UnitOfWork, papers: YearPapers) -> Section:
    return of.mileage_section([each for each, _ in papers.costs], rates(work), papers.summary)


def _items(papers: YearPapers) -> Section:
    costs = [each for each in papers.costs if each[0].kind != Category.MILEAGE]
    empty = tr("No costs are kept for {year}.").format(year=papers.summary.year)
    return of.items_section(costs, title=tr("Costs and receipts"), empty=empty)


def _calls(work: UnitOfWork, year: int) -> Section:
    return of.calls_section(each for each in claims.calls(work) if each.day.year == year or not each.call_back_done)
