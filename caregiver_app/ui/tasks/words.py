"""Names of the choices in the task form."""

from __future__ import annotations

from caregiver_app.ui.tasks.draft import Again, Ends
from caregiver_app.words import tr


def again_words(again: Again) -> str:
    """How a task repeats."""
    return {
        Again.ONCE: tr("Once"),
        Again.DAILY: tr("Every day"),
        Again.WEEKLY: tr("Every week"),
        Again.OTHER_WEEK: tr("Every other week"),
        Again.WEEKDAYS: tr("Certain weekdays…"),
        Again.DAYS: tr("Every few days…"),
        Again.CYCLE: tr("Days of a cycle…"),
    }[again]


def ends_words(ends: Ends) -> str:
    """How a repeat ends."""
    return {
        Ends.NEVER: tr("It goes on"),
        Ends.ON_DAY: tr("On a day"),
        Ends.AFTER: tr("After some times"),
    }[ends]
