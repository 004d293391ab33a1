"""How much of a treatment series is meant: this visit, this and later ones, or all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.entries.series import series_words
from caregiver_app.domain.visits import Visit
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.scope import ScopeQuestion
from caregiver_app.words import tr


class VisitScopeDialog(ScopeQuestion):
    """The same small question as for tasks; a visit that was moved keeps its own day."""

    def __init__(self, parts: Parts, visit: Visit, title: str, yes: str, parent: QWidget | None = None) -> None:
        repeat = visit.series.repeat if visit.series is not None else None
        pattern = tr("It belongs to a series: {pattern}.").format(pattern=series_words(repeat))
        super().__init__(parts, title, pattern, visit.appointment.day, yes, parent)


def ask_visit_scope(
    parts: Parts, visit: Visit, *, title: str = "", yes: str = "", parent: QWidget | None = None
) -> Scope | None:
    """Ask and wait; None when it was cancelled. A single visit is meant without asking."""
    if visit.series is None:
        return Scope.ONE
    dialog = VisitScopeDialog(parts, visit, title or tr("Save a visit of a series"), yes or tr("Save"), parent)
    dialog.exec()
    return dialog.chosen
