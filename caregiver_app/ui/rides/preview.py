"""The live line of the visit form: what Save will make, and when to leave home."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_app.domain.planned import (
    Planned,
    days_words,
    holiday_words,
    missing_words,
    rides_words,
    times_words,
)
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import tr


class PreviewCard(Card):
    """Keeps room for what is told as a rule, so that nothing below it jumps."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tone="accent", parent=parent)
        self.setAccessibleName(tr("What will be made"))
        self.body.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self.body.setSpacing(theme.px(4))
        ink = "on_accent_soft"
        self.days, self.rides = Text(theme, "", "strong", ink=ink), Text(theme, "", ink=ink)
        self.missing = Text(theme, "", ink=ink)
        self.met = Text(theme, "", "strong", ink=ink)
        self._missing_row = _beside(theme, "info", self.missing)
        self._met_row = _beside(theme, "triangle-alert", self.met)
        self._met_row.hide()
        for each in (self.days, self.rides, self._missing_row, self._met_row):
            self.body.addWidget(each)
        self.body.addStretch(1)
        self.setMinimumHeight(theme.px(76))

    def wait_for(self, unread: InvalidEntry) -> None:
        """Say what has to be put right before it can be shown what would be kept."""
        later = {
            "day": tr("When the day can be read, you see here what will be made."),
            "clock": tr("When the time can be read, you see here what will be made."),
            "title": tr("When the title is shorter, you see here what will be made."),
            "repeat": tr("When the dates can be read, you see here what will be made."),
        }
        words = tr("You see here what will be made, once this is put right: {problem}")
        self._show(later.get(unread.field) or words.format(problem=unread.message), "", "")

    def tell(self, planned: Planned, clock24: bool) -> None:
        """Show what would be kept now."""
        holiday = holiday_words(planned)
        days = f"{days_words(planned)} {holiday}".strip()
        rides = f"{rides_words(planned)} {times_words(planned, clock24)}".strip()
        self._show(days, rides, missing_words(planned))

    def meet(self, words: str) -> None:
        """What is in the way on one of the days; it can be kept all the same."""
        self.met.setText(words)
        self._met_row.setVisible(bool(words))
        self.setAccessibleDescription(self.words())

    def words(self) -> str:
        """All that is told now."""
        return " ".join(each.text() for each in (self.days, self.rides, self.missing, self.met) if each.text())

    def _show(self, days: str, rides: str, missing: str) -> None:
        for label, words in ((self.days, days), (self.rides, rides), (self.missing, missing)):
            if label.text() != words:
                label.setText(words)
        self.rides.setVisible(bool(rides))
        self._missing_row.setVisible(bool(missing))
        self.setAccessibleDescription(self.words())


def _beside(theme: Theme, icon: str, words: Text) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(Picture(theme, icon, 20, ink="on_accent_soft"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return holder
