"""The Self-care tab over the made-up family: three small things, somebody who stays with Maria."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import partial

from caregiver_app.domain.calendar import When
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.selfcare import CareKind, Feel, SmallThing
from caregiver_app.domain.tasks import Task
from caregiver_app.services import selfcare, tasks
from caregiver_app.ui.selfcare.page import SelfCarePage
from caregiver_app.ui.selfcare.panel import SelfCarePanel
from caregiver_app.ui.selfcare.thing_card import ThingCard
from caregiver_app.ui.widgets.buttons import Button
from tests.stage import Stage, spin

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
TUESDAY = date(2026, 11, 24)
WALK = SmallThing(title="Walk 20 min", tiny="Stand outside for two minutes", kind=CareKind.MOVE)
COFFEE = SmallThing(title="Coffee with Rosa", tiny="Send one short message", kind=CareKind.PEOPLE, minutes=60)
GROUP = SmallThing(title="Support group", kind=CareKind.GROUP, weekday=6, clock=time(19), minutes=60)


def keep(stage: Stage, *things: SmallThing) -> None:
    """Small things, as if they had been there before."""
    for thing in things:
        stage.workspace.write(partial(selfcare.save_thing, before=None, after=thing))


def stay(stage: Stage, day: date = TUESDAY, clock: time = time(14)) -> Task:
    """Ana stays with Maria for two hours."""
    task = Task(title="Sit with Maria", day=day, kind=TaskKind.STAY, when=When(clock=clock), minutes=120)
    stage.workspace.write(partial(tasks.add, task=task, helper_id=stage.person("Ana").id, now=NOW))
    return task


def feel(stage: Stage, feeling: Feel, *days: date) -> None:
    """How some days were."""
    for day in days:
        stage.workspace.write(partial(selfcare.set_feeling, day=day, feel=feeling))


def panel(stage: Stage) -> SelfCarePanel:
    """The tab in front, as the file is now."""
    stage.window.show_tab("selfcare")
    page = stage.window.page
    assert isinstance(page, SelfCarePage)
    stage.parts.actions.outdated.emit()
    spin()
    return page.panel


def card(shown: SelfCarePanel, thing: SmallThing) -> ThingCard:
    """The card of a small thing."""
    found = shown.things.card_of(thing.id)
    assert found is not None
    return found


def button(card: ThingCard, words: str) -> Button:
    """A button of a card by its words."""
    return next(each for each in card.buttons if each.text() == words)
