"""The four figures on top of the Expenses tab: this month, this year, miles, receipts that are missing."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expense_answers import Figures
from caregiver_app.domain.money_words import dollars, miles_number
from caregiver_app.domain.spoken import short_day
from caregiver_app.ui.expenses.words import paid_count_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

FOUR_EMS, TWO_EMS = 68, 33


class FigureCard(Card):
    """A name, a big figure, and a line below; a screen reader hears them as one."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._name = name
        self.body.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self.body.setSpacing(theme.px(2))
        self.figure = Text(theme, "", "figure", wrap=False)
        self.below = Text(theme, "", "caption", ink="text2")
        self.body.addWidget(Text(theme, name, ink="text2"))
        self.body.addWidget(self.figure)
        self.body.addWidget(self.below)
        self.body.addStretch(1)

    def tell(self, figure: str, below: str) -> None:
        """Show another figure."""
        self.figure.setText(figure)
        self.below.setText(below)
        self.setAccessibleName(tr("{name}: {figure}").format(name=self._name, figure=figure))
        self.setAccessibleDescription(below)


class FigureCards(QWidget):
    """The row of figures; two by two where it is narrow, and one below the other where it is very narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.month = FigureCard(theme, tr("This month"))
        self.year = FigureCard(theme, tr("This year"))
        self.miles = FigureCard(theme, tr("Miles driven"))
        self.missing = FigureCard(theme, tr("Receipts missing"))
        gap = theme.px(16)
        pairs = [Reflow(gap, TWO_EMS, pair) for pair in ([self.month, self.year], [self.miles, self.missing])]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Reflow(gap, FOUR_EMS, pairs))

    def show_figures(self, figures: Figures, today: date) -> None:
        """Show what was spent; nothing here is good or bad."""
        first = date(today.year, 1, 1)
        since = tr("Since {day}, {year}").format(day=short_day(first), year=first.year)
        self.month.tell(dollars(figures.month_total), paid_count_words(figures.month_count))
        self.year.tell(dollars(figures.year_total), since)
        self.miles.tell(miles_number(figures.miles), tr("This year"))
        below = tr("Add a photo any time") if figures.missing else tr("Every receipt is there")
        self.missing.tell(f"{figures.missing:,}", below)
