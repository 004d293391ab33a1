"""Where reminders come together: the watch, the card in the window, the desktop’s notifications and the tray."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from caregiver_app.domain.reminder_words import later_words
from caregiver_app.domain.reminders import Due, Later, said_once
from caregiver_app.ui.reminders.card_place import CardPlace
from caregiver_app.ui.reminders.closing import Closing
from caregiver_app.ui.reminders.deeds import ReminderDeeds
from caregiver_app.ui.reminders.notifier import OPEN, Notifier, make_notifier
from caregiver_app.ui.reminders.opening import open_due
from caregiver_app.ui.reminders.tray import Tray
from caregiver_app.ui.reminders.watcher import Watcher
from caregiver_app.ui.reminders.words import IN_FULL, desktop_title, desktop_words
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow

NOT_TODAY, ALL = "not today", "all"


class Reminders(QObject):
    """One for a window, from the first screen on. `notifier` shows what comes on the desktop.

    With `may_rest` closing the window may mean rest in the tray.
    """

    def __init__(self, window: MainWindow, notifier: Notifier | None = None, *, may_rest: bool = True) -> None:
        super().__init__(window)
        self._window = window
        self.deeds = ReminderDeeds(window.parts.actions)
        self.tray = Tray(window.parts.theme, self)
        self.closing = Closing(window, self.tray, may_rest=may_rest, parent=self)
        self.notifier = notifier or make_notifier(self.tray.icon, self)
        self.place = CardPlace(window, self)
        self.watcher: Watcher | None = None
        self._on_desktop: dict[str, tuple[Due, ...]] = {}
        self._connect()
        if window.parts.actions.is_open:
            self._begin()

    @property
    def waiting(self) -> tuple[Due, ...]:
        """What waits for an answer."""
        return self.watcher.waiting if self.watcher is not None else ()

    def close(self) -> None:
        """Let go of the tray, the desktop and the clock."""
        if self.watcher is not None:
            self.watcher.stop()
            self.watcher = None
        for key in tuple(self._on_desktop):
            self.notifier.take_back(key)
        self.notifier.close()
        self.tray.close()

    def open_list(self) -> None:
        """All reminders, over the window."""
        if not self._window.isVisible():
            self.closing.come_back()
        self._window.parts.actions.when_open(self._open_list)

    def later(self, dues: Sequence[Due], later: Later) -> None:
        """Let these come again."""
        self._forget(dues)
        self.deeds.later(dues, later)

    def not_today(self, dues: Sequence[Due]) -> None:
        """Put these away."""
        self._forget(dues)
        self.deeds.not_today(dues)

    def done(self, dues: Sequence[Due]) -> None:
        """What somebody typed is done."""
        self._forget(dues)
        self.deeds.done(dues)

    def open_due(self, due: Due) -> None:
        """Go to where it lives; then it waits no more."""
        if not self._window.isVisible():
            self.closing.come_back()
        self._window.come_forward()
        alike = [each for each in self.waiting if each.says_the_same(due)]
        self._forget([due, *alike])
        if alike:
            self.deeds.read(alike)
        open_due(self._window, due)

    # What comes

    def _connect(self) -> None:
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication), "there is a window"
        app.applicationStateChanged.connect(self._state_changed)
        self._window.parts.actions.ready.connect(self._begin)
        self.place.opened.connect(self._open_waiting)
        self.place.done.connect(self._done_waiting)
        self.place.later_asked.connect(self._offer_laters)
        self.place.later.connect(self._later_waiting)
        self.place.not_today.connect(self._not_today_waiting)
        self.tray.list_wanted.connect(self.open_list)
        self.notifier.chosen.connect(self._chosen)
        self.notifier.failed.connect(self._not_shown)

    def _begin(self) -> None:
        if self.watcher is not None:
            self.watcher.deleteLater()
        self.watcher = Watcher(self._window.parts, self)
        self.watcher.changed.connect(self._show)
        self.watcher.came.connect(self._came)
        self.watcher.begin()
        self.closing.follow_choice()
        self._show()  # what waited in another file is none of this one’s

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        """The window comes forward: one look."""
        if state is Qt.ApplicationState.ApplicationActive and self.watcher is not None and self.watcher.has_begun:
            self.watcher.look()

    def _show(self) -> None:
        self.place.show_dues(self.waiting)
        here = {due.id for due in self.waiting}
        for key, dues in tuple(self._on_desktop.items()):
            if not any(due.id in here for due in dues):
                self._take_back(key)

    def _came(self, now: tuple[Due, ...], gathered: tuple[Due, ...]) -> None:
        """One by itself gets a notification of its own; what came meanwhile is told in the window that is in front."""
        if self.place.card is not None:
            self.place.card.say()
        if len(said_once(now)) == 1 and not gathered:
            self._tell(str(now[0].id), now)
        elif now or not self._window.isActiveWindow():
            self._tell(ALL, (*gathered, *now))

    def _tell(self, key: str, dues: tuple[Due, ...]) -> None:
        self._on_desktop[key] = dues
        in_full = self._window.parts.settings.flag(IN_FULL)
        choices = {OPEN: tr("Open")}
        told = said_once(dues)
        if len(told) == 1:
            soon = [each for each in self.deeds.laters(dues) if each in (Later.TEN_MINUTES, Later.HOUR)]
            choices |= {later.value: later_words(later) for later in soon}
            choices[NOT_TODAY] = tr("Not today")
        self.notifier.tell(key, desktop_title(len(told)), desktop_words(told, in_full=in_full), choices)

    def _chosen(self, key: str, choice: str) -> None:
        dues = self._on_desktop.pop(key, ())
        self.notifier.take_back(key)  # some desktops leave it where it was
        if not dues:
            return
        if choice == NOT_TODAY:
            self.not_today(dues)
        elif choice in set(Later):
            self.later(dues, Later(choice))
        elif len(told := said_once(dues)) == 1:
            self.open_due(told[0])
        else:
            self.open_list()

    def _not_shown(self, key: str) -> None:
        """Nobody shows notifications here: the window tells it, without taking the keyboard from anybody."""
        self._on_desktop.pop(key, None)
        window = self._window
        if not window.isVisible():
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, True)
            window.show()
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)

    # What is pressed in the card

    def _open_waiting(self) -> None:
        if len(told := said_once(self.waiting)) == 1:
            self.open_due(told[0])
        else:
            self.open_list()

    def _done_waiting(self) -> None:
        self.done(self.waiting)

    def _offer_laters(self) -> None:
        if self.place.card is not None:
            self.place.card.later_button.offer(self.deeds.laters(self.waiting))

    def _later_waiting(self, later: Later) -> None:
        self.later(self.waiting, later)

    def _not_today_waiting(self) -> None:
        self.not_today(self.waiting)

    # Windows

    def _open_list(self) -> None:
        from caregiver_app.ui.reminders.coming import RemindersDialog

        dialog = RemindersDialog(self._window.parts, self.waiting, self._window)
        dialog.opened.connect(self.open_due)
        dialog.done_wanted.connect(self.done)
        dialog.later_wanted.connect(self.later)
        dialog.not_today_wanted.connect(self.not_today)
        dialog.finished.connect(self.closing.follow_choice)
        dialog.open()

    def _take_back(self, key: str) -> None:
        self._on_desktop.pop(key, None)
        self.notifier.take_back(key)

    def _forget(self, dues: Sequence[Due]) -> None:
        if self.watcher is not None:
            self.watcher.forget(dues)
