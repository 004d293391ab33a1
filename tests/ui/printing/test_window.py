"""The print window: the true page, what was left out, printing and saving, and the ways out when that fails."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.household import Paper
from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Task
from caregiver_app.services import appointments, household, people, tasks
from caregiver_app.ui.printing.choices import Choices
from caregiver_app.ui.printing.findings import HitCard, SpellingCard
from caregiver_app.ui.printing.making import MadeSheet
from caregiver_app.ui.printing.printer_dialog import PrinterDialog
from caregiver_app.ui.printing.where import SaveDialog
from caregiver_app.ui.printing.window import PrintWindow
from tests.disks import read_only_folder, tiny_disk
from tests.stage import Stage, spin
from tests.ui.printing.cups import PrintServer

MONDAY = date(2026, 11, 23)
NAME = "Week sheet Nov 23 to 29 2026.pdf"


class Printing:
    """Uses the print window as a person does."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self.stage, self.qtbot = stage, qtbot
        self.window = PrintWindow(stage.parts, "week", day=MONDAY, parent=stage.window)
        self.sheet = self.made(self.window.open)
        self.window.resize(1080, 800)
        spin()

    def made(self, act: object) -> MadeSheet:
        """Do something and wait for the page that it makes."""
        with self.qtbot.waitSignal(self.window.sheet_shown, timeout=20_000) as answer:
            act()  # type: ignore[operator]
        sheet = answer.args[0]
        assert isinstance(sheet, MadeSheet)
        self.sheet = sheet
        return sheet

    def text(self) -> str:
        """What the page says."""
        return "\n".join(facts.words for facts in self.sheet.facts)

    def save_to(self, path: Path) -> None:
        """Press Save as PDF, type a path, Enter."""
        self.window.save_button.click()
        self.pick(path)

    def pick(self, path: Path) -> None:
        """Type a path into the dialog that asks where to, Enter."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SaveDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SaveDialog)
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def printer_dialog(self) -> PrinterDialog:
        """The dialog that asks for the printer; waits for it."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PrinterDialog), timeout=10_000)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PrinterDialog)
        self.qtbot.waitUntil(dialog.isVisible)
        return dialog

    def trouble(self) -> str:
        """What the window says went wrong; waits for it."""
        self.qtbot.waitUntil(self.window.trouble.isVisible, timeout=20_000)
        return self.window.trouble.accessibleName()

    def copies(self) -> list[int]:
        """How often each sheet was counted."""
        return [printed.copies for printed in self.stage.workspace.read(lambda work: work.all(PrintedSheet))]


@pytest.fixture
def printing(stage: Stage, qtbot: QtBot) -> Iterator[Printing]:
    """The week sheet of November 23 in the print window."""
    used = Printing(stage, qtbot)
    yield used
    if isValid(used.window):
        used.window.close()
    spin()


def test_the_preview_is_the_pdf_itself_drawn_sharply(printing: Printing) -> None:
    assert "Help this week" in printing.text()
    assert "Dinner for 4, no dairy" in printing.text()
    printing.qtbot.waitUntil(lambda: printing.window.pages.page_images()[0] is not None, timeout=20_000)
    image = printing.window.pages.page_images()[0]
    assert image is not None
    assert image.width() > 300
    assert min(bytes(image.constBits())) < 60
    assert printing.sheet.pdf.startswith(b"%PDF")


def test_each_choice_shows_on_the_page_at_once(printing: Printing) -> None:
    choices = printing.window.choices
    assert "555-0142" not in printing.text()
    printing.made(choices.phones.click)
    assert "555-0142" in printing.text()  # Ana agreed
    assert "555-0117" not in printing.text()  # Ben did not
    printing.made(choices.large.click)
    assert printing.sheet.prepared.request.look.large
    choices.paper.choose(Paper.A4)
    printing.made(partial(choices.paper.activated.emit, 1))
    assert round(printing.sheet.facts[0].height) == 842
    choices.sheet.choose("helper")
    printing.made(partial(choices.sheet.activated.emit, 1))
    assert "Thank you, Ana" in printing.text()
    assert "Thank you, Ben" in printing.text()
    choices.person.choose(printing.stage.person("Ben").id)
    printing.made(partial(choices.person.activated.emit, 1))
    assert "Thank you, Ana" not in printing.text()


