"""The real program, left alone: its time and memory at minute 1 and at minute 11."""

from __future__ import annotations

import sys
from time import process_time
from typing import TYPE_CHECKING

from caregiver_app.app import read_source
from tests.benchmarks.idle import FIRST, LAST
from tests.benchmarks.marks import Marks

if TYPE_CHECKING:
    from caregiver_app.ui.desktop import Desktop


def main() -> None:
    """Open the file named on the command line and leave it alone."""
    from caregiver_app.ui import desktop

    ready = desktop.prepare(read_source(["--file", sys.argv[1]]))
    if isinstance(ready, int):
        raise SystemExit("another window has the file, or there is no screen")
    ready.show()
    watch(ready)
    from PySide6.QtWidgets import QApplication

    QApplication.exec()
    ready.close()


def watch(ready: Desktop) -> None:
    """Two timers, and nothing in between."""
    from PySide6.QtCore import QCoreApplication, QTimer

    from caregiver_app.ui.reminders.desk import Reminders

    marks, begun = Marks(), [0.0, 0.0]

    def first() -> None:
        desk = ready.window.findChild(Reminders)
        assert desk is not None and desk.watcher is not None, "the watch is on"
        begun[:] = [process_time(), resident()]

    def last() -> None:
        marks.mark("cpu", process_time() - begun[0])
        marks.mark("growth", resident() - begun[1])
        marks.report()
        QCoreApplication.exit()

    QTimer.singleShot(FIRST * 1000, ready.window, first)
    QTimer.singleShot(LAST * 1000, ready.window, last)


def resident() -> float:
    """Bytes of memory that the process holds now; on other systems than Linux the most that it ever held."""
    if sys.platform == "linux":
        from pathlib import Path

        return int(Path("/proc/self/statm").read_text().split()[1]) * 4096
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()
