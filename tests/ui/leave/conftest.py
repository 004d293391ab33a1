"""The Leave tab over the made-up family with a job, on Sunday, November 22, 2026."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_app.ui.leave.page import LeavePage
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import Stage, spin


def page_of(stage: Stage) -> LeavePage:
    """The Leave tab of a window, shown."""
    stage.show(1280, 900)
    stage.window.show_tab("leave")
    spin()
    page = stage.window.page
    assert isinstance(page, LeavePage)
    return page


@pytest.fixture
def at_work(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """A window whose file has a job with its log."""
    opened = stages.open_stage(theme, stages.file_of("leave", tmp_path))
    yield opened
    opened.close()


@pytest.fixture
def page(at_work: Stage) -> LeavePage:
    """Its Leave tab."""
    return page_of(at_work)
