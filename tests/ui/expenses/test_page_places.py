"""The Expenses tab stays where one looks: what opens comes into sight, and nothing jumps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.page import ExpensesPage
from caregiver_app.ui.widgets.texts import Text
from tests.stage import Stage, spin


def scrolled(page: ExpensesPage) -> int:
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    return area.verticalScrollBar().value()


def test_the_tables_come_into_sight_when_they_open(page: ExpensesPage) -> None:
    before = scrolled(page)
    page.panel.pictures.fold.button.click()
    spin()
    tables = page.panel.pictures.tables
    top = tables.mapTo(page, QPoint(0, 0)).y()
    assert scrolled(page) > before
    assert top >= 0
    assert min(tables.height(), page.height() - 40) <= page.height() - top


def test_a_search_that_finds_nothing_lets_the_page_stand(page: ExpensesPage) -> None:
    page.find_text()
    spin()
    search = page.panel.list.search
    before = search.mapTo(page, QPoint(0, 0))
    for text in ("zzz", "park", "zzz", ""):
        search.setText(text)
        spin()
        assert search.mapTo(page, QPoint(0, 0)) == before
    page.panel.list.search.setText("wig")
    spin()
    assert page.panel.list.model.rowCount() == 1


def test_a_photo_that_is_dropped_onto_a_cost_goes_with_it(page: ExpensesPage, qtbot: QtBot, tmp_path: Path) -> None:
    path = str(tmp_path / "ticket.jpg")
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    table = page.panel.list.table
    cost = page.panel.list.model.expense_at(2)
    assert cost is not None
    at = table.visualRect(table.model().index(2, 1)).center()
    args = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(at, *args)
    table.dragEnterEvent(entering)
    assert entering.isAccepted()
    assert page.panel.list.current() == cost
    assert table.property("resting") is False
    table.dropEvent(QDropEvent(QPointF(at), *args))
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    assert form.windowTitle() == f"Cost R-{cost.number}"
    qtbot.waitUntil(lambda: len(form.strip.pieces) == 1)
    form.done(0)


def test_a_bill_that_is_not_paid_says_so_and_no_cell_is_cut(page: ExpensesPage) -> None:
    listing = page.panel.list
    listing.search.setText("ct scan")
    assert str(listing.model.index(0, 1).data()).endswith(" (not paid yet)")
    listing.search.setText("")
    table = listing.table
    for column in (2, 4, 6):
        texts = [str(listing.model.index(row, column).data()) for row in range(listing.model.rowCount())]
        assert table.columnWidth(column) > max(map(table.fontMetrics().horizontalAdvance, texts)) + 12


def test_the_mark_of_the_order_points_down_for_the_newest_first(page: ExpensesPage) -> None:
    head = page.panel.list.table.horizontalHeader()
    half = head.sectionSize(0) // 2  # without its word
    right = QRect(head.sectionViewportPosition(0) + half, 0, half, head.height())
    newest_first = inked_rows(head.grab(right).toImage())
    head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
    spin()
    oldest_first = inked_rows(head.grab(right).toImage())
    assert newest_first[0] > newest_first[-1]
    assert oldest_first[0] < oldest_first[-1]


def inked_rows(image: QImage) -> list[int]:
    """How wide the ink reaches in each row that has some, from top to bottom."""
    ground = image.pixelColor(0, image.height() // 2).lightness()
    rows = []
    for y in range(4, image.height() - 4):
        places = [x for x in range(image.width()) if abs(image.pixelColor(x, y).lightness() - ground) > 60]
        if places:
            rows.append(places[-1] - places[0])
    return rows


@pytest.mark.usefixtures("page")
def test_the_form_of_a_visit_names_it_and_opens_where_one_is(spent: Stage) -> None:
    visit = Appointment(title="Scan", day=date(2026, 11, 18))
    assert spent.parts.actions.run("Visit", lambda work: work.put(visit))
    spent.window.show_tab("rides")
    rides = spent.window.page
    assert rides is not None
    rides.cost_wanted.emit(visit.id)
    spin()
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    assert "For the visit: Scan, Wed Nov 18" in [each.text() for each in form.findChildren(Text)]
    form.done(0)
    assert spent.window.page is rides
