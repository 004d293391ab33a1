"""The open board: turning to the next week, and one saved change, each with a count of what it cost."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from caregiver_app.app import read_source
from tests.benchmarks.marks import Marks

if TYPE_CHECKING:
    from caregiver_app.ui.desktop import Desktop

TURNS_OF_PAGE = 60
CHANGES = 31


class Counted:
    """Statements that the database was asked, since the last look."""

    def __init__(self) -> None:
        from sqlalchemy import Engine, event

        self.selects = self.commits = 0
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "commit", self._commit)

    def reset(self) -> None:
        """Count from nothing."""
        self.selects = self.commits = 0

    def _statement(self, _connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        self.selects += statement.startswith("SELECT")

    def _commit(self, _connection: Any) -> None:
        self.commits += 1


def main() -> None:
    """Open the file named on the command line, on a copy, and measure."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "family.care"
        shutil.copy(sys.argv[1], file)
        from caregiver_app.ui import desktop

        ready = desktop.prepare(read_source(["--file", str(file), "--today", "2026-11-22"]))
        if isinstance(ready, int):
            raise SystemExit("another window has the file, or there is no screen")
        ready.window.resize(1280, 800)
        ready.show()
        wait_until(lambda: ready.actions.is_open)
        ready.window.show_tab("tasks")
        settle()
        marks = Marks()
        counted = Counted()
        page_turns(ready, marks, counted)
        changes(ready, marks, counted)
        marks.report()
        ready.window.close()
        ready.close()


def wait_until(met: Callable[[], bool]) -> None:
    """Let the program run until something is so."""
    from PySide6.QtCore import QDeadlineTimer, QEventLoop
    from PySide6.QtWidgets import QApplication

    deadline = QDeadlineTimer(20_000)
    while not met():
        if deadline.hasExpired():
            raise SystemExit("the program did not get there")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)


def settle() -> None:
    """Let everything that was begun come to its end, such as the names of holidays."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(1500, loop.quit)
    loop.exec()


def drain() -> None:
    """Do what waits, paints among it."""
    from PySide6.QtWidgets import QApplication

    for _ in range(4):
        QApplication.processEvents()


def page_turns(ready: Desktop, marks: Marks, counted: Counted) -> None:
    """From this week to the next and back, until each stands painted."""
    board = the_board(ready)
    built: list[bool] = []
    board.built.connect(lambda: built.append(True))
    times, selects = [], []
    for turn in range(TURNS_OF_PAGE):
        counted.reset()
        started = perf_counter()
        built.clear()
        (ready.window.go_back if turn % 2 else ready.window.go_on)()
        wait_until(lambda: bool(built))
        drain()
        times.append(perf_counter() - started)
        selects.append(counted.selects)
    marks.mark("turn", median(times))
    marks.mark("turn selects", max(selects))


def changes(ready: Desktop, marks: Marks, counted: Counted) -> None:
    """A click on the box of a card until the board shows it; and a bare commit with a bare repaint."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    board = the_board(ready)
    ours, floor, counts = [], [], []
    for turn in range(CHANGES):
        cards = open_cards(board)
        card = cards[turn % len(cards)]
        counted.reset()
        touched = board.touched
        started = perf_counter()
        QTest.mouseClick(card.box, Qt.MouseButton.LeftButton)
        drain()
        ours.append(perf_counter() - started)
        counts.append((counted.selects, counted.commits, board.touched - touched))
        started = perf_counter()
        bare_commit(ready, turn)
        board.repaint()
        floor.append(perf_counter() - started)
    marks.mark("change", median(ours))
    marks.mark("bare change", median(floor))
    for place, name in enumerate(("selects", "commits", "cards rebuilt")):
        marks.mark(f"change {name}", max(count[place] for count in counts))


def the_board(ready: Desktop) -> Any:
    """The board on the screen."""
    from caregiver_app.ui.tasks.board import Board

    board = ready.window.findChild(Board)
    if board is None:
        raise SystemExit("there is no board")
    return board


def open_cards(board: Any) -> list[Any]:
    """Cards that can be seen, in a fixed order."""
    from caregiver_app.ui.tasks.card import TaskCard

    seen = [card for card in board.findChildren(TaskCard) if not card.visibleRegion().isEmpty()]
    return sorted(seen, key=lambda card: card.mapTo(board, card.rect().topLeft()).toTuple())


_engine: list[Any] = []


def bare_commit(ready: Desktop, turn: int) -> None:
    """One row changed by bare SQLAlchemy Core, as safe on the disk as ours."""
    from sqlalchemy import URL, column, create_engine, event, table, update

    if not _engine:
        path = ready.actions.workspace.path
        engine = create_engine(URL.create("sqlite", database=str(path)))
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=FULL"))
        _engine.append(engine)
    times = table("occurrences", column("id"), column("status"))
    with _engine[0].begin() as connection:
        connection.execute(update(times).where(times.c.id == "0" * 32).values(status="open" if turn % 2 else "done"))


if __name__ == "__main__":
    main()
