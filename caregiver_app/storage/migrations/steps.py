"""Brings an older file up to today's tables: a backup first, then all steps in one transaction."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, delete

from caregiver_app.domain.problems import FileProblem
from caregiver_app.storage import care_tables, leave_tables, money_tables  # noqa: F401  # they add their tables
from caregiver_app.storage.backups import back_up
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def bring_up_to_date(engine: Engine, path: Path | None, found: str | None) -> None:
    """Run the steps that come after `found`; a version that no step knows was made by a newer program."""
    known = {step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found not in known:
        raise newer()
    if path is not None:
        back_up(path, path.with_name(f"{path.stem} before version {found}{path.suffix}"))
    run(engine)


def run(engine: Engine) -> None:
    """Run all steps that a database has not had yet, in one transaction."""
    config = _config()
    with engine.execution_options(writing=True).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _index_words(connection)


def _index_words(connection: Connection) -> None:
    """Take every word of every record into the index: an older file has none, or those of fewer kinds."""
    from caregiver_app.storage import visit_tables  # noqa: F401  # adds its kinds
    from caregiver_app.storage.word_index import SEARCHED, put_words, search_words

    connection.execute(delete(search_words))
    for kind in list(SEARCHED):
        put_words(connection, UnitOfWork(connection).all(kind))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def newer() -> FileProblem:
    """The file comes from a later version of the program."""
    return FileProblem(
        tr("This file was made by a newer version of Caregiver Organizer."),
        tr("Update the app to open it. Nothing was changed."),
    )
