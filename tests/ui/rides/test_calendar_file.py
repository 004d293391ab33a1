"""Calendar files from the window: saved under a neutral name, told who has an old one, and known when dropped."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, rides
from caregiver_app.ui.rides.calendar_file import SaveCalendar, ics_path_of, save_calendar_file
from caregiver_app.ui.rides.incoming import IncomingDialog
from tests.stage import TODAY, Stage, spin

SAMPLES = Path(__file__).parents[2] / "data" / "ics"


def visit(stage: Stage, title: str = "CT scan") -> Visit:
    found = stage.workspace.read(partial(agenda.coming, today=TODAY)).visits
    return next(each for each in found if each.appointment.title == title)


def there(stage: Stage) -> Trip:
    trip = visit(stage).trip(Leg.THERE)
    assert trip is not None
    return trip


def saved(stage: Stage, qtbot: QtBot, dialog: SaveCalendar, path: Path) -> icalendar.Calendar:
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: path.exists() and bool(stage.window.notices.text()))
    dialog.close()
    return icalendar.Calendar.from_ical(path.read_bytes())


def name_of(dialog: QFileDialog) -> str:
    return Path(dialog.selectedFiles()[0]).name


def test_a_visit_is_saved_under_a_neutral_name(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = save_calendar_file(stage.parts, stage.window, visit=visit(stage))
    assert name_of(dialog) == "Visit 2026-11-24.ics"
    calendar = saved(stage, qtbot, dialog, tmp_path / "Visit 2026-11-24.ics")
    assert [str(each["SUMMARY"]) for each in calendar.events] == ["CT scan"]
    assert "Saved “Visit 2026-11-24.ics” in" in stage.window.notices.text()
    assert not stage.parts.actions.undo_text()


def test_after_another_driver_took_over_the_first_is_named(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    ben, ana = stage.person("Ben"), stage.person("Ana")
    saved(stage, qtbot, save_calendar_file(stage.parts, stage.window, trip=there(stage)), tmp_path / "ben.ics")
    now = stage.workspace.clock.now()
    stage.parts.actions.run("Change", partial(rides.cant_come, trip=there(stage), person_id=ben.id, now=now))
    stage.parts.actions.run("Change", partial(rides.promise, trip=there(stage), person_id=ana.id, now=now))
    stage.window.notices.clear()
    saved(stage, qtbot, save_calendar_file(stage.parts, stage.window, trip=there(stage)), tmp_path / "ana.ics")
    assert "Ben still has an old ride in a calendar" in stage.window.notices.text()
    stage.window.notices.clear()
    dialog = save_calendar_file(stage.parts, stage.window, person=ben)
    assert name_of(dialog) == "Calendar Ben.ics"
    calendar = saved(stage, qtbot, dialog, tmp_path / "ben again.ics")
    assert "CANCELLED" in {str(each["STATUS"]) for each in calendar.events}


def test_a_place_that_takes_no_file_is_told(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = save_calendar_file(stage.parts, stage.window, visit=visit(stage))
    dialog.fileSelected.emit(str(tmp_path))
    qtbot.waitUntil(lambda: "is a folder" in stage.window.notices.text())
    dialog.close()


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
