"""What can be done with people: keep them, change them, let them go without losing what they did."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry, StaleEdit
from caregiver_app.domain.tasks import Item, State, Status, Task
from caregiver_app.services import household, people, tasks
from caregiver_app.services.workspace import Workspace
from tests.services.conftest import TODAY

ANA = Person(name="Ana Lindqvist", phone="555-0142")
TOM = Person(name="tom Baker")


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A workspace with two helpers and the two people at the center."""
    center = [Person(name="Dana", role=Role.CAREGIVER), Person(name="Maria", role=Role.CARED_FOR)]
    workspace.write(partial(people.add_all, people=[TOM, ANA, *center]))
    return workspace


def _plan(workspace: Workspace, helper: Person, *titles: str) -> None:
    now = workspace.clock.now()
    for title in titles:
        task = Task(title=title, day=TODAY)
        workspace.write(partial(tasks.add, task=task, helper_id=helper.id, now=now))


def test_helpers_come_by_name_and_without_the_two_at_the_center(family: Workspace) -> None:
    assert [person.name for person in family.read(people.helpers)] == ["Ana Lindqvist", "tom Baker"]
    assert len(family.read(people.everybody)) == 4


def test_names_of_any_script_and_emoji_are_kept_as_they_are(workspace: Workspace) -> None:
    names = ["שירה לוי", "أمل", "🌻 Sunny", "Đặng Thu Hà", "Łukasz", "李小龍", "N" * 200]
    workspace.write(partial(people.add_all, people=[Person(name=name) for name in names]))
    assert {person.name for person in workspace.read(people.helpers)} == set(names)


def test_a_ten_thousand_letter_note_is_kept_whole(family: Workspace) -> None:
    note = "Likes to talk about roses. " * 370
    family.write(partial(people.save, person=replace(ANA, notes=note)))
    assert next(iter(family.read(people.helpers))).notes == note


def test_what_somebody_else_changed_about_a_person_is_not_written_over(family: Workspace) -> None:
    family.write(partial(people.save, person=replace(ANA, phone="555-0199")))
    with pytest.raises(StaleEdit, match="Ana was changed or removed"):
        family.write(partial(people.change, before=ANA, after=replace(ANA, notes="Likes roses.")))
    assert next(iter(family.read(people.helpers))).phone == "555-0199"


@pytest.mark.parametrize("email", ["ana", "ana@", "ana@home", "a b@example.com", "@example.com"])
def test_an_email_without_its_parts_is_refused_in_words(email: str) -> None:
    with pytest.raises(InvalidEntry, match="@") as refusal:
        replace(ANA, email=email)
    assert refusal.value.field == "email"


def test_away_dates_that_end_before_they_start_are_refused() -> None:
    with pytest.raises(InvalidEntry, match="before the start"):
        replace(ANA, away=(Span(TODAY, TODAY - timedelta(1)),))


def test_who_leaves_frees_what_was_promised_and_undo_brings_it_all_back(family: Workspace) -> None:
    _plan(family, ANA, "Soup")
    change = family.write(partial(people.remove, person=ANA))
    assert [person.name for person in family.read(people.helpers)] == ["tom Baker"]
    assert _states(family) == [State.NEEDS_HELPER]
    family.apply(change.inverse())
    assert ANA in family.read(people.helpers)
    assert _states(family) == [State.COVERED]


def test_who_leaves_after_helping_stays_in_the_records(family: Workspace) -> None:
    _plan(family, ANA, "Soup", "Walk the dog")
    (done, _) = _items(family)
    family.write(partial(tasks.set_status, item=done, status=Status.DONE, now=family.clock.now()))
    family.write(partial(people.remove, person=ANA))
    assert family.read(people.helpers) == [TOM]
    assert _items(family)[0].helpers == (ANA.id,)
    assert _items(family)[1].helpers == ()


def test_the_two_at_the_center_are_named_once_and_then_changed(workspace: Workspace) -> None:
    for name in ("Dana", " Dana R. "):
        workspace.write(partial(household.name_person, role=Role.CAREGIVER, name=name))
    known = [each for each in workspace.read(people.everybody) if each.role is Role.CAREGIVER]
    assert [person.name for person in known] == ["Dana R."]


def _items(workspace: Workspace) -> list[Item]:
    return workspace.read(partial(tasks.plan, span=Span(TODAY, TODAY))).items()


def _states(workspace: Workspace) -> list[State]:
    return [item.state for item in _items(workspace)]


def test_who_is_there_already_by_name_or_number(workspace: Workspace) -> None:
    ben = Person(name="Ben Okoro", phone="(555) 010-0142")
    workspace.write(partial(people.add_all, people=[ben]))
    found = {
        (name, phone): workspace.read(partial(people.alike, typed=Person(name=name, phone=phone)))
        for name in ("Ben", "Bea")
        for phone in ("555-010-0142", "555-0177", "")
    }
    assert found == {
        ("Ben", "555-010-0142"): people.Alike(person=ben, same_name=True),
        ("Ben", "555-0177"): people.Alike(person=ben, same_name=True, other_phone="555-0177"),
        ("Ben", ""): people.Alike(person=ben, same_name=True),
        ("Bea", "555-010-0142"): people.Alike(person=ben, same_name=False),
        ("Bea", "555-0177"): None,
        ("Bea", ""): None,
    }


def test_who_goes_by_a_name_already(workspace: Workspace) -> None:
    ben, ana = Person(name="Ben"), Person(name="Ana Ruiz")
    workspace.write(partial(people.add_all, people=[ben, ana]))
    alike = {name: workspace.read(partial(people.called_alike, name=name)) for name in ("ben", "Ana", "Ana Ruiz")}
    assert alike == {"ben": ben, "Ana": ana, "Ana Ruiz": ana}
    for name in ("Ben Smith", "Ana Lopez", "Rosa", ""):
        assert workspace.read(partial(people.called_alike, name=name)) is None
