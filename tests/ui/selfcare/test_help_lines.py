"""Help lines: editable, each with the day on which it was checked; the last one stays."""

from __future__ import annotations

from functools import partial

import pytest

from caregiver_app.services import selfcare
from caregiver_app.ui.selfcare.help_lines import HelpLineEditor, HelpLinesDialog
from tests.stage import TODAY, Stage, spin
from tests.ui.selfcare.caring import panel


@pytest.fixture
def lines(stage: Stage) -> HelpLinesDialog:
    return panel(stage).dialogs.help_lines()


def phones(stage: Stage) -> list[str]:
    return [line.phone for line in stage.workspace.read(selfcare.help_lines)]


def test_a_number_of_the_clinic_joins_the_three(stage: Stage, lines: HelpLinesDialog) -> None:
    form = HelpLineEditor(stage.parts, None, lines)
    form.name.setText("Clinic social worker")
    form.phone.setText("555-0155")
    form.try_to_save()
    spin()
    assert phones(stage) == ["988", "1-800-4-CANCER", "1-800-227-2345", "555-0155"]
    assert lines.list.rows.rowCount() == 4
    stage.parts.actions.undo()
    assert len(phones(stage)) == 3


def test_a_checked_day_is_kept_and_one_to_come_is_refused(stage: Stage, lines: HelpLinesDialog) -> None:
    form = HelpLineEditor(stage.parts, stage.workspace.read(selfcare.help_lines)[0], lines)
    form.checked.setText("tomorrow")
    form.try_to_save()
    assert form.fields["checked_on"].error.text() == "Type a day up to today."
    form.checked.setText("today")
    form.name.setText("")
    form.try_to_save()
    assert form.fields["name"].error.text()
    form.name.setText("988")
    form.try_to_save()
    assert stage.workspace.read(selfcare.help_lines)[0].checked_on == TODAY
    spin()
    help_words = " ".join(each.text() for each in panel(stage).help.findChildren(type(lines.heading)))
    assert "Checked on Sun Nov 22 2026" in help_words


def test_the_last_number_stays(stage: Stage, lines: HelpLinesDialog) -> None:
    for _ in range(2):
        lines.list.choose_row(0)
        lines.remove()
        spin()
    assert len(phones(stage)) == 1
    lines.remove()
    assert len(phones(stage)) == 1
    assert "Keep at least one number here" in lines.notices.text()


def test_the_usual_three_come_from_the_start(stage: Stage) -> None:
    first = stage.workspace.read(partial(selfcare.help_lines))
    assert [line.phone for line in first] == ["988", "1-800-4-CANCER", "1-800-227-2345"]
