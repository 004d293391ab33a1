"""A new visit tells what it would meet while it is filled in, and is kept all the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.rides import Leg
from caregiver_app.ui.rides.editor import VisitEditor
from caregiver_app.ui.theme import Theme
from tests.stage import spin
from tests.ui.rides.family import DANA, Family, family_in


@pytest.fixture
def family(theme: Theme, tmp_path: Path) -> Iterator[Family]:
    with family_in(tmp_path, theme) as made:
        yield made


@pytest.fixture
def form(family: Family) -> Iterator[VisitEditor]:
    """A dentist’s visit on the day of the first infusion; its time is not typed yet."""
    from shiboken6 import isValid

    opened = family.show(VisitEditor(family.parts, parent=family.window))
    opened.title.setText("Dentist")
    opened.day.setEditText("dec 1")
    yield opened
    if isValid(opened):
        opened.done(0)
    spin(2)


def test_two_visits_at_once_are_told_while_typing_and_go_away_again(form: VisitEditor, qtbot: QtBot) -> None:
    form.time.setText("9:30")
    qtbot.waitUntil(form.preview.met.isVisible)
    assert "Infusion" in form.preview.met.text() and form.preview.met.text().startswith("About Tue Dec 1: ")
    assert form.preview.met.text() in form.preview.accessibleDescription()
    form.time.setText("4 pm")
    qtbot.waitUntil(lambda: not form.preview.met.isVisible())


def test_of_a_series_the_first_day_is_told_and_how_many_more_there_are(form: VisitEditor, qtbot: QtBot) -> None:
    form.time.setText("9:30")
    form.repeat.setEditText("every 3 weeks x3")
    qtbot.waitUntil(lambda: "more days" in form.preview.met.text())
    assert form.preview.met.text().startswith("About Tue Dec 1: ")
    assert form.preview.met.text().endswith("2 more days have something to check, too.")


def test_my_own_visit_while_i_drive_is_told(family: Family, form: VisitEditor, qtbot: QtBot) -> None:
    family.promise(date(2027, 1, 12), Leg.THERE, DANA)
    form.day.setEditText("jan 12, 2027")
    form.time.setText("8:45")
    form.more.person.choose(DANA.id)
    qtbot.waitUntil(form.preview.met.isVisible)
    assert "You already drive" in form.preview.met.text()


def test_it_is_no_barrier_and_told_with_the_rest_when_save_was_faster(
    family: Family, form: VisitEditor, qtbot: QtBot
) -> None:
    form.time.setText("9:30")
    with qtbot.waitSignal(family.parts.actions.done) as done:
        form.save_button.click()
    assert any(visit.appointment.title == "Dentist" for visit in family.visits())
    told = done.args[2]
    assert told.startswith("Visit added on Tue Dec 1. About Tue Dec 1: ") and "Infusion" in told
