"""The names of holidays, found beside the screen: the library that knows them takes a while to load."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_app.domain.calendar import Span
from caregiver_app.ui.parts import Parts

QUIET_FIRST = 250


class Holidays(QObject):
    """`known` comes when there are names that were not known before."""

    known = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._asked: set[Span] = set()
        self.names: dict[date, str] = {}

    def name(self, span: Span) -> None:
        """Find the holidays of some days, soon."""
        if span not in self._asked:
            self._asked.add(span)
            # Not at once: two threads in Python at the same time would make the first painting stutter.
            QTimer.singleShot(QUIET_FIRST, self, partial(self._ask, span))

    def _ask(self, span: Span) -> None:
        self._parts.background.run(partial(_holidays, span), done=self._found)

    def _found(self, names: dict[date, str]) -> None:
        if names:
            self.names |= names
            self.known.emit()


def _holidays(span: Span) -> dict[date, str]:
    from caregiver_app.domain.holiday_names import holidays_in

    return holidays_in(span)
