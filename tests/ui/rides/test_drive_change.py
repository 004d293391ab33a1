"""Another length of the drive belongs to the place: who has other visits there is asked first, and drivers are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.services import appointments, care_places, people
from caregiver_app.ui.questions import Question
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.rides.places import PlaceEditor
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import Stage, spin
from tests.ui.rides.test_editor import DEC_1, DEC_8, edit, visits

CLINIC = Place(name="Lakeside Clinic", travel_minutes=25)
BEN = Person(name="Ben Okoro", drives=True)


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """A scan that Ben drives to, and labs a week later, at the same place."""
    opened = stages.open_stage(theme, stages.file_of("begun", tmp_path))
    opened.workspace.write(partial(people.add_all, people=[BEN]))
    for title, day, drivers in (("Scan", DEC_1, {Leg.THERE: BEN.id}), ("Labs", DEC_8, {})):
        visit = Appointment(title=title, day=day, clock=time(9), place_id=CLINIC.id)
        rides, now = [Ride(appointment_id=visit.id, leg=Leg.THERE)], opened.workspace.clock.now()
        add = partial(
            appointments.add, appointment=visit, rides=rides, drivers=drivers, place=CLINIC, now=now
        )
        opened.workspace.write(add)
    opened.show(1280, 800)
    yield opened
    for dialog in opened.window.findChildren(MessagesDialog):
        dialog.close()
    opened.close()


def answer(press: Callable[[Question], None], asked: list[str]) -> None:
    """Read the question that comes, and answer it."""

    def pick() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, Question):
            QTimer.singleShot(10, pick)
            return
        asked.append(" ".join(label.text() for label in question.findChildren(type(question.heading))))
        press(question)

    QTimer.singleShot(0, pick)


def drive_of(family: Stage) -> int | None:
    [place] = family.workspace.read(care_places.places)
    return place.travel_minutes


def test_the_other_visits_there_are_named_before_their_pick_up_moves(family: Stage) -> None:
    labs = visits(family)[1]
    form = edit(family, labs)
    form.drive.setText("10 hours")
    asked: list[str] = []
    answer(lambda question: question.yes_button.click(), asked)
    form.save_button.click()
    assert len(asked) == 1
    for words in ("1 other visit", "Scan on Tue Dec 1", "Ben said yes", "Is 10 hours right?"):
        assert words in asked[0]
    assert form.isVisible() and form.drive.text() == "10 hours"
    assert drive_of(family) == 25
    form.done(0)


def test_once_it_is_meant_the_words_for_the_driver_of_the_other_visit_are_ready(family: Stage) -> None:
    labs = visits(family)[1]
    form = edit(family, labs)
    form.drive.setText("45 min")
    answer(lambda question: question.no_button.click(), [])
    form.save_button.click()
    spin()
    assert drive_of(family) == 45
    [words] = family.window.findChildren(MessagesDialog)
    [card] = words.cards
    assert card.message.person.id == BEN.id
    assert "8:00 am" in card.message.text
    family.parts.actions.undo()
    assert drive_of(family) == 25


def test_a_drive_that_stays_asks_nothing(family: Stage) -> None:
    form = edit(family, visits(family)[1])
    form.title.setText("Blood labs")
    form.save_button.click()
    assert [visit.appointment.title for visit in visits(family)] == ["Scan", "Blood labs"]


def test_the_form_of_the_place_hands_out_the_words_too(family: Stage) -> None:
    form = PlaceEditor(family.parts, CLINIC, family.window)
    form.open()
    form.drive.setText("45")
    form.save_button.click()
    spin()
    [words] = family.window.findChildren(MessagesDialog)
    assert [card.message.person.id for card in words.cards] == [BEN.id]
