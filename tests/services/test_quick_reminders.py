"""A reminder typed in one line: nothing that was typed is dropped without a word."""

from __future__ import annotations

from datetime import datetime, time
from functools import partial

import pytest

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.quick_any import understand
from caregiver_app.services.workspace import Workspace
from tests.services.conftest import TODAY

MORNING = datetime.combine(TODAY, time(8))


def told(workspace: Workspace, line: str) -> str:
    """What the line is told back as."""
    return workspace.read(partial(understand, line=line, now=MORNING)).told


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Remind me to stretch every minute", "Once a day is the most"),
        ("Remind me to drink water three times a day", "Once a day is the most"),
        ("Remind me to water the plants twice a week", "How often is that"),
        ("Remind me to stretch today 7 am", "This time is past"),
    ],
)
def test_what_can_not_be_kept_is_said_before_it_is_kept(workspace: Workspace, line: str, words: str) -> None:
    with pytest.raises(InvalidEntry, match=words):
        told(workspace, line)


def test_what_comes_again_is_told_with_its_first_day(workspace: Workspace) -> None:
    words = "A reminder: “water the plants,” every Tuesday, 9:00 am, from Tue Nov 24 on."
    assert told(workspace, "Remind me to water the plants every Tuesday") == words


def test_a_time_in_the_quiet_hours_says_when_it_shows(workspace: Workspace) -> None:
    assert "quiet hours, so it shows at" in told(workspace, "Remind me to lock the door tomorrow 11:30 pm")
    assert "quiet hours" not in told(workspace, "Remind me to call every neighbor tomorrow 10 am")
