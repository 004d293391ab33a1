"""Published figures in words: what each is called, what it says, when it holds and where it is from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caregiver_app.domain.money.rates import (
    AGI_FLOOR,
    LODGING_CAP,
    LTC_PREMIUM_CAP,
    MILEAGE,
    STANDARD_DEDUCTION,
    Figure,
    Key,
    Rates,
)
from caregiver_app.domain.money_words import dollars, rate_words, sure_words
from caregiver_app.domain.spoken import short_day
from caregiver_app.words import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class RateGroup:
    """Figures that belong together, with what they are for."""

    title: str
    about: str
    keys: tuple[Key, ...]


def rate_groups() -> tuple[RateGroup, ...]:
    """The figures that costs are counted with."""
    filing = tuple((STANDARD_DEDUCTION, name) for name in ("single", "joint", "head"))
    ages = tuple((LTC_PREMIUM_CAP, name) for name in ("to40", "to50", "to60", "to70", "over70"))
    return tuple(
        RateGroup(title=title, about=about, keys=keys)
        for title, about, keys in (
            (tr("Miles driven for care"), tr("Each trip is counted at the rate of its own day."), (MILEAGE,)),
            (
                tr("Lodging near treatment"),
                tr("The most that may count for each person and night, for two people at most."),
                (LODGING_CAP,),
            ),
            (
                tr("Share of the income"),
                tr("Only the part of the costs above this share of the income (AGI) may count."),
                (AGI_FLOOR,),
            ),
            (
                tr("Standard deduction"),
                tr("If you do not itemize, this counts instead. For people under 65 who are not blind."),
                filing,
            ),
            (
                tr("Long-term-care insurance"),
                tr("The most of a year’s premium that may count, by age at the end of the year."),
                ages,
            ),
        )
    )


def figure_label(key: Key) -> str:
    """What a figure is called in a list."""
    names = {
        MILEAGE: tr("A mile for care"),
        LODGING_CAP: tr("A night, for each person"),
        AGI_FLOOR: tr("Share of the income"),
        (STANDARD_DEDUCTION, "single"): tr("Standard deduction, single"),
        (STANDARD_DEDUCTION, "joint"): tr("Standard deduction, jointly"),
        (STANDARD_DEDUCTION, "head"): tr("Standard deduction, head of household"),
        (LTC_PREMIUM_CAP, "to40"): tr("Long-term care, age 40 or less"),
        (LTC_PREMIUM_CAP, "to50"): tr("Long-term care, age 41 to 50"),
        (LTC_PREMIUM_CAP, "to60"): tr("Long-term care, age 51 to 60"),
        (LTC_PREMIUM_CAP, "to70"): tr("Long-term care, age 61 to 70"),
        (LTC_PREMIUM_CAP, "over70"): tr("Long-term care, over 70"),
    }
    return names.get(key, key[1])


def figure_short(key: Key) -> str:
    """What a figure is called above its column."""
    names = {
        MILEAGE: tr("a mile"),
        LODGING_CAP: tr("a night"),
        AGI_FLOOR: tr("share"),
        (STANDARD_DEDUCTION, "single"): tr("single"),
        (STANDARD_DEDUCTION, "joint"): tr("jointly"),
        (STANDARD_DEDUCTION, "head"): tr("head"),
        (LTC_PREMIUM_CAP, "to40"): tr("to 40"),
        (LTC_PREMIUM_CAP, "to50"): tr("to 50"),
        (LTC_PREMIUM_CAP, "to60"): tr("to 60"),
        (LTC_PREMIUM_CAP, "to70"): tr("to 70"),
        (LTC_PREMIUM_CAP, "over70"): tr("over 70"),
    }
    return names.get(key, key[1])


def value_words(key: Key, value: Decimal) -> str:
    """A figure as it is said: “23.5 cents”, “7.5%”, “$16,100”."""
    if key == MILEAGE:
        return rate_words(value)
    if key == AGI_FLOOR:
        return tr("{percent}%").format(percent=f"{(value * 100).normalize():f}")
    return dollars(value).removesuffix(".00")


def days_words(first: date, last: date | None) -> str:
    """From when to when: “2025”, “Jul 1, 2026 to Dec 31, 2026”, “From Jan 1, 2017 on”."""
    if last is not None and (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return str(first.year)
    if last is None:
        return tr("From {day} on").format(day=dated(first))
    return tr("{first} to {last}").format(first=dated(first), last=dated(last))


def dated(day: date) -> str:
    """A day with its year and without its weekday: “Jul 1, 2026”."""
    return tr("{day}, {year}").format(day=short_day(day), year=day.year)


def origin_words(figure: Figure) -> str:
    """Where a figure is from, when it was looked up, and how sure it is."""
    parts = [figure.source]
    if figure.as_of is not None:
        parts.append(tr("as of {day}").format(day=dated(figure.as_of)))
    where = tr(", ").join(part for part in parts if part)
    sure = sure_words(figure.confidence)
    return tr("{where}. {sure}.").format(where=where, sure=sure) if where else tr("{sure}.").format(sure=sure)


def later_words(rates: Rates, key: Key) -> str:
    """From when on a figure is not published; empty for one without an end."""
    figures = rates.by_key.get(key, ())
    if not figures or figures[-1].last is None:
        return ""
    return tr("After {day}: not published.").format(day=dated(figures[-1].last))


def newest_first(rates: Rates, key: Key) -> Iterator[Figure]:
    """The figures of a key that have a value, the newest first."""
    return (each for each in reversed(rates.by_key.get(key, ())) if each.value is not None)
