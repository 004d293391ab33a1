"""In which order the visits to come are shown: what is near, what still needs a driver, and the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from caregiver_app.domain.visits import Visit

NEAR_DAYS = 7


class Group(StrEnum):
    """Visits that stand together, in the order of the groups."""

    NEAR = "near"  # today and in the seven days after it
    OPEN = "open"  # later, and some ride still needs a driver
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Coming:
    """One group with its visits in order; a group without visits is left out."""

    group: Group
    visits: tuple[Visit, ...]


def groups_of(visits: Iterable[Visit], today: date) -> tuple[Coming, ...]:
    """Visits from today on in groups: each by day, what still needs a driver first in its day, then by time."""
    found: dict[Group, list[Visit]] = {group: [] for group in Group}
    for visit in sorted(visits, key=_in_order):
        found[_group_of(visit, today)].append(visit)
    return tuple(Coming(group, tuple(each)) for group, each in found.items() if each)


def _group_of(visit: Visit, today: date) -> Group:
    if visit.appointment.day <= today + timedelta(NEAR_DAYS):
        return Group.NEAR
    return Group.OPEN if visit.needs_driver else Group.LATER


def _in_order(visit: Visit) -> tuple[date, bool, time]:
    return visit.appointment.day, not visit.needs_driver, visit.appointment.clock or time.min
