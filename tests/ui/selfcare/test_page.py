"""The Self-care tab: small things, breaks in two clicks, how today is, hard days; nobody is scolded."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.selfcare import Feel
from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.tasks import Answer, Task
from caregiver_app.services import seasons, selfcare, tasks
from caregiver_app.ui.asking.ask_dialog import AskDialog
from caregiver_app.ui.asking.chooser import HelperChooser
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.selfcare.panel import SelfCarePanel
from caregiver_app.ui.selfcare.sit_chooser import SitChooser
from caregiver_app.ui.selfcare.slots import SlotDialog
from caregiver_app.ui.selfcare.thing_editor import ThingEditor
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY
from tests.stage import TODAY, Stage, spin
from tests.ui.selfcare.caring import COFFEE, GROUP, NOW, TUESDAY, WALK, button, card, feel, keep, panel, stay


class Clicks:
    """Presses the mouse on what can be seen, and counts."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.count = 0

    def on(self, widget: QWidget) -> None:
        assert widget.isVisible()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.count += 1
        spin()


@pytest.fixture
def clicks(qtbot: QtBot) -> Clicks:
    return Clicks(qtbot)


@pytest.fixture
def shown(stage: Stage) -> SelfCarePanel:
    """The tab with three small things, and Ana with Maria on Tuesday."""
    keep(stage, WALK, COFFEE, GROUP)
    stay(stage)
    return panel(stage)


