"""A change in care: told before it is made, made as one step, and taken back as one."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.seasons import Season
from caregiver_app.domain.tasks import Task
from caregiver_app.services import seasons, tasks
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.ui.seasons.dialog import SeasonDialog
from tests.stage import TODAY, Stage, spin


def everything(work: UnitOfWork) -> set[object]:
    return {each for kind in (Appointment, Task) for each in work.all(kind)}


@pytest.fixture
def dialog(stage: Stage) -> SeasonDialog:
    made = SeasonDialog(stage.parts, stage.window)
    made.open()
    spin()
    return made


def words(widget: QWidget) -> str:
    from caregiver_app.ui.widgets.texts import Text

    return " ".join(each.text() for each in widget.findChildren(Text) if not each.isHidden())


def test_it_stands_in_one_quiet_place_of_the_menu(stage: Stage) -> None:
    spin()
    found = [each for each in stage.window.findChildren(QAction) if "change in care" in each.text().replace("&", "")]
    assert len(found) == 1
    found[0].trigger()
    spin()
    assert [each for each in stage.window.findChildren(SeasonDialog) if each.isVisible()]


def test_nothing_changes_until_the_button_is_pressed(stage: Stage, dialog: SeasonDialog) -> None:
    before = stage.workspace.read(everything)
    assert not dialog.change_button.isEnabled()
    assert "This is how it is now." in words(dialog)
    for season in (Season.PAUSED, Season.HOSPICE, Season.DIED):
        dialog.choices[season].click()
        spin()
        assert dialog.change_button.isEnabled()
        assert "you can undo this" in words(dialog)
    dialog.reject()
    assert stage.workspace.read(everything) == before
    assert stage.workspace.read(seasons.season).season is Season.TREATMENT


def test_what_stops_is_told_with_those_to_tell(dialog: SeasonDialog) -> None:
    dialog.choices[Season.DIED].click()
    spin()
    told = words(dialog)
    for sentence in ("We are so sorry.", "visits to come are called off", "To tell:", "All reminders are turned off."):
        assert sentence in told
    dialog.choices[Season.PAUSED].click()
    spin()
    assert "We are so sorry." not in words(dialog)


@pytest.mark.parametrize("season", [Season.PAUSED, Season.HOSPICE, Season.DIED])
def test_it_is_made_and_taken_back_as_one_step(stage: Stage, dialog: SeasonDialog, season: Season) -> None:
    before = stage.workspace.read(everything)
    dialog.choices[season].click()
    dialog.change_button.click()
    spin()
    assert stage.workspace.read(seasons.season).season is season
    assert stage.workspace.read(everything) != before
    assert stage.window.notices.text().startswith("A change in care")
    stage.parts.actions.undo()
    spin()
    assert stage.workspace.read(everything) == before
    assert stage.workspace.read(seasons.season).season is Season.TREATMENT


def test_what_ends_can_be_kept_by_taking_its_tick_off(stage: Stage, dialog: SeasonDialog) -> None:
    task = Task(title="Drive Leo to practice", day=TODAY, kind=TaskKind.RIDE)
    stage.workspace.write(partial(tasks.add, task=task, helper_id=None, now=stage.workspace.clock.now()))
    dialog.choices[Season.DIED].click()
    assert dialog.ends.isVisible() and not dialog.again.isVisible()
    count = len(dialog.ends.boxes)
    box = dialog.ends.boxes[task.id]
    assert box.isChecked()
    assert count == 2
    assert "2 tasks with Maria" in " ".join(dialog.sentences())
    box.click()
    spin()
    assert "1 task with Maria ends" in words(dialog)
    dialog.change_button.click()
    spin()
    items = stage.workspace.read(partial(tasks.plan, span=Span(TODAY, TODAY))).items()
    assert next(each for each in items if each.task.id == task.id).is_open


def test_going_back_puts_the_ticked_visits_on_again_in_the_same_step(stage: Stage, dialog: SeasonDialog) -> None:
    dialog.choices[Season.PAUSED].click()
    dialog.change_button.click()
    spin()
    paused = stage.workspace.read(everything)
    again = SeasonDialog(stage.parts, stage.window)
    again.open()
    assert not again.again.isVisible()
    again.choices[Season.TREATMENT].click()
    assert again.again.isVisible()
    first, *others = again.again.boxes
    assert others
    assert "Tue Dec" in again.again.boxes[others[0]].text()
    again.again.boxes[first].click()
    again.change_button.click()
    spin()
    visits = {each.id: each for each in stage.workspace.read(lambda work: work.all(Appointment))}
    assert not visits[first].is_planned
    assert all(visits[each].is_planned for each in others)
    stage.parts.actions.undo()
    assert stage.workspace.read(everything) == paused


def test_the_next_time_it_says_since_when(stage: Stage, dialog: SeasonDialog) -> None:
    dialog.choices[Season.PAUSED].click()
    dialog.change_button.click()
    spin()
    again = SeasonDialog(stage.parts, stage.window)
    assert again.chosen is Season.PAUSED
    assert "This is how it is since Sun Nov 22 2026." in words(again)


def test_each_visit_that_goes_off_is_named_and_can_stay_on(stage: Stage, dialog: SeasonDialog) -> None:
    dialog.choices[Season.PAUSED].click()
    spin()
    assert dialog.off.isVisible()
    first, *others = dialog.off.boxes
    assert all("Infusion" in dialog.off.boxes[each].text() for each in others)
    count = len(dialog.off.boxes)
    assert f"{count} visits to come are called off" in words(dialog)
    dialog.off.boxes[first].click()
    spin()
    assert f"{count - 1} visit" in words(dialog)
    dialog.change_button.click()
    spin()
    visits = {each.id: each for each in stage.workspace.read(lambda work: work.all(Appointment))}
    assert visits[first].is_planned
    assert not any(visits[each].is_planned for each in others)


def test_tasks_are_offered_again_when_the_season_goes_back(stage: Stage, dialog: SeasonDialog) -> None:
    dialog.choices[Season.DIED].click()
    ended = {box.text() for box in dialog.ends.boxes.values()}
    dialog.change_button.click()
    spin()
    again = SeasonDialog(stage.parts, stage.window)
    again.open()
    again.choices[Season.TREATMENT].click()
    spin()
    assert again.goes_on.isVisible()
    assert {box.text().split(":")[0] for box in again.goes_on.boxes.values()} == {each.split(":")[0] for each in ended}
    again.change_button.click()
    spin()
    sit = stage.item("Sit with Maria")
    assert sit.is_open and sit.waiting
    spoken = " ".join(word for word in again.sentences())
    assert "Who had said yes counts as asked." in spoken
