"""The help lines: numbers to call, each with the day on which somebody saw that it is right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.records import Record
from caregiver_app.domain.selfcare import HelpLine
from caregiver_app.domain.selfcare_words import checked_words
from caregiver_app.domain.spoken import shown_day
from caregiver_app.services import selfcare
from caregiver_app.ui.directory import Directory, DirectoryWords
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.words import tr

UNNAMED = "?"


class HelpLinesDialog(Directory):
    """All of them, in their order; one always stays."""

    KIND = HelpLine

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        words = DirectoryWords(
            title=tr("Help lines"),
            find=tr("Find a help line"),
            example=tr("Name or number"),
            new=tr("New help line"),
            none_fits=tr("No help line fits these words."),
            icon="phone",
            empty=tr("Whom to call on a hard day"),
            why=tr("A crisis line, a nurse, a friend who listens."),
        )
        super().__init__(parts, words, parent)

    def entries(self) -> list[Entry]:
        return [line_entry(line) for line in self.parts.actions.read(selfcare.help_lines)]

    def form(self, record: Record | None) -> HelpLineEditor:
        assert record is None or isinstance(record, HelpLine), "only help lines are listed"
        return HelpLineEditor(self.parts, record, self)

    def take_off(self, record: Record) -> str:
        assert isinstance(record, HelpLine), "only help lines are listed"
        actions = self.parts.actions
        actions.refused.connect(self._refused)
        try:
            label = tr("Remove {name}").format(name=record.name)
            kept = actions.run(label, partial(selfcare.remove_help_line, line=record), silent=True)
        finally:
            actions.refused.disconnect(self._refused)
        return tr("{name} is no longer in the list.").format(name=record.name) if kept else ""

    def _refused(self, _field: str, sentence: str) -> None:
        self.notices.tell(sentence)


def line_entry(line: HelpLine) -> Entry:
    """A help line as the list tells of it."""
    checked = checked_words(line.checked_on)
    lines = ((line.phone, "h3", "text"), (line.about, "body", "text2"), (checked, "caption", "text2"))
    return Entry(record=line, name=line.name, lines=tuple(each for each in lines if each[0]))


class HelpLineEditor(Editor):
    """Adds or changes a help line. `saved` brings it as kept."""

    WIDTH = 560
    saved = Signal(object)  # HelpLine

    def __init__(self, parts: Parts, line: HelpLine | None = None, parent: QWidget | None = None) -> None:
        title = tr("Edit {name}").format(name=line.name) if line is not None else tr("New help line")
        super().__init__(parts, title, tr("Save help line"), parent)
        self._known, self._today = line, parts.actions.clock.today()
        last = max(each.place for each in parts.actions.read(selfcare.help_lines)) + 1
        self._line = line or HelpLine(name=UNNAMED, phone=UNNAMED, checked_on=self._today, place=last)
        theme = self.theme
        self.name = LineEdit(line.name if line is not None else "")
        self.phone = LineEdit(line.phone if line is not None else "")
        self.about = LineEdit(self._line.about)
        self.checked = LineEdit(shown_day(self._line.checked_on, self._today))
        self.name.setPlaceholderText(tr("Clinic social worker"))
        self.phone.setPlaceholderText(tr("555-0155"))
        self.about.setPlaceholderText(tr("Weekdays 9 to 5"))
        self.add_field("name", Field(theme, tr("Who answers"), self.name))
        self.add_field("phone", Field(theme, tr("Number"), self.phone))
        self.add_field("about", Field(theme, tr("Good to know"), self.about, optional=True))
        day = tr("The day you saw that the number is right.")
        self.add_field("checked_on", Field(theme, tr("Checked on"), self.checked, help_text=day))
        self.body.addStretch(1)
        self.name.setFocus()

    def values(self) -> object:
        return [each.text() for each in (self.name, self.phone, self.about, self.checked)]

    def save(self) -> bool:
        """Keep it; every field that can't be read says so at once."""
        line = read_record(self._line, self._readers(), self.fields)
        label = tr("Change {name}") if self._known is not None else tr("Add {name}")
        deed = partial(selfcare.save_help_line, before=self._known, after=line)
        kept = self.parts.actions.run(label.format(name=line.name), deed)
        if kept:
            self.saved.emit(line)
        return kept

    def _readers(self) -> dict[str, Callable[[], object]]:
        return {
            "name": partial(tidy, self.name),
            "phone": partial(tidy, self.phone),
            "about": partial(tidy, self.about),
            "checked_on": self._day,
        }

    def _day(self) -> object:
        text = self.checked.text().strip()
        day = parse_day(text, self._today, "checked_on") if text else self._today
        if day > self._today:
            raise InvalidEntry("checked_on", tr("Type a day up to today."))
        return day
