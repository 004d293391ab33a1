"""A bank's file: each line with a tick, what is open is asked once, and all of it comes in as one step."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.expenses import Expense, PaidHow, Reimbursement, Source
from caregiver_app.services import expenses
from caregiver_app.services.expenses import Asked
from caregiver_app.ui.expenses.bank_model import Column, Shown
from caregiver_app.ui.expenses.bring_in import BringInDialog
from tests.stage import Stage

SAMPLES = Path(__file__).parents[2] / "data" / "bank"
CHECKING = "05 checking, no names above.csv"
CARD = "02 card, sale and payment.csv"
PATIENCE = 20_000

Open = Callable[[Path], BringInDialog]


@pytest.fixture
def opened(stage: Stage, qtbot: QtBot) -> Open:
    """Opens the dialog with a file, once it is read."""

    def open_it(path: Path) -> BringInDialog:
        dialog = BringInDialog(stage.parts, path, stage.window)
        with qtbot.waitSignal(dialog.was_read, timeout=PATIENCE):
            dialog.open()
        return dialog

    return open_it


def costs(stage: Stage, words: str = "") -> list[Expense]:
    return [row.expense for row in stage.workspace.read(partial(expenses.rows, asked=Asked(words=words))) if row]


def column(dialog: BringInDialog, which: Column) -> list[str]:
    model = dialog.lines.model
    return [model.index(row, which).data() for row in range(model.rowCount())]


def ticks(dialog: BringInDialog) -> list[bool]:
    return [row.ticked for row in dialog.lines.model.rows]


def bring_in(dialog: BringInDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.accepted, timeout=PATIENCE):
        dialog.bring_button.click()


def test_ticked_lines_come_in_and_one_undo_takes_them_back(stage: Stage, opened: Open, qtbot: QtBot) -> None:
    before = len(costs(stage, "main pharmacy"))
    dialog = opened(SAMPLES / CHECKING)
    assert column(dialog, Column.PAYEE)[0] == "LAKESIDE GARAGE BOSTON MA"
    assert column(dialog, Column.AMOUNT) == ["$12.50", "+ $2,500.00", "$64.20", "$150.00"]
    assert ticks(dialog) == [True, False, True, True]
    assert dialog.bring_button.text() == "Bring in 3 lines"
    assert dialog.lines.told.text() == "3 ticked, $226.70 spent"
    bring_in(dialog, qtbot)
    assert len(costs(stage, "main pharmacy")) == before + 1
    assert stage.parts.actions.undo_text() == "Undo Bring in 3 lines"
    stage.parts.actions.undo()
    assert len(costs(stage, "main pharmacy")) == before


def test_the_same_file_again_has_no_tick_and_says_why(stage: Stage, opened: Open, qtbot: QtBot) -> None:
    bring_in(opened(SAMPLES / CHECKING), qtbot)
    dialog = opened(SAMPLES / CHECKING)
    assert ticks(dialog) == [False] * 4
    assert column(dialog, Column.WHY)[0].startswith("Already here as R-")
    assert not dialog.bring_button.isEnabled()


def test_the_order_of_days_is_asked_once_with_examples(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(SAMPLES / "20 days that fit both ways.csv")
    asked = dialog.questions
    assert asked.order_field.isVisible()
    assert [asked.order.itemText(n) for n in range(3)] == [
        "Choose one",
        "03/04/2026 is March 4, 05/06/2026 is May 6",
        "03/04/2026 is April 3, 05/06/2026 is June 5",
    ]
    assert (dialog.lines.isVisible(), dialog.bring_button.isEnabled()) == (False, False)
    with qtbot.waitSignal(dialog.was_read, timeout=PATIENCE):
        asked.order.choose(DayOrder.DAY_FIRST)
    assert [row.arrival.line.day.isoformat() for row in dialog.lines.model.rows if row.arrival.line.day] == [
        "2026-07-07", "2026-06-05", "2026-04-03",
    ]  # fmt: skip


def test_columns_are_asked_when_nothing_tells_them(opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "odd.csv"
    path.write_text("kleine Sache,12/14/2026,12\nandere,12/15/2026,9\n")
    dialog = opened(path)
    asked = dialog.questions
    assert asked.fold.is_open
    assert asked.columns["amount"].itemText(3) == "Column 3: 12 · 9"
    with qtbot.waitSignal(dialog.was_read, timeout=PATIENCE):
        asked.columns["amount"].choose(2)
    assert column(dialog, Column.AMOUNT) == ["$9.00", "$12.00"]


def test_how_spending_is_written_can_be_turned(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(SAMPLES / CHECKING)
    with qtbot.waitSignal(dialog.was_read, timeout=PATIENCE):
        dialog.questions.minus.choose(False)
    assert column(dialog, Column.AMOUNT)[0] == "+ $12.50"


def test_bad_lines_are_listed_with_line_and_reason(opened: Open) -> None:
    dialog = opened(SAMPLES / "23 lines with trouble.csv")
    bad = dialog.lines.bad
    assert dialog.lines.bad_title.text() == "13 lines stay out"
    assert (
        bad.item(1).text() == "Line 3: We could not read “-12.5.0” as dollars.\n11/22/2026 · MAIN ST PHARMACY · -12.5.0"
    )
    assert dialog.told.text() == (
        "“23 lines with trouble.csv” has 1 line that can come in. 13 lines stay out, with why."
    )


def test_several_lines_get_a_kind_at_once(stage: Stage, opened: Open, qtbot: QtBot) -> None:
    dialog = opened(SAMPLES / CHECKING)
    lines = dialog.lines
    assert column(dialog, Column.WHAT)[2] == "Prescriptions"
    lines.mark([0, 1, 2])
    lines.set_kind("supplies")
    assert column(dialog, Column.WHAT) == ["Supplies", "Money in", "Supplies", "Other"]
    lines.mark([0, 1, 2, 3])
    qtbot.keyClick(lines.table, Qt.Key.Key_Space)
    assert ticks(dialog) == [True] * 4
    qtbot.keyClick(lines.table, Qt.Key.Key_Space)
    assert ticks(dialog) == [False] * 4
    lines.mark([2])
    lines.tick.click()
    bring_in(dialog, qtbot)
    assert [each.kind for each in costs(stage, "main st pharmacy")] == ["supplies"]


def test_money_in_can_be_a_reimbursement(stage: Stage, opened: Open, qtbot: QtBot) -> None:
    dialog = opened(SAMPLES / CARD)
    assert column(dialog, Column.WHY)[3] == "Money in. Tick it if it paid a cost back."
    dialog.lines.mark([3])
    dialog.lines.model.set_source(dialog.lines.marked(), Source.PROVIDER)
    assert column(dialog, Column.WHAT)[3] == "Back from: Refund"
    bring_in(dialog, qtbot)
    found = [each for each in stage.workspace.read(lambda work: work.all(Reimbursement)) if "MAIN ST" in each.notes]
    assert [(each.amount, each.source) for each in found] == [(Decimal("10.00"), Source.PROVIDER)]


def test_what_was_paid_from_an_hsa_is_kept_so(stage: Stage, opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "My HSA 2026.csv"
    path.write_bytes((SAMPLES / CHECKING).read_bytes())
    dialog = opened(path)
    assert dialog.lines.paid_how is PaidHow.HSA
    bring_in(dialog, qtbot)
    assert [each.paid_how for each in costs(stage, "main st pharmacy")] == [PaidHow.HSA]
    dialog = opened(SAMPLES / CARD)
    assert dialog.lines.paid_how is None
    dialog.lines.how.choose(PaidHow.FSA)
    bring_in(dialog, qtbot)
    assert [each.paid_how for each in costs(stage, "harbor hospital cafeteria")] == [PaidHow.FSA]


def test_only_some_lines_can_be_shown_and_unknown_ones_lose_their_ticks(opened: Open) -> None:
    dialog = opened(SAMPLES / CHECKING)
    lines = dialog.lines
    assert lines.untick_unknown.text() == "Untick 1 line of no known kind"
    lines.untick_unknown.click()
    assert ticks(dialog) == [True, False, True, False]
    assert not lines.untick_unknown.isVisible()
    lines.model.choose(Shown.MONEY_IN)
    assert column(dialog, Column.AMOUNT) == ["+ $2,500.00"]
    assert dialog.bring_button.text() == "Bring in 2 lines"


def test_a_file_that_is_no_list_says_so_and_another_one_can_be_chosen(opened: Open, qtbot: QtBot) -> None:
    dialog = opened(SAMPLES / "31 a PDF by another name.csv")
    assert dialog.banner.sentence.text().startswith("This is a PDF.")
    assert (dialog.lines.isVisible(), dialog.bring_button.isEnabled()) == (False, False)
    with qtbot.waitSignal(dialog.was_read, timeout=PATIENCE):
        dialog.open_path(SAMPLES / CHECKING)
    assert not dialog.banner.isVisible()
    assert len(ticks(dialog)) == 4


def test_a_dropped_file_is_read(stage: Stage, qtbot: QtBot) -> None:
    dialog = BringInDialog(stage.parts, None, stage.window)
    dialog.open()
    assert "drop it on this window" in dialog.told.text()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(SAMPLES / CHECKING))])
    event = QDropEvent(
        QPointF(QPoint(9, 9)), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(dialog.was_read, timeout=PATIENCE):
        dialog.dropEvent(event)
    assert len(ticks(dialog)) == 4


def test_bringing_in_can_be_stopped_and_nothing_is_kept(
    stage: Stage, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "many.csv"
    lines = (f"2025-{n % 12 + 1:02d}-{n % 28 + 1:02d},GARAGE {n},-1.{n % 100:02d}\n" for n in range(9000))
    path.write_text("Date,Description,Amount\n" + "".join(lines))
    dialog = opened(path)
    before = len(costs(stage, "garage"))
    dialog.bring_in()
    assert dialog.progress.isVisible()
    assert dialog.cancel_button.text() == "Stop"
    dialog.cancel_button.click()
    qtbot.waitUntil(dialog.stopped.isVisible, timeout=PATIENCE)
    assert dialog.stopped.title.text() == "Nothing came in"
    assert len(costs(stage, "garage")) == before
    assert dialog.bring_button.isEnabled()
    assert all(ticks(dialog))


def test_a_large_amount_is_shown_whole(opened: Open, tmp_path: Path) -> None:
    file = tmp_path / "card.csv"
    lines = ("Date,Description,Debit,Credit", "11/13/2026,Refund,,250000.00", "11/14/2026,Pharmacy,12.50,", "")
    file.write_text("\n".join(lines))
    dialog = opened(file)
    table = dialog.lines.table
    assert "+ $250,000.00" in column(dialog, Column.AMOUNT)
    needed = table.fontMetrics().horizontalAdvance("+ $250,000.00")
    assert table.columnWidth(Column.AMOUNT) > needed + 20
