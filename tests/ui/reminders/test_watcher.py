"""The watch on the clock: nothing is told twice, nothing is lost, whatever the clock does."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.reminders import Later
from caregiver_app.services import reminding
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.database import open_file
from caregiver_app.ui.reminders.own import OwnReminderEditor
from tests.stage import Stage, file_of, spin
from tests.ui.reminders.conftest import MORNING, Watched

DAILY = Repeat(every=Every.DAYS)


def on(hour: int, minute: int = 0, days: int = 0) -> datetime:
    """A time of Sunday, or of a day later."""
    return MORNING.replace(hour=hour, minute=minute) + timedelta(days)


def test_it_comes_at_its_time_and_waits_until_something_is_done(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watched.at(on(9, 29))
    assert not watched.titles
    watched.at(on(9, 30))
    assert watched.titles == ["Water the plants"]
    watched.after(hours=3)
    assert watched.titles == ["Water the plants"]
    assert watched.board.count == 1


def test_the_timer_sleeps_to_the_next_moment(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watched.at(on(9, 29, 0).replace(second=50))
    assert watched.desk.watcher is not None
    timer = watched.desk.watcher.timer
    assert timer.isSingleShot() and timer.isActive()
    assert 9_000 < timer.remainingTime() < 11_000


def test_a_new_reminder_is_heard_of_at_once(qtbot: QtBot, watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watched.at(on(9, 10))
    own = watched.stage.workspace.read(partial(reminding.own, now=on(9)))[0]
    watched.stage.parts.actions.run("x", lambda work: work.put(own.__class__(text="Now", day=own.day, clock=own.clock)))
    watched.at(on(9, 31))
    qtbot.waitUntil(lambda: len(watched.titles) == 2)


def test_put_off_it_comes_again_and_is_told_again(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watched.at(on(9, 30))
    watched.desk.later(watched.desk.waiting, Later.TEN_MINUTES)
    watched.after(minutes=1)
    assert not watched.titles and not watched.board.shown
    watched.after(minutes=9)
    assert watched.titles == ["Water the plants"] and watched.board.count == 2


def test_put_off_in_the_evening_it_waits_for_the_morning(watched: Watched) -> None:
    watched.add("Water the plants", on(20, 55))
    watched.at(on(20, 55))
    watched.desk.later(watched.desk.waiting, Later.HOUR)
    watched.at(on(22))
    assert not watched.titles
    watched.at(on(7, 59, days=1))
    assert not watched.titles
    watched.at(on(8, 0, days=1))
    assert watched.titles == ["Water the plants"]


def test_the_night_is_quiet_and_loses_nothing(watched: Watched) -> None:
    watched.add("Late", on(22, 30))
    watched.add("Left over", on(20, 30))
    watched.at(on(20, 30))
    assert watched.titles == ["Left over"]
    for hour in (21, 22, 23):
        watched.at(on(hour, 31))
        assert not watched.titles
    watched.at(on(8, 0, days=1))
    assert sorted(watched.titles) == ["Late", "Left over"]


def test_put_away_it_comes_tomorrow_if_it_repeats(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30), DAILY)
    watched.at(on(9, 30))
    watched.desk.not_today(watched.desk.waiting)
    watched.at(on(20))
    assert not watched.titles
    watched.at(on(9, 30, days=1))
    assert watched.titles == ["Water the plants"]


def test_a_month_asleep_is_one_card(watched: Watched) -> None:
    for number in range(10):
        watched.add(f"Thing {number}", on(9, number), DAILY)
    watched.at(on(10, 0, days=30))
    assert len(watched.titles) >= 300
    assert watched.board.count <= 1
    assert "while you were away" in watched.card.title.text()
    watched.card.not_today_button.click()
    watched.after(minutes=1)
    assert not watched.titles and watched.desk.place.card is None


def test_a_clock_set_back_a_day_repeats_nothing_and_swallows_nothing(watched: Watched) -> None:
    watched.add("Early", on(10))
    watched.add("Late", on(15))
    watched.at(on(10))
    watched.desk.not_today(watched.desk.waiting)
    watched.at(on(11))
    watched.at(on(11) - timedelta(1))
    assert not watched.titles
    watched.at(on(10))
    assert not watched.titles, "it was put away"
    watched.at(on(15))
    assert watched.titles == ["Late"]


def test_what_was_not_answered_waits_after_a_new_start(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watched.at(on(9, 30))
    watched.again()
    assert watched.titles == ["Water the plants"]
    watched.desk.not_today(watched.desk.waiting)
    watched.again()
    assert not watched.titles


def test_what_came_due_while_it_was_closed_is_told_after_the_start(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watched.add("Feed the cat", on(10, 30))
    watched.clock.put(on(12))
    watched.again()
    assert watched.titles == ["Water the plants", "Feed the cat"]
    assert watched.card.title.text() == "2 things came up while you were away"


def test_undo_brings_it_back(qtbot: QtBot, watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watched.at(on(9, 30))
    watched.card.not_today_button.click()
    qtbot.waitUntil(lambda: not watched.titles)
    watched.stage.parts.actions.undo()
    qtbot.waitUntil(lambda: watched.titles == ["Water the plants"])


def test_later_a_second_time_brings_nothing_back_that_was_let_go(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 10))
    watched.add("Feed the cat", on(9, 12))
    watched.at(on(9, 12))
    watched.desk.not_today(watched.desk.waiting[1:])
    watched.after(seconds=30)
    watched.desk.later(watched.desk.waiting, Later.HOUR)
    watched.after(minutes=1)
    watched.at(on(10, 13))
    assert watched.titles == ["Water the plants"]
    watched.add("Typed late", on(9, 30))
    watched.desk.later(watched.desk.waiting, Later.HOUR)
    watched.after(minutes=1)
    assert not watched.titles


def test_what_is_typed_after_its_time_stays_quiet_whether_or_not_something_waits(watched: Watched) -> None:
    watched.add("Typed late", on(8, 30))
    watched.after(minutes=1)
    assert not watched.titles
    watched.add("Water the plants", on(9, 10))
    watched.at(on(12))
    watched.add("Typed late, too", on(11))
    watched.at(on(12, 30))
    assert watched.titles == ["Water the plants"]
    watched.again()
    assert watched.titles == ["Water the plants"]


def test_another_file_shows_nothing_of_the_one_before(watched: Watched, stage: Stage, tmp_path: Path) -> None:
    watched.add("Water the plants", on(9, 10))
    watched.at(on(9, 10))
    assert watched.card.isVisible()
    (tmp_path / "other").mkdir()
    other = Workspace(open_file(file_of("begun", tmp_path / "other")), watched.clock)
    stage.parts.actions.opened(other)
    assert watched.desk.place.card is None
    spin()
    stage.parts.actions.opened(stage.workspace)  # a closed one is asked no more
    spin()
    stage.parts.background.finish()
    other.close()


def test_a_copy_of_the_file_under_another_name_knows_what_was_shown(
    qtbot: QtBot, watched: Watched, stage: Stage, tmp_path: Path
) -> None:
    watched.add("Water the plants", on(10, days=1))
    watched.after(minutes=1)
    stage.workspace.copy_to(tmp_path / "renamed.care")
    watched.clock.put(on(9, days=42))
    copy = Workspace(open_file(tmp_path / "renamed.care"), watched.clock)
    stage.parts.actions.opened(copy)
    qtbot.waitUntil(lambda: watched.titles == ["Water the plants"])
    assert watched.card.title.text() == "Water the plants"
    spin()
    stage.parts.actions.opened(stage.workspace)  # a closed one is asked no more
    spin()
    stage.parts.background.finish()
    copy.close()


def test_after_later_and_open_undo_takes_back_one_after_the_other(qtbot: QtBot, watched: Watched) -> None:
    actions = watched.stage.parts.actions
    problems: list[object] = []
    actions.problem.connect(problems.append)
    watched.add("Water the plants", on(9, 30))
    watched.at(on(9, 30))
    watched.desk.later(watched.desk.waiting, Later.TEN_MINUTES)
    watched.after(minutes=10)
    watched.desk.open_due(watched.desk.waiting[0])
    form = QApplication.activeModalWidget()
    assert isinstance(form, OwnReminderEditor)
    form.reject()
    watched.after(seconds=1)
    assert not watched.titles
    for _ in range(2):
        actions.undo()
        watched.after(seconds=1)
        assert watched.titles == ["Water the plants"] and not problems
    assert not actions.undo_text()


def test_a_file_that_can_not_be_read_just_now_is_tried_again(watched: Watched) -> None:
    watched.add("Water the plants", on(9, 30))
    watcher = watched.desk.watcher
    assert watcher is not None and watched.stage.workspace.path is not None
    with closing(sqlite3.connect(watched.stage.workspace.path)) as stranger:
        stranger.execute("UPDATE own_reminders SET day = 'a shopping list'")
        stranger.commit()
        watched.at(on(12))
        assert not watched.titles and watcher.timer.isActive()
        stranger.execute("UPDATE own_reminders SET day = '2026-11-22'")
        stranger.commit()
    watcher.timer.timeout.emit()
    assert watched.titles == ["Water the plants"]


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """The computer's time zone can be changed here."""
    with monkeypatch.context() as patch:
        yield patch
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no time zone to change from inside")
def test_a_journey_to_another_zone_goes_by_the_clock_there(
    zone: pytest.MonkeyPatch, stage: Stage, qtbot: QtBot
) -> None:
    zone.setenv("TZ", "America/New_York")
    watched = Watched(stage, qtbot)
    watched.add("Once here", on(10))
    watched.add("Then there", on(12))
    watched.at(datetime(2026, 11, 22, 15, 5, tzinfo=UTC))  # 10:05 am in New York
    assert watched.titles == ["Once here"]
    watched.desk.not_today(watched.desk.waiting)
    zone.setenv("TZ", "America/Los_Angeles")
    watched.at(datetime(2026, 11, 22, 18, 5, tzinfo=UTC))  # 10:05 am again, three hours on
    assert not watched.titles
    watched.at(datetime(2026, 11, 22, 20, 0, tzinfo=UTC))
    assert watched.titles == ["Then there"]
    watched.desk.close()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no time zone to change from inside")
