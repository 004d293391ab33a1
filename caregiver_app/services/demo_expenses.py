"""Costs of the made-up family: a year of parking, miles, co-pays and prescriptions; claims, and shares with Rosa."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from caregiver_app.domain.claims import CallNote, Claim, PlanKind
from caregiver_app.domain.expenses import (
    AgreedShares,
    Expense,
    PaidBack,
    PaidHow,
    PaidPart,
    Reimbursement,
    Share,
    Source,
)
from caregiver_app.domain.household import HOUSEHOLD_ID
from caregiver_app.domain.outcomes import outcome_id
from caregiver_app.domain.people import Person
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.services import demo_receipts
from caregiver_app.services.demo_visits import CENTER, EVERY, FIRST_INFUSION, LAB
from caregiver_app.services.expenses.ledger import add_many, there_and_back
from caregiver_app.storage import receipt_rows
from caregiver_app.storage.unit_of_work import UnitOfWork

_INFUSIONS = 16  # behind us, three weeks apart
_PLAN = "Lakeside Health Plan"
_SECOND_OPINION, _HOSPITAL, _CHAIR, _LODGING = "second_opinion -120", "hospital -70", "equipment -40", "lodging -119"
_CHECK, _CASH, _HSA = PaidHow.CHECK, PaidHow.CASH, PaidHow.HSA
# Days from the first Monday, kind, payee, dollars, and what else is told.
_ONCE: tuple[tuple[int, str, str, str, Mapping[str, Any]], ...] = (
    (-250, "wig", "Lakeside Hair Studio", "180.00", {}),
    (-216, "labs_scans", "Lakeside Imaging", "75.00", {}),
    (-200, "clothing", "Market Street Clothes", "34.00", {}),
    (-180, "dental_vision_hearing", "Elm Street Dental", "65.00", {"paid_how": _CHECK}),
    (-160, "home_mods", "Hill Hardware", "85.40", {"notes": "Grab bars for the bathroom"}),
    (-150, "comfort", "Corner Pharmacy", "18.20", {}),
    (-132, "labs_scans", "Lakeside Imaging", "75.00", {}),
    (-121, "fares", "Coast Rail", "96.00", {"notes": "Two tickets"}),
    (-120, "second_opinion", "Harbor Hospital", "250.00", {"paid_how": _CHECK}),
    (-119, "lodging", "Harbor Inn", "258.00", {"nights": 2, "people": 2, "counts": True}),
    (-119, "meals_out", "Pier Diner", "31.75", {}),
    (-118, "fares", "Harbor Taxi", "14.50", {"paid_how": _CASH, "receipt_needed": False}),
    (-97, "lost_income_caregiver", "", "336.00", {"notes": "Two days"}),
    (-95, "hospital", "Lakeside Center", "150.00", {}),
    (-90, "otc", "Corner Pharmacy", "11.25", {}),
    (-86, "household_help", "Tidy Home", "60.00", {"paid_how": _CASH}),
    (-70, "hospital", "Lakeside Center", "214.50", {"paid_on": None, "notes": "The bill came, not paid yet"}),
    (-61, "supplies", "Corner Pharmacy", "23.10", {"counts": True}),
    (-58, "household_help", "Tidy Home", "60.00", {"paid_how": _CASH}),
    (-48, "labs_scans", "Lakeside Imaging", "75.00", {}),
    (-40, "equipment", "Elm Street Medical Supply", "48.00", {"notes": "Shower chair, one month"}),
    (-30, "household_help", "Tidy Home", "60.00", {"paid_how": _CASH}),
    (-12, "special_food", "Green Grocer", "26.40", {}),
    (-5, "supplies", "Corner Pharmacy", "12.38", {"counts": True}),
    (16, "otc", "Corner Pharmacy", "9.49", {}),
    (22, "lost_income_caregiver", "", "168.00", {"notes": "One day"}),
    (26, "meals_out", "Lakeside cafeteria", "12.40", {}),
)
_NO_PAPER_YET = ("household_help -58", "household_help -30", "meals_out 26", "otc -90", "parking_tolls -62")


def _id(name: str) -> UUID:
    return uuid5(HOUSEHOLD_ID, f"demo {name}")


def fill(work: UnitOfWork, *, monday: date, people: Mapping[str, Person], today: date) -> None:
    """Put the costs into the file of the made-up family; `monday` is the first day of its eight weeks."""
    sam, rosa = people["Sam"], people["Rosa"]
    shares = (Share(person_id=sam.id, parts=2), Share(person_id=rosa.id, parts=1))
    work.put(AgreedShares(shares=shares))
    costs = [_shared(each, shares) for each in (*_regular(monday), *_told_of_visit(monday), *_single(monday, rosa))]
    kept = add_many(work, expenses=sorted((each for each in costs if each.day <= today), key=_in_order))
    without = {_id(f"cost {name}") for name in _NO_PAPER_YET}
    papers = [each for each in kept if each.kind not in _BARE and each.paid_on and each.receipt_needed]
    _put_receipts(work, [each for each in papers if each.id not in without])
    for record in (*_claims(monday, today), *_money_back(monday, today), *_calls(today)):
        work.put(record)
    paid = Decimal("150.00")
    work.put(PaidBack(id=_id("even"), from_id=rosa.id, to_id=sam.id, day=monday - timedelta(45), amount=paid))


_BARE = frozenset({"mileage", "lost_income_caregiver"})  # no receipt, and nothing to share


def _in_order(expense: Expense) -> tuple[date, str, UUID]:
    return expense.day, expense.kind, expense.id


def _shared(expense: Expense, shares: tuple[Share, ...]) -> Expense:
    return expense if expense.kind in _BARE else replace(expense, shares=shares)


def _cost(monday: date, offset: int, kind: str, payee: str, amount: str, **told: Any) -> Expense:
    day = monday + timedelta(offset)
    facts: dict[str, Any] = {"paid_on": day, "receipt_needed": kind not in _BARE} | told
    return Expense(
        id=_id(f"cost {kind} {offset}"), served_on=day, kind=kind, payee=payee, amount=Decimal(amount), **facts
    )


def _drive(monday: date, offset: int, place: str, miles: str) -> Expense:
    there = there_and_back(place)
    return _cost(monday, offset, "mileage", "", "0", miles=Decimal(miles), from_to=there)


def _regular(monday: date) -> Iterator[Expense]:
    """What comes again and again: each infusion, each blood draw before it, each refill."""
    for n in range(_INFUSIONS):
        day = FIRST_INFUSION - EVERY * n
        yield _cost(monday, day, "visit", CENTER.name, "40.00")
        yield _drive(monday, day - 11, LAB.name, "6.4")
        if n:  # the costs of the last one were told when they came home
            yield _cost(monday, day, "parking_tolls", CENTER.name, ("8.00", "12.00", "8.00")[n % 3])
            yield _drive(monday, day, CENTER.name, "37")
        if n % 2:
            yield _cost(monday, day, "meals_out", "Lakeside cafeteria", ("9.80", "12.45", "7.60")[n % 3])
    for n in range(12):
        how = _HSA if n % 4 == 1 else PaidHow.CARD
        yield _cost(monday, 15 - 28 * n, "rx", "Corner Pharmacy", ("15.00", "15.00", "45.60")[n % 3], paid_how=how)


def _told_of_visit(monday: date) -> Iterator[Expense]:
    """Parking and miles of the last infusion, as they became costs when its day was told."""
    visit = _id("Infusion 0")
    parking = _cost(monday, FIRST_INFUSION, "parking_tolls", CENTER.name, "8.00", appointment_id=visit)
    drive = replace(_drive(monday, FIRST_INFUSION, CENTER.name, "37"), appointment_id=visit)
    yield replace(parking, id=uuid5(outcome_id(visit), "parking"))
    yield replace(drive, id=uuid5(outcome_id(visit), "miles"))


def _single(monday: date, rosa: Person) -> Iterator[Expense]:
    for offset, kind, payee, amount, told in _ONCE:
        cost = _cost(monday, offset, kind, payee, amount, **told)
        if cost.id == _id(f"cost {_LODGING}"):
            cost = replace(cost, paid_by=(PaidPart(person_id=rosa.id, amount=cost.amount),))
        yield cost


def _put_receipts(work: UnitOfWork, expenses: Sequence[Expense]) -> None:
    receipts = []
    for each in expenses:
        lines = (each.payee, f"{each.day:%m/%d/%Y}", "", f"Total{each.amount:>22,.2f}", "", "Thank you")
        content = demo_receipts.slip(lines)
        receipts.append(_receipt(each, content))
        receipt_rows.keep_file(work, receipts[-1].sha256, content, demo_receipts.picture(lines))
    work.put_new(Receipt, receipts)


def _receipt(expense: Expense, content: bytes) -> Receipt:
    return Receipt(
        id=uuid5(expense.id, "receipt"),
        expense_id=expense.id,
        sha256=hashlib.sha256(content).hexdigest(),
        type=ReceiptType.PDF,
        size=len(content),
        name=f"{expense.payee}.pdf",
        added_on=expense.day,
    )


def _claims(monday: date, today: date) -> Iterator[Claim]:
    """One that was paid in part, one that was denied and may be appealed, one that waits for its answer."""
    yield _claim(
        "second opinion",
        _SECOND_OPINION,
        reference="SO-20481",
        billed_on=monday - timedelta(118),
        billed=Decimal("250.00"),
        filed_on=monday - timedelta(110),
        eob_on=monday - timedelta(88),
        allowed=Decimal("180.00"),
        paid_on=monday - timedelta(80),
    )
    yield _claim(
        "hospital",
        _HOSPITAL,
        reference="SO-20977",
        billed_on=monday - timedelta(60),
        billed=Decimal("214.50"),
        filed_on=monday - timedelta(55),
        denied_on=today - timedelta(20),
    )
    yield _claim("chair", _CHAIR, billed=Decimal("48.00"), filed_on=today - timedelta(12))


def _claim(name: str, cost: str, **told: Any) -> Claim:
    return Claim(
        id=_id(f"claim {name}"),
        expense_id=_id(f"cost {cost}"),
        company=_PLAN,
        plan=PlanKind.EMPLOYER_PLAN,
        **told,
    )


def _money_back(monday: date, today: date) -> Iterator[Reimbursement]:
    """A part of the second opinion, a card for prescriptions, and a grant for gas that is for no cost alone."""
    yield Reimbursement(
        id=_id("back second opinion"),
        expense_id=_id(f"cost {_SECOND_OPINION}"),
        claim_id=_id("claim second opinion"),
        received_on=monday - timedelta(80),
        amount=Decimal("120.00"),
        source=Source.INSURER,
    )
    yield Reimbursement(
        id=_id("back prescription"),
        expense_id=_id("cost rx -41"),
        received_on=monday - timedelta(33),
        amount=Decimal("20.00"),
        source=Source.COPAY_CARD,
    )
    yield Reimbursement(
        id=_id("grant"),
        received_on=today - timedelta(60),
        amount=Decimal("100.00"),
        source=Source.GRANT,
        notes="Gas card, Sample Care Fund",
    )


def _calls(today: date) -> Iterator[CallNote]:
    yield CallNote(
        id=_id("call"),
        day=today - timedelta(9),
        company=_PLAN,
        person="Jordan",
        reference="88-1204",
        outcome="They will look at it again. Dr. Osei’s office sends a letter.",
        call_back_on=today + timedelta(3),
        claim_id=_id("claim hospital"),
    )
