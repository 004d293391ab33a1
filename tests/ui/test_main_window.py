"""The window: seven tabs, menus and keys that work, notices with Undo, and what it remembers."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import FileProblem
from caregiver_app.services import people
from caregiver_app.services.workspace import Clock
from caregiver_app.ui.actions import Actions
from caregiver_app.ui.background import Background
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.finding import FindDialog
from caregiver_app.ui.help import AboutDialog, HelpDialog, KeysDialog
from caregiver_app.ui.leave.time_off import TimeOffEditor
from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.quick_any import QuickAny
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.tabs import TABS
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.theme import Colors, Theme
from tests.a11y.tree import nodes
from tests.stage import Stage, spin

CONTROL = Qt.KeyboardModifier.ControlModifier
WORDS = ["Today", "Tasks", "Rides", "Leave", "Expenses", "Self-care", "Care notes"]


@pytest.fixture
def rail(window: MainWindow) -> QTabBar:
    found = window.findChild(QTabBar)
    assert isinstance(found, QTabBar)
    return found


@pytest.fixture
def plain(theme: Theme) -> Iterator[Theme]:
    """The look, put back after a test that changes it."""
    yield theme
    theme.choose_colors(Colors.LIGHT)
    theme.choose_scale(1.0)


def actions_of(menu: QMenu) -> Iterator[QAction]:
    """All that can be chosen in a menu and the menus inside it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions_of(inner)
        elif not action.isSeparator():
            yield action


def menus(window: MainWindow) -> list[QMenu]:
    found = [action.menu() for action in window.menuBar().actions()]
    return [menu for menu in found if isinstance(menu, QMenu)]


def choose(window: MainWindow, words: str) -> None:
    """Choose in the menus by the words that stand there."""
    found = {each.text().replace("&", ""): each for menu in menus(window) for each in actions_of(menu)}
    found[words].trigger()


def in_front(kind: type[QWidget]) -> QWidget | None:
    """The dialog that is open now, when it is of this kind."""
    found = QApplication.activeModalWidget()
    return found if isinstance(found, kind) else None


def test_seven_tabs_one_page_each_and_the_title_names_the_one_in_front(window: MainWindow, rail: QTabBar) -> None:
    assert [rail.tabText(index).replace("&", "") for index in range(rail.count())] == WORDS
    for tab, words in zip(TABS, WORDS, strict=True):
        window.show_tab(tab.name)
        spin(2)
        assert window.windowTitle() == f"{words} – Caregiver Organizer"
        assert window.page is not None
        assert window.page.isVisible()


@pytest.mark.parametrize("tab", [tab.name for tab in TABS if tab.name == "notes"])
def test_on_a_tab_that_is_not_built_the_menus_go_to_the_tasks(stage: Stage, window: MainWindow, tab: str) -> None:
    for words in ("Search this tab only", "On one week", "New task"):
        window.show_tab(tab)
        choose(window, words)
        assert window.windowTitle().startswith("Tasks"), words
    assert isinstance(QApplication.activeModalWidget(), TaskEditor)


def test_on_today_new_is_anything_in_one_line_and_find_looks_everywhere(window: MainWindow) -> None:
    for words, kind in (("New…", QuickAny), ("Find…", FindDialog)):
        window.show_tab("today")
        choose(window, words)
        form = QApplication.activeModalWidget()
        assert isinstance(form, kind)
        form.close()
        spin(2)


def test_on_the_expenses_tab_new_is_a_cost(window: MainWindow) -> None:
    window.show_tab("expenses")
    choose(window, "New expense")
    form = QApplication.activeModalWidget()
    assert isinstance(form, ExpenseEditor)
    form.close()


def test_on_the_rides_tab_new_is_a_visit(window: MainWindow) -> None:
    window.show_tab("rides")
    choose(window, "New visit")
    form = QApplication.activeModalWidget()
    assert isinstance(form, VisitEditor)
    form.close()


