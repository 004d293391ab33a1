"""A page asks when it is seen, and only again when what it shows has changed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.people import Person
from caregiver_app.domain.records import ChangeSet
from caregiver_app.services import household, people
from caregiver_app.ui.page import Page
from caregiver_app.ui.parts import Parts


class PeoplePage(Page):
    """Counts how often it asks."""

    shows = (Person,)
    follows = False

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self.asked = 0
        self.followed = 0

    def reload(self) -> None:
        self.asked += 1

    def follow(self, changes: ChangeSet) -> bool:
        self.followed += changes.touches(Person)
        return self.follows


@pytest.fixture
def page(qtbot: QtBot, parts: Parts) -> PeoplePage:
    made = PeoplePage(parts)
    qtbot.addWidget(made)
    return made


def add(parts: Parts) -> None:
    parts.actions.run("Add helper", partial(people.save, person=Person(name="Ana")))


def test_a_page_asks_when_it_is_first_seen(page: PeoplePage) -> None:
    assert page.asked == 0
    page.show()
    assert page.asked == 1
    page.hide()
    page.show()
    assert page.asked == 1


def test_a_page_that_is_seen_asks_after_each_change(page: PeoplePage, parts: Parts) -> None:
    page.show()
    add(parts)
    parts.actions.undo()
    assert page.asked == 3


def test_a_page_that_is_not_seen_waits_until_it_is(page: PeoplePage, parts: Parts) -> None:
    page.show()
    page.hide()
    add(parts)
    add(parts)
    assert page.asked == 1
    page.show()
    assert page.asked == 2


def test_other_kinds_of_change_are_no_matter(page: PeoplePage, parts: Parts) -> None:
    page.show()
    parts.actions.changed.emit(ChangeSet())
    parts.actions.run("Change choices", partial(household.choose, clock24=True))
    assert page.asked == 1


def test_a_page_asks_again_when_somebody_else_was_quicker(page: PeoplePage, parts: Parts) -> None:
    ana = Person(name="Ana")
    parts.actions.run("Add helper", partial(people.save, person=ana))
    page.show()
    parts.actions.workspace.write(partial(people.save, person=replace(ana, phone="555-0142")))
    assert not parts.actions.run("Change Ana", partial(people.change, before=ana, after=replace(ana, notes="x")))
    assert page.asked == 2


def test_a_page_that_can_follow_a_change_does_not_ask(page: PeoplePage, parts: Parts) -> None:
    page.follows = True
    page.show()
    add(parts)
    assert (page.asked, page.followed) == (1, 1)
