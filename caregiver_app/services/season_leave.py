"""The plans for time off work that go with what a season ends, and come back with it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveReason, TimeOff
from caregiver_app.domain.seasons import Season
from caregiver_app.storage import leave_rows as rows
from caregiver_app.storage.unit_of_work import UnitOfWork

_FOR_HER = frozenset({LeaveReason.CARE, LeaveReason.APPOINTMENT})
_IN_ORDER = attrgetter("first", "last", "id")


def plans_off(work: UnitOfWork, season: Season, visits: Collection[UUID], today: date) -> list[TimeOff]:
    """What is planned from today on for visits that are called off, and for any care once she has died; by day."""
    planned = rows.planned_from(work, today)
    return sorted((each for each in planned if _goes(each, season, visits)), key=_IN_ORDER)


def _goes(plan: TimeOff, season: Season, visits: Collection[UUID]) -> bool:
    if plan.appointment_id is not None:
        return plan.appointment_id in visits
    return season is Season.DIED and plan.kind is LeaveKind.FMLA and plan.reason in _FOR_HER


def plans_back(work: UnitOfWork, ids: Collection[UUID], visits: Collection[UUID], today: date) -> list[TimeOff]:
    """The plans of these ids that a season took off and that fit again: with their visit, or for care; by day."""
    from caregiver_app.services.leave.log import problems

    gone = [each for each, _ in work.removed_among(TimeOff, "id", ids) if each.first >= today]
    fit = [each for each in gone if each.appointment_id is None or each.appointment_id in visits]
    refused = problems(work, entries=fit)
    return sorted((each for each, problem in zip(fit, refused, strict=True) if problem is None), key=_IN_ORDER)
