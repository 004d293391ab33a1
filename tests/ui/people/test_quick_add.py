"""A helper in one line: what is understood shows while it is typed, each part can be put right, nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Slot
from caregiver_app.services import people
from caregiver_app.ui.people.chips import Chip
from caregiver_app.ui.people.editor import PersonEditor
from caregiver_app.ui.people.pasted import PastedPeople
from caregiver_app.ui.people.quick_add import QuickAdd
from caregiver_app.ui.widgets.texts import Text
from tests.stage import TODAY, Stage, spin

LINE = "Carla 555-0150 drives, weekday mornings"
WEEKDAY_MORNINGS = {Slot(day, PartOfDay.MORNING) for day in range(5)}


@pytest.fixture
def line(stage: Stage, qtbot: QtBot) -> QuickAdd:
    """Quick add, opened with its key from wherever the person is."""
    stage.window.show_tab("rides")
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(stage.window, Qt.Key.Key_H, keys)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QuickAdd))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuickAdd)
    return dialog


def typed(line: QuickAdd, text: str) -> None:
    QTest.keyClicks(line.entry, text)
    spin(1)


def chips(line: QuickAdd) -> dict[str, Chip]:
    return {chip.words: chip for chip in line.findChildren(Chip) if chip.isVisible()}


def names(stage: Stage) -> list[str]:
    return [person.name for person in stage.workspace.read(people.helpers)]


def test_one_line_and_enter_keep_a_helper_with_the_day_of_the_offer(stage: Stage, line: QuickAdd) -> None:
    typed(line, LINE)
    assert (line.name.text(), line.phone.text()) == ("Carla", "555-0150")
    assert set(chips(line)) == {"Rides", "Drives", "Weekday mornings"}
    QTest.keyClick(line.entry, Qt.Key.Key_Return)
    carla = stage.person("Carla")
    assert (carla.phone, carla.drives, carla.offered_on) == ("555-0150", True, TODAY)
    assert set(carla.free) == WEEKDAY_MORNINGS
    assert "Add Carla" in stage.window.notices.text()
    stage.parts.actions.undo()
    assert "Carla" not in names(stage)


def test_a_chip_that_was_not_meant_comes_off_and_its_words_stay_as_a_note(stage: Stage, line: QuickAdd) -> None:
    typed(line, LINE)
    chips(line)["Rides"].click()
    assert "Rides" not in chips(line)
    QTest.keyClick(line.entry, Qt.Key.Key_Return)
    carla = stage.person("Carla")
    assert TaskKind.RIDE not in carla.glad_to
    assert carla.notes == "Rides"


def test_a_name_can_be_put_right_and_what_it_replaced_stays_as_a_note(stage: Stage, line: QuickAdd) -> None:
    typed(line, "May 555-0150 could cook")
    line.name.setFocus()
    line.name.selectAll()
    QTest.keyClicks(line.name, "Mei Tanaka")
    line.save_button.click()
    mei = stage.person("Mei")
    assert "May" in mei.notes or mei.name.startswith("Mei")
    assert mei.phone == "555-0150"


def test_what_can_t_be_read_stays_as_a_note(stage: Stage, line: QuickAdd) -> None:
    line.entry.setPlainText("Carla brings her tuba, any time 🎺")
    QTest.keyClick(line.entry, Qt.Key.Key_Return)
    assert "tuba" in stage.person("Carla").notes
    assert "🎺" in stage.person("Carla").notes


def test_signs_without_words_stay_as_a_note_in_sight(line: QuickAdd) -> None:
    typed(line, "?!?")
    assert "Kept as a note: ?!?" in [text.text() for text in line.findChildren(Text) if text.isVisible()]
    line.entry.clear()


def test_without_a_name_the_line_stays_and_a_sentence_says_what_to_do(stage: Stage, line: QuickAdd) -> None:
    before = names(stage)
    typed(line, "555-0150 drives")
    QTest.keyClick(line.entry, Qt.Key.Key_Return)
    assert line.isVisible()
    assert line.fields["name"].error.text() == "Type a name, like “Ana.”"
    assert line.entry.toPlainText() == "555-0150 drives"
    assert names(stage) == before
    line.name.setText("")
    QTest.keyClicks(line.name, "Carla")
    line.save_button.click()
    assert stage.person("Carla").phone == "555-0150"


def test_a_helper_who_is_there_is_not_added_twice_and_may_have_a_new_number(stage: Stage, line: QuickAdd) -> None:
    before = names(stage)
    typed(line, "Ben 555-0118 drives")
    assert line.there.words.text().startswith("Ben is there already.")
    QTest.keyClick(line.entry, Qt.Key.Key_Return)
    assert line.isVisible()
    assert line.fields["name"].error.text().startswith("Ben is there already.")
    assert not line.there.words.isVisible()  # once is enough
    assert names(stage) == before
    line.there.number_button.click()
    spin()
    assert stage.person("Ben").phone == "555-0118"
    assert names(stage) == before


def test_two_in_one_home_may_have_one_number_and_it_is_told(stage: Stage, line: QuickAdd) -> None:
    phone = stage.person("Ben").phone
    typed(line, f"Bea {phone} drives")
    assert line.there.words.text() == "Ben has this number, too."
    assert line.there.number_button.isHidden()
    QTest.keyClick(line.entry, Qt.Key.Key_Return)
    assert stage.person("Bea").phone == phone


def test_the_full_form_goes_on_with_what_was_typed(stage: Stage, line: QuickAdd, qtbot: QtBot) -> None:
    typed(line, LINE)
    line.more_button.click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PersonEditor))
    form = QApplication.activeModalWidget()
    assert isinstance(form, PersonEditor)
    assert (form.name.text(), form.phone.text(), form.drives.isChecked()) == ("Carla", "555-0150", True)
    form.email.setText("carla@example.com")
    form.save_button.click()
    assert stage.person("Carla").email == "carla@example.com"


def test_a_pasted_table_of_300_lines_becomes_300_people_in_one_step(stage: Stage, line: QuickAdd, qtbot: QtBot) -> None:
    rows = [f"Person {chr(65 + n % 26)}{chr(97 + n // 26)}\t555-01{n % 100:02}\tmeals, weekends" for n in range(300)]
    before = len(names(stage))
    paste(line, "\n".join(["Name\tPhone\tHelp", *rows]))
    table = open_table(qtbot)
    assert table.windowTitle() == "Add 300 people?"
    assert table.list.count() == 300
    table.add_button.click()
    assert len(names(stage)) == before + 300
    assert not line.isVisible()
    stage.parts.actions.undo()
    assert len(names(stage)) == before


def test_lines_of_a_table_without_a_name_come_back_to_be_put_right(stage: Stage, line: QuickAdd, qtbot: QtBot) -> None:
    paste(line, "Carla\t555-0150\tdrives\n\t555-0199\t")
    table = open_table(qtbot)
    assert table.windowTitle() == "Add 1 person?"
    table.add_button.click()
    assert "Carla" in names(stage)
    assert line.isVisible()
    assert "555-0199" in line.entry.toPlainText()
    line.entry.clear()


def paste(line: QuickAdd, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    line.entry.insertFromMimeData(data)


def open_table(qtbot: QtBot) -> PastedPeople:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PastedPeople))
    table = QApplication.activeModalWidget()
    assert isinstance(table, PastedPeople)
    return table


def test_a_table_says_who_is_there_already_and_keeps_those_lines(stage: Stage, line: QuickAdd, qtbot: QtBot) -> None:
    before = names(stage)
    phone = stage.person("Ana").phone
    paste(line, f"Carla\t555-0150\tdrives\nBen\t555-0118\tmeals\nCarla\t555-0151\t\nBea\t{phone}\t")
    table = open_table(qtbot)
    assert table.windowTitle() == "Add 2 people?"
    said = " ".join(each.text() for each in table.findChildren(Text))
    assert "2 lines are of somebody who is there already" in said
    assert "Ben and Carla" in said
    rows = [table.list.item(n).text() for n in range(table.list.count())]
    assert len(rows) == 2
    assert "Ana has this number, too." in rows[1]
    table.add_button.click()
    assert sorted(names(stage)) == sorted([*before, "Carla", "Bea"])
    assert "Ben, 555-0118" in line.entry.toPlainText()
    line.entry.clear()
