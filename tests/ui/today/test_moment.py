"""A moment for you on Today: what was done, what was taken back, and what is put away for the day."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.calendar import When
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.domain.tasks import Task
from caregiver_app.services import selfcare, tasks
from caregiver_app.ui.today.panel import TodayPanel
from caregiver_app.ui.today.side_cards import MomentCard
from tests.stage import TODAY, Stage
from tests.ui.reminders.conftest import DrivenClock


@pytest.fixture
def card(stage: Stage, panel: TodayPanel, qtbot: QtBot) -> MomentCard:
    """Two small things of today: a walk, then tea."""
    for title, clock in (("Walk", time(9)), ("Tea on the porch", time(15))):
        thing = SmallThing(title=title, weekday=TODAY.weekday(), clock=clock)
        stage.parts.actions.run("Add", partial(selfcare.save_thing, before=None, after=thing))
    assert panel.side is not None
    moment = panel.side.moment
    qtbot.waitUntil(lambda: tells(moment, "Walk."))
    return moment


def tells(card: MomentCard, words: str) -> bool:
    text = card.sentence.text().replace("\N{NO-BREAK SPACE}", " ")
    return not card.isHidden() and text.startswith(words)


def test_after_one_small_thing_comes_the_next_and_undo_brings_the_first_back(
    stage: Stage, card: MomentCard, qtbot: QtBot
) -> None:
    card.take_button.click()
    qtbot.waitUntil(lambda: tells(card, "Tea on the porch."))
    card.take_button.click()
    qtbot.waitUntil(card.isHidden)
    stage.parts.actions.undo()
    qtbot.waitUntil(lambda: tells(card, "Tea on the porch."))
    stage.parts.actions.undo()
    qtbot.waitUntil(lambda: tells(card, "Walk."))


def test_not_today_is_not_asked_again_today(stage: Stage, panel: TodayPanel, card: MomentCard, qtbot: QtBot) -> None:
    card.later_button.click()
    assert card.isHidden()
    with qtbot.waitSignal(panel.whole):
        panel.reload()
    assert card.isHidden()


def test_a_break_that_was_taken_is_put_away(stage: Stage, panel: TodayPanel, qtbot: QtBot) -> None:
    stage.workspace.clock = DrivenClock(datetime.combine(TODAY, time(9)))
    stay = Task(title="Sit with Maria", day=TODAY, kind=TaskKind.STAY, when=When(clock=time(10)), minutes=180)
    add = partial(tasks.add, task=stay, helper_id=stage.person("Ana").id, now=stage.workspace.clock.now())
    stage.parts.actions.run("Add", add)
    assert panel.side is not None
    moment = panel.side.moment
    qtbot.waitUntil(lambda: tells(moment, "Ana is there today."))
    moment.take_button.click()
    with qtbot.waitSignal(panel.whole):
        panel.reload()
    assert moment.isHidden()
