"""Money, miles and claims in words, the same on screen and paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from caregiver_app.domain.claims import ClaimState
from caregiver_app.domain.expenses import Source
from caregiver_app.domain.money.claim_clocks import ClaimClock, NextStep
from caregiver_app.domain.money.dollars import whole_dollars
from caregiver_app.domain.money.rates import Confidence
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

FOOT = tr("We keep count; a tax preparer decides.")


def dollars(amount: Decimal) -> str:
    """An amount as it is shown: “$1,234.50”."""
    if amount < 0:
        return tr("\N{MINUS SIGN}${amount}").format(amount=f"{-amount:,.2f}")
    return tr("${amount}").format(amount=f"{amount:,.2f}")


def round_dollars(amount: Decimal) -> str:
    """Whole dollars, where cents have no room: “$1,235”."""
    return tr("${amount}").format(amount=f"{whole_dollars(amount):,}")


def miles_number(miles: Decimal) -> str:
    """Miles without zeros that say nothing: “1,204”, “24.5”."""
    return f"{miles.normalize():,f}"


def rate_words(usd_per_mile: Decimal) -> str:
    """A rate for miles in cents, as it is known: “20.5 cents”."""
    cents = (usd_per_mile * 100).normalize()
    return tr("{cents} cents").format(cents=f"{cents:f}")


def claim_state_words(state: ClaimState) -> str:
    """How far a claim is."""
    return {
        ClaimState.NOT_FILED: tr("Not filed yet"),
        ClaimState.FILED: tr("Filed"),
        ClaimState.ANSWERED: tr("EOB came"),
        ClaimState.DENIED: tr("Denied"),
        ClaimState.APPEALED: tr("Appealed"),
        ClaimState.PAID: tr("Paid"),
        ClaimState.CLOSED: tr("Closed"),
    }[state]


def clock_words(clock: ClaimClock | None, today: date | None = None) -> str:
    """What comes next for a claim, with the day when one is known; with `today` also once that day is over."""
    if clock is None:
        return ""
    if clock.day is None:
        return _without_day(clock.step)
    day = day_words(clock.day, with_year=True)
    if today is not None and clock.day < today and clock.step in _past_patterns():
        return _past_patterns()[clock.step].format(day=day)
    words = {
        NextStep.ANSWER: tr("The plan should answer by {day}."),
        NextStep.APPEAL: tr("Appeal by {day}."),
        NextStep.APPEAL_ANSWER: tr("The answer to the appeal should come by {day}."),
        NextStep.OUTSIDE_REVIEW: tr("Ask for an outside review by {day}."),
    }[clock.step].format(day=day)
    if clock.by_notice or clock.step in (NextStep.ANSWER, NextStep.APPEAL_ANSWER):
        return words
    return tr("{words} This is the usual time; the day on your notice decides.").format(words=words)


def _past_patterns() -> dict[NextStep, str]:
    return {
        NextStep.ANSWER: tr("The plan’s answer was due on {day}. You can call and ask."),
        NextStep.APPEAL: tr("The day to appeal was {day}. Ask the plan if it is still open."),
        NextStep.APPEAL_ANSWER: tr("The answer to the appeal was due on {day}. You can call and ask."),
        NextStep.OUTSIDE_REVIEW: tr(
            "The day to ask for an outside review was {day}. Ask the plan if it is still open."
        ),
    }


def _without_day(step: NextStep) -> str:
    return {
        NextStep.FILE: tr("File it with the plan. Ask the plan how long you have."),
        NextStep.ANSWER: tr("Waiting for the plan’s answer. Ask the plan how long it takes."),
        NextStep.CHECK: tr("Compare the EOB with the bill. An EOB is not a bill."),
        NextStep.APPEAL: tr("You may appeal. The last day is on the notice; if not, ask the plan."),
        NextStep.APPEAL_ANSWER: tr("Waiting for the answer to the appeal. Ask the plan how long it takes."),
        NextStep.OUTSIDE_REVIEW: tr("You may ask for an outside review. Ask the plan for the last day."),
    }[step]


def source_words(source: Source) -> str:
    """Where money came from."""
    return {
        Source.INSURER: tr("Insurance"),
        Source.MEDICARE: tr("Medicare"),
        Source.HSA: tr("HSA"),
        Source.FSA: tr("FSA"),
        Source.EMPLOYER: tr("Employer"),
        Source.GRANT: tr("Grant"),
        Source.COPAY_CARD: tr("Co-pay card"),
        Source.GIFT: tr("Gift"),
        Source.PROVIDER: tr("Refund"),
        Source.LOST_EARNINGS: tr("Pay for lost earnings"),
    }[source]


def sure_words(confidence: Confidence) -> str:
    """How sure a published figure is."""
    return {
        Confidence.PRIMARY: tr("Read in the law or notice itself"),
        Confidence.SECONDARY: tr("Several sources agree"),
        Confidence.POLICY: tr("Our own choice, not law"),
        Confidence.TO_CONFIRM: tr("Please check it before you use it"),
        Confidence.OWN: tr("You typed it"),
    }[confidence]
