"""One day of the month: its number, and short lines of what is planned; never cut without a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_app.domain.spoken import long_day
from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme
from caregiver_app.words import ntr, tr

MOST_LINES = 3
COMPACT = 104  # a day narrower than this says how many instead of what
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One visit in a few words."""

    text: str
    needs_driver: bool = False
    cancelled: bool = False

    @property
    def spoken(self) -> str:
        """The line in one breath."""
        if self.cancelled:
            return tr("{visit}, cancelled").format(visit=self.text)
        return tr("{visit}, needs a driver").format(visit=self.text) if self.needs_driver else self.text


class DayCell(QAbstractButton):
    """Painted. A button to a screen reader, with everything that day in its name."""

    opened = Signal(object)  # date

    def __init__(self, theme: Theme, day: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.day = day
        self.lines: tuple[DayLine, ...] = ()
        self.holiday = ""
        self._is_today, self._in_month, self._chosen = False, True, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, lines: tuple[DayLine, ...], *, holiday: str, is_today: bool, in_month: bool) -> None:
        """What the day shows."""
        self.lines, self.holiday, self._is_today, self._in_month = lines, holiday, is_today, in_month
        today = tr("today") if is_today else ""
        said = [long_day(self.day), today, holiday, *(line.spoken for line in lines)]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setEnabled(in_month or bool(lines))
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Whether it is the day that is looked at: the one stop of the Tab key."""
        self._chosen = chosen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def words_shown(self) -> list[str]:
        """The lines as they are drawn, with how many more there are."""
        shown = [line.text for line in self.lines[: self._most()]]
        more = len(self.lines) - len(shown)
        return [*shown, tr("+{n} more").format(n=more)] if more > 0 else shown

    def height_at(self, width: int) -> int:
        """The height that its lines need at a width."""
        least = self._theme.px(84 if width >= self._theme.px(COMPACT) else 76)
        return max(least, self._draw(None, width))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(COMPACT), self._theme.px(84))

    def focus_rect(self) -> QRect:
        """Where the ring goes: inside of its neighbors."""
        inside = self._theme.px(6)
        return self.rect().adjusted(inside, inside, -inside, -inside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.opened.emit(self.day)
        elif event.key() == Qt.Key.Key_Space:
            self.click()
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.opened.emit(self.day)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent_soft" if self._is_today else "surface" if self._in_month else "bg"
        if self.isEnabled() and self.underMouse() and not self._is_today:
            ground = "sunken"
        painter.fillRect(self.rect(), theme.token(ground))
        painter.setPen(QPen(theme.token("line"), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._chosen:
            painter.setPen(QPen(theme.token("accent"), 2))
            painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        self._draw(painter, self.width())
        painter.end()

    # Drawing, or only measuring with no painter

    def _draw(self, painter: QPainter | None, width: int) -> int:
        theme, pad = self._theme, self._theme.px(8)
        room = width - 2 * pad
        y = pad + self._draw_number(painter, pad, room)
        if width < theme.px(COMPACT):
            return y + self._draw_count(painter, pad, y, room) + pad
        if self.holiday:
            y += self._words(painter, self.holiday, theme.font("caption"), self._ink("text2"), (pad, y, room))
        for line in self.lines[: self._most()]:
            y += theme.px(4) + self._draw_line(painter, line, pad, y + theme.px(4), room)
        if len(self.lines) > self._most():
            y += theme.px(4)
            bold = theme.letters(14, bold=True)
            y += self._words(painter, self.words_shown()[-1], bold, self._ink("text"), (pad, y, room))
        return y + pad

    def _most(self) -> int:
        return MOST_LINES if len(self.lines) > MOST_LINES + 1 else MOST_LINES + 1

    def _draw_number(self, painter: QPainter | None, left: int, room: int) -> int:
        number = str(self.day.day)
        words = tr("{day} today").format(day=number) if self._is_today else number
        beside = "text2" if self.lines else "disabled"  # a day of the month before, or of the one after
        ink = self._ink("text") if self._in_month else self._theme.token(beside)
        return self._words(painter, words, self._theme.font("strong"), ink, (left, self._theme.px(8), room))

    def _draw_line(self, painter: QPainter | None, line: DayLine, left: int, top: int, room: int) -> int:
        theme = self._theme
        font = QFont(theme.font("caption"))
        font.setStrikeOut(line.cancelled)
        ink = self._ink("text2" if line.cancelled or not self._in_month else "text")
        if not line.needs_driver:
            return self._words(painter, line.text, font, ink, (left, top, room))
        mark, inset = theme.px(16), theme.px(5)
        place = (left + inset + mark, top + inset, room - 2 * inset - mark)
        height = self._words(None, line.text, font, ink, place) + 2 * inset
        if painter is not None:
            self._amber(painter, QRect(left, top, room, height))
            painter.drawPixmap(
                left + inset - 1, top + inset + 1, icons.picture("triangle-alert", _warn(theme), mark - 2)
            )
            self._words(painter, line.text, font, theme.token("on_warn_soft"), place)
        return height

    def _amber(self, painter: QPainter, room: QRect) -> None:
        theme = self._theme
        pen = QPen(theme.token("warn_line"), 1)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.setBrush(theme.token("warn_soft"))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_count(self, painter: QPainter | None, left: int, top: int, room: int) -> int:
        """In a narrow day: how many, and a mark when one needs a driver. The words stand below the calendar."""
        if not self.lines:
            return 0
        theme, mark = self._theme, self._theme.px(18)
        needs = any(line.needs_driver for line in self.lines)
        if painter is not None:
            icon = "triangle-alert" if needs else "car"
            painter.drawPixmap(left, top + 2, icons.picture(icon, _warn(theme) if needs else self._ink("text2"), mark))
        n = len(self.lines)
        words = ntr("{n}", "{n}", n).format(n=n)
        place = (left + mark + theme.px(4), top, max(room - mark - theme.px(4), 1))
        return max(mark, self._words(painter, words, theme.font("strong"), self._ink("text"), place))

    def _ink(self, token: str) -> QColor:
        return self._theme.token("on_accent_soft" if self._is_today else token)

    def _words(self, painter: QPainter | None, text: str, font: QFont, ink: QColor, place: tuple[int, int, int]) -> int:
        left, top, width = place
        layout, height = _wrapped(text, font, width)
        if painter is not None:
            painter.setPen(ink)
            layout.draw(painter, QPointF(left, top))
        return height


def _warn(theme: Theme) -> QColor:
    return theme.token("on_warn_soft")


def _wrapped(text: str, font: QFont, width: int) -> tuple[QTextLayout, int]:
    """Text broken into lines of at most this width, and how high they stand together."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout, round(y)
