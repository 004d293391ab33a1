"""Ready words for each person who has to hear of a change: the number to call, the text, and a note that they know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caregiver_app.domain.people import Person, Reach, Role
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.tasks import Item, State, Status
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.disc import InitialsDisc
from caregiver_app.ui.widgets.fields import Field, TextArea
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.domain.ride_words import Why
    from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Message:
    """What one person has to hear; once told they know the new plan of `trips`, and of `visits` they come along to."""

    person: Person
    text: str
    trips: tuple[Trip, ...] = ()
    visits: tuple[Visit, ...] = ()


def moved_messages(trips: Iterable[Trip], around: Around) -> list[Message]:
    """One message for each person who said yes to, or was asked for, an earlier plan of some of these rides."""
    from caregiver_app.domain.ride_words import all_moved_words

    known = [(trip, each) for trip in trips if trip.ride.was_agreed for each in (*trip.drivers, *trip.item.waiting)]
    return [
        Message(person, all_moved_words(theirs, person, *_roles(around), around.family.clock24), tuple(theirs))
        for person, theirs in _by_person(known, around)
    ]


def off_messages(trips: Iterable[tuple[Trip, UUID]], why: Why, around: Around) -> list[Message]:
    """One message for each person who need not drive any more; the rides as they knew them, each with one of them."""
    from caregiver_app.domain.ride_words import all_off_words

    return [
        Message(
            person,
            all_off_words(theirs, person, *_roles(around), around.family.clock24, why=why),
            tuple(trip for trip in theirs if _stays_marked(trip, why)),
        )
        for person, theirs in _by_person(trips, around)
    ]


def _stays_marked(trip: Trip, why: Why) -> bool:
    """Whether the Rides tab keeps that somebody is to be told; what was removed is not there any more."""
    from caregiver_app.domain.ride_words import Why

    if trip.appointment.is_planned:
        return why is not Why.REMOVED
    return trip.ride.was_agreed


def asked_messages(visit: Visit, around: Around) -> list[Message]:
    """The question for each person who waits to be asked for a ride of this visit; once for both ways."""
    from caregiver_app.domain.ride_words import ride_question

    asked = [(trip, each) for trip in visit.trips for each in trip.item.waiting]
    messages = []
    for person, (first, *back) in _by_person(asked, around):
        words = ride_question(first, person, *_roles(around), around.family.clock24, back=back[0] if back else None)
        known = tuple(trip for trip in (first, *back) if trip.ride.was_agreed)
        messages.append(Message(person, words, known))
    return messages


def help_messages(before: Iterable[Item], after: Iterable[Item], around: Around) -> list[Message]:
    """One message for each helper of other tasks that moved, were taken off, or are not needed; no other ones."""
    now = {item.task.id: item for item in after}
    return [message for item in before for message in _help_messages(item, now.get(item.task.id), around)]


def _help_messages(before: Item, after: Item | None, around: Around) -> Iterator[Message]:
    """For those who said yes to one task, or were asked for it."""
    from caregiver_app.domain.help_words import help_moved_words, help_off_words

    if before.occurrence.status is not Status.OPEN:
        return
    off = after is None or after.state is State.NOT_NEEDED
    if not off and after is not None and (after.day, after.task.when) == (before.day, before.task.when):
        return
    caregiver = around.in_role(Role.CAREGIVER)
    for person in _others((*before.helpers, *before.waiting), around):
        if after is None or off:
            text = help_off_words(before, person, caregiver, around.in_role(Role.CARED_FOR))
        else:
            text = help_moved_words(before, after, person, caregiver, around.family.clock24)
        yield Message(person, text)


def _others(ids: Iterable[UUID], around: Around) -> list[Person]:
    """People who have to be told: everybody who is known beside the one at the keyboard."""
    return [around.people[each] for each in ids if each in around.people and not around.is_you(each)]


def _by_person(trips: Iterable[tuple[Trip, UUID]], around: Around) -> list[tuple[Person, list[Trip]]]:
    """Each person beside the one at the keyboard, with their rides, in the order of the rides."""
    found: dict[UUID, list[Trip]] = {}
    for trip, person_id in trips:
        for person in _others([person_id], around):
            found.setdefault(person.id, []).append(trip)
    return [(around.people[each], theirs) for each, theirs in found.items()]


def _roles(around: Around) -> tuple[Person | None, Person | None]:
    return around.in_role(Role.CAREGIVER), around.in_role(Role.CARED_FOR)


class _WholeText(TextArea):
    """Words that are all seen, however wide the dialog is."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, lines=3)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as its lines; a plain text counts its height in lines."""
        lines = max(3, round(self.document().size().height()))
        height = lines * self.fontMetrics().lineSpacing() + self._theme.px(32)
        if height != self.height():
            self.setFixedHeight(height)


