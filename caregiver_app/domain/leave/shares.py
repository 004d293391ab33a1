"""Entitlements that are shared: spouses at one employer, and the 26 weeks of military caregiver leave."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from caregiver_app.domain.leave.days import DAY, MILITARY_WEEKS, ORDINARY_WEEKS, Window, anniversary, window
from caregiver_app.domain.leave.family import CHILDREN, PARENTS, Relation
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

NOTHING = Fraction(0)


class Reason(StrEnum):
    """What leave is taken for. 29 CFR 825.112."""

    OWN = "own"
    BONDING = "bonding"
    PLACEMENT = "placement"
    PARENT_CARE = "parent_care"
    SPOUSE_CARE = "spouse_care"
    CHILD_CARE = "child_care"
    EXIGENCY = "exigency"
    MILITARY_CAREGIVER = "military_caregiver"


MILITARY = frozenset({Reason.MILITARY_CAREGIVER})
ORDINARY = frozenset(Reason) - MILITARY
SHARED = frozenset({Reason.BONDING, Reason.PLACEMENT, Reason.PARENT_CARE})


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedFor:
    """Workweeks used for a reason."""

    reason: Reason
    weeks: Fraction


def _weeks(used: Iterable[UsedFor], reasons: Collection[Reason]) -> Fraction:
    return sum((each.weeks for each in used if each.reason in reasons), NOTHING)


def _left(limit: Fraction, *used: Fraction) -> Fraction:
    return max(NOTHING, limit - sum(used, NOTHING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """One of two people: whether eligible, and the workweeks used in the leave year."""

    name: str
    eligible: bool
    used: tuple[UsedFor, ...] = ()

    @property
    def available(self) -> Fraction:
        """Workweeks left of one's own: 12 for ordinary reasons, within 26 when there is military caregiver leave."""
        if not self.eligible:
            return NOTHING
        ordinary, military = _weeks(self.used, ORDINARY), _weeks(self.used, MILITARY)
        return min(_left(ORDINARY_WEEKS, ordinary), _left(MILITARY_WEEKS, ordinary, military))


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLeft:
    """Workweeks a person has left for shared reasons (birth, placement, care of a parent) and for the rest."""

    name: str
    shared_reasons_available: Fraction
    other_reasons_available: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class SpouseLimits:
    """Whether two people share 12 weeks for some reasons, what is left of those (None when not), and for each."""

    shared_limit_applies: bool
    shared_remaining: Fraction | None
    persons: tuple[PersonLeft, ...]
    not_settled: bool = False


def _shared_remaining(persons: Collection[Employee]) -> Fraction:
    """What two spouses have left together: 12 for shared reasons, 26 with military caregiver leave."""
    shared = sum((_weeks(person.used, SHARED) for person in persons), NOTHING)
    military = sum((_weeks(person.used, MILITARY) for person in persons), NOTHING)
    return min(_left(ORDINARY_WEEKS, shared), _left(MILITARY_WEEKS, shared, military))


def spouse_limits(persons: tuple[Employee, ...], *, married: bool, same_employer: bool) -> SpouseLimits:
    """What two employees have left. 29 CFR 825.201(b), 825.120(a)(3), 825.121(a)(3), 825.127(f).

    The limit is for spouses at one employer who are both eligible. Raises InvalidEntry at `persons` unless two.
    """
    if len(persons) != 2:
        raise InvalidEntry("persons", tr("Add two people: you and your spouse."))
    applies = married and same_employer and all(person.eligible for person in persons)
    shared = _shared_remaining(persons) if applies else None
    return SpouseLimits(
        shared_limit_applies=applies,
        shared_remaining=shared,
        persons=tuple(
            PersonLeft(
                name=person.name,
                shared_reasons_available=person.available if shared is None else min(person.available, shared),
                other_reasons_available=person.available,
            )
            for person in persons
        ),
    )


OWN = CHILDREN | {Relation.SPOUSE}  # whose care is never shared


def shared_weeks(relation: Relation | None, *, same: bool, military: bool) -> Fraction:
    """The weeks that two spouses at one employer (`same`) may have to share for one's care; none for most relatives.

    12 for a parent, 26 for a servicemember; care of a spouse or child is never shared. 29 CFR 825.201(b), 825.127(f).
    """
    if not same:
        return NOTHING
    if military:
        return MILITARY_WEEKS
    return ORDINARY_WEEKS if relation in PARENTS else NOTHING


def military_period(first_day: date) -> Window:
    """The single 12 months of military caregiver leave, forward from its first day. 29 CFR 825.127(e)(1).

    Its last day is not settled: two fact sheets name the day after it.
    """
    return window(first_day, anniversary(first_day) - DAY, not_settled=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MilitaryBalance:
    """Workweeks left in the single 12 months: for the servicemember, and for other reasons (None when over)."""

    period_over: bool
    caregiver_available: Fraction
    other_available: Fraction | None
    not_settled: bool = False


def military_balance(
    first_day: date,
    *,
    used_inside: Iterable[UsedFor] = (),
    used_before: Iterable[UsedFor] = (),
    day: date | None = None,
) -> MilitaryBalance:
    """26 weeks for all reasons, 12 of them at most for other ones; unused weeks are lost. 29 CFR 825.127(e)(3).

    `used_before`: other reasons, before the first day, in the same ordinary leave year; they lower the 12 alone.
    """
    inside = tuple(used_inside)
    day = day or first_day
    if day >= anniversary(first_day):
        on_the_day_after = day == anniversary(first_day)
        return MilitaryBalance(
            period_over=True, caregiver_available=NOTHING, other_available=None, not_settled=on_the_day_after
        )
    left = _left(MILITARY_WEEKS, _weeks(inside, frozenset(Reason)))
    other = _left(ORDINARY_WEEKS, _weeks(inside, ORDINARY), _weeks(used_before, ORDINARY))
    return MilitaryBalance(period_over=False, caregiver_available=left, other_available=min(left, other))
