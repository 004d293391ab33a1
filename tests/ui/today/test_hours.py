"""Today stays true while it stands open: what is over is asked about, a break that passed is offered no more."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import When
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.tasks import Task
from caregiver_app.services import appointments, tasks
from caregiver_app.ui.today.page import TodayPage
from caregiver_app.ui.today.panel import TodayPanel
from caregiver_app.ui.widgets.scrolling import SteadyScrolling
from tests.stage import TODAY, Stage, spin
from tests.ui.reminders.conftest import DrivenClock

SCAN = Appointment(title="Eye doctor", day=TODAY, clock=time(9, 10), minutes=62)


@pytest.fixture
def clock(stage: Stage, panel: TodayPanel, qtbot: QtBot) -> DrivenClock:
    """At 9:00 am; a visit ends at 10:12 am, and Ana stays from 10:00 am to 1:00 pm."""
    driven = DrivenClock(datetime.combine(TODAY, time(9)))
    stage.workspace.clock = driven
    now = driven.now()
    stay = Task(title="Sit with Maria", day=TODAY, kind=TaskKind.STAY, when=When(clock=time(10)), minutes=180)
    ana = stage.person("Ana").id
    stage.parts.actions.run("Add", partial(tasks.add, task=stay, helper_id=ana, now=now))
    with qtbot.waitSignal(panel.whole):
        stage.parts.actions.run("Add", partial(appointments.add, appointment=SCAN, now=now))
    spin()
    return driven


def page_of(stage: Stage) -> TodayPage:
    page = stage.window.page
    assert isinstance(page, TodayPage)
    return page


def a_minute_later(stage: Stage) -> None:
    """What happens each minute."""
    page_of(stage).look_at_the_clock()
    spin()


def moment(panel: TodayPanel) -> str:
    assert panel.side is not None
    return "" if panel.side.moment.isHidden() else panel.side.moment.sentence.text().replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_over_is_asked_about_in_that_minute(stage: Stage, panel: TodayPanel, clock: DrivenClock) -> None:
    a_minute_later(stage)
    assert SCAN.id not in panel.telling.lines
    clock.put(datetime.combine(TODAY, time(10, 12)))
    a_minute_later(stage)
    assert SCAN.id in panel.telling.lines


def test_a_break_follows_the_clock_until_it_is_over(
    stage: Stage, panel: TodayPanel, clock: DrivenClock, qtbot: QtBot
) -> None:
    assert "You have from 10:00 am to 1:00 pm." in moment(panel)
    clock.put(datetime.combine(TODAY, time(10, 1)))
    a_minute_later(stage)
    qtbot.waitUntil(lambda: "You have until 1:00 pm." in moment(panel))
    clock.put(datetime.combine(TODAY, time(17, 30)))
    a_minute_later(stage)
    qtbot.waitUntil(lambda: "1:00 pm" not in moment(panel))
    assert page_of(stage).head.title.text() == "Good evening, Sam"


def test_who_comes_back_to_the_tab_sees_the_hour_it_is(stage: Stage, panel: TodayPanel, clock: DrivenClock) -> None:
    stage.window.show_tab("tasks")
    spin()
    clock.put(datetime.combine(TODAY, time(17, 30)))
    stage.window.show_tab("today")
    spin()
    assert SCAN.id in panel.telling.lines
    assert page_of(stage).head.title.text() == "Good evening, Sam"


def test_what_is_typed_and_the_keyboard_stay_when_an_hour_passes(
    stage: Stage, panel: TodayPanel, clock: DrivenClock, qtbot: QtBot
) -> None:
    next(iter(panel.telling.lines.values())).tell_button.click()
    spin()
    assert panel.telling.form is not None
    notes = panel.telling.form.form.notes
    notes.setPlainText("She was tired, but glad.")
    notes.setFocus()
    clock.put(datetime.combine(TODAY, time(17, 30)))
    with qtbot.waitSignal(panel.whole):
        a_minute_later(stage)
    spin()
    assert SCAN.id in panel.telling.lines
    assert panel.telling.form.form.notes is notes
    assert notes.toPlainText() == "She was tired, but glad."
    assert notes.hasFocus()


def test_a_page_that_was_scrolled_stays_where_it_is_when_an_hour_passes(
    stage: Stage, panel: TodayPanel, clock: DrivenClock, qtbot: QtBot
) -> None:
    stage.window.resize(1280, 480)
    spin()
    panel.telling.stops()[0].setFocus()
    spin()
    bar = page_of(stage).findChild(SteadyScrolling).verticalScrollBar()
    bar.setValue(bar.maximum())
    clock.put(datetime.combine(TODAY, time(9, 15)))
    with qtbot.waitSignal(panel.whole):
        a_minute_later(stage)
    spin()
    assert bar.value() == bar.maximum() > 0
