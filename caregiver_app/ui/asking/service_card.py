"""A ride service in the list of drivers: the number to call, what to know of it, and room for the booking number."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMargins, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import Answer, Ask
from caregiver_app.ui.asking.person_rows import reach_line
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.disc import InitialsDisc
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_TONES = {None: "surface", Answer.NOT_THIS_TIME: "surface", Answer.NONE: "info", Answer.YES: "ok"}


class ServiceCard(Card):
    """One service, and where it stands: not asked, asked, or booked. `said` are the words for that."""

    asked = Signal(object)  # Person
    declined = Signal(object)  # Person
    freed = Signal(object)  # Person
    booked = Signal(object, str)  # Person, booking number

    def __init__(self, theme: Theme, person: Person, said: str = "", ask: Ask | None = None, booking: str = "") -> None:
        answer = ask.answer if ask is not None else None
        super().__init__(theme, tone=_TONES[answer])
        self.person = person
        ink = INK[_TONES[answer]]
        self.setAccessibleName(person.first_name)
        self.setAccessibleDescription(", ".join(part for part in (said, reach_line(person), person.notes) if part))
        self.body.setSpacing(theme.px(10))
        self.body.addWidget(self._words(theme, said, ink))
        self.number = LineEdit(booking if answer is Answer.YES else "")
        self.number.setMaximumWidth(theme.px(260))
        self.number.returnPressed.connect(self._booked)
        field = Field(theme, tr("Booking number"), self.number, optional=True)
        self.number.setAccessibleName(tr("Booking number, {name}").format(name=person.first_name))
        self.body.addWidget(field)
        self.body.addWidget(self._buttons(theme, answer))

    def _words(self, theme: Theme, said: str, ink: str) -> QWidget:
        words = QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        row.addWidget(InitialsDisc(theme, self.person.name, self.person.id), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        column.addWidget(Text(theme, said or self.person.first_name, "strong", ink=ink))
        if reach_line(self.person):
            phone = Text(theme, reach_line(self.person), "h3", ink=ink)
            phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(phone)
        if self.person.notes.strip():
            column.addWidget(Text(theme, self.person.notes.strip(), "caption", ink="text2" if ink == "text" else ink))
        row.addLayout(column, 1)
        return words

    def _buttons(self, theme: Theme, answer: Answer | None) -> QWidget:
        """What can happen next: it is asked, it says no, it is booked, or no longer."""
        self.book_button = Button(theme, tr("Keep the number") if answer is Answer.YES else tr("Booked"), icon="check")
        self.book_button.clicked.connect(self._booked)
        if answer is Answer.YES:
            self.other_button, told = Button(theme, tr("No longer booked"), kind=PLAIN), self.freed
        elif answer is Answer.NONE:
            self.other_button, told = Button(theme, tr("Not this time"), kind=PLAIN), self.declined
        else:
            self.other_button, told = Button(theme, tr("Ask…"), kind=PLAIN, icon="message-circle"), self.asked
        self.other_button.clicked.connect(partial(self._tell, told))
        for button in (self.other_button, self.book_button):
            button.setAccessibleName(tr("{name}: {answer}").format(name=self.person.first_name, answer=button.text()))
        return Flow(theme.px(8), [self.other_button, self.book_button])

    def _tell(self, told: SignalInstance, _checked: bool = False) -> None:  # Qt sends it
        told.emit(self.person)

    def _booked(self) -> None:
        self.booked.emit(self.person, self.number.text())