def test_house_notes_can_be_left_off_a_helpers_sheet_where_there_are_any(printing: Printing) -> None:
    choices, actions = printing.window.choices, printing.stage.parts.actions
    assert not choices.house_notes.isVisible()  # the week sheet never has them
    choices.sheet.choose("helper")
    printing.made(partial(choices.sheet.activated.emit, 1))
    assert choices.house_notes.isVisible()
    assert "House notes" in printing.text()
    printing.made(choices.house_notes.click)
    assert "House notes" not in printing.text()
    printing.made(partial(actions.run, "x", partial(household.choose, house_notes="")))
    assert not choices.house_notes.isVisible()


def test_the_big_grid_is_offered_where_the_week_fits_it(printing: Printing) -> None:
    choices, actions = printing.window.choices, printing.stage.parts.actions
    assert choices.layout_choice.isVisible()
    choices.layout_choice.choose(True)
    printing.made(partial(choices.layout_choice.activated.emit, 1))
    assert printing.sheet.facts[0].width > printing.sheet.facts[0].height
    more = [Task(title=f"Task {n}", day=MONDAY) for n in range(3)]
    printing.made(partial(actions.run, "x", partial(tasks.add_all, tasks=more)))
    assert printing.sheet.facts[0].width < printing.sheet.facts[0].height
    assert not choices.layout_choice.isVisible()
    assert choices.no_grid.isVisible()
    assert choices.no_grid.text().startswith("Mon Nov 23 has 4 things.")
    printing.made(actions.undo)
    assert choices.layout_choice.isVisible()
    assert not choices.no_grid.isVisible()
    assert printing.sheet.facts[0].width > printing.sheet.facts[0].height
    choices.sheet.choose("sign-up")
    printing.made(partial(choices.sheet.activated.emit, 2))
    assert not choices.layout_choice.isVisible()
    assert [choices.stretch.itemText(n) for n in range(3)] == ["Two weeks", "Three weeks", "Four weeks"]


def test_where_it_is_low_buttons_stand_side_by_side_and_leave_room_for_the_choices(printing: Printing) -> None:
    window = printing.window
    assert window.save_button.y() > window.print_button.y()
    window.resize(1080, 560)
    spin()
    assert window.save_button.y() == window.print_button.y()


def test_what_was_left_out_is_listed_with_its_reason(printing: Printing) -> None:
    listed = printing.window.left_out
    assert listed.toggle.text() == f"What was left out ({len(printing.sheet.prepared.left_out)})"
    assert not listed.words.isVisible()
    listed.toggle.click()
    assert listed.words.isVisible()
    assert "Sit with Maria, Nov 25: It is kept for the helper who does it." in listed.words.text()


def test_words_on_the_fridge_are_warned_of_and_put_right_on_the_spot(printing: Printing) -> None:
    actions = printing.stage.parts.actions
    add = partial(tasks.add_all, tasks=[Task(title="Drive to chemo", day=MONDAY)])
    printing.made(partial(actions.run, "Add a task", add))
    (card,) = printing.window.findChildren(HitCard)
    assert "“chemo”" in card.accessibleName()
    card.words.setText("Morning drive")
    printing.made(partial(QTest.keyClick, card.words, Qt.Key.Key_Return))
    assert "Morning drive" in printing.text()
    assert "chemo" not in printing.text()
    assert printing.sheet.hits == ()
    printing.made(actions.undo)
    assert "chemo" in printing.text()


def test_a_name_without_letters_gets_a_latin_spelling(printing: Printing) -> None:
    actions = printing.stage.parts.actions
    ben = printing.stage.person("Ben")
    printing.made(partial(actions.run, "x", partial(people.save, person=replace(ben, name="李小龍"))))
    (card,) = printing.window.findChildren(SpellingCard)
    card.spelling.setText("李")
    QTest.keyClick(card.spelling, Qt.Key.Key_Return)
    assert printing.sheet.prepared.to_write
    card.spelling.setText("Xiaolong Li")
    printing.made(partial(QTest.keyClick, card.spelling, Qt.Key.Key_Return))
    assert "Xiaolong" in printing.text()
    assert printing.sheet.prepared.to_write == ()


