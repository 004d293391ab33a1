"""A scrolling page that keeps its width whether or not there is something to scroll."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.widgets.scrolling import Scrolling


class SteadyScrolling(Scrolling):
    """The bar always has its room, and is seen only when it is of use: so no week is ever laid out twice."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(inner, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self._show_bar(0, 0)

    def _show_bar(self, _least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > 0)
