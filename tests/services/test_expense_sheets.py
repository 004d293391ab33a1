"""Sheets about money: sums are those of the year, numbers those of the screen; the family reads no medical word."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from io import StringIO
from typing import Any

import pytest

from caregiver_app.documents.money_sheet import Section
from caregiver_app.domain.claims import CallNote, Claim, PlanKind
from caregiver_app.domain.expenses import Expense, OwnFigure, PaidPart, Reimbursement, Share, Source, TaxYear
from caregiver_app.domain.household import Paper
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.records import Record
from caregiver_app.services import printing
from caregiver_app.services.expense_sheets import SHEETS
from caregiver_app.services.expenses import save_figure, years
from caregiver_app.services.printing import Prepared
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage.unit_of_work import UnitOfWork
from tests.documents import reading
from tests.services.conftest import TODAY

SAM = Person(name="Sam Rivers", role=Role.CAREGIVER, phone="555-0100", phone_on_paper=True)
KIM = Person(name="Kim Rivers")
HALVES = (Share(person_id=SAM.id, parts=1), Share(person_id=KIM.id, parts=1))


def cost(number: int, kind: str, amount: str, day: date = date(2026, 3, 3), **more: Any) -> Expense:
    """A cost that was paid on the day of the service."""
    return Expense(number=number, kind=kind, amount=Decimal(amount), served_on=day, paid_on=day, **more)


SCAN = cost(
    1,
    "labs_scans",
    "240.00",
    payee="Lakeside Tumor Imaging",
    notes="zebra",
    shares=HALVES,
    paid_by=(PaidPart(person_id=KIM.id, amount=Decimal("240.00")),),
)
CLAIM = Claim(
    expense_id=SCAN.id,
    company="Maple Health",
    plan=PlanKind.EMPLOYER_PLAN,
    reference="C-88",
    filed_on=date(2026, 3, 10),
    denied_on=date(2026, 10, 30),
)
EVERYTHING: tuple[Record, ...] = (
    SAM,
    KIM,
    SCAN,
    CLAIM,
    cost(2, "mileage", "0", date(2026, 6, 30), miles=Decimal(17), from_to="Home – Lakeside", receipt_needed=False),
    cost(3, "mileage", "0", date(2026, 7, 1), miles=Decimal("17.5"), receipt_needed=False),
    cost(4, "parking_tolls", "12.50", date(2026, 6, 30), payee="=Lakeside garage"),
    cost(5, "wig", "180.00"),
    cost(6, "otc", "12.40"),
    cost(7, "lodging", "240.00", nights=2, people=2, counts=True),
    cost(8, "lost_income_caregiver", "500.00", receipt_needed=False),
    cost(9, "visit", "35.00", date(2025, 12, 30)),
    Reimbursement(
        expense_id=SCAN.id, claim_id=CLAIM.id, received_on=date(2026, 6, 1), amount=Decimal(60), source=Source.INSURER
    ),
    CallNote(day=date(2026, 11, 2), company="Maple Health", outcome="They look again", call_back_on=date(2026, 12, 2)),
    TaxYear(year=2026, agi=Decimal(1000)),
)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A year with something of everything."""

    def fill(work: UnitOfWork) -> None:
        for record in EVERYTHING:
            work.put(record)

    workspace.write(fill)
    return workspace


def prepared(workspace: Workspace, sheet: str, **changes: Any) -> Prepared:
    """A sheet for the year of the clock, ready to be drawn."""

    def prepare(work: UnitOfWork) -> Prepared:
        request = replace(printing.request_for(work, sheet, TODAY), **changes)
        return printing.prepare(work, request, at=workspace.clock.local())

    return workspace.read(prepare)


def text_of(workspace: Workspace, sheet: str) -> str:
    """What is printed on a sheet."""
    return reading.words(printing.make(prepared(workspace, sheet)))


def test_the_report_has_the_sums_of_the_year(filled: Workspace) -> None:
    text = text_of(filled, "expenses")
    year = filled.read(partial(years.summary, year=2026))
    all_of_it = f"All of 2026 {dollars(year.paid)} {dollars(year.back)} {dollars(year.net)} {dollars(year.counts)}"
    assert all_of_it == "All of 2026 $684.90 $60.00 $624.90 $460.10"
    assert all_of_it in text
    assert "17 miles × 20.5 cents = $3.49; 17.5 miles × 23.5 cents = $4.11" in " ".join(text.split())
    assert f"Left: {dollars(year.net_medical)}." in text
    assert "7.5% of an income of $1,000.00 is $75.00. Above it: $325.10." in text
    assert "Your lost pay: $500.00. This is not a cost and is in no total." in text
    assert "An HSA or FSA may pay $12.40" in text
    assert "R-009" not in text


