"""“Welcome, Dana”: three steps above the week. Each ticks itself off; when all are done they vanish."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import ChangeSet
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Task
from caregiver_app.services import welcome
from caregiver_app.services.welcome import Progress
from caregiver_app.ui import icons
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

HELPERS, TASKS, SHEET = "helpers", "tasks", "sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One of the three: what it is called, whether it was taken, and the words on its card."""

    number: int
    name: str
    done: bool
    title: str
    sentence: str
    action: str


class WelcomeCards(QWidget):
    """`wanted` brings the step that was pressed. Hidden for families that know their way."""

    wanted = Signal(str)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._progress: Progress | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(parts.theme.px(8))
        self._content: QWidget | None = None
        parts.actions.changed.connect(self._changed)
        self.reload()

    def reload(self) -> None:
        """Look how far the family has come."""
        progress = self._parts.actions.read(welcome.progress)
        if progress == self._progress:
            return
        self._progress = progress
        self.setVisible(not progress.all_done)
        if progress.all_done:
            if not progress.finished:
                self._parts.actions.note(welcome.finish)
            return
        self._show(progress)

    def hide_steps(self) -> None:
        """The person knows the way."""
        self._parts.actions.run(tr("Hide the first steps"), welcome.finish)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Household, Person, PrintedSheet, Task):
            self.reload()

    def _show(self, progress: Progress) -> None:
        old = self._content
        self._content = self._steps(progress)
        self._column.addWidget(self._content)
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _steps(self, progress: Progress) -> QWidget:
        """All three; once there are tasks, only the next one, so that the week has its room."""
        steps = _steps_of(progress)
        current = next(step for step in steps if not step.done)
        if progress.tasks:
            done = sum(step.done for step in steps)
            told = tr("{done} of {all} first steps done. {sentence}")
            sentence = told.format(done=done, all=len(steps), sentence=current.sentence)
            row = self._row(replace(current, sentence=sentence), is_current=True)
            row.buttons.add(self._hide_button())
            return row
        theme = self._parts.theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        told = tr("You are not doing this alone. Three small steps get your first week sheet ready.")
        words = two_lines(Text(theme, _greeting(progress), "h2"), Text(theme, told, ink="text2"))
        head = Reflow(theme.px(16), 34)
        head.add(words, 1)
        head.add(self._hide_button(), 0)
        column.addWidget(head)
        for step in steps:
            column.addWidget(self._row(step, is_current=step is current))
        return holder

    def _hide_button(self) -> Button:
        hide = Button(self._parts.theme, tr("Hide these steps"), kind=QUIET)
        hide.clicked.connect(self.hide_steps)
        return hide

    def _row(self, step: Step, *, is_current: bool) -> StepCard:
        card = StepCard(self._parts.theme, step, is_current=is_current)
        card.button.clicked.connect(partial(self._pressed, step.name))
        return card

    def _pressed(self, name: str, _checked: bool = False) -> None:  # Qt sends it
        self.wanted.emit(name)


class StepCard(Card):
    """One step with its button; a bar at its side while it is the next thing to do."""

    def __init__(self, theme: Theme, step: Step, *, is_current: bool) -> None:
        super().__init__(theme)
        self._is_current = is_current
        self.body.setContentsMargins(theme.px(20), theme.px(10), theme.px(16), theme.px(10))
        state = tr("Done") if step.done else tr("Step {n}").format(n=step.number)
        self.setAccessibleName(tr("{state}: {title}").format(state=state, title=step.title))
        self.button = Button(theme, step.action)
        self.button.setObjectName(f"welcome {step.name}")
        self.buttons = Flow(theme.px(12), (self.button,))
        words = two_lines(Text(theme, step.title, "strong"), Text(theme, step.sentence, "caption", ink="text2"))
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(16))
        row.addWidget(_Mark(theme, step.number, done=step.done), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        whole = Reflow(theme.px(12), 26)
        whole.add(left, 1)
        whole.add(self.buttons, 0)
        self.body.addWidget(whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_current:
            theme = self._theme
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.token("accent"))
            painter.drawRoundedRect(0, theme.px(10), theme.px(4), self.height() - theme.px(20), 2, 2)
            painter.end()


class _Mark(QWidget):
    """The number of a step in a disc, or a tick once it is done; the words beside it say the same."""

    def __init__(self, theme: Theme, number: int, *, done: bool) -> None:
        super().__init__()
        self._theme, self._number, self._done = theme, number, done
        self.setFixedSize(theme.px(40), theme.px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.token("line") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("accent_soft"))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        ink = theme.token("on_accent_soft")
        if self._done:
            size = theme.px(22)
            place = (self.width() - size) // 2
            painter.drawPixmap(place, place, icons.picture("check", ink, size))
        else:
            painter.setPen(ink)
            painter.setFont(theme.font("strong"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


def _greeting(progress: Progress) -> str:
    name = progress.caregiver.split()[0] if progress.caregiver.strip() else ""
    return tr("Welcome, {name}").format(name=name) if name else tr("Welcome")


def two_lines(first: QWidget, second: QWidget) -> QWidget:
    """One line of words under another."""
    holder = QWidget()
    lines = QVBoxLayout(holder)
    lines.setContentsMargins(QMargins())
    lines.setSpacing(2)
    lines.addWidget(first)
    lines.addWidget(second)
    return holder


def _steps_of(progress: Progress) -> list[Step]:
    helpers, tasks = progress.helpers, progress.tasks
    added = ntr("Done. {n} helper added.", "Done. {n} helpers added.", helpers).format(n=helpers)
    planned = ntr("Done. {n} task added.", "Done. {n} tasks added.", tasks).format(n=tasks)
    return [
        Step(
            number=1,
            name=HELPERS,
            done=helpers > 0,
            title=tr("Add people who can help"),
            sentence=added if helpers else tr("Names are enough."),
            action=tr("Change") if helpers else tr("Add helpers"),
        ),
        Step(
            number=2,
            name=TASKS,
            done=tasks > 0,
            title=tr("Add a few tasks for this week"),
            sentence=planned if tasks else tr("Pick from common ones, or type your own."),
            action=tr("Add more") if tasks else tr("Pick tasks"),
        ),
        Step(
            number=3,
            name=SHEET,
            done=progress.sheets > 0,
            title=tr("Print the week sheet"),
            sentence=tr("Done.") if progress.sheets else tr("Put it on the fridge or send the PDF."),
            action=tr("See the sheet"),
        ),
    ]
