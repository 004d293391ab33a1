"""A tab's page: it shows some kinds of records, asks for them when it is seen, and offers what every tab can do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.ui.parts import Parts

if TYPE_CHECKING:
    from caregiver_app.ui.unkept import Begun


class Page(QWidget):
    """Override `reload`, which alone fills widgets from data, and what of the commands the page can do."""

    shows: ClassVar[tuple[type[Record], ...]] = ()
    sheet: ClassVar[str] = ""  # what Ctrl+P prints
    is_built: ClassVar[bool] = True  # else its commands go to the Tasks tab
    print_wanted = Signal(str, object, object)  # sheet, its day or None, the id of a person or a visit or None
    welcome_wanted = Signal(str)  # a step of the first run
    record_wanted = Signal(str, object)  # the name of a tab, and the id of what to show there, None for the tab alone
    add_wanted = Signal()  # something of any kind, in one line
    find_wanted = Signal()  # anything anywhere
    cost_wanted = Signal(object)  # the id of the visit that a new cost is for
    news_wanted = Signal(object)  # the visit as it was before a change of which somebody may have to hear
    asking_ended = Signal(object)  # times of tasks as they were, for which somebody was asked and need not come

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self.theme = parts.theme
        self._stale = True
        parts.actions.changed.connect(self._changed)
        parts.actions.ready.connect(self._ready)
        parts.actions.outdated.connect(self._ready)

    def reload(self) -> None:
        """Fill the page from the file."""

    def follow(self, changes: ChangeSet) -> bool:
        """Take a saved change in without a new look at the file; False when that can't be exact."""
        del changes
        return False

    def new_thing(self) -> None:
        """Ctrl+N."""

    def find_text(self) -> None:
        """Ctrl+Shift+F: look for something on this tab alone."""

    def print_day(self) -> date | None:
        """The day whose week Ctrl+P prints; None for the usual one."""
        return None

    def go_back(self) -> None:
        """Alt+Left: a week or month back."""

    def go_on(self) -> None:
        """Alt+Right."""

    def go_today(self) -> None:
        """Ctrl+T."""

    def show_record(self, record_id: UUID) -> None:
        """Go to one thing by its id, or to what it belongs to."""

    def unsaved(self) -> object:
        """What is typed here and not saved, for `take_up` of the page that is made anew in its place."""
        return None

    def take_up(self, unsaved: object) -> None:
        """Go on with what was typed before colors or text size changed."""

    def begun(self) -> Begun | None:
        """The form on this page with words that are not saved; it is asked about before the window closes."""
        return None

    def new_day(self) -> None:
        """Midnight has passed: look at the file again, since "today" is another day."""
        self._stale = True
        self._reload_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reload_if_seen()

    def _ready(self) -> None:
        self._stale = True
        self._reload_if_seen()

    def _changed(self, changes: ChangeSet) -> None:
        if not changes.touches(*self.shows):
            return
        if self._stale or not self.isVisible() or not self.follow(changes):
            self._stale = True
            self._reload_if_seen()

    def _reload_if_seen(self) -> None:
        if self._stale and self.isVisible() and self.parts.actions.is_open:
            self._stale = False
            self.reload()
