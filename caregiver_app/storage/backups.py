"""Copies of a whole file, taken safely while it is open."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path


def back_up(source: Path, target: Path) -> None:
    """Copy a file with all that was saved in it to `target`, for its owner's eyes only; replaces an older copy."""
    beside = target.with_name(f".{target.name}.new")
    beside.unlink(missing_ok=True)
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(beside)) as copy:
            live.backup(copy)
        for end in ("-wal", "-shm", "-journal"):  # of an older copy: they would be taken for parts of this one
            Path(f"{target}{end}").unlink(missing_ok=True)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)
