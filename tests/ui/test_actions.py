"""The one road to the data: what is refused, what waits, what can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.services import people
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.actions import STEPS, Actions

ANA = Person(name="Ana Lindqvist", phone="555-0142")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = Workspace(open_file(tmp_path / "family.care"), Clock(date(2026, 11, 22)))
    yield opened
    opened.close()


@pytest.fixture
def actions(qapp: object, workspace: Workspace) -> Actions:
    made = Actions()
    made.opened(workspace)
    return made


def names(actions: Actions) -> list[str]:
    return [person.name for person in actions.read(people.everybody)]


def add(actions: Actions, person: Person, *, silent: bool = False) -> bool:
    return actions.run("Add helper", partial(people.save, person=person), silent=silent)


def refuse(_work: object) -> None:
    raise InvalidEntry("name", "Type a name.")


def fail(*_: object) -> None:
    raise FileProblem("The disk is full.", "Free some space, then try again.")


def test_what_was_done_can_be_taken_back_and_done_again(actions: Actions) -> None:
    assert add(actions, ANA)
    assert (actions.undo_text(), actions.redo_text()) == ("Undo Add helper", "")
    actions.undo()
    assert (names(actions), actions.undo_text(), actions.redo_text()) == ([], "", "Redo Add helper")
    actions.redo()
    assert (names(actions), actions.undo_text()) == ([ANA.name], "Undo Add helper")


def test_a_new_step_ends_what_could_be_done_again(actions: Actions) -> None:
    add(actions, ANA)
    actions.undo()
    add(actions, Person(name="Tom Baker"))
    actions.redo()
    assert names(actions) == ["Tom Baker"]


def test_undo_with_nothing_to_take_back_does_nothing(actions: Actions) -> None:
    actions.undo()
    actions.redo()
    assert names(actions) == []


def test_everybody_hears_of_a_change_and_of_its_undo(qtbot: QtBot, actions: Actions) -> None:
    with qtbot.waitSignal(actions.changed) as heard:
        add(actions, ANA)
    assert heard.args[0].touches(Person)
    with qtbot.waitSignal(actions.changed) as heard:
        actions.undo()
    assert heard.args[0].touches(Person)


def test_a_silent_step_shows_no_notice_but_can_be_taken_back(qtbot: QtBot, actions: Actions) -> None:
    with qtbot.assertNotEmitted(actions.done):
        add(actions, ANA, silent=True)
    actions.undo()
    assert names(actions) == []


def test_a_refusal_names_the_field_and_changes_nothing(qtbot: QtBot, actions: Actions) -> None:
    with qtbot.waitSignal(actions.refused) as heard, qtbot.assertNotEmitted(actions.done):
        assert not actions.run("Add helper", refuse)
    assert heard.args == ["name", "Type a name."]
    assert actions.undo_text() == ""


def test_trouble_from_the_world_comes_as_words(qtbot: QtBot, actions: Actions) -> None:
    with qtbot.waitSignal(actions.problem) as heard:
        assert not actions.run("Add helper", fail)
    assert str(heard.args[0]) == "The disk is full. Free some space, then try again."
    assert actions.undo_text() == ""


def test_undo_never_writes_over_a_later_change(qtbot: QtBot, actions: Actions, workspace: Workspace) -> None:
    add(actions, ANA)
    later = replace(ANA, phone="555-0199")
    workspace.write(partial(people.save, person=later))
    with qtbot.waitSignal(actions.problem):
        actions.undo()
    assert actions.read(people.everybody) == [later]
    assert actions.undo_text() == ""


def test_undo_that_the_disk_refused_can_be_tried_again(
    qtbot: QtBot, actions: Actions, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(actions, ANA)
    with monkeypatch.context() as trouble, qtbot.waitSignal(actions.problem):
        trouble.setattr(Workspace, "write", fail)
        actions.undo()
    assert names(actions) == [ANA.name]
    actions.undo()
    assert names(actions) == []


def test_what_is_done_before_the_file_is_open_waits_for_it(qtbot: QtBot, workspace: Workspace) -> None:
    actions = Actions()
    actions.when_open(partial(add, actions, ANA))
    assert not actions.is_open
    with qtbot.waitSignal(actions.ready):
        actions.opened(workspace)
    assert names(actions) == [ANA.name]


def test_the_last_hundred_steps_can_be_taken_back(actions: Actions) -> None:
    for number in range(STEPS + 5):
        add(actions, Person(name=f"Sample {number}"))
    for _ in range(STEPS + 5):
        actions.undo()
    assert sorted(names(actions)) == [f"Sample {number}" for number in range(5)]


def test_depth_counts_on_where_the_oldest_steps_are_forgotten(actions: Actions) -> None:
    for number in range(STEPS):
        add(actions, Person(name=f"Sample {number}"))
    before = actions.depth
    add(actions, Person(name="One more"))
    assert actions.depth == before + 1
    actions.undo()
    assert actions.depth == before
    actions.redo()
    assert actions.depth == before + 1


def test_what_was_written_away_from_the_screen_is_a_step_too(
    actions: Actions, workspace: Workspace, qtbot: QtBot
) -> None:
    changes = workspace.write(partial(people.save, person=ANA))
    with qtbot.waitSignals([actions.changed, actions.done, actions.history_changed]):
        actions.wrote("Bring in 1 line", changes)
    assert actions.undo_text() == "Undo Bring in 1 line"
    actions.undo()
    assert names(actions) == []
