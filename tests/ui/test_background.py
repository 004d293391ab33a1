"""Slow work off the screen's thread: its answers come back on it, in order, or not at all once nobody waits."""

from __future__ import annotations

from functools import partial
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from caregiver_app.domain.problems import FileProblem
from caregiver_app.ui.background import Background


class Listener(QObject):
    """Keeps what it is told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.on_screen: list[bool] = []

    def hear(self, value: object) -> None:
        self.heard.append(value)
        self.on_screen.append(current_thread() is main_thread())


@pytest.fixture
def background(qapp: object) -> Background:
    return Background()


@pytest.fixture
def listener(qapp: object) -> Listener:
    return Listener()


def give(value: object) -> object:
    return value


def fail(error: Exception) -> object:
    raise error


def thread_name() -> bool:
    return current_thread() is main_thread()


def test_the_work_is_off_the_screens_thread_and_its_result_on_it(
    qtbot: QtBot, background: Background, listener: Listener
) -> None:
    job = background.run(thread_name, done=listener.hear)
    with qtbot.waitSignal(job.finished):
        pass
    assert (listener.heard, listener.on_screen) == ([False], [True])


def test_jobs_end_in_the_order_they_began(qtbot: QtBot, background: Background, listener: Listener) -> None:
    for number in range(20):
        background.run(partial(give, number), done=listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 20)
    assert listener.heard == list(range(20))


def test_trouble_from_the_world_is_told_in_words(qtbot: QtBot, background: Background, listener: Listener) -> None:
    problem = FileProblem("The disk is full.", "Free some space.")
    job = background.run(partial(fail, problem), done=listener.hear, failed=listener.hear)
    with qtbot.waitSignal(job.finished):
        pass
    assert listener.heard == [problem]


def test_our_own_bug_reaches_the_screens_excepthook(qtbot: QtBot, background: Background) -> None:
    with capture_exceptions() as caught:
        job = background.run(partial(fail, ZeroDivisionError()))
        with qtbot.waitSignal(job.finished):
            pass
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_nobody_hears_of_a_job_that_was_cancelled(qtbot: QtBot, background: Background, listener: Listener) -> None:
    gate = Event()
    running = background.run(gate.wait, done=listener.hear)
    waiting = background.run(partial(listener.hear, "it ran"), done=listener.hear)
    for job in (running, waiting):
        job.cancel()
        assert job.is_cancelled
    with qtbot.waitSignals([running.finished, waiting.finished]):
        gate.set()
    assert listener.heard == []


def test_finish_waits_for_what_was_begun(background: Background, listener: Listener) -> None:
    background.run(partial(listener.hear, "done"))
    background.finish()
    assert listener.heard == ["done"]
