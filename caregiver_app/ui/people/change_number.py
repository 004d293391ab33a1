"""Somebody who was typed is there already: their number can become the one that was typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from caregiver_app.services import people
from caregiver_app.services.people import Alike
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.words import tr


class ChangeNumber(Button):
    """Hidden while there is no other number. `changed` once it was kept."""

    changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.theme, tr("Change the number"), icon="phone")
        self._actions = parts.actions
        self._alike: Alike | None = None
        self.clicked.connect(self._change)
        self.hide()

    def offer(self, alike: Alike | None) -> None:
        """Offer the number that was typed for somebody who is there; None when nobody is."""
        self._alike = alike if alike is not None and alike.other_phone else None
        self.setVisible(self._alike is not None)
        if self._alike is not None:
            words = tr("Change the number of {name} to {phone}")
            self.setText(words.format(name=self._alike.person.first_name, phone=self._alike.other_phone))

    def _change(self) -> None:
        if self._alike is None:
            return
        name, phone = self._alike.person.first_name, self._alike.other_phone
        change = partial(people.change_phone, person=self._alike.person, phone=phone)
        told = tr("{name} has the number {phone} now.").format(name=name, phone=phone)
        if self._actions.run(tr("Change the number of {name}").format(name=name), change, told=told):
            self.changed.emit()
