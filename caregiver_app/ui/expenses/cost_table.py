"""The table of costs; a photo or file can be dropped onto a row."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from caregiver_app.ui.expenses.bank_paths import bank_path_of
from caregiver_app.ui.expenses.receipt_intake import can_take
from caregiver_app.ui.widgets.table import CalmTable

POINTING_MS = 4000


class CostTable(CalmTable):
    """`dropped` brings a QMimeData; the row below the mouse is current then, and tinted on the way there."""

    dropped = Signal(object)

    def take_drops(self) -> None:
        """From now on rows take what is dropped; what no row takes goes to the page behind."""
        self.setAcceptDrops(True)
        self._pointing = QTimer(self, singleShot=True, interval=POINTING_MS)
        self._pointing.timeout.connect(self._pointed)

    def point_out(self) -> None:
        """Tint the current row for a while: it is new."""
        self._rest(on=False)
        self._pointing.start()

    def _pointed(self) -> None:
        self._rest(on=not self.hasFocus())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index, mime = self.indexAt(event.position().toPoint()), event.mimeData()
        if index.isValid() and can_take(mime) and bank_path_of(mime) is None:
            self.setCurrentIndex(index)
            self._rest(on=False)
            event.acceptProposedAction()
        else:
            self._rest(on=not self.hasFocus())
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._rest(on=not self.hasFocus())
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._rest(on=not self.hasFocus())
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.setCurrentIndex(index)
            event.acceptProposedAction()
            self.dropped.emit(event.mimeData())
