"""The two at the center and the family's choices, as a person changes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from caregiver_app.domain.household import Paper
from caregiver_app.domain.people import Role
from caregiver_app.services import household
from caregiver_app.ui.calendars.zone import computer_zone
from caregiver_app.ui.people.center import CenterDialog
from caregiver_app.ui.people.household import HouseholdDialog
from caregiver_app.ui.theme import Theme
from tests import stage as stages
from tests.stage import Stage, spin


@pytest.fixture
def fresh(theme: Theme, tmp_path: Path) -> Iterator[Stage]:
    """A file after the first run in which nobody was named."""
    stage = stages.open_stage(theme, stages.file_of("welcomed", tmp_path))
    stage.show(1280, 800)
    yield stage
    stage.close()


def named(stage: Stage) -> dict[Role, str]:
    people = {role: stage.workspace.read(partial(household.person_in_role, role=role)) for role in Role}
    return {role: person.name for role, person in people.items() if person and role is not Role.HELPER}


def test_names_and_number_are_kept_and_one_undo_takes_both_back(fresh: Stage) -> None:
    dialog = CenterDialog(fresh.parts, fresh.window)
    dialog.open()
    dialog.fields["yours"].control.setText("Dana")  # type: ignore[attr-defined]
    dialog.fields["hers"].control.setText("Maria")  # type: ignore[attr-defined]
    dialog.phone.setText("555-0100")
    dialog.phone_on_paper.click()
    dialog.save_button.click()
    assert named(fresh) == {Role.CAREGIVER: "Dana", Role.CARED_FOR: "Maria"}
    dana = fresh.workspace.read(partial(household.person_in_role, role=Role.CAREGIVER))
    assert dana is not None
    assert (dana.phone, dana.phone_on_paper) == ("555-0100", True)
    fresh.parts.actions.undo()
    assert named(fresh) == {}


def test_leaving_both_empty_is_fine_and_a_number_without_a_name_asks_for_one(fresh: Stage) -> None:
    dialog = CenterDialog(fresh.parts, fresh.window)
    dialog.open()
    dialog.phone.setText("555-0100")
    dialog.save_button.click()
    assert dialog.isVisible()
    assert dialog.fields["yours"].error.text() == "Type a name, like “Ana.”"
    dialog.phone.clear()
    dialog.save_button.click()
    assert not dialog.isVisible()
    assert named(fresh) == {}


def test_the_family_s_choices_are_kept_as_one_step(stage: Stage) -> None:
    dialog = HouseholdDialog(stage.parts, stage.window)
    dialog.open()
    before = stage.workspace.read(household.household)
    dialog.week_start.choose(6)
    dialog.clock.choose(True)
    dialog.paper.choose(Paper.A4)
    dialog.large.click()
    dialog.sheet_name.setText("Team Sunflower")
    dialog.ride_times.click()
    dialog.house_notes.setPlainText("Tea: left cupboard.")
    dialog.save_button.click()
    family = stage.workspace.read(household.household)
    assert (family.week_start, family.clock24, family.paper, family.large_print) == (6, True, Paper.A4, True)
    assert (family.sheet_name, family.ride_times_on_fridge) == ("Team Sunflower", True)
    assert family.house_notes == "Tea: left cupboard."
    assert family.please == before.please
    stage.parts.actions.undo()
    assert stage.workspace.read(household.household) == before


def test_the_time_zone_is_the_computer_s_until_another_is_chosen(stage: Stage) -> None:
    stage.workspace.write(partial(household.choose, home_zone=""))
    dialog = HouseholdDialog(stage.parts, stage.window)
    assert dialog.zone.value() == computer_zone()
    words = [dialog.zone.itemText(row) for row in range(dialog.zone.count())]
    assert words[:5] == [
        "Eastern time (New York)",
        "Central time (Chicago)",
        "Mountain time (Denver)",
        "Arizona (Phoenix)",
        "Pacific time (Los Angeles)",
    ]
    assert "Lisbon, Europe" in words and len(set(words)) == len(words)
    dialog.zone.choose("America/Denver")
    assert dialog.save()
    assert stage.workspace.read(household.household).home_zone == "America/Denver"
    stage.workspace.write(partial(household.choose, home_zone="Etc/GMT-3"))  # as an old or odd computer may tell
    assert HouseholdDialog(stage.parts, stage.window).zone.value() == "Etc/GMT-3"


def test_words_that_strangers_could_read_are_pointed_out_and_long_ones_refused(stage: Stage) -> None:
    dialog = HouseholdDialog(stage.parts, stage.window)
    dialog.open()
    spin()
    dialog.please.setPlainText("The key is under the mat.")
    assert "“key”" in dialog.warning.text()
    assert dialog.warning.isVisible()
    dialog.please.setPlainText("Please wash your hands. " * 20)
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "two lines" in dialog.fields["please"].error.text()
    dialog.done(0)


def test_house_notes_are_looked_over_too_and_2000_letters_are_the_most(stage: Stage) -> None:
    dialog = HouseholdDialog(stage.parts, stage.window)
    dialog.open()
    spin()
    assert not dialog.house_warning.isVisible()
    dialog.house_notes.setPlainText("The key is under the mat.")
    assert dialog.house_warning.text() == "Every helper can read “key” and “under the mat”."
    assert dialog.house_warning.isVisible()
    dialog.house_notes.setPlainText("a" * 2001)
    dialog.save_button.click()
    assert dialog.isVisible()
    assert "2,000 letters" in dialog.fields["house_notes"].error.text()
    assert len(dialog.house_notes.toPlainText()) == 2001
    dialog.house_notes.setPlainText("a" * 2000)
    dialog.save_button.click()
    assert not dialog.isVisible()
    assert len(stage.workspace.read(household.household).house_notes) == 2000
