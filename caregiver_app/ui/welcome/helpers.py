"""“Who might help?”: a line for each name; a phone number may stand behind it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.people import LONGEST_NAME, Person
from caregiver_app.domain.quick_add import read_offer
from caregiver_app.domain.spoken import list_words
from caregiver_app.services import welcome
from caregiver_app.services.people import helpers
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.fields import LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

LINES = 5


class NameLine(LineEdit):
    """One line; Enter goes on to the next."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class HelpersDialog(Dialog):
    """`done_with` when the person goes on, with or without names."""

    WIDTH = 520
    done_with = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Who might help?"), parent)
        theme = self.theme
        told = tr("One name a line: anyone who said “let me know.” Enter goes on. You can add the rest later.")
        self.body.addWidget(Text(theme, told, ink="text2"))
        known = parts.actions.read(helpers)
        if known:
            names = list_words(person.first_name for person in known)
            self.body.addWidget(Text(theme, tr("On your list already: {names}.").format(names=names), ink="text2"))
        self.lines: list[NameLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        self.body.addLayout(self._column)
        for _ in range(LINES):
            self._add_line()
        self.body.addStretch(1)
        self.skip_button = Button(theme, tr("Skip"), kind=PLAIN)
        self.next_button = Button(theme, tr("Next"), kind=PRIMARY, icon="arrow-right")
        width = max(self.skip_button.sizeHint().width(), self.next_button.sizeHint().width())
        for button in (self.skip_button, self.next_button):
            button.setMinimumWidth(width)
        self.foot.addStretch(1)
        self.foot.addWidget(self.skip_button)
        self.foot.addWidget(self.next_button)
        self.skip_button.clicked.connect(self._go_on)
        self.next_button.clicked.connect(self._keep)
        self.lines[0].setFocus()

    def people(self) -> list[Person]:
        """The helpers as typed."""
        today = self.parts.actions.clock.today()
        typed = (" ".join(line.text().split()) for line in self.lines)
        return [_person(text, today) for text in typed if text]

    def reject(self) -> None:
        """Left with Esc: whether the names that stand there are kept is asked."""
        if not self.people() or not self._wants_names() or self._save():
            super().reject()

    def _wants_names(self) -> bool:
        from caregiver_app.ui.questions import ask

        return ask(
            self.parts,
            tr("Keep these names?"),
            tr("They are not on your list yet."),
            yes=tr("Keep them"),
            no=tr("Leave them out"),
            parent=self,
        )

    def _add_line(self) -> NameLine:
        line = NameLine()
        number = len(self.lines) + 1
        line.setAccessibleName(tr("Helper {n}").format(n=number))
        line.entered.connect(partial(self._entered, number - 1))
        if number == 1:
            line.setPlaceholderText(tr("Ana 555-0142"))
        self.lines.append(line)
        label = Text(self.theme, str(number), ink="text2", wrap=False)
        label.setBuddy(line)
        label.setMinimumWidth(self.theme.px(16))
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        row.addWidget(label)
        row.addWidget(line, 1)
        self._column.addLayout(row)
        return line

    def _entered(self, place: int) -> None:
        """On to the next line; an empty one means that these were all."""
        if not self.lines[place].text().strip():
            self._keep()
            return
        following = self.lines[place + 1] if place + 1 < len(self.lines) else self._add_line()
        following.setFocus(Qt.FocusReason.TabFocusReason)
        self.show_field(following)

    def _keep(self) -> None:
        if self._save():
            self._go_on()

    def _save(self) -> bool:
        people = self.people()
        if not people:
            return True
        label = ntr("Add {n} helper", "Add {n} helpers", len(people)).format(n=len(people))
        return self.parts.actions.run(label, partial(welcome.add_helpers, people=people))

    def _go_on(self) -> None:
        self.accept()
        self.done_with.emit()


def _person(text: str, today: date) -> Person:
    """A helper from one line; where no name can be read, the whole line is the name."""
    offer = read_offer(text, today)
    if offer.name:
        return offer.person(today)
    return Person(name=text[:LONGEST_NAME], notes=text[LONGEST_NAME:], offered_on=today)
