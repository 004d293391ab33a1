"""Today on the screen: done and undone, asked, told, found, and typed in one line."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.reminders import OwnReminder
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.tasks import State, Task
from caregiver_app.domain.today_words import missing_words
from caregiver_app.domain.visits import Strength
from caregiver_app.services import appointments, people, reminding, seasons, tasks
from caregiver_app.services.workspace import Clock
from caregiver_app.ui.asking.chooser import HelperChooser
from caregiver_app.ui.finding import FindDialog
from caregiver_app.ui.leave import panel as leave
from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.quick_any import QuickAny
from caregiver_app.ui.reminders.own import OwnReminderEditor
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.strip import WEEK
from caregiver_app.ui.seasons.dialog import SeasonDialog
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.today import kinds
from caregiver_app.ui.today.day_row import DayRow
from caregiver_app.ui.today.page import TodayPage
from caregiver_app.ui.today.panel import TodayPanel
from caregiver_app.ui.widgets.buttons import Button
from tests.stage import TODAY, Stage, spin


def line(panel: TodayPanel, title: str) -> DayRow:
    lines = [each for card in (panel.today, panel.needing, panel.coming) for each in card.lines]
    return next(each for each in lines if each.row.title == title)


def state_of(stage: Stage, title: str) -> State:
    items = stage.workspace.read(partial(tasks.plan, span=Span(TODAY, TODAY))).items()
    return next(item.state for item in items if item.task.title == title)


def test_the_day_is_greeted_by_name(window: MainWindow, panel: TodayPanel) -> None:
    page = window.page
    assert isinstance(page, TodayPage)
    assert page.head.title.text() == "Good morning, Sam"
    assert page.head.hint.text() == "Sunday, November 22"


def test_done_is_struck_through_with_undo_and_the_keyboard_stays(stage: Stage, panel: TodayPanel) -> None:
    row = line(panel, "Water the plants")
    assert row.button is not None
    row.button.setFocus()
    QTest.keyClick(row.button, Qt.Key.Key_Space)
    spin()
    assert state_of(stage, "Water the plants") is State.DONE
    row = line(panel, "Water the plants")
    assert row.button is not None
    assert row.button.text() == "Undo"
    assert row.button.hasFocus()
    assert row.words.accessibleName().endswith("done")
    row.button.click()
    spin()
    assert state_of(stage, "Water the plants") is not State.DONE


def test_five_rows_then_all_of_them(panel: TodayPanel) -> None:
    assert len(panel.coming.lines) == 5
    panel.coming.all_button.click()
    assert len(panel.coming.lines) > 5
    panel.coming.all_button.click()
    assert len(panel.coming.lines) == 5


def test_somebody_can_be_asked_from_here(panel: TodayPanel) -> None:
    row = line(panel, "Rake the front yard")
    assert row.button is not None
    row.button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HelperChooser)
    dialog.close()


def test_a_row_opens_what_it_speaks_of(window: MainWindow, panel: TodayPanel) -> None:
    row = line(panel, "Water the plants")
    QTest.keyClick(row.words, Qt.Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert isinstance(form, TaskEditor)
    form.close()
    spin()
    panel.coming.all_button.click()
    QTest.mouseClick(line(panel, "CT scan").words, Qt.MouseButton.LeftButton)
    assert window.windowTitle().startswith("Rides")


def test_leave_costs_and_waiting_follow(panel: TodayPanel) -> None:
    side = panel.side
    assert side is not None
    assert side.leave.headline.text() == "400 hours left today"
    assert side.spent.total.text() == "$84.89"
    assert side.waiting.lines[0].row.detail == "Rosa was asked yesterday."


def test_what_changes_the_count_of_leave_is_followed() -> None:
    assert set(leave.SHOWS) <= set(kinds.SHOWS)


def test_find_goes_to_a_person_a_visit_and_a_cost(window: MainWindow, stage: Stage) -> None:
    for typed, title in (("ct sc", "Rides"), ("pharmacy", "Expenses")):
        window.menus.find_all.trigger()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FindDialog)
        QTest.keyClicks(dialog.search, typed)
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
        spin()
        assert window.windowTitle().startswith(title)


def test_find_says_when_there_is_nothing(window: MainWindow) -> None:
    dialog = FindDialog(window.parts, window)
    dialog.show()
    dialog.search.setText("xylophone")
    assert "Nothing begins with" in dialog.told.text()
    assert not dialog.open_button.isEnabled()
    dialog.close()


@pytest.mark.parametrize("typed", ["", "a", "a b", "?", "??"])
def test_find_asks_for_a_word_of_two_letters(window: MainWindow, typed: str) -> None:
    dialog = FindDialog(window.parts, window)
    dialog.show()
    dialog.search.setText(typed)
    assert dialog.told.text() == "Type two letters or more."
    dialog.close()


def test_one_line_is_told_back_then_kept_and_taken_back(stage: Stage, window: MainWindow) -> None:
    window.menus.add_any.trigger()
    form = QApplication.activeModalWidget()
    assert isinstance(form, QuickAny)
    QTest.keyClicks(form.line, "Water the roses tomorrow 5 pm")
    assert form.told.text() == "A task: “Water the roses,” tomorrow, Mon Nov 23, 5:00 pm, once. Nobody is chosen yet."
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    spin()
    titles = [each.title for each in stage.workspace.read(lambda work: work.all(Task))]
    assert "Water the roses" in titles
    assert "Saved." in window.notices.text()
    stage.parts.actions.undo()
    assert "Water the roses" not in [each.title for each in stage.workspace.read(lambda work: work.all(Task))]


def test_what_was_bought_and_a_number_is_told_back_as_a_cost(stage: Stage, window: MainWindow) -> None:
    form = QuickAny(window.parts, window)
    form.show()
    form.line.setText("lunch 9")
    assert form.told.text() == "A cost: $9.00, Food while out, today."
    form.kind.setCurrentIndex(form.kind.findData("task"))
    assert form.told.text() == "A task: “lunch 9,” today, once. Nobody is chosen yet."
    form.kind.setCurrentIndex(0)
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    spin()
    kept = max(stage.workspace.read(lambda work: work.all(Expense)), key=lambda each: each.number)
    assert (str(kept.amount), kept.kind) == ("9", "meals_out")


def test_a_helper_who_is_there_is_not_added_twice_and_may_have_a_new_number(stage: Stage, window: MainWindow) -> None:
    before = stage.person("Ben")
    everybody = len(stage.workspace.read(people.helpers))
    form = QuickAny(window.parts, window)
    form.show()
    form.line.setText("Ben 555-0117 helper")
    assert form.told.text().startswith("Ben is there already.")
    assert form.number_button.isHidden()
    form.line.setText("Ben 555-0118 helper")
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    spin()
    assert form.isVisible()
    assert len(stage.workspace.read(people.helpers)) == everybody
    form.number_button.click()
    spin()
    after = stage.person("Ben")
    assert (after.id, after.phone) == (before.id, "555-0118")
    assert len(stage.workspace.read(people.helpers)) == everybody
    stage.parts.actions.undo()
    assert stage.person("Ben").phone == before.phone


def test_another_one_of_that_name_is_told_apart_by_the_whole_name(stage: Stage, window: MainWindow) -> None:
    form = QuickAny(window.parts, window)
    form.show()
    form.line.setText("helper Ben Smith 555-0118")
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    spin()
    assert "Ben Smith" in [each.name for each in stage.workspace.read(people.helpers)]


def test_after_midnight_today_is_yesterday(stage: Stage, panel: TodayPanel, window: MainWindow) -> None:
    visit = Appointment(title="Eye doctor", day=TODAY, clock=time(7), minutes=30)
    stage.parts.actions.run("Add visit", partial(appointments.add, appointment=visit, now=stage.workspace.clock.now()))
    spin()
    assert "today" in panel.telling.lines[visit.id].accessibleName()
    stage.workspace.clock = Clock(TODAY + timedelta(1))
    window.look_at_the_day()
    spin()
    page = window.page
    assert isinstance(page, TodayPage)
    assert page.head.hint.text() == "Monday, November 23"
    assert "today" not in panel.telling.lines[visit.id].accessibleName()
    assert "Water the plants" in [each.row.title for each in panel.left.lines]
    row = next(each for each in panel.left.lines if each.row.title == "Water the plants")
    assert row.button is not None
    row.button.click()
    spin()
    assert "Water the plants" not in [each.row.title for each in panel.left.lines]


def test_a_reminder_opens_its_form(stage: Stage, panel: TodayPanel) -> None:
    reminder = OwnReminder(text="Call HR", day=TODAY, clock=time(17))
    save = partial(reminding.save_own, before=None, after=reminder, now=datetime.combine(TODAY, time(8)))
    stage.parts.actions.run("Add a reminder", save)
    spin()
    row = line(panel, "Call HR")
    QTest.keyClick(row.words, Qt.Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert isinstance(form, OwnReminderEditor)
    form.close()


def test_a_reminder_that_is_done_is_told_of_no_more(stage: Stage, panel: TodayPanel) -> None:
    reminder = OwnReminder(text="Call HR", day=TODAY, clock=time(17))
    save = partial(reminding.save_own, before=None, after=reminder, now=datetime.combine(TODAY, time(8)))
    stage.parts.actions.run("Add a reminder", save)
    spin()
    button = line(panel, "Call HR").button
    assert button is not None and button.text() == "Done"
    button.click()
    spin()
    assert "Call HR" not in [each.row.title for each in panel.today.lines]
    assert stage.window.notices.text().startswith("“Call HR” is done.")
    evening = datetime.combine(TODAY, time(18))
    assert not stage.workspace.read(partial(reminding.look, at=evening, seen=None)).gathered
    stage.parts.actions.undo()
    spin()
    assert line(panel, "Call HR").button is not None


def test_an_answer_is_noted_where_it_is_waited_for(stage: Stage, panel: TodayPanel, qtbot: QtBot) -> None:
    side = panel.side
    assert side is not None
    row = side.waiting.lines[0]
    assert row.button is not None and row.button.text() == "Answered…"
    for deed in (row.button.click, partial(QTest.keyClick, row.words, Qt.Key.Key_Return)):
        deed()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, HelperChooser)
        assert {"Said yes", "Not this time"} <= {each.text() for each in dialog.findChildren(Button)}
        dialog.reject()
        spin()
    row.button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HelperChooser)
    next(each for each in dialog.findChildren(Button) if each.text() == "Said yes").click()
    qtbot.waitUntil(lambda: not side.waiting.lines)


def test_receipts_that_are_not_added_are_said_to_be_of_the_year() -> None:
    assert missing_words(5) == "5 receipts of this year are not added yet. No rush."
    assert missing_words(1).startswith("1 receipt of this year is")


def test_when_she_has_died_a_quiet_line_says_so_and_leads_to_the_change(
    stage: Stage, panel: TodayPanel, qtbot: QtBot
) -> None:
    assert panel.season is None
    now = datetime(2026, 11, 22, 13, tzinfo=UTC)
    stage.parts.actions.run("x", partial(seasons.change, season=Season.DIED, today=TODAY, now=now))
    qtbot.waitUntil(lambda: panel.season is not None and panel.season.isVisible())
    assert panel.season is not None
    assert panel.season.words.text() == "All that you kept of Maria is here."
    needed = {line.row.sign for line in panel.needing.lines}
    assert needed and not needed & {"ride", "stay", "visit"}
    qtbot.waitUntil(lambda: panel.side is not None and not panel.side.leave.isVisible())
    QTest.mouseClick(panel.season.change_button, Qt.MouseButton.LeftButton)
    dialog = stage.window.findChild(SeasonDialog)
    assert dialog is not None
    dialog.reject()
    stage.parts.actions.undo()
    qtbot.waitUntil(lambda: panel.season is not None and not panel.season.isVisible())


def test_when_she_has_died_the_rides_are_calm(stage: Stage, panel: TodayPanel) -> None:
    now = datetime(2026, 11, 22, 13, tzinfo=UTC)
    stage.parts.actions.run("x", partial(seasons.change, season=Season.DIED, today=TODAY, now=now))
    stage.window.show_tab("rides")
    page = stage.window.page
    assert isinstance(page, RidesPage)
    page.show_by(WEEK)
    page.panel.turn(1)
    spin()
    assert page.head.hint.text() == "Visits and rides, kept as they were"
    cards = [card for card in page.panel.list.cards.values() if card.words.cancelled]
    assert cards
    assert all(line.strength is Strength.CALM for card in cards for line in card.words.lines)
    assert all(card.open_button.text() == "Open" and card.words.calm for card in cards)
