"""A visit on another day or at another time: what it meets there, and what becomes of the rides and other help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import check_times, shifted_pick_up
from caregiver_app.domain.spoken import list_words
from caregiver_app.domain.tasks import Item
from caregiver_app.domain.visits import Visit
from caregiver_app.services.appointments import Child
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog, Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.ui.rides.children import Question, Questions, leg_questions, task_questions
from caregiver_app.ui.rides.company import company_questions
from caregiver_app.ui.rides.messages import Message, show_messages
from caregiver_app.ui.rides.news import news_of
from caregiver_app.ui.rides.typed import DayAndTime
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.services.outlook import Outlook


@dataclass(frozen=True)
class Facts:
    """What to look at on the new day: about the visit, and about each ride by the id of its task."""

    visit: tuple[str, ...] = ()
    rides: Mapping[UUID, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.visit) or any(self.rides.values())


def facts_of(outlook: Outlook, visit: Visit) -> Facts:
    """What the outlook means for the questions that are asked."""
    about = [caution.sentence for caution in outlook.cautions if caution.leg is None]
    others = [tr("“{title}”").format(title=title) for title in outlook.others]
    fresh = [title for title in others if not any(title in sentence for sentence in about)]
    if fresh:
        too = ntr("{titles} is on that day too.", "{titles} are on that day too.", len(fresh))
        about.append(too.format(titles=list_words(fresh)))
    rides: dict[UUID, str] = {}
    for trip in visit.trips:
        if not trip.is_open:
            words = [caution.sentence for caution in outlook.cautions if caution.leg is trip.ride.leg]
            rides[trip.item.task.id] = " ".join(words)
    return Facts(tuple(about), rides)


def look_ahead(parts: Parts, visit: Visit, day: date, clock: time | None) -> Facts:
    """What the visit would meet there."""
    from caregiver_app.services import outlook

    today = parts.actions.clock.today()
    look = partial(outlook.outlook, visit=visit, day=day, clock=clock, today=today)
    return facts_of(parts.actions.read(look), visit)


class _MoveQuestions(Questions):
    """The questions, each with what there is to look at on the new day."""

    def show_facts(self, facts: Facts) -> None:
        """Say it on each card."""
        for card in self.cards:
            card.warn(facts.rides.get(card.question.ids[0], ""))


class _FactsBanner(Banner):
    """What there is to look at about the visit itself; hidden while there is nothing."""

    def show_facts(self, facts: Facts, day: str) -> None:
        """Say it, or go."""
        self.tell(tr("About {day}").format(day=day), " ".join(facts.visit))
        self.setVisible(bool(facts.visit))


class MoveDialog(Editor):
    """Moves one visit in one step; then shows the words for whoever had said yes."""

    WIDTH = 620

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Move visit"), tr("Move visit"), parent)
        self._visit = visit
        self._around = read_around(parts)
        theme, appointment = self.theme, visit.appointment
        self.body.addWidget(Text(theme, self._around.about(appointment), ink="text2"))
        self.when = DayAndTime(
            theme,
            self._around,
            appointment.day,
            appointment.clock,
            day_name=tr("New day"),
            time_name=tr("New time"),
        )
        self.fields |= self.when.fields
        self.body.addWidget(self.when)
        if visit.series is not None and visit.count > 1:
            words = tr("The other visits of the series stay. To move the later ones too, use “Slide the rest.”")
            self.body.addWidget(Text(theme, words, "caption", ink="text2"))
        self.facts = _FactsBanner(theme, "warn")
        self.facts.hide()
        self.body.addWidget(self.facts)
        self.questions = _MoveQuestions(theme, tr("Rides and other help"))
        self.questions.ask(_all_questions(visit, visit.tasks, self._around))
        self.body.addWidget(self.questions)
        self.body.addStretch(1)
        self._messages: list[Message] = []
        self._seen: tuple[date, time | None] | None = None
        self.when.changed.connect(self.look)
        self.when.opened.connect(self.grow_soon)
        self.when.stood_still.connect(self._stood_still)
        self.accepted.connect(self._hand_out)
        self.when.day.setFocus()
        self.when.day.selectAll()

    def look(self) -> Facts:
        """Show what the day and time that stand there bring with them."""
        try:
            day, clock = self.when.read_day(), self.when.read_time()
        except InvalidEntry:
            return Facts()
        facts = Facts() if self._is_as_it_was(day, clock) else look_ahead(self.parts, self._visit, day, clock)
        self.facts.show_facts(facts, self._around.day(day))
        self.questions.show_facts(facts)
        self.save_button.setText(tr("Move it anyway") if facts else tr("Move visit"))
        self.grow_soon()
        return facts

    def _stood_still(self) -> None:
        """What is shown now can be read before anything is pressed."""
        self.look()
        with suppress(InvalidEntry):
            self._seen = (self.when.read_day(), self.when.read_time())

    def _is_news(self, day: date, clock: time | None) -> bool:
        """Whether the day brings something that nobody can have read yet; then it is shown and told."""
        if self._seen == (day, clock):
            return False
        self._seen = (day, clock)
        facts = self.look()
        if facts:
            self.show_field(self.facts if facts.visit else self.questions)
            announce(self, " ".join([*facts.visit, *filter(None, facts.rides.values())]))
        return bool(facts)

    def values(self) -> object:
        return self.when.day.text(), self.when.time.text(), dict(self.questions.answers())

    def save(self) -> bool:
        from caregiver_app.services import appointments

        day, clock = self._read()
        if self._is_news(day, clock):
            return False
        appointment, answers = self._visit.appointment, self.questions.answers()
        actions = self.parts.actions
        move = partial(
            appointments.move,
            appointment=appointment,
            day=day,
            clock=clock,
            children=answers,
            now=actions.clock.now(),
        )
        moment = self._around.moment(day, clock)
        if not actions.run(tr("Move visit to {day}").format(day=moment), move):
            return False
        self._messages = news_of(self.parts, [self._visit], self._around)
        return True

    def refuse(self, name: str, sentence: str) -> None:
        """A pick-up that was typed before is in the way of the new time: it stands in another form."""
        if name == "pick_up":
            name = "when"
            words = tr("{sentence} It was typed by hand. Open the visit to change it.")
            sentence = words.format(sentence=sentence)
        super().refuse(name, sentence)

    def _read(self) -> tuple[date, time | None]:
        """Day and time as typed; each wrong line says so."""
        problem: InvalidEntry | None = None
        day, clock = self._visit.appointment.day, self._visit.appointment.clock
        try:
            day = self.when.read_day()
        except InvalidEntry as wrong:
            problem = wrong
        try:
            clock = self.when.read_time()
        except InvalidEntry as wrong:
            if problem is not None:
                self.fields["when"].set_error(wrong.message)
            problem = problem or wrong
        if problem is not None:
            raise problem
        if self._is_as_it_was(day, clock):
            raise InvalidEntry("day", tr("This is the day and time it has now. Type a new one."))
        before, after = self._visit.appointment, replace(self._visit.appointment, day=day, clock=clock)
        for trip in self._visit.trips:
            check_times(shifted_pick_up(trip.ride, before, after), after)
        return day, clock

    def _is_as_it_was(self, day: date, clock: time | None) -> bool:
        return (day, clock) == (self._visit.appointment.day, self._visit.appointment.clock)

    def _hand_out(self) -> None:
        show_messages(self.parts, self._messages, self.parentWidget())


class ChildrenDialog(Dialog):
    """The questions alone, for a visit that was changed in its own form."""

    WIDTH = 560

    def __init__(
        self, parts: Parts, visit: Visit, day: date, clock: time | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parts, tr("What moves with the visit?"), parent)
        around = read_around(parts)
        self.answers: Mapping[UUID, Child] | None = None
        moment = around.moment(day, clock)
        words = tr("“{title}” moves to {moment}.").format(title=visit.appointment.title.strip(), moment=moment)
        self.body.addWidget(Text(self.theme, words, ink="text2"))
        facts = look_ahead(parts, visit, day, clock)
        banner = _FactsBanner(self.theme, "warn")
        banner.show_facts(facts, around.day(day))
        self.body.addWidget(banner)
        self.questions = _MoveQuestions(self.theme, tr("Rides and other help"))
        self.questions.ask(_asked(visit, day, clock, around))
        self.questions.show_facts(facts)
        self.body.addWidget(self.questions)
        self.body.addStretch(1)
        self.back_button = Button(self.theme, tr("Back"), kind=PLAIN)
        self.back_button.clicked.connect(self.reject)
        self.save_button = Button(self.theme, tr("Save visit"), kind=PRIMARY, icon="check")
        self.save_button.clicked.connect(self.accept)
        self.save_button.setDefault(True)
        self.foot.addStretch(1)
        self.foot.addWidget(self.back_button)
        self.foot.addWidget(self.save_button)

    def accept(self) -> None:
        """Take the answers."""
        self.answers = self.questions.answers()
        super().accept()


def _asked(visit: Visit, day: date, clock: time | None, around: Around) -> list[Question]:
    """What a new day asks; at another time of the same day, only what has a time of its own."""
    if (day, clock) == (visit.appointment.day, visit.appointment.clock):
        return []
    touched = [item for item in visit.tasks if day != visit.appointment.day or item.task.when.clock is not None]
    return _all_questions(visit, touched, around)


def _all_questions(visit: Visit, items: Iterable[Item], around: Around) -> list[Question]:
    """About the drivers, whoever comes along, and other help."""
    company = company_questions(visit, around)
    return [*leg_questions(visit, around), *company, *task_questions(items, around)]


def ask_children(
    parts: Parts, visit: Visit, day: date, clock: time | None, parent: QWidget | None = None
) -> Mapping[UUID, Child] | None:
    """What becomes of the rides and other help when a visit moves; None when it was cancelled.

    Asks nothing, and answers at once, when nobody had said yes and nothing else hangs from the visit.
    """
    if not _asked(visit, day, clock, read_around(parts)):
        return {}
    dialog = ChildrenDialog(parts, visit, day, clock, parent)
    dialog.exec()
    return dialog.answers
