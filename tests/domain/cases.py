"""Worked cases, kept as data files beside the tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Case = dict[str, Any]
DATA = Path(__file__).parent.parent / "data"


def cases(name: str) -> Any:
    """What a data file holds."""
    return json.loads((DATA / name).read_text(encoding="utf-8"))
