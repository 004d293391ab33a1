"""The dialogs about what becomes of a visit, over the made-up family’s scan and infusions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.ride_words import Why
from caregiver_app.domain.tasks import Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.rides.around import read_around
from caregiver_app.ui.rides.cancelling import CancelDialog
from caregiver_app.ui.rides.child import StayEditor
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.how_it_went import TellDialog
from caregiver_app.ui.rides.messages import MessagesDialog, off_messages
from caregiver_app.ui.rides.more_dates import MoreDatesDialog
from caregiver_app.ui.rides.moving import ChildrenDialog, MoveDialog
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.sliding import SlideDialog
from caregiver_app.ui.rides.tell_card import TellCard
from tests.stage import TODAY, Stage, spin

CHRISTMAS = date(2026, 12, 25)
SITTER = "Stay with the kids"


def _visit(stage: Stage, title: str) -> Visit:
    """The next visit of a title."""
    span = Span(TODAY, TODAY + timedelta(90))
    found = stage.workspace.read(partial(agenda.agenda, span=span, today=TODAY)).visits
    return next(each for each in found if each.appointment.title == title)


def _scan(stage: Stage) -> Visit:
    """The scan, with somebody who stays at home meanwhile."""
    scan = _visit(stage, "CT scan")
    if scan.tasks:
        return scan
    task = Task(title=SITTER, day=scan.appointment.day, kind=TaskKind.CHILDCARE, when=When(clock=time(8, 15)))
    stage.workspace.write(partial(appointments.add_child, appointment=scan.appointment, task=task))
    return _visit(stage, "CT scan")


def _moving(day: str, stage: Stage) -> QWidget:
    form = MoveDialog(stage.parts, _scan(stage), stage.window)
    form.when.day.setText(day)
    form.look()
    return form


def _moving_by_calendar(stage: Stage) -> QWidget:
    form = MoveDialog(stage.parts, _scan(stage), stage.window)
    form.show()
    form.when.pick_button.click()
    return form


def _begun_before(stage: Stage) -> QWidget:
    lost = VisitEditor(stage.parts, parent=stage.window)
    lost.title.setText("Second opinion")
    lost.half_typed.keep()
    form = VisitEditor(stage.parts, parent=stage.window)
    lost.done(0)  # nothing of it stays for the other screens
    lost.deleteLater()
    return form


def _moving_wrong(stage: Stage) -> QWidget:
    form = MoveDialog(stage.parts, _scan(stage), stage.window)
    form.when.day.setText("someday")
    form.when.time.setText("25:00")
    form.show()
    spin()
    form.try_to_save()
    return form


def _children(stage: Stage) -> QWidget:
    return ChildrenDialog(stage.parts, _scan(stage), CHRISTMAS, time(9), stage.window)


def _cancelling(stage: Stage) -> QWidget:
    return CancelDialog(stage.parts, _scan(stage), stage.window)


def _cancelling_later(stage: Stage) -> QWidget:
    form = CancelDialog(stage.parts, _visit(stage, "Infusion"), stage.window)
    form.scopes[Scope.LATER].click()
    return form


def _sliding(days: str, stage: Stage) -> QWidget:
    form = SlideDialog(stage.parts, _visit(stage, "Infusion"), stage.window)
    form.days.setText(days)
    return form


def _dates_of_scan(typed: str, stage: Stage) -> MoreDatesDialog:
    form = MoreDatesDialog(stage.parts, _visit(stage, "CT scan"), stage.window)
    form.line.setText(typed)
    return form


def _dates_wrong(stage: Stage) -> QWidget:
    form = _dates_of_scan("every mon, 6 times", stage)
    form.show()
    spin()
    form.try_to_save()
    return form


def _messages(stage: Stage) -> QWidget:
    driven = [(trip, driver) for trip in _visit(stage, "CT scan").trips for driver in trip.drivers]
    messages = off_messages(driven, Why.CANCELLED, read_around(stage.parts))
    return MessagesDialog(stage.parts, messages, stage.window)


def _telling(stage: Stage) -> QWidget:
    return TellDialog(stage.parts, _visit(stage, "CT scan"), stage.window)


def _telling_wrong(stage: Stage) -> QWidget:
    form = TellDialog(stage.parts, _visit(stage, "CT scan"), stage.window)
    form.form.parking.setText("12,5")
    form.form.miles.setText("far")
    form.show()
    spin()
    form.try_to_save()
    return form


def _card(stage: Stage) -> QWidget:
    """The Rides tab with the whole card of a visit that is over."""
    stage.window.show_tab("rides")
    page = stage.window.page
    assert isinstance(page, RidesPage)
    page.show_by("coming")
    spin()
    for line in page.findChildren(TellCard):
        line.tell_button.click()
    spin()
    return stage.window


VISIT_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget]], ...] = (
    ("move a visit", partial(_moving, "12/3")),
    ("move a visit to a holiday", partial(_moving, "12/25")),
    ("move a visit, wrong", _moving_wrong),
    ("move a visit, by the calendar", _moving_by_calendar),
    ("a visit that was begun before", _begun_before),
    ("what moves with a visit", _children),
    ("cancel a visit", _cancelling),
    ("cancel this and later visits", _cancelling_later),
    ("slide a series", partial(_sliding, "a week")),
    ("slide a series onto a visit", partial(_sliding, "a week back")),
    ("people to tell", _messages),
    ("add more dates", lambda stage: MoreDatesDialog(stage.parts, _visit(stage, "Infusion"), stage.window)),
    ("add dates to a single visit", partial(_dates_of_scan, "every 2 weeks, 4 times")),
    ("add dates to a single visit, empty", partial(_dates_of_scan, "")),
    ("add dates to a single visit, wrong", _dates_wrong),
    ("add someone to stay", lambda stage: StayEditor(stage.parts, _visit(stage, "CT scan"), stage.window)),
    ("how did it go", _telling),
    ("how did it go, wrong", _telling_wrong),
    ("rides, how did it go", _card),
)
