"""What claims need from the database, by index."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expenses import Expense, Reimbursement
from caregiver_app.storage.money_tables import reimbursements
from caregiver_app.storage.unit_of_work import UnitOfWork


def expenses_of(work: UnitOfWork, claims: Iterable[Claim]) -> list[Expense]:
    """The costs that some claims are for."""
    ids = {claim.expense_id for claim in claims if claim.expense_id is not None}
    return work.among(Expense, "id", ids)


def money_of_claims(work: UnitOfWork) -> list[Reimbursement]:
    """All money that came back for claims."""
    return work.where(Reimbursement, reimbursements.c.claim_id.is_not(None))


def money_of_claim(work: UnitOfWork, claim_id: UUID) -> list[Reimbursement]:
    """The money that came back for one claim."""
    return work.where(Reimbursement, claim_id=claim_id)


def calls_of_claim(work: UnitOfWork, claim_id: UUID) -> list[CallNote]:
    """The calls about one claim."""
    return work.where(CallNote, claim_id=claim_id)


def money_between(work: UnitOfWork, first: date, last: date) -> list[Reimbursement]:
    """All money that came back from day to day, both included."""
    received = reimbursements.c.received_on
    return work.where(Reimbursement, received >= first, received <= last)
