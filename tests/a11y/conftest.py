"""Windows for the accessibility checks, in each look: colors and text size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_app.ui.theme import Colors, Theme
from tests import stage as stages
from tests.stage import Stage

LOOKS = [(colors, scale) for scale in (1.0, 1.5, 2.0) for colors in (Colors.LIGHT, Colors.DARK, Colors.CONTRAST)]


@pytest.fixture(scope="session")
def the_theme(qapp: QApplication) -> Theme:
    """The one look of the whole run."""
    return stages.the_theme(qapp)


@pytest.fixture(scope="module", params=LOOKS, ids=[f"{colors}-{scale:.0%}" for colors, scale in LOOKS])
def look(request: pytest.FixtureRequest, the_theme: Theme) -> Theme:
    """The look in each of its ways."""
    colors, scale = request.param
    the_theme.choose_scale(scale)
    the_theme.choose_colors(colors)
    return the_theme


@pytest.fixture(scope="module")
def opened(look: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Stage]]:
    """The window over a file of a kind, one for each look; tests that save something take `stage`."""
    stages_by_kind: dict[str, Stage] = {}

    def of(kind: str) -> Stage:
        if kind not in stages_by_kind:
            folder = tmp_path_factory.mktemp(kind)
            stages_by_kind[kind] = stages.open_stage(look, stages.file_of(kind, folder))
        stages_by_kind[kind].show(1280, 800)
        return stages_by_kind[kind]

    yield of
    for stage in stages_by_kind.values():
        stage.close()


@pytest.fixture
def stage(the_theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """A window of its own over the made-up family, light, at 100 %."""
    the_theme.choose_scale(1.0)
    the_theme.choose_colors(Colors.LIGHT)
    made = stages.open_stage(the_theme, stages.file_of("demo", tmp_path))
    made.show(1280, 800)
    yield made
    made.close()
