"""Claims, calls and money that came back, as a list or a form tells of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from caregiver_app.domain.claims import CallNote, Claim, PlanKind
from caregiver_app.domain.expense_answers import LOST_PAY
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.expenses import Expense, PaidHow, Source
from caregiver_app.domain.money.claim_clocks import ClaimClock, next_clock
from caregiver_app.domain.money_words import claim_state_words, clock_words, dollars
from caregiver_app.domain.receipts import r_number
from caregiver_app.domain.spoken import shown_day
from caregiver_app.services.expenses.claims import RunningClaim
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.words import tr


def joined(*parts: str) -> str:
    """Short facts in one line; what is not known is left out."""
    return tr(" · ").join(part for part in parts if part)


def cost_name(expense: Expense) -> str:
    """A cost by its number and whom it was paid to: “R-014 · Lakeside Imaging”."""
    return joined(r_number(expense.number), expense.payee or kind_label(expense.kind))


def cost_words(expense: Expense, today: date) -> str:
    """A cost in one line, with its amount and day."""
    return joined(cost_name(expense), dollars(expense.amount), shown_day(expense.day, today))


def claim_name(claim: Claim, expense: Expense | None) -> str:
    """What a claim is called: its cost, else its company."""
    return cost_name(expense) if expense is not None else claim.company or tr("A claim")


def plan_choices() -> tuple[tuple[str, PlanKind], ...]:
    """Who may decide a claim, in plain words."""
    return (
        (tr("A plan from a job"), PlanKind.EMPLOYER_PLAN),
        (tr("A plan you bought yourself"), PlanKind.OWN_PLAN),
        (tr("Medicare"), PlanKind.MEDICARE),
        (tr("Medicare Advantage"), PlanKind.MEDICARE_ADVANTAGE),
        (tr("Medicare drug plan"), PlanKind.MEDICARE_DRUGS),
        (tr("Medicaid"), PlanKind.MEDICAID),
        (tr("Other, or not sure"), PlanKind.OTHER),
    )


def plan_sentence(plan: PlanKind) -> str:
    """What is open about a kind of plan."""
    if plan is PlanKind.MEDICAID:
        return tr("Each state has its own days. Ask the plan.")
    return tr("Days differ from plan to plan. Ask the plan.") if plan is PlanKind.OTHER else ""


def source_choices(expense: Expense | None) -> tuple[Source, ...]:
    """Where money for a cost can come from; pay that was lost has its own."""
    if expense is not None and expense.kind in LOST_PAY:
        return (Source.LOST_EARNINGS,)
    return tuple(each for each in Source if each is not Source.LOST_EARNINGS)


def usual_source(plan: PlanKind) -> Source:
    """Who pays the money of a claim."""
    return Source.MEDICARE if plan is PlanKind.MEDICARE else Source.INSURER


def billed_of(claim: Claim, expense: Expense | None) -> Decimal | None:
    """What the bill was: as told with the claim, else the cost; None when neither is known."""
    return claim.billed if claim.billed is not None else expense.amount if expense is not None else None


def back_words(back: Decimal, billed: Decimal | None) -> str:
    """What came back of what was billed: “$120.00 of $250.00 came back”."""
    if billed is None:
        return tr("{back} came back").format(back=dollars(back)) if back else ""
    if not back:
        return tr("Billed {billed}, nothing came back yet").format(billed=dollars(billed))
    return tr("{back} of {billed} came back").format(back=dollars(back), billed=dollars(billed))


def next_words(claim: Claim) -> str:
    """How far a claim is and what comes next, as one or two sentences."""
    clock = next_clock(claim)
    state = tr("{state}.").format(state=claim_state_words(claim.state))
    if clock is None:
        return tr("{state} Nothing more to do here.").format(state=state)
    words = clock_words(clock)
    return tr("{state} {words} {says}").format(state=state, words=words, says=_notice_words(clock)).rstrip()


def _notice_words(clock: ClaimClock) -> str:
    return tr("That is the day on your notice, and it decides.") if clock.by_notice else ""


def account_sentence(sources: set[Source], expense: Expense | None) -> str:
    """Money from before taxes counts once."""
    if expense is not None and expense.paid_how in (PaidHow.HSA, PaidHow.FSA):
        return tr("This was paid from an HSA or FSA. The same money is never claimed twice.")
    if sources & {Source.HSA, Source.FSA}:
        return tr("What an HSA or FSA paid back is never claimed twice, so it does not count on taxes again.")
    return ""


def claim_entry(running: RunningClaim, today: date) -> Entry:
    """A claim as the list tells of it."""
    claim, expense = running.claim, running.expense
    name = claim_name(claim, expense)
    about = joined("" if claim.company == name else claim.company, claim_state_words(claim.state))
    ink = "text" if claim.is_open else "text2"
    lines = (
        (about, "body", "text2"),
        (back_words(running.back, billed_of(claim, expense)), "body", "text2"),
        (clock_words(running.clock, today), "body", ink),
    )
    also = joined(claim.reference, claim.notes, cost_words(expense, today) if expense is not None else "")
    return Entry(record=claim, name=name, lines=tuple(line for line in lines if line[0]), also=also)


def call_waits(call: CallNote) -> bool:
    """Whether somebody wanted to call back."""
    return call.call_back_on is not None and not call.call_back_done


def call_back_words(call: CallNote, today: date) -> str:
    """When to call back."""
    if call.call_back_on is None:
        return ""
    words = tr("Called back") if call.call_back_done else tr("Call back on {day}")
    return words.format(day=shown_day(call.call_back_on, today))


def call_entry(call: CallNote, claims: Mapping[UUID, str], today: date) -> Entry:
    """A call as the list tells of it; `claims` are the names of claims."""
    about = claims.get(call.claim_id, "") if call.claim_id is not None else ""
    reference = tr("Reference {number}").format(number=call.reference) if call.reference else ""
    role, ink = ("strong", "text") if call_waits(call) else ("body", "text2")
    lines = (
        (call_back_words(call, today), role, ink),
        (call.outcome.strip(), "body", "text"),
        (joined(shown_day(call.day, today), reference, about), "caption", "text2"),
    )
    name = joined(call.company, call.person) or tr("A call")
    return Entry(record=call, name=name, lines=tuple(line for line in lines if line[0]))
