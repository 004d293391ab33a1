"""Who counts as family for ordinary FMLA leave."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

GROWN_UP = 18
ACTIVITIES_NEEDED = 3


class Relation(StrEnum):
    """What the person cared for is to the employee."""

    SPOUSE = "spouse"
    DOMESTIC_PARTNER = "domestic_partner"
    FIANCE = "fiance"
    EX_SPOUSE = "ex_spouse"
    PARENT = "parent"
    STEP_PARENT = "step_parent"
    ADOPTIVE_PARENT = "adoptive_parent"
    FOSTER_PARENT = "foster_parent"
    PARENT_IN_LAW = "parent_in_law"
    CHILD = "child"
    STEP_CHILD = "step_child"
    ADOPTED_CHILD = "adopted_child"
    FOSTER_CHILD = "foster_child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    AUNT_UNCLE = "aunt_uncle"
    COUSIN = "cousin"
    FRIEND = "friend"


PARENTS = frozenset({Relation.PARENT, Relation.STEP_PARENT, Relation.ADOPTIVE_PARENT, Relation.FOSTER_PARENT})
CHILDREN = frozenset({Relation.CHILD, Relation.STEP_CHILD, Relation.ADOPTED_CHILD, Relation.FOSTER_CHILD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """The person cared for.

    `age` in years; None is a child in the usual sense. `stood_as_parent`: that person was a parent to the employee
    as a child; `employee_in_parent_role`: the employee is one to that person. `needs_help_with`: daily activities
    that need active help because of a disability.
    """

    relation: Relation
    age: int | None = None
    stood_as_parent: bool = False
    employee_in_parent_role: bool = False
    needs_help_with: int = 0
    legally_married: bool = True
    recognised_in_a_state: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyAnswer:
    """Whether leave to care for a person can be FMLA leave."""

    covered: bool
    not_settled: bool = False


def _child_covered(relative: Relative) -> bool:
    """A child under 18, or one who needs active help with three or more daily activities. 29 CFR 825.122(d)."""
    is_minor = relative.age is None or relative.age < GROWN_UP
    return is_minor or relative.needs_help_with >= ACTIVITIES_NEEDED


def family_covered(relative: Relative) -> FamilyAnswer:
    """Whether a person is a spouse, parent, son or daughter by 29 CFR 825.102 and 825.122.

    Who was a parent to the employee counts as one, whatever the relation, and so does a child the employee raises.
    """
    if relative.relation in PARENTS or relative.stood_as_parent:
        return FamilyAnswer(covered=True)
    if relative.relation is Relation.SPOUSE:
        return FamilyAnswer(covered=relative.legally_married and relative.recognised_in_a_state)
    if relative.relation in CHILDREN or relative.employee_in_parent_role:
        return FamilyAnswer(covered=_child_covered(relative))
    return FamilyAnswer(covered=False)


def check_family(relative: Relative) -> None:
    """Raises InvalidEntry at `relation` for a person whose care FMLA leave does not cover, a sister for one."""
    if family_covered(relative).covered:
        return
    if relative.relation in CHILDREN:
        text = tr(
            "FMLA leave covers a grown child who needs help with three or more daily tasks. "
            "Your state may cover more. You can still log this time as other time off."
        )
    else:
        text = tr(
            "FMLA leave covers a spouse, a parent, a child, and someone who raised you. "
            "Your state may cover more family. You can still log this time as other time off."
        )
    raise InvalidEntry("relation", text)
