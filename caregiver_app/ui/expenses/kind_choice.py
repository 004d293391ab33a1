"""The kind of a cost: the usual ones at once as one row of choices, all the others behind a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from caregiver_app.domain.expense_words import kind_label
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.segmented import Segment
from caregiver_app.words import tr


class KindChoice(QWidget):
    """`changed` tells the key of the kind that was chosen; `more_wanted` that none of the offered ones fits."""

    changed = Signal(str)
    more_wanted = Signal()

    def __init__(self, theme: Theme, first: Sequence[str], kind: str, name: str) -> None:
        super().__init__()
        set_role(self, "Grouping")
        self.setAccessibleName(tr("Kind"))
        self._name = name
        self._kind = kind
        self._group = QButtonGroup(self)
        self._flow = Flow(theme.px(8))
        self._offered: dict[str, Segment] = {}
        for each in first:
            self._offered[each] = self._segment(theme, each)
        self._other = self._segment(theme, "other")  # stands for whatever was found by search
        self._other.hide()
        self.more = Button(theme, tr("More kinds…"), kind=QUIET)
        self._flow.add(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)
        self._group.buttonClicked.connect(self._clicked)
        self.more.clicked.connect(self.more_wanted)
        self.choose(kind)

    def _segment(self, theme: Theme, kind: str) -> Segment:
        segment = Segment(theme, kind_label(kind, self._name))
        self._group.addButton(segment)
        self._flow.add(segment)
        return segment

    def value(self) -> str:
        """The key of the kind."""
        return self._kind

    def choose(self, kind: str) -> None:
        """Choose by program; nothing is told."""
        self._kind = kind
        known = self._offered.get(kind)
        if known is None:
            self._other.setText(kind_label(kind, self._name))
            self._other.show()
            self._other.updateGeometry()
        (known or self._other).setChecked(True)

    def _clicked(self) -> None:
        chosen = next((kind for kind, each in self._offered.items() if each.isChecked()), None)
        if chosen is not None:
            self._kind = chosen
            self._other.hide()
        self.changed.emit(self._kind)
