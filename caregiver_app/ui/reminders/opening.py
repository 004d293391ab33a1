"""Opens the form of a typed reminder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.reminders import Due, OwnReminder
from caregiver_app.ui.parts import Parts

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


def open_own(parts: Parts, due: Due, parent: QWidget) -> None:
    """The form of the reminder that was due, unless it is gone."""
    from caregiver_app.ui.reminders.own import OwnReminderEditor

    reminder = parts.actions.read(partial(_own, due=due))
    if reminder is not None:
        OwnReminderEditor(parts, reminder, parent).open()


def _own(work: UnitOfWork, *, due: Due) -> OwnReminder | None:
    return work.get(OwnReminder, due.source_id)
