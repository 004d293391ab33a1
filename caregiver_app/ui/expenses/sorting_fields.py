"""Where receipts are sorted by keyboard: the line for an amount, and the costs below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_app.domain.expenses import Expense
from caregiver_app.ui.expenses.sorting import choice_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import LineEdit
from caregiver_app.words import tr

EXPENSE = Qt.ItemDataRole.UserRole
SHOWN, MOST = 3, 40
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class SortingLine(LineEdit):
    """`down` wants the costs below. Enter is its own: it does not press the button of the form."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.down.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _MODIFIED:
                event.accept()


class CostsLacking(QListWidget):
    """`taken` brings the Expense that was chosen with Enter or a double click; `up` goes back to the line."""

    taken = Signal(object)
    up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(tr("Costs without a receipt"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = _Rows(theme, self)
        self.setItemDelegate(rows)
        self.setFixedHeight(rows.high * SHOWN + theme.px(4))
        self.itemDoubleClicked.connect(self._take)

    def show_costs(self, expenses: Sequence[Expense]) -> None:
        """Offer these, up to some of them."""
        self.clear()
        for expense in expenses[:MOST]:
            item = QListWidgetItem(choice_words(expense))
            item.setData(EXPENSE, expense)
            item.setToolTip(choice_words(expense))
            self.addItem(item)
        self.setVisible(bool(expenses))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.currentRow() >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._take(self.currentItem())
        elif event.key() == Qt.Key.Key_Up and self.currentRow() <= 0:
            self.up.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, item: QListWidgetItem) -> None:
        self.taken.emit(item.data(EXPENSE))


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self.high = max(theme.px(40), QFontMetrics(theme.font("body")).height() + theme.px(16))
        self._wide = theme.px(120)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._wide, self.high)
