"""A family's data, in a file of its own or on a server: opening it, reading it, writing it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from caregiver_app.domain.problems import FileProblem
from caregiver_app.storage import files
from caregiver_app.storage.backups import back_up
from caregiver_app.storage.faults import problem_of
from caregiver_app.storage.tables import SCHEMA_VERSION, metadata, schema_version
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

BUSY_SECONDS = 5


class Database:
    """One open file or server. `path` is None for a server."""

    def __init__(self, engine: Engine, path: Path | None = None) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """A unit of work that only looks; it sees one moment and never waits for a writer."""
        with _in_words(), self._engine.connect() as connection:
            yield UnitOfWork(connection)

    @contextmanager
    def writing(self, now: datetime) -> Iterator[UnitOfWork]:
        """A unit of work that is saved as a whole at the end, or not at all."""
        with _in_words(), self._engine.execution_options(writing=True).begin() as connection:
            yield UnitOfWork(connection, now)

    def faults(self) -> list[str]:
        """What the database itself finds wrong with the file; empty when it is sound."""
        if self.path is None:
            return []
        with _in_words(), self._engine.connect() as connection:
            rows = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        return [row for row in rows if row != "ok"] + [f"{row[0]} {row[1]}" for row in loose]

    def copy_to(self, target: Path) -> None:
        """A safe copy of the file, also while it is open."""
        if self.path is None:
            raise FileProblem(
                tr("This family’s data is kept on a server."), tr("Ask the person who looks after it for a copy.")
            )
        with _in_words():
            if target.exists() and target.samefile(self.path):
                raise FileProblem(
                    tr("This is the file that is open."), tr("Choose another name or folder for the copy.")
                )
            back_up(self.path, target)

    def close(self) -> None:
        """Let go of the file or the server."""
        self._engine.dispose()


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise problem from error


def open_file(path: Path, *, create: bool = True) -> Database:
    """Open the family's file; make it, for its owner's eyes only, when it is not there and `create` allows."""
    with _in_words():
        if not path.exists():
            if not create:
                raise files.missing(path)
            files.make(path, _fill_new)
        files.refuse_foreign(path)
        files.keep_private(path)
        database = Database(_file_engine(path), path)
        return _ready(database)


def open_database(url: str) -> Database:
    """Open a family's data on a server, such as postgresql://user@host/name; tables are made when there are none."""
    with _in_words():
        database = Database(_server_engine(url))
        with database._engine.begin() as connection:
            if not inspect(connection).has_table(schema_version.name):
                _create_all(connection)
        return _ready(database)


def _ready(database: Database) -> Database:
    """The database with today's tables: stepped up when it is older, refused when it is newer."""
    try:
        with database._engine.connect() as connection:
            found = connection.scalar(select(schema_version.c.version_num))
        if found != SCHEMA_VERSION:
            from caregiver_app.storage.migrations import steps

            steps.bring_up_to_date(database._engine, database.path, found)
    except BaseException:
        database.close()
        raise
    return database


def _create_all(connection: Connection) -> None:
    from caregiver_app.storage import care_tables, leave_tables, money_tables, visit_tables  # noqa: F401  # they add their tables

    metadata.create_all(connection)
    connection.execute(insert(schema_version).values(version_num=SCHEMA_VERSION))


def _fill_new(path: Path) -> None:
    engine = _file_engine(path)
    try:
        with engine.execution_options(writing=True).begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id={files.APPLICATION_ID}")
            _create_all(connection)
    finally:
        engine.dispose()


def _file_engine(path: Path) -> Engine:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # SQLAlchemy's own BEGIN, so that making tables rolls back as well
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _server_engine(url: str) -> Engine:
    not_understood = FileProblem(
        tr("We can’t read this database address."), tr("It looks like postgresql://name@computer/family.")
    )
    try:
        address = make_url(url)
        if address.get_backend_name() != "postgresql":
            raise not_understood
        # Each transaction sees one moment; two that change the same thing at once are told apart, never mixed.
        return create_engine(
            address.set(drivername="postgresql+psycopg"), pool_pre_ping=True, isolation_level="REPEATABLE READ"
        )
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise not_understood from error
    except ModuleNotFoundError as error:
        raise FileProblem(
            tr("Sharing between computers needs one more part."),
            tr("Install the “shared” extra, then try again."),
        ) from error
