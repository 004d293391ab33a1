"""The self-care plan: finds the small things of a week and whom to call. It is for the caregiver alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from caregiver_app.documents.paper import Look
from caregiver_app.documents.selfcare_plan import PlanLine, PlanThing, SelfCarePlan, selfcare_plans
from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.selfcare import CarePlan, HelpLine, SmallThing
from caregiver_app.domain.selfcare_week import ThingThisWeek
from caregiver_app.domain.spoken import clock_words, day_words
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Sheet, Shown, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

MOST_VISITS = 3

# All that the plan may show. How a day was, and the journal, are not on it, nor what was done.
FIELDS: Mapping[type, frozenset[str]] = {
    SmallThing: frozenset({"title", "tiny"}),
    Appointment: frozenset({"day", "clock", "title"}),
    CarePlan: frozenset({"low_signs", "more_to_call"}),
    HelpLine: frozenset({"name", "phone"}),
    Person: frozenset({"phone"}),
    Household: frozenset({"clock24"}),
}


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """The plan of a week."""
    family = Shown(household(work), FIELDS)
    stamp = contents.stamp(work, request, made, None, clock24=family.clock24)
    if request.blank:
        return Gathered(data=(SelfCarePlan(span=request.span, help_lines=_help_lines(work), stamp=stamp),))
    from caregiver_app.services import seasons, selfcare

    week = selfcare.week(work, first_day=request.span.first, today=request.span.first)
    plan = Shown(selfcare.plan(work), FIELDS)
    her = person_in_role(work, Role.CARED_FOR)
    name = contents.names_on_paper([her])[her.id] if her is not None else tr("your person")
    is_over = seasons.season(work).is_over
    data = SelfCarePlan(
        span=request.span,
        name="" if is_over else name,
        things=tuple(_thing(each, "" if is_over else name, clock24=family.clock24) for each in week.things),
        visits=_visits(work, request, clock24=family.clock24),
        low_signs=plan.low_signs,
        people=_people(work, plan),
        help_lines=_help_lines(work),
        stamp=stamp,
    )
    return Gathered(data=(data,))


def _thing(each: ThingThisWeek, name: str, *, clock24: bool) -> PlanThing:
    from caregiver_app.domain.selfcare_words import cover_words, when_words

    thing = Shown(each.thing, FIELDS)
    return PlanThing(
        what=thing.title.strip(),
        when=when_words(each, clock24=clock24),
        cover=cover_words(each.cover, name) if name else "",
        tiny=thing.tiny.strip(),
    )


def _visits(work: UnitOfWork, request: Request, *, clock24: bool) -> tuple[tuple[str, str], ...]:
    """Those of the week, and what comes after it as far as there is room: who plans a week looks ahead."""
    from caregiver_app.services import selfcare

    first = request.span.first
    found = selfcare.own_visits(work, first=first)
    ahead = max(MOST_VISITS, sum(visit.day in request.span for visit in found))
    return tuple(_visit(Shown(visit, FIELDS), first.year, clock24=clock24) for visit in found[:ahead])


def _visit(visit: Shown, year: int, *, clock24: bool) -> tuple[str, str]:
    day = day_words(visit.day, with_year=visit.day.year != year)
    if visit.clock is None:
        return day, visit.title.strip()
    return tr("{day}, {time}").format(day=day, time=clock_words(visit.clock, clock24)), visit.title.strip()


def _people(work: UnitOfWork, plan: Shown) -> tuple[PlanLine, ...]:
    """The people of the circle first, then those who were typed."""
    from caregiver_app.services import selfcare

    by_id = {person.id: person for person in work.all(Person)}
    names = contents.names_on_paper(by_id.values())
    known = [by_id[each] for each in selfcare.plan(work).call_ids if each in by_id]
    lines = [PlanLine(name=names[person.id], phone=Shown(person, FIELDS).phone) for person in known]
    return (*lines, *(PlanLine(name=line.strip()) for line in plan.more_to_call.splitlines() if line.strip()))


def _help_lines(work: UnitOfWork) -> tuple[PlanLine, ...]:
    from caregiver_app.services import selfcare

    lines = (Shown(line, FIELDS) for line in selfcare.help_lines(work))
    return tuple(PlanLine(name=line.name, phone=line.phone) for line in lines)


def draw(data: Sequence[Any], look: Look) -> bytes:
    """The plan as a PDF."""
    return selfcare_plans(data, look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Self-care plan")


SHEET = Sheet(
    name="selfcare",
    title=title,
    audience=Audience.ME,
    stretches=(Stretch.WEEK,),
    gather=gather,
    draw=draw,
)
