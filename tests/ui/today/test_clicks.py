"""A click does what it was meant for and no more, and what was done is told by its name."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.tasks import State, Task
from caregiver_app.services import selfcare, tasks
from caregiver_app.services.workspace import Clock
from caregiver_app.ui.today.panel import TodayPanel
from tests.stage import TODAY, Stage, spin

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def next_day(stage: Stage, panel: TodayPanel) -> TodayPanel:
    """The day after, with two things that are still open from the day before."""
    for title in ("Sort the mail", "Wash the car"):
        stage.parts.actions.run(
            "Add", partial(tasks.add, task=Task(title=title, day=TODAY), now=stage.workspace.clock.now())
        )
    stage.workspace.clock = Clock(TODAY + timedelta(1))
    stage.window.look_at_the_day()
    spin()
    return panel


def double_click(window: QWidget, at: QPoint) -> None:
    """Two presses at one place so fast that the desktop takes them for one: each goes to what lies there then."""
    first = window.childAt(at)
    assert first is not None
    QTest.mouseClick(first, LEFT, pos=QPoint(4, 4))
    spin()
    under = window.childAt(at)
    assert under is not None
    place = QPointF(under.mapFrom(window, at))
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        held = LEFT if kind == QEvent.Type.MouseButtonDblClick else Qt.MouseButton.NoButton
        everywhere = QPointF(under.mapToGlobal(place))
        event = QMouseEvent(kind, place, everywhere, LEFT, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(under, event)
    spin()


def done(stage: Stage) -> set[str]:
    span = Span(TODAY - timedelta(20), TODAY + timedelta(1))
    items = stage.workspace.read(partial(tasks.plan, span=span)).items()
    return {item.task.title for item in items if item.state is State.DONE}


def test_a_double_click_on_done_does_one_thing(stage: Stage, next_day: TodayPanel) -> None:
    before = done(stage)
    while next_day.left.lines:  # also the last one, after which another card comes up to the pointer
        title, button = next_day.left.lines[0].row.title, next_day.left.lines[0].button
        assert button is not None
        double_click(stage.window, button.mapTo(stage.window, button.rect().center()))
        before.add(title)
        assert done(stage) == before
        assert QApplication.activeModalWidget() is None


def test_a_double_click_on_done_is_not_undone(stage: Stage, panel: TodayPanel) -> None:
    line = next(each for each in panel.today.lines if each.row.item is not None)
    assert line.button is not None
    double_click(stage.window, line.button.mapTo(stage.window, line.button.rect().center()))
    assert line.row.title in done(stage)


def test_the_strip_names_what_was_done(stage: Stage, panel: TodayPanel) -> None:
    line = next(each for each in panel.today.lines if each.row.title == "Water the plants")
    assert line.button is not None
    line.button.click()
    assert stage.window.notices.text().startswith("“Water the plants” is done.")
    assert stage.parts.actions.undo_text() == "Undo Mark “Water the plants” done"
    stage.parts.actions.undo()
    assert stage.window.notices.text().startswith("Mark “Water the plants” done – taken back.")


def test_a_long_title_and_a_letter_of_menus_do_no_harm_to_the_menu(stage: Stage, panel: TodayPanel) -> None:
    task = Task(title="Mac & cheese for everybody who comes to the house", day=TODAY)
    stage.parts.actions.run("Add", partial(tasks.add, task=task, now=stage.workspace.clock.now()))
    spin()
    panel.today.all_button.click()
    line = next(each for each in panel.today.lines if each.row.title == task.title)
    assert line.button is not None
    line.button.click()
    text = stage.window.menus.undo.text()
    assert text.startswith("Undo Mark “Mac && cheese for everybody")
    assert text.endswith("…” done") and len(text) < 70


def test_a_small_thing_that_is_open_again_is_named(stage: Stage, panel: TodayPanel) -> None:
    thing = SmallThing(title="Tea on the porch", weekday=TODAY.weekday())
    stage.parts.actions.run("Add", partial(selfcare.save_thing, before=None, after=thing))
    spin()
    panel.today.all_button.click()
    for _ in range(2):
        line = next(each for each in panel.today.lines if each.row.title == thing.title)
        assert line.button is not None
        line.button.click()
        spin()
    assert stage.parts.actions.undo_text() == "Undo Mark “Tea on the porch” not done"