def test_on_the_leave_tab_new_is_time_off_once_there_is_a_job(window: MainWindow) -> None:
    window.show_tab("leave")
    choose(window, "New time off")
    form = QApplication.activeModalWidget()
    assert isinstance(form, TimeOffEditor)
    form.close()


@pytest.mark.parametrize(("words", "by"), [("Rides by week", "week"), ("Rides by month", "month")])
def test_views_of_the_rides_are_in_the_menu(window: MainWindow, words: str, by: str) -> None:
    choose(window, words)
    assert isinstance(window.page, RidesPage)
    assert window.page.strip.by.value() == by


@pytest.mark.parametrize("number", range(1, 8))
def test_control_and_a_number_goes_to_a_tab(window: MainWindow, rail: QTabBar, number: int) -> None:
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), CONTROL)
    assert rail.currentIndex() == number - 1


def test_the_rail_goes_up_and_down_and_round(window: MainWindow, rail: QTabBar) -> None:
    window.show_tab("today")
    for key, index in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_Up, 6), (Qt.Key.Key_Down, 0)):
        QTest.keyClick(rail, key)
        assert rail.currentIndex() == index


def test_every_key_is_given_to_one_command_and_every_command_has_words(window: MainWindow) -> None:
    commands = [action for menu in menus(window) for action in actions_of(menu)]
    keys = [key.toString() for action in commands for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    plain = {"Ctrl+N", "Ctrl+P", "Ctrl+F", "Ctrl+Z", "Ctrl+T", "F1", "Ctrl+/"}
    assert plain | {"Ctrl+Shift+H", "Ctrl+Shift+N", "Ctrl+Shift+F"} <= set(keys)
    assert all(action.text().strip("& ") for action in commands)


def test_letters_of_menus_and_tabs_are_each_used_once(window: MainWindow, rail: QTabBar) -> None:
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [rail.tabText(index) for index in range(rail.count())]
    letters = [found[1].casefold() for text in texts if (found := re.search(r"&(\w)", text))]
    assert sorted(letters) == sorted("fevphtkrlxsn")
    for menu in menus(window):
        inside = [found[1].casefold() for each in menu.actions() if (found := re.search(r"&(\w)", each.text()))]
        assert len(inside) == len(set(inside)), menu.title()


def test_what_was_done_is_told_and_can_be_taken_back_three_ways(window: MainWindow, stage: Stage) -> None:
    def names() -> list[str]:
        return [person.name for person in stage.workspace.read(people.everybody)]

    before = names()
    for way in ("notice", "key", "menu"):
        stage.parts.actions.run("Add helper", partial(people.save, person=Person(name="Nora Quist")))
        assert "Add helper" in window.notices.text()
        if way == "notice":
            undo = window.findChild(QPushButton, "notice button")
            assert isinstance(undo, QPushButton)
            undo.click()
        elif way == "key":
            QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
        else:
            choose(window, "Undo Add helper")
        assert names() == before
    choose(window, "Redo Add helper")
    assert names() == sorted([*before, "Nora Quist"], key=str.casefold)


def test_of_a_task_in_another_week_the_day_is_told(window: MainWindow, stage: Stage) -> None:
    window.show_tab("tasks")
    choose(window, "New task")
    form = QApplication.activeModalWidget()
    assert isinstance(form, TaskEditor)
    form.title.setText("Rake leaves")
    form.day.setEditText("12/7")
    form.save_button.click()
    assert window.notices.text() == "Add task – saved for Mon Dec 7."


def test_trouble_is_told_in_the_window(window: MainWindow, stage: Stage) -> None:
    stage.parts.actions.problem.emit(FileProblem("The disk is full.", "Free some space, then try again."))
    assert window.notices.text() == "The disk is full. Free some space, then try again."


@pytest.mark.parametrize(
    ("words", "kind"), [("Getting started", HelpDialog), ("Keyboard keys", KeysDialog), ("About", AboutDialog)]
)
def test_help_is_in_one_menu_on_every_tab(window: MainWindow, words: str, kind: type[QWidget]) -> None:
    for tab in ("tasks", "notes"):
        window.show_tab(tab)
        choose(window, words)
        dialog = in_front(kind)
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        spin(2)
        assert in_front(kind) is None


def test_keys_in_the_list_of_keys_are_the_keys_of_the_menus(window: MainWindow) -> None:
    choose(window, "Keyboard keys")
    dialog = in_front(KeysDialog)
    assert dialog is not None
    listed = " ".join(label.text() for label in dialog.findChildren(type(dialog.heading)))  # type: ignore[attr-defined]
    plain = ("Ctrl+N", "Ctrl+P", "Ctrl+F", "Ctrl+Z", "Ctrl+Y", "Ctrl+T", "F1", "Alt+Left")
    for key in (*plain, "Ctrl+Shift+N", "Ctrl+Shift+F", "Ctrl+Shift+H"):
        assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) in listed
    assert "Something new: what the tab is for" in listed  # Ctrl+N is no task on every tab
    dialog.close()


