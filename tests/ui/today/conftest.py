"""The day of the made-up family on the screen, with all that follows the first paint."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.ui.today.page import TodayPage
from caregiver_app.ui.today.panel import TodayPanel
from tests.stage import Stage, spin


@pytest.fixture
def panel(stage: Stage, qtbot: QtBot) -> TodayPanel:
    """The day, read and shown whole."""
    page = stage.window.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page.panel.more is not None)
    spin()
    return page.panel
