"""What the forms about leave offer to choose from, each with its plain sentence."""

from __future__ import annotations

from caregiver_app.domain import leave_names
from caregiver_app.domain.leave.balance import Worker
from caregiver_app.domain.leave.days import Method
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.family import CHILDREN, Relation, Relative, check_family, family_covered
from caregiver_app.domain.leave.records import LeaveReason, PaidFrom, YearKnown
from caregiver_app.domain.leave.schedule import WorkweekStart
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

Year = tuple[YearKnown, Method | None]
Choices = list[tuple[str, object]]

NOT_SURE: Year = (YearKnown.NOT_SURE, None)


def not_sure() -> str:
    """The answer that every question of the set-up takes."""
    return tr("Not sure, start anyway")


def method_choices() -> list[tuple[str, Year]]:
    """How a job may count its leave year."""
    told: list[tuple[str, Year]] = [(leave_names.method_words(method), (YearKnown.TOLD, method)) for method in Method]
    return [*told, (leave_names.knowledge_words(YearKnown.NONE_CHOSEN), (YearKnown.NONE_CHOSEN, None))]


def method_sentence(year: Year) -> str:
    """One sentence on a way to count."""
    known, method = year
    if known is YearKnown.NOT_SURE:
        return tr("You see the smallest number, to be safe. Ask HR how your leave year is counted.")
    if known is YearKnown.NONE_CHOSEN:
        return tr("Then the way that is best for you counts.")
    return {
        Method.CALENDAR: tr("It starts on January 1 and ends on December 31."),
        Method.FIXED: tr("It starts on the same day each year, like October 1."),
        Method.FORWARD: tr("It starts on the first day you take leave, and lasts 12 months."),
        Method.ROLLING: tr("Each day you take comes back 12 months later."),
    }[method or Method.CALENDAR]


_RELATIONS = (
    Relation.SPOUSE,
    Relation.PARENT,
    Relation.CHILD,
    Relation.STEP_PARENT,
    Relation.ADOPTIVE_PARENT,
    Relation.FOSTER_PARENT,
    Relation.STEP_CHILD,
    Relation.ADOPTED_CHILD,
    Relation.FOSTER_CHILD,
    Relation.SIBLING,
    Relation.PARENT_IN_LAW,
    Relation.DOMESTIC_PARTNER,
    Relation.FIANCE,
    Relation.EX_SPOUSE,
    Relation.GRANDPARENT,
    Relation.GRANDCHILD,
    Relation.AUNT_UNCLE,
    Relation.COUSIN,
    Relation.FRIEND,
)


def relation_choices() -> Choices:
    """What the person cared for may be to the one who works; those that the law covers first."""
    return [(leave_names.relation_words(relation), relation) for relation in _RELATIONS]


def relation_sentence(relation: Relation | None) -> str:
    """What the law covers for a relation, kindly; empty when there is nothing to tell."""
    if relation is None:
        return tr("FMLA leave covers a spouse, a parent, a child, and someone who raised you.")
    try:
        check_family(Relative(relation=relation))
    except InvalidEntry as problem:
        return problem.message
    if relation is Relation.PARENT:
        return tr("Or somebody who raised you, like a parent.")
    if relation in CHILDREN:
        return tr("A child under 18, or a grown child who needs help with three or more daily tasks.")
    return ""


def is_covered(relation: Relation | None) -> bool:
    """Whether FMLA leave can be for this relation; one that is not known yet counts as covered."""
    return relation is None or family_covered(Relative(relation=relation)).covered


def reason_choices() -> Choices:
    """Why somebody is away, in words an employer may read."""
    return [(leave_names.reason_words(reason), reason) for reason in LeaveReason]


def paid_choices() -> Choices:
    """What pays for the time."""
    return [(leave_names.paid_words(paid), paid) for paid in PaidFrom]


def kind_choices() -> Choices:
    """What the time counts as."""
    return [(leave_names.kind_words(kind), kind) for kind in LeaveKind]


def week_start_choices() -> Choices:
    """The first day of the workweek at the job."""
    return [(leave_names.workweek_words(start), start) for start in WorkweekStart]


def worker_choices() -> Choices:
    """Which rules a worker is under."""
    return [(leave_names.worker_words(worker), worker) for worker in Worker]


def told_choices() -> list[str]:
    """Ways to tell work."""
    return [tr("Email"), tr("Text"), tr("Phone"), tr("In person"), tr("Work’s leave form")]
