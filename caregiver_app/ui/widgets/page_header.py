"""The head of every page: its name, a hint, Print at the right, then the one filled button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text


class PageHeader(Reflow):
    """Title and hint at the left, buttons at the right or, where it is narrow, below."""

    def __init__(
        self, theme: Theme, title: str, hint: str, buttons: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(theme.px(16), 42, parent=parent)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        self.title = Text(theme, title, "h1")
        self.hint = Text(theme, hint, ink="text2")
        column.addWidget(self.title)
        column.addWidget(self.hint)
        self.add(words, 1)
        if buttons:
            self.add(Flow(theme.px(12), buttons), 0)
