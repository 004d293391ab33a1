"""Getting money back: claims, the money that came, and the calls about them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.expenses import Expense, Reimbursement
from caregiver_app.domain.money.claim_clocks import ClaimClock, next_clock
from caregiver_app.domain.money.dollars import ZERO, total
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.storage import claim_rows, year_rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

_FAR = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningClaim:
    """One claim with the cost it is for, the money that came back for it in dollars, and what comes next."""

    claim: Claim
    expense: Expense | None
    money: tuple[Reimbursement, ...]
    clock: ClaimClock | None

    @property
    def back(self) -> Decimal:
        """What came back so far, in dollars."""
        return total(each.amount for each in self.money)


def claims(work: UnitOfWork) -> list[RunningClaim]:
    """All claims: the open ones first, by the day that comes next, then the finished ones, the newest first."""
    found = work.all(Claim)
    costs = {each.id: each for each in claim_rows.expenses_of(work, found)}
    money: dict[UUID | None, list[Reimbursement]] = {}
    for each in claim_rows.money_of_claims(work):
        money.setdefault(each.claim_id, []).append(each)
    running = [
        RunningClaim(
            claim=claim,
            expense=costs.get(claim.expense_id) if claim.expense_id else None,
            money=tuple(sorted(money.get(claim.id, ()), key=attrgetter("received_on", "id"))),
            clock=next_clock(claim),
        )
        for claim in found
    ]
    return sorted(running, key=_order)


def _order(running: RunningClaim) -> tuple[bool, date, int, UUID]:
    claim = running.claim
    if running.clock is None:
        last = max((day for day in (claim.paid_on, claim.filed_on, claim.billed_on) if day), default=date.min)
        return True, _FAR, -last.toordinal(), claim.id
    return False, running.clock.day or _FAR, 0, claim.id


def with_money(work: UnitOfWork, *, claim: Claim) -> RunningClaim:
    """One claim with its cost and its money."""
    costs = claim_rows.expenses_of(work, [claim])
    money = sorted(claim_rows.money_of_claim(work, claim.id), key=attrgetter("received_on", "id"))
    expense = costs[0] if costs else None
    return RunningClaim(claim=claim, expense=expense, money=tuple(money), clock=next_clock(claim))


def claims_of(work: UnitOfWork, *, expense_id: UUID) -> list[Claim]:
    """The claims for one cost, the open ones first."""
    return sorted(work.where(Claim, expense_id=expense_id), key=lambda claim: (not claim.is_open, claim.id))


def cost_meant(work: UnitOfWork, *, typed: str) -> Expense | None:
    """The cost that was typed by its R-number, as in “R-14” or “14”; None when nothing was typed.

    Raises InvalidEntry at `expense_id`.
    """
    words = typed.strip()
    if not words:
        return None
    match = re.fullmatch(r"r[- ]?(\d{1,9})\b.*|(\d{1,9})", words, re.IGNORECASE)
    found = work.where(Expense, number=int(match[1] or match[2])) if match else []
    if not found:
        sentence = tr("There is no cost like “{text}.” Type its number, like R-014, or choose one.")
        raise InvalidEntry("expense_id", sentence.format(text=shown(words)))
    return found[0]


def save_claim(work: UnitOfWork, *, before: Claim | None, after: Claim) -> None:
    """Keep a claim, new (`before` is None) or changed. Raises StaleEdit when `before` is not what is stored."""
    if before is not None:
        work.expect(before)
    if after.expense_id is not None:
        work.need(Expense, after.expense_id)
    work.put(after)


def remove_claim(work: UnitOfWork, *, claim: Claim) -> None:
    """Take a claim off the list. Money that came and calls stay, as what they were about the cost or the company."""
    work.expect(claim)
    for money in claim_rows.money_of_claim(work, claim.id):
        work.put(replace(money, claim_id=None, expense_id=money.expense_id or claim.expense_id))
    for call in claim_rows.calls_of_claim(work, claim.id):
        work.put(replace(call, claim_id=None))
    work.remove(claim)


def save_reimbursement(work: UnitOfWork, *, before: Reimbursement | None, after: Reimbursement) -> None:
    """Keep money that came back, new or changed. Raises InvalidEntry at `amount` when more came than the cost was."""
    if before is not None:
        work.expect(before)
    if after.claim_id is not None and after.expense_id is None:
        claim = work.need(Claim, after.claim_id)
        after = replace(after, expense_id=claim.expense_id)
    _check_not_more(work, after)
    work.put(after)


def _check_not_more(work: UnitOfWork, money: Reimbursement) -> None:
    """Money for one cost never adds up to more than the cost: then a part was typed twice, or is for another one."""
    if money.expense_id is None:
        return
    expense = work.need(Expense, money.expense_id)
    others = total(each.amount for each in reimbursements(work, expense_id=expense.id) if each.id != money.id)
    if others + money.amount > expense.amount:
        sentence = tr("With this, ${sum:,.2f} came back for a cost of ${cost:,.2f}. Please check the amount.")
        raise InvalidEntry("amount", sentence.format(sum=others + money.amount, cost=expense.amount))


def save_money(work: UnitOfWork, *, before: Sequence[Reimbursement], after: Sequence[Reimbursement]) -> None:
    """Turn one list of money that came back into another: kept, changed and taken off.

    Raises InvalidEntry at `amount` and the id of the money, as in “amount 3f…”.
    """
    known = {each.id: each for each in before}
    gone = known.keys() - {each.id for each in after}
    for money in before:
        if money.id in gone:
            remove_reimbursement(work, reimbursement=money)
    changed = [each for each in after if known.get(each.id) != each]
    for money in sorted(changed, key=lambda each: each.amount - (known[each.id].amount if each.id in known else 0)):
        try:
            save_reimbursement(work, before=known.get(money.id), after=money)
        except InvalidEntry as problem:
            raise InvalidEntry(f"{problem.field} {money.id}", problem.message) from None


def remove_reimbursement(work: UnitOfWork, *, reimbursement: Reimbursement) -> None:
    """Take it off, as for a check that did not clear."""
    work.expect(reimbursement)
    work.remove(reimbursement)


def reimbursements(work: UnitOfWork, *, expense_id: UUID) -> list[Reimbursement]:
    """The money that came back for one cost, by the day it came."""
    found = work.where(Reimbursement, expense_id=expense_id)
    return sorted(found, key=attrgetter("received_on", "id"))


def back_of_each(work: UnitOfWork, *, expenses: Sequence[Expense]) -> dict[UUID, Decimal]:
    """What came back for each of some costs in dollars, by the id of the cost; costs without any are left out."""
    back: dict[UUID, Decimal] = {}
    for money in year_rows.back_for(work, {each.id for each in expenses}):
        if money.expense_id is not None:
            back[money.expense_id] = back.get(money.expense_id, ZERO) + money.amount
    return back


def money_back(work: UnitOfWork, *, first: date, last: date) -> list[Reimbursement]:
    """All money that came back from day to day."""
    return sorted(claim_rows.money_between(work, first, last), key=attrgetter("received_on", "id"))


def save_call(work: UnitOfWork, *, before: CallNote | None, after: CallNote) -> None:
    """Keep a call, new or changed. Raises InvalidEntry at `company` when nobody could tell what it was about."""
    if before is not None:
        work.expect(before)
    if not (after.company or after.person or after.outcome):
        raise InvalidEntry("company", tr("Whom did you call? Type the company, or what came of it."))
    work.put(after)


def remove_call(work: UnitOfWork, *, call: CallNote) -> None:
    """Take a call off the list."""
    work.expect(call)
    work.remove(call)


def calls(work: UnitOfWork) -> list[CallNote]:
    """All calls: those to call back first, by that day, then the newest."""
    return sorted(work.all(CallNote), key=_call_order)


def _call_order(call: CallNote) -> tuple[bool, date, int, UUID]:
    waits = call.call_back_on is not None and not call.call_back_done
    return not waits, call.call_back_on if waits and call.call_back_on else _FAR, -call.day.toordinal(), call.id


def companies(work: UnitOfWork) -> list[str]:
    """The companies that claims and calls were about, the most used first; for a field that offers them."""
    names = [each.company for each in work.all(Claim)] + [each.company for each in work.all(CallNote)]
    return sorted(set(names) - {""}, key=lambda name: (-names.count(name), name.casefold()))
