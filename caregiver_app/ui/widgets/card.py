"""A quiet sheet that holds what belongs together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme


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


INK = {
    "surface": "text",
    "warn": "on_warn_soft",
    "care": "on_care_soft",
    "info": "on_info_soft",
    "ok": "on_ok_soft",
    "danger": "on_danger_soft",
    "accent": "on_accent_soft",
}
