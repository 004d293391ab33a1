"""Who is offered first for a task, and what is said about each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_app.domain.calendar import Span, When
from caregiver_app.domain.choosing import Choice, choose
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Person, Role, Slot
from caregiver_app.domain.tasks import Answer, Ask, Item, Task, occurrence_of
from tests.domain.cases import Case, cases

TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)


def id_of(name: str) -> UUID:
    return uuid5(UUID(int=1), name)


def person_of(name: str, told: Case) -> Person:
    away = told.get("away")
    return Person(
        id=id_of(name),
        name=name,
        role=Role(told.get("role", "helper")),
        glad_to=frozenset(map(TaskKind, told.get("glad_to", []))),
        free=frozenset(Slot(day, PartOfDay(part)) for day, part in told.get("free", [])),
        away=(Span(*map(date.fromisoformat, away)),) if away else (),
        cold_until=date.fromisoformat(told["cold_until"]) if "cold_until" in told else None,
        at_most=told.get("at_most"),
        drives=told.get("drives", False),
        former=told.get("former", False),
    )


def item_of(told: Case, answers: dict[str, str], day: date = TUESDAY) -> Item:
    task = Task(
        title="Something",
        day=day,
        kind=TaskKind(told.get("kind", "errand")),
        when=When.decoded(told.get("when", "")),
        minutes=told.get("minutes"),
        needed=told.get("needed", 1),
        backup_id=id_of(told["backup"]) if "backup" in told else None,
        suggested_id=id_of(told["suggested"]) if "suggested" in told else None,
    )
    asks = (
        Ask(task_id=task.id, person_id=id_of(who), asked_at=NOW, answer=Answer(said)) for who, said in answers.items()
    )
    return Item(task, occurrence_of(task, day), tuple(asks))


def choices_in(case: Case) -> list[Choice]:
    item = item_of(case["task"], case.get("asks", {}))
    month = [item]
    for who, times in case.get("helped", {}).items():
        month += [item_of({}, {who: "yes"}, TUESDAY - timedelta(n)) for n in range(1, times + 1)]
    if "other" in case:
        month.append(item_of(case["other"], {case["other"]["who"]: "yes"}))
    people = [person_of(name, told) for name, told in case["people"].items()]
    return choose(people, item, month, date.fromisoformat(case.get("today", "2026-11-22")))


@pytest.mark.parametrize("case", cases("choosing.json"), ids=lambda case: case["about"])
def test_people_come_in_the_order_in_which_they_fit(case: Case) -> None:
    choices = {choice.person.name: choice for choice in choices_in(case)}
    assert list(choices) == case["order"]
    assert [name for name, choice in choices.items() if not choice.fits] == case.get("unfit", [])
    for name, reasons in case.get("reasons", {}).items():
        assert list(choices[name].reasons) == reasons
    for name, times in case.get("times", {}).items():
        assert choices[name].times_this_month == times


people = st.builds(
    Person,
    name=st.sampled_from(["Ana", "Ben", "Rosa", "Łukasz"]),
    glad_to=st.frozensets(st.sampled_from(TaskKind), max_size=3),
    free=st.frozensets(st.builds(Slot, st.integers(0, 6), st.sampled_from(PartOfDay)), max_size=6),
    cold_until=st.none() | st.just(TUESDAY),
    drives=st.booleans(),
    role=st.sampled_from([Role.HELPER, Role.HELPER, Role.CAREGIVER]),
)
items = st.builds(
    lambda kind, when: item_of({"kind": kind, "when": when}, {}),
    st.sampled_from(TaskKind),
    st.sampled_from(["", "morning", "evening", "08:15"]),
)


@given(st.lists(people, max_size=8), items)
def test_everybody_is_offered_once_and_those_who_fit_come_first(circle: list[Person], item: Item) -> None:
    choices = choose(circle, item, [item], TUESDAY)
    assert {choice.person.id for choice in choices} == {person.id for person in circle}
    assert len(choices) == len(circle)
    if item.task.kind is TaskKind.RIDE:  # for a ride, only among those who drive
        choices = [choice for choice in choices if choice.person.drives and choice.person.role is Role.HELPER]
    fits = [choice.fits for choice in choices]
    assert fits == sorted(fits, reverse=True)


@given(st.lists(people, max_size=8), items, st.randoms())
def test_the_order_does_not_depend_on_the_order_given(circle: list[Person], item: Item, random: object) -> None:
    shuffled = list(circle)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert choose(circle, item, [item], TUESDAY) == choose(shuffled, item, [item], TUESDAY)


def test_asking_somebody_moves_the_next_one_up() -> None:
    circle = [person_of(name, {}) for name in ("Ana", "Ben", "Rosa")]
    item = item_of({}, {})
    first = choose(circle, item, [item], TUESDAY)[0].person
    said = Ask(task_id=item.task.id, person_id=first.id, asked_at=NOW, answer=Answer.NOT_THIS_TIME)
    assert choose(circle, replace(item, asks=(said,)), [item], TUESDAY)[0].person.name == "Ben"
