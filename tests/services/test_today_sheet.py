"""The Today list on paper: the day, who is needed, what comes; for the caregiver alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.tasks import Task
from caregiver_app.services import printing, tasks
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file
from tests.stage import TODAY, file_of

AT = datetime.combine(TODAY, time(8))


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Workspace]:
    """The made-up family."""
    workspace = Workspace(open_file(file_of("demo", tmp_path)), Clock(TODAY))
    yield workspace
    workspace.close()


def text_of(family: Workspace, day: date) -> str:
    request = family.read(lambda work: printing.request_for(work, "today", day))
    prepared = family.read(lambda work: printing.prepare(work, request, at=AT))
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(printing.make(prepared))).pages)


def test_the_day_is_on_it_with_what_comes_and_who_is_needed(family: Workspace) -> None:
    text = text_of(family, TODAY)
    for words in ("Sun Nov 22 2026", "Water the plants", "Tom has this one.", "Needs someone", "CT scan", "Private"):
        assert words in text


def test_what_is_still_open_is_on_the_list_of_today_alone(family: Workspace) -> None:
    family.write(partial(tasks.add, task=Task(title="Sort the mail", day=TODAY - timedelta(3)), now=family.clock.now()))
    text = text_of(family, TODAY)
    assert "Still open" in text
    assert text.index("Still open") < text.index("Thu Nov 19") < text.index("Sort the mail")
    assert "Sort the mail" not in text_of(family, TODAY + timedelta(1))


def test_each_day_has_its_month(family: Workspace) -> None:
    assert "Tue Nov 24" in text_of(family, TODAY)


def test_another_day_has_its_own(family: Workspace) -> None:
    text = text_of(family, date(2026, 11, 24))
    assert "CT scan" in text
    assert "Tue Nov 24 2026" in text


def test_an_empty_day_is_kind(tmp_path: Path) -> None:
    empty = Workspace(open_file(file_of("welcomed", tmp_path)), Clock(TODAY))
    assert "Nothing planned. That is okay." in text_of(empty, TODAY)
    empty.close()


def test_it_is_for_the_caregiver_alone() -> None:
    assert printing.SHEETS["today"].audience is Audience.ME
