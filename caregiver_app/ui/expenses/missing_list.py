"""The list of costs without a receipt; a photo can be dropped onto a row."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.expenses.receipt_intake import can_take
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.entry_list import EntryList


class MissingList(EntryList):
    """`dropped` brings what was dropped, a QMimeData; the row below the mouse is current then."""

    dropped = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setMinimumHeight(theme.px(180))
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and can_take(event.mimeData()):
            self.setCurrentIndex(index)
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())
