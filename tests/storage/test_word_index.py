"""A few letters find a record by the starts of its words; the index is true after each change and each undo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import insert

from caregiver_app.domain.expenses import Expense
from caregiver_app.storage.database import Database
from caregiver_app.storage.money_tables import expenses
from caregiver_app.storage.word_index import matches, search_words, words_of

NOW = datetime(2026, 11, 22, 15, tzinfo=UTC)
COST = Expense(
    number=14,
    served_on=date(2026, 11, 20),
    paid_on=date(2026, 11, 20),
    kind="parking_tolls",
    payee="Café Lakeside",
    amount=Decimal("12.50"),
)


def found(database: Database, typed: str) -> list[str]:
    """The payees of the costs that are found."""
    with database.reading() as work:
        return [each.payee for each in work.where(Expense, *matches(Expense, expenses.c.id, typed))]


@pytest.fixture
def kept(database: Database) -> Database:
    """A database with one cost."""
    with database.writing(NOW) as work:
        work.put(COST)
    return database


@pytest.mark.parametrize("typed", ["caf", "café", "CAFE", "lake", "lake caf", "12.50", "r-014", "014", ""])
def test_letters_find_a_cost(kept: Database, typed: str) -> None:
    assert found(kept, typed) == ["Café Lakeside"]


@pytest.mark.parametrize("typed", ["side", "lakes garage", "12.51", "zebra"])
def test_other_letters_do_not(kept: Database, typed: str) -> None:
    assert found(kept, typed) == []


def test_a_change_and_its_undo_are_found(kept: Database) -> None:
    with kept.writing(NOW) as work:
        work.put(replace(COST, payee="Harbor garage"))
        changes = work.changes
    assert (found(kept, "harb"), found(kept, "caf")) == (["Harbor garage"], [])
    with kept.writing(NOW) as work:
        work.apply(changes.inverse())
    assert (found(kept, "harb"), found(kept, "caf")) == ([], ["Café Lakeside"])


def test_what_was_removed_is_not_found_until_it_is_back(kept: Database) -> None:
    with kept.writing(NOW) as work:
        work.remove(COST)
        changes = work.changes
    assert found(kept, "caf") == []
    with kept.writing(NOW) as work:
        work.apply(changes.inverse())
    assert found(kept, "caf") == ["Café Lakeside"]


def test_a_word_that_an_earlier_version_left_is_no_trouble(kept: Database) -> None:
    with kept.writing(NOW) as work:
        work.write_beside(insert(search_words).values(word="harbor", kind="Expense", record_id=COST.id))
        work.put(replace(COST, payee="Harbor garage"))
    assert found(kept, "harb") == ["Harbor garage"]


def test_words_are_small_letters_without_accents() -> None:
    assert words_of("Hà Đặng’s R-014 café") >= {"ha", "dang’s", "r-014", "014", "cafe"}
    assert len(words_of(" ".join(f"word{number}" for number in range(5000)))) <= 401


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Łukasz", "lukasz"),
        ("ŁUKASZ", "Łukasz"),
        ("Đặng", "dang"),
        ("Søren", "soren"),
        ("Æsa", "aesa"),
        ("Straße", "strasse"),
        ("STRASSE", "straße"),
        ("Yıldız", "yildiz"),
        ("İpek", "ipek"),
        ("Guðrún", "gudrun"),
        ("Þóra", "thora"),
        ("Œuvre", "oeuvre"),
        ("Żółć", "zolc"),
    ],
)
def test_a_plain_keyboard_finds_every_name(name: str, typed: str) -> None:
    assert words_of(name) == words_of(typed)
