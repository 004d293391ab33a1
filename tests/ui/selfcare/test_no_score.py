"""Reads every word and looks at every pixel of the tab: nothing keeps score, and nothing is red."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.selfcare import Feel, JournalEntry
from caregiver_app.services import selfcare
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.ui.selfcare.panel import SelfCarePanel
from caregiver_app.ui.theme import Colors, Theme
from tests import stage as stages
from tests.stage import TODAY, Stage, spin
from tests.ui.selfcare.caring import COFFEE, GROUP, NOW, WALK, card, keep, panel, stay

SCORE = re.compile(
    r"%|\bpercent|\bstreak|\bmiss(?:ed|ing)?\b|\bskipped\b|\blate\b|\bbehind\b|\bin a row\b|\bgoals?\b|\btotals?\b"
    r"|\bscored?\b|\bpoints?\b|\blevel\b|\bso far\b|\btimes\b|\bdays? done\b|\bagain\b|\bshould\b|\bmust\b|\bfailed\b"
    r"|\d+ (?:of|/) \d+|\d+/\d+|!",
    re.IGNORECASE,
)
MAY_SAY = "Small things count. Nothing here keeps score."
COUNTING = {QAccessible.Role.ProgressBar, QAccessible.Role.Chart, QAccessible.Role.Slider, QAccessible.Role.Dial}
WEEKS = 12


def _told(widget: QWidget) -> Iterator[tuple[QAccessible.Role, str]]:
    """Every string that is seen, heard or shown as a tip, each with the role of what says it."""
    waiting: list[QAccessibleInterface] = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        each = waiting.pop(0)
        if not each.isValid() or each.state().invisible:
            continue
        thing = each.object()
        tip = thing.toolTip() if isinstance(thing, QWidget) else ""
        for text in (each.text(QAccessible.Text.Name), each.text(QAccessible.Text.Description), tip):
            if text:
                yield each.role(), text
        waiting += [each.child(n) for n in range(each.childCount())]


def strings(widget: QWidget) -> list[str]:
    """Every string of a part of the screen, in order."""
    return [text for _, text in _told(widget)]


def picture(widget: QWidget) -> QImage:
    """How it looks."""
    spin()
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def reds(image: QImage) -> list[str]:
    """The colors of its pixels that are red, strong or pale."""
    inks = {QColor(ink).name() for ink in set(memoryview(image.constBits()).cast("I"))}
    return sorted(name for name in inks if _is_red(QColor(name)))


def _is_red(color: QColor) -> bool:
    near = 0 <= color.hslHue() <= 14 or color.hslHue() >= 340
    return near and color.hslSaturation() > 90 and 30 < color.lightness() < 248


def past(work: UnitOfWork, *, done: bool, feel: Feel | None) -> None:
    """Twelve weeks and as many days before today, in which everything was done, or nothing was."""
    for n in range(1, WEEKS + 1):
        week = TODAY - timedelta(TODAY.weekday() + 7 * n)
        for thing in (WALK, COFFEE, GROUP):
            if done:
                selfcare.done(work, thing=thing, week=week, now=NOW - timedelta(7 * n))
            elif n % 2:
                selfcare.not_this_week(work, week=week, thing=thing)
        if feel is not None:
            selfcare.set_feeling(work, day=TODAY - timedelta(n + 1), feel=feel)


def write(work: UnitOfWork) -> None:
    """Two entries of the journal."""
    for n in (1, 2):
        entry = JournalEntry(day=TODAY - timedelta(n), text="Tea in the garden. " * 4, written_at=NOW)
        selfcare.save_entry(work, before=None, after=entry)


@pytest.fixture(params=["first week", "full week", "done", "left", "hard days"])
def shown(request: pytest.FixtureRequest, stage: Stage) -> SelfCarePanel:
    """The tab in each of its states."""
    if request.param != "first week":
        keep(stage, WALK, COFFEE, GROUP)
        stay(stage)
        stage.workspace.write(write)
    ready: dict[str, Callable[[Workspace], object]] = {"done": _all_done, "left": _all_left, "hard days": _hard}
    if request.param in ready:
        ready[request.param](stage.workspace)
    return panel(stage)


def _all_done(workspace: Workspace) -> None:
    week = TODAY - timedelta(6)
    for thing in (WALK, COFFEE, GROUP):
        workspace.write(partial(selfcare.done, thing=thing, week=week, now=NOW))


def _all_left(workspace: Workspace) -> None:
    workspace.write(partial(selfcare.not_this_week, week=TODAY - timedelta(6)))


def _hard(workspace: Workspace) -> None:
    for n in range(9):
        workspace.write(partial(selfcare.set_feeling, day=TODAY - timedelta(n), feel=Feel.VERY_HARD))


def test_no_string_of_the_tab_keeps_score(stage: Stage, shown: SelfCarePanel) -> None:
    page = stage.window.page
    assert page is not None
    found = strings(page)
    assert MAY_SAY in found
    assert len(found) > 30
    assert {text: SCORE.search(text) for text in found if text != MAY_SAY and SCORE.search(text)} == {}
    assert not [role for role, _ in _told(page) if role in COUNTING]


def test_no_dialog_of_the_tab_keeps_score(stage: Stage, shown: SelfCarePanel) -> None:
    dialogs = shown.dialogs
    opened: list[QWidget] = [dialogs.edit_thing(), dialogs.journal(), dialogs.write(), dialogs.plan()]
    if shown.things.cards:
        assert shown.view is not None
        opened.append(dialogs.choose_time(shown.things.cards[0].each, shown.view))
    for dialog in opened:
        spin()
        bad = {text: SCORE.search(text) for text in strings(dialog) if SCORE.search(text)}
        assert bad == {}, type(dialog).__name__
        dialog.close()
        spin(2)


@pytest.mark.parametrize("colors", [Colors.LIGHT, Colors.DARK])
def test_no_pixel_of_the_tab_is_red(stage: Stage, shown: SelfCarePanel, theme: Theme, colors: Colors) -> None:
    if colors is not Colors.LIGHT:
        theme.choose_colors(colors)
        spin()
    page = stage.window.page
    assert page is not None
    assert reds(picture(page)) == []
    scrolled = page.findChildren(SelfCarePanel)[0]
    assert reds(picture(scrolled)) == []


def test_red_would_be_found(theme: Theme) -> None:
    for colors in (Colors.LIGHT, Colors.DARK):
        theme.choose_colors(colors)
        for token in ("danger", "danger_soft"):
            image = QImage(8, 8, QImage.Format.Format_RGB32)
            image.fill(theme.token(token))
            assert reds(image), (colors, token)
    for token in ("bg", "care_soft", "warn", "line_strong", "accent"):
        image.fill(theme.token(token))
        assert not reds(image), token


def test_twelve_weeks_done_and_twelve_weeks_left_look_and_read_the_same(theme: Theme, tmp_path: Path) -> None:
    """Whatever was before this week leaves no trace on the tab: so nothing on it can count."""
    told: list[list[str]] = []
    seen: list[QImage] = []
    for name, done, feel in (("done", True, Feel.GOOD), ("left", False, Feel.VERY_HARD), ("nothing", False, None)):
        folder = tmp_path / name
        folder.mkdir()
        stage = stages.open_stage(theme, stages.file_of("demo", folder))
        stage.show(1280, 1600)
        keep(stage, WALK, COFFEE, GROUP)
        if name != "nothing":
            stage.workspace.write(partial(past, done=done, feel=feel))
        shown = panel(stage)
        told.append(strings(shown))
        seen.append(picture(shown))
        stage.close()
    assert told[0] == told[1] == told[2]
    assert seen[0] == seen[1] == seen[2]


def test_a_card_that_was_left_says_no_more_than_that_rest_counts(stage: Stage) -> None:
    keep(stage, WALK)
    _all_left(stage.workspace)
    said = [text for text in strings(card(panel(stage), WALK)) if "week" in text or "Rest" in text]
    assert said == ["Not this week. Rest counts too.", "This week after all"]
