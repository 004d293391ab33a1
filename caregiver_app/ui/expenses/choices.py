"""What the form of a cost offers to choose from, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from caregiver_app.domain.expense_table import paid_how_words
from caregiver_app.domain.expenses import Expense, PaidHow
from caregiver_app.domain.people import Person, Role, id_in_role
from caregiver_app.words import tr


def paid_how_choices() -> tuple[tuple[str, PaidHow], ...]:
    """How a cost was paid."""
    return tuple((words, how) for how, words in paid_how_words().items())


def paid_day_sentence(how: PaidHow) -> str:
    """Which day counts as paid, or that it counts no second time."""
    return {
        PaidHow.CARD: tr("The day it was charged counts, whenever the card is paid off."),
        PaidHow.CASH: "",
        PaidHow.CHECK: tr("The day the check was mailed or handed over counts."),
        PaidHow.ONLINE: tr("The day on the bank’s statement counts."),
        PaidHow.HSA: tr("Paid before tax, so it does not count again on Schedule A."),
        PaidHow.FSA: tr("Paid before tax, so it does not count again on Schedule A."),
    }[how]


def payers_of(people: Iterable[Person]) -> list[Person]:
    """Who may have paid: the caregiver first, the person cared for, then the others by name."""
    rank = {Role.CAREGIVER: 0, Role.CARED_FOR: 1}
    found = [each for each in people if each.role is not Role.SERVICE and not each.former]
    return sorted(found, key=lambda each: (rank.get(each.role, 2), not each.family_circle, each.name.casefold()))


def sharers_of(people: Sequence[Person], expense: Expense) -> list[Person]:
    """Who stands in the table of shares at once: the family, and all that are named in the cost."""
    named = {part.person_id for part in expense.paid_by} | {share.person_id for share in expense.shares}
    return [each for each in people if each.id in named or each.role is Role.CAREGIVER or each.family_circle]


def person_words(person: Person) -> str:
    """The name; the caregiver is “You”."""
    return tr("You") if person.role is Role.CAREGIVER else person.name


def caregiver_id(people: Iterable[Person]) -> UUID | None:
    """Who keeps this file."""
    return id_in_role(people, Role.CAREGIVER)
