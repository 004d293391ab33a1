"""The family's file: private, safe, and never mistaken for something else."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
import textwrap
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import FileProblem
from caregiver_app.storage.database import open_database, open_file

NOW = datetime(2026, 11, 22, 13, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with one person in it, closed."""
    path = tmp_path / "new folder" / "family.care"
    database = open_file(path)
    with database.writing(NOW) as work:
        work.put(Person(name="Ana"))
    database.close()
    return path


def names_in(path: Path) -> list[str]:
    """The people in a file."""
    database = open_file(path, create=False)
    try:
        with database.reading() as work:
            return [person.name for person in work.all(Person)]
    finally:
        database.close()


def sentence_when_opened(path: Path, *, create: bool = False) -> str:
    """What a person reads when the file can't be opened; the file itself must stay as it was."""
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(FileProblem) as told:
        open_file(path, create=create)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert told.value.what_to_do
    return told.value.what


def test_a_copy_is_never_put_in_the_place_of_the_open_file(file: Path) -> None:
    database = open_file(file)
    with pytest.raises(FileProblem, match="the file that is open"):
        database.copy_to(file.parent / "." / file.name)
    with database.writing(NOW) as work:
        work.put(Person(name="Ben"))
    database.close()
    assert sorted(names_in(file)) == ["Ana", "Ben"]


def test_a_copy_takes_nothing_over_from_an_older_one(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.care"
    beside = Path(f"{copy}-wal")
    for path in (copy, beside):
        path.write_bytes(b"left by an older copy")
    database = open_file(file)
    database.copy_to(copy)
    database.close()
    assert not beside.exists()
    assert names_in(copy) == ["Ana"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder private by other means")
def test_a_new_file_and_its_folder_are_for_the_owner_only(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    database = open_file(file)
    with database.writing(NOW) as work:
        work.put(Person(name="Ben"))
        assert all(stat.S_IMODE(each.stat().st_mode) == 0o600 for each in file.parent.iterdir())
    database.close()


def test_the_file_is_written_through_to_the_disk(file: Path) -> None:
    database = open_file(file)
    with database.reading() as work:
        asked = {name: work.setting(name) for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    database.close()


@pytest.mark.parametrize("name", ["100%41.care", "what?x=1.care", "Ann Lee & co.care", "日記.care", "a'b.care"])
def test_any_file_name_works(tmp_path: Path, name: str) -> None:
    open_file(tmp_path / name).close()
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_another_programs_file_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "letter.txt"
    text.write_text("Dear Ana, " * 50)
    assert "was not made by Caregiver Organizer" in sentence_when_opened(text)
    foreign = tmp_path / "photos.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")
    assert "was not made by Caregiver Organizer" in sentence_when_opened(foreign)


def test_an_empty_file_is_not_filled_in_silence(tmp_path: Path) -> None:
    empty = tmp_path / "family.care"
    empty.touch()
    assert "is empty" in sentence_when_opened(empty, create=True)


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    assert "is a folder" in sentence_when_opened(tmp_path)
    assert "can’t find the file gone.care" in sentence_when_opened(tmp_path / "gone.care")


def test_a_damaged_head_is_told_and_nothing_is_changed(file: Path) -> None:
    with file.open("r+b") as raw:
        raw.write(b"garbage garbage!")
    assert "damaged" in sentence_when_opened(file)


def test_a_damaged_middle_is_told_when_it_is_met(file: Path) -> None:
    database = open_file(file)
    with database.writing(NOW) as work:
        for number in range(500):
            work.put(Person(name=f"Person {number}", notes="words " * 100))
    database.close()
    size = file.stat().st_size
    with file.open("r+b") as raw:
        raw.seek(size // 3)
        raw.write(b"\xff" * (size // 2))
    with pytest.raises(FileProblem, match="damaged"):
        names_in(file)


@pytest.mark.parametrize(
    "harm",
    [
        "ALTER TABLE people DROP COLUMN notes",
        "DROP TABLE people",
        "UPDATE people SET role = 'nobody'",
        "UPDATE people SET away = 'not json'",
        "UPDATE people SET name = ' '",
    ],
)
def test_what_can_not_be_ours_is_told_as_damage(file: Path, harm: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(harm)
        connection.commit()
    with pytest.raises(FileProblem, match="damaged"):
        names_in(file)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder private by other means")
def test_a_file_that_came_back_open_to_all_is_closed_again(file: Path) -> None:
    file.chmod(0o644)
    assert names_in(file) == ["Ana"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_newer_file_is_refused_untouched(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert "newer version" in sentence_when_opened(file)


def test_a_full_disk_is_told_and_keeps_what_was_saved(tmp_path: Path, file: Path) -> None:
    room = tmp_path / "small disk"
    room.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", room], capture_output=True).returncode:
        pytest.skip("a small disk can only be made by root on Linux")
    try:
        path = room / "family.care"
        shutil.copy(file, path)
        database = open_file(path)
        with pytest.raises(FileProblem, match="disk is full"), database.writing(NOW) as work:
            for number in range(200):
                work.put(Person(name=f"Person {number}", notes="words " * 3000))
        database.close()
        assert names_in(path) == ["Ana"]
    finally:
        subprocess.run(["umount", "-l", room], check=True)


READ_ONLY = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path
    from datetime import UTC, datetime
    from caregiver_app.domain.people import Person
    from caregiver_app.domain.problems import FileProblem
    from caregiver_app.storage.database import open_file
    import caregiver_app.storage.faults
    from caregiver_app.words import tr
    from sqlalchemy.dialects import sqlite
    tr("Ready")  # reads what it needs while the program's own folder can still be read
    if os.getuid() == 0:
        os.setuid(65534)
    try:
        database = open_file(Path(sys.argv[1]))
        with database.writing(datetime.now(UTC)) as work:
            work.put(Person(name="Ben"))
    except FileProblem as problem:
        print(problem.what)
    """
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
@pytest.mark.parametrize("name", ["family.care", "other.care"])
def test_a_read_only_folder_is_told(file: Path, name: str) -> None:
    for folder in file.parents:
        if folder.name.startswith(("new folder", "test_", "popen-", "pytest-")):
            folder.chmod(0o755)
    file.chmod(0o644)
    file.parent.chmod(0o555)
    try:
        run = [sys.executable, "-c", READ_ONLY, str(file.parent / name)]
        told = subprocess.run(run, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    finally:
        file.parent.chmod(0o700)
    assert "We can’t write to this file or its folder." in told.stdout


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "sqlite:///x.db"])
def test_an_address_that_is_not_one_is_told(url: str) -> None:
    with pytest.raises(FileProblem, match="can’t read this database address"):
        open_database(url)


def test_a_server_that_does_not_answer_is_told() -> None:
    with pytest.raises(FileProblem, match="can’t reach"):
        open_database("postgresql://nobody@127.0.0.1:1/nothing")
