"""The rows above the visits: which view, the search, and in Week and Month which one."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button, IconButton
from caregiver_app.ui.widgets.fields import LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

COMING, WEEK, MONTH = "coming", "week", "month"
TYPING_PAUSE_MS = 150


class SearchLine(LineEdit):
    """`left_down` when a key leads on to what was found; Esc empties it."""

    left_down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setClearButtonEnabled(True)
        cross = self.findChild(QToolButton)
        if cross is not None:
            cross.setAccessibleName(tr("Empty the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class RidesStrip(QWidget):
    """`shown_by` brings COMING, WEEK or MONTH, `turned` -1 or 1; `searched` comes after a short pause in typing."""

    shown_by = Signal(str)
    turned = Signal(int)
    today = Signal()
    searched = Signal(str)
    left_search = Signal()
    shares_wanted = Signal()

    def __init__(self, parts: Parts, by: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = parts.theme
        choices = {COMING: tr("Coming up"), WEEK: tr("Week"), MONTH: tr("Month")}
        self.by = Segmented(theme, tr("Show visits"), choices, by)
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("Visit, place or doctor"))
        self.search.setFixedWidth(theme.px(250))
        self.shares = Button(theme, tr("Who drives how much"), kind=QUIET)
        self.more = IconButton(theme, tr("More for rides"), "ellipsis")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE_MS)
        self._turning = self._turning_row(theme)
        self._lay_out(theme)
        self._connect()
        self.tell("", "", "")

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        first = Reflow(theme.px(12), 0)
        first.add(Flow(0, [self.by]), 1)
        first.add(Flow(theme.px(8), [self._find(theme), _together([self.shares, self.more], theme.px(4))]), 0)
        column.addWidget(first)
        column.addWidget(self._turning)

    def _find(self, theme: Theme) -> QWidget:
        label = Text(theme, tr("Find"), "strong", wrap=False)
        label.setBuddy(self.search)
        self.search.setAccessibleName(tr("Find a visit"))
        return _together([label, self.search], theme.px(8))

    def _turning_row(self, theme: Theme) -> QWidget:
        self.back = IconButton(theme, "", "chevron-left")
        self.on = IconButton(theme, "", "chevron-right")
        self.label = Text(theme, "", "h3", wrap=False)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumSize(self.label.fontMetrics().horizontalAdvance("September 2026"), theme.px(44))
        self.now = Button(theme, "", kind=QUIET)
        return Flow(theme.px(4), [self.back, self.label, self.on, self.now])

    def _connect(self) -> None:
        self.by.chosen.connect(self.shown_by)
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.now.clicked.connect(self.today)
        self.shares.clicked.connect(self.shares_wanted)
        self.search.textChanged.connect(self._typed)
        self.search.left_down.connect(self._leave_search)
        self._pause.timeout.connect(self._tell_search)

    @property
    def words(self) -> str:
        """What is searched for now."""
        return self.search.text().strip()

    def tell(self, by: str, words: str, spoken: str) -> None:
        """Name the week or month that is shown; without words there is nothing to turn."""
        self._turning.setVisible(bool(words))
        self.label.setText(words)
        self.label.setAccessibleName(spoken)
        month = by == MONTH
        for button, name in (
            (self.back, tr("Month before") if month else tr("Week before")),
            (self.on, tr("Month after") if month else tr("Week after")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.now.setText(tr("This month") if month else tr("This week"))

    def _typed(self) -> None:
        self._pause.start()

    def _tell_search(self) -> None:
        self.searched.emit(self.words)

    def _leave_search(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._tell_search()
        self.left_search.emit()

    def _back(self) -> None:
        self.turned.emit(-1)

    def _on(self) -> None:
        self.turned.emit(1)


def _together(widgets: list[QWidget], gap: int) -> QWidget:
    """Widgets that stay side by side."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(QMargins())
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    return holder
