"""What becomes of the rides and the other help when a visit moves or is off: one question for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caregiver_app.domain.ride_words import leg_words
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.tasks import Item, Status
from caregiver_app.domain.visits import Visit
from caregiver_app.services.appointments import Child
from caregiver_app.ui.rides.around import Around
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.checks import RadioButton
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


@dataclass(frozen=True)
class Question:
    """One thing to decide; the answer counts for each of `ids`. `notes` are things to look at on the new day."""

    ids: tuple[UUID, ...]
    title: str
    sentence: str
    choices: tuple[tuple[Child, str], ...]
    notes: tuple[str, ...] = field(default=())


def leg_questions(visit: Visit, around: Around) -> list[Question]:
    """For each ride that somebody said yes to: keep them, or look for somebody else."""
    questions = []
    for trip in visit.trips:
        if trip.drivers and trip.item.occurrence.status is Status.OPEN:
            choices = ((Child.FOLLOW, _keep_words(trip, around)), (Child.DROP, tr("Needs a driver again")))
            ids = (trip.item.task.id,)
            questions.append(Question(ids, leg_words(trip.ride.leg), around.said_yes(trip), choices))
    return questions


def _keep_words(trip: Trip, around: Around) -> str:
    others = [driver for driver in trip.drivers if not around.is_you(driver)]
    if not others:
        return tr("You still drive")
    return tr("Keep {names}, with a message to send").format(names=around.names_of(others))


def task_questions(items: Iterable[Item], around: Around) -> list[Question]:
    """For each other task of a visit that moves, to another day or time: along, or not."""
    return [
        Question(
            (item.task.id,),
            item.task.title.strip(),
            _standing(item, around),
            (
                (Child.FOLLOW, tr("Move it too")),
                (Child.STAY, tr("Leave it on {day}").format(day=around.moment(item.day, item.task.when.clock))),
                (Child.DROP, tr("Take it off")),
            ),
        )
        for item in items
        if item.occurrence.status is Status.OPEN
    ]


def cancel_questions(visits: Iterable[Visit], around: Around) -> list[Question]:
    """For the other tasks of visits that are off; the same task on several days is asked once."""
    alike: dict[str, list[Item]] = {}
    for visit in visits:
        for item in visit.tasks:
            if item.occurrence.status is Status.OPEN:
                alike.setdefault(item.task.title.strip(), []).append(item)
    return [_cancel_question(title, items, around) for title, items in alike.items()]


def _cancel_question(title: str, items: Sequence[Item], around: Around) -> Question:
    one = len(items) == 1
    sentence = _standing(items[0], around) if one else tr("On {n} days.").format(n=len(items))
    stay = tr("It is still needed on {day}").format(day=around.day(items[0].day)) if one else tr("Still needed")
    choices = (
        (Child.FOLLOW, tr("Not needed; it comes back if the visit is planned again")),
        (Child.STAY, stay),
        (Child.DROP, tr("Take it off the list for good")),
    )
    return Question(tuple(item.task.id for item in items), title, sentence, choices)


def _standing(item: Item, around: Around) -> str:
    """Who does it, and when."""
    moment = around.moment(item.day, item.task.when.clock)
    if item.helpers:
        return tr("{names} said yes for {moment}.").format(names=around.names_of(item.helpers), moment=moment)
    return tr("{moment}. It still needs a helper.").format(moment=moment)


class QuestionCard(Card):
    """One question with its answers; the first one is ticked."""

    def __init__(self, theme: Theme, question: Question) -> None:
        super().__init__(theme)
        self.question = question
        self.setAccessibleName(question.title)
        self.setAccessibleDescription(question.sentence)
        self.body.setSpacing(theme.px(2))
        self.body.addWidget(Text(theme, question.title, "strong"))
        sentence = Text(theme, question.sentence, ink="text2")
        sentence.setVisible(bool(question.sentence))
        self.body.addWidget(sentence)
        self.note = Text(theme, "", "strong", ink="warn")
        self.note.hide()
        self.body.addWidget(self.note)
        self.body.addSpacing(theme.px(4))
        self._group = QButtonGroup(self)
        self.choices: dict[Child, RadioButton] = {}
        for child, words in question.choices:
            button = RadioButton(words)
            self._group.addButton(button)
            self.choices[child] = button
            self.body.addWidget(button)
        self.choices[question.choices[0][0]].setChecked(True)

    def warn(self, sentence: str) -> None:
        """Say what to look at before it is kept; nothing when empty."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def answer(self) -> Child:
        """What is ticked."""
        return next(child for child, button in self.choices.items() if button.isChecked())


class Questions(QWidget):
    """All questions about one change, below a heading; hidden while there are none."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__()
        self._theme = theme
        self.cards: list[QuestionCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(10))
        self._column.addWidget(Text(theme, heading, "h3"))
        self.hide()

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask these from now on; what was answered to one that stays is kept."""
        before = self.answers()
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [QuestionCard(self._theme, question) for question in questions]
        for card in self.cards:
            self._column.addWidget(card)
            kept = before.get(card.question.ids[0])
            if kept in card.choices:
                card.choices[kept].setChecked(True)
        self.setVisible(bool(self.cards))

    def answers(self) -> Mapping[UUID, Child]:
        """What becomes of each, by the id of its task."""
        return {each: card.answer() for card in self.cards for each in card.question.ids}
