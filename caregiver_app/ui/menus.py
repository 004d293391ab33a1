"""What is in the menus: everything that is on a screen, with its key, and nothing that does not work yet."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from caregiver_app.ui.leaving import leave
from caregiver_app.ui.over import open_about, open_find, open_help, open_keys, open_quick_any
from caregiver_app.ui.reminders.opening import open_reminders
from caregiver_app.ui.rides.directories import open_care_team, open_places
from caregiver_app.ui.seasons.opening import open_season
from caregiver_app.ui.tabs import TABS
from caregiver_app.ui.theme import SCALES, Colors
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow
    from caregiver_app.ui.parts import Parts

Key = QKeySequence.StandardKey | str | list[str] | None


class Menus:
    """What is in the menus of a window, below the titles that are there already."""

    def __init__(self, window: MainWindow, titles: list[QMenu]) -> None:
        self._window = window
        for menu, fill in zip(titles, (self._file, self._edit, self._view, self._people, self._help), strict=True):
            fill(menu)
        self.history_changed()

    def history_changed(self) -> None:
        """Undo and Redo say what they would do."""
        actions = self._window.parts.actions
        for action, text, plain in (
            (self.undo, actions.undo_text(), tr("Undo")),
            (self.redo, actions.redo_text(), tr("Redo")),
        ):
            action.setText(text.replace("&", "&&") or plain)
            action.setEnabled(bool(text))

    def tab_seen(self, name: str) -> None:
        """What “New” makes depends on the tab."""
        names = {
            "today": tr("&New…"),
            "rides": tr("&New visit"),
            "leave": tr("&New time off"),
            "expenses": tr("&New expense"),
            "selfcare": tr("&New small thing"),
        }
        self.new.setText(names.get(name, tr("&New task")))

    def _add(self, menu: QMenu, text: str, run: Callable[..., object], key: Key = None) -> QAction:
        action = QAction(text, self._window)
        if isinstance(key, QKeySequence.StandardKey):
            action.setShortcuts(key)
        elif isinstance(key, list):
            action.setShortcuts([QKeySequence(each) for each in key])
        elif key:
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(run)
        menu.addAction(action)
        return action

    def _file(self, menu: QMenu) -> None:
        window = self._window
        self.new = self._add(menu, tr("&New task"), window.new_thing, QKeySequence.StandardKey.New)
        anything = partial(self._open_over, open_quick_any)
        self.add_any = self._add(menu, tr("&Anything in one line…"), anything, "Ctrl+Shift+N")
        self._add(menu, tr("New helper in one &line…"), window.quick_add, "Ctrl+Shift+H")
        menu.addSeparator()
        self._add(menu, tr("&Print…"), window.print_current, QKeySequence.StandardKey.Print)
        self._add(menu, tr("&Bring in a calendar file…"), window.bring_in_calendar)
        self._add(menu, tr("&Save a copy of the file…"), window.save_copy)
        menu.addSeparator()
        quit_action = self._add(menu, tr("&Quit"), partial(leave, window), "Ctrl+Q")
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _edit(self, menu: QMenu) -> None:
        window = self._window
        actions = window.parts.actions
        self.undo = self._add(menu, tr("Undo"), actions.undo, QKeySequence.StandardKey.Undo)
        self.redo = self._add(menu, tr("Redo"), actions.redo, ["Ctrl+Y", "Ctrl+Shift+Z"])
        menu.addSeparator()
        self._add(menu, tr("Copy last &week’s tasks"), window.copy_last_week)
        self._add(menu, tr("&Start from ideas…"), window.start_from_ideas)
        menu.addSeparator()
        anywhere = partial(self._open_over, open_find)
        self.find_all = self._add(menu, tr("&Find…"), anywhere, QKeySequence.StandardKey.Find)
        self._add(menu, tr("Search &this tab only"), window.find_text, "Ctrl+Shift+F")
        menu.addSeparator()
        self._add(menu, tr("Re&minders…"), partial(self._open_over, open_reminders))
        choices = self._add(menu, tr("Family &choices…"), window.open_household, QKeySequence.StandardKey.Preferences)
        choices.setMenuRole(QAction.MenuRole.PreferencesRole)

    def _view(self, menu: QMenu) -> None:
        window = self._window
        for place, tab in enumerate(TABS, start=1):
            action = self._add(menu, tab.text(), partial(window.show_tab, tab.name), f"Ctrl+{place}")
            action.setText(tab.text().replace("&", ""))
        menu.addSeparator()
        self._weeks(menu.addMenu(tr("&Week")))
        self._ways(menu)
        menu.addSeparator()
        self._sizes(menu.addMenu(tr("Text &size")))
        self._colors(menu.addMenu(tr("&Colors")))

    def _weeks(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, tr("&Back one week"), window.go_back, "Alt+Left")
        self._add(menu, tr("&On one week"), window.go_on, "Alt+Right")
        self._add(menu, tr("&Go to this week"), window.go_today, "Ctrl+T")

    def _ways(self, menu: QMenu) -> None:
        """The ways to look at tasks and rides, in menus of their own: all in one were too high for large text."""
        by_tasks = menu.addMenu(tr("Show tas&ks"))
        for by, text in (
            ("day", tr("Tasks by &day")),
            ("helper", tr("Tasks by &helper")),
            ("list", tr("Tasks as a &list")),
        ):
            self._add(by_tasks, text, partial(self._window.show_tasks_by, by))
        by_rides = menu.addMenu(tr("Show &rides"))
        for by, text in (
            ("coming", tr("Rides coming &up")),
            ("week", tr("Rides by &week")),
            ("month", tr("Rides by &month")),
        ):
            self._add(by_rides, text, partial(self._show_rides_by, by))

    def _sizes(self, menu: QMenu) -> None:
        theme = self._window.parts.theme
        group = QActionGroup(menu)
        for scale in SCALES:
            action = self._add(menu, tr("{n} %").format(n=round(scale * 100)), partial(self._choose_scale, scale))
            action.setCheckable(True)
            action.setChecked(scale == theme.user_scale)
            group.addAction(action)
        menu.addSeparator()
        self._add(menu, tr("&Bigger"), theme.bigger, ["Ctrl++", "Ctrl+="])
        self._add(menu, tr("&Smaller"), theme.smaller, "Ctrl+-")
        self._add(menu, tr("&Normal"), partial(self._choose_scale, SCALES[0]), "Ctrl+0")

    def _colors(self, menu: QMenu) -> None:
        theme = self._window.parts.theme
        group = QActionGroup(menu)
        for colors, text in (
            (Colors.COMPUTER, tr("&Match my computer")),
            (Colors.LIGHT, tr("&Light")),
            (Colors.DARK, tr("&Dark")),
            (Colors.CONTRAST, tr("&Extra contrast")),
        ):
            action = self._add(menu, text, partial(self._choose_colors, colors))
            action.setCheckable(True)
            action.setChecked(colors is theme.colors)
            group.addAction(action)

    def _people(self, menu: QMenu) -> None:
        window = self._window
        self._add(menu, tr("&Helpers…"), window.open_people)
        self._add(menu, tr("&Ride services…"), window.open_ride_services)
        self._add(menu, tr("&You and the person you care for…"), window.open_center)
        menu.addSeparator()
        self._add(menu, tr("Care &team…"), partial(self._open_over, open_care_team))
        self._add(menu, tr("&Places…"), partial(self._open_over, open_places))
        menu.addSeparator()
        self._add(menu, tr("A &change in care…"), partial(self._open_over, open_season))

    def _open_over(self, opening: Callable[[Parts, MainWindow], None], _checked: bool = False) -> None:  # Qt sends it
        """Open a dialog over the window once the file is there."""
        self._window.parts.actions.when_open(partial(opening, self._window.parts, self._window))

    def _help(self, menu: QMenu) -> None:
        over = self._window.parts, self._window
        self._add(menu, tr("&Getting started"), partial(open_help, *over), QKeySequence.StandardKey.HelpContents)
        self._add(menu, tr("&Keyboard keys"), partial(open_keys, *over), "Ctrl+/")
        menu.addSeparator()
        about = self._add(menu, tr("&About"), partial(open_about, *over))
        about.setMenuRole(QAction.MenuRole.AboutRole)

    def _show_rides_by(self, by: str, _checked: bool = False) -> None:  # Qt sends it
        from caregiver_app.ui.rides.page import RidesPage

        self._window.show_tab("rides")
        page = self._window.page
        assert isinstance(page, RidesPage), "the tab called rides has no other page"
        page.show_by(by)

    def _choose_scale(self, scale: float, _checked: bool = False) -> None:  # Qt sends it
        self._window.parts.theme.choose_scale(scale)

    def _choose_colors(self, colors: Colors, _checked: bool = False) -> None:  # Qt sends it
        self._window.parts.theme.choose_colors(colors)
