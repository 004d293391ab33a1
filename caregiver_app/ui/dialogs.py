"""What the dialogs of a tab have in common: whom they belong to, and that they are open when they are handed back."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_app.ui.parts import Parts

D = TypeVar("D", bound=QDialog)


class Dialogs:
    """Every dialog belongs to one widget and is modal to its window; each deed returns what it opened."""

    def __init__(self, parts: Parts, parent: QWidget) -> None:
        self._parts = parts
        self._parent = parent

    @staticmethod
    def _opened(dialog: D) -> D:
        dialog.open()
        return dialog
