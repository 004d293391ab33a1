"""Receipts in the form of a cost: they come in every way, bad ones are told, and nothing is kept before Save."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import Receipt
from caregiver_app.services.expenses import receipts
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.receipt_question import Answer
from caregiver_app.ui.expenses.receipt_tiles import PIECE
from caregiver_app.ui.expenses.receipts_strip import ReceiptStrip
from caregiver_app.ui.widgets.banner import Banner
from tests.stage import Stage, spin
from tests.ui.expenses.conftest import newest
from tests.ui.expenses.photos import drop, large_photo, mime_of, pdf, photo, photos


@pytest.fixture
def form(spent: Stage) -> ExpenseEditor:
    """A new cost of $12, its receipts unfolded."""
    spent.show(1280, 800)
    form = ExpenseEditor(spent.parts, parent=spent.window)
    form.folds.receipt_fold.open()
    form.amount.setText("12.00")
    form.show()
    spin()
    return form


def read(qtbot: QtBot, strip: ReceiptStrip) -> None:
    qtbot.waitUntil(lambda: not strip.feed.intake.is_busy, timeout=20_000)
    spin()


def names(strip: ReceiptStrip) -> list[str]:
    """What stands on the tiles."""
    return [strip.tiles.item(row).data(PIECE).name for row in range(strip.tiles.count())]


def kept_of(stage: Stage, expense: Expense) -> list[Receipt]:
    return stage.workspace.read(partial(receipts.of_expense, expense_id=expense.id))


def take(qtbot: QtBot, form: ExpenseEditor, paths: Sequence[Path]) -> None:
    form.strip.take_paths(paths)
    read(qtbot, form.strip)


def test_files_that_are_dropped_are_kept_with_the_new_cost_in_one_step(
    spent: Stage, form: ExpenseEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    before = newest(spent).expense.number
    assert drop(form.strip, mime_of(*photos(tmp_path, 2), pdf(tmp_path / "bill.pdf")))
    read(qtbot, form.strip)
    assert names(form.strip) == ["IMG_000.jpg", "IMG_001.jpg", "bill.pdf"]
    assert newest(spent).expense.number == before
    form.save_button.click()
    row = newest(spent)
    assert row.expense.number == before + 1
    assert {receipt.name for receipt in kept_of(spent, row.expense)} == {"IMG_000.jpg", "IMG_001.jpg", "bill.pdf"}
    spent.parts.actions.undo()
    assert newest(spent).expense.number == before
    assert kept_of(spent, row.expense) == []


def test_a_picture_that_was_copied_is_pasted_by_key_even_in_a_field(form: ExpenseEditor, qtbot: QtBot) -> None:
    picture = QImage(60, 90, QImage.Format.Format_RGB32)
    picture.fill(QColor("ivory"))
    QApplication.clipboard().setImage(picture)
    form.activateWindow()
    form.amount.setFocus()
    spin()
    qtbot.keyClick(form.amount, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    read(qtbot, form.strip)
    assert names(form.strip) == ["Pasted picture.png"]
    assert form.amount.text() == "12.00"
    QApplication.clipboard().setText("14.50")
    form.amount.selectAll()
    qtbot.keyClick(form.amount, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.amount.text() == "14.50"


def test_what_comes_while_others_are_read_waits_for_its_turn(form: ExpenseEditor, qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(60, 90, QImage.Format.Format_RGB32)
    picture.fill(QColor("ivory"))
    mime = QMimeData()
    mime.setImageData(picture)
    form.strip.take_paths(photos(tmp_path, 2))
    assert form.strip.take_mime(mime)
    form.strip.take_paths([pdf(tmp_path / "bill.pdf")])
    read(qtbot, form.strip)
    assert names(form.strip) == ["IMG_000.jpg", "IMG_001.jpg", "Pasted picture.png", "bill.pdf"]


def test_nothing_to_paste_is_told(form: ExpenseEditor) -> None:
    QApplication.clipboard().setText("hello")
    form.strip.paste_button.click()
    assert form.strip.told.text() == "There is no photo and no file to paste. Copy one first."


def test_each_file_that_can_not_be_taken_is_told_and_the_good_ones_come_in(
    form: ExpenseEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    good = photo(tmp_path / "ticket.jpg")
    broken, other = tmp_path / "broken.jpg", tmp_path / "bill.pdf"
    broken.write_bytes(good.read_bytes()[:300])
    other.write_text("just words")
    take(qtbot, form, [broken, good, other, tmp_path / "gone.jpg", tmp_path])
    assert names(form.strip) == ["ticket.jpg"]
    card = form.strip.feed.refusals
    assert card.title.text() == "4 files were not added"
    assert card.sentences == [
        "broken.jpg is damaged or was not copied whole. Copy it again, or take a new photo.",
        "bill.pdf is not a PDF inside, whatever its name says. Copy it again, or choose another file.",
        "We could not find gone.jpg. It may be on a phone or drive that is unplugged.",
        f"{tmp_path.name} is a folder. Choose the photos or PDFs in it.",
    ]
    card.ok_button.click()
    assert not form.strip.feed.isVisible()


def test_a_large_photo_is_offered_smaller(form: ExpenseEditor, qtbot: QtBot, tmp_path: Path) -> None:
    take(qtbot, form, [large_photo(tmp_path / "large.png")])
    question = form.strip.feed.question
    assert question.title.text() == "large.png is a large photo (13.4 MB)."
    smaller = question.buttons[Answer.SMALLER]
    assert smaller.text().startswith("Keep a smaller copy (")
    form.save_button.click()
    assert form.isVisible()
    assert "Answer the question about large.png first." in form.findChild(Banner).sentence.text()
    smaller.click()
    (piece,) = form.strip.pieces
    assert piece.name == "large.jpg"
    assert piece.size < 10 * 1024 * 1024


def test_the_answer_for_all_holds_for_all_that_are_asked_the_same(
    spent: Stage, form: ExpenseEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = photos(tmp_path, 3)
    take(qtbot, form, paths)
    form.save_button.click()
    number = newest(spent).expense.number
    again = ExpenseEditor(spent.parts, parent=spent.window)
    again.folds.receipt_fold.open()
    again.show()
    take(qtbot, again, paths)
    question = again.strip.feed.question
    assert names(again.strip) == []
    assert question.title.text().startswith(f"This file is already with R-{number:03d}, ")
    assert question.title.text().endswith(". Add it here too?")
    assert question.for_all.text() == "Do the same for the 2 other files"
    question.for_all.setChecked(True)
    question.buttons[Answer.AS_IT_IS].click()
    assert len(names(again.strip)) == 3
    assert not again.strip.feed.isVisible()


def test_a_receipt_that_was_taken_off_comes_back_and_goes_with_save(
    spent: Stage, form: ExpenseEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    take(qtbot, form, photos(tmp_path, 2))
    form.save_button.click()
    expense = newest(spent).expense
    again = ExpenseEditor(spent.parts, expense, spent.window)
    again.show()
    spin()
    assert names(again.strip) == ["IMG_000.jpg", "IMG_001.jpg"]
    qtbot.keyClick(again.strip.tiles, Qt.Key.Key_Delete)
    assert names(again.strip) == ["IMG_001.jpg"]
    assert again.strip.told.text() == "IMG_000.jpg was taken off."
    again.strip.undo_button.click()
    assert names(again.strip) == ["IMG_000.jpg", "IMG_001.jpg"]
    again.strip.remove_button.click()
    assert len(kept_of(spent, expense)) == 2
    again.save_button.click()
    assert [receipt.name for receipt in kept_of(spent, expense)] == ["IMG_001.jpg"]
    spent.parts.actions.undo()
    assert len(kept_of(spent, expense)) == 2


def test_the_box_for_no_receipt_is_there_while_there_is_none(form: ExpenseEditor, qtbot: QtBot, tmp_path: Path) -> None:
    assert form.folds.no_receipt.isVisible()
    take(qtbot, form, photos(tmp_path, 1))
    assert not form.folds.no_receipt.isVisible()
    form.strip.remove_at(0)
    assert form.folds.no_receipt.isVisible()


def test_two_hundred_at_once_tell_how_far_they_are_and_can_be_stopped(
    form: ExpenseEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = photos(tmp_path, 200)
    counted: list[int] = []
    form.strip.feed.intake.counted.connect(counted.append)
    form.strip.take_paths(paths)
    assert form.strip.feed.progress.isVisible()
    qtbot.waitUntil(lambda: len(counted) > 3, timeout=10_000)
    assert form.strip.feed.progress.words.text().endswith(" of 200…")
    form.strip.feed.progress.stop_button.click()
    read(qtbot, form.strip)
    assert names(form.strip) == []
    assert not form.strip.feed.isVisible()
    take(qtbot, form, paths)
    assert len(names(form.strip)) == 200


def test_a_form_that_closes_while_files_are_read_is_no_trouble(
    spent: Stage, form: ExpenseEditor, qtbot: QtBot, tmp_path: Path
) -> None:
    form.strip.take_paths(photos(tmp_path, 40))
    form.amount.setText("")
    before = spent.workspace.read(lambda work: work.all(Receipt))
    form.done(0)
    spin()
    spent.parts.background.finish()
    spin()
    assert spent.workspace.read(lambda work: work.all(Receipt)) == before
