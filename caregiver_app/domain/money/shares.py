"""Shares that add up to the cent, and who pays whom so that all are even."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from caregiver_app.domain.money.dollars import from_cents, to_cents, total
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

MOST_EXACT = 16  # people whose fewest payments are searched for among all ways


def split(amount: Decimal, weights: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Exact shares by largest remainder; ties go to the earlier position, a refund mirrors the charge.

    Raises InvalidEntry at `weights` when nobody has a share.
    """
    parts = [Fraction(weight) for weight in weights]
    whole = sum(parts, Fraction(0))
    if whole <= 0 or any(part < 0 for part in parts):
        raise InvalidEntry("weights", tr("Give at least one person a share."))
    cents = to_cents(amount)
    shares = _largest_remainder(abs(cents), parts, whole)
    return tuple(from_cents(-share if cents < 0 else share) for share in shares)


def _largest_remainder(cents: int, parts: Sequence[Fraction], whole: Fraction) -> list[int]:
    exact = [Fraction(cents) * part / whole for part in parts]
    shares = [int(each) for each in exact]
    by_rest = sorted(range(len(exact)), key=lambda place: shares[place] - exact[place])  # stable: ties stay in order
    for place in by_rest[: cents - sum(shares)]:
        shares[place] += 1
    return shares


def check_shares(amount: Decimal, shares: Iterable[Decimal], field: str = "shares") -> None:
    """Agreed shares add up to the amount. Raises InvalidEntry at `field`, saying what is missing or too much."""
    apart = amount - total(shares)
    if apart > 0:
        sentence = tr("The shares add up to ${apart} less than ${amount}. Please give it to somebody.")
        raise InvalidEntry(field, sentence.format(apart=f"{apart:,.2f}", amount=f"{amount:,.2f}"))
    if apart < 0:
        sentence = tr("The shares add up to ${apart} more than ${amount}. Please make one smaller.")
        raise InvalidEntry(field, sentence.format(apart=f"{-apart:,.2f}", amount=f"{amount:,.2f}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """One payment between two people, by their positions."""

    payer: int
    payee: int
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleUp:
    """What each owes of the whole, what each is ahead (below zero: behind), and the fewest payments to be even."""

    owed: tuple[Decimal, ...]
    balance: tuple[Decimal, ...]
    payments: tuple[Transfer, ...]

    @property
    def payment_count(self) -> int:
        """How many payments there are."""
        return len(self.payments)


def settle_up(paid: Sequence[Decimal], weights: Sequence[Decimal]) -> SettleUp:
    """All that was paid, shared as in `split`; a negative amount is a refund received.

    Raises InvalidEntry at `weights` when there is not one share for each person.
    """
    if len(paid) != len(weights):
        raise InvalidEntry("weights", tr("Give each person a share, which may be zero."))
    owed = split(total(paid), weights)
    balance = tuple(ours - share for ours, share in zip(paid, owed, strict=True))
    return SettleUp(owed=owed, balance=balance, payments=fewest_payments(balance))


def fewest_payments(balances: Sequence[Decimal]) -> tuple[Transfer, ...]:
    """Payments from those behind (below zero) to those ahead, as few as there can be, that make all even.

    Raises InvalidEntry at `shares` when the balances do not add up to zero.
    """
    cents = {place: to_cents(balance) for place, balance in enumerate(balances) if balance}
    if sum(cents.values()):
        raise InvalidEntry("shares", tr("The shares do not add up to what was paid. Please check them."))
    return tuple(payment for group in _groups(cents) for payment in _within(group, cents))


def _groups(cents: dict[int, int]) -> list[list[int]]:
    """People in as many groups as there can be that are even among themselves: each group saves one payment."""
    pairs, rest = _pairs(cents)
    if not rest:
        return pairs
    return pairs + (_even_groups(rest, cents) if len(rest) <= MOST_EXACT else [rest])


def _pairs(cents: dict[int, int]) -> tuple[list[list[int]], list[int]]:
    """Those whom one payment between two makes even, and the others; no way with fewer payments is lost by it."""
    pairs: list[list[int]] = []
    waiting: dict[int, list[int]] = {}
    for place, amount in cents.items():
        others = waiting.get(-amount)
        if others:
            pairs.append([others.pop(0), place])
        else:
            waiting.setdefault(amount, []).append(place)
    return pairs, sorted(place for places in waiting.values() for place in places)


def _even_groups(people: Sequence[int], cents: dict[int, int]) -> list[list[int]]:
    """The most groups that are even, found over all subsets."""
    amounts = [cents[place] for place in people]
    sums, most = _subsets(amounts)
    groups: list[list[int]] = [[]]
    left = len(sums) - 1
    while left:
        bit = next(
            n for n in range(len(people)) if left >> n & 1 and most[left ^ 1 << n] + (not sums[left]) == most[left]
        )
        groups[-1].append(people[bit])
        left ^= 1 << bit
        if left and not sums[left]:
            groups.append([])
    return groups


def _subsets(amounts: Sequence[int]) -> tuple[list[int], list[int]]:
    """The sum of every subset, and the most groups with a sum of zero that can be taken out of it one by one."""
    size = 1 << len(amounts)
    sums, most = [0] * size, [0] * size
    for subset in range(1, size):
        low = subset & -subset
        sums[subset] = sums[subset ^ low] + amounts[low.bit_length() - 1]
        bits = subset
        best = 0
        while bits:
            bit = bits & -bits
            best = max(best, most[subset ^ bit])
            bits ^= bit
        most[subset] = best + (sums[subset] == 0)
    return sums, most


def _within(group: Sequence[int], cents: dict[int, int]) -> list[Transfer]:
    """Payments that make one group even: always from who is most behind to who is most ahead."""
    open_ = {place: cents[place] for place in group}
    payments = []
    while any(open_.values()):
        payer = min(open_, key=lambda place: (open_[place], place))
        payee = min(open_, key=lambda place: (-open_[place], place))
        amount = min(-open_[payer], open_[payee])
        open_[payer] += amount
        open_[payee] -= amount
        payments.append(Transfer(payer=payer, payee=payee, amount=from_cents(amount)))
    return payments
