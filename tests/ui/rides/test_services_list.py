"""The list of ride services: one to begin with, added, changed, removed, with what that means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import Status
from caregiver_app.services import care_places, people, rides, tasks
from caregiver_app.ui.people.dialog import PeopleDialog
from caregiver_app.ui.rides.services_list import RideServicesDialog, ServiceEditor
from caregiver_app.ui.theme import Theme
from tests.stage import Stage, spin
from tests.ui.rides.family import FIRST, SECOND, Family, family_in

VAN = Person(name="Lakeside hospital van", role=Role.SERVICE, phone="555-0155", notes="Book 2 days ahead")


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        yield opened


def listed(family: Family) -> RideServicesDialog:
    return family.show(RideServicesDialog(family.parts, family.window))


def kept(family: Family) -> list[Person]:
    return family.workspace.read(care_places.ride_services)


def form() -> ServiceEditor:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ServiceEditor)
    return found


def test_an_empty_list_offers_a_first_number_in_one_press(family: Family) -> None:
    opened = listed(family)
    assert opened.first_button.isVisible()
    opened.first_button.click()
    (service,) = kept(family)
    assert (service.phone, service.notes) == ("1-800-227-2345", "Ask about 4 business days ahead")
    assert service.role is Role.SERVICE
    assert opened.list.record() == service
    assert not opened.first_button.isVisible()
    family.parts.actions.undo()
    assert kept(family) == []
    opened.close()


def test_a_service_is_typed_and_changed(family: Family) -> None:
    opened = listed(family)
    opened.other_button.click()
    editor = form()
    editor.save_button.click()
    assert editor.isVisible()
    assert editor.fields["name"].error.text()
    assert editor.fields["phone"].error.text() == "Type the number to call, like 555-0155."
    QTest.keyClicks(editor.name, "Lakeside  hospital van")
    QTest.keyClicks(editor.phone, "555-0155")
    editor.notes.setPlainText("Book 2 days ahead")
    editor.save_button.click()
    (service,) = kept(family)
    assert replace(service, id=VAN.id) == VAN
    spin()
    opened.edit_button.click()
    editor = form()
    editor.phone.setText("555-0157")
    editor.save_button.click()
    assert kept(family) == [replace(service, phone="555-0157")]
    assert family.parts.actions.undo_text() == "Undo Change Lakeside hospital van"
    opened.close()


def test_removing_one_in_use_tells_what_is_open_and_past_rides_keep_it(family: Family) -> None:
    family.run(partial(people.save, person=VAN))
    family.promise(FIRST, Leg.HOME, VAN)
    family.promise(SECOND, Leg.HOME, VAN)
    now = family.workspace.clock.now()
    done = family.trip(FIRST, Leg.HOME).item
    family.run(partial(tasks.set_status, item=done, status=Status.DONE, now=now))
    opened = listed(family)
    opened.remove_button.click()
    assert opened.notices.text() == (
        "Lakeside hospital van is no longer in the list. 1 ride needs a driver again. Past rides keep the name."
    )
    assert kept(family) == []
    assert family.trip(FIRST, Leg.HOME).drivers == (VAN.id,)
    assert family.trip(SECOND, Leg.HOME).is_open
    family.parts.actions.undo()
    assert kept(family) == [VAN]
    assert family.trip(SECOND, Leg.HOME).drivers == (VAN.id,)
    opened.close()


def test_a_service_is_found_by_its_note(family: Family) -> None:
    taxi = Person(name="Ace Taxi", role=Role.SERVICE, phone="555-0159")
    family.run(partial(people.add_all, people=[VAN, taxi]))
    opened = listed(family)
    assert opened.list.rows.rowCount() == 2
    opened.search.setText("days ahead")
    assert opened.list.record() == VAN
    opened.close()


def test_services_are_no_helpers_and_are_not_asked_for_other_things(family: Family) -> None:
    family.run(partial(people.save, person=VAN))
    helpers = PeopleDialog(family.parts, family.window)
    assert VAN.id not in {helper.id for helper in family.workspace.read(people.helpers)}
    assert helpers.list.rows.row_of(VAN.id) == -1
    trip = family.trip(SECOND, Leg.HOME)
    ride = family.workspace.read(partial(rides.choices, trip=trip, today=family.workspace.clock.today()))
    assert ride[-1].person == VAN
    helpers.close()


def test_the_menu_opens_the_list(stage: Stage) -> None:
    stage.window.open_ride_services()
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, RideServicesDialog)
    assert opened.list.rows.rowCount() == 2
    opened.close()
