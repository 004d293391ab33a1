"""What if: how much is left on a day, how far a plan is covered, when weeks in a row would be; nothing is saved."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QMargins, QObject, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from caregiver_app.domain.entries import parse_count, parse_day
from caregiver_app.domain.leave.answers import EarliestAnswer, Figures, LeaveView, PlanAnswer
from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave_days_typed import parse, read
from caregiver_app.domain.leave_names import method_words
from caregiver_app.domain.leave_open_words import open_point_words
from caregiver_app.domain.leave_plan_words import earliest_words, plan_words
from caregiver_app.domain.leave_stretches import words_of
from caregiver_app.domain.leave_words import (
    ask_hr_words,
    hours_words,
    range_words,
    weeks_words,
)
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.domain.spoken import day_words
from caregiver_app.services import leave
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.asking import Asking
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

STILL_MS = 400
MOST_WEEKS = 52


class WhatIfDialog(Editor):
    """Three questions with an answer below each; [Plan these days], below the plan, keeps it as planned time off."""

    WIDTH = 660

    def __init__(self, parts: Parts, view: LeaveView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("What if…"), tr("Plan these days"), parent)
        self._view = view
        self._today = parts.actions.clock.today()
        theme = self.theme
        self.cancel_button.setText(tr("Close"))
        self.save_button.setDefault(False)
        self.body.addWidget(Text(theme, tr("Try days out here. Nothing is saved until you plan it."), ink="text2"))
        self.day = _line(tr("Dec 15"))
        self.add_field("day", Field(theme, tr("How much will I have on…"), self.day))
        self.day_answer = Answer(theme, tr("On that day"))
        self.methods = MethodTable(theme)
        self.fold = Fold(theme, tr("Other ways of counting the year"), self.methods, headed=False)
        self.body.addWidget(self.day_answer)
        self.body.addWidget(self.fold.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.fold)
        self.plan = _line(tr("every other Friday through June"))
        help_text = tr("Also “Dec 7 to Dec 11” or “Mondays 4 hours until March.”")
        self.add_field("plan", Field(theme, tr("What if I take…"), self.plan, help_text=help_text))
        self._plan_help = help_text
        self.plan_answer = Answer(theme, tr("If you take it"))
        self.body.addWidget(self.plan_answer)
        self.buttons.removeButton(self.save_button)  # below the answer it is clear what it plans
        self.body.addWidget(Flow(theme.px(8), [self.save_button]))
        self.weeks = _line(tr("4 weeks"))
        self.start = LineEdit(tr("Today"))
        self.fields["weeks"] = Field(theme, tr("When could I take weeks in a row?"), self.weeks)
        self.fields["start"] = Field(theme, tr("Not before"), self.start)
        self.body.addWidget(Beside(theme, 30, [self.fields["weeks"], self.fields["start"]]))
        self.weeks_answer = Answer(theme, tr("Weeks in a row"))
        self.body.addWidget(self.weeks_answer)
        self.body.addStretch(1)
        self._wire()

    def _wire(self) -> None:
        """Each line is looked at when typing stands still, and at once with Enter."""
        self.fold.button.hide()
        self._asked = _Asked(self)
        for line, look in (
            (self.day, self.look_at_day),
            (self.plan, self.look_at_plan),
            (self.weeks, self.look_at_weeks),
            (self.start, self.look_at_weeks),
        ):
            still = QTimer(self, singleShot=True, interval=STILL_MS)
            still.timeout.connect(look)
            line.textChanged.connect(still.start)
            line.returnPressed.connect(still.stop)
            line.returnPressed.connect(look)
        for name, asking, show in (
            ("day", self._asked.day, self._show_day),
            ("plan", self._asked.plan, self._show_plan),
            ("weeks", self._asked.weeks, self._show_weeks),
        ):
            asking.answered.connect(show)
            asking.refused.connect(partial(self._refuse, name))
            asking.failed.connect(partial(self._fail, name))
        self._weeks = 0
        self.save_button.setEnabled(False)
        self.day.setFocus()

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is still to come."""
        return any(asking.is_waiting for asking in self._asked.all)

    # What is asked

    def look_at_day(self) -> None:
        """How much is left on the day that stands there."""
        self.day_answer.tell("")
        self._asked.day.forget()
        day = self._read("day", self.day, partial(parse_day, today=self._today))
        self.fold.button.setVisible(False)
        self.fold.close_again()
        if not isinstance(day, date):
            return
        self.day_answer.wait()
        self._asked.day.ask(partial(leave.figures_on, job_id=self._view.job.id, day=day))

    def look_at_plan(self) -> None:
        """How far the plan that stands there is covered."""
        self.plan_answer.tell("")
        self._asked.plan.forget()
        self.save_button.setEnabled(False)
        self.fields["plan"].set_help(self._plan_help)
        found = self._read("plan", self.plan, partial(read, today=self._today))
        if not isinstance(found, tuple):
            return
        self.fields["plan"].set_help(words_of(found, self._today))
        self.save_button.setEnabled(True)
        self.plan_answer.wait()
        entries = [entry for stretch in found for entry in stretch.entries()]
        self._asked.plan.ask(partial(leave.what_if, job_id=self._view.job.id, entries=entries, today=self._today))

    def look_at_weeks(self) -> None:
        """From when the weeks that stand there are covered."""
        self.weeks_answer.tell("")
        self._asked.weeks.forget()
        weeks = self._read("weeks", self.weeks, _weeks)
        start = self._read("start", self.start, partial(parse_day, today=self._today)) or self._today
        if not isinstance(weeks, int) or not isinstance(start, date):
            return
        self._weeks = weeks
        self.weeks_answer.wait()
        start = max(start, self._today)
        self._asked.weeks.ask(partial(leave.earliest, job_id=self._view.job.id, weeks=weeks, start=start))

    def _read(self, name: str, line: QLineEdit, reader: object) -> object:
        """What stands in a line; None when it is empty or does not read, which its field says."""
        self.put_right(name)
        if not line.text().strip():
            return None
        try:
            return reader(line.text(), field=name)  # type: ignore[operator]
        except InvalidEntry as problem:
            self.fields[name].set_error(problem.message)
            self.grow_soon()
            return False

    # What was found

    def _show_day(self, figures: Figures | None) -> None:
        if figures is None:
            self.day_answer.tell(tr("Add your usual week first. The hours are counted from it."))
            return
        day = day_words(figures.day, with_year=figures.day.year != self._today.year)
        text = tr("{hours} left on {day}") if figures.least == figures.most else tr("At least {hours} left on {day}")
        left = text.format(hours=hours_words(figures.left.minutes), day=day)
        more = [
            tr("That is {weeks}. What you planned up to then is taken off.").format(weeks=weeks_words(figures.left))
        ]
        if figures.least != figures.most:
            more += [range_words(figures), ask_hr_words()]
        elif figures.not_settled:
            more.append(open_point_words(figures.open_points))
        self.day_answer.tell(left, " ".join(more))
        self.methods.show_methods(figures, self._view)
        self.fold.button.setVisible(bool(figures.by_method))
        self.grow_soon()

    def _show_plan(self, plan: PlanAnswer) -> None:
        self.plan_answer.tell(*_parted(plan_words(plan, self._today)))
        self.grow_soon()

    def _show_weeks(self, block: EarliestAnswer) -> None:
        self.weeks_answer.tell(*_parted(earliest_words(block, self._weeks, self._today)))
        self.grow_soon()

    def _refuse(self, name: str, refusal: InvalidEntry) -> None:
        """The rules can't answer: what to put right stands at the line."""
        self._answer(name).tell("")
        self.fields[name].set_error(refusal.message)
        self.grow_soon()

    def _fail(self, name: str, problem: FileProblem) -> None:
        """The file can't be read: nobody goes on waiting."""
        self._answer(name).tell("")
        self._world(problem)

    def _answer(self, name: str) -> Answer:
        return {"day": self.day_answer, "plan": self.plan_answer, "weeks": self.weeks_answer}[name]

    # Planning it

    def save(self) -> bool:
        entries = parse(self.plan.text(), self._today)
        return self.parts.actions.run(
            tr("Plan time off"), partial(leave.plan_days, job_id=self._view.job.id, entries=entries)
        )

    def refuse(self, name: str, sentence: str) -> None:
        """What the log refuses stands at the plan."""
        super().refuse(name if name in self.fields else "plan", sentence)

    def done(self, result: int) -> None:
        self._asked.forget()
        super().done(result)


