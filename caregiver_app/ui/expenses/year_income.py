"""The income of a year, typed to try it out; kept in the file only when the person says so."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.entries import parse_dollars
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class IncomePart(QWidget):
    """`tried` brings the income with every letter that reads, or None; `kept` the one to keep, None to forget it."""

    tried = Signal(object)
    kept = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._stored: Decimal | None = None
        self.line = LineEdit()
        self.line.setPlaceholderText("48,000")
        help_text = tr("The adjusted gross income (AGI) of the tax form. Typed here, it is only tried out.")
        self.field = Field(theme, tr("Income for the year, in dollars"), self.line, help_text=help_text, optional=True)
        self.keep = CheckBox(tr("Keep this in the file"))
        self.says = Text(theme, "", "strong")
        self.more = Text(theme, "", "caption", ink="text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        for widget in (self.field, self.keep, self.says, self.more):
            column.addWidget(widget)
        self.tell("", "")
        self.line.textChanged.connect(self._typed)
        self.line.editingFinished.connect(self.settle)
        self.keep.clicked.connect(self._ticked)

    def show_income(self, stored: Decimal | None, *, anew: bool) -> None:
        """Show what the file has; what is only tried stays unless this is another year."""
        self._stored = stored
        self.keep.setChecked(stored is not None)
        if stored is not None and (anew or self._read_quietly() != stored):
            self.line.setText(f"{stored:,.2f}".removesuffix(".00"))
        elif anew:
            self.line.clear()

    def tell(self, says: str, more: str) -> None:
        """Say what the income comes to."""
        for text, words in ((self.says, says), (self.more, more)):
            text.setText(words)
            text.setVisible(bool(words))

    def income(self) -> Decimal | None:
        """What stands there; None for nothing. Raises InvalidEntry at `agi`."""
        return parse_dollars(self.line.text(), "agi")

    def settle(self) -> None:
        """The field was left: what can't be read is told; what is to be kept is kept."""
        try:
            income = self.income()
        except InvalidEntry as problem:
            self.field.set_error(problem.message)
            return
        if self.keep.isChecked() and income != self._stored:
            self.kept.emit(income)

    def _typed(self) -> None:
        self.tried.emit(self._read_quietly())

    def _read_quietly(self) -> Decimal | None:
        try:
            return self.income()
        except InvalidEntry:
            return None

    def _ticked(self) -> None:
        if not self.keep.isChecked():
            self.kept.emit(None)
        elif self._read_quietly() is None:
            self.keep.setChecked(False)
            self.field.set_error(tr("Type the income for the year, like 48,000."))
            self.line.setFocus()
        else:
            self.settle()
