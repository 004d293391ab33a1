"""The Leave tab: from the click on it until its numbers and its log stand painted."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from caregiver_app.app import read_source
from tests.benchmarks.board_side import drain, settle, wait_until
from tests.benchmarks.family import TODAY
from tests.benchmarks.marks import Marks


def main() -> None:
    """Open the file named on the command line, on a copy, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "family.care"
        shutil.copy(sys.argv[1], file)
        from caregiver_app.ui import desktop

        ready = desktop.prepare(read_source(["--file", str(file), "--today", TODAY.isoformat()]))
        if isinstance(ready, int):
            raise SystemExit("another window has the file, or there is no screen")
        ready.window.resize(1280, 800)
        ready.show()
        wait_until(lambda: ready.actions.is_open)
        settle()
        marks = Marks()
        started = perf_counter()
        ready.window.show_tab("leave")
        drain()
        from caregiver_app.ui.leave.panel import LeavePanel

        wait_until(lambda: any(panel.view is not None for panel in ready.window.findChildren(LeavePanel)))
        drain()
        marks.mark("leave", perf_counter() - started)
        marks.report()
        ready.window.close()
        ready.close()


if __name__ == "__main__":
    main()
