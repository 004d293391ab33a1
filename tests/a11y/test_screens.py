"""Checks 1 to 10 on every tab and every dialog, in every look: each screen is built once and looked at in all ways."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.theme import Colors, Theme
from caregiver_app.ui.today.page import TodayPage
from tests.a11y.fitting import does_not_fit
from tests.a11y.looking import pale_words
from tests.a11y.screens import SCREENS, Screen
from tests.a11y.telling import double_letters, small_targets, unnamed, untied_labels, wrong_roles
from tests.a11y.walking import keyboard_findings
from tests.stage import Stage, spin

SCREEN = (1280, 800)
LAPTOP = (1366, 728)
SMALLEST = (720, 520)


@pytest.fixture
def shown(opened: Callable[[str], Stage]) -> Iterator[Callable[[Screen], QWidget]]:
    """Shows a screen; a dialog is gone when the test is over."""
    dialogs: list[QWidget] = []

    def show(screen: Screen) -> QWidget:
        stage = opened(screen.file)
        top = screen.make(stage)
        if top is not stage.window:
            dialogs.append(top)
            top.show()
            if stage.parts.theme.user_scale == 2.0 and isinstance(top, Dialog):
                # the screen of the tests is narrower than any real one
                top.resize(min(round(top.WIDTH * 2.0), round(SCREEN[0] * 0.95)), round(SCREEN[1] * 0.9))
        top.activateWindow()
        spin()
        wait_for_all(stage)
        return top

    yield show
    for dialog in dialogs:
        dialog.hide()
        dialog.deleteLater()
    spin(1)


def wait_for_all(stage: Stage) -> None:
    """What a page shows after the first look is there, too."""
    page = stage.window.page
    while isinstance(page, TodayPage) and page.panel.more is None:
        spin(1)
    stage.parts.background.finish()
    spin()


def sizes(top: QWidget, scale: float) -> list[tuple[int, int]]:
    """The sizes at which a window must be whole, beside the one that it has."""
    if isinstance(top, Dialog):
        return [(round(top.WIDTH * scale), 655)]  # as on a laptop; the screen of the tests is narrow
    return [LAPTOP, *([SMALLEST] if scale == 1.0 else []), (1280, 800)]


@pytest.mark.parametrize("screen", SCREENS, ids=str)
def test_a_screen_can_be_used_by_everybody(screen: Screen, look: Theme, shown: Callable[[Screen], QWidget]) -> None:
    top = shown(screen)
    findings = [f"1 contrast: {each}" for each in pale_words(top)]
    findings += [f"2 names: {each}" for each in unnamed(top)]
    findings += [f"3 labels: {each}" for each in untied_labels(top)]
    findings += [f"4 roles: {each}" for each in wrong_roles(top)]
    findings += [f"8 size: {each}" for each in small_targets(top, look.scale)]
    findings += [f"9 fits: {each}" for each in does_not_fit(top)]
    findings += [f"10 letters: {each}" for each in double_letters(top)]
    findings += [f"5–7 keyboard: {each}" for each in keyboard_findings(top)]
    if look.colors is Colors.LIGHT:  # colors change no place
        for size in sizes(top, look.scale):
            top.resize(*size)
            spin()
            findings += [f"9 fits at {size}: {each}" for each in does_not_fit(top)]
    assert not findings, "\n".join(["", *findings])
