"""The program with a copy of a file open, its first page painted: where the benchmarks of a tab begin."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_app.app import read_source
from tests.benchmarks.board_side import settle, wait_until
from tests.benchmarks.family import TODAY

if TYPE_CHECKING:
    from caregiver_app.ui.desktop import Desktop


@contextmanager
def opened_copy() -> Iterator[tuple[Desktop, Path]]:
    """Open a copy of the file that the command line names; what is open, and where the copy is."""
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
        yield ready, file
        ready.window.close()
        ready.close()
