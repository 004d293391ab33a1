"""Finding a driver from the Rides tab: three clicks, each taken back, words fit for a text, services to book."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.people import Person, Role, Slot
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import Answer
from caregiver_app.services import appointments, people
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.asking.ask_dialog import AskDialog
from caregiver_app.ui.asking.ride_request import RideRequest
from caregiver_app.ui.asking.service_card import ServiceCard
from caregiver_app.ui.rides.driver import DriverChooser
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.services_list import RideServicesDialog
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.ui.widgets.texts import Text
from tests.stage import spin
from tests.ui.rides.family import ANA, BEN, DANA, FIRST, SECOND, Family, dialog
from tests.ui.rides.showing import card_of, focused, rides_page

VAN = Person(name="Lakeside hospital van", role=Role.SERVICE, phone="555-0155", notes="Book 2 days ahead")
OLD_TAXI = Person(name="Old Taxi", role=Role.SERVICE, phone="555-0156", former=True)


@pytest.fixture
def shown(theme: Theme, tmp_path: Path) -> Iterator[tuple[RidesPage, Family]]:
    with rides_page(tmp_path, theme) as opened:
        opened[1].run(partial(people.add_all, people=[VAN, OLD_TAXI]))
        yield opened


@pytest.fixture
def page(shown: tuple[RidesPage, Family]) -> RidesPage:
    return shown[0]


@pytest.fixture
def family(shown: tuple[RidesPage, Family]) -> Family:
    return shown[1]


def chooser(family: Family, leg: Leg = Leg.HOME) -> DriverChooser:
    """The list of drivers for a ride of the second visit, whose way home is open."""
    opened = DriverChooser(family.parts, family.visit(SECOND), family.trip(SECOND, leg), family.window)
    return family.show(opened)


def service(opened: DriverChooser, person: Person = VAN) -> ServiceCard:
    return next(card for card in opened.services if card.person.id == person.id)


def words(opened: DriverChooser) -> list[str]:
    return [text.text() for text in opened.findChildren(Text) if text.isVisible()]


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]
    spin()


def test_the_morning_a_driver_cancels_takes_three_clicks_and_each_is_taken_back(
    page: RidesPage, family: Family
) -> None:
    trip = partial(family.trip, FIRST, Leg.HOME)
    row = next(row for row in card_of(page, family.visit(FIRST)).rows if row.words.leg is Leg.HOME)
    click(row.buttons[-1])
    opened = dialog(DriverChooser)
    assert trip().item.declined == (ANA.id,)
    click(opened.rows.row_of(BEN.id).ask_button)
    asked = dialog(AskDialog)
    assert QGuiApplication.clipboard().text() == asked.text()
    assert trip().item.waiting == (BEN.id,)
    assert asked.yes_button.text() == "Ben said yes"
    click(asked.yes_button)
    assert QApplication.activeModalWidget() is None
    assert (trip().drivers, trip().item.waiting) == ((BEN.id,), ())
    assert len(trip().item.asks) == 2
    actions = family.parts.actions
    for step, state in (
        ("Undo Ben said yes", ((), (BEN.id,), (ANA.id,))),
        ("Undo Ask Ben", ((), (), (ANA.id,))),
        ("Undo Ana can’t come", ((ANA.id,), (), ())),
    ):
        assert actions.undo_text() == step
        actions.undo()
        assert (trip().drivers, trip().item.waiting, trip().item.declined) == state


@pytest.mark.parametrize("leg", Leg)
@pytest.mark.parametrize("person", [BEN, VAN], ids=lambda person: person.name)
def test_the_words_name_the_leg_and_fit_in_a_text(family: Family, leg: Leg, person: Person) -> None:
    request = RideRequest(family.parts.actions, family.trip(SECOND, leg))
    for place in (False, True):
        text = request.message(person, request.read_circle(), place=place)
        assert len(text) <= 300
        assert "Infusion" not in text and "Maria" not in text
        assert ("Lakeside Center" in text) is place
        assert ("could you drive M. home" in text) is (leg is Leg.HOME)


def test_people_come_with_reasons_and_large_numbers_and_services_last(family: Family) -> None:
    opened = chooser(family)
    assert "Ride home: Infusion, Tue Dec 22. Calls when ready, about 12:15 pm" in words(opened)
    assert [row.person.id for row in opened.rows.rows] == [ANA.id, BEN.id, DANA.id]
    ana = opened.rows.row_of(ANA.id)
    phone = next(text for text in ana.findChildren(Text) if "555-0142" in text.text())
    name = next(text for text in ana.findChildren(Text) if text.text() == ANA.name)
    assert phone.font().pixelSize() > name.font().pixelSize()
    assert "drives" in ana.accessibleDescription()
    assert [card.person.id for card in opened.services] == [VAN.id]
    assert service(opened).mapTo(opened, service(opened).rect().topLeft()).y() > opened.newcomer_field.y()
    assert {"555-0155", "Book 2 days ahead"} <= set(words(opened))
    opened.close()


def test_whoever_drives_can_be_freed_or_replaced(family: Family) -> None:
    opened = chooser(family, Leg.THERE)
    assert "Ben Okoro said yes." in words(opened)
    opened.rows.row_of(ANA.id).give_button.click()
    assert family.trip(SECOND, Leg.THERE).drivers == (ANA.id,)
    opened = chooser(family, Leg.THERE)
    assert "Ana Lindqvist said yes." in words(opened)
    opened.close()


def test_a_service_is_booked_with_its_number_and_no_longer(family: Family) -> None:
    trip = partial(family.trip, SECOND, Leg.HOME)
    opened = chooser(family)
    QTest.keyClicks(service(opened).number, "LV  20417 ")
    click(service(opened).book_button)
    assert (trip().drivers, trip().ride.booking) == ((VAN.id,), "LV 20417")
    assert family.parts.actions.undo_text() == "Undo Lakeside hospital van is booked"
    opened = chooser(family)
    card = service(opened)
    assert "Lakeside hospital van is booked." in words(opened)
    assert card.number.text() == "LV 20417"
    card.number.setText("LV 20418")
    click(card.book_button)
    assert trip().ride.booking == "LV 20418"
    click(service(chooser(family)).other_button)
    assert (trip().drivers, trip().ride.booking) == ((), "")
    for number in ("LV 20418", "LV 20417"):
        family.parts.actions.undo()
        assert (trip().drivers, trip().ride.booking) == ((VAN.id,), number)
    family.parts.actions.undo()
    assert (trip().drivers, trip().ride.booking) == ((), "")


def test_a_helper_in_place_of_a_service_takes_no_booking_number_along(family: Family) -> None:
    opened = chooser(family)
    service(opened).number.setText("LV 1")
    service(opened).book_button.click()
    chooser(family).rows.row_of(ANA.id).give_button.click()
    trip = family.trip(SECOND, Leg.HOME)
    assert (trip.drivers, trip.ride.booking) == ((ANA.id,), "")


def test_a_service_can_be_asked_first(family: Family) -> None:
    trip = partial(family.trip, SECOND, Leg.HOME)
    click(service(chooser(family)).other_button)
    asked = dialog(AskDialog)
    assert asked.text().startswith("Hi Lakeside hospital van, could you drive M. home")
    assert asked.yes_button.text() == "Booked"
    asked.close()
    assert trip().item.waiting == (VAN.id,)
    opened = chooser(family)
    assert "Lakeside hospital van was asked on Nov 22." in words(opened)
    click(service(opened).other_button)
    assert trip().item.declined == (VAN.id,)
    click(service(chooser(family)).book_button)
    assert trip().drivers == (VAN.id,)


def test_a_yes_to_the_plan_of_now_settles_what_was_agreed_before(family: Family) -> None:
    from caregiver_app.services import appointments

    visit = family.visit(SECOND)
    day = SECOND + timedelta(1)
    now = family.workspace.clock.now()
    move = partial(appointments.move, appointment=visit.appointment, day=day, clock=visit.appointment.clock, now=now)
    family.run(move)
    trip = family.trip(day, Leg.THERE)
    assert trip.ride.agreed_day == SECOND
    RideRequest(family.parts.actions, trip).answer(BEN.id, Answer.YES, "Ben")
    assert family.agreed(day, Leg.THERE) == (None, None)


def test_somebody_new_drives_at_once(family: Family) -> None:
    opened = chooser(family)
    opened.newcomer.setText("Rosa 555-0177, drives")
    opened.add_button.click()
    (rosa,) = family.trip(SECOND, Leg.HOME).drivers
    person = next(each for each in family.workspace.read(people.helpers) if each.id == rosa)
    assert (person.first_name, person.drives) == ("Rosa", True)


def test_the_visit_and_the_services_are_one_press_away(family: Family) -> None:
    opened = chooser(family)
    opened.open_button.click()
    form = dialog(VisitEditor)
    assert form.title.text() == "Infusion"
    form.done(0)
    opened = chooser(family)
    opened.list_button.click()
    listed = dialog(RideServicesDialog)
    assert listed.list.rows.rowCount() == 1
    listed.close()


def test_one_person_is_asked_for_both_ways_at_once(family: Family) -> None:
    last = family.days()[-1]
    there, home = partial(family.trip, last, Leg.THERE), partial(family.trip, last, Leg.HOME)
    opened = family.show(DriverChooser(family.parts, family.visit(last), home(), family.window))
    assert opened.both is not None
    assert opened.both.text() == "The way there too: pick up 8:35 am"
    opened.both.click()
    opened.rows.row_of(BEN.id).ask_button.click()
    asked = dialog(AskDialog)
    assert "could you drive M. on Tue Feb 2? Pick up 8:35 am, home about" in asked.text()
    assert len(asked.text()) <= 300
    assert (there().item.waiting, home().item.waiting) == ((BEN.id,), (BEN.id,))
    asked.yes_button.click()
    assert (there().drivers, home().drivers) == ((BEN.id,), (BEN.id,))
    for step in ("Undo Ben said yes", "Undo Ask Ben"):
        assert family.parts.actions.undo_text() == step
        family.parts.actions.undo()
        assert (there().drivers, home().drivers) == ((), ())
    assert (there().item.asks, home().item.asks) == ((), ())
    opened = chooser(family)
    assert opened.both is None, "the other way has its driver"
    opened.close()


def can_not_come(page: RidesPage, family: Family) -> DriverChooser:
    """Ben drives both ways of the second visit; “Can’t come” is pressed at the way there."""
    family.promise(SECOND, Leg.HOME, BEN)
    page.panel.reload()
    row = next(row for row in card_of(page, family.visit(SECOND)).rows if row.words.leg is Leg.THERE)
    click(row.buttons[-1])
    return dialog(DriverChooser)


def drivers(family: Family) -> list[tuple[object, ...]]:
    return [family.trip(SECOND, leg).drivers for leg in Leg]


def test_a_driver_of_both_ways_is_replaced_for_both_in_two_clicks_and_taken_back(
    page: RidesPage, family: Family
) -> None:
    opened = can_not_come(page, family)
    assert opened.either is not None and opened.either.text() == "Ben can’t drive home either"
    assert opened.either.isChecked() and drivers(family) == [(), ()]
    assert opened.both is not None and opened.both.isChecked()
    click(opened.rows.row_of(ANA.id).give_button)
    assert drivers(family) == [(ANA.id,), (ANA.id,)]
    family.parts.actions.undo()
    family.parts.actions.undo()
    assert drivers(family) == [(BEN.id,), (BEN.id,)]


def test_a_driver_who_can_drive_home_after_all_keeps_that_way(page: RidesPage, family: Family) -> None:
    opened = can_not_come(page, family)
    assert opened.either is not None and opened.both is not None
    click(opened.either)
    assert drivers(family) == [(), (BEN.id,)]
    assert not opened.both.isVisible()
    click(opened.rows.row_of(ANA.id).give_button)
    assert drivers(family) == [(ANA.id,), (BEN.id,)]
    family.parts.actions.undo()
    family.parts.actions.undo()
    assert drivers(family) == [(BEN.id,), (BEN.id,)]


def test_the_tick_can_be_set_again(page: RidesPage, family: Family) -> None:
    opened = can_not_come(page, family)
    assert opened.either is not None and opened.both is not None
    click(opened.either)
    click(opened.either)
    assert drivers(family) == [(), ()] and opened.both.isChecked()
    click(opened.rows.row_of(ANA.id).ask_button)
    assert [family.trip(SECOND, leg).item.waiting for leg in Leg] == [(ANA.id,), (ANA.id,)]


def test_the_list_says_what_closing_it_does(page: RidesPage, family: Family) -> None:
    assert can_not_come(page, family).close_button.text() == "Close, choose later"
    dialog(DriverChooser).close()
    assert chooser(family, Leg.HOME).close_button.text() == "Close, choose later"


def test_words_that_were_only_looked_at_leave_no_note(page: RidesPage, family: Family) -> None:
    opened = chooser(family)
    click(opened.rows.row_of(ANA.id).ask_button)
    assert family.trip(SECOND, Leg.HOME).item.waiting == (ANA.id,)
    click(dialog(AskDialog).not_asked_button)
    assert family.trip(SECOND, Leg.HOME).item.asks == ()
    opened = chooser(family)
    click(opened.rows.row_of(ANA.id).ask_button)
    QTest.keyClick(dialog(AskDialog), Qt.Key.Key_Escape)
    assert family.trip(SECOND, Leg.HOME).item.waiting == (ANA.id,)


def test_while_somebody_is_waited_for_another_can_be_asked(page: RidesPage, family: Family) -> None:
    opened = chooser(family)
    click(opened.rows.row_of(ANA.id).ask_button)
    dialog(AskDialog).close()
    row = next(row for row in card_of(page, family.visit(SECOND)).rows if row.words.leg is Leg.HOME)
    click(row.buttons[-1])
    assert "Ana Lindqvist was asked on Nov 22." in words(dialog(DriverChooser))


def test_a_backup_who_takes_over_is_no_backup_any_more(page: RidesPage, family: Family) -> None:
    visit = family.visit(SECOND)
    editor = family.show(VisitEditor(family.parts, visit=visit, parent=family.window))
    editor.folds.open_part_of("home backup")
    for choice in (editor.legs[Leg.HOME].driver, editor.legs[Leg.HOME].backup):
        choice.choose(ANA.id)
    editor.try_to_save()
    said = editor.fields["home backup"].error.text()
    assert said == "The driver is the backup, too. Choose somebody else as the backup, or nobody."
    editor.deleteLater()
    before = [trip.ride for trip in visit.trips]
    after = [replace(ride, backup_id=ANA.id) for ride in before]
    family.run(
        partial(
            appointments.save,
            before=visit.appointment,
            after=visit.appointment,
            scope=Scope.ONE,
            rides=after,
            rides_before=before,
            now=family.parts.actions.clock.now(),
        )
    )
    click(chooser(family).rows.row_of(ANA.id).give_button)
    row = next(row for row in card_of(page, family.visit(SECOND)).rows if row.words.leg is Leg.HOME)
    assert (row.words.text, row.words.note) == ("Ana drives home", "")
    assert family.trip(SECOND, Leg.HOME).ride.backup_id is None
    family.parts.actions.undo()
    assert family.trip(SECOND, Leg.HOME).ride.backup_id == ANA.id


def test_who_can_drive_there_only_is_told_so_once_both_ways_are_asked_for(page: RidesPage, family: Family) -> None:
    mornings = frozenset({Slot(day, PartOfDay.MORNING) for day in range(7)})
    early = Person(name="Al Early", phone="555-0170", drives=True, free=mornings)
    family.run(partial(people.add_all, people=[early]))
    third = family.visits()[-2]
    there = third.trip(Leg.THERE)
    assert there is not None
    opened = family.show(DriverChooser(family.parts, third, there, family.window))
    first = opened.rows.rows[0]
    assert (first.person.id, first.accessibleDescription()) == (early.id, "555-0170, free then, drives")
    assert opened.both is not None
    click(opened.both)
    QTest.keyClick(opened.both, Qt.Key.Key_Tab)
    assert focused() is opened.rows.rows[0].ask_button
    order = [row.person.id for row in opened.rows.rows]
    assert order.index(early.id) > order.index(ANA.id)
    said = opened.rows.row_of(early.id).accessibleDescription()
    assert said == "555-0170, the way home: not usually free then, drives"
    click(opened.both)
    assert opened.rows.rows[0].person.id == early.id
    opened.close()


def test_what_you_take_on_yourself_is_named_so(page: RidesPage, family: Family) -> None:
    click(chooser(family).rows.row_of(DANA.id).give_button)
    assert family.parts.actions.undo_text() == "Undo Do it yourself"


def test_where_you_drive_yourself_the_button_says_i_can_not(page: RidesPage, family: Family) -> None:
    family.promise(SECOND, Leg.HOME, DANA)
    page.panel.reload()
    rows = card_of(page, family.visit(SECOND)).rows
    found = {row.words.leg: [each.text() for each in row.buttons] for row in rows}
    assert found == {Leg.THERE: ["Can’t come"], Leg.HOME: ["I can’t"]}
    opened = family.show(
        DriverChooser(family.parts, family.visit(SECOND), family.trip(SECOND, Leg.HOME), family.window)
    )
    assert "I can’t" in [each.text() for each in opened.findChildren(Button)]
