"""One day of the month: its number, and short lines of what is planned; never cut without a word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_app.domain.spoken import long_day
from caregiver_app.domain.visits import Strength
from caregiver_app.ui import icons
from caregiver_app.ui.theme import Theme
from caregiver_app.words import ntr, tr

MOST_LINES = 3
COMPACT = 104  # a day narrower than this says how many instead of what
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class DayLine:
    """One visit in a few words, in the three steps of its card.

    `strength` is how much it stands out. `to_check` when something else than a driver has to be looked at.
    """

    text: str
    needs_driver: bool = False
    cancelled: bool = False
    strength: Strength = Strength.CALM
    to_check: bool = False

    @property
    def is_near(self) -> bool:
        """Whether a driver has to be found soon."""
        return self.needs_driver and self.strength is not Strength.CALM

    @property
    def is_marked(self) -> bool:
        """Whether a sign stands before it."""
        return self.is_near or self.to_check

    @property
    def spoken(self) -> str:
        """The line in one breath."""
        said = [self.text]
        said += [tr("cancelled")] if self.cancelled else []
        said += [tr("needs a driver")] if self.needs_driver else []
        said += [tr("something to check")] if self.to_check else []
        return ", ".join(said)


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
        font = QFont(theme.letters(14, bold=True) if line.strength is Strength.BOLD else theme.font("caption"))
        font.setStrikeOut(line.cancelled)
        inset = theme.px(5) if line.needs_driver else 0
        mark = theme.px(18) if line.is_marked else 0
        place = (left + inset + mark, top + inset, room - 2 * inset - mark)
        height = self._words(None, line.text, font, QColor(), place) + 2 * inset
        if painter is None:
            return height
        if line.needs_driver:
            self._dashed(painter, QRect(left, top, room, height), "warn_soft" if line.is_near else "surface")
        ink = self._ink_of(line)
        if line.is_marked:
            sign = icons.picture("triangle-alert", ink if line.is_near else self._ink("warn"), theme.px(14))
            painter.drawPixmap(left + inset, top + inset + theme.px(2), sign)
        self._words(painter, line.text, font, ink, place)
        return height

    def _ink_of(self, line: DayLine) -> QColor:
        if line.needs_driver:  # it has a ground of its own
            return self._theme.token("on_warn_soft" if line.is_near else "text")
        return self._ink("text2" if line.cancelled or not self._in_month else "text")

    def _dashed(self, painter: QPainter, room: QRect, ground: str) -> None:
        """Dashes say that somebody is needed, wherever a visit is shown."""
        theme = self._theme
        pen = QPen(theme.token("warn_line"), 1)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.setBrush(theme.token(ground))
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _draw_count(self, painter: QPainter | None, left: int, top: int, room: int) -> int:
        """In a narrow day: how many, and a sign when there is something to do. The words stand below the calendar."""
        if not self.lines:
            return 0
        theme, mark = self._theme, self._theme.px(18)
        if painter is not None:
            marked = any(line.is_marked for line in self.lines)
            icon, ink = ("triangle-alert", "warn") if marked else ("car", "text2")
            painter.drawPixmap(left, top + 2, icons.picture(icon, self._ink(ink), mark))
            if not marked and any(line.needs_driver for line in self.lines):
                self._dashed_below(painter, left, top + mark + theme.px(6), room)
        n = len(self.lines)
        words = ntr("{n}", "{n}", n).format(n=n)
        place = (left + mark + theme.px(4), top, max(room - mark - theme.px(4), 1))
        return max(mark, self._words(painter, words, theme.font("strong"), self._ink("text"), place)) + theme.px(6)

    def _dashed_below(self, painter: QPainter, left: int, top: int, room: int) -> None:
        """In a narrow day, a line of dashes for a driver who is needed later on."""
        pen = QPen(self._theme.token("warn_line"), 2)
        pen.setDashPattern([4, 2.5])
        painter.setPen(pen)
        painter.drawLine(left, top, left + room, top)

    def _ink(self, token: str) -> QColor:
        return self._theme.token("on_accent_soft" if self._is_today else token)

    def _words(self, painter: QPainter | None, text: str, font: QFont, ink: QColor, place: tuple[int, int, int]) -> int:
        left, top, width = place
        layout, height = _wrapped(text, font, width)
        if painter is not None:
            painter.setPen(ink)
            layout.draw(painter, QPointF(left, top))
        return height


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
