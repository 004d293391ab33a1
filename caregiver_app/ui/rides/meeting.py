"""What a new visit would meet, read once nobody types any more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_app.domain.problems import InvalidEntry, Refused
from caregiver_app.domain.series import dates_of
from caregiver_app.domain.spoken import day_words
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.draft import Known, VisitDraft, read_draft
from caregiver_app.words import ntr, tr

PAUSE_MS = 300  # later than the live line, for it looks into the file


class Meeting(QObject):
    """`found` brings the words for the live line; empty when nothing stands in the way."""

    found = Signal(str)

    def __init__(self, parts: Parts, known: Known, draft: Callable[[], VisitDraft], parent: QObject) -> None:
        super().__init__(parent)
        self._parts, self._known, self._draft = parts, known, draft
        self._read: VisitDraft | None = None
        self.words = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.look)

    def look_soon(self) -> None:
        """Something may have been typed."""
        self._pause.start()

    def look(self) -> str:
        """What stands there now would meet this; the same words are not looked up twice."""
        self._pause.stop()
        draft = replace(self._draft(), title="?")
        if draft != self._read:
            self._read = draft
            self.words = met_words(self._look_up(draft), self._known.today)
            self.found.emit(self.words)
        return self.words

    def _look_up(self, draft: VisitDraft) -> Mapping[date, tuple[str, ...]]:
        from caregiver_app.services.first_look import NewVisits, first_look

        try:
            meant = read_draft(draft, self._known)
            days = dates_of(meant.appointment.day, meant.repeat)
        except (Refused, InvalidEntry):
            return {}
        new = NewVisits(
            appointment=meant.appointment, days=days, rides=meant.rides, drivers=meant.drivers, place=meant.place
        )
        actions = self._parts.actions
        return actions.read(partial(first_look, new=new, now=actions.clock.now()))


def met_words(met: Mapping[date, tuple[str, ...]], today: date) -> str:
    """The first day with what it brings, and how many more days there are to look at."""
    if not met:
        return ""
    day, sentences = next(iter(met.items()))
    name = day_words(day) if day.year == today.year else f"{day_words(day)}, {day.year}"
    words = tr("About {day}: {sentences}").format(day=name, sentences=" ".join(sentences))
    more = len(met) - 1
    if not more:
        return words
    too = ntr("{n} more day has something to check, too.", "{n} more days have something to check, too.", more)
    return f"{words} {too.format(n=more)}"
