"""One line of a card on Today: what it is, who does it, a mark where somebody is needed, and its button."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMargins, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.today_view import DOCTOR, DRIVE, OWN, REMINDER, TodayRow
from caregiver_app.domain.today_words import headline, spoken
from caregiver_app.ui import icons
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Picture, Text, unbroken

PICTURES = {  # of each kind of task, and of what is no task
    "meal": "utensils",
    "ride": "car",
    "errand": "clipboard-list",
    "shopping": "shopping-bag",
    "chores": "house",
    "childcare": "baby",
    "pets": "paw-print",
    "stay": "sofa",
    "calls": "phone",
    "visit": "users",
    DRIVE: "car",
    DOCTOR: "stethoscope",
    OWN: "heart",
    REMINDER: "bell",
}
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Chip(QLabel):
    """A mark in words and with an icon, so that it is never color alone."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(words)
        self._theme = theme
        self.setFont(theme.letters(14, bold=True))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), theme.token("on_warn_soft"))
        self.setPalette(palette)
        self._icon = theme.px(16)
        self.setContentsMargins(self._icon + theme.px(16), theme.px(5), theme.px(12), theme.px(5))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = theme.token("warn_soft")
        painter.setBrush(fill)
        painter.setPen(theme.token("warn_line") if theme.high_contrast else fill)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        top = (self.height() - self._icon) // 2
        painter.drawPixmap(theme.px(10), top, icons.picture("users", theme.token("on_warn_soft"), self._icon))
        painter.end()
        super().paintEvent(event)


class Opening(QWidget):
    """Words that open what they speak of. `opened` comes with a press, Enter or Space."""

    opened = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._is_held = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        set_role(self, "Link")
        self.setAccessibleName(name)
        self.setMinimumHeight(theme.px(44))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_held = event.button() == Qt.MouseButton.LeftButton

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double-click was meant for what stood here before."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_held, self._is_held = self._is_held, False
        if was_held and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.token("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(8), self._theme.px(8))
        painter.end()


class OpenWords(Opening):
    """The title of a row, and who does it."""

    def __init__(self, theme: Theme, row: TodayRow) -> None:
        super().__init__(theme, spoken(row))
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(1))
        column.addStretch(1)
        title = Text(theme, unbroken(headline(row)), "strong", ink="text2" if row.done else "text")
        if row.done:
            font = title.font()
            font.setStrikeOut(True)
            title.setFont(font)
        column.addWidget(title)
        if row.detail and not row.done:
            column.addWidget(Text(theme, unbroken(row.detail), ink="text2"))
        column.addStretch(1)


class OpenSentence(Opening):
    """A sentence with an icon."""

    def __init__(self, theme: Theme, sentence: str, icon: str) -> None:
        super().__init__(theme, sentence)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        line.setSpacing(theme.px(12))
        line.addWidget(Picture(theme, icon, 20, ink="accent"))
        line.addWidget(Text(theme, sentence), 1)


def widest_day() -> str:
    """A day that needs as much room as any, so that all rows begin alike."""
    return day_words(date(2026, 9, 30))


class DayMark(Text):
    """The day at the left of a row; empty where it is the day of the row above, which a screen reader hears anyway."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__(theme, words, "strong", wrap=False)
        self.setFixedWidth(max(theme.px(64), self.fontMetrics().horizontalAdvance(widest_day()) + theme.px(4)))
        self.setMinimumHeight(theme.px(44))


class DayRow(QWidget):
    """`opened` and `pressed` bring the row. `day` stands at its left, empty below its like; None for the icon."""

    opened = Signal(object)
    pressed = Signal(object)

    def __init__(self, theme: Theme, row: TodayRow, button: Button | None, day: str | None) -> None:
        super().__init__()
        self.row, self.day, self.button, self._theme = row, day, button, theme
        self.words = OpenWords(theme, row)
        self.words.opened.connect(self._open)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        line.setSpacing(theme.px(12))
        if day is not None:
            line.addWidget(DayMark(theme, day), 0, Qt.AlignmentFlag.AlignTop)
        else:
            ink = "text2" if row.done else "care" if row.thing is not None else "accent"
            line.addWidget(_Sign(theme, PICTURES[row.sign], ink), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._body(), 1)

    def _body(self) -> QWidget:
        theme = self._theme
        right: list[QWidget] = [_held(theme, Chip(theme, self.row.needs))] if self.row.needs else []
        if self.button is not None:
            self.button.setAccessibleDescription(headline(self.row))
            self.button.clicked.connect(self._press)
            right.append(self.button)
        if not right:
            return self.words
        body = Reflow(theme.px(12), 28)
        body.add(self.words, 1)
        body.add(right[0] if len(right) == 1 else Flow(theme.px(8), right), 0, Qt.AlignmentFlag.AlignVCenter)
        return body

    def _open(self) -> None:
        self.opened.emit(self.row)

    def _press(self) -> None:
        self.pressed.emit(self.row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.token("line"))
        painter.end()


def _held(theme: Theme, chip: Chip) -> QWidget:
    """A mark in the middle of the height of a button, beside which it stands."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(QMargins())
    row.addWidget(chip)
    holder.setMinimumHeight(theme.px(44))
    return holder


class _Sign(QWidget):
    """The icon of a row, as high as its first line."""

    def __init__(self, theme: Theme, icon: str, ink: str) -> None:
        super().__init__()
        picture = Picture(theme, icon, 24, ink=ink)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), 0, 0)
        column.addWidget(picture)

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()
