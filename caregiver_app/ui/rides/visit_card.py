"""One visit as a card: what, where and when at the left, who drives beside it, Open and More at the right."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.visits import Strength
from caregiver_app.ui.rides.leg_row import CardButton, LegRow
from caregiver_app.ui.rides.leg_words import LegWords
from caregiver_app.ui.rides.open_banner import paint_dashed
from caregiver_app.ui.rides.visit_words import Line, VisitWords
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Picture, Text, unbroken
from caregiver_app.words import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
LEAST_EMS = 34  # where the buttons stand beside the words
WORDS, WAYS = 5, 4  # shares of the width


class VisitCard(Card):
    """`wished` brings a Wish, the card, and the row of the way that it is about, if any."""

    wished = Signal(object, object, object)  # Wish, VisitCard, LegWords | None
    menu_wanted = Signal(object, object)  # VisitCard, QPoint on the screen
    focused = Signal(object)  # VisitCard

    def __init__(self, theme: Theme, words: VisitWords, parent: QWidget | None = None) -> None:
        super().__init__(theme, tone="warn" if words.is_near else "surface", parent=parent)
        self.words = words
        self.rows = [LegRow(theme, leg, with_buttons=True) for leg in words.legs]
        self.setAccessibleName(words.name)
        self._again = words.cancelled and not words.calm  # else it is in the menu
        first = Wish.RESTORE if self._again else Wish.OPEN
        kind = QUIET if words.cancelled and words.calm else PLAIN
        self.open_button = CardButton(theme, tr("Plan again") if self._again else tr("Open"), first, kind=kind)
        self.more_button = CardButton(theme, tr("More"), Wish.MORE, kind=QUIET)
        self.services_button = CardButton(theme, tr("Ride services"), Wish.SERVICES, kind=QUIET)
        self.words_button = CardButton(theme, tr("Words to send"), Wish.WORDS, kind=QUIET)
        self.company_button = CardButton(theme, tr("{name} knows").format(name=words.company), Wish.COMPANY_TOLD)
        self._say()
        # What is shown before it stands in the card were a window of its own.
        for button, is_offered in self._beside():
            if not is_offered:
                button.hide()
        told = Reflow(theme.px(20), self._least_ems())
        told.add(self._words(theme), WORDS)
        if self.rows:
            told.add(self._ways(theme), WAYS)
        row = Reflow(theme.px(24), LEAST_EMS)
        row.add(told, 1)
        row.add(self._sides(theme), 0)
        self.body.addWidget(row)
        for button in self.buttons:
            button.clicked.connect(self._pressed)

    @property
    def buttons(self) -> list[CardButton]:
        """All buttons in the order of reading."""
        beside = [button for button, wanted in self._beside() if wanted]
        ways = [button for row in self.rows for button in row.buttons]
        return [*beside, *ways, self.open_button, self.more_button]

    def _beside(self) -> tuple[tuple[CardButton, bool], ...]:
        """The buttons below the words, and whether each is offered."""
        return (
            (self.services_button, self.words.offers_services),
            (self.words_button, self._has_news),
            (self.company_button, bool(self.words.company)),
        )

    @property
    def _has_news(self) -> bool:
        """Whether somebody has to hear of a change."""
        return bool(self.words.company) or any(leg.agreed for leg in self.words.legs)

    def button_for(self, wish: Wish, leg: LegWords | None) -> CardButton | None:
        """The button for a wish; about a way, the first one of that way where the wish itself is gone."""
        if leg is None:
            return next((each for each in self.buttons if each.wish is wish), None)
        of_way = [each for each in self.buttons if each.leg is not None and each.leg.leg is leg.leg]
        return next((each for each in of_way if each.wish is wish), of_way[0] if of_way else None)

    def let_tab_stop(self, stops: bool) -> None:
        """Only one card of a list stops the Tab key, with its buttons."""
        policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
        for each in (self, *self.buttons):
            each.setFocusPolicy(policy)

    def _least_ems(self) -> float:
        """From which width on, in letters, what and who can stand side by side."""
        ways = max((row.least_width() for row in self.rows), default=0)
        least = self._theme.px(20) + ways * (WORDS + WAYS) / WAYS
        return least / self.fontMetrics().horizontalAdvance("m")

    def _say(self) -> None:
        title = self.words.title
        again = tr("Plan again: {visit}") if self._again else tr("Open: {visit}")
        self.open_button.setAccessibleName(again.format(visit=title))
        self.more_button.setAccessibleName(tr("More for {visit}").format(visit=title))
        self.words_button.setAccessibleName(tr("Words to send: {visit}").format(visit=title))
        told = tr("{name} knows all that has changed").format(name=self.words.company)
        self.company_button.setAccessibleName(told)

    def _words(self, theme: Theme) -> QWidget:
        words = self.words
        ink = "on_warn_soft" if words.is_near else "text2"
        holder, column = _column(theme, 2)
        title = Text(theme, words.title, "h3", ink="text2" if words.cancelled else "text")
        if words.cancelled:
            font = title.font()
            font.setStrikeOut(True)
            title.setFont(font)
        column.addWidget(title)
        if words.marks:
            column.addWidget(Text(theme, " · ".join(words.marks), "strong", ink=ink))
        for text in (words.place, unbroken(words.times)):
            if text:
                column.addWidget(Text(theme, text, ink=ink))
        if words.lines:
            column.addSpacing(theme.px(4))
        for line in words.lines:
            column.addWidget(_line(theme, line, words.is_near))
        if words.offers_services or self._has_news:
            column.addWidget(Flow(theme.px(4), [button for button, _ in self._beside()]))
        column.addStretch(1)
        return holder

    def _ways(self, theme: Theme) -> QWidget:
        holder, column = _column(theme, 8)
        for row in self.rows:
            column.addWidget(row)
        column.addStretch(1)
        return holder

    def _sides(self, theme: Theme) -> QWidget:
        holder, column = _column(theme, 4)
        column.addWidget(Flow(theme.px(4), [self.open_button, self.more_button]))
        column.addStretch(1)
        return holder

    def _pressed(self) -> None:
        button = self.sender()
        assert isinstance(button, CardButton), "only buttons of a card are connected"
        self.wished.emit(button.wish, self, button.leg)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.wished.emit(Wish.OPEN, self, None)
        elif event.key() == Qt.Key.Key_Delete:
            self.wished.emit(Wish.REMOVE, self, None)
        else:
            super().keyPressEvent(event)  # the list moves on

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.wished.emit(Wish.OPEN, self, None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self, self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def more_place(self) -> QPoint:
        """Where the menu of the More button opens."""
        return self.more_button.mapToGlobal(QPoint(0, self.more_button.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.words.needs_driver:
            paint_dashed(self, self._theme, "warn_soft" if self.words.is_near else "surface")
        else:
            super().paintEvent(event)


def _column(theme: Theme, gap: int) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(QMargins())
    column.setSpacing(theme.px(gap))
    return holder, column


def _line(theme: Theme, line: Line, on_amber: bool) -> QWidget:
    """A quiet line; amber ones have their own ink, bold ones bold letters."""
    ink = "on_warn_soft" if on_amber else "text2" if line.strength is Strength.CALM else "warn"
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(QMargins())
    row.setSpacing(theme.px(8))
    row.addWidget(Picture(theme, line.icon, 18, ink=ink), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(theme, unbroken(line.text), "strong" if line.strength is Strength.BOLD else "body", ink=ink), 1)
    return holder
