"""The first minutes: what was told is kept, nothing is needed for the next step, and it ends once."""

from __future__ import annotations

from functools import partial

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Task
from caregiver_app.services import household, people, welcome
from caregiver_app.services.workspace import Workspace
from tests.services.conftest import TODAY


def test_an_empty_file_is_new_and_naming_somebody_ends_that(workspace: Workspace) -> None:
    assert workspace.read(welcome.progress).is_new
    workspace.write(partial(welcome.introduce, caregiver=" Dana ", cared_for=""))
    progress = workspace.read(welcome.progress)
    assert (progress.is_new, progress.caregiver, progress.cared_for) == (False, "Dana", "")
    workspace.write(partial(welcome.introduce, caregiver="", cared_for="Maria"))
    center = {person.role: person.name for person in workspace.read(people.everybody)}
    assert center == {Role.CAREGIVER: "Dana", Role.CARED_FOR: "Maria"}


def test_the_same_helper_is_not_added_twice(workspace: Workspace) -> None:
    workspace.write(partial(people.add_all, people=[Person(name="Ana")]))
    names = ["ana", "Ben", "BEN", "Priya"]
    workspace.write(partial(welcome.add_helpers, people=[Person(name=name) for name in names]))
    assert [person.name for person in workspace.read(people.helpers)] == ["Ana", "Ben", "Priya"]


def test_each_step_counts_by_itself_and_the_three_together_are_all(workspace: Workspace) -> None:
    assert not workspace.read(welcome.progress).all_done
    workspace.write(partial(people.add_all, people=[Person(name="Ana")]))
    workspace.write(lambda work: work.put(Task(title="Soup", day=TODAY)))
    sheet = PrintedSheet(sheet="week", first_day=TODAY, printed_at=workspace.clock.now())
    assert not workspace.read(welcome.progress).all_done
    workspace.write(lambda work: work.put(sheet))
    assert workspace.read(welcome.progress).all_done


def test_a_finished_welcome_stays_finished(workspace: Workspace) -> None:
    workspace.write(welcome.finish)
    progress = workspace.read(welcome.progress)
    assert (progress.finished, progress.is_new, progress.all_done) == (True, False, True)
    assert workspace.read(household.household).welcomed