def test_saving_writes_the_very_page_that_is_shown_and_counts_a_copy(printing: Printing, tmp_path: Path) -> None:
    shown = printing.sheet.pdf
    assert printing.sheet.prepared.file_name == NAME
    with printing.qtbot.waitSignal(printing.window.sheet_shown, timeout=20_000):
        printing.save_to(tmp_path / NAME)
    assert (tmp_path / NAME).read_bytes() == shown
    assert "copy 1" in PdfReader(tmp_path / NAME).pages[0].extract_text()
    assert printing.copies() == [1]
    assert f"Saved as “{NAME}”" in printing.window.notices.text()
    assert printing.stage.parts.actions.undo_text() == ""  # a count is no step of its own


def test_the_next_copy_says_which_one_it_replaces(printing: Printing, tmp_path: Path) -> None:
    printing.made(partial(printing.save_to, tmp_path / "one.pdf"))
    assert "copy 2, replaces copy 1" in printing.text()


def test_print_size_is_remembered_for_each_sheet_once_used(printing: Printing, tmp_path: Path) -> None:
    printing.made(printing.window.choices.large.click)
    printing.save_to(tmp_path / NAME)
    printing.qtbot.waitUntil(lambda: printing.copies() == [1], timeout=20_000)
    again = {name: Choices(printing.stage.parts, name, MONDAY, None) for name in ("week", "helper")}
    assert {name: choices.large.isChecked() for name, choices in again.items()} == {"week": True, "helper": False}
    assert not printing.stage.workspace.read(household.household).large_print, "the family’s own choice stays"


def test_a_full_disk_is_said_in_words_and_another_place_is_offered(printing: Printing, tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "tiny") as disk:
        (disk / "filler").write_bytes(b"x" * 60_000)
        printing.save_to(disk / NAME)
        assert "The disk is full" in printing.trouble()
        assert sorted(path.name for path in disk.iterdir()) == ["filler"]
        assert printing.copies() == []
        (disk / "filler").unlink()
        printing.window.trouble.again_button.click()
        printing.qtbot.waitUntil((disk / NAME).exists, timeout=20_000)
        printing.qtbot.waitUntil(lambda: printing.copies() == [1], timeout=20_000)


def test_a_read_only_folder_is_said_in_words_and_another_place_works(printing: Printing, tmp_path: Path) -> None:
    with read_only_folder(tmp_path / "locked") as folder:
        printing.save_to(folder / NAME)
        assert "can’t write" in printing.trouble()
        assert printing.window.trouble.save_button.text() == "Save somewhere else…"
        printing.window.trouble.save_button.click()
        printing.pick(tmp_path / NAME)
        printing.qtbot.waitUntil((tmp_path / NAME).exists, timeout=20_000)


def test_a_file_is_whole_though_the_window_was_closed_meanwhile(printing: Printing, tmp_path: Path) -> None:
    printing.save_to(tmp_path / NAME)
    printing.window.close()
    printing.window.deleteLater()
    printing.qtbot.waitUntil(lambda: not isValid(printing.window))
    printing.qtbot.waitUntil((tmp_path / NAME).exists, timeout=20_000)


@pytest.mark.usefixtures("no_printers")
def test_without_a_printer_the_pdf_is_offered(printing: Printing, tmp_path: Path) -> None:
    printing.window.print_button.click()
    said = "No printer was found. Save it as a PDF instead, and print it later."
    assert printing.trouble() == said
    printing.window.trouble.save_button.click()
    printing.pick(tmp_path / NAME)
    printing.qtbot.waitUntil((tmp_path / NAME).exists, timeout=20_000)


