"""A clinic's calendar file: what it would bring, with ticks; Enter brings it in, one Undo takes it back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar_events import Incoming
from caregiver_app.domain.problems import FileProblem
from caregiver_app.services import calendar_files, calendar_incoming
from caregiver_app.services.calendar_incoming import Arrival, News
from caregiver_app.services.household import household
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.background import Job
from caregiver_app.ui.calendars.zone import computer_zone
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.incoming_rows import ArrivalRow, rows_of
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

MOST_ROWS = 200


class IncomingDialog(Dialog):
    """Reads the file away from the screen's thread; `was_read` comes when the list or the reason stands there."""

    WIDTH = 640
    was_read = Signal()

    def __init__(self, parts: Parts, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Bring in a calendar file"), parent)
        self._path = path
        self._job: Job | None = None
        self._is_told = False
        self._is_closed = False
        self.boxes: list[tuple[CheckBox, ArrivalRow]] = []
        self.rides_box: CheckBox | None = None
        self.told = Text(self.theme, tr("Reading “{name}”…").format(name=path.name), ink="text2")
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self._build_foot()
        self._read()

    def _build_foot(self) -> None:
        self.cancel_button = Button(self.theme, tr("Cancel"), kind=PLAIN)
        self.bring_button = Button(self.theme, tr("Bring in"), kind=PRIMARY, icon="check")
        self.bring_button.setDefault(True)
        self.bring_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.reject)
        self.bring_button.clicked.connect(self.bring_in)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.bring_button)

    @property
    def chosen(self) -> list[Arrival]:
        """What is ticked."""
        return [arrival for box, row in self.boxes if box.isChecked() for arrival in row.arrivals]

    def bring_in(self) -> None:
        """Bring in what is ticked, and close."""
        chosen = self.chosen
        rides = self.rides_box is not None and self.rides_box.isChecked()
        actions = self.parts.actions
        label = ntr("Bring in {n} visit", "Bring in {n} visits", len(chosen)).format(n=len(chosen))
        action = partial(calendar_incoming.bring_in, chosen=chosen, rides=rides, now=actions.clock.now())
        if chosen and actions.run(label, action):
            self.accept()

    def done(self, result: int) -> None:
        self._is_closed = True
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    # Reading

    def _read(self) -> None:
        actions = self.parts.actions
        try:
            zone = actions.read(partial(calendar_files.home_zone, guess=computer_zone()))
        except FileProblem as problem:
            self._refused(problem)
            return
        self._clock24 = actions.read(household).clock24
        today = actions.clock.today()
        reading = partial(calendar_incoming.read_file, self._path, zone, clock24=self._clock24, today=today)
        self._job = self.parts.background.run(reading, done=self._show, failed=self._refused)
        self._job.finished.connect(self._ended)

    def _ended(self) -> None:
        """Whatever went wrong on the way, the person is told."""
        if not self._is_told and not self._is_closed:
            self._refused(
                FileProblem(
                    tr("This file can’t be read."),
                    tr("Something in it was not foreseen. Save only the visits you need, and choose that file."),
                )
            )

    def _refused(self, problem: FileProblem) -> None:
        self._job = None
        self.told.setText(tr("From “{name}”").format(name=self._path.name))
        banner = Banner(self.theme, "warn", tr("Nothing comes in"), str(problem))
        self._insert(banner)
        self.bring_button.hide()
        self.cancel_button.setText(tr("Close"))
        self.cancel_button.setFocus()
        self._ready()
        announce(banner, str(problem))

    def _show(self, found: list[Incoming]) -> None:
        self._job = None
        actions = self.parts.actions
        today = actions.clock.today()
        arrivals = actions.read(partial(calendar_incoming.matched, found=found, today=today))
        rows = rows_of(arrivals, today, clock24=self._clock24)
        self.told.setText(self._summary(arrivals, rows))
        rows = rows[:MOST_ROWS]
        self._section(tr("New"), [row for row in rows if row.news is News.NEW])
        self._section(tr("Changed"), [row for row in rows if row.news is News.CHANGED])
        self._section(tr("Stays out"), [row for row in rows if row.news in (News.SAME, News.REFUSED)])
        self._count()
        if self.boxes:
            self.boxes[0][0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.bring_button.hide()
            self.cancel_button.setText(tr("Close"))
            self.cancel_button.setFocus()
        self._ready()
        announce(self, self.told.text())

    def _summary(self, arrivals: list[Arrival], rows: list[ArrivalRow]) -> str:
        n = sum(each.can_come_in for each in arrivals)
        words = ntr("“{name}” has {n} visit to bring in.", "“{name}” has {n} visits to bring in.", n)
        if not n:
            words = tr("“{name}” has nothing to bring in.")
        said = words.format(name=self._path.name, n=n)
        if len(rows) <= MOST_ROWS:
            return said
        more = tr("These are the first {n}; the file holds more. Bring them in, and then open it again.")
        return f"{said} {more.format(n=MOST_ROWS)}"

    def _section(self, title: str, rows: list[ArrivalRow]) -> None:
        if not rows:
            return
        card = Card(self.theme)
        card.setAccessibleName(title)
        card.body.setSpacing(self.theme.px(4))
        card.body.addWidget(Text(self.theme, title, "h3"))
        for row in rows:
            self._row(card, row)
        if rows[0].news is News.NEW:
            self.rides_box = CheckBox(tr("Each new one needs a ride there and a ride home"))
            card.body.addSpacing(self.theme.px(8))
            card.body.addWidget(self.rides_box)
        self._insert(card)

    def _row(self, card: Card, row: ArrivalRow) -> None:
        """A tick with its words below it; without a tick where nothing can come in."""
        theme = self.theme
        lines = "\n".join(row.lines)
        if row.news in (News.NEW, News.CHANGED):
            box = CheckBox(row.title.replace("&", "&&"))
            box.setChecked(not row.over)
            box.setAccessibleDescription(lines)
            box.toggled.connect(self._count)
            self.boxes.append((box, row))
            card.body.addWidget(box)
        else:
            card.body.addWidget(Text(theme, row.title))
        if lines:
            words = Text(theme, lines, "caption", ink="text2")
            words.setContentsMargins(theme.px(36) if row.news in (News.NEW, News.CHANGED) else 0, 0, 0, theme.px(8))
            card.body.addWidget(words)

    def _insert(self, widget: QWidget) -> None:
        """At the end of what is told, above the room that is left."""
        self.body.insertWidget(self.body.count() - 1, widget)
        widget.show()  # at once, so that the dialog takes its height with it

    def _ready(self) -> None:
        self._is_told = True
        if self.isVisible():
            self.fit()
        self.was_read.emit()

    def _count(self, _ticked: bool = False) -> None:  # Qt sends it
        n = len(self.chosen)
        self.bring_button.setText(ntr("Bring in {n} visit", "Bring in {n} visits", n).format(n=n))
        self.bring_button.setEnabled(n > 0)
