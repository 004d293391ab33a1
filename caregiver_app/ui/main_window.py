"""The window: menus, the tabs with their pages, the notice strip; it can be painted before any file is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QVBoxLayout, QWidget

from caregiver_app.ui.actions import Actions
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.step_notices import StepNotices
from caregiver_app.ui.tab_rail import TabWidget
from caregiver_app.ui.tabs import FIRST, TABS, Tab, add_cost, tell_asked, tell_news
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from caregiver_app.domain.found import Found
    from caregiver_app.domain.problems import FileProblem
    from caregiver_app.ui.background import Background
    from caregiver_app.ui.page import Page
    from caregiver_app.ui.tasks.page import TasksPage
    from caregiver_app.ui.widgets.notices import Notices

SMALLEST = (720, 520)
MINUTE_MS = 60_000
PAGE_FIRST_MS = 100
RAIL_WORDS_EMS = 34


class MainWindow(QMainWindow):
    """One window for one file. `painted` comes once, after the first paint."""

    painted = Signal()

    def __init__(self, theme: Theme, actions: Actions, background: Background, settings: Settings) -> None:
        super().__init__()
        self.parts = Parts(theme, actions, background, settings)
        self._was_painted = False
        self._unsaved: dict[int, object] = {}  # what was typed on pages that are made anew, by tab
        self._today: date | None = None
        self._minutes = QTimer(self)
        self._minutes.timeout.connect(self.look_at_the_day)
        self._place()
        self._build(settings.text("tab", FIRST))
        theme.changed.connect(self._rebuild)
        actions.history_changed.connect(self._history_changed)
        self._steps = StepNotices(actions, self._strip, self)
        actions.problem.connect(self.show_problem)
        actions.ready.connect(self._greet)

    # What the menus and pages ask for

    @property
    def page(self) -> Page | None:
        """The page in front."""
        self.complete()
        return self._pages.get(self._tabs.currentIndex())

    @property
    def notices(self) -> Notices:
        """The strip at the foot."""
        self.complete()
        return self._notices

    def show_tab(self, name: str, _checked: bool = False) -> None:  # Qt sends it
        """Go to a tab by its name."""
        self.complete()
        self._tabs.setCurrentIndex([tab.name for tab in TABS].index(name))

    def show_record(self, name: str, record_id: UUID | None) -> None:
        """Go to a tab, and there to one thing, if any."""
        self.show_tab(name)
        if record_id is not None and (page := self.page) is not None:
            self.parts.actions.when_open(partial(page.show_record, record_id))

    def show_found(self, found: Found) -> None:
        """Go to what was found."""
        from caregiver_app.ui.found import show

        show(self, found)

    def come_forward(self) -> None:
        """Show this window in front, as when the program is started again."""
        from PySide6.QtCore import Qt  # all its names take a while, and the first paint waits for none of them

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def new_thing(self) -> None:
        """A new thing on this tab."""
        self.parts.actions.when_open(self._working_page().new_thing)

    def find_text(self) -> None:
        """Search this tab alone."""
        self._working_page().find_text()

    def go_back(self) -> None:
        """Back one week."""
        self._working_page().go_back()

    def go_on(self) -> None:
        """On one week."""
        self._working_page().go_on()

    def go_today(self) -> None:
        """To the week of today."""
        self._working_page().go_today()

    def copy_last_week(self) -> None:
        """Last week's single tasks, open again, on the Tasks tab."""
        self.parts.actions.when_open(self._tasks_page().copy_last_week)

    def start_from_ideas(self) -> None:
        """Pick from common tasks, on the Tasks tab."""
        self.parts.actions.when_open(self._tasks_page().start_from_ideas)

    def show_tasks_by(self, by: str, _checked: bool = False) -> None:  # Qt sends it
        """The Tasks tab by day, by helper or as a list."""
        self._tasks_page().show_by(by)

    def print_current(self) -> None:
        """Print what this tab is about."""
        page = self.page
        self.open_print((page.sheet if page else "") or "week", page.print_day() if page else None)

    def open_print(self, sheet: str, day: date | None = None, about: object = None) -> None:
        """Open the print window; `about` is the id of a person or a visit."""
        self.parts.actions.when_open(partial(self._open_print, sheet, day, about))

    def quick_add(self) -> None:
        """A helper in one line."""
        self.parts.actions.when_open(self._quick_add)

    def open_people(self) -> None:
        """The helpers."""
        self.parts.actions.when_open(self._open_people)

    def open_ride_services(self) -> None:
        """Whom to call when nobody can drive."""
        self.parts.actions.when_open(self._open_ride_services)

    def open_center(self) -> None:
        """The caregiver and the person cared for."""
        self.parts.actions.when_open(self._open_center)

    def open_household(self) -> None:
        """The family's choices."""
        self.parts.actions.when_open(self._open_household)

    def save_copy(self) -> None:
        """A safe copy of the whole file."""
        self.parts.actions.when_open(self._save_copy)

    def bring_in_calendar(self) -> None:
        """Visits out of a clinic's calendar file."""
        self.parts.actions.when_open(self._bring_in_calendar)

    def show_problem(self, problem: FileProblem) -> None:
        """Trouble from the world, in words."""
        self._steps.forget()
        self.notices.warn(problem)

    # Building

    def _place(self) -> None:
        self.setMinimumSize(*SMALLEST)
        geometry = self.parts.settings.place("window")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableGeometry()
            self.resize(min(1280, round(room.width() * 0.95)), min(800, round(room.height() * 0.9)))

    def _build(self, tab: str) -> None:
        """What the first paint shows: the menu titles, the tabs, and the page's name at its place."""
        self._to_build = [self._complete_frame, self._complete_menus, self._complete_page]
        theme = self.parts.theme
        self._pages: dict[int, Page] = {}
        self._tabs = TabWidget(theme)
        self._tabs.rail.set_icons([each.icon for each in TABS])
        for each in TABS:
            self._tabs.addTab(QWidget(), each.text())
        names = [each.name for each in TABS]
        self._tabs.setCurrentIndex(names.index(tab) if tab in names else names.index(FIRST))
        center = QWidget()
        self._column = QVBoxLayout(center)
        self._column.setContentsMargins(0, theme.px(8), 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._tabs, 1)
        self.setCentralWidget(center)
        bar = self.menuBar()
        bar.clear()
        titles = (tr("&File"), tr("&Edit"), tr("&View"), tr("&People"), tr("&Help"))
        self._titles = [bar.addMenu(title) for title in titles]
        self._fit_rail()
        self._name_window(self._tabs.currentIndex())
        heading = QLabel(_words(TABS[self._tabs.currentIndex()]), self._tabs.currentWidget())
        heading.setFont(theme.font("h1"))
        heading.move(theme.px(28), theme.px(20))
        self._heading: QLabel | None = heading

    def complete(self) -> None:
        """Build the rest now: the menus' contents, the notices, the focus ring, the page."""
        while self._to_build:
            self._to_build.pop(0)()

    def _after_first_paint(self) -> None:
        """Build the rest in slices, so that the window answers in between."""
        if self._to_build:
            self._to_build.pop(0)()
            QTimer.singleShot(0, self, self._after_first_paint)
        else:
            self.painted.emit()

    def _complete_frame(self) -> None:
        from caregiver_app.ui.widgets.focus_ring import FocusRing

        self._ring = FocusRing(self.parts.theme, self)
        self._tabs.rail.complete()

    def _complete_menus(self) -> None:
        from caregiver_app.ui.menus import Menus
        from caregiver_app.ui.widgets.notices import Notices

        self._notices = Notices(self.parts.theme)
        self._column.addWidget(self._notices)
        self.menus = Menus(self, self._titles)

    def _complete_page(self) -> None:
        if self._heading is not None:
            self._heading.hide()
            self._heading.deleteLater()
            self._heading = None
        self._tabs.currentChanged.connect(self._seen)
        self._seen(self._tabs.currentIndex())
        if self.focusWidget() is None:  # else a menu, once closed, would keep the keyboard
            self._tabs.rail.setFocus()

    def _rebuild(self) -> None:
        """Colors or text size changed: everything is made anew, on the same tab."""
        self.complete()
        self._ring.deleteLater()
        self._unsaved |= {index: page.unsaved() for index, page in self._pages.items()}
        self._build(TABS[self._tabs.currentIndex()].name)
        self.complete()

    def _seen(self, index: int) -> None:
        holder, tab = self._tabs.widget(index), TABS[index]
        if holder is not None and index not in self._pages:
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            page = self._pages[index] = tab.page(self.parts)
            page.print_wanted.connect(self.open_print)
            page.welcome_wanted.connect(self._welcome)
            page.record_wanted.connect(self.show_record)
            page.add_wanted.connect(self.menus.add_any.trigger)
            page.find_wanted.connect(self.menus.find_all.trigger)
            page.cost_wanted.connect(partial(add_cost, self.parts, self))
            page.news_wanted.connect(partial(tell_news, self.parts, self))
            page.asking_ended.connect(partial(tell_asked, self.parts, self))
            layout.addWidget(page)
            page.show()  # now, so that what is done on it next finds it filled
            page.take_up(self._unsaved.pop(index, None))
        self.menus.tab_seen(tab.name)
        self._name_window(index)
        self.parts.settings.keep("tab", tab.name)

    def _name_window(self, index: int) -> None:
        self.setWindowTitle(tr("{tab} – Caregiver Organizer").format(tab=_words(TABS[index])))

    def _fit_rail(self) -> None:
        rail, room = self._tabs.rail, self.width() - self._tabs.rail.words_width()
        rail.show_icons_only(room < RAIL_WORDS_EMS * self.fontMetrics().horizontalAdvance("m") * 0.62)

    def _history_changed(self) -> None:
        if not self._to_build:  # else they look at it when they are made
            self.menus.history_changed()

    def _strip(self) -> Notices:
        return self.notices

    def _greet(self) -> None:
        """The first run begins once an empty file is open."""
        QTimer.singleShot(PAGE_FIRST_MS, self, self._welcome_if_new)
        self._today = self.parts.actions.clock.today()
        self._minutes.start(MINUTE_MS)

    def _working_page(self) -> Page:
        """The page in front; or the Tasks tab, where the one in front is not built yet."""
        page = self.page
        return page if page is not None and page.is_built else self._tasks_page()

    def _tasks_page(self) -> TasksPage:
        from caregiver_app.ui.tasks.page import TasksPage

        self.show_tab("tasks")
        page = self.page
        assert isinstance(page, TasksPage), "the tab called tasks has no other page"
        return page

    def look_at_the_day(self) -> None:
        """The program may stay open over midnight; then "today" moves on."""
        if (today := self.parts.actions.clock.today()) != self._today:
            self._today = today
            for page in self._pages.values():
                page.new_day()

    def _welcome_if_new(self) -> None:
        from caregiver_app.ui.welcome import start

        start.if_new(self.parts, self)

    def _welcome(self, step: str) -> None:
        from caregiver_app.ui.welcome import start

        start.step(step, self.parts, self)

    def _open_print(self, sheet: str, day: date | None, about: object) -> None:
        from caregiver_app.ui.printing.window import PrintWindow

        PrintWindow(self.parts, sheet, day=day, about_id=about, parent=self).open()

    def _quick_add(self) -> None:
        from caregiver_app.ui.people.quick_add import QuickAdd

        QuickAdd(self.parts, self).open()

    def _open_people(self) -> None:
        from caregiver_app.ui.people.dialog import PeopleDialog

        PeopleDialog(self.parts, self).open()

    def _open_ride_services(self) -> None:
        from caregiver_app.ui.rides.services_list import RideServicesDialog

        RideServicesDialog(self.parts, self).open()

    def _open_center(self) -> None:
        from caregiver_app.ui.people.center import CenterDialog

        CenterDialog(self.parts, self).open()

    def _open_household(self) -> None:
        from caregiver_app.ui.people.household import HouseholdDialog

        HouseholdDialog(self.parts, self).open()

    def _bring_in_calendar(self) -> None:
        from caregiver_app.ui.rides.calendar_file import choose_file

        choose_file(self.parts, self)

    def _save_copy(self) -> None:
        from caregiver_app.ui.saving_copy import save_copy

        save_copy(self.parts, self)

    def focusNextPrevChild(self, on: bool) -> bool:
        left = self.focusWidget()
        gone = left is not None
        if gone:  # whether its page is left: that is no step of the Tab key
            gone = not left.isVisible()
        moved = super().focusNextPrevChild(on)
        if not self._to_build and not gone:
            self._ring.reached_by_key()
        return moved

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def closeEvent(self, event: QCloseEvent) -> None:
        from caregiver_app.ui.unkept import may_close

        self.parts.settings.keep("window", self.saveGeometry())
        event.setAccepted(may_close(self, self._pages, self._unsaved, self._tabs.setCurrentIndex))


def _words(tab: Tab) -> str:
    """The name of a tab without its mnemonic."""
    return tab.text().replace("&", "")
