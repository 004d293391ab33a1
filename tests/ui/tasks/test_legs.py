"""Rides of visits on the board: asked for, given and ticked there; opened, moved and removed with their visit."""

from __future__ import annotations

from datetime import time
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.domain.tasks import Item, State
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, people
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.asking.ask_dialog import AskDialog
from caregiver_app.ui.asking.chooser import HelperChooser
from caregiver_app.ui.asking.ride_chooser import RideChooser
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.tasks.board import Wish
from caregiver_app.ui.tasks.card_menu import card_menu
from caregiver_app.ui.tasks.editor import TaskEditor
from caregiver_app.ui.tasks.lanes import Loose, Stop, helper_lanes
from caregiver_app.ui.tasks.page import TasksPage
from tests.stage import Stage, spin
from tests.ui.tasks.conftest import ANA, SOUP, TODAY, TOM, TUESDAY, WEDNESDAY, dialog, item_of

SCAN = Appointment(title="CT scan", day=TUESDAY, clock=time(9, 15), minutes=60)
VAN = Person(name="Lakeside hospital van", role=Role.SERVICE, phone="555-0155")
SENTENCE = "This ride belongs to a visit. Change the visit and the ride comes along."
THERE, HOME = "Drive Maria to CT scan", "Drive Maria home from CT scan"


