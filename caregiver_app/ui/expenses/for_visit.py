"""Opens the form of a new cost for a visit, over whatever is in front."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.services.expenses import visit_costs
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.parts import Parts


def open_for_visit(parts: Parts, visit_id: UUID, parent: QWidget) -> ExpenseEditor | None:
    """The form, with the place and day of the visit; None when there is no such visit."""
    begin = partial(visit_costs.begin, appointment_id=visit_id, today=parts.actions.clock.today())
    expense = parts.actions.read(begin)
    if expense is None:
        return None
    form = ExpenseEditor(parts, expense, parent)
    form.open()
    return form
