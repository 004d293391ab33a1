"""One part of the window about money that comes back: a list with its search, or why to keep one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from caregiver_app.domain.records import Record
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.entry_list import Entry, EntryList


@dataclass(frozen=True, kw_only=True)
class PartWords:
    """What a part is called, and what it says when there is nothing in it."""

    title: str
    new: str
    icon: str
    empty: str
    why: str


class ListPart(QStackedWidget):
    """`opened`, `removed` bring a Record; `add_wanted` comes from the button of the empty part."""

    opened = Signal(object)
    removed = Signal(object)
    add_wanted = Signal()
    chosen_changed = Signal()

    def __init__(self, theme: Theme, words: PartWords) -> None:
        super().__init__()
        self.words = words
        self.count_all = 0
        self.list = EntryList(theme, words.title)
        self.list.setMinimumHeight(theme.px(140))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins())
        column.addWidget(self.list)
        self.empty = EmptyState(theme, words.icon, words.empty, words.why, button=words.new)
        assert self.empty.button is not None, "it was asked for"
        self.empty.button.clicked.connect(self.add_wanted)
        self.addWidget(holder)
        self.addWidget(self.empty)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        self.list.chosen_changed.connect(self.chosen_changed)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what is kept now."""
        self.count_all = len(entries)
        self.list.show_entries(entries)
        self.setCurrentIndex(0 if entries else 1)
        for n in range(self.count()):  # the one that is not shown asks for no room
            policy = QSizePolicy.Policy.Preferred if n == self.currentIndex() else QSizePolicy.Policy.Ignored
            self.widget(n).setSizePolicy(policy, policy)

    def search(self, text: str) -> None:
        """Only what holds all these words."""
        self.list.rows.search(text)
        self.list.choose_row(0)

    @property
    def shown(self) -> int:
        """How many rows the search lets through."""
        return self.list.rows.rowCount()

    def record(self) -> Record | None:
        """What is chosen."""
        return self.list.record() if self.count_all else None
