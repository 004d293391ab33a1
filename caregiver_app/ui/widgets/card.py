"""A quiet sheet that holds what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.words import tr

FEW = 5
T = TypeVar("T")


class Card(QFrame):
    """Paints its ground with round corners; `tone` is surface, warn, care, info, ok, danger or accent."""

    def __init__(self, theme: Theme, *, tone: str = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        set_role(self, "Grouping")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16))
        self.body.setSpacing(theme.px(8))

    def set_tone(self, tone: str) -> None:
        """Change its ground."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        fill = theme.token("surface" if self._tone == "surface" else f"{self._tone}_soft")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = theme.token("line") if self._tone == "surface" or theme.high_contrast else fill
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(12), theme.px(12))
        painter.end()


class FewRows(Card):
    """A card of rows: at most five, then “See all”. Subclasses place `all_button` and show what `few` leaves."""

    changed = Signal()  # its height

    def __init__(self, theme: Theme, *, tone: str = "surface") -> None:
        super().__init__(theme, tone=tone)
        self._whole = False
        self.all_button = Button(theme, "", kind=QUIET, parent=self)
        self.all_button.hide()
        self.all_button.clicked.connect(self._turn)

    def few(self, rows: Sequence[T]) -> Sequence[T]:
        """Those of the rows that are to be seen now; the button tells how many there are."""
        many = len(rows) > FEW
        self.all_button.setText(tr("Show fewer") if self._whole else tr("See all {n}").format(n=len(rows)))
        self.all_button.setVisible(many)
        return rows[:FEW] if many and not self._whole else rows

    def show_again(self) -> None:
        """Show the same rows, all of them or a few. Override."""
        raise NotImplementedError

    def _turn(self) -> None:
        self._whole = not self._whole
        self.show_again()
        self.changed.emit()


INK = {
    "surface": "text",
    "warn": "on_warn_soft",
    "care": "on_care_soft",
    "info": "on_info_soft",
    "ok": "on_ok_soft",
    "danger": "on_danger_soft",
    "accent": "on_accent_soft",
}
