"""Writing in the journal. What is typed is never lost: closing asks first, and a refusal keeps the words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.selfcare import JournalEntry
from caregiver_app.domain.spoken import day_words, shown_day
from caregiver_app.services import selfcare
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.fields import Field, LineEdit, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class JournalEditor(Editor):
    """Adds or changes an entry. `saved` brings it as kept."""

    WIDTH = 680
    saved = Signal(object)  # JournalEntry

    def __init__(self, parts: Parts, entry: JournalEntry | None = None, parent: QWidget | None = None) -> None:
        title = tr("Journal, {day}").format(day=day_words(entry.day)) if entry is not None else tr("Journal")
        super().__init__(parts, title, tr("Keep this"), parent)
        self._known = entry
        self._today = parts.actions.clock.today()
        self.body.addWidget(Text(self.theme, tr("Only you see this. It is never printed."), ink="text2"))
        self.text = TextArea(self.theme, entry.text if entry is not None else "", lines=12)
        self.day = LineEdit(shown_day(entry.day if entry is not None else self._today, self._today))
        self.add_field("text", Field(self.theme, tr("What is on your mind"), self.text))
        self.add_field("day", Field(self.theme, tr("Day"), self.day))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus()

    def values(self) -> object:
        return self.text.toPlainText(), self.day.text()

    def save(self) -> bool:
        """Keep the entry."""
        day = parse_day(self.day.text(), self._today) if self.day.text().strip() else self._today
        text = self.text.toPlainText()
        if self._known is not None:
            entry = replace(self._known, day=day, text=text)
        else:
            entry = JournalEntry(day=day, text=text, written_at=self.parts.actions.clock.now())
        label = tr("Change a journal entry") if self._known is not None else tr("Write in the journal")
        deed = partial(selfcare.save_entry, before=self._known, after=entry)
        kept = self.parts.actions.run(label, deed)
        if kept:
            self.saved.emit(entry)
        return kept
