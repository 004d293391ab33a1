"""What a measured process says of itself: moments on the machine's steady clock, its longest stall, its memory."""

from __future__ import annotations

import json
import sys
from time import monotonic


class Marks:
    """Moments by name, printed as one line of JSON at the end."""

    def __init__(self) -> None:
        self._found: dict[str, float] = {}

    def mark(self, name: str, value: float | None = None) -> None:
        """Keep this moment, or a value measured otherwise."""
        self._found[name] = monotonic() if value is None else value

    def report(self) -> None:
        """Print everything, with the most memory that the process ever held, in bytes."""
        if sys.platform != "win32":
            import resource

            self._found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps(self._found), flush=True)
