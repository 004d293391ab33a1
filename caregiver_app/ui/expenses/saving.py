"""Saves costs as files: what the list shows as a table, and a whole year as one ZIP with its receipts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expense_answers import Asked
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.save_file import FOLDER, SaveFile
from caregiver_app.ui.settings import Settings
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.services.expenses.exporting import YearFolder
    from caregiver_app.storage.unit_of_work import UnitOfWork
    from caregiver_app.ui.expenses.saving_year import SavingYear

ALL = 1_000_000  # rows


class SaveCosts(SaveFile):
    """Asks where a table or a year goes."""

    def __init__(self, settings: Settings, name: str, kinds: str, parent: QWidget | None = None) -> None:
        super().__init__(settings, tr("Save costs"), name, kinds, parent)


def ask_for_table(parts: Parts, parent: QWidget, asked: Asked) -> SaveCosts:
    """Ask where to, and save what the list shows as a table for a spreadsheet."""
    name = tr("Expenses {year}").format(year=asked.year or "").strip() + ".csv"
    return _ask(parts, parent, name, tr("Tables (*.csv)"), partial(save_table, parts, asked))


def ask_for_year_table(parts: Parts, parent: QWidget, year: int) -> SaveCosts:
    """Ask where to, and save what was paid in a year as a table: the one that lies in its ZIP."""
    name = tr("Expenses {year}").format(year=year) + ".csv"
    return _ask(parts, parent, name, tr("Tables (*.csv)"), partial(save_year_table, parts, year))


def ask_for_year(parts: Parts, parent: QWidget, year: int) -> SaveCosts:
    """Ask where to, and save a year with its summary, table and receipts."""
    from caregiver_app.services.expenses.exporting import folder_name

    return _ask(parts, parent, folder_name(year), tr("ZIP files (*.zip)"), partial(save_year, parts, parent, year))


def _ask(parts: Parts, parent: QWidget, name: str, kinds: str, save: Callable[[Path], object]) -> SaveCosts:
    dialog = SaveCosts(parts.settings, name, kinds, parent)
    dialog.picked.connect(save)
    dialog.open()
    return dialog


def save_table(parts: Parts, asked: Asked, path: Path) -> None:
    """Save the table at a place; trouble is told by the window."""
    _save(parts, partial(_table, asked=asked), path)


def save_year_table(parts: Parts, year: int, path: Path) -> None:
    """Save the table of a year at a place; trouble is told by the window."""
    _save(parts, partial(_year_table, year=year), path)


def _save(parts: Parts, table: Callable[[UnitOfWork], tuple[bytes, int]], path: Path) -> None:
    from caregiver_app.services.saving import save_file

    content, count = parts.actions.read(table)
    told = ntr("Saved {n} cost in “{name}.”", "Saved {n} costs in “{name}.”", count)
    done = partial(_saved, parts, path, told.format(n=f"{count:,}", name=path.name))
    parts.background.run(partial(save_file, path, content), done=done, failed=parts.actions.problem.emit)


def _table(work: UnitOfWork, *, asked: Asked) -> tuple[bytes, int]:
    from caregiver_app.services.expenses import exporting, lists

    rows = lists.rows(work, asked=replace(asked, limit=ALL, offset=0))
    return exporting.csv_of(work, expenses=[row.expense for row in rows]).encode("utf-8-sig"), len(rows)


def _year_table(work: UnitOfWork, *, year: int) -> tuple[bytes, int]:
    from caregiver_app.services.expenses import exporting, years

    papers = years.papers(work, year=year)
    return exporting.year_csv(work, papers=papers).encode("utf-8-sig"), len(papers.costs)


def save_year(parts: Parts, parent: QWidget, year: int, path: Path) -> SavingYear:
    """Save a year's ZIP at a place; with many receipts this takes a while, and can be stopped."""
    from caregiver_app.ui.expenses.saving_year import SavingYear

    dialog = SavingYear(parts, year, path, parent)
    dialog.saved.connect(partial(_year_saved, parts, path))
    dialog.begin()
    return dialog


def _year_saved(parts: Parts, path: Path, folder: YearFolder) -> None:
    costs = ntr("{n} cost", "{n} costs", folder.costs).format(n=f"{folder.costs:,}")
    papers = ntr("{n} receipt", "{n} receipts", folder.receipts).format(n=f"{folder.receipts:,}")
    told = tr("Saved “{name}” with {costs} and {receipts}.").format(name=path.name, costs=costs, receipts=papers)
    _saved(parts, path, told)


def _saved(parts: Parts, path: Path, told: str, _nothing: object = None) -> None:
    parts.settings.keep(FOLDER, str(path.parent))
    parts.actions.told.emit(told)
