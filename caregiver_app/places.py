"""Where things are: the family's data that was asked for, and the program's own files on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

_NAME = "Caregiver Organizer"


class Source(NamedTuple):
    """Which data to open: a file, a server, or a made-up family in a throw-away file; the usual file when none is said.

    `today` stands the clock at 8:00 am of that day.
    """

    file: Path | None = None
    database: str | None = None
    demo: bool = False
    today: date | None = None


def usual_file() -> Path:
    """The family's file when no other was named, in the platform's own data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "family.care"


def log_file() -> Path:
    """Where our own bugs are written down."""
    import platformdirs

    return Path(platformdirs.user_log_dir(_NAME, appauthor=False)) / "problems.log"
