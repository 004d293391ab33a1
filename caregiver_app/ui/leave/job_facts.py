"""The parts of the form of a job: who and where, how the leave is counted, days without work, special rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.entries import parse_day, parse_minutes
from caregiver_app.domain.leave.days import YearRule
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import LeaveJob, YearKnown
from caregiver_app.domain.leave_typed import (
    day_lines,
    overtime_lines,
    parse_day_lines,
    parse_overtime_lines,
    parse_span_lines,
    span_line,
)
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, minutes_words
from caregiver_app.services import leave_states
from caregiver_app.ui.leave.choices import (
    not_sure,
    relation_choices,
    relation_sentence,
    week_start_choices,
    worker_choices,
)
from caregiver_app.ui.leave.setup import read_hire_day
from caregiver_app.ui.leave.year_fields import YearFields
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.words import tr

RIGHT = 30  # ems: narrower than this, fields stand one below the other


@dataclass
class Facts:
    """One part of the form: its fields by name, and boxes to tick for those that were assumed."""

    theme: Theme
    job: LeaveJob
    today: date
    assumed: tuple[str, ...] = ()
    fields: dict[str, Field] = field(default_factory=dict)
    checks: dict[str, CheckBox] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.widget = QWidget()
        self.column = QVBoxLayout(self.widget)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(self.theme.px(16))
        self._at_first: dict[str, object] = {}
        self.build()
        self._at_first = self.answers()

    def build(self) -> None:
        """Make the fields. Override."""

    def read(self) -> dict[str, Any]:
        """The facts as they are typed. Raises InvalidEntry. Override."""
        return {}

    def values(self) -> object:
        """What is typed, to tell whether anything changed. Override."""
        return None

    def answers(self) -> dict[str, object]:
        """What stands at each fact that can be assumed. Override."""
        return {}

    def put(self, *names: str) -> None:
        """Fields side by side, each with its box when it was assumed."""
        self.column.addWidget(Beside(self.theme, RIGHT, [self.with_mark(name, self.fields[name]) for name in names]))

    def with_mark(self, name: str, shown: QWidget) -> QWidget:
        """What was assumed has a box below that confirms it; while nobody knows it, the box is away."""
        if name not in self.assumed:
            return shown
        box = CheckBox(tr("We assumed this. It is right."))
        box.setAccessibleDescription(self.fields[name].label.text() if name in self.fields else "")
        self.checks[name] = box
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(4))
        column.addWidget(shown)
        column.addWidget(box)
        return holder

    def ask_to_confirm(self, name: str, is_known: bool = True) -> None:
        """Show the box of a fact that was assumed, or put it away.

        “Not sure” has nothing to confirm, and what was answered now is no assumption any more.
        """
        box = self.checks.get(name)
        if box is not None:
            is_open = is_known and (not self._at_first or self.answers()[name] == self._at_first[name])
            box.setChecked(box.isChecked() and is_open)
            box.setVisible(is_open)


class WhoAndWhere(Facts):
    """The employer, the supervisor, when the job began, whose care, in which state."""

    def build(self) -> None:
        job, theme = self.job, self.theme
        self.employer, self.supervisor = LineEdit(job.employer), LineEdit(job.supervisor)
        self.fields["employer"] = Field(theme, tr("Employer"), self.employer, optional=True)
        self.fields["supervisor"] = Field(theme, tr("Supervisor"), self.supervisor, optional=True)
        self.put("employer", "supervisor")
        self.hired_on = LineEdit(day_words(job.hired_on, with_year=True) if job.hired_on else "")
        self.hired_on.setPlaceholderText(tr("Not sure"))
        self.fields["hired_on"] = Field(theme, tr("When the job began"), self.hired_on)
        self.relation = ComboBox(theme)
        self.relation.add(tr("Not sure"), None)
        for words, relation in relation_choices():
            self.relation.add(words, relation)
        self.relation.choose(job.relation)
        self.fields["relation"] = Field(theme, tr("Whom you care for"), self.relation)
        self.put("hired_on", "relation")
        self.state = ComboBox(theme)
        self.state.add(tr("Not chosen"), "")
        for code, name in leave_states.names().items():
            self.state.add(name, code)
        self.state.choose(job.state)
        why = tr("Some states pay for family care. “State programs” tells more.")
        self.fields["state"] = Field(theme, tr("State where you work"), self.state, help_text=why)
        self.put("state")
        self.relation.currentIndexChanged.connect(self.tell_relation)
        self.hired_on.textChanged.connect(self.tell_known)
        self.tell_relation()
        self.tell_known()

    def tell_known(self) -> None:
        """The day the job began can be confirmed once there is one."""
        self.ask_to_confirm("hired_on", bool(self.hired_on.text().strip()))

    def tell_relation(self) -> None:
        """What the law covers, kindly."""
        value = self.relation.value()
        self.ask_to_confirm("relation", value is not None)
        self.fields["relation"].set_help(relation_sentence(value if isinstance(value, Relation) else None))

    def read(self) -> dict[str, Any]:
        text = self.hired_on.text().strip()
        return {
            "employer": self.employer.text().strip(),
            "supervisor": self.supervisor.text().strip(),
            "hired_on": read_hire_day(text, self.today) if text else None,
            "relation": self.relation.value(),
            "state": self.state.value(),
        }

    def answers(self) -> dict[str, object]:
        return {"hired_on": self.hired_on.text().strip(), "relation": self.relation.value()}

    def values(self) -> object:
        lines = (self.employer.text(), self.supervisor.text(), self.hired_on.text())
        return (*lines, self.relation.value(), self.state.value())


class HowCounted(Facts):
    """The leave year, and what the employer counts in."""

    def build(self) -> None:
        job, theme = self.job, self.theme
        self.is_held = False  # by a change of method that is still to come
        self.year = YearFields(theme, tr("How the job counts the year"), unsure=not_sure())
        self.fields |= self.year.fields
        self.column.addWidget(self.with_mark("method", self.year))
        self.week_start, self.counts, self.spouse = ComboBox(theme), ComboBox(theme), ComboBox(theme)
        for words, value in week_start_choices():
            self.week_start.add(words, value)
        for box, no, yes in (
            (self.counts, tr("Weeks"), tr("Hours")),
            (self.spouse, tr("No"), tr("Yes")),
        ):
            box.add(no, False)
            box.add(yes, True)
        self.week_start.choose(job.workweek_start)
        self.counts.choose(job.counts_hours)
        self.spouse.choose(job.spouse_same_employer)
        self.increment = LineEdit(minutes_words(job.increment))
        self.fields["workweek_start"] = Field(theme, tr("The workweek starts on"), self.week_start)
        self.fields["increment"] = Field(theme, tr("Smallest step that is counted"), self.increment)
        self.put("workweek_start", "increment")
        self.fields["counts_hours"] = Field(theme, tr("The job counts in"), self.counts)
        self.fields["spouse_same_employer"] = Field(theme, tr("Your spouse works there too"), self.spouse)
        self.put("counts_hours", "spouse_same_employer")
        self.show_year(job, None)
        self.year.changed.connect(self.tell_known)
        self.increment.textChanged.connect(self.tell_known)
        for box in (self.week_start, self.counts, self.spouse):
            box.currentIndexChanged.connect(self.tell_known)

    def show_year(self, job: LeaveJob, until_change: YearRule | None) -> None:
        """Show how the year of a job is counted now; it can't be changed by hand while a change of it is to come."""
        self.job, self.is_held = job, until_change is not None
        method = until_change.method if until_change is not None else job.method
        self.year.choice.choose((job.known, method if job.known is YearKnown.TOLD else None))
        self.year.show_start(until_change.fixed_start if until_change is not None else job.fixed_start)
        self.year.setEnabled(not self.is_held)
        self._shown_year = self.year.values()
        if self._at_first:
            self._at_first = self._at_first | {"method": self._shown_year}
        self.tell_known()

    def read(self) -> dict[str, Any]:
        known, method = (self.job.known, self.job.method) if self.is_held else self.year.year()
        return {
            "known": known,
            "method": method,
            "fixed_start": self.job.fixed_start if self.is_held else self.year.fixed_start(),
            "workweek_start": self.week_start.value(),
            "increment": self._increment(),
            "counts_hours": self.counts.value(),
            "spouse_same_employer": self.spouse.value(),
        }

    def tell_known(self) -> None:
        """The way to count can be confirmed unless nobody is sure of it."""
        self.ask_to_confirm("method", self.year.year()[0] is not YearKnown.NOT_SURE)
        for name in ("workweek_start", "increment", "counts_hours", "spouse_same_employer"):
            self.ask_to_confirm(name)

    def answers(self) -> dict[str, object]:
        return {
            "method": self.year.values(),
            "workweek_start": self.week_start.value(),
            "increment": self.increment.text().strip(),
            "counts_hours": self.counts.value(),
            "spouse_same_employer": self.spouse.value(),
        }

    def _increment(self) -> int:
        text = self.increment.text().strip()
        if text.isdecimal() and int(text) > 9:
            text = f"{text} min"
        minutes = parse_minutes(text, "increment")
        if minutes is None:
            raise InvalidEntry("increment", tr("Type minutes from 1 to 60, like “15 min.”"))
        return minutes

    def values(self) -> object:
        boxes = (self.week_start, self.counts, self.spouse)
        is_other_year = self.year.values() != self._shown_year  # what another window saved was not typed here
        return (is_other_year, self.increment.text(), *(box.value() for box in boxes))


