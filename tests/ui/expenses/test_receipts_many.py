"""Many photos at once: an amount and Enter each, or a cost that lacks its receipt; one step keeps them all."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caregiver_app.domain.expense_answers import Asked
from caregiver_app.services.expenses import lists, receipts
from caregiver_app.ui.expenses.many_receipts import ManyReceipts
from caregiver_app.ui.expenses.page import ExpensesPage
from caregiver_app.ui.expenses.receipt_question import Answer
from tests.stage import Stage, spin
from tests.ui.expenses.photos import mime_of, photos


@pytest.fixture
def dialog(spent: Stage, qtbot: QtBot, tmp_path: Path) -> ManyReceipts:
    """Four photos to sort."""
    spent.show(1280, 800)
    dialog = ManyReceipts(spent.parts, photos(tmp_path, 4), spent.window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.feed.intake.is_busy)
    spin()
    return dialog


def rows(dialog: ManyReceipts) -> list[str]:
    return [item.text().split("\n")[1] for item in dialog.list.all_items]


def count(stage: Stage) -> int:
    return stage.workspace.read(lambda work: lists.listed(work, asked=Asked(limit=1))).count


def test_all_of_them_are_sorted_by_keyboard_and_kept_in_one_step(
    spent: Stage, dialog: ManyReceipts, qtbot: QtBot
) -> None:
    before, lacking = count(spent), spent.workspace.read(partial(receipts.missing, year=2026))
    qtbot.keyClicks(dialog.line, "12.50")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.line, "18")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.costs.currentItem().text().startswith("$18.00 · ")
    qtbot.keyClick(dialog.costs, Qt.Key.Key_Return)
    dialog.same_button.click()
    dialog.out_button.click()
    first, second, third, fourth = rows(dialog)
    assert first.startswith("New: $12.50, ")
    assert second.startswith("With R-")
    assert (third, fourth) == (second, "Left out")
    assert dialog.save_button.hasFocus()
    assert dialog.save_button.text() == "Keep 3 receipts"
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert count(spent) == before + 1
    assert len(spent.workspace.read(partial(receipts.missing, year=2026))) == len(lacking) - 1
    new = max(
        (row.expense for row in spent.workspace.read(lambda work: lists.rows(work, asked=Asked(limit=1000)))),
        key=lambda each: each.number,
    )
    assert new.amount == Decimal("12.50")
    assert [each.name for each in spent.workspace.read(partial(receipts.of_expense, expense_id=new.id))] == [
        "IMG_000.jpg"
    ]
    spent.parts.actions.undo()
    assert count(spent) == before
    assert spent.workspace.read(partial(receipts.missing, year=2026)) == lacking


def test_what_is_not_sorted_yet_stays_when_the_others_are_kept(dialog: ManyReceipts, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "parking 9")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert rows(dialog) == ["Not sorted yet"] * 3
    assert dialog.line.hasFocus()


def test_an_amount_that_can_not_be_read_is_told_at_the_line(dialog: ManyReceipts, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "12.5.0")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.fields["receipts"].error.text()
    assert rows(dialog) == ["Not sorted yet"] * 4
    dialog.line.clear()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.fields["receipts"].error.text() == "Type an amount, like 12.50. Or choose a cost below."


def test_one_that_was_sorted_can_be_sorted_anew(dialog: ManyReceipts, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.line, "12.50")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    dialog.list.setCurrentRow(0)
    qtbot.keyClicks(dialog.line, "14")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert rows(dialog)[0].startswith("New: $14.00, ")


def test_several_photos_dropped_on_the_tab_are_sorted(
    spent: Stage, page: ExpensesPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.panel.take_receipts(mime_of(*photos(tmp_path, 3), tmp_path / "gone.jpg"))
    dialog = spent.window.findChild(ManyReceipts)
    assert isinstance(dialog, ManyReceipts)
    qtbot.waitUntil(lambda: not dialog.feed.intake.is_busy)
    assert rows(dialog) == ["Not sorted yet"] * 3
    assert dialog.feed.refusals.title.text() == "1 file was not added"


def test_files_that_a_cost_has_already_are_asked_about(
    spent: Stage, dialog: ManyReceipts, qtbot: QtBot, tmp_path: Path
) -> None:
    for amount in ("1", "2", "3", "4"):
        qtbot.keyClicks(dialog.line, amount)
        qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    dialog.save_button.click()
    again = ManyReceipts(spent.parts, photos(tmp_path, 4), spent.window)
    again.open()
    qtbot.waitUntil(lambda: not again.feed.intake.is_busy)
    assert rows(again) == []
    again.feed.question.for_all.setChecked(True)
    again.feed.question.buttons[Answer.LEAVE_OUT].click()
    assert rows(again) == []
    assert again.where.text() == "No receipt to sort yet"
