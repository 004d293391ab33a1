"""Five short questions about a job, each of which can be left unsure; it ends with what is left."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caregiver_app.domain.entries import month_numbered, parse_day
from caregiver_app.domain.leave.family import Relation
from caregiver_app.domain.leave.records import LeaveJob, WorkPattern, YearKnown
from caregiver_app.domain.leave_eligibility_words import new_job_words
from caregiver_app.domain.people import Person, Role, in_role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words, month_names
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.choices import not_sure, relation_choices, relation_sentence
from caregiver_app.ui.leave.week_fields import WeekFields, sunday_of
from caregiver_app.ui.leave.year_fields import YearFields
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

SOMEBODY_NEW = "new"
QUESTIONS = ("pattern", "method", "relation", "hired_on")


class SetUpDialog(Editor):
    """Everything has an answer from the start, so that Enter alone shows the first number. `started`: the job's id."""

    WIDTH = 700
    started = Signal(object)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Set up leave"), tr("Show what is left"), parent)
        self._today = parts.actions.clock.today()
        self._people = parts.actions.read(may_work)
        hint = tr("Five short questions. Leave what you do not know; you can change all of it later.")
        self.body.addWidget(Text(self.theme, hint, ink="text2"))
        self._ask_who()
        self._ask_week()
        self._ask_year()
        row = [self._ask_whose_care(), self._ask_since()]
        self.body.addWidget(Beside(self.theme, 30, row))
        self.body.addStretch(1)
        self._at_first = {name: self._answer(name) for name in QUESTIONS}
        self._seen: set[str] = set()
        self._connect()

    # The questions

    def _ask_who(self) -> None:
        self.person = ComboBox(self.theme)
        for person in self._people:
            words = tr("{name} (you)") if person.role is Role.CAREGIVER else "{name}"
            self.person.add(words.format(name=person.name), person.id)
        self.person.add(tr("Somebody else"), SOMEBODY_NEW)
        self.employer = LineEdit()
        row = (
            ("person", Field(self.theme, tr("1. Who works"), self.person)),
            ("employer", Field(self.theme, tr("Where"), self.employer, optional=True)),
        )
        self.fields |= dict(row)
        self.body.addWidget(Beside(self.theme, 24, [field for _, field in row]))
        self.name = LineEdit()
        self.add_field("name", Field(self.theme, tr("Their name"), self.name))
        self._who_changed()

    def _ask_week(self) -> None:
        self.week = WeekFields(self.theme, tr("2. A usual week"), sunday_of(self._today), unsure=not_sure())
        self.fields |= self.week.fields
        self.body.addWidget(self.week)

    def _ask_year(self) -> None:
        self.year = YearFields(self.theme, tr("3. How the job counts the year"), unsure=not_sure())
        self.fields |= self.year.fields
        self.body.addWidget(self.year)

    def _ask_whose_care(self) -> Field:
        self.relation = ComboBox(self.theme)
        self.relation.add(not_sure(), None)
        for words, relation in relation_choices():
            self.relation.add(words, relation)
        cared_for = self.parts.actions.read(_cared_for)
        title = tr("4. {name} is").format(name=cared_for.first_name) if cared_for else tr("4. You care for")
        self.fields["relation"] = Field(self.theme, title, self.relation)
        self._relation_changed()
        return self.fields["relation"]

    def _ask_since(self) -> Field:
        self.since = TypedChoice(self.theme, not_sure(), [not_sure()])
        self.fields["hired_on"] = Field(self.theme, tr("5. When the job began"), self.since)
        self._since_help()
        return self.fields["hired_on"]

    def _connect(self) -> None:
        self.person.currentIndexChanged.connect(self._who_changed)
        self.relation.currentIndexChanged.connect(self._relation_changed)
        self.since.line.editingFinished.connect(self._since_left)
        self.week.line.editingFinished.connect(partial(self._seen.add, "pattern"))
        self.week.grown.connect(self.grow_soon)
        self.year.changed.connect(self.grow_soon)

    # What is answered

    def values(self) -> object:
        lines = (self.employer.text(), self.name.text(), self.since.text())
        return (self.person.value(), self.relation.value(), *lines, self.week.values(), self.year.values())

    def save(self) -> bool:
        person, job, pattern = self._read()
        start = partial(_start, job=job, pattern=pattern, person=person)
        kept = self.parts.actions.run(tr("Set up leave"), start)
        if kept:
            self.started.emit(job.id)
        return kept

    def _read(self) -> tuple[Person | None, LeaveJob, WorkPattern]:
        """The answers as records; the person only when new."""
        person = Person(name=self.name.text().strip()) if self.person.value() == SOMEBODY_NEW else None
        weeks, (known, method) = self.week.read(), self.year.year()
        hired_on = self._hired_on()
        job = LeaveJob(
            person_id=self._person_id(person),
            employer=self.employer.text().strip(),
            hired_on=hired_on,
            known=known,
            method=method,
            fixed_start=self.year.fixed_start(),
            relation=self._relation(),
            confirmed=frozenset(self._sure()),
        )
        first_day, cycle_start = hired_on or self._today, sunday_of(self._today)
        return person, job, WorkPattern(job_id=job.id, first_day=first_day, cycle_start=cycle_start, weeks=weeks)

    def _person_id(self, person: Person | None) -> UUID:
        chosen = person.id if person is not None else self.person.value()
        assert isinstance(chosen, UUID), "the list holds people, and somebody new"
        return chosen

    def _sure(self) -> set[str]:
        """The facts that were told. The usual week counts as told once it was looked at."""
        sure = set()
        if self.week.is_sure() and ("pattern" in self._seen or self._answer("pattern") != self._at_first["pattern"]):
            sure.add("pattern")
        if self.year.year()[0] is not YearKnown.NOT_SURE:
            sure.add("method")
        if self._relation() is not None:
            sure.add("relation")
        if self._hired_on() is not None:
            sure.add("hired_on")
        return sure

    def _answer(self, question: str) -> object:
        return {
            "pattern": self.week.values(),
            "method": self.year.values(),
            "relation": self._relation(),
            "hired_on": self.since.text(),
        }[question]

    def _relation(self) -> Relation | None:
        value = self.relation.value()
        return value if isinstance(value, Relation) else None

    def _hired_on(self) -> date | None:
        """The day the job began; None when not sure. Raises InvalidEntry."""
        text = self.since.text().strip()
        if text in ("", not_sure()):
            return None
        return read_hire_day(text, self._today)

    # What is shown

    def _who_changed(self) -> None:
        self.fields["name"].setVisible(self.person.value() == SOMEBODY_NEW)
        self.grow_soon()

    def _relation_changed(self) -> None:
        self.fields["relation"].set_help(relation_sentence(self._relation()))
        self.grow_soon()

    def _since_left(self) -> None:
        if isValid(self) and self.settle("hired_on", self.since.line, self._understood):
            self._since_help()

    def _understood(self, text: str) -> str:
        return text if text == not_sure() else day_words(read_hire_day(text, self._today), with_year=True)

    def _since_help(self) -> None:
        """When leave can start for somebody who is new at work."""
        hired_on = self._hired_on()
        words = tr("Then we leave out what hangs on it.") if hired_on is None else ""
        if hired_on is not None:
            words = new_job_words(hired_on, self._today)
        self.fields["hired_on"].set_help(words)


