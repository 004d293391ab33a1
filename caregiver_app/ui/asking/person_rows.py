"""People to choose from: name, phone number, the reasons for and against, and two buttons each."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.choosing import Choice
from caregiver_app.domain.people import Person, Reach, Role
from caregiver_app.ui.asking.who_choice import person_name
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.disc import InitialsDisc
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class RowButton(Button):
    """A button whose arrow keys belong to the list that it stands in."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PersonRow(Card):
    """One person. The number to call stands large beside the name."""

    def __init__(self, theme: Theme, choice: Choice, *, first: bool, asks: bool = False) -> None:
        super().__init__(theme)
        person = choice.person
        self.person = person
        name = person_name(person)
        self.setAccessibleName(name)
        self.ask_button = RowButton(theme, tr("Ask…"), kind=PRIMARY if first and asks else PLAIN, icon="message-circle")
        self.ask_button.setAccessibleName(tr("Ask {name}…").format(name=person.first_name))
        self.give_button = RowButton(theme, _give_words(person), kind=PRIMARY if first and not asks else PLAIN)
        reasons = ", ".join(choice.reasons)
        self.setAccessibleDescription(", ".join(part for part in (reach_line(person), reasons) if part))
        row = Reflow(theme.px(12), 36)
        row.add(self._words(theme, name, reasons), 1)
        row.add(self._buttons(theme), 0)
        self.body.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self.body.addWidget(row)

    @property
    def buttons(self) -> list[Button]:
        """The buttons that are there."""
        return [self.give_button] if self.ask_button.isHidden() else [self.ask_button, self.give_button]

    def _words(self, theme: Theme, name: str, reasons: str) -> QWidget:
        words = QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        row.addWidget(InitialsDisc(theme, self.person.name, self.person.id), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(theme, name, "strong"))
        if reach_line(self.person):
            phone = Text(theme, reach_line(self.person), "h3")
            phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(phone)
        if reasons:
            column.addWidget(Text(theme, reasons, "caption", ink="text2"))
        row.addLayout(column, 1)
        return words

    def _buttons(self, theme: Theme) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(8))
        row.addWidget(self.ask_button)
        row.addWidget(self.give_button)
        self.ask_button.setHidden(self.person.role is Role.CAREGIVER)
        return holder


def reach_line(person: Person) -> str:
    """How to reach a person, the way they like best first."""
    ways = [person.phone, person.email]
    if person.reach is Reach.EMAIL:
        ways.reverse()
    return tr(", ").join(way for way in ways if way)


def _give_words(person: Person) -> str:
    if person.role is Role.CAREGIVER:
        return tr("I’ll do it")
    return tr("Give it to {name}").format(name=person.first_name)


class PersonRows(QWidget):
    """The list; with `asks`, asking the first is the next step, else giving it; not `filled`, neither is.

    One stop for the Tab key a row; arrows go up, down and across.
    """

    asked = Signal(object)  # Person
    given = Signal(object)  # Person

    def __init__(self, theme: Theme, choices: Sequence[Choice], *, asks: bool = False, filled: bool = True) -> None:
        super().__init__()
        self._asks, self._filled = asks, filled
        self.rows: list[PersonRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        self._theme, self._column = theme, column
        self.add(choices)

    def add(self, choices: Sequence[Choice]) -> None:
        """Put more people below."""
        for choice in choices:
            first = self._filled and not self.rows and choice.fits
            row = PersonRow(self._theme, choice, first=first, asks=self._asks)
            row.ask_button.clicked.connect(self._asked)
            row.give_button.clicked.connect(self._given)
            self.rows.append(row)
            self._column.addWidget(row)
        self._keep_one_stop(self.rows[0] if self.rows else None)

    def row_of(self, person_id: UUID) -> PersonRow:
        """The row of a person."""
        return next(row for row in self.rows if row.person.id == person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._row_with(self.focusWidget())
        if row is None or Qt.Key(event.key()) not in _ARROWS:
            super().keyPressEvent(event)
            return
        down, across = _ARROWS[Qt.Key(event.key())]
        place = min(max(self.rows.index(row) + down, 0), len(self.rows) - 1)
        column = next(n for n, button in enumerate(row.buttons) if button.hasFocus()) + across
        target = self.rows[place]
        button = target.buttons[min(max(column, 0), len(target.buttons) - 1)]
        self._keep_one_stop(target)
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def _keep_one_stop(self, chosen: PersonRow | None) -> None:
        for row in self.rows:
            policy = Qt.FocusPolicy.StrongFocus if row is chosen else Qt.FocusPolicy.ClickFocus
            row.ask_button.setFocusPolicy(policy)
            row.give_button.setFocusPolicy(policy)

    def _row_with(self, widget: QWidget | None) -> PersonRow | None:
        return next((row for row in self.rows if widget is not None and row.isAncestorOf(widget)), None)

    def _asked(self) -> None:
        row = self._row_with(self.sender())  # type: ignore[arg-type]
        if row is not None:
            self.asked.emit(row.person)

    def _given(self) -> None:
        row = self._row_with(self.sender())  # type: ignore[arg-type]
        if row is not None:
            self.given.emit(row.person)
