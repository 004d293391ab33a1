"""The list of reminders, the form of a typed one, and the choices."""

from __future__ import annotations

from datetime import time, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from caregiver_app.domain.reminders import About, Due, Later, OwnReminder, ReminderRules
from caregiver_app.domain.seasons import Season
from caregiver_app.services import reminding, seasons
from caregiver_app.services.opening import open_workspace
from caregiver_app.ui.directory import Directory
from caregiver_app.ui.people.dialog import PeopleDialog
from caregiver_app.ui.reminders import autostart
from caregiver_app.ui.reminders.card import ReminderCard
from caregiver_app.ui.reminders.choices import ReminderChoices
from caregiver_app.ui.reminders.coming import RemindersDialog
from caregiver_app.ui.reminders.own import OwnReminderEditor
from caregiver_app.ui.reminders.words import IN_FULL, desktop_words
from caregiver_app.ui.selfcare.help_lines import HelpLinesDialog
from caregiver_app.ui.widgets.buttons import PLAIN
from tests.stage import TODAY, Stage, spin


def own(stage: Stage) -> list[OwnReminder]:
    now = stage.workspace.clock.local().replace(tzinfo=None)
    return stage.workspace.read(partial(reminding.own, now=now))


def form(stage: Stage, reminder: OwnReminder | None = None, **typed: str) -> OwnReminderEditor:
    """The form with these words in it, saved."""
    editor = OwnReminderEditor(stage.parts, reminder, stage.window)
    editor.open()
    for name, control in (("text", editor.text), ("day", editor.day), ("clock", editor.clock)):
        if name in typed:
            control.setText(typed[name])
    if "often" in typed:
        editor.often.setEditText(typed["often"])
    editor.try_to_save()
    return editor


def wrong(editor: OwnReminderEditor) -> dict[str, str]:
    """What the form says is to be put right."""
    return {name: field.error.text() for name, field in editor.fields.items() if field.error.text()}


def test_a_reminder_is_typed_and_changed_and_both_can_be_undone(stage: Stage) -> None:
    form(stage, text="Water the plants", day="tomorrow", clock="9 am", often="every day")
    (kept,) = own(stage)
    assert (kept.text, kept.day, kept.clock) == ("Water the plants", TODAY + timedelta(1), time(9))
    assert kept.repeat is not None
    form(stage, kept, clock="6 pm")
    assert own(stage)[0].clock == time(18)
    stage.parts.actions.undo()
    assert own(stage) == [kept]
    stage.parts.actions.undo()
    assert not own(stage)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"day": "nov 1"}, "day"),
        ({"day": "today", "clock": "7 am"}, "clock"),
        ({"often": "every minute"}, "repeat"),
        ({"often": "4 times a day"}, "repeat"),
        ({"often": "every blue moon"}, "repeat"),
        ({"clock": "morning"}, "clock"),
        ({"clock": "25:00"}, "clock"),
        ({"day": ""}, "day"),
        ({"text": " "}, "text"),
        ({"text": "x" * 201}, "text"),
    ],
)
def test_what_can_not_be_is_told_at_its_field_and_nothing_is_lost(
    stage: Stage, typed: dict[str, str], field: str
) -> None:
    good = {"text": "Water the plants", "day": "tomorrow", "clock": "9 am", "often": "once"}
    editor = form(stage, None, **(good | typed))
    assert list(wrong(editor)) == [field]
    assert editor.isVisible() and not own(stage)
    if field != "text":
        assert editor.text.text() == "Water the plants"
    editor.done(0)


def test_the_list_has_what_waits_what_comes_and_a_typed_one_once(stage: Stage) -> None:
    form(stage, text="Water the plants", day="today", clock="9 am", often="every day")
    waits = Due(
        about=About.RIDE,
        source_id=stage.item("Walk Biscuit").task.id,
        at=stage.workspace.clock.local().replace(tzinfo=None, hour=7),
        title="At 8:00 am: Morning drive",
    )
    dialog = RemindersDialog(stage.parts, (waits,), stage.window)
    names = [dialog.list.rows.index(row).data() for row in range(dialog.list.rows.rowCount())]
    assert names[0] == "At 8:00 am: Morning drive"
    assert names.count("Water the plants") == 1
    assert len(names) > 4, "what the family's file holds comes by itself"


