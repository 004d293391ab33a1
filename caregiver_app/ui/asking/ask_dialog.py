"""The words to ask somebody with: already copied, open to changes, with the place only when it is ticked."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Answer
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.asking.person_rows import reach_line
from caregiver_app.ui.asking.request import Circle, Request
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import Field, TextArea
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class AskDialog(Dialog):
    """Opens after the words were copied once; they can be changed and copied again."""

    WIDTH = 560

    def __init__(
        self, parts: Parts, request: Request, person: Person, circle: Circle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parts, tr("Ask {name}").format(name=person.first_name), parent)
        self._request, self._person, self._circle = request, person, circle
        theme = self.theme
        self.body.addWidget(Text(theme, self._how()))
        self.area = TextArea(theme, lines=5)
        self.body.addWidget(Field(theme, tr("The words"), self.area))
        self.place = CheckBox(tr("Say the place too: {place}").format(place=_short(request.place)))
        self.place.setHidden(not request.place)
        self.place.toggled.connect(self._place_ticked)
        self.body.addWidget(self.place)
        self.told = Text(theme, tr("Copied. It is noted that you asked today."), "caption", ink="text2")
        self.not_asked_button = Button(theme, tr("I did not ask"), kind=QUIET)
        self.not_asked_button.setToolTip(tr("Takes back the note that you asked today"))
        self.not_asked_button.clicked.connect(self.take_back)
        self.body.addWidget(Flow(theme.px(8), [self.told, self.not_asked_button]))
        self.body.addStretch(1)
        self.copy_button = Button(theme, tr("Copy text"), kind=PRIMARY, icon="copy")
        self.copy_button.clicked.connect(self.copy)
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.close_button.clicked.connect(self.accept)
        self.yes_button = Button(theme, request.yes_words(person), kind=PLAIN, icon="check")
        self.yes_button.clicked.connect(self.said_yes)
        self.foot.addWidget(self.yes_button)
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

    def take_back(self) -> None:
        """The words were only looked at: nothing is noted."""
        self._request.was_not_asked(called(self._person))
        self.accept()

    def said_yes(self) -> None:
        """The answer came while the words were still on the screen, as on the phone."""
        request = self._request.again()
        if request is None or request.answer(self._person.id, Answer.YES, self._person.first_name):
            self.accept()

    def _how(self) -> str:
        reach = reach_line(self._person)
        if not reach:
            return tr("The words are copied. Paste them into a message, or read them out on the phone.")
        return tr("The words are copied. Paste them into a message to {reach}, or read them out on the phone.").format(
            reach=reach
        )

    def _message(self, *, place: bool) -> str:
        return self._request.message(self._person, self._circle, place=place)

    def _place_ticked(self, ticked: bool) -> None:  # Qt sends it
        """Say the place, or do not; words that were changed by hand stay as they are, with the place at the end."""
        made = self._message(place=ticked)
        if self.text() == self._made:
            self.area.setPlainText(made)
        elif ticked:
            place = tr("Place: {place}").format(place=" ".join(self._request.place.split()))
            self.area.appendPlainText(place)
        self._made = made
        self.copy()


def called(person: Person) -> str:
    """What somebody is called in the name of a step."""
    return tr("You") if person.role is Role.CAREGIVER else person.first_name


def _short(place: str) -> str:
    words = " ".join(place.split())
    return words if len(words) <= 60 else words[:60] + "…"
