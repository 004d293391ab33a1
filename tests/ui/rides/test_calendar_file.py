"""A calendar file from a clinic: asked for in the menu, and known when it is dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from caregiver_app.ui.rides.calendar_file import ics_path_of
from caregiver_app.ui.rides.incoming import IncomingDialog
from tests.stage import Stage, spin

SAMPLES = Path(__file__).parents[2] / "data" / "ics"


@pytest.mark.parametrize(
    ("name", "known"), [("visit.ics", True), ("VISIT.ICS", True), ("old.vcs", True), ("photo.png", False)]
)
def test_a_dropped_calendar_file_is_known_by_its_name(tmp_path: Path, name: str, known: bool) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    assert ics_path_of(mime) == (tmp_path / name if known else None)


def test_what_is_no_file_is_no_calendar_file() -> None:
    mime = QMimeData()
    mime.setText("visit.ics")
    assert ics_path_of(mime) is None
    mime.setUrls([QUrl("https://example.com/visit.ics")])
    assert ics_path_of(mime) is None


def test_the_file_menu_asks_for_a_calendar_file(stage: Stage) -> None:
    (action,) = (each for each in stage.window.findChildren(QAction) if "calendar file" in each.text())
    action.trigger()
    spin()
    (dialog,) = stage.window.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.close()


def test_a_calendar_file_dropped_on_the_rides_shows_what_it_brings(stage: Stage) -> None:
    stage.window.show_tab("rides")
    page = stage.window.page
    assert page is not None
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(SAMPLES / "two_events.ics"))])
    point, copy = QPoint(100, 100), Qt.DropAction.CopyAction
    held = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(point, copy, *held)
    QApplication.sendEvent(page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(page, QDropEvent(point.toPointF(), copy, *held))
    (dialog,) = stage.window.findChildren(IncomingDialog)
    assert dialog.isVisible()
    dialog.close()
    stage.parts.background.finish()
