"""A PDF is saved whole or not at all, and trouble comes in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_app.domain.problems import FileProblem
from caregiver_app.services.saving import save_file
from caregiver_app.storage.database import open_file
from tests.disks import read_only_folder, tiny_disk


def test_a_saved_file_holds_every_byte_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "Week sheet Nov 23 to 29 2026.pdf"
    path.write_bytes(b"older")
    save_file(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["Calendar Ben.ics", "Week sheet.pdf"])
def test_a_saved_file_is_for_its_owner_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"older")
    path.chmod(0o644)
    path.with_name(f".{name}.part").write_bytes(b"left by a computer that went off")
    path.with_name(f".{name}.part").chmod(0o644)
    save_file(path, b"newer")
    assert path.read_bytes() == b"newer"
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_familys_own_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "family.care"
    open_file(path).close()
    before = path.read_bytes()
    with pytest.raises(FileProblem, match=r"data is kept in family\.care"):
        save_file(path, b"%PDF")
    assert path.read_bytes() == before


def test_a_full_disk_keeps_the_older_file_and_says_so(tmp_path: Path) -> None:
    with tiny_disk(tmp_path / "tiny") as disk:
        path = disk / "week.pdf"
        path.write_bytes(b"older")
        with pytest.raises(FileProblem, match="disk is full"):
            save_file(path, b"x" * 200_000)
        assert path.read_bytes() == b"older"
        assert list(disk.iterdir()) == [path]


def test_a_read_only_folder_is_said_in_words(tmp_path: Path) -> None:
    with (
        read_only_folder(tmp_path / "locked") as folder,
        pytest.raises(FileProblem, match="can’t write to this file or its folder"),
    ):
        save_file(folder / "week.pdf", b"x")


def test_a_folder_that_is_gone_or_no_folder_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="can’t find this folder"):
        save_file(tmp_path / "gone" / "week.pdf", b"x")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileProblem, match="can’t find this folder"):
        save_file(tmp_path / "file" / "week.pdf", b"x")


def test_a_folder_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "week.pdf").mkdir()
    with pytest.raises(FileProblem, match="is a folder"):
        save_file(tmp_path / "week.pdf", b"x")
    assert list(tmp_path.iterdir()) == [tmp_path / "week.pdf"]
