"""What was understood of a line, as chips: each can be taken off, and its words then stay as a note."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.flow import FlowLayout
from caregiver_app.words import tr


class Chip(QPushButton):
    """One thing that was understood; a click, Delete or Space takes it off."""

    def __init__(self, theme: Theme, key: object, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.key = key
        self.words = words
        size = theme.px(16)
        self.setIcon(icons.icon("x", theme.token("on_accent_soft"), size))
        self.setIconSize(QSize(size, size))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        self.setProperty("kind", "chip")
        self.setAutoDefault(False)
        self.setFont(theme.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Take off “{words}”").format(words=words))
        self.setToolTip(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.click()
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """A wrapping row of chips; `taken_off` tells which one was not meant."""

    taken_off = Signal(object)

    def __init__(self, theme: Theme, after: QWidget, parent: QWidget | None = None) -> None:
        """Tab comes to them from `after`."""
        super().__init__(parent)
        self._theme = theme
        self._after = after
        self._chips: list[Chip] = []
        self._flow = FlowLayout(theme.px(8), self)

    def show_chips(self, chips: Sequence[tuple[object, str]]) -> None:
        """Show these; chips that stay keep the keyboard."""
        wanted = list(chips)
        if [(chip.key, chip.words) for chip in self._chips] == wanted:
            return
        while self._chips:
            chip = self._chips.pop()
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for key, words in wanted:
            chip = Chip(self._theme, key, words, self)
            chip.clicked.connect(self._clicked)
            self._flow.addWidget(chip)
            chip.show()
            self.setTabOrder(self._chips[-1] if self._chips else self._after, chip)
            self._chips.append(chip)
        self.setVisible(bool(wanted))
        self.updateGeometry()

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self.taken_off.emit(chip.key)
