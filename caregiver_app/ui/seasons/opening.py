"""Opens the change in care over a window; imported with the menus, so it imports nothing heavy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from caregiver_app.ui.parts import Parts


def open_season(parts: Parts, parent: QWidget) -> None:
    """People > A change in care."""
    from caregiver_app.ui.seasons.dialog import SeasonDialog

    SeasonDialog(parts, parent).open()
