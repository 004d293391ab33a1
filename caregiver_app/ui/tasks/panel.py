"""The week below the strip: the banner, the board or the list, and what a family without tasks sees."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, QTimer, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import ChangeSet
from caregiver_app.domain.spoken import span_words
from caregiver_app.domain.tasks import Ask, Item, Occurrence, State, Task
from caregiver_app.services import tasks
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.board import Board, By, Wish
from caregiver_app.ui.tasks.card_menu import card_menu
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.tasks.card_words import first_name
from caregiver_app.ui.tasks.deeds import Deeds
from caregiver_app.ui.tasks.dialogs import TaskDialogs
from caregiver_app.ui.tasks.empty_weeks import copied_week, first_tasks
from caregiver_app.ui.tasks.lanes import LaneKey, Loose, Stop
from caregiver_app.ui.tasks.strip import HELPER, LIST, WeekStrip
from caregiver_app.ui.tasks.week import WeekView, read_opening_week, read_week
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.words import ntr, tr

SHOWS = (Task, Occurrence, Ask, Person, Household)
REMEMBERED = "week on the board"
QUIET_FIRST = 250


def opening_view(workspace: Workspace) -> WeekView:
    """The week that the board opens on, read away from the screen."""
    return workspace.read(partial(read_opening_week, local=workspace.clock.local()))


class WeekPanel(QWidget):
    """Reads a week, shows it, and follows what is saved. It opens the dialogs of the tab."""

    print_wanted = Signal(str, object, object)
    welcome_wanted = Signal(str)
    record_wanted = Signal(str, object)  # a tab, an id
    news_wanted = Signal(object)  # the visit of a ride as it was before a step
    sight_wanted = Signal(object)  # QWidget

    def __init__(self, parts: Parts, strip: WeekStrip) -> None:
        super().__init__()
        self.parts = parts
        self.deeds = Deeds(parts.actions, self.news_wanted.emit)
        self.dialogs = TaskDialogs(parts, self.deeds, self._open_visit, self)
        self.view: WeekView | None = None
        self._strip = strip
        self._holidays: dict[date, str] = {}
        self._named: set[Span] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(parts.theme.px(12))
        self._banner: Banner | None = None
        self._welcome: QWidget | None = None
        self._content: QWidget | None = None
        self.board: Board | None = None
        strip.turned.connect(self.turn)
        strip.today.connect(self.go_today)
        strip.more.clicked.connect(self._open_more)

    def sizeHint(self) -> QSize:
        """Nothing by itself: a hint from the layout would measure every card at a width that is never used."""
        return QSize(0, 0)

    @property
    def shown_day(self) -> date | None:
        """The first day of the week that is shown."""
        return self.view.span.first if self.view is not None else None

    @property
    def today(self) -> date:
        """Today by the program's clock."""
        return self.parts.actions.clock.today()

    def reload(self) -> None:
        """Look at the file again."""
        actions = self.parts.actions
        day = self._kept_day() or actions.property(REMEMBERED)
        if day is None:
            at_hand, actions.workspace.at_hand = actions.workspace.at_hand, None
            self.view = at_hand if isinstance(at_hand, WeekView) else opening_view(actions.workspace)
        else:
            self.view = actions.read(partial(read_week, day=day))
        self.show_again()

    def _kept_day(self) -> date | None:
        """A day that stays in the week on show when weeks begin on another day from now on."""
        if self.view is None:
            return None
        span = self.view.span
        return self.today if self.today in span else span.first + timedelta(3)

    def follow(self, changes: ChangeSet) -> bool:
        """Take a change in without looking at the file; False when it can't tell all."""
        after = self.view.after(changes) if self.view is not None else None
        if after is None or (not after.items and self._content is self.board):
            return False
        people_changed = self.view is None or after.people != self.view.people
        self.view = after
        if people_changed and self.board is not None:
            self.board.restyle(CardStyle(self.parts.theme, after.people))
        self.show_again()
        return True

    def turn(self, weeks: int) -> None:
        """Some weeks on, or back."""
        if self.view is not None:
            self._go_to(self.view.span.first + timedelta(7 * weeks))

    def go_today(self) -> None:
        """The week of today."""
        self._go_to(self.today)

    def _go_to(self, day: date) -> None:
        self.view = self.parts.actions.read(partial(read_week, day=day))
        self.show_again()

    def show_again(self) -> None:
        """Show the week as it is known now, in the way that was chosen."""
        view = self.view
        if view is None:
            return
        self.parts.actions.setProperty(REMEMBERED, view.span.first)
        self._strip.tell(span_words(view.span))
        self._tell_welcome(view)
        by = self._strip.by.value()
        self._strip.this_week.setEnabled(self.today not in view.span)
        if by == LIST:
            self._show_list()
        elif not view.items:
            self._show_empty(view)
        else:
            self._show_board(view, By.HELPER if by == HELPER else By.DAY)
        self._tell_open(view, by)

    def _put(self, content: QWidget) -> None:
        """Show one thing below the banner; what was there before is gone, but for the board, which is kept."""
        if content is self._content:
            return
        old, self._content = self._content, content
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            if old is not self.board:
                old.deleteLater()
        self._column.addWidget(content, 1)
        content.show()
        self._column.activate()

    def _show_board(self, view: WeekView, by: By) -> None:
        if self.board is None:
            self.board = Board(CardStyle(self.parts.theme, view.people), self)
            self.board.wished.connect(self._wished)
            self.board.dropped.connect(self._dropped)
            self.board.menu_wanted.connect(self._open_menu)
            self.board.built.connect(self._name_holidays)
        self._put(self.board)
        self.board.show_week(view, by, self.today, self._holidays)

    def _show_empty(self, view: WeekView) -> None:
        before = self.parts.actions.read(partial(tasks.plan, span=view.span.shifted(-7)))
        theme = self.parts.theme
        if any(tasks.is_copied(item.task) for item in before.items()):
            state = copied_week(theme, view.span, after_this_week=self.today in before.span)
            first, second = self.copy_last_week, self._new_task
        elif not view.household.welcomed:
            self._put(QWidget())  # the first steps say what to do
            return
        else:
            state = first_tasks(theme)
            first, second = self._new_task, self.start_from_ideas
        for button, deed in ((state.button, first), (state.link, second)):
            if button is not None:
                button.clicked.connect(partial(_pressed, deed))
        self._put(state)

    def _tell_welcome(self, view: WeekView) -> None:
        """The first steps stand above the week until each was taken once."""
        if view.household.welcomed or self._welcome is not None:
            return
        from caregiver_app.ui.welcome.cards import WelcomeCards

        self._welcome = WelcomeCards(self.parts)
        self._welcome.wanted.connect(self.welcome_wanted)
        self._column.insertWidget(0, self._welcome)

    def _show_list(self) -> None:
        from caregiver_app.ui.tasks.task_list import TaskList

        if not isinstance(self._content, TaskList):
            shown = TaskList(self.parts, self.deeds, self)
            shown.opened.connect(self.dialogs.open_item)
            shown.removal_wanted.connect(self.dialogs.remove_item)
            shown.choice_wanted.connect(self.dialogs.choose_helper)
            self._put(shown)
        assert isinstance(self._content, TaskList)
        self._content.reload(self.view)

    def _tell_open(self, view: WeekView, by: str) -> None:
        """The banner, only while something to come needs a helper."""
        needing = [item for item in view.items if item.state is State.NEEDS_HELPER and item.day >= self.today]
        if self._banner is not None:
            self._banner.setVisible(bool(needing) and by != LIST)
        if not needing or by == LIST:
            return
        if self._banner is None:
            self._banner = Banner(self.parts.theme, "warn", button=tr("Ask someone"))
            assert self._banner.button is not None, "made with one"
            self._banner.button.clicked.connect(self._ask_someone)
            self._column.insertWidget(0, self._banner)
        n = len(needing)
        self._banner.tell(
            ntr("{n} task still needs a helper", "{n} tasks still need a helper", n).format(n=n),
            tr("Choose a task with a dashed border to pick someone. Or print the sheet and let people sign up."),
        )

    def new_task(self, day: date | None = None) -> None:
        """Open the empty form for a day of this week."""
        if self.view is not None:
            span = self.view.span
            self.dialogs.new_task(day or max(span.first, min(self.today, span.last)), span, self._stand_on_new)

    def _new_task(self) -> None:
        self.new_task()

    def _stand_on_new(self, task: Task) -> None:
        """The keyboard goes to the new card, and it comes into sight."""
        new = next((item for item in self.view.items if item.task.id == task.id), None) if self.view else None
        if new is not None and self._content is self.board and self.board is not None:
            self.board.stand_on_item(new.id)
            card = self.board.card_at(self.board.current)
            if card is not None:
                self.sight_wanted.emit(card)

    def stand_on_first_open(self) -> bool:
        """Put the keyboard on the first card that needs a helper; whether there is one."""
        return self._content is self.board and self.board is not None and self.board.stand_on_first_open()

    def find_text(self) -> None:
        """Put the keyboard into the search of the list."""
        from caregiver_app.ui.tasks.task_list import TaskList

        if isinstance(self._content, TaskList):
            self._content.find_text()

    def _ask_someone(self) -> None:
        assert self.view is not None, "the banner stands above a week"
        to_come = [item for item in self.view.open_items if item.day >= self.today]
        open_items = to_come or self.view.open_items
        needing = [item for item in open_items if item.state is State.NEEDS_HELPER]
        self.dialogs.choose_helper((needing or open_items)[0])

    def copy_last_week(self) -> None:
        """Last week's single tasks, open again, in the week that is shown."""
        if self.view is not None:
            self.deeds.copy_last_week(self.view.span)

    def start_from_ideas(self) -> None:
        """Pick from common tasks for the week that is shown."""
        if self.view is not None:
            self.dialogs.start_from_ideas(self.view.span)

    def _wished(self, wish: Wish, stop: Stop) -> None:
        """Do what was asked for on the board."""
        item = self.view.item(stop.item_id) if self.view is not None and stop.item_id is not None else None
        if wish is Wish.FOOT:
            self._foot_pressed(stop.lane)
        elif wish is Wish.NEW:
            self.new_task(stop.lane if isinstance(stop.lane, date) else None)
        elif item is not None:
            self._wished_of(item, wish)

    def _wished_of(self, item: Item, wish: Wish) -> None:
        if wish is Wish.TICK:
            self.deeds.tick(item)
        elif wish is Wish.REMOVE:
            self.dialogs.remove_item(item)
        elif wish is Wish.CHOOSE or (wish is Wish.PRESS and item.is_open):
            self.dialogs.choose_helper(item)
        else:
            self.dialogs.open_item(item)

    def _open_visit(self, visit_id: UUID) -> None:
        self.record_wanted.emit("rides", visit_id)

    def _foot_pressed(self, lane: LaneKey) -> None:
        if isinstance(lane, date):
            self.new_task(lane)
        elif isinstance(lane, UUID):
            self.print_wanted.emit("helper", self.shown_day, lane)
        else:
            self._ask_someone()

    def _dropped(self, stop: Stop, lane: LaneKey) -> None:
        """A card was dragged: to a day, from person to person, or back to those that need somebody."""
        item = self.view.item(stop.item_id) if self.view is not None and stop.item_id is not None else None
        if item is None or self.view is None:
            return
        if isinstance(lane, date):
            self.deeds.move(item, lane)
            return
        giver = stop.lane if isinstance(stop.lane, UUID) else None
        if isinstance(lane, UUID):
            self.deeds.pass_on(item, giver, lane, first_name(lane, self.view))
        elif lane is Loose.NEEDS_HELPER and giver is not None:
            self.deeds.pass_on(item, giver, None)

    def _open_menu(self, stop: Stop, at: QPoint) -> None:
        if self.view is None or stop.item_id is None:
            return
        item = self.view.item(stop.item_id)
        if item is not None:
            card_menu(item, self.view, self.deeds, self.dialogs, self).popup(at)

    def _open_more(self) -> None:
        """What else can be done with a week."""
        if self.view is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(tr("Copy last week’s tasks")).triggered.connect(partial(_pressed, self.copy_last_week))
        menu.addAction(tr("Start from ideas…")).triggered.connect(partial(_pressed, self.start_from_ideas))
        button = self._strip.more
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _name_holidays(self) -> None:
        """Holiday names follow the cards: the library that knows them takes a while to load."""
        if self.view is None or self.view.span in self._named:
            return
        self._named.add(self.view.span)
        # Not at once: two threads in Python at the same time would make the first painting stutter.
        QTimer.singleShot(QUIET_FIRST, self, partial(self._ask_for_holidays, self.view.span))

    def _ask_for_holidays(self, span: Span) -> None:
        self.parts.background.run(partial(_holidays, span), done=self._holidays_known)

    def _holidays_known(self, names: dict[date, str]) -> None:
        self._holidays |= names
        if names and self.view is not None and self._content is self.board and self.board is not None:
            self.board.show_week(self.view, self.board.by, self.today, self._holidays)


def _pressed(deed: Callable[[], object], _checked: bool = False) -> None:  # Qt sends it
    deed()


def _holidays(span: Span) -> dict[date, str]:
    from caregiver_app.domain.holiday_names import holidays_in

    return holidays_in(span)
