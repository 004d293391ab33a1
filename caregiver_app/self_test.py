"""main.py --self-test: opens every tab and makes every sheet on a throw-away family, and says what broke."""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.places import Source
from caregiver_app.words import tr

if TYPE_CHECKING:
    from types import TracebackType

    from caregiver_app.services.workspace import Workspace
    from caregiver_app.ui.desktop import Desktop

DONE, WORLD = 0, 1
PATIENCE_MS = 30_000


def run() -> int:
    """Exit code 0 when everything worked; else 1, with a line for each thing that broke."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")):
        os.environ["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM") or "offscreen"
    broken: list[str] = []
    sys.excepthook = partial(_note, broken)
    from caregiver_app.ui import desktop

    ready = desktop.prepare(Source(demo=True))
    if isinstance(ready, int):
        return ready
    ready.show()
    try:
        _try_everything(ready, broken)
    except Exception as bug:  # noqa: BLE001 - whatever broke is what this is here to say
        _note(broken, type(bug), bug, bug.__traceback__)
    ready.window.close()
    ready.close()
    for line in broken:
        print(line, file=sys.stderr)
    print(tr("Self-test: something broke.") if broken else tr("Self-test: all is well."), flush=True)
    return WORLD if broken else DONE


def _try_everything(ready: Desktop, broken: list[str]) -> None:
    if _wait_for_file(ready):
        _open_tabs(ready)
        _make_sheets(ready.actions.workspace, broken)
    else:
        broken.append(tr("The made-up family did not open."))


def _note(broken: list[str], kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    from caregiver_app.bug_log import describe

    broken.append(describe(kind, trace))


def _wait_for_file(ready: Desktop) -> bool:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    ready.actions.when_open(loop.quit)
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    if not ready.actions.is_open:
        loop.exec()
    return ready.actions.is_open


def _open_tabs(ready: Desktop) -> None:
    from PySide6.QtWidgets import QApplication

    from caregiver_app.ui.tabs import TABS

    for tab in TABS:
        ready.window.show_tab(tab.name)
        for _ in range(20):
            QApplication.processEvents()
        print(tr("Tab {name}: opened.").format(name=tab.name), flush=True)


def _make_sheets(workspace: Workspace, broken: list[str]) -> None:
    from caregiver_app.services import printing

    for name in printing.SHEETS:
        if _sheet(workspace, name, workspace.clock.today()).startswith(b"%PDF"):
            print(tr("Sheet {name}: made.").format(name=name), flush=True)
        else:
            broken.append(tr("Sheet {name}: no PDF came out.").format(name=name))


def _sheet(workspace: Workspace, name: str, day: date) -> bytes:
    from caregiver_app.services import printing

    request = workspace.read(partial(printing.request_for, sheet=name, day=day))
    prepared = workspace.read(partial(printing.prepare, request=request, at=workspace.clock.local()))
    return printing.make(prepared)
