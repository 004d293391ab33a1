"""The window over a real file with the made-up family, on Sunday, November 22, 2026."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Colors, Theme
from tests import stage as stages
from tests.stage import Stage


@pytest.fixture(scope="session")
def the_theme(qapp: QApplication) -> Theme:
    """The one look of the whole run; tests take `theme`, which begins anew each time."""
    return stages.the_theme(qapp)


@pytest.fixture
def theme(the_theme: Theme) -> Theme:
    """Light colors at 100 %."""
    if the_theme.colors is not Colors.LIGHT or the_theme.user_scale != 1.0:
        the_theme.choose_scale(1.0)
        the_theme.choose_colors(Colors.LIGHT)
    return the_theme


@pytest.fixture
def stage(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """A window of 1280×800 over the made-up family’s file, shown."""
    opened = stages.open_stage(theme, stages.file_of("demo", tmp_path))
    opened.show(1280, 800)
    yield opened
    opened.close()


@pytest.fixture
def window(stage: Stage) -> MainWindow:
    """The window itself."""
    return stage.window


@pytest.fixture
def parts(stage: Stage) -> Parts:
    """What its pages and dialogs are given."""
    return stage.parts


@pytest.fixture
def spin() -> Callable[..., None]:
    """Lets layouts and waiting calls happen."""
    return stages.spin
