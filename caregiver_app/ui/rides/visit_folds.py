"""What is folded away in the visit form: more about the visit, and about each way of its ride."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Leg
from caregiver_app.ui.rides.draft import LegDraft, VisitDraft, leg_field
from caregiver_app.ui.rides.leg_fields import LegFields
from caregiver_app.ui.rides.visit_fields import VisitFields
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import Field
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.words import tr


class VisitFolds(QWidget):
    """Buttons in a row, and below them what is open; `opened` tells which part."""

    opened = Signal(object)  # Fold

    def __init__(
        self, theme: Theme, draft: VisitDraft, people: Sequence[Person], team: Sequence[str], *, one_of_series: bool
    ) -> None:
        super().__init__()
        self.more = VisitFields(theme, draft, people, team)
        self.more_fold = Fold(theme, tr("About the visit"), self.more)
        self.fields: dict[str, Field] = dict(self.more.fields)
        self.legs: dict[Leg, LegFields] = {}
        self.leg_folds: dict[Leg, Fold] = {}
        for leg, words in ((Leg.THERE, tr("About the ride there")), (Leg.HOME, tr("About the ride home"))):
            shown = LegFields(theme, leg, _people_for(draft.legs[leg], people), one_of_series=one_of_series)
            shown.fill(draft.legs[leg])
            self.legs[leg], self.leg_folds[leg] = shown, Fold(theme, words, shown)
            self.fields |= {leg_field(leg, name): field for name, field in shown.fields.items()}
        self._offered: dict[Leg, LegDraft] = {}
        self._lay_out(theme)
        self.show_legs({leg: each.wanted for leg, each in draft.legs.items()})

    @property
    def folds(self) -> tuple[Fold, ...]:
        """All parts, as they stand."""
        return (self.more_fold, *self.leg_folds.values())

    def show_legs(self, wanted: Mapping[Leg, bool]) -> None:
        """Offer the parts of the ways that are wanted."""
        for leg, fold in self.leg_folds.items():
            fold.button.setVisible(wanted[leg])
            if not wanted[leg]:
                fold.close_again()

    def offer(self, leg: Leg, draft: LegDraft) -> None:
        """Fill in one way as it was the last time, unless something was typed there."""
        untouched = self.legs[leg].typed(wanted=True) == self._offered.get(leg, LegDraft(wanted=True))
        if untouched:
            self._offered[leg] = draft
            self.legs[leg].fill(draft)

    def open_part_of(self, name: str) -> None:
        """Bring a folded field into sight."""
        field = self.fields.get(name)
        for fold in self.folds:
            if field is not None and fold.isAncestorOf(field):
                fold.open()

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        column.addWidget(Flow(theme.px(8), [fold.button for fold in self.folds]))
        for fold in self.folds:
            column.addWidget(fold)
            fold.opened.connect(self._opened)

    def _opened(self) -> None:
        fold = self.sender()
        assert isinstance(fold, Fold), "only they send it"
        first = next(field for field in self.fields.values() if fold.isAncestorOf(field))
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit(fold)


def _people_for(typed: LegDraft, people: Sequence[Person]) -> list[Person]:
    """Everybody of today, and whoever drives or stands by already."""
    kept = {typed.driver_id, typed.backup_id}
    return [replace(each, former=False) if each.id in kept else each for each in people]