def test_the_list_and_the_card_call_things_by_their_own_names(stage: Stage) -> None:
    due = Due(
        about=About.TASK,
        source_id=stage.item("Walk Biscuit").task.id,
        at=stage.workspace.clock.local().replace(tzinfo=None, hour=7),
        title="Today still needs a helper: Visit",
        named="Today still needs a helper: Keep Maria company",
    )
    dialog = RemindersDialog(stage.parts, (due,), stage.window)
    assert dialog.list.rows.index(0).data() == due.named
    card = ReminderCard(stage.parts.theme)
    card.show_dues([due], due.at, clock24=False)
    assert card.title.text() == due.named
    assert "Maria" not in desktop_words([due], in_full=False)
    assert "Maria" in desktop_words([due], in_full=True)
    card.deleteLater()


def test_the_list_has_what_was_put_off_from_yesterday(stage: Stage) -> None:
    past = OwnReminder(text="Water the plants", day=TODAY - timedelta(1), clock=time(14))
    stage.workspace.write(lambda work: work.put(past))
    now = stage.workspace.clock.local().replace(tzinfo=None)
    (due,) = [
        each
        for each in stage.workspace.read(partial(reminding.dues, first=past.day, last=past.day))
        if each.about is About.OWN
    ]
    stage.workspace.write(partial(reminding.put_off, due=due, later=Later.HOUR, at=now))
    dialog = RemindersDialog(stage.parts, (), stage.window)
    names = [dialog.list.rows.index(row).data() for row in range(dialog.list.rows.rowCount())]
    assert names[0] == "Water the plants"


def test_a_typed_one_is_removed_with_undo_and_others_are_opened(stage: Stage, qtbot: QtBot) -> None:
    form(stage, text="Water the plants", day="today", clock="9 am")
    dialog = RemindersDialog(stage.parts, (), stage.window)
    dialog.open()
    dialog.list.choose_row(0)
    assert dialog.edit_button.text() == "Edit" and dialog.remove_button.isEnabled()
    dialog.remove()
    assert not own(stage)
    stage.parts.actions.undo()
    assert own(stage)
    dialog.list.choose_row(1)
    assert dialog.edit_button.text() == "Open" and not dialog.remove_button.isEnabled()
    with qtbot.waitSignal(dialog.opened):
        dialog.edit()
    assert not dialog.isVisible()


def test_one_that_is_over_can_still_be_taken_off(stage: Stage) -> None:
    past = OwnReminder(text="Long ago", day=TODAY - timedelta(9), clock=time(9))
    stage.workspace.write(lambda work: work.put(past))
    dialog = RemindersDialog(stage.parts, (), stage.window)
    row = dialog.list.rows.row_of(past.id)
    dialog.list.choose_row(row)
    dialog.remove()
    assert not own(stage)


def test_with_nothing_to_come_the_choices_are_still_there(stage: Stage) -> None:
    nothing = ReminderRules(on=frozenset())
    stage.workspace.write(partial(reminding.save_rules, before=ReminderRules(), after=nothing))
    dialog = RemindersDialog(stage.parts, (), stage.window)
    dialog.open()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Nothing to be reminded of" in said and "by themselves" not in said
    assert dialog.choices_button.isVisible() and not dialog.remove_button.isVisible()
    dialog.choices_button.click()
    choices = QApplication.activeModalWidget()
    assert isinstance(choices, ReminderChoices)
    choices.done(0)
    dialog.reject()


