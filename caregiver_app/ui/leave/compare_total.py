"""What the employer says is left, one number, held against the log of the same day; it is not kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMargins, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.leave.answers import Figures
from caregiver_app.domain.leave_counts_typed import left_difference_words, parse_left
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services import leave
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.leave.asking import Asking
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

STILL_MS = 300


class CompareTotal(QWidget):
    """Two fields and a sentence; `grown` when it takes other room, `failed` when the file can’t be read."""

    grown = Signal()
    failed = Signal(object)  # FileProblem

    def __init__(self, parts: Parts, job_id: UUID) -> None:
        super().__init__()
        self._job_id, self._today = job_id, parts.actions.clock.today()
        self._theirs = 0
        self.left, self.day = LineEdit(), LineEdit(tr("Today"))
        self.left.setPlaceholderText(tr("390 hours"))
        help_text = tr("Does HR tell you one number? Type it to compare. It is not kept.")
        self.fields = {
            "left": Field(parts.theme, tr("HR says this much is left"), self.left, help_text=help_text),
            "day": Field(parts.theme, tr("On this day"), self.day),
        }
        self.answer = Text(parts.theme, "", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(parts.theme.px(8))
        column.addWidget(Beside(parts.theme, 30, list(self.fields.values())))
        column.addWidget(self.answer)
        self.answer.hide()
        self.asking = Asking(parts, self)
        self.asking.answered.connect(self._show)
        self.asking.refused.connect(self._refuse)
        self.asking.failed.connect(self.failed)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.look)
        for line in (self.left, self.day):
            line.textChanged.connect(self._still.start)
            line.returnPressed.connect(self.look)

    def look(self) -> None:
        """Compare what stands there now."""
        self._tell("")
        self.asking.forget()
        theirs = self._read("left", self.left, parse_left)
        day = self._read("day", self.day, partial(parse_day, today=self._today))
        if theirs is None or day is None:
            return
        self._theirs = theirs  # type: ignore[assignment]
        self.asking.ask(partial(leave.figures_on, job_id=self._job_id, day=day))  # type: ignore[arg-type]

    def _read(self, name: str, line: LineEdit, reader: Callable[..., object]) -> object | None:
        self.fields[name].set_error("")
        if not line.text().strip():
            return None
        try:
            return reader(line.text(), field=name)
        except InvalidEntry as problem:
            self._refuse(problem)
            return None

    def _refuse(self, problem: InvalidEntry) -> None:
        self.fields.get(problem.field, self.fields["left"]).set_error(problem.message)
        self.grown.emit()

    def _show(self, figures: Figures | None) -> None:
        if figures is not None:
            self._tell(left_difference_words(self._theirs, figures, self._today))

    def _tell(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.setVisible(bool(words))
        if words:
            announce(self.answer, words)
        self.grown.emit()