def ring_of(window: MainWindow) -> QWidget:
    found = window.findChild(QWidget, "focus ring")
    assert found is not None
    return found


def test_no_ring_goes_round_a_whole_page(window: MainWindow) -> None:
    for _ in range(2):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    spin()
    assert ring_of(window).isVisible()
    for number, tab in enumerate(TABS, start=1):
        QTest.keyClick(window, Qt.Key(ord(str(number))), CONTROL)
        spin()
        assert window.windowTitle().startswith(tab.text().replace("&", ""))
        ring = ring_of(window)
        assert not ring.isVisible() or ring.height() < window.height() / 4
    QTest.keyClick(window, Qt.Key.Key_6, CONTROL)
    spin()
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    spin()
    assert ring_of(window).isVisible()


def test_a_press_of_the_mouse_that_leads_to_another_tab_brings_no_ring(window: MainWindow, stage: Stage) -> None:
    window.show_tab("tasks")
    spin()
    page = window.page
    assert page is not None
    pressed = next(each for each in page.findChildren(QPushButton) if each.isVisible() and each.isEnabled())
    pressed.setFocus(Qt.FocusReason.MouseFocusReason)
    spin()
    window.show_record("rides", None)
    spin()
    assert not ring_of(window).isVisible()


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_no_menu_breaks_into_columns_with_large_text(window: MainWindow, plain: Theme, scale: float) -> None:
    plain.choose_scale(scale)
    spin()
    for menu in menus(window):
        tops = [menu.actionGeometry(each).x() for each in menu.actions()]
        assert len(set(tops)) == 1, menu.title()


@pytest.mark.parametrize("tab", [tab.name for tab in TABS])
def test_one_key_finds_anything_from_every_tab(window: MainWindow, tab: str) -> None:
    window.show_tab(tab)
    spin()
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    dialog = in_front(FindDialog)
    assert dialog is not None
    assert window.windowTitle().startswith(next(each.text().replace("&", "") for each in TABS if each.name == tab))
    dialog.reject()  # type: ignore[attr-defined]
    assert {"Find…", "Search this tab only"} <= {
        each.text().replace("&", "") for menu in menus(window) for each in menu.actions()
    }


def test_text_size_by_key_stays_on_the_tab_and_is_remembered(window: MainWindow, plain: Theme, rail: QTabBar) -> None:
    window.show_tab("leave")
    QTest.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    spin()
    assert plain.user_scale == 1.15
    assert window.windowTitle().startswith("Leave")
    QTest.keyClick(window, Qt.Key.Key_0, CONTROL)
    spin()
    assert plain.user_scale == 1.0


def test_colors_by_menu(window: MainWindow, plain: Theme) -> None:
    choose(window, "Dark")
    spin()
    assert plain.is_dark
    assert window.grab().toImage().pixelColor(window.width() - 3, window.height() - 3) == plain.token("bg")
    assert [each.text() for menu in menus(window) for each in actions_of(menu) if each.isChecked()] == [
        "100 %",
        "&Dark",
    ]


