"""Choosing who does it: who fits best first, each to be asked or given it in one click."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.choosing import Choice
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_add import read_offer
from caregiver_app.domain.spoken import short_day
from caregiver_app.domain.tasks import Answer, Ask
from caregiver_app.services import people
from caregiver_app.ui.asking.ask_dialog import AskDialog, called
from caregiver_app.ui.asking.person_rows import PersonRows
from caregiver_app.ui.asking.request import Request
from caregiver_app.ui.asking.who_choice import person_name
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

SHOWN_AT_FIRST = 8


class HelperChooser(Dialog):
    """Closes once it was given to somebody, or somebody was asked. `opens` leads to the thing itself, if it can."""

    WIDTH = 680
    ASKS: ClassVar[bool] = False  # whether to ask the first is the next step, rather than to give it

    def __init__(
        self, parts: Parts, request: Request, opens: Callable[[], object] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parts, request.title, parent)
        self._request, self._opens = request, opens
        self._yes: list[Button] = []  # of those who were asked and did not answer yet
        self._circle = request.read_circle()
        item = request.item
        self.about = Text(self.theme, request.about(self._circle.family), ink="text2")
        self.body.addWidget(self.about)
        if item.task.needed > 1 and item.still_needed:
            more = ntr("{n} more person is needed.", "{n} more people are needed.", item.still_needed)
            self.body.addWidget(Text(self.theme, more.format(n=item.still_needed), "strong"))
        self._answers()
        spoken = {*item.helpers, *item.waiting} - {*item.said_yes_before}
        self._offer([choice for choice in self._circle.choices if choice.person.id not in spoken])
        self._newcomer()
        self._put_more()
        self.body.addStretch(1)
        self._foot()
        first = self._yes[:1] or (self.rows.rows[0].buttons if self.rows.rows else [])
        if first:
            first[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _answers(self) -> None:
        """Who was asked and may have answered; who said yes and may not come after all."""
        for ask in self._request.item.asks:
            person = self._circle.person(ask.person_id)
            if person is not None and ask.answer in (Answer.NONE, Answer.YES):
                self._tell(person, ask)
        if len(self._yes) == 1:  # of several nobody can tell whose answer came
            self._yes[0].be(PRIMARY)

    def _tell(self, person: Person, ask: Ask) -> None:
        """What one person has said, and what they may say next."""
        name = person_name(person)
        if ask.answer is Answer.NONE:
            yes = partial(self._answer, person, Answer.YES)
            no = partial(self._answer, person, Answer.NOT_THIS_TIME)
            answers = {tr("Said yes"): yes, tr("Not this time"): no}
            self._yes += self._line(asked_words(name, ask), "info", answers, name)[:1]
        else:
            is_you = person.role is Role.CAREGIVER
            words = tr("You do this.") if is_you else tr("{name} said yes.").format(name=name)
            cannot = tr("I can’t") if is_you else tr("Can’t come")
            self._line(words, "ok", {cannot: partial(self._free, person)}, name)

    def _line(self, words: str, tone: str, answers: dict[str, partial[None]], name: str) -> list[Button]:
        """Words, and buttons below them at the side where the list has none: a press too many hits nothing."""
        theme = self.theme
        card = Card(theme, tone=tone)
        card.setAccessibleName(words)
        card.body.setSpacing(theme.px(8))
        card.body.addWidget(Text(theme, words, "strong", ink=f"on_{tone}_soft"))
        row, buttons = Flow(theme.px(8)), []
        for answer, deed in answers.items():
            button = Button(theme, answer, kind=PLAIN)
            button.setAccessibleName(tr("{name}: {answer}").format(name=name, answer=answer))
            button.clicked.connect(deed)
            row.add(button)
            buttons.append(button)
        card.body.addWidget(row)
        self.body.addWidget(card)
        return buttons

    def _offer(self, free: list[Choice]) -> None:
        """Those who were not asked yet."""
        self.rows = self._rows_of(free[:SHOWN_AT_FIRST])
        self.body.addWidget(self.rows)
        self._offer_rest(free[SHOWN_AT_FIRST:])

    def _rows_of(self, choices: list[Choice]) -> PersonRows:
        rows = PersonRows(self.theme, choices, asks=self.ASKS, filled=not self._yes)
        rows.asked.connect(self.ask)
        rows.given.connect(self.give)
        return rows

    def _put_more(self) -> None:
        """What stands below the people. Override."""

    def _offer_rest(self, rest: list[Choice]) -> None:
        self._rest = rest
        if not rest:
            return
        words = ntr("Show {n} more person", "Show {n} more people", len(rest)).format(n=len(rest))
        self.more_button = Button(self.theme, words, kind=QUIET, icon="chevron-down")
        self.more_button.clicked.connect(self._show_rest)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_rest(self) -> None:
        self.more_button.hide()
        self.rows.add(self._rest)
        self._rest = []

    def _newcomer(self) -> None:
        theme = self.theme
        self.newcomer = LineEdit()
        self.newcomer.setPlaceholderText(tr("Ben 555-0142, drives"))
        self.newcomer.returnPressed.connect(self.add_newcomer)
        self.newcomer_field = Field(theme, tr("Someone new"), self.newcomer, optional=True)
        self.add_button = Button(theme, tr("Add and give it to them"), kind=PLAIN, icon="plus")
        self.add_button.clicked.connect(self.add_newcomer)
        self.body.addWidget(self.newcomer_field)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _foot(self) -> None:
        self.open_button = Button(self.theme, self._request.opens, kind=PLAIN, icon=self._request.opens_icon)
        self.open_button.clicked.connect(self.open_thing)
        self.open_button.setHidden(self._opens is None)
        is_open = self._request.item.is_open and not self._request.item.helpers
        words = tr("Close, choose later") if is_open else tr("Leave it as it is")
        self.close_button = Button(self.theme, words, kind=PLAIN)
        self.close_button.clicked.connect(self.reject)
        self.foot.addWidget(self.open_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)

    # What can be done

    def give(self, person: Person) -> None:
        """This person does it."""
        if self._request.give(person.id, called(person)):
            self.accept()

    def ask(self, person: Person) -> None:
        """Copy the words to ask this person with, note that they were asked, and show the words."""
        dialog = AskDialog(self.parts, self._request, person, self._circle, self.parentWidget())
        QGuiApplication.clipboard().setText(dialog.text())
        if self._request.ask(person.id, called(person)):
            self.accept()
            dialog.open()
        else:
            dialog.deleteLater()

    def _answer(self, person: Person, answer: Answer, _checked: bool = False) -> None:
        if self._request.answer(person.id, answer, called(person)):
            self.accept()

    def _free(self, person: Person, _checked: bool = False) -> None:  # Qt sends it
        if self._request.free(person.id, called(person)):
            self.accept()

    def add_newcomer(self) -> None:
        """A new helper, who does it."""
        actions = self.parts.actions
        try:
            person = read_offer(self.newcomer.text(), actions.clock.today()).person(actions.clock.today())
            actions.read(partial(people.refuse_alike, typed=person))
        except InvalidEntry as problem:
            self.newcomer_field.set_error(problem.message)
            self.newcomer.setFocus()
            return
        if self._request.give_newcomer(person):
            self.accept()

    def open_thing(self) -> None:
        """Open the thing itself instead."""
        self.reject()
        if self._opens is not None:
            self._opens()


def asked_words(name: str, ask: Ask) -> str:
    """Since when somebody has been asked; or that they are to be asked again."""
    if ask.had_said_yes:
        return tr("{name} had said yes before. You can ask again.").format(name=name)
    return tr("{name} was asked on {day}.").format(name=name, day=short_day(ask.asked_at.astimezone().date()))
