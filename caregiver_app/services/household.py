"""The family's own choices and the two people at its center."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from caregiver_app.domain.household import HOUSEHOLD_ID, Household
from caregiver_app.domain.people import Person, Role
from caregiver_app.storage.unit_of_work import UnitOfWork


def household(work: UnitOfWork) -> Household:
    """The family's choices; sensible ones before any were made."""
    return work.get(Household, HOUSEHOLD_ID) or Household()


def choose(work: UnitOfWork, **choices: Any) -> None:
    """Change some of the family's choices."""
    work.put(replace(household(work), **choices))


def person_in_role(work: UnitOfWork, role: Role) -> Person | None:
    """The caregiver or the person cared for, once named."""
    return next(iter(work.where(Person, role=role)), None)


def name_person(work: UnitOfWork, role: Role, name: str) -> None:
    """Give the caregiver or the person cared for a name; the rides to their visits go by it as well."""
    from caregiver_app.services import legs

    known = person_in_role(work, role)
    named = replace(known, name=name.strip()) if known else Person(role=role, name=name.strip())
    work.put(named)
    if named != known:
        legs.call_by_name(work, person=named)
