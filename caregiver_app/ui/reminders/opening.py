"""Opens the windows of reminders, each imported when it is first wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def open_due(window: MainWindow, due: Due) -> None:
    """Go to what a reminder is about; a typed one opens its form."""
    from caregiver_app.domain.found import Found, FoundKind
    from caregiver_app.domain.reminders import About

    found = {About.TASK: (FoundKind.TASK, "tasks"), About.CLAIM: (FoundKind.CLAIM, "expenses")}.get(due.about)
    if due.about is About.OWN:
        _open_own(window, due)
    elif found is not None:
        kind, tab = found
        window.show_found(Found(id=due.source_id, kind=kind, title=due.title, tab=tab))
    elif due.about is About.RIDE:
        window.show_record("rides", due.source_id)
    else:
        window.show_tab("leave" if due.about is About.LEAVE else "selfcare")


def _open_own(window: MainWindow, due: Due) -> None:
    """The form of the reminder that was due, unless it is gone."""
    from caregiver_app.ui.reminders.own import OwnReminderEditor

    reminder = window.parts.actions.read(partial(_own, due=due))
    if reminder is not None:
        OwnReminderEditor(window.parts, reminder, window).open()


def _own(work: UnitOfWork, *, due: Due) -> OwnReminder | None:
    from caregiver_app.domain.reminders import OwnReminder

    return work.get(OwnReminder, due.source_id)