def test_a_figure_of_ones_own_for_a_night_is_what_the_report_tells(filled: Workspace) -> None:
    assert "Up to $50 for each person and night" in " ".join(text_of(filled, "expenses").split())
    own = OwnFigure(figure="lodging_cap", first=date(2026, 1, 1), last=date(2026, 12, 31), value=Decimal(60))
    filled.write(partial(save_figure, before=None, after=own))
    text = " ".join(text_of(filled, "expenses").split())
    assert "Up to $60 for each person and night" in text
    assert "$50 for each" not in text


def test_the_same_numbers_are_in_the_table(filled: Workspace) -> None:
    rows = list(csv.reader(StringIO(prepared(filled, "expenses").table)))
    assert ["All of 2026", "$684.90", "$60.00", "$624.90", "$460.10"] in rows
    receipts = list(csv.reader(StringIO(prepared(filled, "receipts").table)))
    assert receipts[0] == ["no.", "paid", "what", "receipt", "amount"]
    assert receipts[-1][-1] == "$684.90"
    missing = list(csv.reader(StringIO(prepared(filled, "missing").table)))
    assert "'=Lakeside garage" in [row[2] for row in missing], "no cell is a formula"


def test_each_sheet_tells_its_part(filled: Workspace) -> None:
    mileage = text_of(filled, "mileage")
    assert "R-002 Tue Jun 30 2026 Home – Lakeside 17 20.5 cents $12.50" in mileage
    assert "All miles 34.5" in mileage
    assert "R-005 Tue Mar 3 2026 Wig $180.00" in text_of(filled, "missing")
    claims = text_of(filled, "claims")
    assert "R-001, Maple Health, C-88 $240.00 $60.00" in claims
    assert "Appeal by Wed Apr 28 2027." in claims
    assert "They look again" in text_of(filled, "calls")


def test_the_family_reads_no_medical_word(filled: Workspace) -> None:
    sheet = next(each for each in SHEETS if each.name == "settleup")
    assert sheet.audience is Audience.FAMILY
    text = text_of(filled, "settleup")
    assert "Sam pays Kim $90.00." in text
    assert "R-001 Tue Mar 3 2026 Kim Sam 1, Kim 1 $240.00 $60.00" in text
    for word in ("scan", "imaging", "tumor", "zebra", "maple", "wig", "receipt"):
        assert word not in text.casefold()


def test_what_each_one_paid_is_the_sum_of_the_rows(filled: Workspace) -> None:
    standing, rows = prepared(filled, "settleup").data[0].sections[1:3]
    assert [column.label for column in standing.columns[:4]] == ["name", "paid", "came back", "own part"]
    kim = next(line.cells for line in standing.lines if line.cells[0] == "Kim")
    assert kim == ("Kim", "$240.00", "$60.00", "$90.00", "–")
    paid = [line.cells for line in rows.lines if line.cells[2] == "Kim"]
    assert [cells[-2:] for cells in paid] == [kim[1:3]]
    assert standing.says == (
        "$60.00 came back. Money that came back is taken off for those who paid, in the parts that they paid.",
    )


@pytest.mark.parametrize("sheet", [each.name for each in SHEETS])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("blank", [False, True], ids=["filled", "blank"])
def test_each_sheet_fits_any_paper(filled: Workspace, sheet: str, paper: Paper, large: bool, blank: bool) -> None:
    found = prepared(filled, sheet)
    look = replace(found.request.look, paper=paper, large=large)
    pdf = printing.make(prepared(filled, sheet, look=look, blank=blank))
    reading.is_sound(pdf, smallest_item=18 if large else 12)


def test_a_year_without_a_cost_says_so(workspace: Workspace) -> None:
    workspace.write(lambda work: work.put(SAM))
    assert "Nothing was paid in 2026." in text_of(workspace, "expenses")
    assert "No receipt is missing for 2026." in text_of(workspace, "missing")
    assert "All are even." in text_of(workspace, "settleup")


def test_a_section_without_a_table_is_sentences(filled: Workspace) -> None:
    data = prepared(filled, "expenses").data[0]
    beside = [section for section in data.sections if section.title == "Beside the totals"]
    assert [isinstance(section, Section) and not section.columns for section in beside] == [True]


@pytest.mark.parametrize("sheet", [each.name for each in SHEETS])
def test_each_sheet_prints_as_a_form_to_fill_in(filled: Workspace, sheet: str) -> None:
    pdf = printing.make(prepared(filled, sheet, blank=True))
    assert len(reading.strokes(pdf)) > 40, "lines to write on"
    assert not [name for name in ("R-0", "Kim", "Maple") if name in reading.words(pdf)]


def test_shared_costs_print_before_anybody_told_a_name(workspace: Workspace) -> None:
    assert "All are even." in text_of(workspace, "settleup")
