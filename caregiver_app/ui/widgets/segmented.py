"""A choice of two or three views in one row: radio buttons that look like one control."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme


class Segmented(QWidget):
    """`chosen` tells the value that was picked by the person."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, choices: Mapping[str, str], value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, QAccessible.Role.Grouping)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins())
        row.setSpacing(0)
        for place, (each, text) in enumerate(choices.items()):
            button = self._button(theme, each, text, value)
            if place == 0:
                button.setProperty("edge", "first")
            elif place == len(choices) - 1:
                button.setProperty("edge", "last")
            row.addWidget(button)
        self._group.buttonClicked.connect(self._clicked)

    def value(self) -> str:
        """What is chosen now."""
        return next(value for value, button in self._buttons.items() if button.isChecked())

    def choose(self, value: str) -> None:
        """Choose by program; nothing is told."""
        self._buttons[value].setChecked(True)

    def _button(self, theme: Theme, value: str, text: str, chosen: str) -> QRadioButton:
        button = QRadioButton(text)
        button.setProperty("kind", "segment")
        button.setFont(theme.font("body"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setMinimumSize(
            button.fontMetrics().horizontalAdvance(text) + theme.px(14 * 2 + 16 + 6 + 14), theme.px(44)
        )
        button.setObjectName(f"segment {value}")
        button.setChecked(value == chosen)
        self._group.addButton(button)
        self._buttons[value] = button
        return button

    def _clicked(self) -> None:
        self.chosen.emit(self.value())
