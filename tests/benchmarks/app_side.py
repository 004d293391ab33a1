"""Our side: the real program on a file, with its first paint, its first page and its longest stall marked."""

from __future__ import annotations

import sys
from time import perf_counter
from typing import TYPE_CHECKING, Any

from caregiver_app.app import read_source
from tests.benchmarks.marks import Marks

if TYPE_CHECKING:
    from caregiver_app.ui.desktop import Desktop

STEP_MS = 5
ONLY_WINDOW = "--only-window"


def main() -> None:
    """Start as main.py does; stop once Today is painted, or right after the first paint."""
    only_window = ONLY_WINDOW in sys.argv
    source = read_source([word for word in sys.argv[1:] if word != ONLY_WINDOW])
    from caregiver_app.ui import desktop

    ready = desktop.prepare(source)
    if isinstance(ready, int):
        raise SystemExit("another window has the file, or there is no screen")
    marks = Marks()
    watcher = watch(ready, marks, only_window=only_window)
    ready.window.installEventFilter(watcher)
    ready.show()
    from PySide6.QtWidgets import QApplication

    QApplication.exec()
    marks.report()
    ready.close()


def watch(ready: Desktop, marks: Marks, *, only_window: bool) -> Any:
    """What sees the paints. Qt is imported as late as the program itself does."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication

    class Watcher(QObject):
        """Marks the first paint, then the one that shows the last row of the first page."""

        def __init__(self) -> None:
            super().__init__(ready.window)
            self.painted = False
            self.longest = self.last = 0.0
            self.timer = QTimer(self)
            self.timer.timeout.connect(self.tick)
            self.rows: list[Any] = []
            self.rows_painted: set[QObject] = set()
            self.told: set[str] = set()
            self.asked = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                if not self.painted:
                    self.painted = True
                    QTimer.singleShot(0, self.after_paint)
                elif watched is not ready.window:
                    self.rows_painted.add(watched)
                    QTimer.singleShot(0, self.look)
            return False

        def after_paint(self) -> None:
            marks.mark("painted")
            if only_window:
                QApplication.quit()
                return
            from PySide6.QtCore import Qt

            self.timer.setTimerType(Qt.TimerType.PreciseTimer)
            self.last = perf_counter()
            self.timer.start(STEP_MS)

        def tick(self) -> None:
            now = perf_counter()
            self.longest = max(self.longest, now - self.last)
            self.last = now
            if not self.asked and ready.actions.is_open:
                self.ask()

        def ask(self) -> None:
            """Watch the rows that are there; where they stand is known once they are laid out."""
            from caregiver_app.ui.today.day_row import DayRow

            self.rows = ready.window.findChildren(DayRow)
            self.asked = bool(self.rows)
            for row in self.rows:
                row.installEventFilter(self)
                row.update()

        def look(self) -> None:
            """Whether all that can be seen was painted."""
            seen = {row for row in self.rows if not row.visibleRegion().isEmpty()}
            if seen and seen <= self.rows_painted and "cards" not in self.told:
                self.told.add("cards")
                self.cards_painted()

        def cards_painted(self) -> None:
            self.tick()
            marks.mark("cards")
            marks.mark("stall", self.longest)
            QApplication.quit()

    return Watcher()


if __name__ == "__main__":
    main()
