"""What every page and dialog is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from caregiver_app.ui.actions import Actions
    from caregiver_app.ui.background import Background
    from caregiver_app.ui.settings import Settings
    from caregiver_app.ui.theme import Theme


class Parts(NamedTuple):
    """The look, the road to the data, the worker, and what this computer remembers."""

    theme: Theme
    actions: Actions
    background: Background
    settings: Settings
