"""What long work tells on its way, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.domain.problems import FileProblem
from caregiver_app.words import tr

Progress = Callable[[int, int], None]  # how much is done, of how much; it raises Stopped when the person said so


class Stopped(FileProblem):
    """The person stopped it; nothing of it is kept."""

    def __init__(self) -> None:
        super().__init__(tr("It was stopped."), tr("Nothing was changed."))


def unwatched(_done: int, _of: int) -> None:
    """For work that nobody waits for."""
