"""What closing the window means: the end, or rest in the tray. Asked once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.leaving import is_leaving, leave
from caregiver_app.ui.reminders.tray import STAYS, Tray
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow

CHOICE = "close to tray"
REST, END = "rest", "end"


class Closing(QObject):
    """Stands between a window and its end. Without a tray, or when the whole program ends, it stands aside."""

    def __init__(self, window: MainWindow, tray: Tray, *, may_rest: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._tray, self._may_rest = window, tray, may_rest
        self.asking: QObject | None = None
        window.installEventFilter(self)
        tray.opened.connect(self.come_back)
        tray.quit_wanted.connect(self._quit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Close and self._stays():
            event.ignore()
            return True
        if watched is self._window and event.type() == QEvent.Type.Show:
            QApplication.setQuitOnLastWindowClosed(True)
        return super().eventFilter(watched, event)

    def rest(self) -> None:
        """Into the tray."""
        window = self._window
        window.parts.settings.keep("window", window.saveGeometry())
        QApplication.setQuitOnLastWindowClosed(False)
        self._tray.show()
        window.hide()

    def come_back(self) -> None:
        """Out of the tray, to the front."""
        self._window.show()
        self._window.come_forward()
        self.follow_choice()

    def follow_choice(self) -> None:
        """The sign is in the tray while the window may rest there."""
        rests = self._may_rest and self._window.parts.settings.text(CHOICE) == REST
        if self._tray.is_offered() and (STAYS or rests or not self._window.isVisible()):
            self._tray.show()
        else:
            self._tray.hide()

    def _stays(self) -> bool:
        """Whether the window is not to be closed now; if so, what happens in its place has begun."""
        app = QApplication.instance()
        assert isinstance(app, QApplication), "there is a window"
        choice = self._window.parts.settings.text(CHOICE)
        if is_leaving(self._window) or app.isSavingSession() or choice == END or not self._tray.is_offered():
            return False
        if not self._may_rest or not self._window.parts.actions.is_open:
            return False
        QTimer.singleShot(0, self, self.rest if choice == REST else self._ask)
        return True

    def _ask(self) -> None:
        from caregiver_app.ui.questions import Question

        if self.asking is not None:
            return
        question = Question(
            self._window.parts,
            tr("Keep reminders coming?"),
            tr(
                "With its window closed, Caregiver Organizer can rest in the tray and still remind you. "
                "We ask this once. You can change it in Edit, Reminders."
            ),
            yes=tr("Rest in the tray"),
            no=tr("Close it"),
            parent=self._window,
        )
        self.asking = question
        question.finished.connect(self._asked)  # Esc is no answer: the window stays, and it is asked again
        question.yes_button.clicked.connect(partial(self._chosen, REST, self.rest))
        question.no_button.clicked.connect(partial(self._chosen, END, self._window.close))
        question.open()

    def _asked(self) -> None:
        self.asking = None

    def _chosen(self, choice: str, deed: Callable[[], object], _checked: bool = False) -> None:  # Qt sends it
        self._window.parts.settings.keep(CHOICE, choice)
        QTimer.singleShot(0, self, deed)

    def _quit(self) -> None:
        leave(self._window)
