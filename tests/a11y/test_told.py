"""Checks 11, 12 and 13: states in words, wrong entries told where they are, and what was done said out loud."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget

from caregiver_app.services import tasks
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.people.editor import PersonEditor
from caregiver_app.ui.people.household import HouseholdDialog
from caregiver_app.ui.people.quick_add import QuickAdd
from caregiver_app.ui.tasks.card import TaskCard
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.page import TasksPage
from tests.a11y.tree import interface, seen, spoken
from tests.stage import Stage, spin

STATES = ("needs a helper", "asked", "covered", "done", "not needed")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: heard.append(event.message()))
    return heard


def empty_task(stage: Stage) -> Editor:
    return TaskEditor(stage.parts, parent=stage.window)


def bad_day(stage: Stage) -> Editor:
    form = TaskEditor(stage.parts, item=stage.item("Rake the front yard"), parent=stage.window)
    form.day.setEditText("Feb 31")
    return form


def bad_email(stage: Stage) -> Editor:
    form = PersonEditor(stage.parts, stage.person("Ana"), stage.window)
    form.email.setText("ana at home")
    return form


def nameless_line(stage: Stage) -> Editor:
    return QuickAdd(stage.parts, stage.window)


@pytest.mark.parametrize("make", [empty_task, bad_day, bad_email, nameless_line])
def test_what_is_wrong_is_told_at_the_field_above_and_aloud(
    stage: Stage, said: list[str], make: Callable[[Stage], Editor]
) -> None:
    form = make(stage)
    form.show()
    spin()
    form.try_to_save()
    spin()
    assert form.isVisible()
    wrong = [field for field in form.fields.values() if field.error.text()]
    assert len(wrong) == 1
    sentence = wrong[0].error.text()
    control = wrong[0].control
    assert interface(control).text(QAccessible.Text.Description) == sentence
    here = QApplication.focusWidget()
    assert here is not None and (here is control or control.isAncestorOf(here))
    banners = [label.text() for label in seen(form, QLabel) if sentence in label.text()]
    assert len(banners) == 2, "at the field and in the banner above"
    assert any(sentence in each for each in said)
    form.hide()
    form.deleteLater()


def test_every_card_says_in_words_how_it_stands(stage: Stage) -> None:
    stage.window.show_tab("tasks")
    spin()
    cards = seen(stage.window, TaskCard)
    assert len(cards) > 10
    for card in cards:
        assert any(state in spoken(card).casefold() for state in STATES), spoken(card)
        assert spoken(card.box).startswith("Done: ")


def test_a_box_tells_whether_it_is_ticked(stage: Stage) -> None:
    form = HouseholdDialog(stage.parts, stage.window)
    form.show()
    for box in seen(form, QCheckBox):
        for ticked in (True, False):
            box.setChecked(ticked)
            assert bool(interface(box).state().checked) is ticked
    form.hide()
    form.deleteLater()


def test_saving_ticking_removing_undo_and_redo_are_said(stage: Stage, said: list[str]) -> None:
    actions = stage.parts.actions
    item = stage.item("Rake the front yard")
    now = actions.clock.now()
    actions.run("Remove task", partial(tasks.remove, item=item, scope=tasks.Scope.ALL, now=now))
    actions.undo()
    actions.redo()
    assert [each for each in said if each.startswith("Remove task")] == [
        "Remove task – saved.",
        "Remove task – taken back.",
        "Remove task – done again.",
    ]


def test_a_tick_on_the_board_is_said(stage: Stage, said: list[str]) -> None:
    page = board(stage)
    card = page.panel.board.card_at(page.panel.board.current)
    assert card is not None
    card.box.click()
    spin()
    assert any("is done" in each for each in said)


def board(stage: Stage) -> TasksPage:
    stage.window.show_tab("tasks")
    spin()
    page = stage.window.page
    assert isinstance(page, TasksPage) and page.panel.board is not None
    page.panel.board.stand_on_first_open()
    return page


def test_a_finding_of_the_list_is_said_with_the_table(stage: Stage) -> None:
    stage.window.show_tab("tasks")
    stage.window.find_text()
    spin()
    table = next(
        each for each in seen(stage.window, QWidget) if spoken(each) == "Tasks" and each.accessibleDescription()
    )
    assert "tasks" in table.accessibleDescription()
