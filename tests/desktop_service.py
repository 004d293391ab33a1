"""A real desktop for tests: a screen without a monitor, a message bus of its own, and dunst to show notifications."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "org.freedesktop.Notifications"
PROGRAMS = ("Xvfb", "dbus-run-session", "dunst", "dunstctl")
# The words of the buttons come on one line each; the one that holds the wanted word is pressed.
MENU = '#!/bin/sh\ngrep -F "$(cat "{wanted}")"\n'
SETTINGS = """[global]
    dmenu = {menu}
    mouse_left_click = do_action, close_current
    notification_limit = 20
    font = Sans 12
[urgency_normal]
    timeout = 0
"""


def missing() -> list[str]:
    """The programs that are not installed here."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


@dataclass(frozen=True)
class RealDesktop:
    """Where the bus is, the screen, and what a person sees and does."""

    environment: dict[str, str]
    folder: Path

    @property
    def told(self) -> str:
        """All that was shown so far, in the service’s own words."""
        return (self.folder / "told").read_text(encoding="utf-8")

    def count(self) -> int:
        """How many are on the screen."""
        return int(self._ask("count", "displayed") or 0)

    def press(self, words: str) -> None:
        """Press the button with these words, by dunst’s own menu."""
        (self.folder / "wanted").write_text(words, encoding="utf-8")
        self._ask("context")

    def click(self) -> None:
        """Press the notification itself."""
        self._ask("action", "0")

    def picture(self, path: Path) -> None:
        """What the screen shows."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)

    def _ask(self, *words: str) -> str:
        done = subprocess.run(
            ["dunstctl", *words], env=self.environment, capture_output=True, text=True, timeout=10, check=False
        )
        return done.stdout.strip()


@contextmanager
def real_desktop(folder: Path, *, service: bool = True) -> Iterator[RealDesktop]:
    """Starts it all; with `service` off, nobody shows notifications on the bus."""
    with ExitStack() as stack:
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        environment = {**os.environ, "DISPLAY": stack.enter_context(_screen()), "XDG_RUNTIME_DIR": str(runtime)}
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_bus(folder, environment))
        for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        if service:
            stack.enter_context(_dunst(folder, environment))
        yield RealDesktop(environment, folder)


@contextmanager
def _screen() -> Iterator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1000x700x24", "-nolisten", "tcp"]
    with _running(command, pass_fds=[write]):
        os.close(write)
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}"


@contextmanager
def _bus(folder: Path, environment: dict[str, str]) -> Iterator[str]:
    """A bus that starts no service by itself. It ends with the program that runs in its session."""
    config = folder / "bus.conf"
    config.write_text(
        "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>"
        '<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>'
        '<allow own="*"/></policy></busconfig>',
        encoding="utf-8",
    )
    tell = 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'
    command = ["dbus-run-session", f"--config-file={config}", "--", "sh", "-c", tell]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, text=True, **pipes) as session:  # type: ignore[call-overload]
        yield session.stdout.readline().strip()
        session.stdin.close()
        session.wait(timeout=10)


@contextmanager
def _dunst(folder: Path, environment: dict[str, str]) -> Iterator[None]:
    menu, wanted, settings = folder / "menu", folder / "wanted", folder / "dunstrc"
    menu.write_text(MENU.format(wanted=wanted), encoding="utf-8")
    menu.chmod(0o700)
    settings.write_text(SETTINGS.format(menu=menu), encoding="utf-8")
    command = ["dunst", "-print", "-config", str(settings)]
    with (folder / "told").open("w") as told, _running(command, env=environment, stdout=told):
        _wait_for_service(environment["DBUS_SESSION_BUS_ADDRESS"])
        yield


@contextmanager
def _running(command: list[str], **more: Any) -> Iterator[None]:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, **(quiet | more)) as program:
        try:
            yield
        finally:
            program.terminate()


def _wait_for_service(address: str) -> None:
    """Until somebody shows notifications on the bus at an address. Raises TimeoutError after ten seconds."""
    from jeepney import MatchRule, message_bus
    from jeepney.io.blocking import open_dbus_connection

    comes = MatchRule(type="signal", sender="org.freedesktop.DBus", member="NameOwnerChanged")
    comes.add_arg_condition(0, NAME)
    with open_dbus_connection(address) as bus, bus.filter(comes) as told:
        bus.send_and_get_reply(message_bus.AddMatch(comes))
        (is_there,) = bus.send_and_get_reply(message_bus.NameHasOwner(NAME)).body
        if not is_there:
            bus.recv_until_filtered(told, timeout=10)
