"""Our side: the real program on a file, with its first paint, its first page and its longest stall marked."""

from __future__ import annotations

import sys

from caregiver_app.places import Source
from tests.benchmarks.marks import Marks

ONLY_WINDOW = "--only-window"


def main() -> None:
    """Start as main.py does; stop once Today is painted, or right after the first paint."""
    only_window = ONLY_WINDOW in sys.argv
    from caregiver_app.ui import desktop

    ready = desktop.prepare(_source([word for word in sys.argv[1:] if word != ONLY_WINDOW]))
    if isinstance(ready, int):
        raise SystemExit("another window has the file, or there is no screen")
    from tests.benchmarks.paint_watcher import PaintWatcher  # Qt comes as late as the program itself brings it

    marks = Marks()
    watcher = PaintWatcher(ready, marks, only_window=only_window)
    ready.window.installEventFilter(watcher)
    ready.show()
    from PySide6.QtWidgets import QApplication

    QApplication.exec()
    marks.report()
    ready.close()


def _source(words: list[str]) -> Source:
    """A file and a day, or the made-up family. A family's own start has no options to read, so none are read here."""
    if not words:
        return Source(demo=True)
    from datetime import date
    from pathlib import Path

    return Source(file=Path(words[0]), today=date.fromisoformat(words[1]))


if __name__ == "__main__":
    main()
