"""A card with a title, some rows of words with a button, and a quiet deed below them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.card import INK, FewRows
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text, unbroken


class CareRow(NamedTuple):
    """Words in bold, more words, and what its button says and does; no button without words for it."""

    title: str
    detail: str = ""
    button: str = ""
    deed: Callable[[], object] | None = None


class RowsCard(FewRows):
    """At most five rows, then “See all”. Rows that stay the same are not made anew."""

    def __init__(self, theme: Theme, title: str, nothing: str, *, tone: str = "surface") -> None:
        super().__init__(theme, tone=tone)
        self._ink = INK[tone]
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self._rows: Sequence[CareRow] = ()
        self.row_buttons: list[Button] = []
        self.pressed: Button | None = None
        self.setAccessibleName(title)
        self.title = Text(theme, title, "h3", ink=self._ink)
        self.nothing = Text(theme, nothing, ink=self._ink if tone != "surface" else "text2")
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(10))
        for widget in (self.title, self.nothing, self._holder):
            self.body.addWidget(widget)
        self.foot = Flow(theme.px(8), [self.all_button])
        self.body.addWidget(self.foot)

    def name(self, title: str, nothing: str) -> None:
        """Call the card something else."""
        self.setAccessibleName(title)
        self.title.setText(title)
        self.nothing.setText(nothing)

    def show_rows(self, rows: Sequence[CareRow]) -> None:
        """Show these rows."""
        self._rows = rows
        words = tuple(row[:3] for row in rows)
        self.nothing.setVisible(not rows)
        self._holder.setVisible(bool(rows))
        if words != self._shown:
            self._shown = words
            self.show_again()

    def show_again(self) -> None:
        while self._column.count():
            old = self._column.takeAt(0).widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.row_buttons = []
        for place, _row in enumerate(self.few(self._rows)):
            self._column.addWidget(self._line(place))

    def _line(self, place: int) -> QWidget:
        theme, row = self._theme, self._rows[place]
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addStretch(1)
        column.addWidget(Text(theme, unbroken(row.title), "strong", ink=self._ink))
        if row.detail:
            more = Text(theme, unbroken(row.detail), ink=self._ink if self._ink != "text" else "text2")
            more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(more)
        column.addStretch(1)
        line = Reflow(theme.px(12), 22)
        line.add(words, 1)
        if row.button:
            button = Button(theme, row.button, kind=PLAIN)
            button.setAccessibleDescription(row.title)
            button.setProperty("place", place)
            button.clicked.connect(self._pressed)
            self.row_buttons.append(button)
            line.add(button, 0)
        return line

    def _pressed(self) -> None:
        """The deed of the row as it is now."""
        button = self.sender()
        assert isinstance(button, Button), "only the rows' buttons send it"
        self.pressed = button
        deed = self._rows[button.property("place")].deed
        if deed is not None:
            deed()
