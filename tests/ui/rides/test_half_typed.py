"""A visit that is half typed outlives a program that is ended from outside, and is offered when the form is opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import time, timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Leg, Need, Ride, Trip
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments, people, rides
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text
from tests import stage as stages
from tests.stage import TODAY, Stage, spin
from tests.ui.rides.test_editor import edit, series_of_three, visits

BEN, ANA = Person(name="Ben Okoro", drives=True), Person(name="Ana Lindqvist", drives=True)


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """Dana cares for Maria; Ben and Ana drive; no visit yet."""
    opened = stages.open_stage(theme, stages.file_of("begun", tmp_path))
    opened.workspace.write(partial(people.add_all, people=[BEN, ANA]))
    opened.show(1280, 800)
    yield opened
    opened.close()


def new_form(family: Stage) -> VisitEditor:
    form = VisitEditor(family.parts, parent=family.window)
    form.open()
    spin()
    return form


def fill(form: VisitEditor) -> None:
    form.title.setText("Infusion")
    form.place.setEditText("Harbor Hospital")
    form.drive.setText("40 min")
    form.day.setEditText("tomorrow")
    form.time.setText("9:30")
    form.repeat.setEditText("every week, 3 times")
    form.ticks[Leg.HOME].setChecked(True)
    form.more.notes.setPlainText("Ask about the port")
    form.legs[Leg.HOME].fill(form.legs[Leg.HOME].typed(wanted=True))
    form.legs[Leg.HOME].driver.choose(BEN.id)
    form.legs[Leg.HOME].needs.tick(frozenset({Need.WALKER}))


def killed(qtbot: QtBot, form: VisitEditor) -> None:
    """As if the program had ended without a word: what is kept is what was on disk a moment after the last letter."""
    qtbot.waitUntil(lambda: bool(files(form)))
    spin()
    form.half_typed.keep()
    form.hide()  # closes nothing: neither saved nor thrown away


def files(form: VisitEditor) -> list[Path]:
    folder = form.parts.actions.workspace.half_typed_in
    assert folder is not None
    return sorted(folder.glob("*")) if folder.is_dir() else []


def test_what_was_typed_before_a_kill_is_offered_and_taken_up_whole(family: Stage, qtbot: QtBot) -> None:
    lost = new_form(family)
    fill(lost)
    typed = lost.draft()
    killed(qtbot, lost)
    again = new_form(family)
    offer = again.half_typed.offer
    assert offer is not None and offer.isVisible()
    assert offer.accessibleDescription().splitlines()[0] == "Infusion, Harbor Hospital, Mon Nov 23, 9:30"
    assert again.title.text() == "", "nothing is filled in before somebody says so"
    offer.go_on_button.click()
    spin()
    assert again.draft().day == "Mon Nov 23"
    for name in ("title", "place", "drive", "clock", "repeat", "notes", "legs"):
        assert getattr(again.draft(), name) == getattr(typed, name)
    again.save_button.click()
    assert [visit.appointment.title for visit in visits(family)] == ["Infusion"] * 3
    assert files(again) == [], "nothing stays behind once it is saved"
    assert new_form(family).half_typed.offer is None


def test_it_is_for_its_owner_alone(family: Stage, qtbot: QtBot) -> None:
    form = new_form(family)
    fill(form)
    qtbot.waitUntil(lambda: bool(files(form)))
    [kept] = files(form)
    if os.name == "posix":
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    form.done(0)


def test_thrown_away_it_is_gone(family: Stage, qtbot: QtBot) -> None:
    lost = new_form(family)
    fill(lost)
    killed(qtbot, lost)
    form = new_form(family)
    assert form.half_typed.offer is not None
    form.half_typed.offer.throw_button.click()
    spin()
    assert files(form) == []
    assert form.title.text() == ""
    assert form.title.hasFocus()
    form.done(0)


def test_not_to_save_leaves_nothing_behind(family: Stage, qtbot: QtBot) -> None:
    form = new_form(family)
    fill(form)
    qtbot.waitUntil(lambda: bool(files(form)))
    form.done(0)
    assert files(form) == []


def test_a_visit_that_is_changed_brings_back_what_was_typed_anew_and_no_more(family: Stage, qtbot: QtBot) -> None:
    first, second, _ = series_of_three(family)
    lost = edit(family, first)
    lost.more.prepare.setPlainText("Drink a lot")
    killed(qtbot, lost)
    other = edit(family, second)
    assert other.half_typed.offer is None, "it belongs to another visit"
    other.done(0)
    again = edit(family, first)
    assert again.half_typed.offer is not None
    again.half_typed.offer.go_on_button.click()
    spin()
    assert again.more.prepare.toPlainText() == "Drink a lot"
    assert again.draft().title == "Infusion"
    again.done(0)


def scan(family: Stage) -> Visit:
    """A visit that Ben drives to and back from."""
    visit = Appointment(title="Scan", day=TODAY + timedelta(3), clock=time(9))
    rides = [Ride(appointment_id=visit.id, leg=leg) for leg in Leg]
    add = partial(appointments.add, appointment=visit, rides=rides, drivers=dict.fromkeys(Leg, BEN.id))
    family.workspace.write(partial(add, now=family.workspace.clock.now()))
    return visits(family)[0]


def trip_there(family: Stage) -> Trip:
    trip = visits(family)[0].trip(Leg.THERE)
    assert trip is not None
    return trip


def test_a_change_begun_before_takes_nothing_back_that_was_agreed_since(family: Stage, qtbot: QtBot) -> None:
    lost = edit(family, scan(family))
    lost.legs[Leg.THERE].notes.setPlainText("Ring twice")
    killed(qtbot, lost)
    family.workspace.write(
        partial(rides.promise, trip=trip_there(family), person_id=ANA.id, now=family.workspace.clock.now())
    )
    family.workspace.write(
        lambda work: work.put(replace(trip_there(family).ride, seats=3, booking="B-17", pick_up=time(8, 20)))
    )
    spin()
    again = edit(family, visits(family)[0])
    assert again.half_typed.offer is not None
    again.half_typed.offer.go_on_button.click()
    spin()
    again.save_button.click()
    spin()
    kept = trip_there(family)
    assert kept.drivers == (ANA.id,), "she promised it since"
    assert (kept.ride.seats, kept.ride.booking, kept.ride.pick_up) == (3, "B-17", time(8, 20))
    assert kept.ride.notes == "Ring twice"


def test_two_that_were_begun_wait_for_each_other(family: Stage, qtbot: QtBot) -> None:
    lost = new_form(family)
    lost.title.setText("Scan")
    killed(qtbot, lost)
    second = new_form(family)
    second.title.setText("Dentist")
    qtbot.waitUntil(lambda: len(files(second)) == 2)
    assert second.half_typed.offer is not None
    second.half_typed.offer.go_on_button.click()
    assert second.title.text() == "Scan"
    second.done(0)
    third = new_form(family)
    assert third.half_typed.offer is not None
    assert third.half_typed.offer.accessibleDescription().startswith("Dentist")
    third.done(0)


def test_the_offer_says_when_it_was_typed(family: Stage, qtbot: QtBot) -> None:
    lost = new_form(family)
    fill(lost)
    killed(qtbot, lost)
    then = family.workspace.clock.local() - timedelta(days=1, hours=-7)
    os.utime(files(lost)[0], (then.timestamp(), then.timestamp()))
    offer = new_form(family).half_typed.offer
    assert offer is not None
    assert "Last typed: Yesterday at 3:00 pm" in [text.text() for text in offer.findChildren(Text)]
    assert offer.accessibleDescription().endswith("Last typed: Yesterday at 3:00 pm")


SPOILED = {
    "1": "{",
    "2": '{"kind": "what"}',
    "3": "[]",
    "4": '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "5": '{"title": null}',
    "6": '{"title": true}',
    "7": '{"legs": {"there": {"wanted": "yes"}}}',
    "8": '{"legs": {"there": 1}}',
    "9": '{"legs": {"there": {"needs": [' + "[" * 500 + "]" * 500 + "]}}}",
}


def test_a_file_that_can_not_be_read_is_passed_over(family: Stage) -> None:
    folder = family.workspace.half_typed_in
    assert folder is not None
    folder.mkdir(mode=0o700)
    for name, text in SPOILED.items():
        (folder / f"visit-new.{name}.json").write_text(text)
    (folder / "visit-new.folder.json").mkdir()
    if os.name == "posix":
        (folder / "visit-new.gone.json").symlink_to(folder / "nothing")
    form = new_form(family)
    assert form.half_typed.offer is None
    form.done(0)