class MessageCard(Card):
    """One person: the number large, the words, and what to do; with a new file for whoever has an old one."""

    def __init__(self, parts: Parts, message: Message, *, has_file: bool = False) -> None:
        super().__init__(parts.theme)
        theme = parts.theme
        self._parts = parts
        self.message = message
        name = " ".join(message.person.name.split())
        self.setAccessibleName(name)
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(self._head(theme, name))
        self.area = _WholeText(theme, message.text)
        field = Field(theme, tr("The words for {name}").format(name=message.person.first_name), self.area)
        self.body.addWidget(field)
        self.copy_button = Button(theme, tr("Copy text"), kind=PLAIN, icon="copy")
        self.told_button = Button(theme, _told_words(message.person), kind=PLAIN, icon="check")
        self.copy_button.setAccessibleName(tr("Copy text for {name}").format(name=message.person.first_name))
        self.copy_button.clicked.connect(self.copy)
        self.told_button.clicked.connect(self.mark_told)
        self.file_button = Button(theme, tr("New calendar file…"), kind=PLAIN, icon="file-down")
        self.file_button.setAccessibleName(tr("New calendar file for {name}").format(name=message.person.first_name))
        self.file_button.clicked.connect(self.save_file)
        self.file_button.setVisible(has_file)
        shown = [self.copy_button, *([self.file_button] if has_file else []), self.told_button]
        self.body.addWidget(Flow(theme.px(12), shown))
        if has_file:
            old = tr("{name} has the old plan in a calendar. A new file puts it right there.")
            self.body.addWidget(Text(theme, old.format(name=message.person.first_name), "caption", ink="text2"))
        self.state = Text(theme, "", "caption", ink="text2")
        self.state.hide()
        self.body.addWidget(self.state)

    def _head(self, theme: Theme, name: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        person = self.message.person
        row.addWidget(InitialsDisc(theme, name, person.id), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(theme, name, "strong"))
        main, other = _ways(person)
        if main:
            large = Text(theme, main, "h2" if main == person.phone else "body")
            large.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(large)
        if other:
            column.addWidget(Text(theme, other, ink="text2"))
        row.addLayout(column, 1)
        return head

    def copy(self) -> None:
        """Copy the words as they stand."""
        QGuiApplication.clipboard().setText(self.area.toPlainText())
        self._say(tr("Copied. Paste it into a message, or read it out on the phone."))

    def save_file(self) -> None:
        """A calendar file with all that the person does now; it takes out what is off."""
        from caregiver_app.ui.calendars.saving import save_calendar_file

        save_calendar_file(self._parts, self, person=self.message.person)

    def mark_told(self) -> None:
        """The person knows now."""
        person, trips, visits = self.message.person, self.message.trips, self.message.visits
        if trips or visits:
            label = tr("{name} was told").format(name=person.first_name)
            if not self._parts.actions.run(label, partial(_tell, message=self.message)):
                return
        self.told_button.setEnabled(False)
        self.set_tone("ok")
        self._say(tr("Noted: {name} knows.").format(name=person.first_name))

    def _say(self, sentence: str) -> None:
        self.state.setText(sentence)
        self.state.show()
        announce(self, sentence)


def _given(work: UnitOfWork, *, appointment_ids: set[UUID]) -> set[UUID]:
    from caregiver_app.services import calendar_files

    return calendar_files.given(work, appointment_ids=appointment_ids)


def _tell(work: UnitOfWork, *, message: Message) -> None:
    from caregiver_app.services import telling

    telling.told(work, person_id=message.person.id, trips=message.trips)
    for visit in message.visits:
        telling.company_told(work, appointment=visit.appointment)


def _told_words(person: Person) -> str:
    return tr("{name} knows now").format(name=person.first_name)


def _ways(person: Person) -> tuple[str, str]:
    """How to reach a person: the way they like best, then the other."""
    ways = [person.phone, person.email]
    if person.reach is Reach.EMAIL and person.email:
        ways.reverse()
    ways = [way for way in ways if way] + ["", ""]
    return ways[0], ways[1]


class MessagesDialog(Dialog):
    """A card for each person. It can be closed at any time: who was not told yet stays marked on the Rides tab."""

    WIDTH = 620

    def __init__(self, parts: Parts, messages: Sequence[Message], parent: QWidget | None = None) -> None:
        title = ntr("One person to tell", "{n} people to tell", len(messages)).format(n=len(messages))
        super().__init__(parts, title, parent)
        theme = self.theme
        lead = tr("Nothing was sent. The words are ready for a text, an email or a call.")
        self.body.addWidget(Text(theme, lead, ink="text2"))
        visits = {trip.appointment.id for message in messages for trip in message.trips}
        given = parts.actions.read(partial(_given, appointment_ids=visits)) if visits else set()
        self.cards = [MessageCard(parts, each, has_file=each.person.id in given) for each in messages]
        for card in self.cards:
            self.body.addWidget(card)
        if any(message.trips or message.visits for message in messages):
            self.body.addWidget(_later(theme))
        self.body.addStretch(1)
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.close_button.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.setDefault(True)
        (self.cards[0].copy_button if self.cards else self.close_button).setFocus()


def _later(theme: Theme) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(QMargins())
    row.setSpacing(theme.px(8))
    row.addWidget(Picture(theme, "info", 20, ink="text2"), 0, Qt.AlignmentFlag.AlignTop)
    words = tr("No time now? The visit stays marked until everybody knows.")
    row.addWidget(Text(theme, words, "caption", ink="text2"), 1)
    return holder


def show_messages(parts: Parts, messages: Sequence[Message], parent: QWidget | None) -> None:
    """Show who is to be told, if anybody is."""
    if messages:
        MessagesDialog(parts, messages, parent).open()
