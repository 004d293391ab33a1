"""Costs without a receipt: a photo dropped on a row goes with that cost; others need none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from caregiver_app.domain.expenses import Expense
from caregiver_app.services.expenses import receipts
from caregiver_app.ui.expenses.missing import MissingDialog
from caregiver_app.ui.expenses.receipt_question import Answer
from tests.stage import Stage, spin
from tests.ui.expenses.photos import drop, mime_of, photo, photos


@pytest.fixture
def dialog(spent: Stage) -> MissingDialog:
    """The list of this year."""
    spent.show(1280, 800)
    dialog = MissingDialog(spent.parts, spent.window)
    dialog.show()
    spin()
    return dialog


def listed(stage: Stage) -> list[Expense]:
    return stage.workspace.read(partial(receipts.missing, year=2026))


def read(qtbot: QtBot, dialog: MissingDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.feed.intake.is_busy)
    spin()


def test_a_photo_goes_with_the_row_it_is_dropped_on(
    spent: Stage, dialog: MissingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    before = listed(spent)
    assert dialog.told.text().startswith(f"{len(before)} costs of 2026 have no receipt yet.")
    middle = QPointF(dialog.list.visualRect(dialog.list.rows.index(2)).center())
    assert drop(dialog.list, mime_of(photo(tmp_path / "ticket.jpg")), middle)
    read(qtbot, dialog)
    assert before[2] not in listed(spent)
    assert len(listed(spent)) == len(before) - 1
    assert dialog.list.rows.rowCount() == len(before) - 1
    assert dialog.notices.text().startswith("The receipt is with R-")
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert listed(spent) == before


def test_several_files_for_one_cost_are_one_step(
    spent: Stage, dialog: MissingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    cost = dialog.current()
    assert cost is not None
    dialog.take_paths(photos(tmp_path, 3))
    read(qtbot, dialog)
    assert len(spent.workspace.read(partial(receipts.of_expense, expense_id=cost.id))) == 3
    spent.parts.actions.undo()
    assert cost in listed(spent)


def test_a_cost_that_will_have_no_paper_leaves_the_list(spent: Stage, dialog: MissingDialog, qtbot: QtBot) -> None:
    cost = dialog.current()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert cost not in listed(spent)
    assert dialog.notices.text().endswith("needs no receipt.")


def test_the_same_file_is_asked_about_and_the_next_cost_waits(
    spent: Stage, dialog: MissingDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    ticket = photo(tmp_path / "ticket.jpg")
    dialog.take_paths([ticket])
    read(qtbot, dialog)
    second = dialog.current()
    dialog.take_paths([ticket])
    read(qtbot, dialog)
    assert "already with" in dialog.feed.question.title.text()
    dialog.list.choose_row(3)
    dialog.take_paths([photo(tmp_path / "other.jpg", "ivory")])
    assert dialog.notices.text() == "Answer the question about ticket.jpg first."
    dialog.feed.question.buttons[Answer.AS_IT_IS].click()
    assert second not in listed(spent)


def test_a_year_in_which_none_is_missing_says_so(stage: Stage) -> None:
    stage.workspace.write(_all_need_none)
    dialog = MissingDialog(stage.parts, stage.window)
    dialog.show()
    spin()
    assert dialog.told.text() == "Every cost of 2026 has its receipt, or needs none."
    assert not dialog.list.isVisible()


def _all_need_none(work: object) -> None:
    for expense in work.all(Expense):  # type: ignore[attr-defined]
        work.remove(expense)  # type: ignore[attr-defined]
