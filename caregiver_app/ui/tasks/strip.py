"""The strip above the board: which week, and how it is shown."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button, IconButton
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

DAY, HELPER, LIST = "day", "helper", "list"


class WeekStrip(Reflow):
    """`turned` brings -1 or 1, `today` asks for the week of today, `shown_by` brings DAY, HELPER or LIST."""

    turned = Signal(int)
    today = Signal()
    shown_by = Signal(str)

    def __init__(self, parts: Parts, by: str, parent: QWidget | None = None) -> None:
        theme = parts.theme
        super().__init__(theme.px(12), 46, parent=parent)
        self.back = IconButton(theme, tr("Week before"), "chevron-left")
        self.on = IconButton(theme, tr("Week after"), "chevron-right")
        self.label = Text(theme, "", "h3", wrap=False)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label.setMinimumSize(self.label.fontMetrics().horizontalAdvance("Nov 29 – Dec 25"), theme.px(44))
        self.this_week = Button(theme, tr("This week"), kind=QUIET)
        self.more = IconButton(theme, tr("More for this week"), "ellipsis")
        choices = {DAY: tr("By day"), HELPER: tr("By helper"), LIST: tr("List")}
        self.by = Segmented(theme, tr("Show the week"), choices, by)
        self.add(Flow(theme.px(4), [self.back, self.label, self.on, self._this_week_and_more(theme.px(4))]), 1)
        self.add(self.by, 0)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self._back)
        self.on.clicked.connect(self._on)
        self.this_week.clicked.connect(self.today)
        self.by.chosen.connect(self.shown_by)

    def _this_week_and_more(self, gap: int) -> QWidget:
        """The two stay side by side: where letters are large, they go on below together."""
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(QMargins())
        row.setSpacing(gap)
        row.addWidget(self.this_week)
        row.addWidget(self.more)
        return pair

    def _back(self) -> None:
        self.turned.emit(-1)

    def _on(self) -> None:
        self.turned.emit(1)

    def tell(self, words: str) -> None:
        """Name the week that is shown."""
        self.label.setText(words)
        self.label.setAccessibleName(tr("Week of {days}").format(days=words) if words else "")
