"""“How did it go?” in one line, until somebody has a moment to tell."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.visits import Visit
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class TellCard(Card):
    """`opened` when there is a moment now; `put_off` brings the id of the visit when there is none."""

    opened = Signal()
    put_off = Signal(object)

    def __init__(self, theme: Theme, visit: Visit, about: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.visit = visit
        self.setAccessibleName(tr("How did it go? {visit}").format(visit=about))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addWidget(Text(theme, tr("How did it go?"), "h3"))
        column.addWidget(Text(theme, about, ink="text2"))
        self.tell_button = Button(theme, tr("Tell how it went"), kind=PLAIN)
        self.later_button = Button(theme, tr("Not now"), kind=QUIET)
        self.tell_button.clicked.connect(self.opened)
        self.later_button.clicked.connect(self._later)
        row = Reflow(theme.px(16), 42)
        row.add(words, 1)
        row.add(Flow(theme.px(8), [self.tell_button, self.later_button]), 0)
        self.body.addWidget(row)

    def _later(self) -> None:
        self.put_off.emit(self.visit.id)
