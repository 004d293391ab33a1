"""The Tasks tab. Its head is there at once; the week comes when the file is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.panel_page import PanelPage
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.strip import DAY, HELPER, LIST, WeekStrip
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.records import ChangeSet, Record
    from caregiver_app.ui.tasks.panel import WeekPanel


class _Sheet(QWidget):
    """What scrolls. It takes the width it is given, so that no card is measured at any other."""

    def sizeHint(self) -> QSize:
        return QSize(0, 0)


class TasksPage(PanelPage):
    """Who is helping with what, a week at a time."""

    sheet = "week"
    SHOWN_BY = "tasks shown by"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        theme = parts.theme
        known = parts.settings.text(self.SHOWN_BY, DAY)
        self.print_button = Button(theme, tr("Print week sheet"), icon="printer")
        self.new_button = Button(theme, tr("New task"), kind=PRIMARY, icon="plus")
        self.strip = WeekStrip(parts, known if known in (DAY, HELPER, LIST) else DAY)
        head = PageHeader(
            theme, tr("Tasks"), tr("Who is helping with what this week"), [self.print_button, self.new_button]
        )
        self.lay_out(_Sheet(), head)

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
            self._panel.news_wanted.connect(self.news_wanted)
            self._panel.sight_wanted.connect(self._scrolling.show_whole)
            self._column.addWidget(self._panel, 1)
            self._column.activate()  # the week is laid out once, at the width it has
        return self._panel

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

    def _find(self) -> None:
        self.panel.find_text()
