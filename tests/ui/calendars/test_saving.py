"""Calendar files from the window: saved under a neutral name, and told who has an old one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import icalendar
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from caregiver_app.domain.rides import Leg, Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, rides
from caregiver_app.ui.calendars.saving import SaveCalendar, save_calendar_file, save_for_driver
from caregiver_app.ui.questions import Question
from tests.stage import TODAY, Stage, spin


def visit(stage: Stage, title: str = "CT scan") -> Visit:
    found = stage.workspace.read(partial(agenda.coming, today=TODAY)).visits
    return next(each for each in found if each.appointment.title == title)


def there(stage: Stage) -> Trip:
    trip = visit(stage).trip(Leg.THERE)
    assert trip is not None
    return trip


def saved(stage: Stage, qtbot: QtBot, dialog: SaveCalendar | None, path: Path) -> icalendar.Calendar:
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: path.exists() and bool(stage.window.notices.text()))
    dialog.close()
    return icalendar.Calendar.from_ical(path.read_bytes())


def name_of(dialog: QFileDialog) -> str:
    return Path(dialog.selectedFiles()[0]).name


def test_a_visit_is_saved_under_a_neutral_name(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = save_calendar_file(stage.parts, stage.window, visit=visit(stage))
    assert dialog is not None
    assert name_of(dialog) == "Visit 2026-11-24.ics"
    calendar = saved(stage, qtbot, dialog, tmp_path / "Visit 2026-11-24.ics")
    assert [str(each["SUMMARY"]) for each in calendar.events] == ["CT scan"]
    assert "Saved “Visit 2026-11-24.ics” in" in stage.window.notices.text()
    assert not stage.parts.actions.undo_text()


def test_the_file_of_a_ride_says_which_way_and_for_whom(stage: Stage) -> None:
    named = save_calendar_file(stage.parts, stage.window, trip=there(stage))
    home = visit(stage).trip(Leg.HOME)
    assert home is not None
    back = save_for_driver(stage.parts, stage.window, home, stage.person("Ana"))
    assert named is not None
    assert [name_of(each) for each in (named, back)] == [
        "Ride there 2026-11-24 Ben.ics",
        "Ride home 2026-11-24 Ana.ics",
    ]
    named.close()
    back.close()


def test_after_another_driver_took_over_the_first_is_named(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    ben, ana = stage.person("Ben"), stage.person("Ana")
    saved(stage, qtbot, save_calendar_file(stage.parts, stage.window, trip=there(stage)), tmp_path / "ben.ics")
    now = stage.workspace.clock.now()
    stage.parts.actions.run("Change", partial(rides.cant_come, trip=there(stage), person_id=ben.id, now=now))
    stage.parts.actions.run("Change", partial(rides.promise, trip=there(stage), person_id=ana.id, now=now))
    stage.window.notices.clear()
    saved(stage, qtbot, save_calendar_file(stage.parts, stage.window, trip=there(stage)), tmp_path / "ana.ics")
    calendar = take_out(stage, qtbot, tmp_path / "ben again.ics")
    assert "CANCELLED" in {str(each["STATUS"]) for each in calendar.events}
    assert not stage.window.findChildren(Question)


def take_out(stage: Stage, qtbot: QtBot, path: Path) -> icalendar.Calendar:
    """Save the file for Ben that is offered."""
    qtbot.waitUntil(lambda: bool(stage.window.findChildren(Question)))
    (question,) = stage.window.findChildren(Question)
    assert question.no_button.text() == "Save a file for Ben…"
    stage.window.notices.clear()
    question.no_button.click()
    spin()
    dialog = next(each for each in stage.window.findChildren(SaveCalendar) if each.isVisible())
    assert name_of(dialog) == "Calendar Ben.ics"
    return saved(stage, qtbot, dialog, path)


def test_a_cancelled_visit_is_taken_out_of_the_drivers_calendar(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    saved(stage, qtbot, save_calendar_file(stage.parts, stage.window, trip=there(stage)), tmp_path / "ben.ics")
    scan = visit(stage)
    now = stage.workspace.clock.now()
    stage.parts.actions.run("Cancel", partial(appointments.cancel, appointment=scan.appointment, now=now))
    assert save_calendar_file(stage.parts, stage.window, visit=visit(stage)) is None
    take_out(stage, qtbot, tmp_path / "ben again.ics")
    assert save_calendar_file(stage.parts, stage.window, visit=visit(stage)) is None
    assert "in nobody’s calendar" in stage.window.notices.text()


def test_a_place_that_takes_no_file_is_told(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = save_calendar_file(stage.parts, stage.window, visit=visit(stage))
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    qtbot.waitUntil(lambda: "is a folder" in stage.window.notices.text())
    dialog.close()
