"""Fields side by side with their labels in one line; one under another where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.flow import Reflow


class Beside(Reflow):
    """A row of fields that are as wide as each other."""

    def __init__(self, theme: Theme, ems: float, fields: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(theme.px(16), ems, parent=parent)
        for field in fields:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(field)
            column.addStretch(1)
            self.add(holder)
