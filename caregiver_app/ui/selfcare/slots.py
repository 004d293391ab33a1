"""When a small thing fits: the times in which she has company, each taken with one click, or any other time."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Span, week_of
from caregiver_app.domain.company import Window
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.selfcare_week import CareView, ThingThisWeek
from caregiver_app.domain.selfcare_words import span_words, why_words
from caregiver_app.domain.spoken import clock_words, shown_day
from caregiver_app.services.household import household
from caregiver_app.services.selfcare import windows
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.selfcare.deeds import CareDeeds
from caregiver_app.ui.selfcare.rows_card import CareRow, RowsCard
from caregiver_app.ui.typed_clock import optional_clock
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

DAYS = 7  # that are offered


class SlotDialog(Editor):
    """Closes once a time is chosen. `sitter_wanted` after it closed to ask somebody instead."""

    WIDTH = 640
    sitter_wanted = Signal()

    def __init__(self, parts: Parts, each: ThingThisWeek, view: CareView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("When does this fit?"), tr("Save this time"), parent)
        self._each, self._view = each, view
        self._deeds = CareDeeds(parts.actions)
        title = " ".join(each.thing.title.split())
        self.body.addWidget(Text(self.theme, title, "strong"))
        self.company = self._company()
        self._other_time()
        self.body.addStretch(1)
        first = self.company.row_buttons if self.company is not None else []
        (first[0] if first else self.day.line).setFocus()

    def _company(self) -> RowsCard | None:
        view = self._view
        if not view.is_with_her:
            return None
        nothing = tr("Nobody else is planned to be with {name} in the next seven days.").format(name=view.her)
        card = RowsCard(self.theme, tr("{name} has company").format(name=view.her), nothing, tone="care")
        card.show_rows([self._row(window) for window in self._windows()])
        self.sitter_button = Button(self.theme, tr("Ask someone to sit"), kind=PLAIN)
        self.sitter_button.clicked.connect(self._ask)
        card.foot.add(self.sitter_button)
        self.body.addWidget(card)
        return card

    def _windows(self) -> list[Window]:
        """The free times; the one that this small thing has already is among them."""
        today = self._view.today
        span = Span(today, today + timedelta(DAYS - 1))
        now = self.parts.actions.clock.local()
        return self.parts.actions.read(partial(windows, span=span, now=now, besides=self._each.thing.id))

    def _row(self, window: Window) -> CareRow:
        view = self._view
        return CareRow(
            title=span_words(window, clock24=view.clock24, week=view.week.span),
            detail=why_words(window, view.names, view.her, clock24=view.clock24),
            button=tr("Take this time"),
            deed=partial(self.take, window),
        )

    def _other_time(self) -> None:
        theme, view, known = self.theme, self._view, self._each.next_time
        offered = [shown_day(view.today + timedelta(n), view.today) for n in range(DAYS)]
        ahead = known.day is not None and known.day >= view.today
        text = shown_day(known.day, view.today) if known.day is not None and ahead else ""
        self.day = TypedChoice(theme, text, offered)
        self.clock = LineEdit(clock_words(known.clock, view.clock24) if known.clock is not None else "")
        self.clock.setPlaceholderText(tr("2:00 pm"))
        words = tr("Or another time") if self.company is not None else tr("Choose a time")
        self.body.addWidget(Text(theme, words, "h3"))
        self.fields["day"] = Field(theme, tr("Day"), self.day, help_text=tr("Leave it empty for whenever it fits."))
        self.fields["clock"] = Field(theme, tr("Time"), self.clock, optional=True)
        self.body.addWidget(Beside(theme, 24, [self.fields["day"], self.fields["clock"]]))

    def values(self) -> object:
        return self.day.text(), self.clock.text()

    def take(self, window: Window) -> None:
        """A time in which she has company."""
        if self._plan(window.start.date(), window.clock, window):
            self._first = self.values()
            self.accept()

    def save(self) -> bool:
        """Keep the time that was typed."""
        text = self.day.text().strip()
        day = parse_day(text, self._view.today) if text else None
        if day is not None and day < self._view.today:
            raise InvalidEntry("day", tr("Choose a day from today on."))
        return self._plan(day, optional_clock(self.clock.text()), None)

    def _plan(self, day: date | None, clock: time | None, window: Window | None) -> bool:
        week = self._each.time.week
        if day is not None:
            week = week_of(day, self.parts.actions.read(household).week_start).first
        return self._deeds.plan(self._each, week, day, clock, window.beside_id if window is not None else None)

    def _ask(self) -> None:
        self._first = self.values()
        self.accept()
        self.sitter_wanted.emit()
