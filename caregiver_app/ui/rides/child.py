"""Somebody to stay while everybody is at a visit: a task that hangs from it, from the pick-up until they are home."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import ANY_TIME, When
from caregiver_app.domain.entries import parse_minutes
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.sharing import neutral_words
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.domain.tasks import Task
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import read_around
from caregiver_app.ui.rides.typed import DayAndTime
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class StayEditor(Editor):
    """Adds one task to a visit. It stands on the Tasks tab too, where somebody can be asked."""

    WIDTH = 620

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Add someone to stay"), tr("Save task"), parent)
        self._visit = visit
        self._around = read_around(parts)
        self.body.addWidget(Text(self.theme, self._around.about(visit.appointment), ink="text2"))
        self._add_what()
        self._add_when()
        self._add_public()
        self.body.addStretch(1)
        self.title.setFocus()
        self.title.selectAll()

    def _add_what(self) -> None:
        theme = self.theme
        self.title = LineEdit(tr("Stay with the kids"))
        self.add_field("title", Field(theme, tr("What needs to be done"), self.title))
        self.kind = ComboBox(theme)
        self.kind.add(tr("Child care"), TaskKind.CHILDCARE)
        self.kind.add(tr("Staying with {name}").format(name=self._around.name), TaskKind.STAY)
        self.kind.add(tr("Pets"), TaskKind.PETS)
        self.add_field("kind", Field(theme, tr("Kind"), self.kind))
        self.kind.currentIndexChanged.connect(self._kind_changed)

    def _add_when(self) -> None:
        start, end = stay_of(self._visit)
        day = start.date() if start is not None else self._visit.appointment.day
        clock = start.time() if start is not None else self._visit.appointment.clock
        self.when = DayAndTime(self.theme, self._around, day, clock, day_name=tr("Day"), time_name=tr("From"))
        self.when.opened.connect(self.grow_soon)
        self.fields |= self.when.fields
        self.body.addWidget(self.when)
        minutes = round((end - start).total_seconds() / 60) if start is not None and end is not None else 0
        self.length = LineEdit(minutes_words(minutes) if 0 < minutes <= 24 * 60 else "")
        help_text = tr("From the pick-up until they are home, as far as is known.") if minutes else ""
        self.add_field(
            "minutes", Field(self.theme, tr("For how long"), self.length, optional=True, help_text=help_text)
        )
        self.length.editingFinished.connect(self._length_left)

    def _add_public(self) -> None:
        self.public = LineEdit(self._neutral())
        self._public_at_first = self.public.text()
        help_text = tr("Sheets show these words in place of the title.")
        self.add_field("public_title", Field(self.theme, tr("On sheets"), self.public, help_text=help_text))

    def _neutral(self) -> str:
        return neutral_words(self._chosen(), "", When(clock=None))

    def _chosen(self) -> TaskKind:
        kind = self.kind.value()
        assert isinstance(kind, TaskKind), "the list holds nothing else"
        return kind

    def _kind_changed(self) -> None:
        """The words for sheets follow the kind, until they were changed by hand; so does the title."""
        titles = {
            TaskKind.CHILDCARE: tr("Stay with the kids"),
            TaskKind.STAY: tr("Stay with {name}").format(name=self._around.name),
            TaskKind.PETS: tr("Look after the pets"),
        }
        if self.title.text() in titles.values():
            self.title.setText(titles[self._chosen()])
        if self.public.text() == self._public_at_first:
            self._public_at_first = self._neutral()
            self.public.setText(self._public_at_first)

    def _length_left(self) -> None:
        try:
            minutes = parse_minutes(self.length.text())
        except InvalidEntry as problem:
            self.fields["minutes"].set_error(problem.message)
            return
        self.put_right("minutes")
        self.length.setText(minutes_words(minutes) if minutes else "")

    def values(self) -> object:
        lines = (self.title, self.when.day, self.when.time, self.length, self.public)
        return (*(line.text() for line in lines), self.kind.value())

    def save(self) -> bool:
        from caregiver_app.services import appointments

        task, actions = self._task(), self.parts.actions
        add = partial(appointments.add_child, appointment=self._visit.appointment, task=task)
        return actions.run(tr("Add “{title}”").format(title=task.title), add)

    def _task(self) -> Task:
        clock = self.when.read_time()
        kind = self._chosen()
        return Task(
            title=self.title.text().strip(),
            day=self.when.read_day(),
            kind=kind,
            when=When(clock=clock) if clock is not None else ANY_TIME,
            minutes=parse_minutes(self.length.text()),
            public_title=self.public.text().strip(),
            audience=kind.audience,
        )


def stay_of(visit: Visit) -> tuple[datetime | None, datetime | None]:
    """From when until when nobody is home: from the pick-up until they are back; else as long as the visit takes."""
    there, home = visit.trip(Leg.THERE), visit.trip(Leg.HOME)
    start = there.pick_up if there is not None else None
    end = home.drop_off or home.pick_up if home is not None else None
    start, end = start or visit.appointment.starts, end or visit.appointment.ends
    return (start, end) if start is None or end is None or start < end else (start, None)
