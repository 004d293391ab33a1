"""The message that asks one person: what it says, and what it never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.asking import ask_message
from caregiver_app.domain.calendar import ANY_TIME, When
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.sharing import fridge_words_found
from caregiver_app.domain.tasks import Item, Task, occurrence_of

TUESDAY = date(2026, 11, 24)
ANA = Person(name="Ana Lindqvist", phone="555-0142")
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER, phone="555-0100")
MARIA = Person(name="Maria Rivers", role=Role.CARED_FOR)
NO_PROBLEM = "If not this time, no problem at all. Thank you, Sam"


def item_of(**told: object) -> Item:
    task = Task(day=TUESDAY, **told)  # type: ignore[arg-type]
    return Item(task, occurrence_of(task, TUESDAY))


DRIVE = item_of(
    title="Drive Maria to radiation, Bldg C",
    public_title="Morning drive",
    kind=TaskKind.RIDE,
    when=When(clock=time(8, 15)),
    minutes=60,
    place="Lakeside Center, north door",
    notes="Bring her blanket",
)
CASES = {
    "a drive": (
        DRIVE,
        "Hi Ana, could you drive M. on Tue Nov 24? Pick up 8:15 am. It takes about 1 hour. " + NO_PROBLEM,
    ),
    "a task by its title": (
        item_of(title="Walk Biscuit", kind=TaskKind.PETS, when=When(clock=time(8)), minutes=30),
        "Hi Ana, could you help with “Walk Biscuit” on Tue Nov 24 at 8:00 am? It takes about 30 min. " + NO_PROBLEM,
    ),
    "at any time": (
        item_of(title="Laundry", kind=TaskKind.CHORES),
        "Hi Ana, could you help with “Laundry” on Tue Nov 24, at any time that suits you? " + NO_PROBLEM,
    ),
    "part of the day": (
        item_of(title="Sit with Maria", public_title="Visit", kind=TaskKind.STAY, when=When(part=PartOfDay.AFTERNOON)),
        "Hi Ana, could you stay with M. on Tue Nov 24 in the afternoon? " + NO_PROBLEM,
    ),
    "a drive for somebody else": (
        item_of(title="Drive Leo to soccer", kind=TaskKind.RIDE, when=When(clock=time(16))),
        "Hi Ana, could you help with “Drive Leo to soccer” on Tue Nov 24 at 4:00 pm? " + NO_PROBLEM,
    ),
}


@pytest.mark.parametrize("about", CASES)
def test_the_message_is_short_exact_and_leaves_a_way_out(about: str) -> None:
    item, words = CASES[about]
    message = ask_message(item, ANA, SAM, MARIA, clock24=False)
    assert message == words
    assert len(message) <= 300


def test_the_place_is_told_only_when_asked_for_and_the_notes_never() -> None:
    assert "Lakeside" not in ask_message(DRIVE, ANA, SAM, MARIA, clock24=False)
    message = ask_message(DRIVE, ANA, SAM, MARIA, clock24=False, include_place=True)
    assert "Place: Lakeside Center, north door." in message
    assert "blanket" not in message


def test_the_family_clock_is_used() -> None:
    assert "Pick up 08:15." in ask_message(DRIVE, ANA, SAM, MARIA, clock24=True)


def test_without_names_of_the_family_it_still_asks() -> None:
    assert ask_message(DRIVE, ANA, None, None, clock24=False) == (
        "Hi Ana, could you help with “Morning drive” on Tue Nov 24 at 8:15 am? It takes about 1 hour. "
        "If not this time, no problem at all."
    )


@pytest.mark.parametrize(("audience", "told_family"), [(Audience.FAMILY, True), (Audience.ME, False)])
def test_a_title_kept_from_somebody_is_not_in_their_message(audience: Audience, told_family: bool) -> None:
    item = item_of(title="Call about the bill", kind=TaskKind.CALLS, audience=audience)
    assert "could you help with “Phone calls” on Tue Nov 24" in ask_message(item, ANA, SAM, MARIA, clock24=False)
    in_circle = ask_message(item, replace(ANA, family_circle=True), SAM, MARIA, clock24=False)
    assert ("the bill" in in_circle) is told_family


@given(
    st.sampled_from(TaskKind),
    st.sampled_from([ANY_TIME, When(clock=time(8, 15)), *(When(part=part) for part in PartOfDay)]),
    st.none() | st.integers(1, 1440),
    st.booleans(),
)
def test_no_private_word_gets_into_a_message(kind: TaskKind, when: When, minutes: int | None, clock24: bool) -> None:
    item = item_of(
        title="Maria: chemo, door code 4411",
        public_title="Help",
        place="12 Maple Street",
        notes="Takes morphine at noon",
        kind=kind,
        when=when,
        minutes=minutes,
    )
    message = ask_message(item, ANA, SAM, MARIA, clock24)
    assert fridge_words_found(message.replace("If not this time", "")) == []
    assert not any(word in message for word in ("Maria", "Rivers", "Lindqvist", "chemo", "4411", "Maple", "555", "!"))
    assert "no problem" in message
    assert len(message) <= 300
