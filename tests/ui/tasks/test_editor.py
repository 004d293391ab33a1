"""The task form: what is typed is read, refused at its field, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import State, Task
from caregiver_app.services import people, tasks
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.asking.who_choice import Special
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.questions import Question
from caregiver_app.ui.tasks.card import TaskCard
from caregiver_app.ui.tasks.draft import Again
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.page import TasksPage
from caregiver_app.ui.tasks.scope import ScopeDialog
from caregiver_app.ui.widgets.banner import Banner
from tests.ui.tasks.conftest import (
    ANA,
    MONDAY,
    SOUP,
    TODAY,
    TOM,
    TUESDAY,
    WALK,
    WEDNESDAY,
    answer,
    board_of,
    dialog,
    focused,
    item_of,
    stop_of,
)

FRIDAY = date(2026, 11, 27)


@pytest.fixture
def form(opened: TasksPage) -> TaskEditor:
    """The empty form."""
    opened.new_thing()
    return dialog(TaskEditor)


def edit(page: TasksPage, title: str, day: date | None = None) -> TaskEditor:
    """The form of a task that is there."""
    page.panel.dialogs.open_item(item_of(page, title, day))
    return dialog(TaskEditor)


def choose_scope(scope: Scope) -> None:
    """Answer the question of how much of a series is meant."""

    def pick(asked: ScopeDialog) -> Any:
        asked.choices[scope].setChecked(True)
        return asked.yes_button

    answer(pick)


def helpers(parts: Parts) -> list[Person]:
    return parts.actions.read(people.helpers)


def test_a_task_is_added_by_the_keyboard_alone(opened: TasksPage, form: TaskEditor, qtbot: QtBot) -> None:
    def type_in(words: str) -> None:
        QTest.keyClick(focused(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(focused(), words)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)

    type_in("Feed the cat")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    type_in("fri")
    type_in("3p")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    item = item_of(opened, "Feed the cat")
    assert (item.day, item.task.when, item.task.kind, item.state) == (
        FRIDAY,
        When(clock=time(15)),
        TaskKind.PETS,
        State.NEEDS_HELPER,
    )


def test_what_was_understood_is_shown_when_a_field_is_left(form: TaskEditor) -> None:
    form.day.setFocus()
    form.day.setEditText("11/27")
    form.time.setFocus()
    assert form.day.currentText() == "Fri Nov 27"
    form.time.setEditText("8")
    form.notes.setFocus()
    assert form.time.currentText() == "8:00 am"
    form.time.setEditText("25:00")
    form.time.setFocus()
    form.notes.setFocus()
    assert "25:00" in form.fields["when"].error.text()
    assert form.time.currentText() == "25:00"
    form.time.setEditText("morning")
    form.time.setFocus()
    form.notes.setFocus()
    assert (form.time.currentText(), form.fields["when"].error.text()) == ("Morning", "")
    form.time.setEditText("")
    form.day.setEditText("Fri Nov 27")


def test_an_empty_title_is_refused_at_the_field_and_nothing_typed_is_lost(opened: TasksPage, form: TaskEditor) -> None:
    form.title.setText("   ")
    form.notes.setPlainText("Ask for the side door")
    form.day.setEditText("Feb 30")
    form.save_button.click()
    assert dialog(TaskEditor) is form
    assert form.fields["title"].error.text() == "Type a few words, like “Walk the dog.”"
    assert "February" in form.fields["day"].error.text()
    assert form.notes.toPlainText() == "Ask for the side door"
    assert form.title.accessibleDescription() == "Type a few words, like “Walk the dog.”"
    form.title.setText("Walk the dog")
    form.day.setEditText("wed")
    form.save_button.click()
    assert item_of(opened, "Walk the dog").day == WEDNESDAY


def test_a_title_is_no_longer_called_wrong_once_it_is_changed(form: TaskEditor) -> None:
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    banner = next(each for each in form.findChildren(Banner) if each.isVisibleTo(form))
    assert form.fields["title"].error.text()
    QTest.keyClicks(form.title, " ")
    assert not form.fields["title"].error.text(), "nothing is checked while somebody is typing"
    QTest.keyClicks(form.title, "Walk the dog")
    QTest.keyClick(form.title, Qt.Key.Key_Tab)
    assert not form.fields["title"].error.text()
    assert not banner.isVisibleTo(form)


def test_a_refused_field_in_the_folded_part_is_unfolded(form: TaskEditor) -> None:
    form.title.setText("Move the couch")
    form.more.needed.setText("50")
    form.save_button.click()
    assert form.more.isVisible()
    assert form.fields["needed"].error.text() == "Type how many people are needed, from 1 to 20."
    form.more.needed.setText("2")


def test_cancel_asks_before_words_are_lost(form: TaskEditor) -> None:
    form.title.setText("Half a tho")
    answer(lambda asked: asked.yes_button)
    form.cancel_button.click()
    assert form.isVisible() and form.title.text() == "Half a tho"

    def lose(asked: Question) -> Any:
        return asked.no_button

    answer(lose)
    form.cancel_button.click()
    assert QApplication.activeModalWidget() is None


def test_a_task_is_given_to_somebody_and_changed_in_one_step(opened: TasksPage, parts: Parts) -> None:
    form = edit(opened, SOUP.title)
    form.title.setText("Soup, no onions")
    form.who.choose(ANA.id)
    form.save_button.click()
    item = item_of(opened, "Soup, no onions")
    assert (item.helpers, item.day, item.task.id) == ((ANA.id,), MONDAY, SOUP.id)
    assert parts.actions.undo_text() == "Undo Change task"
    parts.actions.undo()
    assert item_of(opened, SOUP.title).helpers == ()


def test_people_are_offered_best_first_with_reasons(form: TaskEditor) -> None:
    form.title.setText("Walk the dog")
    form.title.editingFinished.emit()
    words = [form.who.itemText(n) for n in range(form.who.count())]
    assert words == [
        "Nobody yet – leave open",
        "Tom Baker – glad to do this",
        "Ana Lindqvist",
        "You",
        "Add a new helper…",
    ]
    form.title.setText("")


@pytest.mark.parametrize("title", ["", SOUP.title])
def test_the_order_of_people_follows_the_day_that_is_typed(opened: TasksPage, parts: Parts, title: str) -> None:
    away = replace(ANA, away=(Span(WEDNESDAY, WEDNESDAY),))
    parts.actions.run("Change Ana", partial(people.change, before=ANA, after=away))
    if title:
        form = edit(opened, title)
    else:
        opened.new_thing()
        form = dialog(TaskEditor)
    form.day.setEditText("wed")
    form.day.lineEdit().editingFinished.emit()
    assert "Ana Lindqvist – away through Nov 25" in [form.who.itemText(n) for n in range(form.who.count())]
    form.day.setEditText("tue")
    form.day.lineEdit().editingFinished.emit()
    assert not any("away" in form.who.itemText(n) for n in range(form.who.count()))


def test_a_new_helper_is_added_from_the_form(opened: TasksPage, form: TaskEditor, parts: Parts) -> None:
    form.title.setText("Rake leaves")
    form.who.choose(Special.NEW)
    form.save_button.click()
    assert form.fields["name"].error.text() == "Type a name, like “Ana.”"
    form.newcomer.setText("Ben Okoro 555-0117, drives")
    form.save_button.click()
    ben = next(person for person in helpers(parts) if person.name == "Ben Okoro")
    assert (ben.phone, ben.drives, ben.offered_on) == ("555-0117", True, TODAY)
    assert item_of(opened, "Rake leaves").helpers == (ben.id,)
    parts.actions.undo()
    assert ben.id not in {person.id for person in helpers(parts)}, "one step back takes both"


def test_a_new_helper_who_is_there_is_not_added_twice(form: TaskEditor, parts: Parts) -> None:
    before = helpers(parts)
    form.title.setText("Rake leaves")
    form.who.choose(Special.NEW)
    form.newcomer.setText(f"{before[0].first_name} 555-0117, drives")
    form.save_button.click()
    assert form.isVisible()
    assert form.fields["name"].error.text().startswith(f"{before[0].first_name} is there already.")
    assert helpers(parts) == before


def test_kind_and_audience_follow_the_title_until_chosen(opened: TasksPage, form: TaskEditor) -> None:
    form.title.setText("Sit with Maria")
    form.title.editingFinished.emit()
    form.show_more()
    assert form.more.kind.itemText(0) == "As the title says: Stay with her"
    assert form.more.audience.itemText(0) == "As usual: Only the helper’s own sheet"
    assert form.more.public_title.placeholderText() == "Visit"
    form.more.kind.choose(TaskKind.MEAL)
    assert form.more.audience.itemText(0) == "As usual: Everyone, on the fridge"
    form.save_button.click()
    item = item_of(opened, "Sit with Maria")
    assert (item.task.kind, item.task.audience) == (TaskKind.MEAL, Audience.FRIDGE)


def test_a_walk_with_the_person_cared_for_is_no_walk_with_a_pet(opened: TasksPage, form: TaskEditor) -> None:
    form.title.setText("Walk with Maria")
    form.save_button.click()
    assert item_of(opened, "Walk with Maria").task.kind is TaskKind.VISIT


def test_a_new_task_is_in_sight_and_the_keyboard_stands_on_it(opened: TasksPage, parts: Parts, qtbot: QtBot) -> None:
    many = [Task(title=f"Chore {n}", day=WEDNESDAY) for n in range(12)]
    parts.actions.run("Add", partial(tasks.add_all, tasks=many))
    opened.new_thing()
    form = dialog(TaskEditor)
    form.title.setText("Zip up the tent")
    form.day.setEditText("wed")
    form.save_button.click()
    stop = stop_of(opened, "Zip up the tent")
    assert board_of(opened).current == stop
    card = board_of(opened).card_at(stop)
    assert card is not None
    qtbot.waitUntil(lambda: opened.window().focusWidget() is card)
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect() == card.rect())


def test_the_very_first_task_has_the_keyboard(
    page: TasksPage, parts: Parts, empty: Callable[[], Workspace], qtbot: QtBot
) -> None:
    parts.actions.opened(empty())
    page.new_thing()
    dialog(TaskEditor).title.setText("Rake leaves")
    dialog(TaskEditor).save_button.click()
    qtbot.waitUntil(lambda: isinstance(page.window().focusWidget(), TaskCard))


@pytest.mark.parametrize(("day", "told"), [("wed", ""), ("12/7", "Mon Dec 7"), ("1/3/2028", "Mon Jan 3 2028")])
def test_a_new_task_of_another_week_tells_its_day(
    form: TaskEditor, parts: Parts, qtbot: QtBot, day: str, told: str
) -> None:
    form.title.setText("Rake leaves")
    form.day.setEditText(day)
    with qtbot.waitSignal(parts.actions.done) as heard:
        form.save_button.click()
    assert heard.args == ["Add task", told, ""]


def test_a_repeat_with_its_details(opened: TasksPage, form: TaskEditor) -> None:
    form.title.setText("Water plants")
    assert not form.repeat.isVisible()
    form.again.choose(Again.CYCLE)
    assert form.fields["cycle_days"].isVisible() and not form.fields["weekdays"].isVisible()
    form.repeat.every.setText("4")
    form.repeat.cycle_days.setText("1, 2")
    form.save_button.click()
    assert opened.panel.view is not None
    days = [item.day.day for item in opened.panel.view.items if item.task.title == "Water plants"]
    assert days == [22, 23, 26, 27]


@pytest.mark.parametrize(
    ("scope", "titles"),
    [
        (Scope.ONE, {24: "Evening walk", 27: "Walk Biscuit", 1: "Walk Biscuit"}),
        (Scope.LATER, {24: "Evening walk", 27: "Evening walk", 1: "Evening walk"}),
        (Scope.ALL, {24: "Evening walk", 27: "Evening walk", 1: "Evening walk"}),
    ],
)
def test_a_change_to_a_series_is_asked_about(
    opened: TasksPage, parts: Parts, scope: Scope, titles: dict[int, str]
) -> None:
    before = opened.panel.view
    form = edit(opened, WALK.title, TUESDAY)
    form.title.setText("Evening walk")
    choose_scope(scope)
    form.save_button.click()
    assert found(opened) == {day: title for day, title in titles.items() if day > 20}
    opened.go_on()
    assert found(opened)[1] == titles[1]
    opened.go_back()
    parts.actions.undo()
    assert opened.panel.view == before


def found(page: TasksPage) -> dict[int, str]:
    """The walks of the week that is shown."""
    assert page.panel.view is not None
    return {item.day.day: item.task.title for item in page.panel.view.items if "alk" in item.task.title}


def test_saying_no_to_the_question_keeps_the_form_open(opened: TasksPage) -> None:
    form = edit(opened, WALK.title, TUESDAY)
    form.title.setText("Evening walk")
    answer(lambda asked: asked.cancel_button)
    form.save_button.click()
    assert form.isVisible() and form.title.text() == "Evening walk"
    form.title.setText(WALK.title)
    form.reject()


@pytest.mark.parametrize("scope", [Scope.ONE, Scope.LATER, Scope.ALL])
def test_a_series_is_given_to_somebody_else(opened: TasksPage, scope: Scope) -> None:
    form = edit(opened, WALK.title, TUESDAY)
    form.who.choose(ANA.id)
    choose_scope(scope)
    form.save_button.click()
    assert item_of(opened, WALK.title, TUESDAY).helpers == (ANA.id,)
    assert item_of(opened, WALK.title, FRIDAY).helpers == ((TOM.id,) if scope is Scope.ONE else (ANA.id,))


def test_a_task_is_removed_from_its_form(opened: TasksPage, parts: Parts) -> None:
    form = edit(opened, SOUP.title)
    form.remove_button.click()
    assert opened.panel.view is not None
    assert SOUP.title not in {item.task.title for item in opened.panel.view.items}
    parts.actions.undo()
    assert item_of(opened, SOUP.title)


@pytest.mark.parametrize(
    "words",
    ["🍲 soup", "עמית לוי מביא מרק", "x" * 2000, "Two  spaces", "<b>not bold</b> & so"],
)
def test_any_words_are_kept_as_they_are(opened: TasksPage, form: TaskEditor, words: str) -> None:
    form.title.setText(words)
    form.save_button.click()
    assert item_of(opened, words) is not None


def test_a_change_made_elsewhere_is_told_and_the_words_stay(opened: TasksPage, parts: Parts, qtbot: QtBot) -> None:
    item = item_of(opened, SOUP.title)
    opened.panel.deeds.tick(item)
    item = item_of(opened, SOUP.title)
    form = edit(opened, SOUP.title)
    opened.panel.deeds.tick(item)
    form.title.setText("Soup, no onions")
    form.save_button.click()
    assert form.isVisible() and form.title.text() == "Soup, no onions"
    form.title.setText(SOUP.title)
    form.reject()


def test_every_field_is_named_for_a_screen_reader(form: TaskEditor) -> None:
    form.show_more()
    for field in form.fields.values():
        assert field.label.text() and field.label.buddy() is field.control
    form.reject()
