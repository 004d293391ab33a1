"""Begins the first run in an empty file, and opens its steps again from the welcome cards."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.parts import Parts


def if_new(parts: Parts, window: QWidget) -> None:
    """Begin the first run when nothing at all was told yet."""
    del parts, window


def step(name: str, parts: Parts, window: QWidget) -> None:
    """Open one step: "helpers", "tasks" or "sheet"."""
    del name, parts, window
