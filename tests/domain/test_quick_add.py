"""Offers typed in one line, and pasted lists of them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Slot
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_add import Offer, read_offer, read_offers
from tests.domain.cases import Case, cases

TODAY = date(2026, 11, 22)
CASES = cases("quick_add.json")
WORDS = """
    Ben ben Ana de la Cruz Will May Thu Hà 555-0142 (555) ben@example.com drives, Drives weekday mornings; Tue/Thu and
    mon-fri but not dinner can the 🙂 🚗👍🏽 مريم דנה 李小龙 until Dec 2 away twice a month , . - | call me if evenings
    any time 11/27 8:15 ( ) “x” o'clock O’Brien
"""
lines = st.lists(st.sampled_from([*WORDS.split(), "\t"]) | st.text(max_size=8), max_size=14).map(" ".join)


def free_of(case: Case) -> frozenset[Slot]:
    free = case.get("free", {})
    if free == "always":
        free = {part: range(7) for part in PartOfDay}
    return frozenset(Slot(day, PartOfDay(part)) for part, days in free.items() for day in days)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"])
def test_a_sentence_becomes_chips(case: Case) -> None:
    offer = read_offer(str(case["line"]), TODAY)
    assert (offer.name, offer.phone, offer.email) == (case["name"], case.get("phone", ""), case.get("email", ""))
    assert offer.glad_to == {TaskKind(kind) for kind in case.get("glad_to", [])}
    assert offer.free == free_of(case)
    assert offer.drives == case.get("drives", False)
    assert offer.at_most == case.get("at_most")
    assert [str(span.last) for span in offer.away] == ([case["away_through"]] if "away_through" in case else [])
    assert str(offer.cold_until) == case.get("cold_until", "None")
    assert offer.note == case.get("note", "")


def test_the_offer_makes_a_helper_with_the_day_of_the_offer() -> None:
    person = read_offer("Ben 555-0142 drives, weekday mornings, knows the way", TODAY).person(TODAY)
    assert (person.name, person.phone, person.drives, person.offered_on) == ("Ben", "555-0142", True, TODAY)
    assert person.notes == "knows the way"


def test_without_a_name_nobody_is_made_and_a_sentence_says_what_to_type() -> None:
    offer = read_offer("call me if you need anything", TODAY)
    assert offer.note == "call me if you need anything"
    with pytest.raises(InvalidEntry, match="Type a name") as refused:
        offer.person(TODAY)
    assert refused.value.field == "name"


def words_in(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.casefold()))


def kept_by(offer: Offer) -> str:
    return " ".join([offer.name, offer.phone, offer.email, offer.note, *offer.understood])


@given(lines)
@example("Ben 🙂 555-0142 drives 🚗")
@example("Okoro, Ben\t555-0117\tdrives")
def test_every_word_is_in_a_chip_or_in_the_note(line: str) -> None:
    offer = read_offer(line, TODAY)
    assert not words_in(line) - words_in(kept_by(offer))
    assert {sign for sign in line if sign in "🙂🚗👍"} <= set(kept_by(offer))


@given(lines)
def test_what_was_understood_is_not_also_noted(line: str) -> None:
    offer = read_offer(line, TODAY)
    assert sum(words_in(kept_by(offer)).values()) == sum(words_in(line).values())


def test_a_pasted_table_of_300_lines_keeps_every_line() -> None:
    rows = [f"Helper {chr(65 + n % 26)}{'abcdefghijkl'[n // 26]}\t555-{100 + n:04}\tmeals; errands" for n in range(300)]
    offers = read_offers("Name\tPhone\tHelps with\n" + "\n".join(rows) + "\n\n", TODAY)
    assert len(offers) == 300
    assert offers[7].name == "Helper Ha"
    assert offers[299].phone == "555-0399"
    assert all(offer.glad_to == {TaskKind.MEAL, TaskKind.ERRAND} and not offer.note for offer in offers)


@pytest.mark.parametrize(
    "text",
    [
        "Ben Okoro\t555-0117\tdrives",
        "Ben Okoro;555-0117;drives",
        "Ben Okoro,555-0117,drives",
        '"Okoro, Ben",555-0117,drives',
        "Okoro, Ben\t555-0117\tdrives",
        "- Ben Okoro 555-0117 drives",
        "• Ben Okoro, drives, 555-0117",
        "12. Ben Okoro 555-0117 drives",
        "Name,Phone,Drives\nBen Okoro,555-0117,drives",
        "555-0117\tBen Okoro\tdrives",
    ],
)
def test_lists_and_tables_come_in_many_shapes(text: str) -> None:
    offer = Offer(**{name: getattr(read_offers(text, TODAY)[0], name) for name in ("name", "phone", "drives", "note")})
    assert len(read_offers(text, TODAY)) == 1
    assert offer == Offer(name="Ben Okoro", phone="555-0117", drives=True)


def test_a_very_long_line_is_read_and_kept() -> None:
    offer = read_offer("Ben 555-0142 " + "and anything at all " * 500, TODAY)
    assert offer.name == "Ben"
    assert len(offer.note) > 9000


@pytest.mark.parametrize("line", ["helper Ana 555-0142", "Ana 555-0142 helper", "a helper: Ana 555-0142"])
def test_the_word_helper_is_nobodys_name(line: str) -> None:
    offer = read_offer(line, date(2026, 11, 22))
    assert (offer.name, offer.phone, offer.note) == ("Ana", "555-0142", "")
