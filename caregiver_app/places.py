"""Where the program keeps things on this computer: the family's file, the log, the cache."""

from __future__ import annotations

from pathlib import Path

_NAME = "Caregiver Organizer"


def usual_file() -> Path:
    """The family's file when no other was named, in the platform's own data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "family.care"


def log_file() -> Path:
    """Where our own bugs are written down."""
    import platformdirs

    return Path(platformdirs.user_log_dir(_NAME, appauthor=False)) / "problems.log"


def cache_folder() -> Path:
    """For things that can be made again."""
    import platformdirs

    return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))
