"""Makes a visit form one for the caregiver's own appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.rides.editor import VisitEditor


def make_own(form: VisitEditor) -> VisitEditor:
    """The same form, with the visit as the caregiver's own unless another is chosen."""
    whose = form.folds.more.person
    whose.setCurrentIndex(whose.count() - 1)  # the caregiver stands last, where there is one
    form.title.setPlaceholderText(tr("Example: Dentist"))
    return form
