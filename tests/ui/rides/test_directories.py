"""Places and the care team: found, added, changed and removed by key; what is in use stays with its visits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.places import Place
from caregiver_app.services import care_places
from caregiver_app.ui.directory import Directory
from caregiver_app.ui.main_window import MainWindow
from caregiver_app.ui.rides.care_team import CareTeamDialog, ClinicianEditor
from caregiver_app.ui.rides.places import PlaceEditor, PlacesDialog
from tests.stage import Stage, spin

D = TypeVar("D", bound=QWidget)


@pytest.fixture
def places(stage: Stage) -> Iterator[PlacesDialog]:
    """People > Places over the made-up family."""
    opened = PlacesDialog(stage.parts, stage.window)
    opened.open()
    spin()
    yield opened
    opened.accept()


@pytest.fixture
def team(stage: Stage) -> Iterator[CareTeamDialog]:
    """People > Care team over the made-up family."""
    opened = CareTeamDialog(stage.parts, stage.window)
    opened.open()
    spin()
    yield opened
    opened.accept()


def shown(dialog: Directory) -> list[str]:
    rows = dialog.list.rows
    return [rows.index(n).data() for n in range(rows.rowCount())]


def spoken(dialog: Directory) -> list[str]:
    rows = dialog.list.rows
    return [rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.rowCount())]


def modal(kind: type[D], qtbot: QtBot) -> D:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    spin()
    return found


def test_a_place_tells_where_it_is_and_how_long_the_drive_takes(places: PlacesDialog) -> None:
    assert spoken(places)[0] == "Elm Street Lab, 12 Elm Street, Drive: 10 min · 3.2 miles"


def test_somebody_on_the_team_tells_both_numbers(team: CareTeamDialog) -> None:
    assert spoken(team)[0] == "Dr. Osei, oncologist · Lakeside Center, Day 555-0151, Nights and weekends 555-0152"


def test_search_finds_by_any_word(places: PlacesDialog, team: CareTeamDialog) -> None:
    places.search.setText("shore")
    assert shown(places) == ["Lakeside Center"]
    team.search.setText("0153")
    assert shown(team) == ["Infusion nurses"]
    team.search.setText("nobody at all")
    assert shown(team) == []
    assert not team.edit_button.isEnabled()


def test_a_place_is_changed_by_the_keyboard_alone(stage: Stage, places: PlacesDialog, qtbot: QtBot) -> None:
    places.list.setFocus()
    QTest.keyClick(places.list, Qt.Key.Key_Return)
    form = modal(PlaceEditor, qtbot)
    assert form.name.text() == "Elm Street Lab"
    QTest.keyClick(form.name, Qt.Key.Key_Tab)
    QTest.keyClick(form.address, Qt.Key.Key_Tab)
    QTest.keyClicks(form.drive, "15")
    QTest.keyClick(form.drive, Qt.Key.Key_Tab)
    assert form.drive.text() == "15 min", "what was understood stands there"
    QTest.keyClicks(form.miles, "4 1/2")
    QTest.keyClick(form.miles, Qt.Key.Key_Return)
    kept = stage.workspace.read(care_places.places)[0]
    assert (kept.travel_minutes, kept.miles) == (15, Decimal("4.5"))
    assert kept.address == "12 Elm Street"


def test_a_new_place_needs_no_more_than_a_name(stage: Stage, places: PlacesDialog, qtbot: QtBot) -> None:
    places.new_button.click()
    form = modal(PlaceEditor, qtbot)
    form.save_button.click()
    assert form.fields["name"].error.text() == "Type a name for the place, like “Lakeside Clinic.”"
    QTest.keyClicks(form.name, "Harbor Hospital")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert shown(places) == ["Elm Street Lab", "Harbor Hospital", "Lakeside Center"]
    assert places.list.currentIndex().data() == "Harbor Hospital"
    stage.parts.actions.undo()
    assert shown(places) == ["Elm Street Lab", "Lakeside Center"]


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("travel_minutes", "soon", "We could not read “soon” as a length. Try “45 min” or “2 hours.”"),
        ("travel_minutes", "13 hours", "Type how long the drive takes, up to 12 hours, like “25 min.”"),
        ("miles", "far", "We could not read “far” as miles. Try 24 or 24.5."),
        ("miles", "3000", "Type the miles one way, like 12 or 12.5."),
    ],
)
def test_what_can_not_be_read_is_told_at_its_field(
    stage: Stage, places: PlacesDialog, qtbot: QtBot, name: str, typed: str, told: str
) -> None:
    places.edit()
    form = modal(PlaceEditor, qtbot)
    line = form.drive if name == "travel_minutes" else form.miles
    line.setText(typed)
    form.save_button.click()
    assert form.fields[name].error.text() == told
    assert line.text() == typed
    form.done(0)


def test_a_place_in_use_is_offered_no_more_and_stays_with_its_visits(stage: Stage, places: PlacesDialog) -> None:
    center = next(place for place in stage.workspace.read(care_places.places) if place.name == "Lakeside Center")
    uses = stage.workspace.read(partial(care_places.uses, place=center))
    assert uses > 1
    places.list.choose(center)
    QTest.keyClick(places.list, Qt.Key.Key_Delete)
    assert shown(places) == ["Elm Street Lab"]
    assert places.notices.text() == f"Lakeside Center is no longer offered. {uses} visits keep it."
    assert stage.workspace.read(partial(care_places.uses, place=center)) == uses
    QTest.keyClick(places, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(places) == ["Elm Street Lab", "Lakeside Center"]


def test_a_place_that_no_visit_has_is_gone(stage: Stage, places: PlacesDialog) -> None:
    harbor = Place(name="Harbor Hospital")
    stage.parts.actions.run("x", partial(care_places.save_place, place=harbor))
    places.list.choose(harbor)
    places.remove_button.click()
    assert places.notices.text() == "Harbor Hospital is no longer in the list."
    assert "Harbor Hospital" not in shown(places)


def test_somebody_is_added_and_removed(stage: Stage, team: CareTeamDialog, qtbot: QtBot) -> None:
    QTest.keyClick(team, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = modal(ClinicianEditor, qtbot)
    form.name.setText("Front desk")
    form.phone_day.setText("555-0160")
    form.place.setCurrentIndex(1)
    form.save_button.click()
    kept = next(each for each in stage.workspace.read(care_places.clinicians) if each.name == "Front desk")
    assert (kept.phone_day, kept.place_id) == ("555-0160", stage.workspace.read(care_places.places)[0].id)
    team.list.setFocus()
    QTest.keyClick(team.list, Qt.Key.Key_Delete)
    assert "Front desk" not in shown(team)
    stage.parts.actions.undo()
    assert "Front desk" in shown(team)


def test_a_place_that_is_offered_no_more_stays_with_somebody(stage: Stage, team: CareTeamDialog, qtbot: QtBot) -> None:
    center = next(place for place in stage.workspace.read(care_places.places) if place.name == "Lakeside Center")
    stage.workspace.write(partial(care_places.remove_place, place=center))
    team.edit()
    form = modal(ClinicianEditor, qtbot)
    form.notes.setPlainText("Ask for the nurse line")
    form.save_button.click()
    kept = stage.workspace.read(care_places.clinicians)[0]
    assert (kept.notes, kept.place_id) == ("Ask for the nurse line", center.id)


def test_empty_directories_offer_the_first_step(stage: Stage, qtbot: QtBot) -> None:
    for clinician in stage.workspace.read(care_places.clinicians):
        stage.workspace.write(partial(care_places.remove_clinician, clinician=clinician))
    team = CareTeamDialog(stage.parts, stage.window)
    team.open()
    assert not team.list.isVisible()
    team.add()
    form = modal(ClinicianEditor, qtbot)
    form.name.setText("Dr. Lee")
    form.save_button.click()
    assert team.list.isVisible()
    assert isinstance(team.list.record(), Clinician)
    team.accept()


@pytest.mark.parametrize(("entry", "kind"), [("Care team…", CareTeamDialog), ("Places…", PlacesDialog)])
def test_the_people_menu_opens_them(window: MainWindow, qtbot: QtBot, entry: str, kind: type[Directory]) -> None:
    action = next(each for each in window.findChildren(QAction) if each.text().replace("&", "") == entry)
    action.trigger()
    modal(kind, qtbot).accept()
