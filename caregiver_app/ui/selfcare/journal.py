"""The journal: entries newest first, with a search of its own. Nobody else ever sees it, and no sheet prints it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.records import Record
from caregiver_app.domain.selfcare import JournalEntry
from caregiver_app.domain.spoken import long_day
from caregiver_app.services import selfcare
from caregiver_app.services.selfcare.journal import PAGE
from caregiver_app.ui.directory import Directory, DirectoryWords
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.selfcare.journal_editor import JournalEditor
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.words import tr

SHOWN = 140  # letters of an entry in the list


class JournalDialog(Directory):
    """A page of entries, and more on demand; the search asks the file, by the starts of words."""

    KIND = JournalEntry

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        words = DirectoryWords(
            title=tr("Journal"),
            find=tr("Find in the journal"),
            example=tr("Words of an entry"),
            new=tr("New entry"),
            none_fits=tr("No entry has these words."),
            icon="notebook-pen",
            empty=tr("A place for a few words"),
            why=tr("Write what is on your mind, or nothing at all. Only you see it. It is never printed."),
        )
        self._room = PAGE
        self.older_button = Button(parts.theme, tr("Show older entries"), kind=QUIET)
        super().__init__(parts, words, parent)
        self.older_button.clicked.connect(self._show_older)

    def entries(self) -> list[Entry]:
        typed = self.search.text()
        found = self.parts.actions.read(partial(selfcare.search, typed=typed, limit=self._room + 1))
        self.older_button.setVisible(len(found) > self._room)
        year = self.parts.actions.clock.today().year
        return [journal_row(entry, year) for entry in found[: self._room]]

    def look_for(self, text: str) -> None:
        self._room = PAGE
        self.reload()
        self.list.choose_row(0)

    def form(self, record: Record | None) -> JournalEditor:
        assert record is None or isinstance(record, JournalEntry), "only entries are listed"
        return JournalEditor(self.parts, record, self)

    def take_off(self, record: Record) -> str:
        assert isinstance(record, JournalEntry), "only entries are listed"
        deed = partial(selfcare.remove_entry, entry=record)
        if not self.parts.actions.run(tr("Remove a journal entry"), deed, silent=True):
            return ""
        return tr("The entry is no longer in the journal.")

    def below_list(self, found: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(found)
        column.addWidget(self.older_button, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _show_older(self) -> None:
        self._room += PAGE
        self.reload()
        self.list.setFocus()


def journal_row(entry: JournalEntry, year: int) -> Entry:
    """An entry as the list tells of it: its day, with the year where it is another one, and its beginning."""
    day = long_day(entry.day)
    if entry.day.year != year:
        day = tr("{day}, {year}").format(day=day, year=entry.day.year)
    beginning = " ".join(entry.text[: SHOWN * 4].split())
    if len(beginning) > SHOWN or len(entry.text) > SHOWN * 4:
        beginning = tr("{beginning}…").format(beginning=beginning[:SHOWN].rstrip())
    return Entry(record=entry, name=day, lines=((beginning, "body", "text2"),))