@pytest.mark.parametrize(
    ("local", "instants"),
    [
        (
            datetime.combine(date(2026, 11, 1), clock(1, 30)),
            ["05:29", "05:31", "06:29", "06:31", "07:30"],
        ),  # the hour comes twice
        (
            datetime.combine(date(2027, 3, 14), clock(2, 30)),
            ["06:59", "07:01", "07:31", "08:30"],
        ),  # the hour is left out
    ],
    ids=["november", "march"],
)
def test_the_hour_that_changes_tells_once(
    zone: pytest.MonkeyPatch, stage: Stage, qtbot: QtBot, local: datetime, instants: list[str]
) -> None:
    zone.setenv("TZ", "America/New_York")
    watched = Watched(stage, qtbot)
    watched.stage.workspace.write(lambda work: work.put(reminding.rules(work).__class__(always=True)))
    watched.at(local.replace(hour=0, minute=0))
    watched.add("Wake up", local)
    told = 0
    for instant in instants:
        hour, minute = map(int, instant.split(":"))
        watched.at(datetime(local.year, local.month, local.day, hour, minute, tzinfo=UTC))
        mine = [due for due in watched.desk.waiting if due.title == "Wake up"]
        told += len(mine)
        watched.desk.not_today(watched.desk.waiting)
        spin(1)
    assert told == 1
    watched.desk.close()