class _Asked(QObject):
    """The three questions that may be on their way."""

    def __init__(self, dialog: WhatIfDialog) -> None:
        super().__init__(dialog)
        self.day, self.plan, self.weeks = self.all = tuple(Asking(dialog.parts, self) for _ in range(3))

    def forget(self) -> None:
        """Nobody waits any more."""
        for asking in self.all:
            asking.forget()


class Answer(Card):
    """A bold sentence and what belongs to it; gone while there is no answer."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, tone="info")
        self.setAccessibleName(name)
        self.title = Text(theme, "", "strong", ink="on_info_soft")
        self.more = Text(theme, "", ink="on_info_soft")
        self.body.addWidget(self.title)
        self.body.addWidget(self.more)
        self.hide()

    def wait(self) -> None:
        """The answer takes a moment."""
        self._set(tr("Looking…"), "")

    def tell(self, title: str, more: str = "") -> None:
        """Show an answer, and say it; nothing when there is none."""
        self._set(title, more)
        if title:
            announce(self.title, f"{title} {more}".strip())

    def _set(self, title: str, more: str) -> None:
        self.title.setText(title)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.setVisible(bool(title))


class MethodTable(Card):
    """What each way of counting the leave year would leave."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(tr("Other ways of counting the year"))
        self._inner: QWidget | None = None

    def show_methods(self, figures: Figures, view: LeaveView) -> None:
        """Show these from now on."""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(QMargins())
        grid.setHorizontalSpacing(self._theme.px(16))
        grid.setVerticalSpacing(self._theme.px(8))
        grid.setColumnStretch(0, 1)
        job = view.job
        hired = MonthDay(month=job.hired_on.month, day=job.hired_on.day) if job.hired_on is not None else None
        for row, (method, amount) in enumerate(figures.by_method):
            imagined = method is Method.FIXED and job.fixed_start is None
            mine = job.method is not None and figures.rule is not None and method is figures.rule.method
            name = method_words(method, job.fixed_start or hired)
            words = tr("{method}. Yours.").format(method=name) if mine else name
            if imagined:
                words = tr("{method}, only if your job had chosen it").format(method=name)
            grid.addWidget(Text(self._theme, words, "strong" if mine else "body"), row, 0)
            grid.addWidget(Text(self._theme, hours_words(amount.minutes), "strong", wrap=False), row, 1)
            grid.addWidget(Text(self._theme, weeks_words(amount), ink="text2", wrap=False), row, 2)
        self.body.addWidget(inner)


def _line(example: str) -> LineEdit:
    line = LineEdit()
    line.setPlaceholderText(example)
    return line


def _parted(words: str) -> tuple[str, str]:
    """The first sentence, and the rest."""
    first, dot, rest = words.partition(". ")
    return (first + dot.strip(), rest)


def _weeks(text: str, field: str) -> int:
    """“4”, “4 weeks”, “four weeks in a row”."""
    words = text.casefold().removesuffix(" in a row").strip()
    for unit in (" weeks", " week", " wks", " wk"):
        words = words.removesuffix(unit)
    return parse_count(words, field, MOST_WEEKS)
