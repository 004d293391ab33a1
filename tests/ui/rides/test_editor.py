"""The visit form: a whole series with its rides from six fields, by key alone; refused with a sentence, never lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment, AppointmentKind
from caregiver_app.domain.calendar import Every, Repeat, Span
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Leg, Need, Ride
from caregiver_app.domain.visits import Visit
from caregiver_app.services import agenda, appointments, care_places, people
from caregiver_app.services.appointments import Child
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.questions import Question
from caregiver_app.ui.rides.draft import leg_field
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.rides.moving import ChildrenDialog
from caregiver_app.ui.rides.scope import VisitScopeDialog
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text
from tests import stage as stages
from tests.stage import TODAY, Stage, spin

YEAR = Span(date(2026, 1, 1), date(2027, 12, 31))
CLINIC = Place(name="Lakeside Clinic", travel_minutes=25, address="12 Elm Street")
BEN, ANA = Person(name="Ben Okoro", drives=True), Person(name="Ana Lindqvist", drives=True)
AFTER_IT = "The pick-up is after the visit begins. Type an earlier time, or add “the evening before.”"
DEC_1, DEC_8, DEC_15 = date(2026, 12, 1), date(2026, 12, 8), date(2026, 12, 15)


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """Dana cares for Maria; Ben and Ana drive; no place and no visit yet."""
    opened = stages.open_stage(theme, stages.file_of("begun", tmp_path))
    opened.workspace.write(partial(people.add_all, people=[BEN, ANA]))
    opened.show(1280, 800)
    yield opened
    opened.close()


@pytest.fixture
def form(family: Stage) -> Iterator[VisitEditor]:
    """The empty form; a test that leaves it open has it closed without a question."""
    opened = VisitEditor(family.parts, parent=family.window)
    opened.open()
    spin()
    yield opened
    _let_go(opened)


def _let_go(form: QWidget) -> None:
    from shiboken6 import isValid

    if isValid(form):
        form.done(0)  # type: ignore[attr-defined]
    spin(2)


def visits(stage: Stage) -> list[Visit]:
    return list(stage.workspace.read(partial(agenda.agenda, span=YEAR, today=TODAY)).visits)


def places(stage: Stage) -> list[Place]:
    return stage.workspace.read(care_places.places)


def series_of_three(stage: Stage, drivers: dict[Leg, Person] | None = None) -> list[Visit]:
    """Three infusions a week apart with both rides."""
    first = Appointment(
        title="Infusion", day=DEC_1, clock=time(9), kind=AppointmentKind.INFUSION, minutes=180, place_id=CLINIC.id
    )
    add = partial(
        appointments.add,
        appointment=first,
        repeat=Repeat(every=Every.DAYS, n=7, count=3),
        rides=[Ride(appointment_id=first.id, leg=leg) for leg in Leg],
        drivers={leg: person.id for leg, person in (drivers or {}).items()},
        place=CLINIC,
        now=stage.workspace.clock.now(),
    )
    stage.workspace.write(add)
    return visits(stage)


def edit(stage: Stage, visit: Visit) -> VisitEditor:
    opened = VisitEditor(stage.parts, visit=visit, parent=stage.window)
    opened.open()
    spin()
    return opened


def answer_scope(scope: Scope) -> None:
    """Answer the question of how much of a series is meant, once it is asked."""

    def pick() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, VisitScopeDialog):
            QTimer.singleShot(10, pick)
            return
        asked.choices[scope].setChecked(True)
        asked.yes_button.click()

    QTimer.singleShot(0, pick)


class Hands:
    """Types and counts: fields that were filled in, and keys that are no letters."""

    def __init__(self, top: QWidget) -> None:
        self._top = top
        self.fields = self.keys = 0

    def type(self, words: str) -> None:
        QTest.keyClicks(self._focused(), words)
        self.fields += 1

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self._focused(), key)
        self.keys += 1

    def on(self, times: int = 1) -> None:
        for _ in range(times):
            self.key(Qt.Key.Key_Tab)

    def _focused(self) -> QWidget:
        found = self._top.focusWidget()
        assert found is not None, "the keyboard is somewhere"
        return found


def replace_all(form: VisitEditor, line: QWidget, words: str) -> None:
    """Go to a line and type in place of what stands there."""
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, words)
    form.title.setFocus()


# Six fields


def test_six_cycles_with_both_rides_are_six_fields_by_the_keyboard(family: Stage, form: VisitEditor) -> None:
    family.workspace.write(partial(care_places.save_place, place=CLINIC))
    form.done(0)
    form = VisitEditor(family.parts, parent=family.window)
    form.open()
    spin()
    hands = Hands(form)
    hands.type("Infusion")
    hands.on()
    hands.type("lakeside clinic")
    hands.on(2)
    hands.type("dec 1")
    hands.on()
    hands.type("9")
    hands.on()
    hands.type("every 3 weeks x6")
    hands.on()
    hands.key(Qt.Key.Key_Space)
    hands.on()
    hands.key(Qt.Key.Key_Space)
    hands.fields += 1  # the rides: two boxes to tick
    assert form.preview.words() == (
        "6 visits: Dec 1, Dec 22, Jan 12, Feb 2, Feb 23 and Mar 16."
        " 12 rides will need a driver. Leave home by 8:20 am, home about 12:25 pm."
    )
    hands.key(Qt.Key.Key_Return)
    assert (hands.fields, hands.keys) == (6, 10)
    planned = visits(family)
    assert [visit.appointment.day for visit in planned] == [
        DEC_1, date(2026, 12, 22), date(2027, 1, 12), date(2027, 2, 2), date(2027, 2, 23), date(2027, 3, 16)
    ]  # fmt: skip
    legs = [trip for visit in planned for trip in visit.trips]
    assert len(legs) == 12
    assert all(trip.is_open for trip in legs)
    assert {(visit.appointment.clock, visit.appointment.kind) for visit in planned} == {
        (time(9), AppointmentKind.INFUSION)
    }
    assert {visit.place for visit in planned} == {CLINIC}


def test_one_undo_takes_back_the_series_its_rides_and_the_new_place(family: Stage, form: VisitEditor) -> None:
    form.title.setText("Infusion")
    form.place.setEditText("Harbor Hospital")
    form.drive.setText("40")
    form.day.setEditText("dec 1")
    form.time.setText("9")
    form.repeat.setEditText("every 3 weeks, 6 times")
    for box in form.ticks.values():
        box.setChecked(True)
    form.save_button.click()
    assert [(place.name, place.travel_minutes) for place in places(family)] == [("Harbor Hospital", 40)]
    assert len(visits(family)) == 6
    family.parts.actions.undo()
    assert (visits(family), places(family)) == ([], [])
    family.parts.actions.redo()
    assert len(visits(family)) == 6


def test_a_place_that_is_known_brings_its_drive_and_the_needs_of_the_last_time(
    family: Stage, form: VisitEditor
) -> None:
    [first, *_] = series_of_three(family)
    trip = first.trip(Leg.THERE)
    assert trip is not None
    wanted = [replace(trip.ride, seats=2, needs=frozenset({Need.WALKER})), first.trips[1].ride]
    now = family.workspace.clock.now()
    kept = first.appointment
    family.workspace.write(partial(appointments.save, before=kept, after=kept, scope=Scope.ALL, rides=wanted, now=now))
    form.done(0)
    form = VisitEditor(family.parts, parent=family.window)
    form.open()
    form.place.setEditText("Lakeside Clinic")
    assert form.drive.text() == "25 min"
    assert all(box.isChecked() for box in form.ticks.values()), "both rides, as the last time"
    form.ticks[Leg.HOME].click()
    form.place.setEditText("Lakeside")
    form.place.setEditText("Lakeside Clinic")
    assert not form.ticks[Leg.HOME].isChecked(), "what was told by hand stays"
    form.title.setText("Labs")
    form.day.setEditText("dec 3")
    form.save_button.click()
    new = next(visit for visit in visits(family) if visit.appointment.title == "Labs")
    assert new.appointment.kind is AppointmentKind.LAB
    [leg] = new.trips
    assert (leg.ride.seats, leg.ride.needs) == (2, frozenset({Need.WALKER}))


def test_boxes_that_a_place_ticks_say_so_and_turning_them_off_is_told(family: Stage, form: VisitEditor) -> None:
    series_of_three(family)
    form.done(0)
    form = VisitEditor(family.parts, parent=family.window)
    form.open()
    form.place.setEditText("Lakeside Clinic")
    assert form.rides.note.isVisible()
    assert form.ticks[Leg.HOME].accessibleDescription() == form.rides.note.text() == "As last time"
    for box in form.ticks.values():
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
    assert not form.rides.note.isVisible()
    assert "No rides: nobody is asked to drive." in form.preview.words()
    form.done(0)


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("", ["12-01"]),
        ("1, 8, 15 of 28, 2 cycles", ["12-01", "12-08", "12-15", "12-29", "01-05", "01-12"]),
        ("2 on, 2 off, 2 cycles", ["12-01", "12-02", "12-05", "12-06"]),
        ("mon, wed until dec 10", ["12-02", "12-07", "12-09"]),
        ("weekdays x 4", ["12-01", "12-02", "12-03", "12-04"]),
    ],
)
def test_each_way_to_repeat_makes_its_visits(family: Stage, form: VisitEditor, typed: str, days: list[str]) -> None:
    form.title.setText("Radiation")
    form.day.setEditText("dec 1")
    form.repeat.setEditText(typed)
    form.save_button.click()
    assert [f"{visit.appointment.day:%m-%d}" for visit in visits(family)] == days


def test_a_driver_chosen_in_the_form_has_said_yes_to_each_ride(family: Stage, form: VisitEditor) -> None:
    form.title.setText("Infusion")
    form.repeat.setEditText("every week x3")
    form.ticks[Leg.THERE].setChecked(True)
    form.legs[Leg.THERE].driver.choose(BEN.id)
    spin()
    form.save_button.click()
    assert [visit.trips[0].drivers for visit in visits(family)] == [(BEN.id,)] * 3


def test_a_name_on_the_care_team_is_made_in_the_same_step(family: Stage, form: VisitEditor) -> None:
    form.title.setText("Check-up")
    form.folds.more_fold.open()
    form.more.clinician.setEditText("Dr. Lee")
    form.save_button.click()
    [visit] = visits(family)
    assert visit.clinician is not None and visit.clinician.name == "Dr. Lee"
    family.parts.actions.undo()
    assert family.workspace.read(care_places.clinicians) == []


def test_a_name_that_is_known_is_not_made_twice(family: Stage, form: VisitEditor) -> None:
    family.workspace.write(partial(care_places.save_place, place=CLINIC))
    family.workspace.write(partial(care_places.save_clinician, clinician=Clinician(name="Dr. Lee")))
    form.done(0)
    form = VisitEditor(family.parts, parent=family.window)
    form.open()
    form.title.setText("Check-up")
    form.place.setEditText(" LAKESIDE clinic ")
    form.more.clinician.setEditText("dr. lee")
    form.save_button.click()
    assert places(family) == [CLINIC]
    assert len(family.workspace.read(care_places.clinicians)) == 1


# What can't be read


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("clock", "25:00", "There is no “25:00” on the clock. Try “3 pm” or “15:00.”"),
        ("clock", "morning", "Type a time, like “9:30 am.” If it is not known yet, leave this empty."),
        ("day", "Feb 30", "February 2027 has no day 30. It ends on Feb 28."),
        ("drive", "banana", "We could not read “banana” as a length. Try “45 min” or “2 hours.”"),
        (
            "repeat",
            "every week, 10,000 times",
            "That is 10,000 visits. Keep a series to 200 or fewer; you can add more when they are near.",
        ),
        ("repeat", "every week", "How many times? Add it at the end, like “6 times” or “until Mar 1.”"),
        ("minutes", "3", "Is that 3 minutes or 3 hours? Type “3 min” or “3 h.”"),
        ("early", "9 hours", "Type how early to be there, up to 4 hours, like “15 min.”"),
        (leg_field(Leg.THERE, "pick_up"), "11:00", AFTER_IT),
        (leg_field(Leg.THERE, "seats"), "30", "Type how many seats are needed, from 1 to 8."),
    ],
)
def test_what_can_not_be_read_is_told_at_its_field_and_stays(
    family: Stage, form: VisitEditor, name: str, typed: str, told: str
) -> None:
    form.title.setText("Infusion")
    form.time.setText("9:00 am")
    form.place.setEditText("Lakeside")
    form.ticks[Leg.THERE].setChecked(True)
    control = form.fields[name].control
    line = getattr(control, "line", control)
    line.setText(typed)
    form.save_button.click()
    assert form.fields[name].error.text() == told
    assert form.fields[name].isVisible(), "a folded part opens to show it"
    assert line.text() == typed
    assert form.title.text() == "Infusion"
    assert visits(family) == []


def leave(form: VisitEditor, line: QLineEdit, words: str) -> None:
    """Type into a folded line and go on."""
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_seats_and_pick_up_are_read_when_they_are_left_and_the_live_line_follows(
    form: VisitEditor, qtbot: QtBot
) -> None:
    form.title.setText("Infusion")
    replace_all(form, form.time, "9")
    form.ticks[Leg.THERE].click()
    form.folds.leg_folds[Leg.THERE].open()
    spin()
    shown = form.legs[Leg.THERE]
    seats, pick_up = (form.fields[leg_field(Leg.THERE, name)] for name in ("seats", "pick_up"))
    leave(form, shown.seats, "30")
    assert seats.error.text() == "Type how many seats are needed, from 1 to 8."
    qtbot.waitUntil(lambda: "from 1 to 8" in form.preview.words())
    shown.seats.selectAll()
    QTest.keyClicks(shown.seats, "2")
    qtbot.waitUntil(lambda: "One visit" in form.preview.words())
    leave(form, shown.seats, "2 seats")
    assert (seats.error.text(), shown.seats.text()) == ("", "2")
    leave(form, shown.pick_up, "11")
    assert pick_up.error.text() == AFTER_IT
    replace_all(form, form.time, "1 pm")
    assert pick_up.error.text() == ""


@pytest.mark.parametrize(
    ("typed", "shown", "day", "clock"),
    [
        ("8 pm the evening before", "8:00 pm the evening before", date(2026, 11, 30), time(20)),
        ("10:45 the night before", "10:45 pm the evening before", date(2026, 11, 30), time(22, 45)),
        ("day before at 11 am", "11:00 am the day before", date(2026, 11, 30), time(11)),
        ("10 pm Mon", "10:00 pm the evening before", date(2026, 11, 30), time(22)),
        ("Tue 7 am", "7:00 am", DEC_1, time(7)),
    ],
)
def test_a_pick_up_may_be_on_the_day_before(
    family: Stage, form: VisitEditor, typed: str, shown: str, day: date, clock: time
) -> None:
    form.title.setText("Second opinion")
    form.day.setEditText("dec 1")
    replace_all(form, form.time, "9")
    form.ticks[Leg.THERE].click()
    form.folds.leg_folds[Leg.THERE].open()
    spin()
    leave(form, form.legs[Leg.THERE].pick_up, typed)
    assert form.fields[leg_field(Leg.THERE, "pick_up")].error.text() == ""
    assert form.legs[Leg.THERE].pick_up.text() == shown
    assert f"Leave home by {shown}" in form.preview.words()
    form.save_button.click()
    [visit] = visits(family)
    assert visit.trips[0].pick_up == datetime.combine(day, clock)
    again = edit(family, visit)
    assert again.legs[Leg.THERE].pick_up.text() == shown
    again.done(0)


def test_another_weekday_for_the_pick_up_is_asked_back(form: VisitEditor) -> None:
    form.day.setEditText("dec 1")
    form.ticks[Leg.THERE].click()
    form.folds.leg_folds[Leg.THERE].open()
    spin()
    leave(form, form.legs[Leg.THERE].pick_up, "10 pm Fri")
    told = form.fields[leg_field(Leg.THERE, "pick_up")].error.text()
    assert told == "The pick-up can be on the day of the visit, or on the day before it."


def test_the_live_line_says_when_a_long_drive_begins_the_evening_before(form: VisitEditor) -> None:
    form.title.setText("Second opinion")
    form.place.setEditText("Far Clinic")
    form.drive.setText("10 hours")
    form.time.setText("9")
    form.ticks[Leg.THERE].click()
    assert "Leave home by 10:45 pm the evening before" in form.preview.words()
    assert form.legs[Leg.THERE].pick_up.placeholderText() == "10:45 pm the evening before"


def test_the_banner_names_the_field_that_the_keyboard_goes_to(form: VisitEditor) -> None:
    form.title.setText("Infusion")
    form.place.setEditText("Lakeside")
    form.drive.setText("banana")
    form.time.setText("25:00")
    form.more.early.setText("9 hours")
    form.save_button.click()
    assert form.drive.hasFocus()
    told = " ".join(label.text() for label in form.findChildren(Text) if label.isVisible())
    assert "3 things to fix We could not read “banana” as a length. Try “45 min” or “2 hours.” Nothing" in told


def test_an_empty_form_is_told_what_is_missing_and_every_wrong_field_at_once(form: VisitEditor) -> None:
    form.time.setText("25:00")
    QTest.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert form.fields["title"].error.text() == "Type a few words, like “CT scan.”"
    assert "25:00" in form.fields["clock"].error.text()
    assert form.title.hasFocus()


def test_a_ride_to_a_place_without_a_drive_is_kept_and_told(family: Stage, form: VisitEditor) -> None:
    form.title.setText("Infusion")
    form.place.setEditText("Harbor Hospital")
    form.time.setText("9")
    form.ticks[Leg.THERE].setChecked(True)
    assert "How long is the drive? Add the minutes, or type a pick-up time." in form.preview.words()
    form.legs[Leg.THERE].pick_up.setText("8:15")
    replace_all(form, form.time, "9")
    assert "How long" not in form.preview.words()
    assert "Leave home by 8:15 am" in form.preview.words()
    form.legs[Leg.THERE].pick_up.setText("")
    form.save_button.click()
    [visit] = visits(family)
    assert visit.trips[0].pick_up is None


def test_a_holiday_is_told_and_allowed(family: Stage, form: VisitEditor) -> None:
    form.title.setText("Infusion")
    replace_all(form, form.day.line, "dec 25")
    told = "One visit: Friday, December 25. Dec 25 is Christmas Day. Ask if they are open."
    assert form.preview.words() == f"{told} No rides: nobody is asked to drive."
    form.save_button.click()
    assert [visit.appointment.day for visit in visits(family)] == [date(2026, 12, 25)]


def test_the_live_line_follows_while_typing(form: VisitEditor, qtbot: QtBot) -> None:
    form.day.line.setFocus()
    form.day.setEditText("")
    QTest.keyClicks(form.day.line, "dec 1")
    qtbot.waitUntil(lambda: "December 1" in form.preview.words())
    form.repeat.line.setFocus()
    form.repeat.setEditText("")
    QTest.keyClicks(form.repeat.line, "weekdays, 25 times")
    qtbot.waitUntil(lambda: "Dec 1, Dec 2, Dec 3, Dec 4, Dec 7 … Jan 4, 2027." in form.preview.words())


def test_cancel_asks_before_typed_words_are_lost(family: Stage, form: VisitEditor) -> None:
    form.title.setText("Infusion")
    asked: list[str] = []

    def keep_typing() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, Question):
            QTimer.singleShot(10, keep_typing)
            return
        asked.append(question.windowTitle())
        question.yes_button.click()

    QTimer.singleShot(0, keep_typing)
    form.reject()
    assert asked == ["Keep what you typed?"]
    assert form.isVisible()
    assert form.title.text() == "Infusion"


# A visit that is there


@pytest.mark.parametrize(
    ("scope", "changed"), [(Scope.ONE, [DEC_8]), (Scope.LATER, [DEC_8, DEC_15]), (Scope.ALL, [DEC_1, DEC_8, DEC_15])]
)
def test_how_much_of_a_series_is_meant_is_asked(family: Stage, scope: Scope, changed: list[date]) -> None:
    [_, second, _] = series_of_three(family)
    form = edit(family, second)
    form.time.setText("10:00 am")
    form.ticks[Leg.HOME].setChecked(False)
    answer_scope(scope)
    form.save_button.click()
    after = visits(family)
    assert [visit.appointment.day for visit in after if visit.appointment.clock == time(10)] == changed
    assert [visit.appointment.day for visit in after if visit.trip(Leg.HOME) is None] == changed
    assert all(visit.trip(Leg.THERE) for visit in after)
    family.parts.actions.undo()
    assert [visit.appointment.clock for visit in visits(family)] == [time(9)] * 3
    assert all(visit.trip(Leg.HOME) for visit in visits(family))


def test_a_new_day_counts_for_one_visit_without_a_question(family: Stage) -> None:
    [first, *_] = series_of_three(family)
    form = edit(family, first)
    form.day.setEditText("dec 2")
    form.save_button.click()
    assert [visit.appointment.day for visit in visits(family)] == [date(2026, 12, 2), DEC_8, DEC_15]


@pytest.mark.parametrize(("child", "drivers"), [(Child.FOLLOW, (BEN.id,)), (Child.DROP, ())])
def test_a_new_day_asks_what_becomes_of_a_driver(family: Stage, child: Child, drivers: tuple[UUID, ...]) -> None:
    [first, *_] = series_of_three(family, {Leg.THERE: BEN})
    form = edit(family, first)
    form.day.setEditText("dec 2")

    def tell() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, ChildrenDialog):
            QTimer.singleShot(10, tell)
            return
        [card] = asked.questions.cards
        card.choices[child].setChecked(True)
        asked.save_button.click()

    QTimer.singleShot(0, tell)
    form.save_button.click()
    moved = visits(family)[0]
    there = moved.trip(Leg.THERE)
    assert moved.appointment.day == date(2026, 12, 2)
    assert there is not None and there.drivers == drivers
    family.parts.actions.undo()
    there = visits(family)[0].trip(Leg.THERE)
    assert there is not None and there.drivers == (BEN.id,)


def test_going_back_from_that_question_moves_nothing(family: Stage) -> None:
    before = series_of_three(family, {Leg.THERE: BEN})
    form = edit(family, before[0])
    form.day.setEditText("dec 2")

    def back() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, ChildrenDialog):
            QTimer.singleShot(10, back)
            return
        asked.back_button.click()

    QTimer.singleShot(0, back)
    form.save_button.click()
    assert form.isVisible()
    assert form.day.text() == "dec 2"
    assert visits(family) == before
    form.done(0)


def test_nothing_changed_saves_without_a_question(family: Stage) -> None:
    before = series_of_three(family)
    form = edit(family, before[1])
    form.save_button.click()
    assert visits(family) == before


def test_a_form_closed_at_the_question_keeps_all_as_it_was(family: Stage) -> None:
    before = series_of_three(family)
    form = edit(family, before[1])
    form.time.setText("10:00 am")

    def cancel() -> None:
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, VisitScopeDialog):
            QTimer.singleShot(10, cancel)
            return
        asked.cancel_button.click()

    QTimer.singleShot(0, cancel)
    form.save_button.click()
    assert form.isVisible()
    assert form.time.text() == "10:00 am"
    assert visits(family) == before
    form.done(0)


def test_another_driver_in_the_form_takes_over_this_one_ride(family: Stage) -> None:
    [_, second, _] = series_of_three(family, {Leg.THERE: BEN})
    form = edit(family, second)
    assert form.legs[Leg.THERE].driver.value() == BEN.id
    form.legs[Leg.THERE].driver.choose(ANA.id)
    form.save_button.click()
    there = [visit.trip(Leg.THERE) for visit in visits(family)]
    assert [trip.drivers if trip else () for trip in there] == [(BEN.id,), (ANA.id,), (BEN.id,)]
    family.parts.actions.undo()
    there = [visit.trip(Leg.THERE) for visit in visits(family)]
    assert [trip.drivers if trip else () for trip in there] == [(BEN.id,)] * 3


def single_visit(family: Stage) -> Visit:
    """One scan with both rides; Ben drives there."""
    scan = Appointment(title="Scan", day=DEC_1, clock=time(9))
    legs = [Ride(appointment_id=scan.id, leg=leg) for leg in Leg]
    now = family.workspace.clock.now()
    add = partial(appointments.add, appointment=scan, rides=legs, drivers={Leg.THERE: BEN.id}, now=now)
    family.workspace.write(add)
    return visits(family)[0]


def test_a_single_visit_repeats_from_its_form_with_the_other_changes_in_one_step(family: Stage) -> None:
    form = edit(family, single_visit(family))
    form.title.setText("MRI")
    form.repeat.setEditText("every week, 3 times")
    form.legs[Leg.THERE].driver.choose(ANA.id)
    form.save_button.click()
    found = visits(family)
    assert [visit.appointment.day for visit in found] == [DEC_1, DEC_8, DEC_15]
    assert {visit.appointment.title for visit in found} == {"MRI"}
    assert [[trip.drivers for trip in visit.trips] for visit in found] == [[(ANA.id,), ()], [(), ()], [(), ()]]
    assert family.parts.actions.undo_text() == "Undo Change visit, add 2 visits"
    family.parts.actions.undo()
    (alone,) = visits(family)
    assert (alone.series, alone.appointment.title) == (None, "Scan")


def test_a_pattern_without_the_day_of_the_visit_is_told_and_stays(family: Stage) -> None:
    form = edit(family, single_visit(family))
    form.repeat.setEditText("every wed, 3 times")
    form.save_button.click()
    assert form.fields["repeat"].error.text().startswith("The visit is on Tue Dec 1")
    assert len(visits(family)) == 1
    form.done(0)


def test_a_visit_of_a_series_is_not_asked_how_it_repeats(family: Stage) -> None:
    form = edit(family, series_of_three(family)[0])
    assert "repeat" not in form.fields
    form.done(0)


def test_a_drive_told_later_stays_with_the_place(family: Stage) -> None:
    [first, *_] = series_of_three(family)
    form = edit(family, first)
    form.drive.setText("35")

    def agree() -> None:
        question = QApplication.activeModalWidget()
        if not isinstance(question, Question):
            QTimer.singleShot(10, agree)
            return
        question.no_button.click()

    QTimer.singleShot(0, agree)
    form.save_button.click()
    assert [place.travel_minutes for place in places(family)] == [35]
    trips = [visit.trip(Leg.THERE) for visit in visits(family)]
    assert [trip.pick_up.time() if trip and trip.pick_up else None for trip in trips] == [time(8, 10)] * 3


def test_a_change_made_elsewhere_is_told_and_the_words_stay(family: Stage) -> None:
    [first, *_] = series_of_three(family)
    form = edit(family, first)
    now = family.workspace.clock.now()
    family.workspace.write(
        partial(appointments.move, appointment=first.appointment, day=date(2026, 12, 3), clock=time(9), now=now)
    )
    form.more.notes.setPlainText("Ask about the port")
    answer_scope(Scope.ONE)
    form.save_button.click()
    assert form.isVisible()
    assert form.more.notes.toPlainText() == "Ask about the port"
    assert [visit.appointment.notes for visit in visits(family)] == ["", "", ""]
    form.done(0)


def test_every_field_is_named_for_a_screen_reader(form: VisitEditor) -> None:
    for field in form.fields.values():
        assert field.label.text() and field.label.buddy() is field.control


def test_the_short_form_needs_no_scrolling_on_a_small_screen(form: VisitEditor) -> None:
    for box in form.ticks.values():
        box.setChecked(True)
    form.resize(760, round(720 * 0.9))
    spin()
    last = form.folds.leg_folds[Leg.HOME].button
    assert last.visibleRegion().boundingRect() == last.rect()
    assert max(bar.maximum() for bar in form.findChildren(QScrollBar) if bar.parentWidget().isVisible()) == 0


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("day", "someday", "When the day can be read, you see here what will be made."),
        ("time", "25:00", "When the time can be read, you see here what will be made."),
        ("title", "x" * 501, "When the title is shorter, you see here what will be made."),
    ],
)
def test_the_live_line_names_what_can_not_be_read(
    form: VisitEditor, qtbot: QtBot, name: str, typed: str, told: str
) -> None:
    {"day": form.day.line, "time": form.time, "title": form.title}[name].setText(typed)
    qtbot.waitUntil(lambda: form.preview.words() == told)


def test_a_whole_series_that_was_added_is_told_in_a_sentence(family: Stage, form: VisitEditor) -> None:
    form.title.setText("Infusion")
    form.day.line.setText("dec 1")
    form.repeat.line.setText("every 3 weeks, 6 times")
    form.save_button.click()
    assert family.window.notices.text() == "6 visits added, the first on Tue Dec 1."
