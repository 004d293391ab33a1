"""A clinic's calendar file in the window: read beside the screen, ticked, brought in with Enter, taken back at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.household import Household
from caregiver_app.ui.rides.incoming import IncomingDialog
from caregiver_app.ui.widgets.texts import Text
from tests.stage import Stage

SAMPLES = Path(__file__).parents[2] / "data" / "ics"


@pytest.fixture(autouse=True)
def at_home(stage: Stage) -> None:
    """The family lives in New York, wherever the computer stands."""
    stage.workspace.write(lambda work: work.put(Household(home_zone="America/New_York", welcomed=True)))


def opened(stage: Stage, qtbot: QtBot, path: Path) -> IncomingDialog:
    dialog = IncomingDialog(stage.parts, path, stage.window)
    with qtbot.waitSignal(dialog.was_read):
        dialog.open()
    return dialog


def words(dialog: IncomingDialog) -> str:
    return "\n".join(text.text() for text in dialog.findChildren(Text))


def titles(stage: Stage) -> list[str]:
    found = stage.workspace.read(lambda work: work.all(Appointment))
    return [each.title for each in found if each.calendar_uid]


def test_enter_brings_in_and_one_undo_takes_it_back(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, SAMPLES / "two_events.ics")
    assert [box.text() for box, _row in dialog.boxes] == [
        "Lab: Thu Dec 17, 8:00 am, 15 min",
        "Visit with Dr. Reyes: Thu Dec 17, 9:00 am, 45 min",
    ]
    assert dialog.bring_button.text() == "Bring in 2 visits"
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert sorted(titles(stage)) == ["Lab", "Visit with Dr. Reyes"]
    assert "Bring in 2 visits" in stage.window.notices.text()
    stage.parts.actions.undo()
    assert titles(stage) == []


def test_what_goes_into_the_notes_is_seen_before(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, SAMPLES / "outlook.ics")
    assert "Be there 15 min early.\nGoes into the notes: Please come 15 minutes early. Bring your" in words(dialog)
    dialog.close()


def test_only_what_is_ticked_comes_in(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, SAMPLES / "two_events.ics")
    QTest.keyClick(dialog.boxes[0][0], Qt.Key.Key_Space)
    assert dialog.bring_button.text() == "Bring in 1 visit"
    dialog.bring_in()
    assert titles(stage) == ["Visit with Dr. Reyes"]
    again = opened(stage, qtbot, SAMPLES / "two_events.ics")
    assert [row.title for _box, row in again.boxes] == ["Lab: Thu Dec 17, 8:00 am, 15 min"]
    assert "You have it already." in words(again)
    again.close()


def test_a_series_is_one_tick_and_days_that_are_over_are_another(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, SAMPLES / "apple_series.ics")
    assert [(row.title, box.isChecked()) for box, row in dialog.boxes] == [
        ("Infusion: 2 dates, Dec 9, Dec 30, 9:00 am", True),
        ("Infusion: 2 dates, Oct 28, Nov 20", False),
    ]
    assert dialog.rides_box is not None
    dialog.rides_box.setChecked(True)
    dialog.bring_in()
    assert len(titles(stage)) == 2


def test_what_stays_out_says_why(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, SAMPLES / "broken_parts.ics")
    assert "It has no date." in words(dialog)
    assert "Its date can’t be read" in words(dialog)
    assert dialog.bring_button.text() == "Bring in 2 visits"
    dialog.close()


@pytest.mark.parametrize(
    ("name", "why"),
    [("web_page.ics", "This is a web page"), ("missing.ics", "can’t be opened"), ("empty.ics", "empty")],
)
def test_a_file_with_nothing_in_it_says_why(stage: Stage, qtbot: QtBot, name: str, why: str) -> None:
    dialog = opened(stage, qtbot, SAMPLES / name)
    assert why in words(dialog)
    assert dialog.bring_button.isHidden()
    assert dialog.cancel_button.text() == "Close"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert titles(stage) == []


def test_a_dialog_closed_early_forgets_the_file(stage: Stage, qtbot: QtBot) -> None:
    dialog = IncomingDialog(stage.parts, SAMPLES / "without_end.ics", stage.window)
    dialog.open()
    dialog.reject()
    stage.parts.background.finish()
    qtbot.wait(0)
    assert titles(stage) == []


def test_a_file_that_ends_the_reader_itself_is_told(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:  # our own fault is still told as such to those who look after it
        dialog = opened(stage, qtbot, Path("no such\0name.ics"))
        qtbot.waitUntil(lambda: bool(raised))
    assert "This file can’t be read." in words(dialog)
    assert dialog.bring_button.isHidden()
    assert dialog.cancel_button.text() == "Close"
    dialog.close()


def test_dates_of_years_to_come_tell_their_year_and_the_dialog_is_tall_enough(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot, SAMPLES / "far_ahead.ics")
    yearly = next(row.title for _box, row in dialog.boxes if row.title.startswith("Yearly check"))
    assert yearly == "Yearly check: 4 dates, Dec 1, Dec 1 2027, Dec 1 2028, Dec 1 2029, 9:00 am"
    assert dialog.height() > 400
    dialog.close()
