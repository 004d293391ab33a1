"""A directory: people, or things remembered once such as places, to find, add, change and remove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.ui.forms import Dialog, Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.entry_list import Entry, EntryList
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.notices import Notices
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


@dataclass(frozen=True, kw_only=True)
class DirectoryWords:
    """What a directory is called, and what it says."""

    title: str
    find: str
    example: str
    new: str
    none_fits: str
    icon: str
    empty: str
    why: str


class Directory(Dialog):
    """The list with its own notice strip, as the window's lies under it. Override what each has of its own."""

    WIDTH = 720
    HEIGHT = 640
    KIND: type[Record] = Record

    def __init__(self, parts: Parts, words: DirectoryWords, parent: QWidget | None = None) -> None:
        super().__init__(parts, words.title, parent)
        self._words = words
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self._stack.addWidget(self._build_list())
        self._stack.addWidget(self._build_empty())
        self.notices = Notices(self.theme)
        self.layout().insertWidget(self.layout().indexOf(self._scrolling) + 1, self.notices)
        self._build_foot()
        QShortcut(QKeySequence.StandardKey.Undo, self, parts.actions.undo)
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        QShortcut(QKeySequence.StandardKey.New, self, self.add)
        parts.actions.changed.connect(self._changed)
        parts.actions.outdated.connect(self.reload)
        self.reload()

    def fit(self) -> None:
        super().fit()
        room = self.screen().availableGeometry()
        self.resize(self.width(), min(self.theme.px(self.HEIGHT), round(room.height() * 0.9)))

    def reload(self) -> None:
        """Show what is kept now."""
        entries = self.entries()
        self.list.show_entries(entries)
        self._stack.setCurrentIndex(0 if entries or self.search.text() else 1)
        for n in range(self._stack.count()):  # the one that is not shown asks for no room
            policy = QSizePolicy.Policy.Preferred if n == self._stack.currentIndex() else QSizePolicy.Policy.Ignored
            self._stack.widget(n).setSizePolicy(policy, policy)
        for button in self.buttons:
            button.setVisible(self._stack.currentIndex() == 0)
        self.search_told()

    def add(self) -> None:
        """The empty form."""
        self._open(None)

    def edit(self) -> None:
        """The form of the one that is chosen."""
        record = self.list.record()
        if record:
            self._open(record)

    def remove(self) -> None:
        """Remove the one that is chosen; the notice offers to take it back."""
        record = self.list.record()
        told = self.take_off(record) if record is not None else ""
        if told:
            self.notices.tell(told, tr("Undo"), self.parts.actions.undo)
            self.list.setFocus()

    # What each directory has of its own

    def entries(self) -> Sequence[Entry]:
        """The rows, in order."""
        raise NotImplementedError

    def form(self, record: Record | None) -> Editor:
        """The form of a record, or of a new one; its `saved` brings what was kept."""
        raise NotImplementedError

    def take_off(self, record: Record) -> str:
        """Remove a record and say what that means; empty when it could not be."""
        raise NotImplementedError

    # What a directory may have beside that

    def make_list(self) -> EntryList:
        """The list itself."""
        return EntryList(self.theme, self._words.title)

    def below_list(self, found: QWidget) -> QWidget:
        """What stands below the list: `found` tells of the search."""
        return found

    def more_buttons(self) -> list[Button]:
        """Buttons between New and Edit."""
        return []

    def found_words(self, shown: int) -> str:
        """What is told of the search; empty for nothing."""
        return self._words.none_fits if self.search.text() and not shown else ""

    def look_for(self, text: str) -> None:
        """Show what holds the words that were typed."""
        self.list.rows.search(text)
        self.list.choose_row(0)
        self.search_told()

    # Building

    def _build_list(self) -> QWidget:
        theme, words = self.theme, self._words
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.search = LineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(words.example)
        self.list = self.make_list()
        self.list.setMinimumHeight(theme.px(140))
        self._found = Text(theme, "", "caption", ink="text2")
        self.search.textChanged.connect(self.look_for)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self.remove)
        column.addWidget(Field(theme, words.find, self.search))
        column.addWidget(self.list, 1)
        column.addWidget(self.below_list(self._found))
        return holder

    def _build_empty(self) -> QWidget:
        words = self._words
        empty = EmptyState(self.theme, words.icon, words.empty, words.why, button=words.new)
        assert empty.button is not None, "it was asked for"
        empty.button.clicked.connect(self.add)
        return empty

    def _build_foot(self) -> None:
        theme = self.theme
        self.new_button = Button(theme, self._words.new, kind=PRIMARY, icon="plus")
        self.edit_button = Button(theme, tr("Edit"), kind=PLAIN, icon="pencil")
        self.remove_button = Button(theme, tr("Remove"), kind=PLAIN)  # Undo brings back what a list lets go
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.new_button.clicked.connect(self.add)
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        self.close_button.clicked.connect(self.accept)
        self.buttons = [self.new_button, *self.more_buttons(), self.edit_button, self.remove_button]
        self.foot.addWidget(Flow(theme.px(12), self.buttons), 1)
        self.foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.list.chosen_changed.connect(self._chosen_changed)

    # What happens

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _open(self, record: Record | None) -> None:
        form = self.form(record)
        form.saved.connect(self.list.choose)  # type: ignore[attr-defined]  # every form here has it
        form.open()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(self.KIND):
            self.reload()

    def search_told(self) -> None:
        """Say what the search found."""
        words = self.found_words(self.list.rows.rowCount())
        self._found.setText(words)
        self._found.setVisible(bool(words))

    def _chosen_changed(self) -> None:
        chosen = self.list.record() is not None
        self.edit_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)