def test_the_family_chooses_what_and_when(stage: Stage) -> None:
    choices = ReminderChoices(stage.parts, stage.window)
    choices.open()
    assert choices.quiet_from.text() == "9:00 pm" and choices.quiet_until.text() == "8:00 am"
    choices.kinds[About.CLAIM].setChecked(False)
    choices.quiet_from.setText("10 pm")
    choices.in_full.setChecked(True)
    choices.try_to_save()
    rules = stage.workspace.read(reminding.rules)
    assert rules.on == frozenset(About) - {About.CLAIM} and rules.quiet_from == time(22)
    assert stage.parts.settings.flag(IN_FULL)
    stage.parts.actions.undo()
    assert stage.workspace.read(reminding.rules) == ReminderRules()


def test_quiet_hours_that_are_no_time_are_told(stage: Stage) -> None:
    choices = ReminderChoices(stage.parts, stage.window)
    choices.open()
    choices.quiet_until.setText("whenever")
    choices.try_to_save()
    assert choices.isVisible() and "clock" in choices.fields["quiet_until"].error.text()
    choices.done(0)


@pytest.mark.usefixtures("home")
def test_start_with_the_computer_is_off_until_it_is_chosen_and_leaves_nothing_when_turned_off(stage: Stage) -> None:
    for wanted in (True, False):
        choices = ReminderChoices(stage.parts, stage.window)
        choices.open()
        assert choices.start.isChecked() is not wanted
        choices.start.setChecked(wanted)
        choices.try_to_save()
        spin(1)
        assert autostart.is_on() is wanted
    assert not list(autostart.entry_file().parent.iterdir())


@pytest.mark.usefixtures("home")
def test_a_folder_that_can_not_be_written_is_told(stage: Stage) -> None:
    folder: Path = autostart.entry_file().parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("not a folder")
    choices = ReminderChoices(stage.parts, stage.window)
    choices.open()
    choices.start.setChecked(True)
    choices.try_to_save()
    assert choices.isVisible()
    choices.done(0)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("where", ["demo", "server"])
def test_only_a_file_of_this_computer_starts_with_it(stage: Stage, request: pytest.FixtureRequest, where: str) -> None:
    url = str(request.getfixturevalue("postgres_url")) if where == "server" else None
    other = open_workspace(database=url, demo=url is None, today=TODAY)
    stage.parts.actions.opened(other)
    spin()
    choices = ReminderChoices(stage.parts, stage.window)
    choices.open()
    assert not choices.start.isEnabled()
    assert any("a file on this computer only" in label.text() for label in choices.findChildren(QLabel))
    choices.done(0)
    autostart.turn_on(["program"])
    choices = ReminderChoices(stage.parts, stage.window)
    choices.open()
    choices.start.setChecked(False)  # what was chosen before can be taken back
    choices.try_to_save()
    assert not autostart.is_on()
    stage.parts.actions.opened(stage.workspace)  # a closed one is asked no more
    spin()
    stage.parts.background.finish()
    other.close()


def test_remove_is_as_quiet_in_every_list(stage: Stage) -> None:
    lists: list[Directory] = [
        kind(stage.parts, parent=stage.window) for kind in (RemindersDialog, PeopleDialog, HelpLinesDialog)
    ]
    assert {each.remove_button.property("kind") for each in lists} == {PLAIN}


def test_after_a_death_it_is_told_how_to_be_reminded_again(stage: Stage) -> None:
    clock = stage.workspace.clock
    dialog = RemindersDialog(stage.parts, (), stage.window)
    dialog.open()
    assert not dialog.all_off.isVisible()
    died = partial(seasons.change, season=Season.DIED, today=clock.today(), now=clock.now())
    stage.parts.actions.run("x", died)
    spin()
    assert dialog.all_off.isVisible()
    assert "Turn on any that you want" in dialog.all_off.text()
    dialog.choices_button.click()
    choices = QApplication.activeModalWidget()
    assert isinstance(choices, ReminderChoices)
    choices.kinds[About.OWN].setChecked(True)
    choices.try_to_save()
    spin()
    assert stage.workspace.read(reminding.rules).on == {About.OWN}
    assert not dialog.all_off.isVisible()
    dialog.reject()
