"""Our own bugs: written to a log, told honestly, and the program goes on."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.fields import Field, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class Bugs(QObject):
    """Takes over sys.excepthook while the window is open."""

    met = Signal(str)

    def __init__(self, parts: Parts, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
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
        box = BugDialog(self._parts, details, self._window)
        box.finished.connect(self._closed)
        box.open()

    def _closed(self) -> None:
        self._open = False


class BugDialog(Dialog):
    """Says that something went wrong in the program, and what is safe."""

    def __init__(self, parts: Parts, details: str, parent: QWidget) -> None:
        super().__init__(parts, tr("Something went wrong"), parent)
        theme = self.theme
        self._details = details
        self.body.addWidget(Text(theme, tr("Something in the program went wrong. It is our mistake, not yours.")))
        safe = tr("Everything you saved is safe. The last step may not have worked. You can keep going.")
        self.body.addWidget(Text(theme, safe))
        again = tr("If it happens again, copy the details for the person who helps you. They hold nothing you typed.")
        self.body.addWidget(Text(theme, again))
        shown = TextArea(theme, details, lines=4)
        shown.setReadOnly(True)
        self.body.addWidget(Field(theme, tr("Details"), shown))
        copy = Button(theme, tr("Copy details"), kind=PLAIN, icon="copy")
        self.go_on = Button(theme, tr("Keep going"), kind=PRIMARY)
        self.foot.addStretch(1)
        for button, deed in ((copy, self.copy), (self.go_on, self.accept)):
            self.foot.addWidget(button)
            button.clicked.connect(deed)
        self.go_on.setDefault(True)
        self.go_on.setFocus()

    def copy(self) -> None:
        """Put the details where they can be pasted from."""
        QApplication.clipboard().setText(self._details)
        announce(self, tr("Copied."))
