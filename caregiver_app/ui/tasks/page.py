"""The Tasks tab. Its head is there at once; the week comes when the file is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.page import Page
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.strip import DAY, HELPER, LIST, WeekStrip
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import SteadyScrolling
from caregiver_app.words import tr

if TYPE_CHECKING:
    from datetime import date

    from caregiver_app.domain.records import ChangeSet, Record
    from caregiver_app.ui.tasks.panel import WeekPanel

SHOWN_BY = "tasks shown by"


class _Sheet(QWidget):
    """What scrolls. It takes the width it is given, so that no card is measured at any other."""

    def sizeHint(self) -> QSize:
        return QSize(0, 0)


class TasksPage(Page):
    """Who is helping with what, a week at a time."""

    sheet = "week"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        theme = parts.theme
        self._panel: WeekPanel | None = None
        known = parts.settings.text(SHOWN_BY, DAY)
        self.print_button = Button(theme, tr("Print week sheet"), icon="printer")
        self.new_button = Button(theme, tr("New task"), kind=PRIMARY, icon="plus")
        self.strip = WeekStrip(parts, known if known in (DAY, HELPER, LIST) else DAY)
        head = PageHeader(
            theme, tr("Tasks"), tr("Who is helping with what this week"), [self.print_button, self.new_button]
        )
        inner = _Sheet()
        self._column = QVBoxLayout(inner)
        scrolling = self._scrolling = SteadyScrolling(inner)
        right = theme.px(28) - scrolling.bar_width
        self._column.setContentsMargins(theme.px(28), theme.px(20), right, theme.px(24))
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(head)
        self._column.addWidget(self.strip)
        self._column.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling)
        self._connect()

    @property
    def shows(self) -> tuple[type[Record], ...]:  # type: ignore[override]
        """Kinds of records on this page; asked for only after something was saved."""
        from caregiver_app.ui.tasks.panel import SHOWS

        return SHOWS

    @property
    def panel(self) -> WeekPanel:
        """The week itself, built when it is first needed."""
        if self._panel is None:
            from caregiver_app.ui.tasks.panel import WeekPanel

            self._panel = WeekPanel(self.parts, self.strip)
            self._panel.print_wanted.connect(self.print_wanted)
            self._panel.welcome_wanted.connect(self.welcome_wanted)
            self._panel.record_wanted.connect(self.record_wanted)
            self._panel.sight_wanted.connect(self._scrolling.show_whole)
            self._column.addWidget(self._panel, 1)
            self._column.activate()  # the week is laid out once, at the width it has
        return self._panel

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._print_week)
        self.new_button.clicked.connect(self._new_when_open)
        self.strip.shown_by.connect(self._show_by)

    def reload(self) -> None:
        self.panel.reload()

    def follow(self, changes: ChangeSet) -> bool:
        return self.panel.follow(changes)

    def new_thing(self) -> None:
        self.panel.new_task()

    def find_text(self) -> None:
        self.show_by(LIST)
        self.parts.actions.when_open(self._find)

    def stand_on_first_open(self) -> bool:
        """Put the keyboard on the first card that needs a helper; whether there is one."""
        return self._panel is not None and self._panel.stand_on_first_open()

    def copy_last_week(self) -> None:
        """Last week's single tasks, open again."""
        self.panel.copy_last_week()

    def start_from_ideas(self) -> None:
        """Pick from common tasks."""
        self.panel.start_from_ideas()

    def go_back(self) -> None:
        self.parts.actions.when_open(self._back)

    def go_on(self) -> None:
        self.parts.actions.when_open(self._on)

    def go_today(self) -> None:
        self.parts.actions.when_open(self._today)

    def print_day(self) -> date | None:
        """A day of the week that is shown."""
        return self._panel.shown_day if self._panel is not None else None

    def show_by(self, by: str) -> None:
        """Show the week by day, by helper or as a list."""
        self.strip.by.choose(by)
        self._show_by(by)

    def _show_by(self, by: str) -> None:
        self.parts.settings.keep(SHOWN_BY, by)
        self.parts.actions.when_open(self._show_again)

    def _show_again(self) -> None:
        self.panel.show_again()

    def _find(self) -> None:
        self.panel.find_text()

    def _back(self) -> None:
        self.panel.turn(-1)

    def _on(self) -> None:
        self.panel.turn(1)

    def _today(self) -> None:
        self.panel.go_today()

    def _new_when_open(self) -> None:
        self.parts.actions.when_open(self.new_thing)

    def _print_week(self) -> None:
        self.print_wanted.emit("week", self.print_day(), None)
