"""Whether a minus means money out or money in, told by all lines of a file together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

SPENT_WORDS = frozenset({
    "debit", "sale", "purchase", "withdrawal", "charge", "fee", "dr", "expense", "card", "pos", "outflow", "buy",
    "debit_card", "card purchase", "pos purchase", "debit card", "card transaction", "debit card purchase",
})  # fmt: skip
_IN_WORDS = frozenset({
    "credit", "deposit", "return", "refund", "cr", "income", "inflow", "dslip", "payment received", "direct deposit",
    "ach credit", "statement credit",
})  # fmt: skip
_IN_PAYEE = re.compile(
    r"\b(?:payment.{0,6}thank you|payroll|direct dep(?:osit)?|deposit|refund|interest paid|payment received"
    r"|statement credit)\b",
    re.IGNORECASE,
)


def came_in_words(kind: str, *, is_card: bool = False) -> bool:
    """Whether the type of a line says that money came in; to a card, a payment does."""
    plain = kind.casefold()
    return plain in _IN_WORDS or (is_card and plain == "payment")


def is_card(kinds: Iterable[str]) -> bool:
    """Whether the types of a file are those of a card: a bank calls no line a sale."""
    return not {"sale", "purchase"}.isdisjoint(kind.casefold() for kind in kinds)


def minus_is_spent(lines: Sequence[tuple[Decimal, str, str]], *, has_balance: bool) -> bool:
    """Whether amounts below 0 are spending. `lines` are amounts with their type and payee.

    What the types say counts most; a list with a balance is that of an account, where spending is below 0; then names
    such as “payroll” tell; else most lines are spending.
    """
    minus = sum(amount < 0 for amount, _kind, _payee in lines)
    if not minus:
        return False
    by_type = sum(_vote(amount, _said(kind)) for amount, kind, _payee in lines)
    by_payee = sum(_vote(amount, -1) for amount, _kind, payee in lines if _IN_PAYEE.search(payee))
    for votes in (by_type, int(has_balance), by_payee):
        if votes:
            return votes > 0
    return 2 * minus >= len(lines)


def _said(kind: str) -> int:
    """1 when a type says that money went out, -1 when it came in."""
    plain = kind.casefold()
    return 1 if plain in SPENT_WORDS else -1 if plain in _IN_WORDS else 0


def _vote(amount: Decimal, said: int) -> int:
    """1 when a line speaks for a minus as spending, -1 against it."""
    return 0 if not amount else (said if amount < 0 else -said)
