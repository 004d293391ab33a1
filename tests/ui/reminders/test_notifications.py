"""A notification that a real desktop shows and a person presses; and desktops where nobody shows any."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.reminders import About, Due
from caregiver_app.ui.reminders.bus_notifier import BusNotifier
from caregiver_app.ui.reminders.own import OwnReminderEditor
from caregiver_app.ui.reminders.words import IN_FULL, desktop_words
from tests.desktop_service import RealDesktop, missing, real_desktop
from tests.stage import Stage
from tests.ui.reminders.conftest import MORNING, Watched

ABSENT = missing()
PATIENCE = 10_000


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer without a message bus."""
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))


@contextmanager
def on_a_real_desktop(
    stage: Stage, qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch, *, service: bool = True
) -> Iterator[tuple[RealDesktop, Watched]]:
    """The reminders of the window, told to a real notification service."""
    if sys.platform != "linux" or (ABSENT and "CI" not in os.environ):
        pytest.skip(f"needs {', '.join(ABSENT) or 'Linux'}: no real notification was shown")
    assert not ABSENT, "in CI the notification service must be there"
    with real_desktop(folder, service=service) as desktop:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", desktop.environment["DBUS_SESSION_BUS_ADDRESS"])
        watched = Watched(stage, qtbot, BusNotifier())
        yield desktop, watched
        watched.desk.close()


@pytest.fixture
def real(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[RealDesktop, Watched]]:
    """The same, ready."""
    with on_a_real_desktop(stage, qtbot, tmp_path, monkeypatch) as both:
        yield both


def due_now(watched: Watched, text: str) -> None:
    watched.add(text, MORNING + timedelta(minutes=5))
    watched.after(minutes=5)


def shown(desktop: RealDesktop, count: int) -> Callable[[], bool]:
    return lambda: desktop.count() == count


def test_dunst_shows_it_and_its_not_today_button_is_an_answer(qtbot: QtBot, real: tuple[RealDesktop, Watched]) -> None:
    desktop, watched = real
    due_now(watched, "Water the <plants> & the lemon tree")
    qtbot.waitUntil(shown(desktop, 1), timeout=PATIENCE)
    assert "A reminder from Caregiver Organizer" in desktop.told
    assert "Water the &lt;plants&gt; &amp; the lemon tree" in desktop.told
    assert watched.card.isVisible(), "it stands in the window as well"
    desktop.press("Not today")
    qtbot.waitUntil(lambda: not watched.titles, timeout=PATIENCE)
    assert watched.desk.place.card is None
    watched.after(hours=2)
    assert not watched.titles


def test_dunst_shows_it_and_its_later_button_brings_it_again(qtbot: QtBot, real: tuple[RealDesktop, Watched]) -> None:
    desktop, watched = real
    due_now(watched, "Water the plants")
    qtbot.waitUntil(shown(desktop, 1), timeout=PATIENCE)
    desktop.press("In 10 minutes")
    qtbot.waitUntil(lambda: not watched.titles, timeout=PATIENCE)
    watched.after(minutes=10)
    assert watched.titles == ["Water the plants"]
    qtbot.waitUntil(lambda: desktop.told.count("body: 'Water the plants'") == 2, timeout=PATIENCE)


def test_a_press_on_it_opens_it(qtbot: QtBot, real: tuple[RealDesktop, Watched]) -> None:
    desktop, watched = real
    due_now(watched, "Water the plants")
    qtbot.waitUntil(shown(desktop, 1), timeout=PATIENCE)
    desktop.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), OwnReminderEditor), timeout=PATIENCE)
    QApplication.activeModalWidget().close()


def test_an_answer_in_the_window_takes_it_off_the_screen(qtbot: QtBot, real: tuple[RealDesktop, Watched]) -> None:
    desktop, watched = real
    due_now(watched, "Water the plants")
    qtbot.waitUntil(shown(desktop, 1), timeout=PATIENCE)
    watched.card.not_today_button.click()
    qtbot.waitUntil(shown(desktop, 0), timeout=PATIENCE)


def test_three_hundred_are_one_notification(qtbot: QtBot, real: tuple[RealDesktop, Watched]) -> None:
    desktop, watched = real
    for number in range(300):
        watched.add(f"Thing {number}", MORNING + timedelta(minutes=5))
    watched.after(minutes=5)
    qtbot.waitUntil(shown(desktop, 1), timeout=PATIENCE)
    assert "300 reminders from Caregiver Organizer" in desktop.told and "Thing" not in desktop.told


def test_where_nobody_shows_notifications_the_window_does(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with on_a_real_desktop(stage, qtbot, tmp_path, monkeypatch, service=False) as (_desktop, watched):
        stage.window.hide()
        with qtbot.waitSignal(watched.desk.notifier.failed, timeout=PATIENCE):
            due_now(watched, "Water the plants")
        assert stage.window.isVisible() and watched.card.isVisible()


def test_without_a_bus_the_window_does(stage: Stage, qtbot: QtBot, no_bus: None) -> None:
    watched = Watched(stage, qtbot, BusNotifier())
    stage.window.hide()
    due_now(watched, "Water the plants")
    assert stage.window.isVisible() and watched.card.isVisible()
    watched.desk.close()


@pytest.mark.parametrize(
    ("about", "title"),
    [
        (About.LEAVE, "FMLA form for work"),
        (About.CLAIM, "A claim: today"),
        (About.SELF_CARE, "A moment for you"),
        (About.OWN, "Chemo at 9"),
        (About.TASK, "Pick up the oxycodone prescription"),
    ],
)
def test_others_who_see_the_screen_read_nothing_private(about: About, title: str, stage: Stage) -> None:
    due = Due(about=about, source_id=stage.person("Ana").id, at=MORNING, title=title, detail="Blue Shield, $200")
    assert desktop_words([due], in_full=False) == "It waits in the window."
    assert title in desktop_words([due], in_full=True)


def test_the_words_are_in_full_once_that_was_chosen(watched: Watched) -> None:
    watched.stage.parts.settings.keep(IN_FULL, True)
    due_now(watched, "Chemo bag")
    assert [words for _, words, _ in watched.board.shown.values()] == ["Chemo bag"]
