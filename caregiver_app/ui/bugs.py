"""Our own bugs: written to a log, told honestly, and the program goes on."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from caregiver_app.words import tr


class Bugs(QObject):
    """Takes over sys.excepthook while the window is open."""

    met = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open = False
        self.met.connect(self._tell)

    def watch(self) -> None:
        """From now on, an error that nobody caught comes here."""
        sys.excepthook = self._caught

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        from caregiver_app import bug_log

        details = bug_log.describe(kind, trace)
        bug_log.write_down(details)
        print(details, file=sys.stderr)
        self.met.emit(details)

    def _tell(self, details: str) -> None:
        if self._open:  # one dialog is enough, however often it happens
            return
        self._open = True
        box = BugBox(details, self._window)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self._open = False


class BugBox(QMessageBox):
    """Says that something went wrong in the program, and what is safe."""

    def __init__(self, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Something went wrong"))
        self.setText(tr("Something in the program went wrong. It is our mistake, not yours."))
        self.setInformativeText(
            tr(
                "Everything you saved is safe. The last step may not have worked. "
                "You can keep going. If it happens again, copy the details for the person who helps you."
            )
        )
        self._details = details
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setDetailedText(details)
        copy = self.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        self.setDefaultButton(self.addButton(tr("Keep going"), QMessageBox.ButtonRole.AcceptRole))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._details)
