"""Costs leave as files: the list as a table, a year as one ZIP."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path
from zipfile import ZipFile

from PIL import Image
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from caregiver_app.domain.problems import FileProblem
from caregiver_app.services.expenses import receipts
from caregiver_app.ui.expenses.page import ExpensesPage
from caregiver_app.ui.expenses.saving import save_table, save_year
from tests.stage import TODAY, Stage
from tests.ui.expenses.conftest import newest


def test_the_table_has_what_the_list_shows(spent: Stage, page: ExpensesPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.panel.list.search.setText("garage")
    path = tmp_path / "costs.csv"
    with qtbot.waitSignal(spent.parts.actions.told) as told:
        save_table(spent.parts, page.panel.list.model.asked, path)
    rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == page.panel.list.model.totals.count
    assert told.args == [f"Saved {len(rows)} costs in “costs.csv.”"]


def test_a_year_is_one_file(spent: Stage, page: ExpensesPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Expenses 2026.zip"
    with qtbot.waitSignal(spent.parts.actions.told, timeout=20_000) as told:
        dialog = save_year(spent.parts, page, 2026, path)
    assert not dialog.isVisible()
    assert told.args[0] == "Saved “Expenses 2026.zip” with 98 costs and 0 receipts."
    assert "Expenses 2026.csv" in ZipFile(path).namelist()


def test_saving_a_year_can_be_stopped(spent: Stage, page: ExpensesPage, qtbot: QtBot, tmp_path: Path) -> None:
    expense = newest(spent).expense
    for n in range(40):
        made = io.BytesIO()
        Image.new("RGB", (40, 40), (n, n, n)).save(made, "PNG")
        taken = receipts.look_at(made.getvalue(), f"{n}.png")
        spent.workspace.write(partial(receipts.attach, expense_id=expense.id, taken=taken, today=TODAY))
    path = tmp_path / "Expenses 2026.zip"
    with qtbot.waitSignal(spent.parts.actions.told, timeout=20_000) as told:
        save_year(spent.parts, page, 2026, path).stop_button.click()
    assert told.args == ["Stopped. Nothing was saved."]
    assert not path.exists()
    assert list(tmp_path.glob("*.part")) == []


def test_trouble_with_the_disk_is_told(spent: Stage, page: ExpensesPage, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "a folder"  # nothing can be saved under its name
    folder.mkdir()
    with qtbot.waitSignal(spent.parts.actions.problem) as told:
        save_table(spent.parts, page.panel.list.model.asked, folder)
    assert isinstance(told.args[0], FileProblem)
    assert told.args[0].what
    assert list(folder.iterdir()) == []


def test_the_menu_offers_each_year(page: ExpensesPage) -> None:
    page.panel.tools.open_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    inner = next(each.menu() for each in menu.actions() if each.menu() is not None)
    assert isinstance(inner, QMenu)
    assert [each.text() for each in inner.actions()] == ["2026…"]
    menu.close()
