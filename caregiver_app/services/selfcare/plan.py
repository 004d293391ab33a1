"""What the plan says beside the small things: signs of running low, whom to call, and the help lines."""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from uuid import UUID

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.selfcare import PLAN_ID, CarePlan, HelpLine
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

CHECKED_ON = date(2026, 11, 20)  # when the three numbers below were last looked up
_IDS = tuple(UUID(int=0x4E1900 + n) for n in range(3))


def plan(work: UnitOfWork) -> CarePlan:
    """The plan; an empty one before anything was written."""
    return work.get(CarePlan, PLAN_ID) or CarePlan()


def save_plan(work: UnitOfWork, *, before: CarePlan, after: CarePlan) -> None:
    """Keep a changed plan. Raises StaleEdit when `before` is not how it is now."""
    if before != CarePlan() or work.get(CarePlan, PLAN_ID) is not None:
        work.expect(before)
    work.put(after)


def help_lines(work: UnitOfWork) -> list[HelpLine]:
    """The numbers to call for help, in their order; three that anybody may call until the family has its own."""
    return sorted(work.all(HelpLine), key=attrgetter("place", "name", "id")) or first_help_lines()


def first_help_lines() -> list[HelpLine]:
    """The three that are there from the start."""
    lines = (
        (tr("988 Suicide & Crisis Lifeline"), "988", tr("Call or text, day and night")),
        (tr("National Cancer Institute"), "1-800-4-CANCER", tr("1-800-422-6237, weekdays: questions of any kind")),
        (tr("American Cancer Society"), "1-800-227-2345", tr("Day and night: answers, rides, someone to talk to")),
    )
    return [
        HelpLine(id=line_id, name=name, phone=phone, about=about, checked_on=CHECKED_ON, place=place)
        for place, (line_id, (name, phone, about)) in enumerate(zip(_IDS, lines, strict=True))
    ]


def save_help_line(work: UnitOfWork, *, before: HelpLine | None, after: HelpLine) -> None:
    """Keep a number, new (`before` is None) or changed; the first change keeps the others as well."""
    _keep_all(work)
    if before is not None:
        work.expect(before)
    work.put(after)


def remove_help_line(work: UnitOfWork, *, line: HelpLine) -> None:
    """Take a number off. Raises InvalidEntry at `name` for the last one: on a hard day one has to be there."""
    _keep_all(work)
    work.expect(line)
    if work.all(HelpLine) == [line]:
        raise InvalidEntry("name", tr("Keep at least one number here. You can change it to another one."))
    work.remove(line)


def _keep_all(work: UnitOfWork) -> None:
    if not work.all(HelpLine):
        for line in first_help_lines():
            work.put(line)
