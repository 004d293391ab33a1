"""Records, and what changed about them: the values that travel between all layers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import TypeVar
from uuid import UUID, uuid4

from caregiver_app.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something the family keeps. Frozen: a change is a new record with the same id."""

    id: UUID = field(default_factory=uuid4)


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after a change; None stands for "not there"."""

    before: Record | None
    after: Record | None

    @property
    def kind(self) -> type[Record]:
        """The kind of record that was edited."""
        return type(self.after if self.after is not None else self.before)  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Everything that one action changed, in the order it happened."""

    edits: tuple[Edit, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edits)

    def inverse(self) -> ChangeSet:
        """The changes that take all of this back."""
        return ChangeSet(tuple(Edit(edit.after, edit.before) for edit in reversed(self.edits)))

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether any record of these kinds is in it."""
        return any(issubclass(edit.kind, kinds) for edit in self.edits)

    def of(self, kind: type[R]) -> Iterator[tuple[R | None, R | None]]:
        """Before and after of each edit of one kind."""
        for edit in self.edits:
            if edit.kind is kind:
                yield edit.before, edit.after  # type: ignore[misc]
