"""How much of a task that repeats is meant: this one, this and later, or all."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.spoken import repeat_words
from caregiver_app.domain.tasks import Item
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.scope import ScopeQuestion
from caregiver_app.words import tr


class ScopeDialog(ScopeQuestion):
    """How much of a task that repeats is meant."""

    def __init__(self, parts: Parts, item: Item, *, removing: bool, parent: QWidget | None = None) -> None:
        title = tr("Remove a task that repeats") if removing else tr("Save a task that repeats")
        pattern = tr("It takes place: {pattern}.").format(pattern=repeat_words(item.task.repeat, item.task.day))
        super().__init__(parts, title, pattern, item.day, tr("Remove") if removing else tr("Save"), parent)


def ask_scope(parts: Parts, item: Item, *, removing: bool, parent: QWidget | None = None) -> Scope | None:
    """Ask and wait; None when it was cancelled."""
    dialog = ScopeDialog(parts, item, removing=removing, parent=parent)
    dialog.exec()
    return dialog.chosen
