"""Find: a few letters of anything, in every tab; never of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.found import Found, FoundKind
from caregiver_app.domain.people import Person
from caregiver_app.domain.selfcare import JournalEntry, SmallThing
from caregiver_app.domain.tasks import Task
from caregiver_app.services import people, selfcare
from caregiver_app.services.finding import MOST, find
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_database, open_file
from tests.stage import TODAY, file_of


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Workspace]:
    """The made-up family with its costs."""
    workspace = Workspace(open_file(file_of("expenses", tmp_path)), Clock(TODAY))
    yield workspace
    workspace.close()


def found(family: Workspace, typed: str) -> list[Found]:
    return family.read(partial(find, typed=typed))


@pytest.mark.parametrize(
    ("typed", "kind", "title"),
    [
        ("ben", FoundKind.PERSON, "Ben Okoro"),
        ("bis", FoundKind.TASK, "Walk Biscuit"),
        ("ct sc", FoundKind.VISIT, "CT scan"),
        ("gar", FoundKind.COST, "Harbor Hospital garage"),
        ("sho", FoundKind.PLACE, "Lakeside Center"),
        ("ose", FoundKind.CLINICIAN, "Dr. Osei"),
        ("zie", FoundKind.PERSON, "Łukasz Zielony"),
        ("lukasz", FoundKind.PERSON, "Łukasz Zielony"),
        ("dang", FoundKind.PERSON, "Đặng Thu Hà"),
    ],
)
def test_a_few_letters_find_anything(family: Workspace, typed: str, kind: FoundKind, title: str) -> None:
    assert (kind, title) in [(each.kind, each.title) for each in found(family, typed)]


def test_people_come_first_and_each_kind_has_its_share(family: Workspace) -> None:
    kinds = [each.kind for each in found(family, "lak")]
    assert kinds[0] is FoundKind.PERSON
    assert {FoundKind.COST, FoundKind.PLACE} <= set(kinds)
    assert kinds == sorted(kinds, key=list(FoundKind).index)


def test_the_newest_costs_come_first_and_never_more_than_fit(family: Workspace) -> None:
    costs = [each for each in found(family, "ha") if each.kind is FoundKind.COST]
    assert len(found(family, "ha")) <= MOST
    assert "2026" in costs[0].detail


@pytest.mark.parametrize("typed", ["", " ", "a", "?", "xylophone", "%", "\0", "x" * 10_000])
def test_what_finds_nothing(family: Workspace, typed: str) -> None:
    assert found(family, typed) == []


def test_what_was_removed_is_found_no_more(family: Workspace) -> None:
    person = Person(name="Quentin Sample")
    family.write(partial(people.save, person=person))
    assert found(family, "quent")
    family.write(lambda work: work.remove(person))
    assert not found(family, "quent")


def test_the_journal_stays_where_it_is(family: Workspace) -> None:
    entry = JournalEntry(day=date(2026, 11, 22), text="Wistful evening", written_at=datetime(2026, 11, 22, tzinfo=UTC))
    family.write(partial(selfcare.save_entry, before=None, after=entry))
    assert found(family, "wis") == []


@pytest.mark.parametrize(("resting", "detail"), [(False, "20 min"), (True, "20 min · resting for now")])
def test_a_small_thing_is_found_by_its_words(family: Workspace, resting: bool, detail: str) -> None:
    walk = SmallThing(title="Walk around the block", tiny="Stand outside for two minutes", resting=resting)
    family.write(partial(selfcare.save_thing, before=None, after=walk))
    for typed in ("walk", "blo", "outside"):
        (one,) = [each for each in found(family, typed) if each.kind is FoundKind.SMALL_THING]
        assert (one.id, one.title, one.tab) == (walk.id, walk.title, "selfcare")
        assert one.detail == f"Small thing for you · {detail}"
    family.write(partial(selfcare.remove_thing, thing=walk))
    assert FoundKind.SMALL_THING not in {each.kind for each in found(family, "walk")}


def many_tasks() -> list[Task]:
    """3,000 days: a word on each third of them, another on the first 600 alone, and two that repeat forever."""
    words = {day: "Walk" if day % 3 == 0 else "Water" for day in range(3000)} | dict.fromkeys(range(600), "Parcel walk")
    first = TODAY - timedelta(3000)
    forever = Repeat(every=Every.DAYS, n=1)
    once = [Task(title=f"{title} {day}", day=first + timedelta(day)) for day, title in words.items()]
    return [*once, *(Task(title=f"Walk forever {n}", day=first + timedelta(n), repeat=forever) for n in range(2))]


@pytest.mark.parametrize("typed", ["walk", "wa", "parcel", "parcel walk", "parcel 5", "walk 29", "forever", "wat wal"])
def test_the_newest_of_many_are_found_wherever_they_lie(database_url: str, typed: str) -> None:
    made = many_tasks()
    kept = Path(database_url.removeprefix("sqlite:///"))
    database = open_file(kept) if database_url.startswith("sqlite") else open_database(database_url)
    with database.writing(datetime(2026, 11, 22, tzinfo=UTC)) as work:
        work.put_new(Task, made)
    with database.reading() as work:
        titles = [each.title for each in find(work, typed=typed)]
    database.close()
    holding = [
        each for each in made if all(any(w.startswith(t) for w in each.title.lower().split()) for t in typed.split())
    ]
    holding.sort(key=lambda each: (each.last_day, each.day), reverse=True)
    assert titles == [each.title for each in holding[:MOST]]
