"""Opens the windows of reminders, each imported when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from caregiver_app.domain.reminders import Due, OwnReminder
    from caregiver_app.storage.unit_of_work import UnitOfWork
    from caregiver_app.ui.main_window import MainWindow
    from caregiver_app.ui.parts import Parts


def open_reminders(parts: Parts, window: MainWindow) -> None:
    """Edit > Reminders."""
    from caregiver_app.ui.reminders.coming import RemindersDialog
    from caregiver_app.ui.reminders.desk import Reminders

    desk = window.findChild(Reminders)
    if desk is not None:
        desk.open_list()
    else:
        RemindersDialog(parts, parent=window).open()


def open_own(parts: Parts, due: Due, parent: QWidget) -> None:
    """The form of the reminder that was due, unless it is gone."""
    from caregiver_app.ui.reminders.own import OwnReminderEditor

    reminder = parts.actions.read(partial(_own, due=due))
    if reminder is not None:
        OwnReminderEditor(parts, reminder, parent).open()


def _own(work: UnitOfWork, *, due: Due) -> OwnReminder | None:
    from caregiver_app.domain.reminders import OwnReminder

    return work.get(OwnReminder, due.source_id)