class DaysWithoutWork(Facts):
    """Holidays, closures, and overtime that is required: one a line."""

    def build(self) -> None:
        job, theme = self.job, self.theme
        self.holidays = TextArea(theme, day_lines(job.holidays), lines=4)
        self.worked = TextArea(theme, day_lines(job.holidays_worked), lines=4)
        self.fields["holidays"] = Field(
            theme, tr("Holidays, one on each line"), self.holidays, help_text=tr("Like “Thu Nov 26 2026.”")
        )
        self.fields["holidays_worked"] = Field(
            theme, tr("Holidays on which you work"), self.worked, help_text=tr("They count like any workday.")
        )
        self.put("holidays", "holidays_worked")
        self.closures = TextArea(theme, "\n".join(span_line(span) for span in job.closures), lines=3)
        self.overtime = TextArea(theme, overtime_lines(job.overtime), lines=3)
        self.fields["closures"] = Field(
            theme, tr("When the job is closed"), self.closures, help_text=tr("Like “Dec 24 to Jan 2.”")
        )
        self.fields["overtime"] = Field(
            theme, tr("Overtime you must work"), self.overtime, help_text=tr("Like “Dec 5: 4 hours.”")
        )
        self.put("closures", "overtime")

    def read(self) -> dict[str, Any]:
        return {
            "holidays": parse_day_lines(self.holidays.toPlainText(), self.today, "holidays"),
            "holidays_worked": parse_day_lines(self.worked.toPlainText(), self.today, "holidays_worked"),
            "closures": parse_span_lines(self.closures.toPlainText(), self.today, "closures"),
            "overtime": parse_overtime_lines(self.overtime.toPlainText(), self.today, "overtime"),
        }

    def values(self) -> object:
        return tuple(area.toPlainText() for area in (self.holidays, self.worked, self.closures, self.overtime))


class SpecialRules(Facts):
    """Care for a servicemember, jobs with rules of their own, notes."""

    def build(self) -> None:
        job, theme = self.job, self.theme
        self.worker = ComboBox(theme)
        for words, value in worker_choices():
            self.worker.add(words, value)
        self.worker.choose(job.worker)
        self.fields["worker"] = Field(theme, tr("Kind of job"), self.worker)
        self.military = LineEdit(day_words(job.military_from, with_year=True) if job.military_from else "")
        why = tr("26 weeks in 12 months, counted from the first day of that leave.")
        self.fields["military_from"] = Field(
            theme, tr("Care for a servicemember from"), self.military, optional=True, help_text=why
        )
        self.put("worker", "military_from")
        self.notes = TextArea(theme, job.notes, lines=2)
        self.fields["notes"] = Field(theme, tr("Notes"), self.notes, optional=True)
        self.put("notes")

    def read(self) -> dict[str, Any]:
        text = self.military.text().strip()
        return {
            "worker": self.worker.value(),
            "military_from": parse_day(text, self.today, "military_from") if text else None,
            "notes": self.notes.toPlainText().strip(),
        }

    def values(self) -> object:
        return self.worker.value(), self.military.text(), self.notes.toPlainText()
