"""What a page shows while there is nothing on it: why it is there, and the first step."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.texts import Text


class Disc(QWidget):
    """An icon in a soft disc."""

    def __init__(self, theme: Theme, icon: str, *, tone: str = "accent", size: int = 112) -> None:
        super().__init__()
        self._theme, self._icon, self._tone = theme, icon, tone
        self.setFixedSize(theme.px(size), theme.px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.token(f"{self._tone}_soft")
        painter.setBrush(fill)
        painter.setPen(theme.token("line") if theme.high_contrast else fill)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        size = self.width() // 2
        place = (self.width() - size) // 2
        painter.drawPixmap(place, place, icons.picture(self._icon, theme.token(f"on_{self._tone}_soft"), size))
        painter.end()


class EmptyState(QWidget):
    """Icon, title, a sentence, one button and one quiet one; `filled` unless the head has a filled button already."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        sentence: str,
        *,
        button: str = "",
        link: str = "",
        tone: str = "accent",
        filled: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = Button(theme, button, kind=PRIMARY if filled else PLAIN, icon="plus") if button else None
        self.link = Button(theme, link, kind=QUIET) if link else None
        column = QVBoxLayout()
        column.setSpacing(theme.px(12))
        column.addStretch(1)
        column.addWidget(Disc(theme, icon, tone=tone), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.px(8))
        for words in (Text(theme, title, "h2"), Text(theme, sentence, ink="text2")):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(words)
        column.addSpacing(theme.px(8))
        for button_widget in (self.button, self.link):
            if button_widget is not None:
                column.addWidget(button_widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        holder = QWidget()
        holder.setMaximumWidth(theme.px(480))
        holder.setLayout(column)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(holder, 100)
        row.addStretch(1)
