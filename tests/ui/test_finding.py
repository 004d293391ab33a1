"""Find opens what it found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.ui.finding import FindDialog
from tests.stage import Stage, spin
from tests.ui.selfcare.caring import COFFEE, GROUP, WALK, keep, panel

RESTS = SmallThing(title="Read a few pages", resting=True)


@pytest.mark.parametrize(("typed", "title"), [("walk 20", "Walk 20 min"), ("read", "Read a few pages")])
def test_a_small_thing_is_found_and_enter_stands_on_it(stage: Stage, typed: str, title: str) -> None:
    keep(stage, WALK, COFFEE, replace(GROUP, weekday=None), RESTS)
    panel(stage)
    stage.window.show_tab("tasks")
    stage.window.menus.find_all.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FindDialog)
    QTest.keyClicks(dialog.search, typed)
    assert title in [dialog.list.rows.index(row).data() for row in range(dialog.list.rows.rowCount())]
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    spin()
    assert stage.window.windowTitle().startswith("Self-care")
    now = stage.window.focusWidget()
    assert now is not None
    assert title in now.accessibleName() + now.accessibleDescription()


def test_find_says_where_the_journal_is_searched(stage: Stage) -> None:
    dialog = FindDialog(stage.parts, stage.window)
    assert "Your journal has its own search, on the Self-care tab." in " ".join(
        label.text() for label in dialog.findChildren(type(dialog.told))
    )
    dialog.deleteLater()
