"""Which ways need a ride: two boxes, and a word beside them while they stand as they did the last time."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from caregiver_app.domain.ride_words import leg_words
from caregiver_app.domain.rides import Leg
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class RideTicks(Flow):
    """Once a person has pressed one of the boxes, no place changes them any more."""

    changed = Signal()

    def __init__(self, theme: Theme, wanted: Mapping[Leg, bool]) -> None:
        self.boxes = {leg: CheckBox(leg_words(leg)) for leg in Leg}
        self.note = Text(theme, "", "caption", ink="text2", wrap=False)
        self.note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.note.setMinimumHeight(self.boxes[Leg.THERE].sizeHint().height())
        super().__init__(theme.px(24), [*self.boxes.values(), self.note])
        self._told = False
        self.note.hide()
        for leg, box in self.boxes.items():
            box.setChecked(wanted[leg])
            box.toggled.connect(self.changed)
            box.clicked.connect(self._touched)

    def wanted(self) -> dict[Leg, bool]:
        """Which ways are ticked."""
        return {leg: box.isChecked() for leg, box in self.boxes.items()}

    def put_back(self, wanted: Mapping[Leg, bool]) -> None:
        """As a person had left them."""
        self._touched()
        for leg, box in self.boxes.items():
            box.setChecked(wanted[leg])

    def as_last_time(self, legs: Collection[Leg]) -> None:
        """Tick what was ticked the last time, and say so; nothing once a person has decided."""
        if self._told:
            return
        for leg, box in self.boxes.items():
            box.setChecked(leg in legs)
        self._say(tr("As last time") if legs else "")

    def _touched(self) -> None:
        self._told = True
        self._say("")

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))
        for box in self.boxes.values():
            box.setAccessibleDescription(words)
