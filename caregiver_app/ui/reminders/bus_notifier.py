"""Notifications on Linux: asks the desktop’s own notification service over its message bus, and never waits for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from caregiver_app.ui.reminders.notifier import Notifier

if TYPE_CHECKING:
    from jeepney import DBusAddress, Message
    from jeepney.io.blocking import DBusConnection

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
NORMAL = 1
BY_THE_DESKTOP = -1  # how long it stays
PATIENCE_MS = 5_000
Reply = Callable[["Message"], None]


class BusNotifier(Notifier):
    """Connects with the first notification. Without a bus or a service each is `failed`; the next tries anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus: DBusConnection | None = None
        self._readable: QSocketNotifier | None = None
        self._replies: dict[int, Reply] = {}
        self._shown: dict[int, str] = {}  # the number that the service gave, and our key
        self._sent: set[str] = set()
        self._has_buttons: bool | None = None  # None until the service told what it can do
        self._waiting: list[tuple[str, str, str, Mapping[str, str]]] = []

    def tell(self, key: str, title: str, words: str, choices: Mapping[str, str]) -> None:
        if self._bus is None and not self._connect():
            self.failed.emit(key)
            return
        self._sent.add(key)
        QTimer.singleShot(PATIENCE_MS, self, partial(self._give_up, key))
        if self._has_buttons is None:
            self._waiting.append((key, title, words, choices))
        else:
            self._notify(key, title, words, choices)

    def take_back(self, key: str) -> None:
        self._sent.discard(key)
        for number in [number for number, each in self._shown.items() if each == key]:
            del self._shown[number]
            if self._bus is not None:
                self._call("CloseNotification", "u", (number,))

    def close(self) -> None:
        if self._readable is not None:
            self._readable.setEnabled(False)
            self._readable.deleteLater()
            self._readable = None
        if self._bus is not None:
            self._bus.close()
            self._bus = None
        self._replies.clear()
        self._shown.clear()
        self._has_buttons = None

    # The bus

    def _connect(self) -> bool:
        """Reach the bus and listen; whether there is one."""
        from jeepney import AuthenticationError, MatchRule, message_bus
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._bus = open_dbus_connection(_address())
        except (OSError, LookupError, ValueError, RuntimeError, StopIteration, AuthenticationError):
            return False
        self._readable = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._readable.activated.connect(self._read)
        for signal in ("ActionInvoked", "NotificationClosed"):
            rule = MatchRule(type="signal", sender=NAME, interface=NAME, path=PATH, member=signal)
            self._send(message_bus.AddMatch(rule))
        self._call("GetCapabilities", "", (), self._told_what_it_can)
        return self._bus is not None

    def _call(self, method: str, signature: str, values: tuple[Any, ...], reply: Reply | None = None) -> None:
        from jeepney import new_method_call

        self._send(new_method_call(_service(), method, signature, values), reply)

    def _send(self, message: Message, reply: Reply | None = None) -> None:
        if self._bus is None:
            return
        serial = next(self._bus.outgoing_serial)
        if reply is not None:
            self._replies[serial] = reply
        try:
            self._bus.send(message, serial=serial)
        except OSError:
            self._lost()

    def _read(self) -> None:
        """Take what has come; a bus that went away is tried anew with the next notification."""
        while self._bus is not None:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            except (OSError, EOFError):
                self._lost()
                return
            self._take(message)

    def _lost(self) -> None:
        open_ones, self._sent = self._sent, set()
        self._waiting.clear()
        self.close()
        for key in sorted(open_ones):
            self.failed.emit(key)

    def _take(self, message: Message) -> None:
        from jeepney import HeaderFields, MessageType

        fields = message.header.fields
        if message.header.message_type is MessageType.signal:
            self._heard(fields.get(HeaderFields.member, ""), message.body)
            return
        reply = self._replies.pop(fields.get(HeaderFields.reply_serial, 0), None)
        if reply is not None:
            reply(message)

    # The service

    def _give_up(self, key: str) -> None:
        """A service that does not answer shows nothing."""
        if key in self._sent and key not in self._shown.values():
            self._sent.discard(key)
            self.failed.emit(key)

    def _told_what_it_can(self, message: Message) -> None:
        waiting, self._waiting = self._waiting, []
        if _is_error(message):  # nobody shows notifications here
            for key, *_ in waiting:
                self._sent.discard(key)
                self.failed.emit(key)
            self.close()
            return
        self._has_buttons = "actions" in message.body[0]
        for each in waiting:
            if each[0] in self._sent:
                self._notify(*each)

    def _notify(self, key: str, title: str, words: str, choices: Mapping[str, str]) -> None:
        before = next((number for number, each in self._shown.items() if each == key), 0)
        buttons = [word for choice in choices.items() for word in choice] if self._has_buttons else []
        hints = {
            "urgency": ("y", NORMAL),
            "suppress-sound": ("b", True),
            "desktop-entry": ("s", "caregiver-organizer"),
        }
        body = escape(words, quote=False)  # services read marks in it, also some that do not say so
        values = ("Caregiver Organizer", before, "", title, body, buttons, hints, BY_THE_DESKTOP)

        def replied(message: Message) -> None:
            self._was_shown(key, message)

        self._call("Notify", "susssasa{sv}i", values, replied)

    def _was_shown(self, key: str, message: Message) -> None:
        if _is_error(message):
            self._sent.discard(key)
            self.failed.emit(key)
            return
        self._shown[message.body[0]] = key
        if key not in self._sent:  # taken back meanwhile
            self.take_back(key)

    def _heard(self, signal: str, values: tuple[Any, ...]) -> None:
        number = values[0] if values else 0
        if signal == "ActionInvoked" and number in self._shown:
            self.chosen.emit(self._shown[number], values[1])
        elif signal == "NotificationClosed":
            with suppress(KeyError):
                self._sent.discard(self._shown.pop(number))


def _service() -> DBusAddress:
    from jeepney import DBusAddress

    return DBusAddress(PATH, bus_name=NAME, interface=NAME)


def _is_error(message: Message) -> bool:
    from jeepney import MessageType

    return message.header.message_type is MessageType.error


def _address() -> str:
    """Where the bus is: as the desktop says, else at its usual place."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return "SESSION"
    return f"unix:path={os.environ.get('XDG_RUNTIME_DIR', '')}/bus"