def read_hire_day(text: str, today: date) -> date:
    """The day a job began; it can't be one that is still to come. Raises InvalidEntry at `hired_on`.

    For a month alone the day is asked: the 12 months end on it.
    """
    month = re.fullmatch(r"([a-z]+)\.? (?:of )?(\d{4})", text.strip().casefold())
    number = month_numbered(month[1]) if month else None
    if month and number:
        sentence = tr("Which day was it? Add it, like “{month} 1, {year}.”")
        raise InvalidEntry("hired_on", sentence.format(month=month_names()[number - 1], year=month[2]))
    day = parse_day(text, today, "hired_on")
    if day > today:
        raise InvalidEntry("hired_on", tr("This day is still to come. Type the day the job began, with its year."))
    return day


def may_work(work: UnitOfWork, *, job: LeaveJob | None = None) -> list[Person]:
    """Who may work, the caregiver first, then by name; a former helper only with this job."""
    from caregiver_app.services import people

    found = [
        person
        for person in people.everybody(work)
        if person.role in (Role.CAREGIVER, Role.HELPER) and (not person.former or (job and job.person_id == person.id))
    ]
    return sorted(found, key=_caregiver_first)


def _caregiver_first(person: Person) -> bool:
    return person.role is not Role.CAREGIVER


def _cared_for(work: UnitOfWork) -> Person | None:
    from caregiver_app.services import people

    return in_role(people.everybody(work), Role.CARED_FOR)


def _start(work: UnitOfWork, *, job: LeaveJob, pattern: WorkPattern, person: Person | None) -> None:
    from caregiver_app.services import leave, people

    if person is not None:
        people.save(work, person=person)
    leave.set_up(work, job=job, pattern=pattern)
