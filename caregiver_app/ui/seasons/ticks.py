"""Rows with a tick: all are ticked until somebody takes one off."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.texts import Text


class Ticks(QWidget):
    """A line of words above the rows; hidden while there are none."""

    changed = Signal()

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.boxes: dict[UUID, CheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins(0, theme.px(6), 0, 0))
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(Text(theme, words, ink="text2"))
        self.hide()

    def show_rows(self, rows: Mapping[UUID, str]) -> None:
        """Show other rows, each ticked."""
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {id_: CheckBox(words.replace("&", "&&")) for id_, words in rows.items()}
        for box in self.boxes.values():
            box.setChecked(True)
            box.toggled.connect(self._toggled)
            self._column.addWidget(box)
        self.setVisible(bool(rows))

    def ticked(self) -> frozenset[UUID]:
        """The ids of the rows that are ticked."""
        return frozenset(id_ for id_, box in self.boxes.items() if box.isChecked())

    def unticked(self) -> frozenset[UUID]:
        """The ids of the others."""
        return frozenset(self.boxes) - self.ticked()

    def _toggled(self, _on: bool) -> None:  # Qt sends it
        self.changed.emit()
