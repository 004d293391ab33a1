"""Lists of costs: which ones, in which order, their sums; and the figures of the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from caregiver_app.domain.expense_answers import Figures, Listed
from caregiver_app.domain.expenses import Expense, OwnFigure, PaidPart, Reimbursement, Source
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.services import expenses
from caregiver_app.services.expenses import Asked, Column
from caregiver_app.services.workspace import Workspace

TODAY = date(2026, 11, 22)
SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
TESS, ANA = Person(name="Tess Rivers"), Person(name="Ana Lindqvist")


def cost(payee: str, kind: str, amount: str, day: date, **told: Any) -> Expense:
    """A cost that was paid on its day."""
    facts: dict[str, Any] = {"served_on": day, "paid_on": day, "amount": Decimal(amount), "payee": payee} | told
    return Expense(kind=kind, **facts)


def by(person: Person, amount: str) -> tuple[PaidPart, ...]:
    """Paid by one person."""
    return (PaidPart(person_id=person.id, amount=Decimal(amount)),)


GARAGE = cost("Lakeside Garage", "parking_tolls", "12.50", date(2026, 11, 20))
REFILL = cost("Corner Pharmacy", "rx", "15.00", date(2026, 11, 3), notes="Café on the way", paid_by=by(TESS, "15.00"))
DRIVE = cost("", "mileage", "0", date(2026, 6, 30), miles=Decimal(37), from_to="Home to Lakeside and back")
LATER = cost("", "mileage", "0", date(2026, 7, 1), miles=Decimal(37), from_to="Home to Lakeside and back")
BUS = cost("City bus", "fares", "2.75", date(2026, 7, 9), receipt_needed=False)
BILL = cost("Lakeside Center", "hospital", "214.50", date(2026, 9, 13), paid_on=None, served_on=date(2026, 9, 13))
PAY = cost("", "lost_income_caregiver", "168.00", date(2026, 9, 14))
SCAN = cost("Imaging", "labs_scans", "75.00", date(2025, 12, 31), paid_by=by(ANA, "75.00"))
CARD = cost("Imaging", "labs_scans", "80.00", date(2026, 1, 2), served_on=date(2025, 12, 30))
ALL = (GARAGE, REFILL, DRIVE, LATER, BUS, BILL, PAY, SCAN, CARD)
OF_2026 = {GARAGE.id, REFILL.id, DRIVE.id, LATER.id, BUS.id, BILL.id, PAY.id, CARD.id}
NAMES = dict(
    zip(
        (each.id for each in ALL),
        ("garage", "refill", "drive", "later", "bus", "bill", "pay", "scan", "card"),
        strict=True,
    )
)


@pytest.fixture
def home(workspace: Workspace) -> Workspace:
    """Nine costs of two years, one receipt, and money that came back."""

    def begin(work: Any) -> None:
        for person in (SAM, TESS, ANA):
            work.put(person)
        expenses.add_many(work, expenses=ALL)
        kind = ReceiptType.PDF
        work.put(Receipt(expense_id=REFILL.id, sha256="0" * 64, type=kind, size=9, added_on=TODAY))
        for day, amount in ((date(2026, 2, 1), "30"), (date(2027, 1, 5), "10.50")):
            back = Reimbursement(expense_id=CARD.id, received_on=day, amount=Decimal(amount), source=Source.INSURER)
            work.put(back)

    workspace.write(begin)
    return workspace


def asked(home: Workspace, **told: Any) -> Listed:
    """The list that was asked for."""
    return home.read(partial(expenses.listed, asked=Asked(**told)))


def names(listed: Listed) -> list[str]:
    """Its rows, shortly."""
    return [NAMES[row.expense.id] for row in listed.rows]


def seen(home: Workspace, year: int = 2026, today: date = TODAY) -> Figures:
    """The figures of the page."""
    return home.read(partial(expenses.figures, today=today, year=year))


# Which ones


def test_a_year_is_of_the_day_paid_newest_first(home: Workspace) -> None:
    found = asked(home, year=2026)
    assert names(found) == ["garage", "refill", "pay", "bill", "bus", "later", "drive", "card"]
    assert names(asked(home, year=2025)) == ["scan"]
    assert names(asked(home, year=2026, month=7)) == ["bus", "later"]
    assert names(asked(home, year=2026, month=12)) == []


def test_sums_leave_out_miles_lost_pay_and_what_is_not_paid_and_tell_them_apart(home: Workspace) -> None:
    totals = asked(home, year=2026, limit=1).totals
    assert (totals.count, totals.total, totals.unpaid) == (8, Decimal("110.25"), Decimal("214.50"))
    assert (totals.lost_pay, totals.miles) == (Decimal(168), Decimal(74))
    assert asked(home, year=2024).totals == expenses.Totals()


def test_a_list_is_narrowed_by_kind_by_payer_and_to_receipts_that_are_missing(home: Workspace) -> None:
    assert names(asked(home, kind="labs_scans")) == ["card", "scan"]
    assert names(asked(home, payer_id=TESS.id)) == ["refill"]
    assert "refill" not in names(asked(home, payer_id=SAM.id))
    assert len(names(asked(home, payer_id=SAM.id))) == 7
    assert names(asked(home, only_missing=True)) == ["garage", "card", "scan"]
    assert names(asked(home, only_missing=True, year=2026, kind="labs_scans")) == ["card"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lake", {"garage", "drive", "later", "bill"}),
        ("LAKE gar", {"garage"}),
        ("cafe", {"refill"}),
        ("prescr", {"refill"}),
        ("R-003", {"drive"}),
        ("214.50", {"bill"}),
        ("ride", set()),
        ("", set(NAMES.values())),
        (" ,; ", set(NAMES.values())),
    ],
)
def test_words_are_found_by_how_they_start(home: Workspace, words: str, found: set[str]) -> None:
    listed = asked(home, words=words)
    assert set(names(listed)) == found
    assert listed.count == len(found)
    assert set(names(asked(home, words=words, year=2026))) == found - {"scan"}


def test_words_follow_a_change_and_its_undoing(home: Workspace) -> None:
    garage = asked(home, words="garage").rows[0].expense
    done = home.write(partial(expenses.change, before=garage, after=replace(garage, payee="Meter")))
    assert (names(asked(home, words="garage")), names(asked(home, words="meter"))) == ([], ["garage"])
    home.apply(done.inverse())
    assert (names(asked(home, words="garage")), names(asked(home, words="meter"))) == (["garage"], [])


# In which order


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.DAY, ["scan", "card", "drive", "later", "bus", "bill", "pay", "refill", "garage"]),
        (Column.NUMBER, ["garage", "refill", "drive", "later", "bus", "bill", "pay", "scan", "card"]),
        (Column.PAYEE, ["pay", "bus", "refill", "later", "drive", "card", "scan", "bill", "garage"]),
        (Column.AMOUNT, ["later", "drive", "bus", "garage", "refill", "scan", "card", "pay", "bill"]),
        (Column.KIND, ["bill", "card", "scan", "later", "drive", "garage", "refill", "bus", "pay"]),
        (Column.PAYER, ["scan", "garage", "pay", "bill", "bus", "later", "drive", "card", "refill"]),
        (Column.RECEIPT, ["refill", "pay", "bill", "bus", "later", "drive", "garage", "card", "scan"]),
    ],
)
def test_every_column_orders_the_list_both_ways(home: Workspace, column: Column, order: list[str]) -> None:
    upward = asked(home, sort=column, descending=False)
    assert names(upward) == order
    downward = asked(home, sort=column, descending=True)
    assert sorted(names(downward)) == sorted(order)
    if column in (Column.DAY, Column.NUMBER):
        assert names(downward) == order[::-1]
    else:  # what is equal stays newest first
        assert names(downward)[0] in order[-3:]


@pytest.mark.parametrize("column", list(Column))
def test_pages_follow_each_other_without_a_gap(home: Workspace, column: Column) -> None:
    whole = names(asked(home, sort=column))
    pages = [names(asked(home, sort=column, limit=4, offset=start)) for start in (0, 4, 8)]
    assert [name for page in pages for name in page] == whole


# What a row tells


def test_a_row_tells_of_its_receipt_and_of_what_came_back(home: Workspace) -> None:
    rows = {NAMES[row.expense.id]: row for row in asked(home).rows}
    assert [name for name, row in rows.items() if row.has_receipt] == ["refill"]
    assert {name for name, row in rows.items() if row.missing} == {"garage", "card", "scan"}
    assert rows["card"].back == Decimal("40.50")


def test_an_own_rate_holds_in_place_of_the_published_one_until_it_is_taken_out(home: Workspace) -> None:
    def rates_on(*days: date) -> list[Decimal | None]:
        return [home.read(partial(expenses.rate_on, day=day)) for day in days]

    june, july = date(2026, 6, 30), date(2026, 7, 1)
    assert rates_on(june, july) == [Decimal("0.205"), Decimal("0.235")]
    own = OwnFigure(figure="medical_mileage", first=july, last=None, value=Decimal("0.30"))
    home.write(partial(expenses.save_figure, before=None, after=own))
    assert rates_on(june, july) == [Decimal("0.205"), Decimal("0.30")]
    home.write(partial(expenses.remove_figure, figure=own))
    assert rates_on(june, july) == [Decimal("0.205"), Decimal("0.235")]


# Figures


def test_the_figures_are_those_of_the_lists(home: Workspace) -> None:
    found = seen(home)
    assert (found.month_total, found.month_count) == (Decimal("27.50"), 2)
    assert (found.year_total, found.year_count) == (asked(home, year=2026).total, 4)
    assert (found.miles, found.missing, found.lost_pay_year, found.back_year) == (
        Decimal(74),
        2,
        Decimal(168),
        Decimal(30),
    )
    assert found.missing == asked(home, year=2026, only_missing=True).count
    by_kind = [(each.kind, each.total) for each in found.by_kind_year]
    assert by_kind == [
        ("labs_scans", Decimal(80)),
        ("rx", Decimal(15)),
        ("parking_tolls", Decimal("12.50")),
        ("fares", Decimal("2.75")),
    ]
    assert [each.kind for each in found.by_kind_month] == ["rx", "parking_tolls"]


def test_twelve_months_end_with_this_one_and_of_another_year_with_december(home: Workspace) -> None:
    months = seen(home).months
    assert (months[0].first, months[-1].first, len(months)) == (date(2025, 12, 1), date(2026, 11, 1), 12)
    totals = [each.total for each in months if each.total]
    assert totals == [Decimal(75), Decimal(80), Decimal("2.75"), Decimal("27.50")]
    earlier = seen(home, 2025)
    assert (earlier.month, earlier.month_total, earlier.months[0].first) == (
        date(2025, 12, 1), Decimal(75), date(2025, 1, 1),
    )  # fmt: skip


def test_a_usual_month_is_the_middle_one_of_the_whole_months_since_the_first_cost(home: Workspace) -> None:
    assert seen(home).usual_month is None  # of the eleven months since the first cost eight had nothing
    assert seen(home, 2026, date(2026, 1, 5)).usual_month is None  # one whole month is too little to tell
    some = [cost("Garage", "parking_tolls", amount, date(2026, month, 5)) for month, amount in ((8, "9"), (9, "11"))]
    more = [cost("Garage", "parking_tolls", "400", date(2026, month, 5)) for month in (3, 4, 5, 6)]
    home.write(partial(expenses.add_many, expenses=[*some, *more]))
    assert seen(home).usual_month == Decimal("75.00")  # twice 0, 2.75, 9, 11; then 80 and four times 400


def test_nothing_yet_is_told_apart_from_a_year_without_costs(workspace: Workspace) -> None:
    empty = seen(workspace)
    assert (empty.year_total, empty.missing, empty.usual_month, empty.any) == (Decimal(0), 0, None, False)
    workspace.write(partial(expenses.add, expense=SCAN))
    later = seen(workspace, 2027, date(2027, 5, 1))
    assert later.any
    assert later.year_total == 0
