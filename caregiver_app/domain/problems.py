"""What a person can put right: a wrong entry, trouble with a file, a change that came too late."""

from __future__ import annotations

from caregiver_app.words import tr


class InvalidEntry(Exception):
    """Something typed can't be kept as it is; `message` says what to type instead, at the field named `field`."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


class Refused(Exception):
    """Some fields can't be read; `problems` has one sentence for each."""

    def __init__(self, problems: list[InvalidEntry]) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class FileProblem(Exception):
    """Trouble from the world, such as a full disk: `what` happened, and `what_to_do` about it."""

    def __init__(self, what: str, what_to_do: str = "") -> None:
        super().__init__(f"{what} {what_to_do}".strip())
        self.what = what
        self.what_to_do = what_to_do


class StaleEdit(FileProblem):
    """The record was changed after it was read; nothing was saved over it."""


def changed_meanwhile() -> StaleEdit:
    """The refusal to save over what somebody else changed."""
    return StaleEdit(tr("This was changed in the meantime."), tr("Nothing was saved. Please look again."))
