"""How the small values of self-care and reminders are written inside one column, and read again."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from caregiver_app.domain.reminders import About


def pack_ids(ids: tuple[UUID, ...]) -> list[str]:
    """Ids in their order."""
    return [each.hex for each in ids]


def unpack_ids(plain: list[str]) -> tuple[UUID, ...]:
    """What `pack_ids` wrote."""
    return tuple(map(UUID, plain))


def pack_about(kinds: Iterable[About]) -> list[str]:
    """What to remind of, in a fixed order."""
    return sorted(kind.value for kind in kinds)


def unpack_about(plain: list[str]) -> frozenset[About]:
    """What `pack_about` wrote."""
    return frozenset(map(About, plain))