@pytest.mark.parametrize(
    ("scale", "size"), [(1.0, (720, 520)), (1.5, (1366, 728)), (2.0, (1280, 800)), (2.0, (720, 520))]
)
def test_all_tabs_are_inside_the_window(window: MainWindow, plain: Theme, scale: float, size: tuple[int, int]) -> None:
    plain.choose_scale(scale)
    window.resize(*size)
    spin()
    rail = window.findChildren(QTabBar)[-1]
    room = QRect(rail.mapTo(window, QPoint(0, 0)), rail.size())
    assert window.rect().contains(room)
    for index in range(rail.count()):
        place = rail.tabRect(index)
        assert rail.rect().contains(place)
        assert min(place.width(), place.height()) >= 32


def test_a_narrow_rail_shows_icons_and_keeps_the_names(window: MainWindow, plain: Theme) -> None:
    plain.choose_scale(2.0)
    window.resize(720, 520)
    spin()
    rail = window.findChildren(QTabBar)[-1]
    assert rail.width() < 200
    assert [rail.tabToolTip(index) for index in range(rail.count())] == WORDS


def test_the_window_comes_back_where_it_was(theme: Theme) -> None:
    settings = Settings(remember=False)
    first = MainWindow(theme, Actions(theme), Background(theme), settings)
    first.show()
    first.resize(760, 560)
    first.show_tab("rides")
    first.close()
    again = MainWindow(theme, Actions(theme), Background(theme), settings)
    assert (again.width(), again.height()) == (760, 560)
    assert again.windowTitle().startswith("Rides")
    for window in (first, again):
        window.deleteLater()


def test_a_tab_of_an_older_version_is_no_matter(theme: Theme) -> None:
    settings = Settings(remember=False)
    settings.keep("tab", "gone")
    window = MainWindow(theme, Actions(theme), Background(theme), settings)
    assert window.windowTitle().startswith("Today")
    window.deleteLater()


def test_what_is_done_before_the_file_is_open_happens_when_it_is(qtbot: QtBot, theme: Theme, stage: Stage) -> None:
    actions = Actions(theme)
    window = MainWindow(theme, actions, Background(theme), Settings(remember=False))
    window.show()
    window.open_people()
    assert QApplication.activeModalWidget() is None
    actions.opened(stage.workspace)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Helpers"
    dialog.close()
    window.deleteLater()


def test_the_window_loads_no_database_no_paper_and_no_calendar_rules() -> None:
    code = "import sys; import caregiver_app.ui.main_window; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"sqlalchemy", "sqlite3", "alembic", "reportlab", "psycopg", "holidays", "dateutil", "pypdfium2"}
    heavy |= {"caregiver_app.storage", "caregiver_app.documents", "caregiver_app.services.workspace"}
    assert not heavy & set(done.stdout.split())


def test_today_moves_on_at_midnight(stage: Stage) -> None:
    stage.window.show_tab("tasks")
    stage.workspace.clock = Clock(date(2026, 11, 25))
    stage.window.look_at_the_day()
    spin()
    said = [node.text(QAccessible.Text.Name) for node in nodes(stage.window)]
    assert any("25" in text and "Today" in text for text in said)


def test_copying_last_week_is_in_the_menu_and_taken_back(stage: Stage) -> None:
    stage.window.show_tab("notes")
    stage.window.copy_last_week()
    spin()
    assert stage.window.page is not None and stage.window.windowTitle().startswith("Tasks")
    assert stage.parts.actions.undo_text() == "Undo Copy last week’s tasks"


def test_a_notice_goes_once_its_step_is_the_last_no_more(window: MainWindow, stage: Stage) -> None:
    actions = stage.parts.actions
    actions.run("Add helper", partial(people.save, person=Person(name="Nora Quist")))
    actions.undo()
    assert "taken back" in window.notices.text()
    actions.run("Add helper", partial(people.save, person=Person(name="Kim Adeyemi")), silent=True)
    assert window.notices.text() == ""
