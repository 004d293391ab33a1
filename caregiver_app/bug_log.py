"""Writes our own bugs down where they can be found, without a word of what the family typed."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

from caregiver_app import __version__
from caregiver_app.places import log_file

LARGEST = 500_000


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened and what sort of error it was. The error's own message may hold private words: left out."""
    steps = [f"  {Path(step.filename).name}:{step.lineno} {step.name}" for step in extract_tb(trace)]
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return "\n".join([f"Caregiver Organizer {__version__}, {system}", kind.__name__, *steps])


def write_down(details: str, path: Path | None = None) -> Path | None:
    """Add it to the log, which only its owner can read; None when that can't be done."""
    path = path or log_file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if _too_large(path) else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8") as log:
            now = datetime.now(UTC)  # noqa: TID251 - the log says when; no rule reads it
            log.write(f"{now:%Y-%m-%d %H:%M:%S} UTC\n{details}\n\n")
    except OSError:
        return None
    return path


def _too_large(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > LARGEST