class Heard(QObject):
    """Keeps what was told, and which record was asked for."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__(page)
        self.told: list[str] = []
        self.wanted: list[tuple[str, UUID]] = []
        page.parts.actions.told.connect(self.hear)
        page.record_wanted.connect(self.want)

    @Slot(str)
    def hear(self, sentence: str) -> None:
        self.told.append(sentence)

    @Slot(str, object)
    def want(self, tab: str, record_id: UUID) -> None:
        self.wanted.append((tab, record_id))


@pytest.fixture
def visited(opened: TasksPage, parts: Parts) -> TasksPage:
    """The week with a scan on Tuesday, whose two ways still need a driver, and a van that can be booked."""
    legs = [Ride(appointment_id=SCAN.id, leg=leg, pick_up=time(8, 15) if leg is Leg.THERE else None) for leg in Leg]
    parts.actions.run("Van", partial(people.save, person=VAN))
    add = partial(appointments.add, appointment=SCAN, rides=legs, now=parts.actions.clock.now())
    parts.actions.run("Scan", add)
    spin()
    return opened


@pytest.fixture
def heard(visited: TasksPage) -> Heard:
    return Heard(visited)


def stop(item: Item) -> Stop:
    return Stop(item.day, item.id)


def visit_of(workspace: Workspace) -> Visit:
    return workspace.read(partial(agenda.visit, id=SCAN.id, today=TODAY))


def labels(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.text()]


def test_dragging_to_another_day_and_removing_tell_why_the_ride_stays(visited: TasksPage, heard: Heard) -> None:
    board = visited.panel.board
    assert board is not None
    leg = item_of(visited, THERE)
    board.dropped.emit(stop(leg), WEDNESDAY)
    board.wished.emit(Wish.REMOVE, stop(leg))
    assert heard.told == [SENTENCE, SENTENCE]
    assert item_of(visited, THERE).day == TUESDAY


def test_the_menu_opens_the_visit_and_offers_no_move_and_no_removal(visited: TasksPage, heard: Heard) -> None:
    panel = visited.panel
    assert panel.view is not None
    menu = card_menu(item_of(visited, HOME), panel.view, panel.deeds, panel.dialogs, panel)
    assert labels(menu)[0] == "Open the visit"
    assert not {"Move to", "Remove"} & set(labels(menu))
    menu.actions()[0].trigger()
    assert heard.wanted == [("rides", SCAN.id)]
    assert QApplication.activeModalWidget() is None
    plain = card_menu(item_of(visited, SOUP.title), panel.view, panel.deeds, panel.dialogs, panel)
    assert {"Open", "Move to", "Remove"} <= set(labels(plain))
    for each in (menu, plain):
        each.deleteLater()


def test_a_ride_is_asked_for_in_the_words_of_its_way(visited: TasksPage, workspace: Workspace, heard: Heard) -> None:
    visited.panel.dialogs.choose_helper(item_of(visited, HOME))
    opened = dialog(RideChooser)
    assert [card.person.id for card in opened.services] == [VAN.id]
    opened.rows.row_of(ANA.id).ask_button.click()
    assert QGuiApplication.clipboard().text().startswith("Hi Ana, could you drive M. home from a visit on Tue Nov 24")
    dialog(AskDialog).yes_button.click()
    trip = visit_of(workspace).trip(Leg.HOME)
    assert trip is not None and trip.drivers == (ANA.id,)
    visited.panel.dialogs.choose_helper(item_of(visited, THERE))
    opened = dialog(RideChooser)
    assert opened.open_button.text() == "Open the visit"
    opened.open_button.click()
    assert heard.wanted == [("rides", SCAN.id)]


def test_a_ride_is_given_ticked_and_passed_on_as_any_card(visited: TasksPage, workspace: Workspace) -> None:
    board = visited.panel.board
    assert board is not None
    visited.panel.deeds.give(item_of(visited, THERE), TOM.id, "Tom")
    leg = item_of(visited, THERE)
    board.dropped.emit(Stop(TOM.id, leg.id), ANA.id)
    assert item_of(visited, THERE).helpers == (ANA.id,)
    leg = item_of(visited, THERE)
    board.dropped.emit(Stop(ANA.id, leg.id), Loose.NEEDS_HELPER)
    assert item_of(visited, THERE).is_open
    board.wished.emit(Wish.TICK, stop(item_of(visited, THERE)))
    trip = visit_of(workspace).trip(Leg.THERE)
    assert trip is not None and trip.item.state is State.DONE


def test_who_loses_a_ride_on_the_board_is_told_there_and_stays_marked(stage: Stage) -> None:
    stage.show(1280, 800)
    stage.window.show_tab("tasks")
    page = stage.window.page
    assert isinstance(page, TasksPage)
    ben, tom, ana = (stage.person(name) for name in ("Ben", "Tom", "Ana"))
    page.panel.deeds.give(stage.item(THERE), tom.id, "Tom")
    words = dialog(MessagesDialog)
    [card] = words.cards
    assert card.message.person.id == ben.id
    assert "is taken care of now, so you don’t need to drive" in card.message.text
    words.close()
    assert stage.item(THERE).let_go == (ben.id,)
    page.panel.dialogs.choose_helper(stage.item(THERE))
    dialog(RideChooser).give(ana)
    words = dialog(MessagesDialog)
    [card] = words.cards
    assert card.message.person.id == tom.id
    card.told_button.click()
    words.close()
    assert stage.item(THERE).let_go == (ben.id,), "nobody told Ben yet"


def test_services_are_no_helpers_on_the_board(visited: TasksPage) -> None:
    visited.panel.dialogs.choose_helper(item_of(visited, HOME))
    dialog(RideChooser).services[0].book_button.click()
    assert visited.panel.view is not None
    view = visited.panel.view
    assert VAN.id not in {helper.id for helper in view.helpers}
    lanes = {lane.key: lane for lane in helper_lanes(view)}
    assert VAN.id not in lanes
    (card,) = lanes[Loose.SERVICES].cards
    assert "Lakeside hospital van" in card.who
    visited.panel.dialogs.choose_helper(item_of(visited, SOUP.title))
    opened = dialog(HelperChooser)
    assert VAN.id not in {row.person.id for row in opened.rows.rows}
    opened.close()
    form = TaskEditor(visited.parts, item=item_of(visited, SOUP.title), parent=visited)
    assert form.who.findText(VAN.name) == -1
    assert form.more.backup.findText(VAN.name) == -1
    form.deleteLater()


def test_opening_a_ride_leads_to_its_visit_on_the_rides_tab(stage: Stage) -> None:
    stage.show(1280, 800)
    found = stage.workspace.read(partial(agenda.coming, today=TODAY))
    visit = next(each for each in found.visits if each.trips)
    stage.window.show_tab("tasks")
    page = stage.window.page
    assert isinstance(page, TasksPage)
    page.panel.dialogs.open_item(visit.trips[0].item)
    spin()
    rides = stage.window.page
    assert isinstance(rides, RidesPage)
    card = rides.panel.list.card(visit.id)
    assert card is not None and card.isVisible()
