"""What was half typed does not lie on the disk for ever: opening the file deletes what nobody will go on with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

import pytest

from caregiver_app.domain.appointments import Appointment
from caregiver_app.services import appointments, half_typed
from caregiver_app.services.tasks import Scope
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_file

TODAY = date(2026, 11, 22)
SCAN = Appointment(title="Scan", day=date(2026, 12, 1))
NEW = half_typed.form_of(None)
OLD, YOUNG = 31, 29


@pytest.fixture
def family(tmp_path: Path) -> Iterator[Workspace]:
    """A file on this computer with one visit."""
    opened = Workspace(open_file(tmp_path / "family.care"), Clock(TODAY))
    opened.write(partial(appointments.add, appointment=SCAN, now=opened.clock.now()))
    yield opened
    opened.close()


def kept(family: Workspace, name: str, *, days: int = 0, folder: Path | None = None) -> Path:
    """What a form held, so many days ago."""
    folder = folder or family.half_typed_in
    assert folder is not None
    half_typed.keep(folder, name, {"notes": "Ask about the port"})
    return aged(family, folder / f"{name}.json", days)


def aged(family: Workspace, path: Path, days: int) -> Path:
    at = (family.clock.now() - timedelta(days)).timestamp()
    os.utime(path, (at, at))
    return path


def test_after_thirty_days_it_is_gone(family: Workspace) -> None:
    old, young = kept(family, f"{NEW}.1", days=OLD), kept(family, f"{NEW}.2", days=YOUNG)
    half_typed.clean_up(family)
    assert not old.exists()
    assert young.exists()
    assert [each.at for each in half_typed.kept(family.half_typed_in, NEW)] == [
        family.clock.now() - timedelta(days=YOUNG)
    ]


def test_a_change_of_a_visit_goes_with_the_visit(family: Workspace) -> None:
    change = kept(family, f"{half_typed.form_of(SCAN.id)}.1")
    foreign, new = kept(family, f"{half_typed.form_of(uuid4())}.1"), kept(family, f"{NEW}.1")
    half_typed.clean_up(family)
    assert change.exists() and new.exists()
    assert not foreign.exists(), "no visit of this file"
    family.write(partial(appointments.remove, appointment=SCAN, scope=Scope.ONE))
    half_typed.clean_up(family)
    assert not change.exists()
    assert new.exists()


def test_a_piece_of_a_power_cut_goes_and_the_empty_folder_with_it(family: Workspace) -> None:
    piece = kept(family, f"{NEW}.1")
    piece = piece.rename(piece.with_name(f".{piece.name}.part"))
    half_typed.clean_up(family)
    assert not piece.parent.exists()


def test_what_a_renamed_file_left_goes_when_it_is_old(family: Workspace, tmp_path: Path) -> None:
    before, other = tmp_path / ".before.care.typed", tmp_path / ".other.care.typed"
    (tmp_path / "other.care").touch()
    old, young = kept(family, f"{NEW}.1", days=OLD, folder=before), kept(family, f"{NEW}.2", days=1, folder=before)
    theirs = kept(family, f"{NEW}.1", days=OLD, folder=other)
    half_typed.clean_up(family)
    assert not old.exists()
    assert young.exists()
    assert theirs.exists(), "that file is there and looks after its own"
    aged(family, young, OLD)
    half_typed.clean_up(family)
    assert not before.exists()


def test_where_nothing_is_kept_there_is_nothing_to_do(family: Workspace) -> None:
    half_typed.clean_up(family)
    assert family.half_typed_in is not None and not family.half_typed_in.exists()
