"""The day below the head of Today: what is on, what comes, who is needed; leave, costs and a moment for you beside."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.today_view import TodayRow, TodayView
from caregiver_app.services.today import today as read_today
from caregiver_app.ui.background import Job
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.today.deeds import TodayDeeds
from caregiver_app.ui.today.list_card import ListCard
from caregiver_app.ui.today.tell import Telling
from caregiver_app.ui.widgets.buttons import QUIET, WARN, Button, OnceButton
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.records import Record
    from caregiver_app.domain.today_beside import TodayMore
    from caregiver_app.services.workspace import Workspace
    from caregiver_app.ui.today.season_line import SeasonLine
    from caregiver_app.ui.today.side import Side
    from caregiver_app.ui.widgets.empty_state import EmptyState

QUIET_FIRST = 120  # milliseconds, so that two threads do not make the first painting stutter
TWO_COLUMNS = 60  # letters


def shown_kinds() -> tuple[type[Record], ...]:
    """All that Today speaks of: it is looked up again when any of it changes."""
    from caregiver_app.ui.today.kinds import SHOWS

    return SHOWS


def opening_view(workspace: Workspace) -> TodayView:
    """The day, read away from the screen."""
    return workspace.read(partial(read_today, now=workspace.clock.local()))


class TodayPanel(QWidget):
    """Reads the day, shows it, and opens what is pressed. `painted_all` comes once what follows is there, too."""

    shown = Signal(object)  # TodayView
    welcome_wanted = Signal(str)
    record_wanted = Signal(str, object)  # a tab, an id
    sight_wanted = Signal(object)  # QWidget
    whole = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.deeds = TodayDeeds(parts.actions)
        self.view: TodayView | None = None
        self.more: TodayMore | None = None
        self._welcome: QWidget | None = None
        self._job: Job | None = None
        self._scrolled_away = False
        self.side: Side | None = None
        self.empty: EmptyState | None = None
        self.season: SeasonLine | None = None
        theme = parts.theme
        nothing = tr("Nothing planned today. That is okay.")
        self.telling = Telling(parts)
        self.left = ListCard(theme, tr("Still open"), self._done_button, days=True)
        self.today = ListCard(theme, tr("Today"), self._done_button, empty=nothing)
        self.needing = ListCard(theme, tr("Needs someone"), self._ask_button, days=True)
        self.coming = ListCard(theme, tr("Coming up"), _no_button, days=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        gap = self.parts.theme.px(16)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(gap)
        self._left, self._right = QWidget(), QWidget()
        self._in_left, self.in_right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for column in (self._in_left, self.in_right):
            column.setContentsMargins(QMargins())
            column.setSpacing(gap)
        for widget in (self.telling, self.today, self.left, self.needing, self.coming):
            self._in_left.addWidget(widget)
        self._in_left.addStretch(1)
        self.in_right.addStretch(1)
        self._both = Reflow(gap, TWO_COLUMNS)
        self._both.add(self._left, 3)
        self._both.add(self._right, 2)
        self._column.addWidget(self._both)
        self._column.addStretch(1)

    def cards(self) -> tuple[ListCard, ...]:
        """The lists of the left column, from top to bottom."""
        return self.today, self.left, self.needing, self.coming

    def _connect(self) -> None:
        for card in self.cards():
            card.opened.connect(self._open)
            card.changed.connect(self._order_stops)
        self.left.pressed.connect(self._tick)
        self.today.pressed.connect(self._tick)
        self.needing.pressed.connect(self._ask)
        self.telling.rearranged.connect(self._order_stops)
        self.telling.left.connect(self._stand_in_place)
        self.telling.sight_wanted.connect(self.sight_wanted)

    # Reading and showing

    def reload(self) -> None:
        """Look at the file again."""
        focus = self._keyboard()
        self._scrolled_away = focus is not None and focus.visibleRegion().isEmpty()
        workspace = self.parts.actions.workspace
        at_hand, workspace.at_hand = workspace.at_hand, None
        self.view = at_hand if isinstance(at_hand, TodayView) else opening_view(workspace)
        self._show(self.view)
        QTimer.singleShot(QUIET_FIRST, self, self._read_more)

    def _show(self, view: TodayView) -> None:
        self._show_welcome(view)
        self._show_season(view)
        self.telling.show_visits(view.to_tell, view.day)
        self.today.show_rows(view.today)
        self.left.show_rows(view.left)
        self.needing.show_rows(view.needing)
        self._show_empty(view)
        self.shown.emit(view)
        QTimer.singleShot(0, self, self._show_rest)

    def _show_empty(self, view: TodayView) -> None:
        """A day with nothing at all, and nothing soon, is told kindly and at its full size."""
        nothing = not (view.left or view.today or view.needing or view.coming or view.to_tell) and view.welcomed
        if nothing and self.empty is None:
            from caregiver_app.ui.widgets.empty_state import EmptyState

            theme = self.parts.theme
            sentence = tr("Rest counts, too. When something comes up, one line is enough.")
            self.empty = EmptyState(theme, "sun", tr("Nothing planned today. That is okay."), sentence)
            self.empty.setMinimumHeight(theme.px(440))
            self._in_left.insertWidget(0, self.empty)
        if self.empty is not None:
            self.empty.setVisible(nothing)
        self.today.setHidden(nothing)
        self._right.setHidden(nothing and (self.side is None or not self.side.has_any))

    def _show_season(self, view: TodayView) -> None:
        """One quiet line once she has died, with the way to change it."""
        if view.season and self.season is None:
            from caregiver_app.ui.today.season_line import SeasonLine

            self.season = SeasonLine(self.parts)
            self._column.insertWidget(self._column.indexOf(self._both), self.season)
        if self.season is not None:
            self.season.show_season(view.season)

    def _show_rest(self) -> None:
        """What stands lower is built once the top was painted."""
        if self.view is not None:
            self.coming.show_rows(self.view.coming)
            self._order_stops()

    def _show_welcome(self, view: TodayView) -> None:
        """The first steps stand above the day until each was taken once."""
        if view.welcomed or self._welcome is not None:
            return
        from caregiver_app.ui.welcome.cards import WelcomeCards

        cards = WelcomeCards(self.parts)
        cards.wanted.connect(self.welcome_wanted)
        self._welcome = cards
        self._column.insertWidget(0, cards)

    def _read_more(self) -> None:
        """What follows is read beside the screen; only the last question counts."""
        if self._job is not None:
            self._job.cancel()
        self._job = self.parts.background.run(
            partial(_more, self.parts.actions.workspace), done=self._more_known, failed=self._not_known
        )

    def _not_known(self, _problem: object) -> None:
        self._job = None  # what can't be read is told where it is looked for

    def _more_known(self, more: TodayMore) -> None:
        self._job = None
        self.more = more
        if self.side is None:
            from caregiver_app.ui.today.side import Side

            self.side = Side(self.parts, self.deeds, self.in_right)
            self.side.record_wanted.connect(self.record_wanted)
            self.side.rearranged.connect(self._order_stops)
            self.side.opened.connect(self._ask)
        self.side.show_more(more)
        if self.view is not None:
            self._show_empty(self.view)
        self._order_stops()
        QTimer.singleShot(0, self, self._stay_in_sight)
        self.whole.emit()

    def _stay_in_sight(self) -> None:
        """What has the keyboard stays in sight when cards come beside or below it; not when it was out of sight."""
        focus = self._keyboard()
        if focus is not None and not self._scrolled_away:
            self.sight_wanted.emit(focus)

    def _keyboard(self) -> QWidget | None:
        """What has the keyboard, when it is here."""
        focus = self.window().focusWidget()
        return focus if bool(focus) and self.isAncestorOf(focus) else None

    def _stand_in_place(self) -> None:
        """Where a form was saved, what came into its place takes the keyboard: the page stays where it is."""
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self) -> None:
        stops = [*self.telling.stops(), *(each for card in self.cards() for each in card.stops())]
        first = next((each for each in stops if each.isVisible()), None)
        if first is not None and self.window().focusWidget() in (None, self.window()):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_stops(self) -> None:
        """The Tab key reads the left column, then the right one, whatever was made first."""
        stops: list[QWidget] = [self.season.change_button] if self.season is not None else []
        stops += self.telling.stops()
        for card in self.cards():
            stops += card.stops()
        if self.side is not None:
            stops += self.side.stops()
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    # What is wanted

    def _done_button(self, row: TodayRow) -> Button | None:
        theme = self.parts.theme
        if not row.done:
            return OnceButton(theme, tr("Done"), icon="check")
        if row.visit is not None:
            return OnceButton(theme, tr("Change"), kind=QUIET, icon="pencil")
        return OnceButton(theme, tr("Undo"), kind=QUIET, icon="undo-2")

    def _ask_button(self, _row: TodayRow) -> Button:
        return OnceButton(self.parts.theme, tr("Ask someone"), kind=WARN)

    def _tick(self, row: TodayRow) -> None:
        if row.item is not None:
            self.deeds.tick_task(row.item)
        elif row.thing is not None:
            self.deeds.tick_thing(row.thing)
        elif row.visit is not None:
            self.telling.tell(row.visit)
        elif row.reminder is not None and self.view is not None:
            self.deeds.tick_reminder(row.reminder, self.view.day)

    def _ask(self, row: TodayRow) -> None:
        """The people who could do it, and what those who were asked have said."""
        from caregiver_app.ui.asking.ride_chooser import chooser_of
        from caregiver_app.ui.asking.ride_request import request_of

        if row.item is not None:
            request = request_of(self.parts.actions, row.item)
            chooser_of(self.parts, request, partial(self._open, row), self).open()

    def _open(self, row: TodayRow) -> None:
        """Go to what a row is about; a task of a day opens its form right here."""
        item = row.item
        if item is not None and not item.task.is_ride_leg:
            from caregiver_app.ui.tasks.editor import TaskEditor

            TaskEditor(self.parts, item=item, parent=self).open()
            return
        if row.reminder is not None:
            from caregiver_app.ui.reminders.own import OwnReminderEditor

            OwnReminderEditor(self.parts, row.reminder, self).open()
            return
        self.record_wanted.emit(row.tab, row.record_id)


def _no_button(_row: TodayRow) -> Button | None:
    return None


def _more(workspace: Workspace) -> TodayMore:
    from caregiver_app.services import today_more

    return workspace.read(partial(today_more.more, now=workspace.clock.local()))
