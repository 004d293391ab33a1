"""What hangs on the fridge is looked over first, and each find can be put right on the spot."""

from __future__ import annotations

from functools import partial

from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.tasks import Task
from caregiver_app.services import fridge_guard, household, printing, tasks
from caregiver_app.services.fridge_guard import FridgeHit
from caregiver_app.services.workspace import Workspace
from tests.services.conftest import TODAY

CHEMO = Task(title="Drive to chemo", kind=TaskKind.RIDE, day=TODAY, audience=Audience.FRIDGE)
SOUP = Task(title="Soup for Monday", kind=TaskKind.MEAL, day=TODAY)
HIDDEN = Task(title="Talk about hospice", kind=TaskKind.CALLS, day=TODAY, audience=Audience.ME)


def _hits(workspace: Workspace) -> list[FridgeHit]:
    request = workspace.read(partial(printing.request_for, sheet="week", day=TODAY))
    return workspace.read(partial(fridge_guard.hits, request=request))


def test_only_what_the_fridge_would_show_is_found_with_neutral_words_to_use(workspace: Workspace) -> None:
    workspace.write(partial(tasks.add_all, tasks=[CHEMO, SOUP, HIDDEN]))
    (hit,) = _hits(workspace)
    assert (hit.task_id, hit.words, hit.offered) == (CHEMO.id, ("chemo",), "Drive")


def test_other_words_or_keeping_it_off_the_fridge_puts_it_right(workspace: Workspace) -> None:
    workspace.write(partial(tasks.add_all, tasks=[CHEMO]))
    changes = workspace.write(partial(fridge_guard.use_words, task_id=CHEMO.id, public_title="Morning drive"))
    assert _hits(workspace) == []
    workspace.apply(changes.inverse())
    assert len(_hits(workspace)) == 1
    workspace.write(partial(fridge_guard.keep_off, task_id=CHEMO.id))
    assert _hits(workspace) == []


def test_the_family_s_own_lines_are_looked_over_too(workspace: Workspace) -> None:
    workspace.write(partial(household.choose, please="The key is under the mat.", sheet_name="Team Maria"))
    (hit,) = _hits(workspace)
    assert (hit.line, hit.text) == (fridge_guard.PLEASE, "The key is under the mat.")
