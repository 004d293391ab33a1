"""A receipt in full: pages, zoom, turning, on to the next one, and a copy as it was given."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caregiver_app.services.expenses import receipts
from caregiver_app.ui.expenses.page import ExpensesPage
from caregiver_app.ui.expenses.receipt_disk import save_receipt_to
from caregiver_app.ui.expenses.receipt_piece import Piece, piece_of, size_words
from caregiver_app.ui.expenses.receipt_window import ReceiptWindow
from tests.stage import Stage, spin
from tests.ui.expenses.photos import pdf, photo


@pytest.fixture
def pieces(tmp_path: Path) -> list[Piece]:
    """A bill of three pages and a photo."""
    paths = [pdf(tmp_path / "bill.pdf"), photo(tmp_path / "ticket.jpg")]
    return [piece_of(receipts.look_at(path.read_bytes(), path.name)) for path in paths]


@pytest.fixture
def window(stage: Stage, pieces: list[Piece], qtbot: QtBot) -> ReceiptWindow:
    """Open on the bill."""
    window = ReceiptWindow(stage.parts, pieces, 0, stage.window)
    with qtbot.waitSignal(window.page_shown):
        window.open()
    spin()
    return window


def test_a_pdf_is_gone_through_page_by_page(window: ReceiptWindow, qtbot: QtBot) -> None:
    assert window.facts.text().endswith(", page 1 of 3, receipt 1 of 2")
    assert not window.back_button.isEnabled()
    for page in (2, 3):
        with qtbot.waitSignal(window.page_shown):
            qtbot.keyClick(window.sheet, Qt.Key.Key_PageDown)
        assert f"page {page} of 3" in window.facts.text()
    assert not window.on_button.isEnabled()
    assert window.sheet.paper.image.width() < window.sheet.paper.image.height()
    with qtbot.waitSignal(window.page_shown):
        window.back_button.click()
    assert "page 2 of 3" in window.facts.text()


def test_keys_make_it_larger_and_smaller_and_turn_it(window: ReceiptWindow, qtbot: QtBot) -> None:
    whole, drawn = window.sheet.paper.size(), window.sheet.paper.image.width()
    with qtbot.waitSignal(window.page_shown):  # drawn more sharply
        qtbot.keyClick(window.sheet, Qt.Key.Key_Plus)
    assert window.sheet.paper.width() > whole.width()
    assert window.sheet.paper.image.width() > drawn
    qtbot.keyClick(window.sheet, Qt.Key.Key_Plus)
    qtbot.keyClick(window.sheet, Qt.Key.Key_Minus)
    assert window.sheet.zoom == 1.4
    qtbot.keyClick(window.sheet, Qt.Key.Key_0)
    assert window.sheet.paper.size() == whole
    assert not window.smaller_button.isEnabled()
    qtbot.keyClick(window.sheet, Qt.Key.Key_R)
    assert window.sheet.turned == 90
    assert window.sheet.paper.width() > window.sheet.paper.height()


def test_the_next_receipt_comes_up_whole_and_not_turned(window: ReceiptWindow, qtbot: QtBot) -> None:
    window.turn_button.click()
    with qtbot.waitSignal(window.page_shown):
        window.next_button.click()
    assert window.name.text() == "ticket.jpg"
    assert window.sheet.turned == 0
    assert not window.on_button.isVisible()
    with qtbot.waitSignal(window.page_shown):
        window.next_button.click()
    assert window.name.text() == "bill.pdf"


def test_a_copy_is_what_was_given(stage: Stage, window: ReceiptWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "copy.pdf"
    save_receipt_to(stage.parts, window.piece, path, window, window.tell)
    qtbot.waitUntil(lambda: window.told.text() == "Saved as copy.pdf.")
    assert path.read_bytes() == (tmp_path / "bill.pdf").read_bytes()


def test_a_folder_that_takes_no_file_is_told(stage: Stage, window: ReceiptWindow, qtbot: QtBot, tmp_path: Path) -> None:
    save_receipt_to(stage.parts, window.piece, tmp_path / "nowhere" / "copy.pdf", window, window.tell)
    qtbot.waitUntil(window.told.isVisible)
    assert "find this folder" in window.told.text()


def test_the_receipts_of_a_cost_in_the_list_are_opened_from_its_menu(
    spent: Stage, page: ExpensesPage, pieces: list[Piece], qtbot: QtBot
) -> None:
    expense = page.panel.list.model.rows[0].expense
    assert page.panel.dialogs.look_at_receipts(expense) is None
    taken = pieces[1].taken
    assert taken is not None
    spent.workspace.write(partial(receipts.attach, expense_id=expense.id, taken=taken, today=expense.day))
    window = page.panel.dialogs.look_at_receipts(expense)
    assert window is not None
    qtbot.waitUntil(lambda: window.sheet.has_image)
    assert window.name.text() == "ticket.jpg"
    window.close()


@pytest.mark.parametrize(("size", "words"), [(1, "1 KB"), (654_321, "639 KB"), (1_258_291, "1.2 MB")])
def test_sizes_are_told_as_people_know_them(size: int, words: str) -> None:
    assert size_words(size) == words
