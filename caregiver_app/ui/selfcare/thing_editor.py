"""A small thing: what, when it usually is, how long, and its two-minute version for bad days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.entries import parse_minutes
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.selfcare import SMALL_THINGS, CareKind, SmallThing
from caregiver_app.domain.selfcare_words import ideas, kind_words
from caregiver_app.domain.spoken import clock_words, day_names, minutes_words
from caregiver_app.services import selfcare
from caregiver_app.services.household import household
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.selfcare.deeds import CareDeeds
from caregiver_app.ui.typed_clock import optional_clock
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

UNNAMED = "?"


class ThingEditor(Editor):
    """Adds or changes a small thing. While three are there, a new one rests until there is room for it."""

    WIDTH = 600
    saved = Signal(object)  # SmallThing

    def __init__(self, parts: Parts, thing: SmallThing | None = None, parent: QWidget | None = None) -> None:
        title = tr("Change a small thing") if thing is not None else tr("New small thing")
        super().__init__(parts, title, tr("Save"), parent)
        self._known = thing
        self._thing = thing or SmallThing(title=UNNAMED)
        self._clock24 = parts.actions.read(household).clock24
        others = [each for each in parts.actions.read(selfcare.things) if not each.resting and each != thing]
        self._rests = thing is None and len(others) >= SMALL_THINGS
        if self._rests:
            self.rest_words = tr("It waits below the three. When one of them rests, you can bring it back.")
            words = tr("Three small things are plenty for a week.")
            self.body.addWidget(Banner(self.theme, "care", words, self.rest_words))
        self._what()
        self._when()
        self.remind = CheckBox(tr("Remind me of it, quietly"))
        self.remind.setChecked(self._thing.remind)
        self.body.addWidget(self.remind)
        self.body.addStretch(1)
        self.title.line.setFocus()

    def _what(self) -> None:
        theme, thing = self.theme, self._thing
        every = [idea for kind in CareKind for idea in ideas(kind)]
        self._ideas = {title: (tiny, minutes, kind) for kind in CareKind for title, tiny, minutes in ideas(kind)}
        self.title = TypedChoice(theme, "" if thing.title == UNNAMED else thing.title, [each[0] for each in every])
        self.title.line.setPlaceholderText(tr("Walk around the block"))
        self.kind = ComboBox(theme)
        for kind in CareKind:
            self.kind.add(kind_words(kind), kind)
        self.kind.choose(thing.kind)
        self.tiny = LineEdit(thing.tiny)
        self.tiny.setPlaceholderText(tr("Stand outside for two minutes"))
        self.add_field("title", Field(theme, tr("What does you good"), self.title))
        counts = tr("On a bad day this counts in full.")
        self.add_field("tiny", Field(theme, tr("Two-minute version"), self.tiny, optional=True, help_text=counts))
        self.title.activated.connect(self._idea_picked)

    def _when(self) -> None:
        theme, thing = self.theme, self._thing
        self.weekday = ComboBox(theme)
        self.weekday.add(tr("Whenever it fits"), None)
        for number, name in enumerate(day_names()):
            self.weekday.add(name, number)
        self.weekday.choose(thing.weekday)
        self.clock = LineEdit(clock_words(thing.clock, self._clock24) if thing.clock is not None else "")
        self.clock.setPlaceholderText(tr("2:00 pm"))
        self.minutes = LineEdit(minutes_words(thing.minutes))
        self.fields["weekday"] = Field(theme, tr("Usual day"), self.weekday)
        self.fields["clock"] = Field(theme, tr("Time"), self.clock, optional=True)
        self.fields["minutes"] = Field(theme, tr("How long"), self.minutes)
        self.fields["kind"] = Field(theme, tr("What sort"), self.kind)
        for names in (("weekday", "clock"), ("minutes", "kind")):
            self.body.addWidget(Beside(theme, 24, [self.fields[name] for name in names]))

    def _idea_picked(self, _place: int) -> None:
        """An idea comes with its two-minute version, unless something was typed there."""
        tiny, minutes, kind = self._ideas[self.title.text()]
        if not self.tiny.text().strip() or self.tiny.text() in {each[0] for each in self._ideas.values()}:
            self.tiny.setText(tiny)
            self.minutes.setText(minutes_words(minutes))
            self.kind.choose(kind)

    def values(self) -> object:
        typed = (self.title.text(), self.tiny.text(), self.clock.text(), self.minutes.text())
        return *typed, self.kind.value(), self.weekday.value(), self.remind.isChecked()

    def save(self) -> bool:
        """Keep it; every field that can't be read says so at once."""
        base = replace(self._thing, resting=self._rests or self._thing.resting)
        thing = read_record(base, self._readers(), self.fields)
        thing = replace(thing, remind=self.remind.isChecked())
        kept = CareDeeds(self.parts.actions).save(self._known, thing)
        if kept:
            self.saved.emit(thing)
        return kept

    def _readers(self) -> dict[str, Callable[[], object]]:
        return {
            "title": partial(tidy, self.title),
            "kind": self.kind.value,
            "tiny": partial(tidy, self.tiny),
            "weekday": self.weekday.value,
            "clock": self._clock,
            "minutes": self._minutes,
        }

    def _clock(self) -> time | None:
        return optional_clock(self.clock.text())

    def _minutes(self) -> int:
        text = self.minutes.text().strip()
        found = parse_minutes(f"{text} min" if text.isdecimal() else text)
        if found is None:
            raise InvalidEntry("minutes", tr("Type a length up to 24 hours, like “20 min.”"))
        return found