def dialog(stage: Stage, kind: type[QWidget]) -> QWidget:
    """The dialog that is open over the window."""
    found = [each for each in stage.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def words(widget: QWidget) -> str:
    """All words on a widget."""
    from PySide6.QtWidgets import QLabel

    labels = [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]
    return " ".join([*labels, *(each.text() for each in widget.findChildren(QPushButton) if each.isVisible())])


def test_a_first_week_offers_ideas_that_are_kept_with_one_click_each(stage: Stage, clicks: Clicks) -> None:
    shown = panel(stage)
    ideas = shown.things.first
    assert ideas.isVisible()
    clicks.on(ideas.buttons[0])
    assert "Walk around the block" in words(shown.things.cards[0])
    assert not ideas.buttons[0].isVisible()
    assert QApplication.focusWidget() is ideas.buttons[1]
    clicks.on(ideas.buttons[1])
    clicks.on(ideas.buttons[2])
    assert len(shown.things.cards) == 3
    assert not ideas.isVisible()
    assert shown.things.cards[0].isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    for _ in range(3):
        stage.parts.actions.undo()
    spin()
    assert ideas.isVisible()
    assert all(each.isVisible() for each in ideas.buttons)


def test_ideas_are_offered_as_long_as_there_is_room_also_after_a_new_start(stage: Stage) -> None:
    keep(stage, WALK)
    shown = panel(stage)
    assert shown.things.first.isVisible()
    assert "One is enough, too." in words(shown.things.first)
    assert "What does you good?" not in words(shown.things.first)
    shown.deeds.rest(WALK)
    spin()
    assert not shown.things.first.isVisible()


def test_whoever_has_three_small_things_is_offered_none(shown: SelfCarePanel) -> None:
    assert not shown.things.first.isVisible()


def test_what_stands_below_does_not_move_when_something_is_done(stage: Stage, clicks: Clicks) -> None:
    keep(stage, WALK, COFFEE)
    shown = panel(stage)
    spin()
    place = shown.things.first.mapTo(stage.window, shown.things.first.rect().topLeft())
    clicks.on(button(card(shown, WALK), "I did this"))
    assert shown.things.first.mapTo(stage.window, shown.things.first.rect().topLeft()) == place


def test_a_free_time_can_begin_something_new_in_one_step(stage: Stage) -> None:
    stay(stage)
    shown = panel(stage)
    assert shown.view is not None
    window = next(each for each in shown.view.windows if each.start.date() == TUESDAY and each.start.time() == time(14))
    menu = shown.around.menu_for(window)
    offered = [each.text() for each in menu.actions()]
    assert offered[0] == "New: Walk around the block" and len(offered) == 5
    menu.actions()[0].trigger()
    spin()
    said = words(shown.things.cards[0]).replace("\u00a0", " ")
    assert "Walk around the block" in said and "Tue Nov 24, 2:00 pm" in said and "Ana with Maria" in said
    stage.parts.actions.undo()
    spin()
    assert not shown.things.cards
    shown.around.menu_for(window).actions()[-1].trigger()
    form = dialog(stage, ThingEditor)
    assert isinstance(form, ThingEditor)
    form.title.setEditText("Sketch")
    form.try_to_save()
    spin()
    assert "Tue Nov 24, 2:00 pm" in words(shown.things.cards[0]).replace("\u00a0", " ")


def test_job_10_twenty_minutes_for_me_in_two_clicks(stage: Stage, shown: SelfCarePanel, clicks: Clicks) -> None:
    clicks.on(button(card(shown, WALK), "Choose a time"))
    slots = dialog(stage, SlotDialog)
    assert isinstance(slots, SlotDialog)
    assert slots.company is not None
    rows = [
        row for row in slots.company.findChildren(QPushButton) if "Tue Nov 24, 2:00 pm" in row.accessibleDescription()
    ]
    clicks.on(rows[0])
    assert clicks.count == 2
    first = selfcare.week
    week = stage.workspace.read(partial(first, first_day=TODAY + timedelta(1), today=TODAY))
    time_ = next(each for each in week.things if each.thing == WALK)
    assert (time_.time.day, time_.time.clock) == (TUESDAY, time(14))
    assert time_.cover is not None
    assert time_.cover.names == ("Ana",)
    stage.parts.actions.undo()
    week = stage.workspace.read(partial(first, first_day=TODAY + timedelta(1), today=TODAY))
    assert next(each for each in week.things if each.thing == WALK).time.day is None


def test_a_time_of_next_week_is_on_the_card_and_is_told_as_such(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    view = shown.view
    assert view is not None
    week = view.week.span.first
    each = card(shown, WALK).each
    shown.deeds.plan(each, week + timedelta(7), week + timedelta(9), time(8, 15))
    spin()
    day = day_words(week + timedelta(9))
    said = words(card(shown, WALK)).replace("\xa0", " ")
    assert f"{day}, 8:15 am (next week), 20 min" in said
    assert f"{WALK.title}: {day}, 8:15 am (next week)" in stage.window.notices.text()
    clicks.on(button(card(shown, WALK), "Another time"))
    slots = dialog(stage, SlotDialog)
    assert isinstance(slots, SlotDialog)
    assert slots.clock.text() == "8:15 am"
    slots.day.line.setText("")
    slots.try_to_save()
    spin()
    assert "Whenever it fits, 20 min" in words(card(shown, WALK))


def test_a_free_time_after_this_week_is_told_to_be_of_the_next(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    stay(stage, TODAY, time(19))
    stage.parts.actions.outdated.emit()
    spin()
    clicks.on(button(card(shown, WALK), "Choose a time"))
    slots = dialog(stage, SlotDialog)
    for place in (words(slots), words(shown.around.breaks)):
        said = place.replace("\xa0", " ")
        assert "Sun Nov 22, 7:00 pm – 9:00 pm (next week)" not in said
        assert "Tue Nov 24, 2:00 pm – 4:00 pm (next week)" in said


def test_a_free_time_is_used_for_a_small_thing_from_its_own_card(stage: Stage, shown: SelfCarePanel) -> None:
    view = shown.view
    assert view is not None
    window = next(each for each in view.windows if each.start.date() == TUESDAY and each.start.time() == time(14))
    menu = shown.around.menu_for(window)
    assert [each.text() for each in menu.actions()][-1] == "Something new…"
    next(each for each in menu.actions() if each.text() == WALK.title).trigger()
    week = stage.workspace.read(partial(selfcare.week, first_day=TODAY + timedelta(1), today=TODAY))
    assert next(each for each in week.things if each.thing == WALK).time.day == TUESDAY


def test_one_click_asks_who_could_sit_and_nothing_is_kept_before_somebody_is_asked(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    before = stage.workspace.read(lambda work: work.all(Task))
    clicks.on(button(card(shown, WALK), "Ask someone to sit"))
    assert clicks.count == 1
    chooser = dialog(stage, HelperChooser)
    assert isinstance(chooser, HelperChooser)
    assert "Who could sit with Maria?" in words(chooser)
    assert "I’ll do it" not in words(chooser)
    chooser.reject()
    spin()
    assert stage.workspace.read(lambda work: work.all(Task)) == before
    clicks.on(button(card(shown, WALK), "Ask someone to sit"))
    chooser = dialog(stage, HelperChooser)
    assert isinstance(chooser, HelperChooser)
    chooser.ask(stage.person("Ben"))
    spin()
    said = dialog(stage, AskDialog)
    assert isinstance(said, AskDialog)
    assert "Walk" not in said.text()
    said.accept()
    spin()
    new = [each for each in stage.workspace.read(lambda work: work.all(Task)) if each not in before]
    assert [each.title for each in new] == ["Keep Maria company"]
    stage.parts.actions.undo()
    assert stage.workspace.read(lambda work: work.all(Task)) == before


def test_a_break_without_a_name_can_be_asked_for_as_well(stage: Stage, shown: SelfCarePanel, clicks: Clicks) -> None:
    clicks.on(shown.around.sitter_button)
    chooser = dialog(stage, HelperChooser)
    assert isinstance(chooser, HelperChooser)
    chooser.give(stage.person("Ben"))
    spin()
    kept = [each for each in stage.workspace.read(lambda work: work.all(Task)) if each.title == "Keep Maria company"]
    assert len(kept) == 1
    assert kept[0].day == TODAY + timedelta(1)


def test_done_is_thanked_and_can_be_taken_back(shown: SelfCarePanel, clicks: Clicks, stage: Stage) -> None:
    clicks.on(button(card(shown, WALK), "I did this"))
    assert "Glad you took that time." in words(card(shown, WALK))
    assert stage.window.notices.text() == "Glad you took that time."
    clicks.on(button(card(shown, WALK), "Undo"))
    assert "I did this" in words(card(shown, WALK))


def test_the_keyboard_stays_on_the_card(shown: SelfCarePanel, qtbot: QtBot) -> None:
    did = button(card(shown, WALK), "I did this")
    did.setFocus()
    qtbot.keyClick(did, Qt.Key.Key_Space)
    spin()
    assert QApplication.focusWidget() is button(card(shown, WALK), "Undo")


def test_not_this_week_is_one_click_for_the_whole_week(shown: SelfCarePanel, clicks: Clicks, stage: Stage) -> None:
    clicks.on(shown.things.leave_button)
    assert clicks.count == 1
    for thing in (WALK, COFFEE, GROUP):
        assert "Rest counts too." in words(card(shown, thing))
    assert not shown.things.leave_button.isVisible()
    clicks.on(button(card(shown, WALK), "This week after all"))
    assert "I did this" in words(card(shown, WALK))
    stage.parts.actions.undo()
    stage.parts.actions.undo()
    spin()
    assert all("I did this" in words(card(shown, thing)) for thing in (WALK, COFFEE, GROUP))


def test_whoever_was_asked_to_sit_is_told_when_a_thing_is_left_for_another_week(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    ask = partial(selfcare.ask_cover, thing=WALK, day=TODAY, clock=time(16), person_id=stage.person("Ben").id)
    week = shown.view.week.span.first if shown.view is not None else TODAY
    stage.workspace.write(partial(ask, week=week, now=NOW))
    shown = panel(stage)
    assert "You asked Ben to be with Maria" in words(card(shown, WALK))
    clicks.on(shown.things.leave_button)
    told = dialog(stage, MessagesDialog)
    assert isinstance(told, MessagesDialog)
    assert [each.message.person.first_name for each in told.cards] == ["Ben"]
    clicks.on(told.cards[0].copy_button)
    text = QGuiApplication.clipboard().text().replace("\u00a0", " ")
    assert text.startswith("Hi Ben, nobody needs to stay with M. on Sun Nov 22 after all. You don’t need to answer")
    assert "Walk" not in text
    told.close_button.click()


def test_a_day_that_is_over_is_not_held_up_to_anybody(stage: Stage) -> None:
    keep(stage, GROUP.__class__(title="Yoga", weekday=2, clock=time(9)))  # last Wednesday
    shown = panel(stage)
    assert "Whenever it fits" in words(shown.things.cards[0])
    assert "Nov 18" not in words(shown.things)


def test_a_fourth_thing_waits_and_is_brought_back_when_one_rests(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    form = shown.dialogs.edit_thing()
    form.title.setEditText("Stretch")
    form.try_to_save()
    spin()
    assert len(shown.things.cards) == 3
    assert "Bring Stretch back" in words(shown.things)
    shown.deeds.rest(COFFEE)
    spin()
    back = [each for each in shown.things.findChildren(QPushButton) if each.text() == "Bring Stretch back"]
    clicks.on(back[0])
    assert "Stretch" in words(shown.things.cards[-1]) + words(shown.things.cards[0]) + words(shown.things.cards[1])


def test_how_today_is_begins_open_is_kept_in_silence_and_can_be_taken_back(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    segments = {each.text(): each for each in shown.feel.choices.values()}
    assert not any(each.isChecked() for each in segments.values())
    clicks.on(segments["Very hard"])
    assert stage.window.notices.text() == ""
    assert shown.view is not None
    assert shown.view.week.feeling is Feel.VERY_HARD
    assert stage.parts.actions.undo_text() == "Undo Note how today is"
    clicks.on(shown.feel.clear_button)
    assert shown.view.week.feeling is None
    assert not any(each.isChecked() for each in segments.values())
    stage.parts.actions.undo()
    spin()
    assert segments["Very hard"].isChecked()


def test_two_very_hard_days_bring_the_help_lines_first_without_a_comment(stage: Stage) -> None:
    feel(stage, Feel.VERY_HARD, TODAY)
    shown = panel(stage)
    assert shown.help.y() > shown.things.y()
    calm = words(shown.window())
    feel(stage, Feel.VERY_HARD, TODAY - timedelta(1))
    shown = panel(stage)
    assert shown.help.y() < shown.things.y()
    assert sorted(words(shown.window()).split()) == sorted(calm.split())
    for number in ("988", "1-800-4-CANCER", "1-800-227-2345"):
        assert number in words(shown.help)


def test_help_lines_that_come_first_are_in_sight_and_the_keyboard_stays_where_it_is(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    feel(stage, Feel.VERY_HARD, TODAY - timedelta(1))
    stage.window.resize(900, 620)
    segments = {each.text(): each for each in shown.feel.choices.values()}
    segments["Very hard"].setFocus(Qt.FocusReason.TabFocusReason)
    spin()
    clicks.on(segments["Very hard"])
    spin()
    assert not shown.help.visibleRegion().isEmpty()
    assert shown.help.y() < shown.things.y()
    assert shown.help.mapTo(stage.window, shown.help.rect().topLeft()).y() > 0
    assert QApplication.focusWidget() is segments["Very hard"]


def test_own_appointments_are_there_and_open_in_their_tab(stage: Stage, shown: SelfCarePanel, clicks: Clicks) -> None:
    assert "Dentist" in words(shown.around.visits)
    clicks.on(shown.around.visits.row_buttons[0])
    assert stage.window.windowTitle().startswith("Rides")


def test_a_new_own_appointment_is_ones_own(stage: Stage, shown: SelfCarePanel, clicks: Clicks) -> None:
    clicks.on(shown.around.visit_button)
    form = dialog(stage, VisitEditor)
    assert isinstance(form, VisitEditor)
    assert form.folds.more.person.currentText() == "Yours"
    form.title.setText("Check-up")
    form.day.setEditText("Nov 30")
    form.time.setText("9 am")
    form.try_to_save()
    spin()
    assert "Check-up Mon Nov 30, 9:00 am" in words(panel(stage).around.visits).replace("\u00a0", " ")


def test_people_to_call_and_signs_of_running_low(stage: Stage, shown: SelfCarePanel) -> None:
    form = shown.dialogs.plan()
    form.people[0].choose(stage.person("Ben").id)
    form.others.setPlainText("Aunt Rosa, 555-0123")
    form.signs.setPlainText("I skip lunch.")
    form.try_to_save()
    spin()
    said = words(shown.around.people)
    for each in ("Ben Okoro", "555-0117", "Aunt Rosa, 555-0123", "I skip lunch."):
        assert each in said


def test_when_she_has_died_nobody_is_looked_for_to_be_with_her(stage: Stage, shown: SelfCarePanel) -> None:
    stage.workspace.write(partial(seasons.change, season=Season.DIED, today=TODAY, now=NOW))
    shown = panel(stage)
    assert not shown.around.breaks.isVisible()
    assert "Ask someone to sit" not in words(shown)
    her = next(each for each in stage.workspace.read(lambda work: work.all(Person)) if each.first_name == "Maria")
    assert her.first_name not in words(shown)
    slots = shown.dialogs.choose_time(card(shown, WALK).each, shown.view)  # type: ignore[arg-type]
    assert slots.company is None
    slots.reject()


def test_a_time_of_ones_own_is_typed_and_a_day_that_is_over_is_refused(stage: Stage, shown: SelfCarePanel) -> None:
    assert shown.view is not None
    slots = shown.dialogs.choose_time(card(shown, WALK).each, shown.view)
    slots.day.setEditText("Nov 20")
    slots.clock.setText("3 pm")
    slots.try_to_save()
    assert slots.fields["day"].error.text() == "Choose a day from today on."
    slots.day.setEditText("today")
    slots.clock.setText("some day")
    slots.try_to_save()
    assert slots.fields["clock"].error.text()
    slots.clock.setText("3 pm")
    slots.try_to_save()
    spin()
    assert "Sun Nov 22, 3:00 pm" in words(card(shown, WALK)).replace("\u00a0", " ")


def test_whoever_asks_for_company_says_when_and_asking_is_the_next_step(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    clicks.on(shown.around.sitter_button)
    chooser = dialog(stage, SitChooser)
    assert isinstance(chooser, SitChooser)
    assert (chooser.day.text(), chooser.clock.text()) == ("Mon Nov 23", "2:00 pm")
    first = chooser.rows.rows[0]
    assert first.ask_button.property("kind") == PRIMARY
    assert first.give_button.property("kind") == PLAIN
    chooser.day.line.setText("fri")
    chooser.clock.setText("4 pm")
    chooser.clock.editingFinished.emit()
    assert "Fri Nov 27, 4:00 pm" in chooser.about.text().replace("\u00a0", " ")
    for wrong, field in ((("Nov 20", "4 pm"), "day"), (("today", "7 am"), "clock"), (("fri", "some day"), "clock")):
        chooser.day.line.setText(wrong[0])
        chooser.clock.setText(wrong[1])
        chooser.ask(stage.person("Ben"))
        assert chooser.isVisible() and chooser.fields[field].error.text()
    chooser.day.line.setText("fri")
    chooser.clock.setText("4 pm")
    chooser.ask(stage.person("Ben"))
    spin()
    said = dialog(stage, AskDialog)
    assert isinstance(said, AskDialog)
    assert "Fri Nov 27" in said.text().replace("\u00a0", " ")
    said.accept()
    kept = [each for each in stage.workspace.read(lambda work: work.all(Task)) if each.title == "Keep Maria company"]
    assert [(each.day, each.when.clock) for each in kept] == [(TODAY + timedelta(5), time(16))]


def test_another_time_is_told_in_full_and_the_tab_key_goes_on_to_the_people(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    clicks.on(shown.around.sitter_button)
    chooser = dialog(stage, SitChooser)
    assert isinstance(chooser, SitChooser)
    for field, typed, full in ((chooser.day.line, "thu", "Thu Nov 26"), (chooser.clock, "4", "4:00 pm")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Tab)
        spin()
        assert field.text().replace("\u00a0", " ") == full
    assert QApplication.focusWidget() is chooser.rows.rows[0].ask_button
    QTest.keyClick(chooser.rows.rows[0].ask_button, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is chooser.rows.rows[0].give_button
    QTest.keyClick(chooser, Qt.Key.Key_Backtab)
    QTest.keyClick(chooser, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is chooser.clock
    assert "Thu Nov 26, 4:00 pm" in chooser.about.text().replace("\u00a0", " ")


def test_while_nobody_comes_somebody_can_be_asked_from_the_card(
    stage: Stage, shown: SelfCarePanel, clicks: Clicks
) -> None:
    clicks.on(button(card(shown, WALK), "Ask someone to sit"))
    chooser = dialog(stage, SitChooser)
    assert isinstance(chooser, SitChooser)
    chooser.ask(stage.person("Ben"))
    spin()
    said = dialog(stage, AskDialog)
    assert isinstance(said, AskDialog)
    said.accept()
    assert "Ask someone to sit" not in words(card(shown, WALK))  # Ben may still come
    (task,) = (t for t in stage.workspace.read(lambda work: work.all(Task)) if t.title == "Keep Maria company")
    plan = stage.workspace.read(partial(tasks.plan, span=Span(task.day, task.day)))
    item = next(each for each in plan.items() if each.task.id == task.id)
    no = partial(tasks.answer, item=item, person_id=stage.person("Ben").id, answer=Answer.NOT_THIS_TIME, now=NOW)
    stage.workspace.write(no)
    shown = panel(stage)
    assert "Nobody is asked yet" in words(card(shown, WALK))
    clicks.on(button(card(shown, WALK), "Ask someone to sit"))
    chooser = dialog(stage, SitChooser)
    assert isinstance(chooser, SitChooser)
    chooser.give(stage.person("Ana"))
    spin()
    kept = [each for each in stage.workspace.read(lambda work: work.all(Task)) if each.title == "Keep Maria company"]
    assert kept == [task], "the same task, not a second one"
    assert "Ana with Maria" in words(card(shown, WALK))


def test_the_two_minutes_are_done_with_a_button_of_their_own(shown: SelfCarePanel, clicks: Clicks) -> None:
    clicks.on(button(card(shown, WALK), "I did the two minutes"))
    assert "Glad you took that time." in words(card(shown, WALK))
    assert "I did the two minutes" not in words(card(shown, GROUP))
