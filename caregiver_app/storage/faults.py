"""Trouble from the disk or the server, in words a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from caregiver_app.domain.problems import FileProblem, InvalidEntry, StaleEdit
from caregiver_app.words import tr

_MISSING = ("no such table", "no such column")  # our own words never ask for what our tables do not have


def problem_of(error: Exception) -> FileProblem | None:
    """The trouble in words; None means that it is our own bug."""
    if isinstance(error, FileProblem):
        return error
    if isinstance(error, DBAPIError):
        cause = error.orig
        if isinstance(cause, sqlite3.Error):
            return _sqlite_problem(cause)
        return _server_problem(error)
    if isinstance(error, sqlite3.Error):
        return _sqlite_problem(error)
    return _system_problem(error) if isinstance(error, OSError) else None


def disk_full() -> FileProblem:
    """There is no room left on the disk."""
    return FileProblem(
        tr("The disk is full, so this could not be saved."),
        tr("Free some space, then try again. Nothing you saved before is lost."),
    )


def read_only() -> FileProblem:
    """The file or its folder can't be written."""
    return FileProblem(
        tr("We can’t write to this file or its folder."),
        tr("It may be read-only. Choose another folder, or ask the person who looks after this computer."),
    )


def damaged() -> FileProblem:
    """The file can't be read as it should be."""
    return FileProblem(
        tr("This file is damaged, and parts of it can’t be read."),
        tr("Nothing was changed. Keep this file, and open your last backup."),
    )


@contextmanager
def sound() -> Iterator[None]:
    """Around reading: a stored value that can't be what we wrote means that the file is damaged."""
    try:
        yield
    except (ValueError, KeyError, InvalidEntry) as error:
        raise damaged() from error


def busy() -> FileProblem:
    """Another program holds the file."""
    return FileProblem(tr("Another program is using the file."), tr("Close it there, then try again."))


def at_the_same_time() -> FileProblem:
    """Two computers changed the same thing in the same moment."""
    return StaleEdit(tr("Somebody else changed this at the same moment."), tr("Nothing was saved. Please look again."))


def _sqlite_problem(error: sqlite3.Error) -> FileProblem | None:
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if str(error).startswith(_MISSING):
        code = sqlite3.SQLITE_CORRUPT
    match code:
        case sqlite3.SQLITE_FULL:
            return disk_full()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return read_only()
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy()
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damaged()
        case sqlite3.SQLITE_IOERR:
            return FileProblem(
                tr("The disk did not answer."), tr("Check that the drive is plugged in, then try again.")
            )
    return None


def _server_problem(error: DBAPIError) -> FileProblem | None:
    state = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or state is None or state[:2] in ("08", "57", "28", "3D"):
        return FileProblem(
            tr("We can’t reach the family’s shared data."),
            tr("Check that the other computer is on and the address is right, then try again."),
        )
    if state[:2] == "53":
        return disk_full()
    if state[:2] == "40" or state in ("55P03", "23505"):  # somebody else was changing, or adding, the same thing
        return at_the_same_time()
    return None


def _system_problem(error: OSError) -> FileProblem | None:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return disk_full()
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return read_only()
        case errno.ENOENT | errno.ENOTDIR:
            return FileProblem(tr("We can’t find this folder."), tr("It may be on a drive that is not plugged in."))
    return None
