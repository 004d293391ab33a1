"""The tables of costs and of getting money back, loaded with the first question about them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, String, Table, Uuid

from caregiver_app.domain import searching
from caregiver_app.domain.claims import CallNote, Claim, PlanKind
from caregiver_app.domain.expense_words import searched_text
from caregiver_app.domain.expenses import (
    AgreedShares,
    Expense,
    OwnFigure,
    PaidBack,
    PaidHow,
    Reimbursement,
    Source,
    TaxYear,
)
from caregiver_app.domain.receipts import Receipt, ReceiptType
from caregiver_app.storage import money_packing as packing
from caregiver_app.storage import visit_tables  # noqa: F401  # a cost may be of a visit
from caregiver_app.storage.columns import Choice, Hundredths, LocalDate, Packed
from caregiver_app.storage.leave_packing import pack_words, unpack_words
from caregiver_app.storage.tables import TABLE_OF, metadata, record_table, texts
from caregiver_app.storage.word_index import SEARCHED

_PAID = Packed(packing.pack_paid, packing.unpack_paid)
_SHARES = Packed(packing.pack_shares, packing.unpack_shares)
_WORDS = Packed(pack_words, unpack_words)
_EXACT = Packed(packing.pack_number, packing.unpack_number)

expenses = record_table(
    "expenses",
    Column("number", Integer, nullable=False, index=True),
    Column("served_on", LocalDate, nullable=False),
    Column("paid_on", LocalDate, index=True),
    Column("day", LocalDate, nullable=False),  # worked out of the record, for the index
    Column("kind", String(40), nullable=False),
    *texts("payee"),
    Column("for_id", Uuid, ForeignKey("people.id")),
    Column("paid_how", Choice(PaidHow), nullable=False),
    Column("paid_by", _PAID, nullable=False),
    Column("shares", _SHARES, nullable=False),
    Column("amount", Hundredths, nullable=False),
    Column("miles", Hundredths),
    *texts("from_to", "car"),
    Column("nights", Integer),
    Column("people", Integer),
    Column("counts", Boolean),
    Column("counted", Hundredths),
    Column("receipt_needed", Boolean, nullable=False),
    Column("appointment_id", Uuid, ForeignKey("appointments.id"), index=True),
    *texts("imported_as", "notes"),
)
Index("ix_expenses_day", expenses.c.day, expenses.c.number)
Index("ix_expenses_kind", expenses.c.kind, expenses.c.day)
_numbered = expenses.c.number > 0  # two computers that add at the same moment never give the same number
Index("ix_expenses_one_number", expenses.c.number, unique=True, sqlite_where=_numbered, postgresql_where=_numbered)

receipts = record_table(
    "receipts",
    Column("expense_id", Uuid, ForeignKey("expenses.id"), nullable=False, index=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("type", Choice(ReceiptType), nullable=False),
    Column("size", Integer, nullable=False),
    *texts("name"),
    Column("added_on", LocalDate, nullable=False),
)

# A file is kept once, whatever it belongs to, and read only when it is opened.
receipt_files = Table(
    "receipt_files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("preview", LargeBinary),  # a small picture of the first page, made when it is first shown
    Column("content", LargeBinary),
)

claims = record_table(
    "claims",
    Column("expense_id", Uuid, ForeignKey("expenses.id"), index=True),
    *texts("company"),
    Column("plan", Choice(PlanKind), nullable=False),
    *texts("reference"),
    Column("billed_on", LocalDate),
    Column("billed", Hundredths),
    Column("filed_on", LocalDate),
    Column("eob_on", LocalDate),
    Column("allowed", Hundredths),
    Column("paid_on", LocalDate),
    Column("denied_on", LocalDate),
    Column("appeal_by", LocalDate),
    Column("appealed_on", LocalDate),
    Column("closed", Boolean, nullable=False),
    *texts("notes"),
)

reimbursements = record_table(
    "reimbursements",
    Column("expense_id", Uuid, ForeignKey("expenses.id"), index=True),
    Column("claim_id", Uuid, ForeignKey("claims.id"), index=True),
    Column("received_on", LocalDate, nullable=False, index=True),
    Column("amount", Hundredths, nullable=False),
    Column("source", Choice(Source), nullable=False),
    *texts("notes"),
)

call_notes = record_table(
    "call_notes",
    Column("day", LocalDate, nullable=False, index=True),
    *texts("company", "person", "reference", "outcome"),
    Column("call_back_on", LocalDate),
    Column("call_back_done", Boolean, nullable=False),
    Column("claim_id", Uuid, ForeignKey("claims.id"), index=True),
)

agreed_shares = record_table("agreed_shares", Column("shares", _SHARES, nullable=False))

paid_back = record_table(
    "paid_back",
    Column("from_id", Uuid, ForeignKey("people.id"), nullable=False),
    Column("to_id", Uuid, ForeignKey("people.id"), nullable=False),
    Column("day", LocalDate, nullable=False),
    Column("amount", Hundredths, nullable=False),
    *texts("notes"),
)

tax_years = record_table(
    "tax_years",
    Column("year", Integer, nullable=False),
    Column("agi", Hundredths),
    Column("gas_cars", _WORDS, nullable=False),
)

own_figures = record_table(
    "own_figures",
    *texts("figure"),
    Column("first", LocalDate, nullable=False),
    Column("last", LocalDate),
    Column("value", _EXACT, nullable=False),
    *texts("source"),
)

TABLE_OF.update(
    {
        Expense: expenses,
        Receipt: receipts,
        Claim: claims,
        Reimbursement: reimbursements,
        CallNote: call_notes,
        AgreedShares: agreed_shares,
        PaidBack: paid_back,
        TaxYear: tax_years,
        OwnFigure: own_figures,
    }
)
SEARCHED.update({Expense: searched_text, Claim: searching.of_claim, CallNote: searching.of_call})
