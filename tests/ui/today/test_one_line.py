"""Anything in one line: what it can be kept as, on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caregiver_app.domain.selfcare import SmallThing
from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.quick_any import QuickAny
from tests.stage import Stage, spin


def test_a_line_can_be_kept_as_time_off_or_as_a_small_thing(stage: Stage, window: MainWindow) -> None:
    form = QuickAny(window.parts, window)
    form.show()
    form.line.setText("sit in the garden tomorrow 2 pm")
    form.kind.setCurrentIndex(form.kind.findData("time off"))
    assert form.told.text().startswith("Time off work: Mon Nov 23, the whole day, planned.")
    form.kind.setCurrentIndex(form.kind.findData("small thing"))
    assert form.told.text().startswith(
        "A small thing for you: “sit in the garden,” 20 min, tomorrow, Mon Nov 23, 2:00 pm."
    )
    QTest.keyClick(form.line, Qt.Key.Key_Return)
    spin()
    assert [each.title for each in stage.workspace.read(lambda work: work.all(SmallThing))] == ["sit in the garden"]
    stage.parts.actions.undo()
    assert not stage.workspace.read(lambda work: work.all(SmallThing))
