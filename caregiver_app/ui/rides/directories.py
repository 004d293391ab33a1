"""Opens the places and the care team over a window, each imported when it is first wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.parts import Parts


def open_places(parts: Parts, parent: QWidget) -> None:
    """People > Places."""
    from caregiver_app.ui.rides.places import PlacesDialog

    PlacesDialog(parts, parent).open()


def open_care_team(parts: Parts, parent: QWidget) -> None:
    """People > Care team."""
    from caregiver_app.ui.rides.care_team import CareTeamDialog

    CareTeamDialog(parts, parent).open()
