"""Numbers to call when it feels like too much."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.selfcare import HelpLine
from caregiver_app.domain.selfcare_words import checked_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_INK = INK["info"]
_ROW = 46  # letters


class HelpCard(Card):
    """`change_wanted` opens the list of the numbers."""

    change_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tone="info")
        self._shown: tuple[HelpLine, ...] = ()
        title = tr("If it feels like too much")
        self.setAccessibleName(title)
        self.change_button = Button(theme, tr("Change these numbers"), kind=QUIET, icon="pencil")
        self.change_button.clicked.connect(self.change_wanted)
        self._lines: QWidget | None = None
        self.body.addWidget(Text(theme, title, "h3", ink=_INK))
        words = tr("You can ask the clinic for a social worker. In the U.S. you can call or text 988 at any hour.")
        self.body.addWidget(Text(theme, words, ink=_INK))
        self.body.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, lines: Sequence[HelpLine]) -> None:
        """Show these numbers."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        if self._lines is not None:
            self.body.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        theme = self._theme
        self._lines = QWidget()
        column = QVBoxLayout(self._lines)
        column.setContentsMargins(QMargins(0, theme.px(4), 0, theme.px(4)))
        column.setSpacing(theme.px(12))
        for start in range(0, len(lines), 3):
            row = Reflow(theme.px(20), _ROW)
            part = [*lines[start : start + 3]]
            for line in part:
                row.add(self._line(line))
            column.addWidget(row)
        self.body.insertWidget(2, self._lines)

    def _line(self, line: HelpLine) -> QWidget:
        theme, holder = self._theme, QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        number = Text(theme, line.phone, "h2", ink=_INK)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(Text(theme, line.name, "strong", ink=_INK))
        column.addWidget(number)
        if line.about:
            column.addWidget(Text(theme, line.about, ink=_INK))
        column.addWidget(Text(theme, checked_words(line.checked_on), "caption", ink=_INK))
        column.addStretch(1)
        return holder
