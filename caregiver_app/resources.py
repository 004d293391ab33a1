"""Finds the files that come with the program: from source, from a wheel, or in the frozen app."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _folder() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    beside = Path(__file__).resolve().parent.parent / "resources"
    return beside if beside.is_dir() else Path(__file__).resolve().parent / "resources"


def resource(name: str) -> Path:
    """The path of a file such as "icons/plus.svg", whether or not it is there."""
    return _folder() / name
