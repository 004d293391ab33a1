"""Older layouts of the tables come up to today's, and new files match what the steps build."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, event

from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import Task
from caregiver_app.storage.backups import back_up
from caregiver_app.storage.database import open_file
from caregiver_app.storage.migrations import steps
from caregiver_app.storage.tables import SCHEMA_VERSION, people
from caregiver_app.storage.word_index import matches

SCHEMAS = sorted((Path(__file__).parents[1] / "data" / "schemas").glob("*.sql"))


def layout(path: Path) -> dict[str, set[tuple[object, ...]]]:
    """Each table's columns, and each index, as SQLite sees them; the order of columns is free."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")]
        return {
            name: {row[1:4] for row in connection.execute(f"PRAGMA table_info({name})")}
            | {row[2:5] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
            | {(row[0], row[2]) for row in connection.execute(f"PRAGMA index_info({name})")}
            for name in names
        }


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A file made by today's program."""
    path = tmp_path / "new.care"
    open_file(path).close()
    return path


def test_each_released_layout_is_kept() -> None:
    assert [each.stem for each in SCHEMAS][-1] == SCHEMA_VERSION


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.stem)
def test_each_released_layout_comes_to_today_with_its_data(schema: Path, tmp_path: Path, new: Path) -> None:
    old = tmp_path / "old.care"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(schema.read_text(encoding="utf-8"))
    database = open_file(old, create=False)
    with database.reading() as work:
        assert [person.name for person in work.all(Person)] == ["Ana Lindqvist"]
        assert "Walk Biscuit" in [task.title for task in work.all(Task)]
        assert work.all(Household)[0].week_start == 0
    assert database.faults() == []
    database.close()
    assert layout(old) == layout(new)


def test_words_of_an_older_file_are_found_as_they_are_looked_up_today(tmp_path: Path) -> None:
    old = tmp_path / "old.care"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript(SCHEMAS[3].read_text(encoding="utf-8"))
        connection.execute("UPDATE people SET name = 'Łukasz Zielony'")
        connection.execute("INSERT INTO search_words SELECT 'łukasz', 'Person', id FROM people")
        connection.commit()
    database = open_file(old, create=False)
    for typed in ("lukasz", "Łukasz"):
        with database.reading() as work:
            found = work.where(Person, *matches(Person, people.c.id, typed))
        assert [each.name for each in found] == ["Łukasz Zielony"]
    database.close()


def test_the_steps_build_what_a_new_file_has(tmp_path: Path, new: Path) -> None:
    path = tmp_path / "stepped.care"
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", lambda connection, _record: setattr(connection, "isolation_level", None))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    steps.run(engine)
    engine.dispose()
    assert layout(path) == layout(new)


def test_a_backup_holds_what_was_saved_while_the_file_is_open(tmp_path: Path) -> None:
    database = open_file(tmp_path / "family.care")
    with database.writing(datetime(2026, 11, 22, tzinfo=UTC)) as work:
        work.put(Person(name="Ana"))
    back_up(tmp_path / "family.care", tmp_path / "copy.care")
    database.close()
    copy = open_file(tmp_path / "copy.care", create=False)
    with copy.reading() as work:
        assert [person.name for person in work.all(Person)] == ["Ana"]
    copy.close()
