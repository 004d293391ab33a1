"""A person's initials in a disc; their full name always stands beside it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.tokens import PEOPLE


def initials(name: str) -> str:
    """The first letters of the first and the last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def disc_color(person_id: UUID) -> QColor:
    """The color of a person: the same on every screen, whoever comes or goes."""
    return QColor(PEOPLE[int.from_bytes(person_id.bytes[4:6], "big") % len(PEOPLE)])


class InitialsDisc(QWidget):
    """Painted; a screen reader hears the name beside it instead."""

    def __init__(self, theme: Theme, name: str, person_id: UUID, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letters, self._color = initials(name), disc_color(person_id)
        self._font = theme.letters(size * 0.4, bold=True)
        self.setFixedSize(theme.px(size), theme.px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(self._font)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letters)
        painter.end()