def test_two_keys_print_on_the_usual_printer(printing: Printing, print_server: PrintServer) -> None:
    output = print_server.add_queue("Kitchen_HP")
    QTest.keyClick(printing.window, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    printing.printer_dialog()
    with printing.qtbot.waitSignal(printing.window.sheet_shown, timeout=20_000):
        QTest.keyClick(printing.printer_dialog(), Qt.Key.Key_Return)
    printing.qtbot.waitUntil(lambda: output.exists() and print_server.jobs_waiting("Kitchen_HP") == 0, timeout=20_000)
    page = PdfReader(output).pages[0]
    assert "Dinner for 4, no dairy" in page.extract_text()
    assert "copy 1" in page.extract_text()
    assert printing.copies() == [1]
    assert printing.window.notices.text() == "Sent to Kitchen HP."


def test_a_wrong_number_of_copies_is_refused_in_words(printing: Printing, print_server: PrintServer) -> None:
    print_server.add_queue("Hall")
    printing.window.print_button.click()
    dialog = printing.printer_dialog()
    dialog.copies.setText("0")
    dialog.save_button.click()
    assert dialog.fields["copies"].error.text() == "Type a number from 1 to 99."
    dialog.copies.setText("2")
    dialog.save_button.click()
    printing.qtbot.waitUntil(lambda: printing.copies() == [1], timeout=20_000)


def test_a_sheet_for_sixty_helpers_shows_its_pages_without_drawing_them_all(stage: Stage, qtbot: QtBot) -> None:
    helpers = [Person(name=f"Helper {n}") for n in range(60)]
    stage.workspace.write(partial(people.add_all, people=helpers))
    now = stage.workspace.clock.now()
    for person in helpers:
        task = Task(title=f"Help {person.name}", day=MONDAY)
        stage.workspace.write(partial(tasks.add, task=task, helper_id=person.id, now=now))
    window = PrintWindow(stage.parts, "helper", day=MONDAY, parent=stage.window)
    with qtbot.waitSignal(window.sheet_shown, timeout=30_000) as answer:
        window.open()
    qtbot.waitUntil(lambda: window.pages.page_images()[0] is not None, timeout=20_000)
    drawn = [image for image in window.pages.page_images() if image is not None]
    assert len(answer.args[0].facts) >= 30
    assert len(drawn) <= 4
    window.close()
    spin()


def visit_with_rides(stage: Stage) -> Appointment:
    """A visit on Tuesday with both ways and no driver yet."""
    visit = Appointment(title="Eye check", day=MONDAY + timedelta(1), clock=time(9, 15))
    legs = [Ride(appointment_id=visit.id, leg=leg, pick_up=clock) for leg, clock in zip(Leg, _CLOCKS, strict=True)]
    now = stage.workspace.clock.now()
    stage.workspace.write(partial(appointments.add, appointment=visit, rides=legs, now=now))
    return visit


_CLOCKS = (time(8, 15), time(13))


def test_slips_of_one_visit_or_of_its_week_with_or_without_the_code(stage: Stage, qtbot: QtBot) -> None:
    visit = visit_with_rides(stage)
    other = Appointment(title="Other", day=MONDAY + timedelta(3), clock=time(10))
    ride = Ride(appointment_id=other.id, leg=Leg.THERE, pick_up=time(9))
    now = stage.workspace.clock.now()
    stage.workspace.write(partial(appointments.add, appointment=other, rides=[ride], now=now))
    window = PrintWindow(stage.parts, "slip", day=visit.day, about_id=visit.id, parent=stage.window)
    choices = window.choices

    def said(act: object) -> str:
        with qtbot.waitSignal(window.sheet_shown, timeout=20_000) as answer:
            act()  # type: ignore[operator]
        return "\n".join(facts.words for facts in answer.args[0].facts)

    first = said(window.open)
    assert choices.only.text() == "Only the visit on Tue Nov 24"
    assert not choices.week.isVisibleTo(choices)
    assert "Drive on Tue Nov 24" in first
    assert "Thu Nov 26" not in first
    assert "camera" in first
    assert "camera" not in said(choices.qr.click)
    assert "Thu Nov 26" in said(choices.only.click)
    assert choices.week.isVisibleTo(choices)
    choices.sheet.choose("week")
    assert "Help this week" in said(partial(choices.sheet.activated.emit, choices.sheet.currentIndex()))
    assert not choices.qr.isVisibleTo(choices)
    assert not choices.only.isVisibleTo(choices)
    window.close()
    spin()


@pytest.mark.parametrize(
    ("sheet", "about"),
    [
        ("claims", "This sheet is about your money. It is never made for the fridge or for helpers."),
        ("payform", "This sheet is about your work. It is never made for the fridge or for helpers."),
        ("selfcare", "This sheet is for you alone. It is never made for the fridge or for helpers."),
        ("settleup", "This sheet is for the family. Keep it in a binder or a drawer, not on the fridge."),
    ],
)
def test_a_private_sheet_says_what_it_is_about(stage: Stage, sheet: str, about: str) -> None:
    window = PrintWindow(stage.parts, sheet, parent=stage.window)
    assert window.choices.private.text() == about
    window.close()
    spin()
