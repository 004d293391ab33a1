"""What board and paper show after a change of season."""

from __future__ import annotations

from functools import partial

import pytest

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.seasons import Season
from caregiver_app.services import household, printing
from caregiver_app.services.workspace import Workspace
from caregiver_app.ui.tasks.week import read_week
from tests.documents import reading
from tests.services.season_family import DAY, NOW, TODAY, fill, go, told


@pytest.fixture
def family(workspace: Workspace) -> Workspace:
    """A family in the middle of treatment."""
    return fill(workspace)


def test_no_sheet_speaks_of_what_ended_nor_asks_visitors_to_take_care(family: Workspace) -> None:
    family.write(partial(household.choose, please="Please wash your hands at the door."))
    assert {"Tea with Maria", "Please wash your hands"} <= on_the_fridge(family)
    go(family, Season.DIED)
    assert not {"Tea with Maria", "Please wash your hands"} & on_the_fridge(family)
    request = printing.Request(sheet="week", span=Span(TODAY, TODAY + 6 * DAY))
    left_out = family.read(partial(printing.prepare, request=request, at=NOW)).left_out
    assert "Please wash your hands at the door." in {each.what for each in left_out}
    go(family, Season.TREATMENT, {each.id for each in told(family, Season.TREATMENT).back_tasks})
    assert {"Tea with Maria", "Please wash your hands"} <= on_the_fridge(family)


def on_the_fridge(family: Workspace) -> set[str]:
    """Which of these words are on the week sheet."""
    request = printing.Request(sheet="week", span=Span(TODAY, TODAY + 6 * DAY))
    words = reading.words(printing.make(family.read(partial(printing.prepare, request=request, at=NOW))))
    return {each for each in ("Tea with Maria", "Please wash your hands", "Soup") if each in words}


def test_the_board_does_not_speak_of_what_ended(family: Workspace) -> None:
    before = on_the_board(family)
    go(family, Season.DIED)
    assert on_the_board(family) == before - {"Tea with Maria", "Sit with Maria"}
    go(family, Season.TREATMENT, {each.id for each in told(family, Season.TREATMENT).back_tasks})
    assert on_the_board(family) == before


def on_the_board(family: Workspace) -> set[str]:
    """What the Tasks tab shows of this week."""
    return {item.task.title for item in family.read(partial(read_week, day=TODAY)).items if not item.task.is_ride_leg}
