"""The card of reminders in the window, and their dialogs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.reminders import About, Due, OwnReminder
from caregiver_app.ui.reminders.card_place import CardPlace
from caregiver_app.ui.reminders.choices import ReminderChoices
from caregiver_app.ui.reminders.coming import RemindersDialog
from caregiver_app.ui.reminders.own import OwnReminderEditor
from tests.stage import TODAY, Stage, spin

PLANTS = OwnReminder(
    text="Water the plants by the window, and the lemon tree", day=TODAY, clock=time(9), repeat=Repeat(every=Every.DAYS)
)


def _card(count: int, stage: Stage) -> QWidget:
    """So many things wait since this morning."""
    stage.window.show_tab("tasks")
    early = datetime.combine(TODAY, time(8)) - timedelta(hours=20)
    dues = [
        Due(
            about=About.OWN,
            source_id=PLANTS.id,
            at=early + timedelta(minutes=n),
            title=PLANTS.text,
            detail="Ben drives there. Ana drives home.",
        )
        for n in range(count)
    ]
    place = stage.window.findChild(CardPlace) or CardPlace(stage.window, stage.window)
    place.show_dues(dues)
    return stage.window


def _list(stage: Stage) -> QWidget:
    stage.workspace.write(lambda work: work.put(PLANTS))
    return RemindersDialog(stage.parts, (), stage.window)


def _form(known: OwnReminder | None, stage: Stage) -> QWidget:
    return OwnReminderEditor(stage.parts, known, stage.window)


def _wrong(stage: Stage) -> QWidget:
    """Nothing typed but far too often."""
    form = OwnReminderEditor(stage.parts, None, stage.window)
    form.often.setEditText("every 5 minutes")
    form.show()
    spin()
    form.try_to_save()
    return form


def _choices(stage: Stage) -> QWidget:
    return ReminderChoices(stage.parts, stage.window)


REMINDER_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget]], ...] = (
    ("reminders", _list),
    ("new reminder", partial(_form, None)),
    ("new reminder, wrong", _wrong),
    ("edit reminder", partial(_form, PLANTS)),
    ("reminder choices", _choices),
)
# over a file of its own: the card stays in its window
REMINDERS_IN_WINDOW: tuple[tuple[str, Callable[[Stage], QWidget], str], ...] = (
    ("a reminder", partial(_card, 1), "reminded"),
    ("reminders from before", partial(_card, 300), "reminded"),
)
NO_REMINDERS: tuple[str, Callable[[Stage], QWidget]] = (
    "reminders, none yet",
    lambda stage: RemindersDialog(stage.parts, (), stage.window),
)
