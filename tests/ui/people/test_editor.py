"""The form of one helper: everything is kept, what can't be read is said kindly and stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Reach, Slot
from caregiver_app.services import people
from caregiver_app.ui.people.editor import PersonEditor
from tests.stage import TODAY, Stage, spin

OpenEditor = Callable[..., PersonEditor]


@pytest.fixture
def open_editor(stage: Stage) -> Iterator[OpenEditor]:
    """Opens the form over the window."""
    opened: list[PersonEditor] = []

    def open_one(person: Person | None = None) -> PersonEditor:
        opened.append(PersonEditor(stage.parts, person, stage.window))
        opened[-1].open()
        spin()
        return opened[-1]

    yield open_one
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, PersonEditor):
            widget.done(0)


def test_a_name_is_enough(stage: Stage, open_editor: OpenEditor) -> None:
    editor = open_editor()
    QTest.keyClicks(editor.name, "  Carla   Reyes ")
    editor.save_button.click()
    carla = stage.person("Carla")
    assert (carla.name, carla.offered_on, carla.phone_on_paper) == ("Carla Reyes", TODAY, False)


def test_everything_that_can_be_told_is_kept_and_shown_again(stage: Stage, open_editor: OpenEditor) -> None:
    editor = open_editor()
    editor.name.setText("Carla")
    editor.phone.setText("555-0150")
    editor.email.setText("carla@example.com")
    editor.reach.choose(Reach.CALL)
    box(editor, "Pets").click()
    editor.drives.click()
    editor.at_most.setText("3")
    box(editor, "Monday, evening").click()
    editor.away.setText("Dec 1 to 8; Dec 24")
    editor.cold.setText("fri")
    editor.phone_on_paper.click()
    editor.family_circle.click()
    editor.notes.setPlainText("Likes roses.\nCalls first.")
    editor.save_button.click()
    carla = stage.person("Carla")
    assert carla == Person(
        id=carla.id,
        name="Carla",
        phone="555-0150",
        email="carla@example.com",
        reach=Reach.CALL,
        glad_to=frozenset({TaskKind.PETS}),
        free=frozenset({Slot(0, PartOfDay.EVENING)}),
        away=(
            Span(date(2026, 12, 1), date(2026, 12, 8)),
            Span(date(2026, 12, 24), date(2026, 12, 24)),
        ),
        cold_until=date(2026, 11, 27),
        at_most=3,
        drives=True,
        phone_on_paper=True,
        family_circle=True,
        notes="Likes roses.\nCalls first.",
        offered_on=TODAY,
    )
    again = open_editor(carla)
    assert again.away.text() == "Dec 1 – 8; Dec 24"
    assert again.cold.text() == "Fri Nov 27"
    again.save_button.click()
    assert stage.person("Carla") == carla


def test_all_that_is_wrong_is_said_at_once_and_stays_as_typed(stage: Stage, open_editor: OpenEditor) -> None:
    before = stage.workspace.read(people.helpers)
    editor = open_editor(stage.person("Ana"))
    wrong = {"email": "ana at home", "at_most": "lots", "away": "Dec 8 to Dec 1", "cold_until": "some day"}
    editor.name.setText("   ")
    editor.email.setText(wrong["email"])
    editor.at_most.setText(wrong["at_most"])
    editor.away.setText(wrong["away"])
    editor.cold.setText(wrong["cold_until"])
    editor.save_button.click()
    told = {name: field.error.text() for name, field in editor.fields.items() if field.error.text()}
    assert set(told) == {"name", *wrong}
    assert "needs an @" in told["email"]
    assert "before the start day" in told["away"]
    assert editor.focusWidget() is editor.name
    assert editor.away.text() == wrong["away"]
    assert stage.workspace.read(people.helpers) == before


def test_emoji_right_to_left_and_ten_thousand_letters_are_kept_as_typed(stage: Stage, open_editor: OpenEditor) -> None:
    note = "Knows the garden well. " * 440
    for name in ("🌻 Sunny", "שירה לוי", "أمل"):
        editor = open_editor()
        editor.name.setText(name)
        editor.notes.setPlainText(note)
        editor.save_button.click()
        kept = next(each for each in stage.workspace.read(people.helpers) if each.name == name)
        assert kept.notes == note


def test_a_latin_spelling_is_asked_for_only_where_the_sheets_need_one(open_editor: OpenEditor) -> None:
    editor = open_editor()
    for name, needed in (("Ana", False), ("Đặng Thu Hà", False), ("Łukasz", False), ("李小龍", True), ("אבא", True)):
        editor.name.setText(name)
        assert editor.fields["latin_name"].isVisible() is needed, name


def test_the_grid_of_days_is_one_stop_and_arrows_move_in_it(stage: Stage, open_editor: OpenEditor) -> None:
    editor = open_editor(stage.person("Tom"))
    editor.free.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(focused(editor), Qt.Key.Key_Space)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(focused(editor), key)
    assert focused(editor).accessibleName() == "Wednesday, midday"
    QTest.keyClick(focused(editor), Qt.Key.Key_Tab)
    assert editor.focusWidget() is editor.away
    editor.save_button.click()
    assert stage.person("Tom").free == {Slot(0, PartOfDay.MORNING), Slot(2, PartOfDay.MIDDAY)}


def test_days_away_that_are_over_stay_in_the_record(stage: Stage, open_editor: OpenEditor) -> None:
    past = Span(TODAY - timedelta(20), TODAY - timedelta(10))
    tom = replace(stage.person("Tom"), away=(past,))
    stage.workspace.write(partial(people.save, person=tom))
    editor = open_editor(tom)
    assert editor.away.text() == ""
    editor.away.setText("Dec 1")
    editor.save_button.click()
    assert stage.person("Tom").away == (past, Span(date(2026, 12, 1), date(2026, 12, 1)))


def box(editor: PersonEditor, name: str) -> QCheckBox:
    """A check box by what it says, or by its name."""
    boxes = editor.findChildren(QCheckBox)
    return next(each for each in boxes if name in (each.text(), each.accessibleName()))


def focused(editor: PersonEditor) -> QCheckBox:
    """Where the keyboard is in the form."""
    widget = editor.focusWidget()
    assert isinstance(widget, QCheckBox)
    return widget


def test_seats_are_asked_for_once_somebody_drives(stage: Stage, open_editor: OpenEditor) -> None:
    editor = open_editor()
    editor.name.setText("Carla")
    assert not editor.seats.isVisible()
    editor.drives.click()
    assert editor.seats.isVisible()
    for wrong in ("many", "0", "61", "9" * 5000):
        editor.seats.setText(wrong)
        editor.save_button.click()
        assert editor.isVisible()
        assert editor.fields["seats"].error.text() == "Type how many people fit in beside the driver, from 1 to 60."
    editor.seats.setText("3")
    editor.save_button.click()
    carla = stage.person("Carla")
    assert (carla.drives, carla.seats) == (True, 3)
    assert open_editor(carla).seats.text() == "3"


def test_somebody_who_is_there_is_not_added_twice(stage: Stage, open_editor: OpenEditor) -> None:
    editor = open_editor()
    QTest.keyClicks(editor.name, "Ben")
    assert editor.there.words.text().startswith("Ben is there already.")
    editor.save_button.click()
    assert editor.isVisible()
    assert editor.fields["name"].error.text().startswith("Ben is there already.")
    editor.phone.setText("555-0118")
    editor.there.number_button.click()
    spin()
    assert stage.person("Ben").phone == "555-0118"
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, PersonEditor) and each.isVisible()]


def test_a_number_that_somebody_has_is_told_and_kept(stage: Stage, open_editor: OpenEditor) -> None:
    editor = open_editor()
    editor.name.setText("Bea")
    editor.phone.setText(stage.person("Ben").phone)
    assert editor.there.words.text() == "Ben has this number, too."
    editor.save_button.click()
    assert stage.person("Bea").phone == stage.person("Ben").phone


def test_who_is_edited_is_told_of_another_of_the_new_name(stage: Stage, open_editor: OpenEditor) -> None:
    editor = open_editor(stage.person("Ben"))
    assert not editor.there.isVisible()
    editor.phone.setText("555-0118")
    assert not editor.there.isVisible()
    editor.name.setText("Ana")
    assert editor.there.words.text().startswith("Ana is there already.")
    editor.save_button.click()
    assert editor.isVisible()
    assert stage.person("Ben").phone != "555-0118"
