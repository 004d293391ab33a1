"""How much of something that comes again is meant: this one, this and later, or all."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QButtonGroup, QWidget

from caregiver_app.domain.spoken import day_words
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.checks import RadioButton
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class ScopeQuestion(Dialog):
    """A small question with three answers; “this one” is chosen first."""

    WIDTH = 460

    def __init__(self, parts: Parts, title: str, pattern: str, day: date, yes: str, parent: QWidget | None) -> None:
        super().__init__(parts, title, parent)
        self.body.addWidget(Text(self.theme, pattern, ink="text2"))
        self._group = QButtonGroup(self)
        self.choices: dict[Scope, RadioButton] = {}
        for scope, words in (
            (Scope.ONE, tr("This one, {day}").format(day=day_words(day))),
            (Scope.LATER, tr("This and later ones")),
            (Scope.ALL, tr("All of them")),
        ):
            self._add(scope, words)
        self.choices[Scope.ONE].setChecked(True)
        self.body.addStretch(1)
        self.chosen: Scope | None = None
        self._buttons(yes)
        self.choices[Scope.ONE].setFocus()

    def accept(self) -> None:
        """Take what is ticked as the answer."""
        self.chosen = next(scope for scope, button in self.choices.items() if button.isChecked())
        super().accept()

    def _add(self, scope: Scope, words: str) -> None:
        button = RadioButton(words)
        self._group.addButton(button)
        self.choices[scope] = button
        self.body.addWidget(button)

    def _buttons(self, yes: str) -> None:
        self.cancel_button = Button(self.theme, tr("Cancel"))
        self.yes_button = Button(self.theme, yes, kind=PRIMARY)
        self.foot.addStretch(1)
        for button, deed in ((self.cancel_button, self.reject), (self.yes_button, self.accept)):
            self.foot.addWidget(button)
            button.clicked.connect(deed)
        self.yes_button.setDefault(True)
