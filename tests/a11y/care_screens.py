"""The Self-care tab and its dialogs, and the change in care, over the file of the made-up family."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.seasons import Season
from caregiver_app.domain.selfcare import CareKind, CarePlan, Feel, JournalEntry, SmallThing
from caregiver_app.services import seasons, selfcare
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.ui.seasons.dialog import SeasonDialog
from caregiver_app.ui.selfcare.cover_request import request_for
from caregiver_app.ui.selfcare.help_lines import HelpLineEditor, HelpLinesDialog
from caregiver_app.ui.selfcare.journal import JournalDialog
from caregiver_app.ui.selfcare.journal_editor import JournalEditor
from caregiver_app.ui.selfcare.page import SelfCarePage
from caregiver_app.ui.selfcare.panel import SelfCarePanel
from caregiver_app.ui.selfcare.plan_editor import PlanEditor
from caregiver_app.ui.selfcare.sit_chooser import SitChooser
from caregiver_app.ui.selfcare.slots import SlotDialog
from caregiver_app.ui.selfcare.thing_editor import ThingEditor
from tests.stage import TODAY, Stage, spin

CARE, WELCOMED = "care", "welcomed"
NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)
THINGS = (
    SmallThing(title="Walk around the block", tiny="Stand outside", kind=CareKind.MOVE, weekday=6, clock=time(18)),
    SmallThing(title="Coffee with Rosa", tiny="Send one short message", kind=CareKind.PEOPLE, minutes=60),
    SmallThing(title="Support group of the clinic", kind=CareKind.GROUP, minutes=90),
)


def fill(work: UnitOfWork) -> None:
    """Three small things, one that rests, two very hard days, a journal, people to call."""
    for thing in (*THINGS, SmallThing(title="Stretch", resting=True)):
        selfcare.save_thing(work, before=None, after=thing)
    selfcare.done(work, thing=THINGS[1], week=TODAY - timedelta(6), now=NOW)
    for day in (TODAY - timedelta(1), TODAY):
        selfcare.set_feeling(work, day=day, feel=Feel.VERY_HARD)
    text = "A long evening. We sat by the window and listened to the rain. " * 5
    selfcare.save_entry(work, before=None, after=JournalEntry(day=TODAY, text=text, written_at=NOW))
    plan = CarePlan(low_signs="I skip lunch.", more_to_call="Aunt Rosa, 555-0123")
    selfcare.save_plan(work, before=CarePlan(), after=plan)


def _filled(stage: Stage) -> Stage:
    """The same, with small things where the file has none."""
    if not stage.workspace.read(selfcare.things):
        stage.workspace.write(fill)
        stage.parts.actions.outdated.emit()
    return stage


def panel(stage: Stage) -> SelfCarePanel:
    """The tab in front."""
    stage.window.show_tab("selfcare")
    page = stage.window.page
    assert isinstance(page, SelfCarePage)
    return page.panel


def _tab(stage: Stage) -> QWidget:
    panel(stage)
    return stage.window


def _slots(stage: Stage) -> QWidget:
    shown = panel(_filled(stage))
    shown.reload()
    assert shown.view is not None
    return SlotDialog(stage.parts, shown.view.week.things[0], shown.view, stage.window)


def _sit(stage: Stage) -> SitChooser:
    return SitChooser(stage.parts, request_for(stage.parts.actions, None), stage.window)


def _sit_wrong(stage: Stage) -> QWidget:
    chooser = _sit(stage)
    chooser.show()
    spin()
    chooser.day.line.setText("Nov 1")
    chooser.ask(stage.person("Ben"))
    return chooser


def _thing(known: bool, stage: Stage) -> QWidget:
    thing = _filled(stage).workspace.read(selfcare.things)[0] if known else None
    return ThingEditor(stage.parts, thing, stage.window)


def _thing_wrong(stage: Stage) -> QWidget:
    form = ThingEditor(stage.parts, None, stage.window)
    form.clock.setText("some day")
    form.minutes.setText("a while")
    form.show()
    spin()
    form.try_to_save()
    return form


def _journal(typed: str, stage: Stage) -> QWidget:
    dialog = JournalDialog(stage.parts, stage.window)
    dialog.search.setText(typed)
    return dialog


def _entry(stage: Stage) -> QWidget:
    return JournalEditor(stage.parts, _filled(stage).workspace.read(selfcare.entries)[0], stage.window)


def _help_line(stage: Stage) -> QWidget:
    return HelpLineEditor(stage.parts, stage.workspace.read(selfcare.help_lines)[1], stage.window)


def _season(season: Season, stage: Stage) -> QWidget:
    dialog = SeasonDialog(stage.parts, stage.window)
    dialog.choices[season].click()
    return dialog


def _season_back(stage: Stage) -> QWidget:
    clock = stage.workspace.clock
    pause = partial(seasons.change, season=Season.PAUSED, today=clock.today(), now=clock.now())
    stage.parts.actions.run("Pause", pause)
    return _season(Season.TREATMENT, stage)


CARE_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget], str], ...] = (
    ("self-care tab, hard days", _tab, CARE),
    ("self-care tab, empty file", _tab, WELCOMED),
    ("when a small thing fits", _slots, CARE),
    ("who could sit with her", _sit, CARE),
    ("who could sit with her, a day that is over", _sit_wrong, CARE),
    ("new small thing", partial(_thing, False), CARE),
    ("edit a small thing", partial(_thing, True), CARE),
    ("new small thing, wrong", _thing_wrong, WELCOMED),
    ("journal", partial(_journal, ""), CARE),
    ("journal, nothing found", partial(_journal, "zebra"), CARE),
    ("journal, none yet", partial(_journal, ""), WELCOMED),
    ("journal entry", _entry, CARE),
    ("people to call", lambda stage: PlanEditor(stage.parts, stage.window), CARE),
    ("help lines", lambda stage: HelpLinesDialog(stage.parts, stage.window), CARE),
    ("edit a help line", _help_line, CARE),
    ("a change in care", partial(_season, Season.PAUSED), CARE),
    ("a change in care, she has died", partial(_season, Season.DIED), CARE),
    ("a change in care, treatment again", _season_back, CARE),
)
