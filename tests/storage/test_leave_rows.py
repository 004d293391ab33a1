"""Time off in the few columns that count: what can’t be ours is told as damage, also where no record is made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import LeaveJob, TimeOff
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import FileProblem
from caregiver_app.storage.database import Database, open_file
from caregiver_app.storage.leave_rows import logged

SAM = Person(name="Sam Rivers", role=Role.CAREGIVER)
JOB = LeaveJob(person_id=SAM.id)
DAY = TimeOff(job_id=JOB.id, first=date(2026, 11, 9), last=date(2026, 11, 9), minutes=90, kind=LeaveKind.NOT_FMLA)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "family.care"


@pytest.fixture
def database(file: Path) -> Iterator[Database]:
    opened = open_file(file)
    with opened.writing(datetime(2026, 11, 22, tzinfo=UTC)) as work:
        for record in (SAM, JOB, DAY):
            work.put(record)
    yield opened
    opened.close()


def test_the_log_comes_as_it_was_kept(database: Database) -> None:
    with database.reading() as work:
        [found] = logged(work, JOB.id)
    assert found.entry == DAY.entry()
    assert (found.planned, found.reason) == (DAY.planned, DAY.reason)
    assert not found.kind_counts


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE time_off SET reason = 'nothing'",
        "UPDATE time_off SET last = '2026-11-01'",
        "UPDATE time_off SET minutes = 5000",
        "UPDATE time_off SET first = 'soon'",
    ],
)
def test_what_can_not_be_ours_is_told_as_damage(database: Database, file: Path, harm: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(harm)
        connection.commit()
    with database.reading() as work, pytest.raises(FileProblem, match="damaged"):
        logged(work, JOB.id)
