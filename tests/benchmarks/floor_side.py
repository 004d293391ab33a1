"""The floor: a bare PySide6 window with one label, and with a file the board's week by bare SQLAlchemy Core."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.benchmarks.marks import Marks


class Floor(QObject):
    """Marks the first paint of a window, then runs what follows it."""

    def __init__(self, marks: Marks, file: str) -> None:
        super().__init__()
        self.marks, self.file, self.painted = marks, file, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.after_paint)
        return super().eventFilter(watched, event)

    def after_paint(self) -> None:
        self.marks.mark("painted")
        if self.file:
            read_week(self.file)
            self.marks.mark("cards")
        self.marks.report()
        QApplication.quit()


def read_week(file: str) -> None:
    """What the board asks for this week, with no record and no page made of it."""
    from sqlalchemy import URL, create_engine, or_, select, text
    from sqlalchemy.sql import column, table

    first, last = "2026-11-22", "2026-11-28"
    names = ("id", "day", "original", "last_day", "occurrence_id")
    tasks, times, asks, people = (
        table(name, *(column(each) for each in names)) for name in ("tasks", "occurrences", "asks", "people")
    )
    everything = text("*")
    engine = create_engine(URL.create("sqlite", database=file))
    with engine.connect() as connection:
        in_week = or_(times.c.day.between(first, last), times.c.original.between(first, last))
        touched = connection.execute(select(everything).select_from(times).where(in_week)).all()
        running = (tasks.c.last_day >= first, tasks.c.day <= last)
        connection.execute(select(everything).select_from(tasks).where(*running)).all()
        mine = asks.c.occurrence_id.in_([row.id for row in touched])
        connection.execute(select(everything).select_from(asks).where(mine)).all()
        connection.execute(select(everything).select_from(people)).all()


def main() -> None:
    """Show the window; the file, when one is named, follows."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Hello"))
    window.resize(1280, 800)
    floor = Floor(Marks(), sys.argv[1] if len(sys.argv) > 1 else "")
    window.installEventFilter(floor)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
