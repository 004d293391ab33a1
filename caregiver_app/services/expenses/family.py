"""The costs that a family shares: how, who laid out what, and what makes all even."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.calendar import FOREVER
from caregiver_app.domain.expenses import AGREED_SHARES_ID, AgreedShares, Expense, PaidBack, Share
from caregiver_app.domain.money.family import Settled
from caregiver_app.domain.money.family import settle as settle_family
from caregiver_app.domain.people import Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses.claims import back_of_each
from caregiver_app.services.household import person_in_role
from caregiver_app.services.people import everybody
from caregiver_app.storage import year_rows
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

NOBODY = UUID(int=0)


def settle(work: UnitOfWork, *, until: date = FOREVER) -> Settled:
    """How all stand from the first shared cost on, with what they gave each other since. Only paid costs count."""
    first = caregiver_id(work)
    costs = shared(work, until=until)
    back = back_of_each(work, expenses=costs)
    order = [first, *(person.id for person in everybody(work) if person.id != first)]
    return settle_family(costs, back, payments(work), caregiver_id=first, order=order)


def shared(work: UnitOfWork, *, until: date = FOREVER) -> list[Expense]:
    """The costs that are shared and paid, by R-number."""
    found = [each for each in year_rows.shared_costs(work, date.min, until) if each.paid_on is not None]
    return sorted(found, key=attrgetter("number"))


def caregiver_id(work: UnitOfWork) -> UUID:
    """The id of the caregiver, who paid what nobody else did; one that nobody has while no name was told."""
    caregiver = person_in_role(work, Role.CAREGIVER)
    return caregiver.id if caregiver is not None else NOBODY


def agreed(work: UnitOfWork) -> AgreedShares:
    """How the family agreed to share; no shares when it did not."""
    return work.get(AgreedShares, AGREED_SHARES_ID) or AgreedShares()


def save_agreed(work: UnitOfWork, *, shares: tuple[Share, ...]) -> None:
    """Keep how the family shares from now on; costs that are there keep their own shares."""
    work.put(AgreedShares(shares=shares))


def payments(work: UnitOfWork) -> list[PaidBack]:
    """What people gave each other to be even, the newest first."""
    return sorted(work.all(PaidBack), key=attrgetter("day", "id"), reverse=True)


def save_payment(work: UnitOfWork, *, before: PaidBack | None, after: PaidBack) -> None:
    """Keep a payment within the family. Raises InvalidEntry at `amount` for none."""
    if before is not None:
        work.expect(before)
    if not after.amount:
        raise InvalidEntry("amount", tr("Type an amount of money, like 12 or 12.50."))
    work.put(after)


def remove_payment(work: UnitOfWork, *, payment: PaidBack) -> None:
    """Take a payment off."""
    work.expect(payment)
    work.remove(payment)
