"""Sees the paints of the program: the first one, the one that shows the last row of the first page, and stalls."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks.marks import Marks

if TYPE_CHECKING:
    from caregiver_app.ui.desktop import Desktop

STEP_MS = 5


class PaintWatcher(QObject):
    """Marks what it sees, and stops the program once Today is painted, or right after the first paint."""

    def __init__(self, ready: Desktop, marks: Marks, *, only_window: bool) -> None:
        super().__init__(ready.window)
        self._ready, self._marks, self._only_window = ready, marks, only_window
        self._painted = self._asked = self._told = False
        self._longest = self._last = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._rows: list[QWidget] = []
        self._rows_painted: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            if not self._painted:
                self._painted = True
                QTimer.singleShot(0, self._after_paint)
            elif watched is not self._ready.window:
                self._rows_painted.add(watched)
                QTimer.singleShot(0, self._look)
        return False

    def _after_paint(self) -> None:
        self._marks.mark("painted")
        if self._only_window:
            QApplication.quit()
            return
        self._last = perf_counter()
        self._timer.start(STEP_MS)

    def _tick(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now
        if not self._asked and self._ready.actions.is_open:
            self._ask()

    def _ask(self) -> None:
        """Watch the rows that are there; where they stand is known once they are laid out."""
        from caregiver_app.ui.today.day_row import DayRow

        self._rows = self._ready.window.findChildren(DayRow)
        self._asked = bool(self._rows)
        for row in self._rows:
            row.installEventFilter(self)
            row.update()

    def _look(self) -> None:
        """Whether all that can be seen was painted."""
        seen = {row for row in self._rows if not row.visibleRegion().isEmpty()}
        if seen and seen <= self._rows_painted and not self._told:
            self._told = True
            self._tick()
            self._marks.mark("cards")
            self._marks.mark("stall", self._longest)
            QApplication.quit()
