"""The Today tab. Its head is there at once; the day comes when the file is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.page import Page
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import PageOfWords, SteadyScrolling
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.records import Record
    from caregiver_app.domain.today_view import TodayView
    from caregiver_app.ui.today.panel import TodayPanel
    from caregiver_app.ui.unkept import Begun

MINUTE_MS = 60_000


class TodayPage(Page):
    """What now? One look at the day, out of every tab."""

    sheet = "today"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        theme = parts.theme
        self._panel: TodayPanel | None = None
        self._view: TodayView | None = None
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self.look_at_the_clock)
        self.print_button = Button(theme, tr("Print this week"), icon="printer")
        self.add_button = Button(theme, tr("Add in one line"), kind=PRIMARY, icon="plus")
        self.head = PageHeader(theme, tr("Today"), tr("Your day at a glance"), [self.print_button, self.add_button])
        inner = PageOfWords()
        self._column = QVBoxLayout(inner)
        self._scrolling = SteadyScrolling(inner)
        right = theme.px(28) - self._scrolling.bar_width
        self._column.setContentsMargins(theme.px(28), theme.px(20), right, theme.px(24))
        self._column.setSpacing(theme.px(16))
        self._column.addWidget(self.head)
        self._column.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scrolling)
        self.print_button.clicked.connect(self._print_week)
        self.add_button.clicked.connect(self.add_wanted)

    @property
    def shows(self) -> tuple[type[Record], ...]:  # type: ignore[override]
        """Kinds of records on this page; asked for only after something was saved."""
        from caregiver_app.ui.today.panel import shown_kinds

        return shown_kinds()

    @property
    def panel(self) -> TodayPanel:
        """The day itself, built when it is first needed."""
        if self._panel is None:
            from caregiver_app.ui.today.panel import TodayPanel

            self._panel = TodayPanel(self.parts)
            self._panel.shown.connect(self._greet)
            self._panel.welcome_wanted.connect(self.welcome_wanted)
            self._panel.record_wanted.connect(self.record_wanted)
            self._panel.sight_wanted.connect(self._scrolling.show_whole)
            self._column.addWidget(self._panel, 1)
        return self._panel

    def reload(self) -> None:
        self.panel.reload()

    def unsaved(self) -> object:
        return self._panel.telling.unsaved() if self._panel is not None else None

    def take_up(self, unsaved: object) -> None:
        if unsaved is not None:
            self.panel.telling.take_up(unsaved)

    def begun(self) -> Begun | None:
        return self._panel.telling.begun() if self._panel is not None else None

    def new_thing(self) -> None:
        self.add_wanted.emit()

    def find_text(self) -> None:
        self.find_wanted.emit()

    def _greet(self, view: TodayView) -> None:
        from caregiver_app.domain.spoken import long_day
        from caregiver_app.domain.today_words import greeting

        self._view = view
        self.head.title.setText(greeting(view.part, view.name))
        self._minutes.start(MINUTE_MS)
        self.head.hint.setText(long_day(view.day))

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = self._stale or self._is_behind()
        super().showEvent(event)

    def look_at_the_clock(self) -> None:
        """The page may stay open all day: what is over, or begins, is another then, and so is the greeting."""
        if self._is_behind():
            self._stale = True
            self._reload_if_seen()

    def _is_behind(self) -> bool:
        """Whether it is later than what is shown holds for."""
        if self._view is None:
            return False
        more = self.panel.more
        until = more.moment.until if more is not None and more.moment is not None else None
        now = self.parts.actions.clock.local().replace(tzinfo=None)
        return now >= self._view.holds_until or (until is not None and now >= until)

    def _print_week(self) -> None:
        self.print_wanted.emit("week", None, None)
