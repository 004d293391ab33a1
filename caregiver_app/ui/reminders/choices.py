"""Reminder choices: what to be reminded of, the quiet hours, and how this computer shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.reminder_words import about_words
from caregiver_app.domain.reminders import About
from caregiver_app.domain.spoken import clock_words
from caregiver_app.services import household, reminding
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record
from caregiver_app.ui.reminders import autostart
from caregiver_app.ui.reminders.closing import CHOICE, END, REST
from caregiver_app.ui.reminders.tray import Tray
from caregiver_app.ui.reminders.words import IN_FULL
from caregiver_app.ui.typed_clock import needed_clock, settled_clock
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class ReminderChoices(Editor):
    """The family’s choices go into its file; those of this computer stay here."""

    WIDTH = 600

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Reminder choices"), tr("Save choices"), parent)
        self._rules = parts.actions.read(reminding.rules)
        self._clock24 = parts.actions.read(household.household).clock24
        self._began_with = autostart.is_on()
        self._kinds()
        self._quiet()
        self._here()
        self.kinds[About.TASK].setFocus()

    def values(self) -> object:
        boxes = [*self.kinds.values(), self.always, self.in_full, self.rest, self.start]
        return [*(box.isChecked() for box in boxes), self.quiet_from.text(), self.quiet_until.text()]

    def save(self) -> bool:
        """Keep the family’s choices, then those of this computer."""
        on = frozenset(about for about, box in self.kinds.items() if box.isChecked())
        typed = replace(self._rules, on=on, always=self.always.isChecked())
        rules = read_record(typed, self._readers(), self.fields)
        if not self._start_with_computer():
            return False
        self.parts.settings.keep(IN_FULL, self.in_full.isChecked())
        if self.rest.isEnabled() and self.rest.isChecked() != self._rested():
            self.parts.settings.keep(CHOICE, REST if self.rest.isChecked() else END)
        keep = partial(reminding.save_rules, before=self._rules, after=rules)
        return rules == self._rules or self.parts.actions.run(tr("Change the reminder choices"), keep)

    # Building

    def _kinds(self) -> None:
        self.body.addWidget(Text(self.theme, tr("Remind me of"), "h3"))
        self.kinds = {about: self._box(about_words(about), on=about in self._rules.on) for about in About}
        boxes = list(self.kinds.values())
        for pair in zip(boxes[::2], boxes[1::2], strict=True):
            self.body.addWidget(Beside(self.theme, 24, list(pair)))
        why = tr("There are no alarms for medicine here. Use what the care team gave you.")
        self.body.addWidget(Text(self.theme, why, "caption", ink="text2"))

    def _quiet(self) -> None:
        theme, rules = self.theme, self._rules
        self.body.addWidget(Text(theme, tr("Quiet hours"), "h3"))
        self.quiet_from = LineEdit(clock_words(rules.quiet_from, self._clock24))
        self.quiet_until = LineEdit(clock_words(rules.quiet_until, self._clock24))
        self.fields["quiet_from"] = Field(theme, tr("Quiet from"), self.quiet_from)
        self.fields["quiet_until"] = Field(theme, tr("Quiet until"), self.quiet_until)
        self.body.addWidget(Beside(theme, 24, [self.fields["quiet_from"], self.fields["quiet_until"]]))
        why = tr("What comes due in between waits for the morning.")
        self.body.addWidget(Text(theme, why, "caption", ink="text2"))
        self.always = self._check(tr("Remind me in the quiet hours, too"), on=rules.always)
        settled = partial(settled_clock, clock24=self._clock24)
        for name, line in (("quiet_from", self.quiet_from), ("quiet_until", self.quiet_until)):
            line.editingFinished.connect(partial(self.settle, name, line, settled))

    def _here(self) -> None:
        theme, settings = self.theme, self.parts.settings
        self.body.addWidget(Text(theme, tr("On this computer"), "h3"))
        self.in_full = self._check(
            tr("Show the full words on the desktop, also of leave, claims and small things for you"),
            on=settings.flag(IN_FULL),
        )
        self.rest = self._check(tr("Rest in the tray when the window is closed"), on=self._rested())
        if not Tray.is_offered():
            self.rest.setEnabled(False)
            self.body.addWidget(Text(theme, tr("This desktop has no tray."), "caption", ink="text2"))
        self.start = self._check(tr("Start with the computer"), on=self._began_with)
        if self.parts.actions.workspace.is_kept_here:
            why = tr("It then starts in the tray, or as a small window where there is none.")
        else:
            why = tr("It starts with a file on this computer only, not with a server or a made-up family.")
            self.start.setEnabled(self._began_with)  # what was chosen for a file can be taken back
        self.body.addWidget(Text(theme, why, "caption", ink="text2"))

    def _check(self, words: str, *, on: bool) -> CheckBox:
        box = self._box(words, on=on)
        self.body.addWidget(box)
        return box

    def _box(self, words: str, *, on: bool) -> CheckBox:
        box = CheckBox(words)
        box.setChecked(on)
        return box

    # Reading

    def _readers(self) -> dict[str, Callable[[], object]]:
        return {
            "quiet_from": partial(self._clock, self.quiet_from, "quiet_from"),
            "quiet_until": partial(self._clock, self.quiet_until, "quiet_until"),
        }

    def _rested(self) -> bool:
        return self.parts.settings.text(CHOICE) == REST

    @staticmethod
    def _clock(line: LineEdit, name: str) -> time:
        return needed_clock(line.text(), name, tr("Type a time on the clock, like “9 pm.”"))

    def _start_with_computer(self) -> bool:
        """Put the entry down or take it away, if that is another choice; whether it could be kept."""
        wanted = self.start.isChecked()
        if wanted == self._began_with:
            return True
        try:
            if wanted:
                autostart.turn_on(autostart.command(_own_file(self.parts)))
            else:
                autostart.turn_off()
        except OSError:
            self.refuse("start", tr("This computer did not let us keep “Start with the computer.”"))
            return False
        self._began_with = wanted
        return True


def _own_file(parts: Parts) -> Path | None:
    """The open file, unless it is the usual one."""
    from caregiver_app.places import usual_file

    path = parts.actions.workspace.path
    return None if path is None or path == usual_file() else path
