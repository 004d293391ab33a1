"""The form of a reminder that somebody types: its words, its day and time, and how it comes again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Repeat
from caregiver_app.domain.entries.days import parse_day
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.reminder_typed import parse_often
from caregiver_app.domain.reminders import OwnReminder
from caregiver_app.domain.spoken import clock_words, day_words, repeat_words
from caregiver_app.services import household, reminding
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.typed_clock import needed_clock, settled_clock
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

NOT_YET = "?"


class OwnReminderEditor(Editor):
    """Adds or changes a typed reminder. `saved` brings it as kept."""

    saved = Signal(object)  # OwnReminder

    def __init__(self, parts: Parts, reminder: OwnReminder | None = None, parent: QWidget | None = None) -> None:
        title = tr("Edit reminder") if reminder else tr("New reminder")
        super().__init__(parts, title, tr("Save reminder"), parent)
        self._known = reminder
        self._now = parts.actions.clock.local().replace(tzinfo=None)
        self._clock24 = parts.actions.read(household.household).clock24
        self._reminder = reminder or OwnReminder(text=NOT_YET, day=self._now.date(), clock=time(9))
        self._build()
        self.text.setFocus()

    def values(self) -> object:
        return [self.text.text(), self.day.text(), self.clock.text(), self.often.text()]

    def save(self) -> bool:
        """Keep it; every field that can't be read says so at once."""
        after = read_record(self._reminder, self._readers(), self.fields)
        label = tr("Change a reminder") if self._known else tr("Add a reminder")
        keep = partial(reminding.save_own, before=self._known, after=after, now=self._now)
        saved = self.parts.actions.run(label, keep)
        if saved:
            self.saved.emit(after)
        return saved

    def _build(self) -> None:
        theme, known = self.theme, self._known
        self.text = LineEdit(known.text if known else "")
        self.text.setPlaceholderText(tr("Water the plants"))
        self.day = LineEdit(day_words(known.day, with_year=True) if known else "")
        self.day.setPlaceholderText(tr("Tomorrow, Friday or Dec 4"))
        self.clock = LineEdit(clock_words(known.clock, self._clock24) if known else "")
        self.clock.setPlaceholderText(tr("9 am"))
        offered = [tr("Once"), tr("Every day"), tr("Every week"), tr("Every weekday"), tr("Every 2 weeks")]
        self.often = TypedChoice(theme, _often(known), offered)
        why = tr("It may show on this computer’s screen. Leave out private health details.")
        self.add_field("text", Field(theme, tr("What to remind you of"), self.text, help_text=why))
        self.fields["day"] = Field(theme, tr("Day"), self.day)
        self.fields["clock"] = Field(theme, tr("Time"), self.clock)
        self.body.addWidget(Beside(theme, 24, [self.fields["day"], self.fields["clock"]]))
        self.add_field("repeat", Field(theme, tr("How often"), self.often))
        self.body.addStretch(1)
        settled = partial(settled_clock, clock24=self._clock24)
        self.day.editingFinished.connect(partial(self.settle, "day", self.day, self._day_words))
        self.clock.editingFinished.connect(partial(self.settle, "clock", self.clock, settled))

    def _readers(self) -> dict[str, Callable[[], object]]:
        return {"text": partial(tidy, self.text), "day": self._day, "clock": self._clock, "repeat": self._repeat}

    def _day(self) -> date:
        if not self.day.text().strip():
            raise InvalidEntry("day", tr("Type a day, like “tomorrow” or “Dec 4.”"))
        return parse_day(self.day.text(), self._now.date())

    def _clock(self) -> time:
        return needed_clock(self.clock.text(), "clock", tr("Type a time on the clock, like “9 am.”"))

    def _repeat(self) -> Repeat | None:
        try:
            first = self._day()
        except InvalidEntry:
            first = self._now.date()  # the day says itself what is wrong with it
        return parse_often(self.often.text(), first, self._now.date())

    def _day_words(self, text: str) -> str:
        return day_words(parse_day(text, self._now.date()), with_year=True)


def _often(reminder: OwnReminder | None) -> str:
    if reminder is None or reminder.repeat is None:
        return tr("Once")
    return repeat_words(reminder.repeat, reminder.day)
