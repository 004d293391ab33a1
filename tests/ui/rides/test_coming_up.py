"""What is coming up on the Rides page: a right count of what is open, in groups whose names are true."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtGui import QColor

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.rides import Leg, Ride
from caregiver_app.services import appointments, household
from caregiver_app.ui.rides.how_it_went import HowItWent
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.tell_card import TellCard
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text
from tests.stage import spin
from tests.ui.rides.family import TODAY, Family
from tests.ui.rides.showing import card_of, rides_page, titles

OPEN_DAYS = ("Tue, Dec 22", "Tue, Jan 12, 2027", "Tue, Feb 2, 2027")
MONDAY, FAR = 0, date(2027, 1, 12)
BOTH = tuple(Ride(appointment_id=UUID(int=0), leg=leg) for leg in Leg)
RADIATION = Appointment(title="Radiation", day=TODAY + timedelta(1), clock=time(15), minutes=20)


@pytest.fixture
def opened(theme: Theme, tmp_path: Path) -> Iterator[tuple[RidesPage, Family]]:
    """The page over the family’s file, shown."""
    with rides_page(tmp_path, theme) as made:
        yield made


@pytest.fixture
def page(opened: tuple[RidesPage, Family]) -> RidesPage:
    """The page."""
    return opened[0]


@pytest.fixture
def family(opened: tuple[RidesPage, Family]) -> Family:
    """Its file."""
    return opened[1]


def add(family: Family, visit: Appointment, repeat: Repeat | None = None, rides: tuple[Ride, ...] = ()) -> None:
    """Plan a visit, or a series."""
    now = family.parts.actions.clock.now()
    keep = partial(appointments.add, appointment=visit, repeat=repeat, rides=rides, now=now)
    family.parts.actions.run("Add", keep)
    spin()


def test_the_banner_counts_rides_of_visits_that_have_no_card(page: RidesPage, family: Family) -> None:
    coming = page.panel.coming
    assert coming is not None and coming.banner is not None
    before = coming.banner.title.text()
    assert before == "5 rides still need a driver"
    add(family, RADIATION, Repeat(every=Every.DAYS, count=32))
    assert coming.banner.title.text() == before
    found = [title for title in titles(page) if "Infusion" in title]
    assert found[:3] == [f"{day} — Infusion, {n} of 4" for n, day in enumerate(OPEN_DAYS, 2)]
    assert page.panel.words_above() == (
        "The next 30 visits are here, and 3 later ones that need a driver. All others are under Month."
    )


def texts_of(card: VisitCard, words: str) -> Text:
    """The words as they stand on a card."""
    return next(each for each in card.findChildren(Text) if each.text() == words)


def test_two_days_are_bolder_than_five_and_months_are_calm(page: RidesPage, family: Family) -> None:
    near, soon = (
        Appointment(title=title, day=TODAY + timedelta(days), clock=time(9))
        for title, days in (("Scan", 2), ("Lab", 6))
    )
    for visit in (near, soon):
        add(family, visit, rides=BOTH[:1])
    bold = texts_of(card_of(page, family.visit(near.day, "Scan")), "1 business day is left.")
    amber = texts_of(card_of(page, family.visit(soon.day, "Lab")), "4 business days are left.")
    assert bold.font().weight() > amber.font().weight()
    looks = {title: card_of(page, family.visit(day, title)) for title, day in (("Lab", soon.day), ("Infusion", FAR))}
    grounds = {title: card.grab().toImage().pixelColor(card.width() // 2, 8) for title, card in looks.items()}
    assert grounds["Lab"] == page.theme.token("warn_soft")
    assert grounds["Infusion"] == page.theme.token("surface")


def test_on_a_sunday_the_week_is_the_one_that_the_tasks_show(page: RidesPage, family: Family) -> None:
    family.parts.actions.run("Choose", partial(household.choose, week_start=MONDAY))
    page.show_by("week")
    spin()
    assert page.strip.label.text() == "Nov 23 – 29"
    page.go_today()
    assert page.strip.label.text() == "Nov 16 – 22"


def test_each_group_is_named_for_what_it_holds(page: RidesPage, family: Family) -> None:
    assert page.panel.list.headings == ["A driver is needed", "No driver is missing"]
    add(family, Appointment(title="Scan", day=TODAY + timedelta(7), clock=time(9)))
    assert page.panel.list.headings[0] == "The next 7 days"
    assert page.panel.list.headings[1:] == ["After that, a driver is needed", "After that, no driver is missing"]
    assert "Sun, Nov 29 — Scan" in titles(page)


def told_form(page: RidesPage, *, notes: str) -> HowItWent:
    """The open card of the visit that is over, with a note in it."""
    coming = page.panel.coming
    assert coming is not None
    if isinstance(coming.went, TellCard):
        coming.went.tell_button.click()
        spin()
    assert isinstance(coming.went, HowItWent)
    coming.went.form.notes.setPlainText(notes)
    return coming.went


def test_undo_after_how_it_went_gives_the_filled_card_back(page: RidesPage, family: Family) -> None:
    told_form(page, notes="Results on Monday.").save_button.click()
    spin()
    assert page.panel.coming is not None and page.panel.coming.went is None
    family.parts.actions.undo()
    spin()
    form = page.panel.coming.went
    assert isinstance(form, HowItWent) and form.form.notes.toPlainText() == "Results on Monday."
    family.parts.actions.redo()
    spin()
    assert page.panel.coming.went is None


def test_words_about_a_visit_that_was_taken_back_stay_until_it_is_here_again(page: RidesPage, family: Family) -> None:
    yesterday = Appointment(title="Eye doctor", day=TODAY - timedelta(1), clock=time(10), minutes=30)
    add(family, yesterday)
    form = told_form(page, notes="New glasses.")
    assert form.visit.id == yesterday.id
    family.parts.actions.undo()
    spin()
    assert page.panel.coming is not None and page.panel.coming.went is form
    assert form.taken_back.isVisible() and form.taken_back.button is not None
    form.taken_back.button.click()
    spin()
    assert form.taken_back.isHidden()
    form.save_button.click()
    spin()
    outcome = family.visit(yesterday.day, yesterday.title).outcome
    assert outcome is not None and outcome.notes == "New glasses."


def test_the_banner_is_as_calm_as_the_first_card_that_needs_a_driver(page: RidesPage, family: Family) -> None:
    def ground() -> QColor:
        assert page.panel.coming is not None and page.panel.coming.banner is not None
        banner = page.panel.coming.banner
        assert banner.isVisible()
        return banner.grab().toImage().pixelColor(banner.width() // 2, 8)

    assert ground() == page.theme.token("surface"), "the first is a month away"
    add(family, Appointment(title="Lab", day=TODAY + timedelta(6), clock=time(9)), rides=BOTH[:1])
    assert ground() == page.theme.token("warn_soft")
    assert page.panel.coming is not None and page.panel.coming.banner is not None
    amber = page.panel.coming.banner.sentence.font().weight()
    add(family, Appointment(title="Scan", day=TODAY + timedelta(2), clock=time(9)), rides=BOTH[:1])
    assert page.panel.coming.banner.sentence.font().weight() > amber
