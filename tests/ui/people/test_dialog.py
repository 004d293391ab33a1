"""The list of helpers: find, add, change and remove, all by key, and everything comes back with Undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.people import Person
from caregiver_app.services import people
from caregiver_app.ui.calendars.saving import SaveCalendar
from caregiver_app.ui.people.dialog import PeopleDialog
from caregiver_app.ui.people.editor import PersonEditor
from caregiver_app.ui.people.helper_list import rows_of
from tests import stage as stages
from tests.stage import TODAY, Stage, spin


@pytest.fixture
def dialog(stage: Stage) -> Iterator[PeopleDialog]:
    """People > Helpers over the made-up family."""
    opened = PeopleDialog(stage.parts, stage.window)
    opened.open()
    spin()
    yield opened
    opened.accept()


def shown(dialog: PeopleDialog) -> list[str]:
    rows = dialog.list.rows
    return [rows.index(n).data() for n in range(rows.rowCount())]


def test_each_row_says_who_it_is_what_they_do_and_when_not_to_ask(dialog: PeopleDialog) -> None:
    rows = dialog.list.rows
    spoken = [rows.index(n).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(rows.rowCount())]
    assert len(spoken) == 7
    assert spoken[1] == "Ben Okoro, 555-0117, Glad to do: rides, errands, chores · Drives · Weekday mornings"
    assert any("Has a cold until Nov 25" in row for row in spoken)
    assert any("Away Dec 2 – 9" in row for row in spoken)
    (ben,) = rows_of([Person(name="Ben", drives=True, seats=3)], TODAY)
    assert ben.spoken == "Ben, Drives, 3 seats"


def test_search_finds_by_name_number_and_kind_of_help(dialog: PeopleDialog) -> None:
    for words, found in (("ros", ["Rosa Whitfield"]), ("0129", ["Tom Baker"]), ("childcare", ["Łukasz Zielony"])):
        dialog.search.setText(words)
        assert shown(dialog) == found
    dialog.search.setText("nobody at all")
    assert shown(dialog) == []
    assert not dialog.edit_button.isEnabled()


def test_enter_opens_the_one_that_is_chosen(dialog: PeopleDialog, qtbot: QtBot) -> None:
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PersonEditor))
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, PersonEditor)
    assert editor.name.text() == "Ben Okoro"
    editor.name.setText("Ben Okoro Adeyemi")
    editor.save_button.click()
    spin()
    assert "Ben Okoro Adeyemi" in shown(dialog)


def test_delete_removes_says_what_opens_again_and_undo_brings_it_back(stage: Stage, dialog: PeopleDialog) -> None:
    before = shown(dialog)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert shown(dialog) == before[1:]
    said = dialog.notices.text()
    assert said.startswith("Ana Lindqvist is no longer in the list of helpers.")
    assert "need a helper again" in said
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(dialog) == before
    assert stage.person("Ana").phone == "555-0142"


def test_the_calendar_file_of_a_helper_has_their_tasks_and_is_told_in_the_dialog(
    stage: Stage, dialog: PeopleDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.list.choose(stage.person("Ana"))
    dialog.calendar_button.click()
    saving = next(each for each in dialog.findChildren(SaveCalendar) if each.isVisible())
    assert Path(saving.selectedFiles()[0]).name == "Calendar Ana.ics"
    path = tmp_path / "Calendar Ana.ics"
    saving.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: path.exists() and bool(dialog.notices.text()))
    saving.close()
    assert dialog.notices.text().startswith("Saved “Calendar Ana.ics” in")
    titles = [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(path.read_bytes()).events]
    assert {"Ride home", "Dinner for 4, no dairy"} <= set(titles)
    assert "CT scan" not in titles
    assert not stage.parts.actions.undo_text(), "nothing in the notebook changed"


def test_a_helper_who_promised_nothing_has_no_calendar_file(stage: Stage, dialog: PeopleDialog) -> None:
    newcomer = Person(name="Nora Quist")
    stage.parts.actions.run("x", partial(people.save, person=newcomer), silent=True)
    dialog.list.choose(newcomer)
    dialog.calendar_button.click()
    assert dialog.notices.text().startswith("Nora has not said yes to anything from today on.")
    assert not [each for each in dialog.findChildren(SaveCalendar) if each.isVisible()]


def test_without_helpers_the_first_step_is_offered(stage: Stage, qtbot: QtBot, spin: Callable[..., None]) -> None:
    for person in stage.workspace.read(people.helpers):
        stage.workspace.write(partial(people.remove, person=person))
    dialog = PeopleDialog(stage.parts, stage.window)
    dialog.open()
    spin()
    assert not dialog.list.isVisible()
    dialog.add()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PersonEditor))
    editor = QApplication.activeModalWidget()
    assert isinstance(editor, PersonEditor)
    QTest.keyClicks(editor.name, "Carla")
    editor.save_button.click()
    spin()
    assert dialog.list.isVisible()
    assert shown(dialog) == ["Carla"]
    dialog.accept()


def test_a_name_of_sixty_letters_wraps_and_is_whole(stage: Stage, dialog: PeopleDialog) -> None:
    name = "Maximiliane-Alexandrina von und zu Hohenfels-Wittgensteinberg"
    short = dialog.list.visualRect(dialog.list.rows.index(3)).height()
    stage.parts.actions.run("x", partial(people.save, person=Person(name=name, notes="x")))
    dialog.resize(420, 700)
    stages.spin()
    row = dialog.list.rows.index(shown(dialog).index(name))
    assert dialog.list.visualRect(row).height() >= short
    assert dialog.list.horizontalScrollBar().maximum() == 0
