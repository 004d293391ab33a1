"""How a job counts its leave year: a choice with one plain sentence, and the first day of a fixed year."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.leave.days import Method, MonthDay
from caregiver_app.domain.leave.records import YearKnown
from caregiver_app.domain.leave_names import month_day_words
from caregiver_app.domain.leave_typed import parse_month_day
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.leave.choices import NOT_SURE, Year, method_choices, method_sentence
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.words import tr

FIXED: Year = (YearKnown.TOLD, Method.FIXED)


class YearFields(QWidget):
    """`fields` are “method” and “fixed_start”. With `unsure`, not knowing is an answer, in these words."""

    changed = Signal()

    def __init__(self, theme: Theme, name: str, *, unsure: str = "", year: Year = NOT_SURE) -> None:
        super().__init__()
        self.choice = ComboBox(theme)
        if unsure:
            self.choice.add(unsure, NOT_SURE)
        for words, value in method_choices():
            if unsure or value[0] is YearKnown.TOLD:
                self.choice.add(words, value)
        self.choice.choose(year)
        self.start = LineEdit()
        self.start.setPlaceholderText(tr("Oct 1"))
        self.fields = {
            "method": Field(theme, name, self.choice),
            "fixed_start": Field(theme, tr("Which day it starts"), self.start),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        for field in self.fields.values():
            column.addWidget(field)
        self.choice.currentIndexChanged.connect(self._chosen)
        self.start.editingFinished.connect(self._settle)
        self._chosen()

    def show_start(self, start: MonthDay | None) -> None:
        """Fill in the day on which a fixed year starts."""
        self.start.setText(month_day_words(start) if start is not None else "")
        self._settle()

    def year(self) -> Year:
        """What is known, and the method."""
        value = self.choice.value()
        assert isinstance(value, tuple), "the list holds nothing else"
        return value  # type: ignore[return-value]

    def fixed_start(self) -> MonthDay | None:
        """The day on which a fixed year starts; None for the other methods. Raises InvalidEntry."""
        return parse_month_day(self.start.text()) if self.year() == FIXED else None

    def values(self) -> object:
        """What is typed."""
        return (self.year(), self.start.text())

    def _chosen(self) -> None:
        self.fields["method"].set_help(method_sentence(self.year()))
        self.fields["fixed_start"].setVisible(self.year() == FIXED)
        self.changed.emit()

    def _settle(self) -> None:
        if not isValid(self) or not self.start.text().strip():
            return
        field = self.fields["fixed_start"]
        try:
            start = parse_month_day(self.start.text())
        except InvalidEntry as problem:
            field.set_error(problem.message)
            self.changed.emit()  # the form makes room
            return
        field.set_error("")
        self.start.setText(month_day_words(start))
        leap = tr("Most years have no Feb 29. It is not settled when the year starts then. Ask your employer.")
        field.set_help(leap if start.is_leap_day else "")
