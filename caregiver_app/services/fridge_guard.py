"""Looks over what is about to hang on the fridge, and offers a way to put right what strangers should not read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.sharing import fridge_words_found, neutral_title
from caregiver_app.domain.tasks import Task
from caregiver_app.services import tasks
from caregiver_app.services.household import household
from caregiver_app.services.sheet_rules import Request
from caregiver_app.storage.unit_of_work import UnitOfWork

PLEASE, SHEET_NAME = "please", "sheet_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class FridgeHit:
    """Words on a sheet that strangers could read.

    They stand in a task's title, or in the family's own line named by `line`. `offered` are neutral words, or none.
    """

    text: str
    words: tuple[str, ...]
    task_id: UUID | None = None
    line: str = ""
    offered: str = ""


def hits(work: UnitOfWork, request: Request) -> list[FridgeHit]:
    """What a sheet for the fridge would tell everybody who enters; each task once, in the order of the week."""
    if request.blank:
        return _of_family(work)
    planned = tasks.plan(work, request.span).items()
    shown = {item.task.id: item.task for item in planned if Audience.FRIDGE.may_see(item.task.audience)}
    found = [_of_task(task) for task in shown.values()]
    return [*_of_family(work), *(hit for hit in found if hit.words)]


def use_words(work: UnitOfWork, *, task_id: UUID, public_title: str) -> None:
    """Print other words for a task from now on; its own title stays for the caregiver."""
    work.put(replace(work.need(Task, task_id), public_title=public_title.strip()))


def keep_off(work: UnitOfWork, *, task_id: UUID) -> None:
    """Keep a task off everything that hangs on a wall; the helper who does it still sees it."""
    work.put(replace(work.need(Task, task_id), audience=Audience.HELPER))


def _of_task(task: Task) -> FridgeHit:
    offered = neutral_title(task.kind, task.title, task.when)
    return FridgeHit(
        text=task.shown_title,
        words=tuple(fridge_words_found(task.shown_title)),
        task_id=task.id,
        offered=offered if offered != task.shown_title and not fridge_words_found(offered) else "",
    )


def _of_family(work: UnitOfWork) -> list[FridgeHit]:
    family = household(work)
    lines = ((SHEET_NAME, family.sheet_name), (PLEASE, family.please))
    found = [FridgeHit(text=text, words=tuple(fridge_words_found(text)), line=line) for line, text in lines]
    return [hit for hit in found if hit.words]
