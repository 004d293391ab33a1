"""The words to ask somebody with: already copied, open to changes, with the place only when it is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.asking import ask_message
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Item
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.tasks.person_rows import reach_line
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import Field, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.tasks.chooser import Circle


class AskDialog(Dialog):
    """Opens after the words were copied once; they can be changed and copied again."""

    WIDTH = 560

    def __init__(self, parts: Parts, item: Item, person: Person, circle: Circle, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Ask {name}").format(name=person.first_name), parent)
        self._item, self._person, self._circle = item, person, circle
        theme = self.theme
        self.body.addWidget(Text(theme, self._how()))
        self.area = TextArea(theme, lines=5)
        self.body.addWidget(Field(theme, tr("The words"), self.area))
        self.place = CheckBox(tr("Say the place too: {place}").format(place=_short(item.task.place)))
        self.place.setHidden(not item.task.place.strip())
        self.place.toggled.connect(self._place_ticked)
        self.body.addWidget(self.place)
        self.told = Text(theme, tr("Copied. It is noted that you asked today."), "caption", ink="text2")
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self.copy_button = Button(theme, tr("Copy text"), kind=PRIMARY, icon="copy")
        self.copy_button.clicked.connect(self.copy)
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.close_button.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.copy_button)
        self._made = self._message(place=False)
        self.area.setPlainText(self._made)
        self.close_button.setFocus()

    def text(self) -> str:
        """The words as they stand."""
        return self.area.toPlainText()

    def copy(self) -> None:
        """Copy the words as they stand."""
        QGuiApplication.clipboard().setText(self.text())
        self.told.setText(tr("Copied again, with your changes."))
        announce(self, self.told.text())

    def _how(self) -> str:
        reach = reach_line(self._person)
        if not reach:
            return tr("The words are copied. Paste them into a message, or read them out on the phone.")
        return tr("The words are copied. Paste them into a message to {reach}, or read them out on the phone.").format(
            reach=reach
        )

    def _message(self, *, place: bool) -> str:
        circle = self._circle
        return ask_message(
            self._item,
            self._person,
            circle.in_role(Role.CAREGIVER),
            circle.in_role(Role.CARED_FOR),
            circle.family.clock24,
            include_place=place,
        )

    def _place_ticked(self, ticked: bool) -> None:  # Qt sends it
        """Say the place, or do not; words that were changed by hand stay as they are, with the place at the end."""
        made = self._message(place=ticked)
        if self.text() == self._made:
            self.area.setPlainText(made)
        elif ticked:
            place = tr("Place: {place}").format(place=" ".join(self._item.task.place.split()))
            self.area.appendPlainText(place)
        self._made = made
        self.copy()


def _short(place: str) -> str:
    words = " ".join(place.split())
    return words if len(words) <= 60 else words[:60] + "…"
