"""What stands in place of a week with nothing in it, and the first step out of it."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import span_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.words import tr


def first_tasks(theme: Theme) -> EmptyState:
    """Nothing here, and nothing to copy."""
    return EmptyState(
        theme,
        "heart-handshake",
        tr("Let someone help this week"),
        tr(
            "When people say “let me know if I can help,” give them one clear job. "
            "Add a task, pick a helper, and print the sheet for the fridge."
        ),
        button=tr("Add your first task"),
        link=tr("Start from ideas: meals, rides, pets, laundry"),
    )


def copied_week(theme: Theme, week: Span, *, after_this_week: bool) -> EmptyState:
    """A week with nothing yet, after one with tasks that could be copied."""
    words = tr("Copy this week’s tasks") if after_this_week else tr("Copy the tasks of {days}")
    state = EmptyState(
        theme,
        "calendar-plus",
        tr("Nothing planned yet for {days}").format(days=span_words(week)),
        tr("Tasks are copied open again, with the same helper suggested first. Tasks that repeat come by themselves."),
        button=words.format(days=span_words(week.shifted(-7))),
        link=tr("New task"),
    )
    if state.button is not None:
        state.button.setIcon(QIcon())
    return state
