"""Costs kept under their number, changed, removed with what hangs on them, repeated, and out of one line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expenses import AgreedShares, Expense, PaidHow, PaidPart, Reimbursement, Share, Source
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import FileProblem, InvalidEntry, StaleEdit
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.services import expenses, people
from caregiver_app.services.expenses import Asked
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
TESS = Person(name="Tess Rivers")
CENTER = Place(name="Lakeside Center", miles=Decimal("18.5"))
HALVES = (Share(person_id=SAM.id, parts=1), Share(person_id=TESS.id, parts=1))


def cost(kind: str = "parking_tolls", amount: str = "12.50", day: date = TODAY, **told: Any) -> Expense:
    """A cost that was paid on its day."""
    facts: dict[str, Any] = {"served_on": day, "paid_on": day, "amount": Decimal(amount)} | told
    return Expense(kind=kind, **facts)


@pytest.fixture
def home(workspace: Workspace) -> Workspace:
    """Two people and a place, no cost yet."""

    def begin(work: Any) -> None:
        for record in (SAM, TESS, CENTER):
            work.put(record)

    workspace.write(begin)
    return workspace


def kept(home: Workspace) -> list[Expense]:
    """Every cost, by number."""
    rows = home.read(partial(expenses.rows, asked=Asked(limit=1000)))
    return sorted((row.expense for row in rows), key=lambda each: each.number)


def add(home: Workspace, *costs: Expense) -> list[Expense]:
    """Keep costs; as they are kept."""
    home.write(partial(expenses.add_many, expenses=costs))
    ids = {each.id for each in costs}
    return [each for each in kept(home) if each.id in ids]


def typed(home: Workspace, line: str) -> Expense:
    """The cost that one line tells of."""
    found: Expense = home.read(partial(expenses.from_typed, typed=line, today=TODAY))
    return found


@pytest.mark.parametrize(
    ("line", "amount", "kind", "payee", "is_tess"),
    [
        ("Tess paid 40 lunch", "40", "meals_out", "", True),
        ("lunch 40 paid by tess", "40", "meals_out", "", True),
        ("parking 5 tess", "5", "parking_tolls", "", True),
        ("I paid 40 lunch", "40", "meals_out", "", False),
        ("cleaning 80 to Tess", "80", "household_help", "Tess", False),
    ],
)
def test_a_person_of_the_file_who_paid_is_the_payer(
    home: Workspace, line: str, amount: str, kind: str, payee: str, is_tess: bool
) -> None:
    found = typed(home, line)
    assert (found.amount, found.kind, found.payee) == (Decimal(amount), kind, payee)
    assert [part.person_id for part in found.paid_by] == ([TESS.id] if is_tess else [])


def test_words_nobody_knows_are_not_of_the_kind_of_the_last_cost(home: Workspace) -> None:
    add(home, replace(cost(), kind="meals_out", payee="Corner Cafe"))
    assert [typed(home, line).kind for line in ("8.99", "8.99 gizmo", "9 Corner Cafe")] == [
        "meals_out",
        "other",
        "meals_out",
    ]


def test_miles_to_a_place_are_those_of_it(home: Workspace) -> None:
    for line in ("miles to Lakeside Center", "drive to Lakeside Center"):
        assert typed(home, line).miles == typed(home, "drove to Lakeside Center").miles
        assert typed(home, line).from_to == "Home to Lakeside Center and back"


# Numbers


def test_numbers_are_given_in_order_and_never_again(home: Workspace) -> None:
    first, second = add(home, cost(), cost(amount="3"))
    assert (first.number, second.number) == (1, 2)
    home.write(partial(expenses.remove, expenses=[second]))
    (third,) = add(home, cost())
    assert third.number == 3


def test_an_undone_number_is_not_given_again_and_comes_back_by_redo(home: Workspace) -> None:
    done = home.write(partial(expenses.add, expense=cost()))
    undone = home.apply(done.inverse())
    assert kept(home) == []
    (next_one,) = add(home, cost())
    assert next_one.number == 2
    home.apply(undone.inverse())
    assert [each.number for each in kept(home)] == [1, 2]


def test_the_same_number_is_never_kept_twice_not_even_from_two_computers(home: Workspace) -> None:
    (first,) = add(home, cost())
    with pytest.raises((FileProblem, IntegrityError)):
        home.write(lambda work: work.put(replace(cost(), number=first.number)))
    assert kept(home) == [first]


def test_a_change_keeps_the_number_whatever_the_form_says(home: Workspace) -> None:
    (before,) = add(home, cost())
    home.write(partial(expenses.change, before=before, after=replace(before, number=0, payee="Garage")))
    assert kept(home) == [replace(before, payee="Garage")]


def test_a_change_of_what_was_changed_since_is_refused(home: Workspace) -> None:
    (before,) = add(home, cost())
    home.write(partial(expenses.change, before=before, after=replace(before, payee="Garage")))
    with pytest.raises(StaleEdit):
        home.write(partial(expenses.change, before=before, after=replace(before, payee="Meter")))
    with pytest.raises(StaleEdit):
        home.write(partial(expenses.remove, expenses=[before]))
    assert kept(home) == [replace(before, payee="Garage")]


# Removing


def test_what_hangs_on_a_cost_goes_and_comes_back_with_it(home: Workspace) -> None:
    (visit,) = add(home, cost("visit", "100"))
    claim = Claim(expense_id=visit.id)
    money = Reimbursement(expense_id=visit.id, received_on=TODAY, amount=Decimal(60), source=Source.INSURER)
    call = CallNote(day=TODAY, claim_id=claim.id)
    receipt = Receipt(expense_id=visit.id, sha256="0" * 64, type=ReceiptType.PNG, size=9, added_on=TODAY)
    hanging = (claim, money, receipt)

    def hang(work: Any) -> None:
        for record in (*hanging, call):
            work.put(record)

    home.write(hang)
    going = home.read(partial(expenses.goes_too, expenses=[visit]))
    assert (going.receipts, going.claims, going.reimbursements) == (1, 1, 1)
    gone = home.write(partial(expenses.remove, expenses=[visit]))
    assert home.read(lambda work: [work.get(type(each), each.id) for each in hanging]) == [None, None, None]
    assert home.read(lambda work: work.get(CallNote, call.id)) == replace(call, claim_id=None)
    home.apply(gone.inverse())
    found = home.read(lambda work: [work.get(type(each), each.id) for each in (*hanging, call)])
    assert found == [*hanging, call]


# How a new one begins


def test_the_first_one_is_parking_of_today_paid_by_the_caregiver(home: Workspace) -> None:
    begin = home.read(partial(expenses.defaults, today=TODAY))
    first = begin.expense(Decimal("12.50"))
    assert (first.kind, first.served_on, first.paid_on, first.paid_by, first.shares) == (
        "parking_tolls", TODAY, TODAY, (), (),
    )  # fmt: skip


def test_the_next_one_begins_as_the_last_and_with_the_agreed_shares(home: Workspace) -> None:
    home.write(lambda work: work.put(AgreedShares(shares=HALVES)))
    paid = (PaidPart(person_id=TESS.id, amount=Decimal(9)),)
    add(home, cost("rx", "9", paid_by=paid, paid_how=PaidHow.HSA), cost("mileage", "0", miles=Decimal(9)))
    begin = home.read(partial(expenses.defaults, today=TODAY))
    assert (begin.kind, begin.payer_id, begin.paid_how, begin.shares) == ("rx", TESS.id, PaidHow.HSA, HALVES)
    assert begin.expense(Decimal("7.25")).paid_by == (PaidPart(person_id=TESS.id, amount=Decimal("7.25")),)


def test_an_earlier_one_again_is_of_today_and_new(home: Workspace) -> None:
    (rent,) = add(home, cost("equipment", "48", date(2026, 9, 1), payee="Supply", imported_as="x", notes="Sept"))
    again = home.read(partial(expenses.repeat, expense=rent, today=TODAY))
    assert (again.payee, again.amount, again.kind) == ("Supply", Decimal(48), "equipment")
    assert (again.served_on, again.paid_on, again.number, again.imported_as, again.notes) == (TODAY, TODAY, 0, "", "")
    (second,) = add(home, again)
    assert second.number == 2


# One line


@pytest.mark.parametrize(
    ("line", "kind", "amount", "day"),
    [
        ("12.50", "parking_tolls", "12.50", TODAY),
        ("parking 12.50 yesterday", "parking_tolls", "12.50", date(2026, 11, 21)),
        ("$15 Corner Pharmacy 11/3", "rx", "15", date(2026, 11, 3)),
    ],
)
def test_an_amount_is_enough(home: Workspace, line: str, kind: str, amount: str, day: date) -> None:
    read = typed(home, line)
    assert (read.kind, read.amount, read.paid_on) == (kind, Decimal(amount), day)


def test_a_payee_is_known_by_name_with_the_kind_it_was(home: Workspace) -> None:
    add(home, cost("supplies", payee="Hill & Sons"), cost("rx"))
    read = typed(home, "hill & sons 4")
    assert (read.payee, read.kind) == ("Hill & Sons", "supplies")


def test_miles_are_typed_or_those_of_the_place(home: Workspace) -> None:
    read = typed(home, "24.5 miles to lakeside")
    assert (read.kind, read.miles, read.amount) == ("mileage", Decimal("24.5"), Decimal(0))
    assert read.from_to == "Home to Lakeside Center and back"
    assert typed(home, "drove to Lakeside").miles == 37
    add(home, cost("mileage", "0", miles=Decimal(80), from_to="Hill Street and on to Harbor"))
    assert typed(home, "drove to harbor").miles == 80


@pytest.mark.parametrize("line", ["garage", "24 miles parking 8", "drove to Nowhere", "12.5.0", "8 on 30 February"])
def test_what_is_missing_or_can_not_be_is_told_at_the_line(home: Workspace, line: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        typed(home, line)
    assert refused.value.field == "line"


# What is remembered


def test_payees_come_newest_first_each_once(home: Workspace) -> None:
    add(
        home,
        cost("rx", day=date(2026, 3, 1), payee="Corner Pharmacy"),
        cost("supplies", day=date(2026, 5, 1), payee="corner pharmacy"),
        cost(day=date(2026, 6, 1), payee="Garage"),
        cost(day=date(2026, 7, 1)),
    )
    known = [(each.name, each.kind) for each in home.read(expenses.payees)]
    assert known == [("Garage", "parking_tolls"), ("corner pharmacy", "supplies")]


def test_trips_are_those_driven_then_places_with_miles(home: Workspace) -> None:
    add(home, cost("mileage", "0", miles=Decimal(80), from_to="Home to Harbor and back"))
    known = [(each.from_to, each.miles) for each in home.read(expenses.trips)]
    assert known == [("Home to Harbor and back", Decimal(80)), ("Home to Lakeside Center and back", Decimal(37))]


def test_the_same_kinds_stand_first_at_all_times(home: Workspace) -> None:
    before = expenses.kinds_first()
    add(home, cost("wig"))
    assert expenses.kinds_first() == before
    assert before[0] == "parking_tolls"


# People


def test_who_paid_or_carries_a_part_keeps_their_name_when_taken_off_the_list(home: Workspace) -> None:
    paid = (PaidPart(person_id=TESS.id, amount=Decimal("12.50")),)
    add(home, cost(paid_by=paid))
    home.write(partial(people.remove, person=TESS))
    assert home.read(lambda work: work.get(Person, TESS.id)) == replace(TESS, former=True)


def test_nothing_to_add_is_no_change(home: Workspace) -> None:
    assert not home.write(partial(expenses.add_many, expenses=[]))
