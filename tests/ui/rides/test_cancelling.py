"""A visit is cancelled: its rides are not needed, other help is asked for, and the drivers get a message."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.tasks import State
from caregiver_app.services import appointments, tasks
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.rides.cancelling import CancelDialog
from caregiver_app.ui.rides.messages import MessagesDialog
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import DANGER, PRIMARY
from tests.ui.rides.family import ANA, CHECK, FIRST, KIDS, SECOND, Family, dialog, family_in


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        opened.run(partial(appointments.add_child, appointment=opened.visit(FIRST).appointment, task=KIDS))
        yield opened


@pytest.fixture
def cancelling(family: Family) -> CancelDialog:
    """The dialog for the first visit."""
    return family.show(CancelDialog(family.parts, family.visit(FIRST), family.window))


def statuses(family: Family) -> list[AppointmentStatus]:
    """Where the visits of the series stand."""
    return [each.appointment.status for each in family.visits() if each.series is not None]


OFF, ON = AppointmentStatus.CANCELLED, AppointmentStatus.PLANNED


@pytest.mark.parametrize(
    ("child", "states"),
    [(Child.FOLLOW, [State.NOT_NEEDED]), (Child.STAY, [State.NEEDS_HELPER]), (Child.DROP, [])],
)
def test_cancel_with_all_children_and_one_undo(
    family: Family, cancelling: CancelDialog, child: Child, states: list[State]
) -> None:
    before = family.visit(FIRST)
    assert "Ben said yes for Tue Dec 1, 8:35 am. Ana said yes" in cancelling.drivers.text()
    cancelling.questions.cards[0].choices[child].click()
    cancelling.save_button.click()
    assert statuses(family) == [OFF, ON, ON, ON]
    assert [trip.item.state for trip in family.visit(FIRST).trips] == [State.NOT_NEEDED] * 2
    assert [item.state for item in family.visit(FIRST).tasks] == states
    shown = dialog(MessagesDialog)
    texts = [card.area.toPlainText() for card in shown.cards]
    assert len(texts) == 2 and all("because the visit is cancelled" in text for text in texts)
    shown.close_button.click()
    family.parts.actions.undo()
    after = family.visit(FIRST)
    assert (after.appointment, after.trips, after.tasks) == (before.appointment, before.trips, before.tasks)


def test_enter_presses_the_button_that_is_filled_and_keeps_the_visit(family: Family, cancelling: CancelDialog) -> None:
    assert QApplication.focusWidget() is cancelling.cancel_button
    kinds = [button.property("kind") for button in (cancelling.cancel_button, cancelling.save_button)]
    assert kinds == [PRIMARY, DANGER]
    assert cancelling.cancel_button.isDefault() and not cancelling.save_button.isDefault()
    QTest.keyClick(cancelling.cancel_button, Qt.Key.Key_Return)
    assert not cancelling.isVisible()
    assert statuses(family) == [ON] * 4


def test_this_and_later_ones(family: Family) -> None:
    cancelling = family.show(CancelDialog(family.parts, family.visit(SECOND), family.window))
    cancelling.scopes[Scope.LATER].click()
    assert cancelling.scopes[Scope.LATER].text() == "This and later ones, 3 visits through Tue Feb 2 2027"
    assert cancelling.save_button.text() == "Cancel 3 visits"
    cancelling.save_button.click()
    assert statuses(family) == [ON, OFF, OFF, OFF]
    dialog(MessagesDialog).close_button.click()
    assert family.parts.actions.undo_text() == "Undo Cancel 3 visits"


def test_all_rides_of_a_driver_in_one_message(family: Family, cancelling: CancelDialog) -> None:
    cancelling.scopes[Scope.LATER].click()
    cancelling.save_button.click()
    ben, ana = dialog(MessagesDialog).cards
    assert ben.area.toPlainText().startswith("Hi Ben, 2 rides are not needed after all:")
    assert "Tue Dec 1 at 8:35 am" in ben.area.toPlainText() and "Tue Dec 22 at 8:35 am" in ben.area.toPlainText()
    assert ana.area.toPlainText().startswith("Hi Ana, the ride home")
    ben.told_button.click()
    assert not ben.told_button.isEnabled()
    dialog(MessagesDialog).close_button.click()


def test_who_helps_at_home_is_told_too(family: Family) -> None:
    (item,) = family.visit(FIRST).tasks
    family.run(partial(tasks.promise, item=item, person_id=ANA.id, now=family.workspace.clock.now()))
    family.show(CancelDialog(family.parts, family.visit(FIRST), family.window)).save_button.click()
    texts = [card.area.toPlainText() for card in dialog(MessagesDialog).cards]
    assert texts[-1] == "Hi Ana, “Kids” on Tue Dec 1 is not needed after all. Thank you, Dana"
    dialog(MessagesDialog).close_button.click()


def test_keeping_the_visit_changes_nothing(family: Family, cancelling: CancelDialog) -> None:
    cancelling.cancel_button.click()
    assert statuses(family) == [ON] * 4
    assert family.trip(FIRST, Leg.THERE).item.state is State.COVERED


def test_nobody_is_told_of_a_visit_that_is_over(family: Family) -> None:
    past = family.visit(CHECK.day, CHECK.title)
    cancelling = family.show(CancelDialog(family.parts, past, family.window))
    assert cancelling.drivers.isHidden()
    cancelling.save_button.click()
    assert QApplication.activeModalWidget() is None
    assert family.visit(CHECK.day, CHECK.title).appointment.status is OFF
