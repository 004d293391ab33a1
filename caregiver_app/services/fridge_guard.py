"""Looks over what is about to hang on the fridge, and offers a way to put right what strangers should not read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.sharing import fridge_words_found, neutral_title, neutral_words
from caregiver_app.domain.tasks import Task
from caregiver_app.services import legs, tasks
from caregiver_app.services.agenda import one_visit
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
    """Print other words for a task from now on; its own title stays for the caregiver. A ride takes its visit along."""
    task = work.need(Task, task_id)
    words = public_title.strip()
    if task.is_ride_leg and words == neutral_words(task.kind, "", task.when):
        words = ""  # each way then has the words for its own part of the day
    _change(work, task, public_title=words)


def keep_off(work: UnitOfWork, *, task_id: UUID) -> None:
    """Keep a task off everything that hangs on a wall; the helper who does it still sees it."""
    _change(work, work.need(Task, task_id), audience=Audience.HELPER)


def _change(work: UnitOfWork, task: Task, **changes: Any) -> None:
    """Change a task; a ride follows its visit, so there the visit changes with both its ways."""
    if not task.is_ride_leg or task.appointment_id is None:
        work.put(replace(task, **changes))
        return
    visit = one_visit(work, work.need(Appointment, task.appointment_id))
    appointment = replace(visit.appointment, **changes)
    work.put(appointment)
    for trip in visit.trips:
        legs.put(work, ride=trip.ride, appointment=appointment, before=trip)


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
