"""Nights away from home for care: a cap for each night and person counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caregiver_app.domain.money.dollars import ZERO, total
from caregiver_app.domain.money.rates import LODGING_CAP, NotPublished, Rates

MOST_COUNTED = 2  # who is cared for, and one who must come along


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One night: how many people stayed, the dollars paid, and its day when it is known."""

    people: int
    paid: Decimal
    day: date | None = None

    @property
    def people_counted(self) -> int:
        """Those for whom the cap counts: at most two."""
        return min(self.people, MOST_COUNTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """Nights in a row or not; `meals` are kept but never count. `licensed_hospital`: the care is by a doctor there."""

    nights: tuple[Night, ...]
    meals: Decimal = ZERO
    licensed_hospital: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Lodging:
    """What counts of each night, as given, and of all."""

    people_counted: tuple[int, ...]
    by_night: tuple[Decimal, ...]
    includible: Decimal


def lodging(stay: Stay, rates: Rates) -> Lodging | NotPublished:
    """Per night the lesser of what was paid and the cap for each person counted. IRC 213(d)(2); Pub. 502 (“Lodging”).

    Room left under the cap of one night does not carry to another. Nothing counts when the care is not by a doctor
    in a licensed hospital or the like.
    """
    counted = []
    for night in stay.nights:
        cap = rates.value(LODGING_CAP, night.day)
        if isinstance(cap, NotPublished):
            return cap
        counted.append(min(night.paid, cap * night.people_counted) if stay.licensed_hospital else ZERO)
    return Lodging(
        people_counted=tuple(night.people_counted for night in stay.nights),
        by_night=tuple(counted),
        includible=total(counted),
    )
