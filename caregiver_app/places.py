"""Where things are: the family's data that was asked for, and the program's own files on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from caregiver_app.words import tr

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from datetime import date

_NAME = "Caregiver Organizer"
FIRST_YEAR, LAST_YEAR = 1900, 2200  # as in the forms; the calendar itself ends soon after the year 9998


class Source(NamedTuple):
    """Which data to open: a file, a server, or a made-up family in a throw-away file; the usual file when none is said.

    `today` stands the clock at 8:00 am of that day. `in_tray` shows no window at first.
    """

    file: Path | None = None
    database: str | None = None
    demo: bool = False
    today: date | None = None
    in_tray: bool = False


def add_source(parser: ArgumentParser) -> None:
    """Let a command line say which data to open, and which day it is."""
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--file", type=Path, metavar="PATH", help=tr("the family’s file, if not the usual one"))
    which.add_argument("--database", metavar="URL", help=tr("the family’s data on a server"))
    which.add_argument("--demo", action="store_true", help=tr("a made-up family in a throw-away file"))
    parser.add_argument("--today", type=read_day, metavar="YYYY-MM-DD", help=tr("set the clock to 8:00 am of this day"))


def read_day(text: str) -> date:
    """The day that a command line names."""
    from argparse import ArgumentTypeError
    from datetime import date

    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(tr("“{text}” is not a day. Write it like 2026-11-23").format(text=text)) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ArgumentTypeError(tr("the year of “{text}” should be close to this one").format(text=text))
    return day


def usual_file() -> Path:
    """The family's file when no other was named, in the platform's own data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "family.care"


def typed_folder(database: str) -> Path:
    """Where what is typed and not saved yet waits on this computer, for data that is kept on a server."""
    from hashlib import sha256

    import platformdirs

    server = sha256(database.rpartition("@")[2].encode()).hexdigest()[:16]  # the same when a password was changed
    return Path(platformdirs.user_state_dir(_NAME, appauthor=False)) / f"typed-{server}"


def log_file() -> Path:
    """Where our own bugs are written down."""
    import platformdirs

    return Path(platformdirs.user_log_dir(_NAME, appauthor=False)) / "problems.log"
