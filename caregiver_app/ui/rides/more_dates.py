"""A series goes on by some more visits, or a single visit becomes one, on the days that a pattern gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.appointments import Series
from caregiver_app.domain.calendar import Repeat, Span
from caregiver_app.domain.entries import parse_count
from caregiver_app.domain.entries.series import offered_series, parse_series, series_words
from caregiver_app.domain.holiday_names import holidays_in
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.series import dates_from
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.ui.widgets.typed_choice import TypedChoice
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
    """Adds visits to the end of a series, or makes a series of a single visit; with the same rides, no drivers yet."""

    WIDTH = 560

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Add more dates"), tr("Add"), parent)
        self._visit = visit
        self._around = read_around(parts)
        self.body.addWidget(Text(self.theme, self._intro(), ink="text2"))
        self._name = "count" if visit.series is not None else "repeat"
        self.line = self._ask_count() if visit.series is not None else self._ask_pattern()
        self.days = _Days(self.theme)
        self.days.hide()
        self.body.addWidget(self.days)
        self.body.addStretch(1)
        self.line.textChanged.connect(self._typed)
        self.line.editingFinished.connect(self._left)
        self._typed()
        self.line.setFocus()
        self.line.selectAll()

    def _intro(self) -> str:
        kept = self._visit.appointment
        if self._visit.series is not None:
            words = tr("“{title}” goes on after its last visit, with the same times and rides. Drivers are still open.")
        else:
            words = tr("“{title}” on {day} is the first. The others get its time and rides. Drivers are still open.")
        return words.format(title=kept.title.strip(), day=self._around.day(kept.day))

    def _ask_count(self) -> QLineEdit:
        line = LineEdit(str(USUAL))
        self.add_field(self._name, Field(self.theme, tr("How many more"), line))
        return line

    def _ask_pattern(self) -> QLineEdit:
        pattern = TypedChoice(self.theme, "", offered_series()[1:])
        pattern.line.setPlaceholderText(offered_series()[1])
        again = tr("Pick one, or type your own. The first visit counts, too.")
        self.add_field(self._name, Field(self.theme, tr("Repeats"), pattern, help_text=again))
        return pattern.line

    def values(self) -> object:
        return self.line.text()

    def save(self) -> bool:
        from caregiver_app.services import going_on

        days, now = self._new_days(), self.parts.actions.clock.now()
        if self._visit.series is not None:
            add = partial(going_on.add_more, series_id=self._visit.series.id, count=len(days), now=now)
        else:
            add = partial(going_on.repeat, appointment=self._visit.appointment, repeat=self._pattern(), now=now)
        return self.parts.actions.run(_add_words(len(days)), add)

    # What is typed

    def _pattern(self) -> Repeat:
        """How the single visit comes again. Raises InvalidEntry."""
        first, today = self._visit.appointment.day, self._around.today
        pattern = parse_series(self.line.text(), first, today, self._name)
        if pattern is None:
            raise InvalidEntry(self._name, tr("How does it come again? Pick one, or type “Every 3 weeks, 6 times.”"))
        return pattern

    def _new_days(self) -> list[date]:
        """The days of the visits that would be added. Raises InvalidEntry."""
        if self._visit.series is None:
            return dates_from(self._visit.appointment.day, self._pattern())[1:]
        count = parse_count(self.line.text(), most=MOST)
        return self.parts.actions.read(partial(_next_days, series=self._visit.series, count=count))

    def _typed(self) -> None:
        """The list follows what is typed, as far as it can be read."""
        try:
            days = self._new_days()
        except InvalidEntry:
            return
        self.put_right(self._name)
        holidays = holidays_in(Span(days[0], days[-1]))
        self.days.show_days([_Next(day, holidays.get(day, "")) for day in days], self._around)
        self.days.show()
        self.grow_soon()
        self.save_button.setText(_add_words(len(days)))

    def _left(self) -> None:
        if not isValid(self) or not (self.line.text().strip() or self._visit.series):
            return  # a form that closes leaves its field once more; an empty one asks for nothing yet
        try:
            self._new_days()
        except InvalidEntry as problem:
            self.fields[self._name].set_error(problem.message)
            return
        if self._visit.series is None:
            self.line.setText(series_words(self._pattern()))


def _add_words(count: int) -> str:
    return ntr("Add {n} visit", "Add {n} visits", count).format(n=count)


def _next_days(work: UnitOfWork, *, series: Series, count: int) -> list[date]:
    from caregiver_app.services import going_on

    return going_on.more_days(series, going_on.last_of(work, series_id=series.id), count)


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
