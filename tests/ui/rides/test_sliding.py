"""The rest of a series slides: what moves is shown before it does, and every driver gets words of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.rides import Leg
from caregiver_app.services import appointments, tasks
from caregiver_app.ui.rides.messages import MessageCard, MessagesDialog
from caregiver_app.ui.rides.sliding import SlideDialog
from caregiver_app.ui.theme import Theme
from tests.ui.rides.family import ANA, BEN, DANA, FIRST, KIDS, SECOND, Family, dialog, family_in

DAYS = [FIRST + timedelta(21 * n) for n in range(4)]
LATER = [day + timedelta(7) for day in DAYS]


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as opened:
        yield opened


@pytest.fixture
def sliding(family: Family) -> SlideDialog:
    """The dialog for the whole series."""
    return family.show(SlideDialog(family.parts, family.visit(FIRST), family.window))


def words(widget: QWidget) -> list[str]:
    """All words on it."""
    return [label.text() for label in widget.findChildren(QLabel) if label.text() and not label.isHidden()]


def message_for(shown: MessagesDialog, name: str) -> MessageCard:
    """The card of a person."""
    return next(card for card in shown.cards if card.message.person.first_name == name)


def test_the_list_says_what_moves_and_who_had_said_yes(sliding: SlideDialog) -> None:
    assert sliding.title.text() == "4 visits would move by 7 days"
    assert words(sliding.moves.rows[0]) == [
        "Tue Dec 1", "Tue Dec 8", "Ben said yes to the way there. Ana said yes to the way home.",
    ]  # fmt: skip
    assert words(sliding.moves.rows[1]) == ["Tue Dec 22", "Tue Dec 29", "Ben said yes to the way there."]
    assert words(sliding.moves.rows[2]) == ["Tue Jan 12 2027", "Tue Jan 19 2027"]
    assert sliding.drivers.text().startswith("Ben and Ana keep their rides.")
    assert sliding.save_button.text() == "Slide 4 visits"


def test_a_visit_that_was_moved_alone_says_so(family: Family) -> None:
    second, now = family.visit(SECOND), family.workspace.clock.now()
    move = partial(appointments.move, appointment=second.appointment, day=SECOND + timedelta(2), clock=time(9, 15))
    family.run(partial(move, now=now))
    shown = family.show(SlideDialog(family.parts, family.visit(FIRST), family.window))
    assert words(shown.moves.rows[1])[:3] == [
        "Thu Dec 24", "Thu Dec 31", "You moved it by itself before, from Tue Dec 22. It slides along, too.",
    ]  # fmt: skip
    assert shown.moves.rows[0].notes == []
    shown.save_button.click()
    dialog(MessagesDialog).close()
    again = family.show(SlideDialog(family.parts, family.visit(FIRST + timedelta(7)), family.window))
    assert "from Tue Dec 29" in again.moves.rows[1].notes[0], "the day that it has in the series now"


def test_two_drivers_keep_their_rides_and_are_told_in_one_message_each(family: Family, sliding: SlideDialog) -> None:
    sliding.save_button.click()
    assert family.days() == LATER
    assert family.trip(LATER[0], Leg.THERE).drivers == (BEN.id,)
    assert family.agreed(LATER[0], Leg.THERE) == (FIRST, time(8, 35))
    shown = dialog(MessagesDialog)
    assert [card.message.person.id for card in shown.cards] == [BEN.id, ANA.id]
    ben = message_for(shown, "Ben")
    assert "555-0117" in words(ben)
    ben.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Hi Ben, 2 rides have moved:")
    assert "from Dec 1 to Tue Dec 8, pick up 8:35 am" in text and "from Dec 22 to Tue Dec 29" in text
    assert "Infusion" not in text and "Maria" not in text, "a message gives nothing away"
    ben.told_button.click()
    assert family.agreed(LATER[0], Leg.THERE) == family.agreed(LATER[1], Leg.THERE) == (None, None)
    assert family.agreed(LATER[0], Leg.HOME)[0] == FIRST, "Ana does not know yet"
    shown.close_button.click()


def test_who_helps_at_home_is_told_too(family: Family) -> None:
    family.run(partial(appointments.add_child, appointment=family.visit(FIRST).appointment, task=KIDS))
    (item,) = family.visit(FIRST).tasks
    family.run(partial(tasks.promise, item=item, person_id=BEN.id, now=family.workspace.clock.now()))
    family.show(SlideDialog(family.parts, family.visit(FIRST), family.window)).save_button.click()
    text = dialog(MessagesDialog).cards[-1].area.toPlainText()
    assert text.startswith("Hi Ben, “Kids” has moved from Dec 1 to Tue Dec 8 at 8:30 am.")
    dialog(MessagesDialog).close_button.click()


def test_one_undo_takes_the_whole_slide_back(family: Family, sliding: SlideDialog) -> None:
    sliding.save_button.click()
    dialog(MessagesDialog).close_button.click()
    assert family.parts.actions.undo_text() == "Undo Slide 4 visits by 7 days"
    family.parts.actions.undo()
    assert family.days() == DAYS
    assert family.agreed(FIRST, Leg.THERE) == (None, None)


def test_a_holiday_and_another_visit_are_told_before_it_is_saved(family: Family) -> None:
    dentist = Appointment(title="Dentist", day=date(2027, 1, 15))
    family.run(partial(appointments.add, appointment=dentist, now=family.workspace.clock.now()))
    shown = family.show(SlideDialog(family.parts, family.visit(SECOND), family.window))
    shown.days.setText("3 days")
    assert shown.title.text() == "3 visits would move by 3 days"
    assert "Christmas Day. Ask if the clinic is open." in words(shown.moves.rows[0])
    assert "“Dentist” is on that day too." in words(shown.moves.rows[1])


@pytest.mark.parametrize(("typed", "days"), [("-3", -3), ("a week", 7), ("3 days earlier", -3), ("2 weeks", 14)])
def test_days_are_typed_as_people_say_them(family: Family, sliding: SlideDialog, typed: str, days: int) -> None:
    sliding.days.setText(typed)
    sliding.save_button.click()
    assert family.days() == [day + timedelta(days) for day in DAYS]


def test_what_can_not_be_read_stays_and_nothing_moves(family: Family, sliding: SlideDialog) -> None:
    sliding.days.setText("soon")
    sliding.save_button.click()
    assert sliding.isVisible() and sliding.days.text() == "soon"
    assert sliding.fields["days"].error.text().startswith("We could not read “soon” as days.")
    assert family.days() == DAYS
    sliding.days.setText("10000")
    sliding.save_button.click()
    assert sliding.fields["days"].error.text() == "Type up to 366 days."


@pytest.mark.parametrize("typed", ["a month", "0", "99999", ""])
def test_what_can_not_be_read_shows_no_list_and_names_no_number(sliding: SlideDialog, typed: str) -> None:
    sliding.days.setText(typed)
    assert not sliding.moves.isVisible() and not sliding.drivers.isVisible()
    assert sliding.title.text() == "Type a number of days"
    assert sliding.save_button.text() == "Slide"
    sliding.days.setText("7")
    assert sliding.moves.isVisible() and sliding.save_button.text() == "Slide 4 visits"


def test_nobody_tells_themselves(family: Family) -> None:
    family.promise(SECOND, Leg.THERE, DANA)
    shown = family.show(SlideDialog(family.parts, family.visit(SECOND), family.window))
    assert "You said yes to the way there." in words(shown.moves.rows[0])
    assert shown.drivers.isHidden()
    shown.save_button.click()
    assert QApplication.activeModalWidget() is None
