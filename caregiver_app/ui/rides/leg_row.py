"""One way of a visit on its card: a disc, who drives, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.rides import Leg
from caregiver_app.domain.visits import Strength
from caregiver_app.ui.rides.leg_words import LegWords, Stand
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, WARN, Button
from caregiver_app.ui.widgets.disc import InitialsDisc
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import tr

DISC = 36
WORDS_EMS = 9  # room for the words beside the disc
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CardButton(Button):
    """A button on a card. Enter presses it; the arrow keys belong to the list that the card stands in."""

    def __init__(self, theme: Theme, text: str, wish: Wish, leg: LegWords | None = None, kind: str = PLAIN) -> None:
        super().__init__(theme, text, kind=kind)
        self.wish = wish
        self.leg = leg

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class OpenDisc(QWidget):
    """A dashed ring with a question mark, where a driver is still to be found."""

    def __init__(self, theme: Theme, *, ink: str) -> None:
        super().__init__()
        self._theme, self._ink = theme, ink
        self.setFixedSize(theme.px(DISC), theme.px(DISC))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.token(self._ink), 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        painter.setFont(theme.letters(15, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "?")
        painter.end()


class LegRow(QWidget):
    """The row of one way. Its buttons tell their wish and the way that they are about."""

    def __init__(self, theme: Theme, words: LegWords, *, with_buttons: bool) -> None:
        super().__init__()
        self.words = words
        self._theme = theme
        self.buttons = _buttons(theme, words) if with_buttons else []
        side_by_side = len(self.buttons) < 2
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        at = Qt.AlignmentFlag.AlignVCenter if side_by_side else Qt.AlignmentFlag.AlignTop
        row.addWidget(_disc(theme, words), 0, at)
        if side_by_side:
            row.addWidget(self._words(theme), 1)
            for button in self.buttons:
                row.addWidget(button, 0)
            return
        column = QVBoxLayout()
        column.setSpacing(theme.px(8))
        column.addWidget(self._words(theme))
        column.addWidget(Flow(theme.px(8), self.buttons))
        row.addLayout(column, 1)

    def least_width(self) -> int:
        """How wide it has to be for its words to stand in few lines."""
        button = self.buttons[0].sizeHint().width() + self._theme.px(12) if len(self.buttons) == 1 else 0
        return self._theme.px(DISC + 12) + round(WORDS_EMS * self.fontMetrics().horizontalAdvance("m")) + button

    def _words(self, theme: Theme) -> QWidget:
        """The words, in the middle of the row."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins())
        column.setSpacing(0)
        column.addStretch(1)
        ink, is_open = _ink(self.words), self.words.stand is Stand.OPEN
        column.addWidget(Text(theme, self.words.text, "strong" if is_open else "body", ink=ink))
        if self.words.note:
            column.addWidget(Text(theme, self.words.note, "caption", ink=ink if is_open else "text2"))
        if self.words.left:
            column.addWidget(self._left(theme, ink if is_open else "warn"))
        column.addStretch(1)
        return holder

    def _left(self, theme: Theme, ink: str) -> QWidget:
        """How much time is left; once it is very near in bold letters, with a sign before them."""
        if self.words.strength is not Strength.BOLD:
            return Text(theme, self.words.left, ink=ink)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(6))
        row.addWidget(Picture(theme, "triangle-alert", 18, ink=ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(theme, self.words.left, "strong", ink=ink), 1)
        return holder


def _ink(words: LegWords) -> str:
    """Amber once a driver has to be found soon; calm before that."""
    if words.stand is Stand.OPEN and words.strength is not Strength.CALM:
        return "on_warn_soft"
    return "text2" if words.stand is Stand.QUIET else "text"


def _disc(theme: Theme, words: LegWords) -> QWidget:
    if words.person_id is None:
        return OpenDisc(theme, ink=_ink(words))
    return InitialsDisc(theme, words.full_name, words.person_id, DISC)


def _buttons(theme: Theme, words: LegWords) -> list[CardButton]:
    name = words.short_name
    match words.stand:
        case Stand.OPEN:
            kind = PLAIN if words.strength is Strength.CALM else WARN
            button = CardButton(theme, tr("Choose driver"), Wish.CHOOSE, words, kind)
            said = tr("Choose a driver for the way there") if _there(words) else tr("Choose a driver for the way home")
            button.setAccessibleName(said)
            return [button]
        case Stand.ASKED:
            yes = CardButton(theme, tr("Said yes"), Wish.YES, words)
            no = CardButton(theme, tr("Not this time"), Wish.NO, words, QUIET)
            yes.setAccessibleName(tr("{name} said yes").format(name=name))
            no.setAccessibleName(tr("{name}: not this time").format(name=name))
            if not words.is_last_asked:
                return [yes, no]
            other = CardButton(theme, tr("Ask someone else"), Wish.CHOOSE, words, QUIET)
            other.setAccessibleName(tr("Ask someone else for {way}").format(way=_way(words)))
            return [yes, no, other]
        case Stand.COVERED:
            free = CardButton(theme, tr("I can’t") if words.is_you else tr("Can’t come"), Wish.FREE, words, QUIET)
            yours = tr("I can’t: {way}").format(way=_way(words))
            free.setAccessibleName(yours if words.is_you else tr("{name} can’t come").format(name=name))
            return [*_told(theme, words), free]
        case _:
            return _told(theme, words)


def _told(theme: Theme, words: LegWords) -> list[CardButton]:
    """That somebody knows all that has changed for them; nothing while nobody has to hear anything."""
    if not words.agreed:
        return []
    told = CardButton(theme, tr("{name} knows").format(name=words.short_name), Wish.TOLD, words)
    told.setAccessibleName(tr("{name} knows all that has changed").format(name=words.short_name))
    return [told]


def _way(words: LegWords) -> str:
    return tr("the way there") if _there(words) else tr("the way home")


def _there(words: LegWords) -> bool:
    return words.leg is Leg.THERE
