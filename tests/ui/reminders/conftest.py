"""The window with its reminders, on a clock that the tests drive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.calendar import Repeat
from caregiver_app.domain.reminders import About, OwnReminder, ReminderRules
from caregiver_app.services import reminding
from caregiver_app.services.workspace import Clock
from caregiver_app.ui.reminders.card import ReminderCard
from caregiver_app.ui.reminders.desk import Reminders
from caregiver_app.ui.reminders.notifier import Notifier
from tests.stage import Stage, spin

MORNING = datetime.combine(date(2026, 11, 22), time(9))


class DrivenClock(Clock):
    """A clock that stands where a test puts it: a local time, or an instant with a zone."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.put(moment)

    def put(self, moment: datetime) -> None:
        object.__setattr__(self, "moment", moment)

    def local(self) -> datetime:
        moment: datetime = self.moment  # type: ignore[attr-defined]
        return moment.astimezone()


class Board(Notifier):
    """A desktop whose notifications the tests can read and press."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, tuple[str, str, dict[str, str]]] = {}
        self.count = 0

    def tell(self, key: str, title: str, words: str, choices: Mapping[str, str]) -> None:
        self.shown[key] = (title, words, dict(choices))
        self.count += 1

    def take_back(self, key: str) -> None:
        self.shown.pop(key, None)


class Watched:
    """The reminders of a stage, and what a test does with them."""

    def __init__(self, stage: Stage, qtbot: QtBot, notifier: Notifier | None = None) -> None:
        self.stage = stage
        self.clock = DrivenClock(MORNING)
        stage.workspace.clock = self.clock
        only_own = ReminderRules(on=frozenset({About.OWN}))
        stage.workspace.write(partial(reminding.save_rules, before=ReminderRules(), after=only_own))
        self.board = Board()
        self._notifier = notifier or self.board
        self._qtbot = qtbot
        self.begin()

    def begin(self) -> None:
        self.desk = Reminders(self.stage.window, self._notifier)
        assert self.desk.watcher is not None
        self._qtbot.waitUntil(lambda: self.desk.watcher is not None and self.desk.watcher.has_begun)

    def again(self) -> None:
        """The program is closed and started once more."""
        self.desk.close()
        self.desk.deleteLater()
        spin(1)
        self.begin()

    def add(self, text: str, at: datetime, repeat: Repeat | None = None) -> OwnReminder:
        """A typed reminder."""
        own = OwnReminder(text=text, day=at.date(), clock=at.time(), repeat=repeat)
        self.stage.workspace.write(lambda work: work.put(own))
        return own

    def at(self, moment: datetime) -> None:
        """It is another time now, and the program takes note."""
        self.clock.put(moment)
        assert self.desk.watcher is not None
        self.desk.watcher.beat()
        spin(1)

    def after(self, **step: float) -> None:
        """So much later."""
        self.at(self.clock.local().replace(tzinfo=None) + timedelta(**step))

    @property
    def titles(self) -> list[str]:
        """What waits."""
        return [due.title for due in self.desk.waiting]

    @property
    def card(self) -> ReminderCard:
        card = self.desk.place.card
        assert card is not None and card.isVisible()
        return card


@pytest.fixture
def watched(stage: Stage, qtbot: QtBot) -> Iterator[Watched]:
    """On Sunday at 9:00 am; only typed reminders are told."""
    made = Watched(stage, qtbot)
    yield made
    made.desk.close()
    made.desk.deleteLater()
