"""A series goes on: some more visits after its last one, on the days that its pattern gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.entries import parse_count
from caregiver_app.domain.holiday_names import holidays_in
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.ui.rides.typed import grow_soon
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

USUAL = 3  # visits
MOST = 200


@dataclass(frozen=True)
class _Next:
    """A day that would be added, and the holiday on it."""

    day: date
    holiday: str = ""


class MoreDatesDialog(Editor):
    """Adds visits to the end of a series, with the same rides and no drivers yet."""

    WIDTH = 560

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Add more dates"), tr("Add"), parent)
        assert visit.series is not None, "only a series goes on"
        self._visit = visit
        self._around = read_around(parts)
        theme = self.theme
        words = tr("“{title}” goes on after its last visit, with the same times and rides. Drivers are still open.")
        self.body.addWidget(Text(theme, words.format(title=visit.appointment.title.strip()), ink="text2"))
        self.count = LineEdit(str(USUAL))
        self.add_field("count", Field(theme, tr("How many more"), self.count))
        self.days = _Days(theme)
        self.body.addWidget(self.days)
        self.body.addStretch(1)
        self.count.textChanged.connect(self._typed)
        self.count.editingFinished.connect(self._left)
        self._typed()
        self.count.setFocus()
        self.count.selectAll()

    def values(self) -> object:
        return self.count.text()

    def save(self) -> bool:
        from caregiver_app.services import going_on

        count, actions = parse_count(self.count.text(), most=MOST), self.parts.actions
        assert self._visit.series is not None, "only a series goes on"
        add = partial(going_on.add_more, series_id=self._visit.series.id, count=count, now=actions.clock.now())
        return actions.run(ntr("Add {n} visit", "Add {n} visits", count).format(n=count), add)

    def _typed(self) -> None:
        """The list follows what is typed, as far as it can be read."""
        try:
            count = parse_count(self.count.text(), most=MOST)
        except InvalidEntry:
            return
        self.put_right("count")
        self.days.show_days(self.parts.actions.read(partial(self._read, count=count)), self._around)
        grow_soon(self)
        self.save_button.setText(ntr("Add {n} visit", "Add {n} visits", count).format(n=count))

    def _left(self) -> None:
        try:
            parse_count(self.count.text(), most=MOST)
        except InvalidEntry as problem:
            self.fields["count"].set_error(problem.message)

    def _read(self, work: UnitOfWork, *, count: int) -> list[_Next]:
        from caregiver_app.services import going_on

        series = self._visit.series
        assert series is not None, "only a series goes on"
        last = going_on.last_of(work, series_id=series.id)
        days = going_on.more_days(series, last, count)
        holidays = holidays_in(Span(days[0], days[-1])) if days else {}
        return [_Next(day, holidays.get(day, "")) for day in days]


class _Days(Card):
    """The days, one below the other; a holiday is named beside its day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(tr("The new dates"))
        self._inner = QWidget()
        self.body.addWidget(self._inner)
        self.lines: list[Text] = []

    def show_days(self, days: Sequence[_Next], around: Around) -> None:
        """Show these from now on."""
        old, self._inner = self._inner, QWidget()
        self.body.replaceWidget(old, self._inner)
        old.deleteLater()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(QMargins())
        column.setSpacing(self._theme.px(8))
        self.lines = []
        for each in days:
            words, ink = around.day(each.day), "text"
            if each.holiday:
                words = tr("{day}: {holiday}. Ask if the clinic is open.").format(day=words, holiday=each.holiday)
                ink = "warn"
            self.lines.append(Text(self._theme, words, "strong" if each.holiday else "body", ink=ink))
            column.addWidget(self.lines[-1])
