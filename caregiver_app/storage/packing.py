"""How small values of the domain are written inside one column, and read again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from caregiver_app.domain.calendar import Every, Repeat, Span, When
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.people import Slot

if TYPE_CHECKING:
    from caregiver_app.domain.rides import Need


def pack_when(when: When) -> str:
    """A time of day as "", "morning" or "08:15"."""
    return when.encoded()


def unpack_when(text: str) -> When:
    """The time of day that `pack_when` wrote."""
    return When.decoded(text)


def pack_repeat(repeat: Repeat) -> dict[str, Any]:
    """A repeat as plain values."""
    return {
        "every": repeat.every.value,
        "n": repeat.n,
        "on": list(repeat.on),
        "until": repeat.until.isoformat() if repeat.until else None,
        "count": repeat.count,
    }


def unpack_repeat(plain: dict[str, Any]) -> Repeat:
    """The repeat that `pack_repeat` wrote."""
    return Repeat(
        every=Every(plain["every"]),
        n=plain["n"],
        on=tuple(plain["on"]),
        until=date.fromisoformat(plain["until"]) if plain["until"] else None,
        count=plain["count"],
    )


def pack_kinds(kinds: Iterable[TaskKind]) -> list[str]:
    """Kinds of help in a fixed order."""
    return sorted(kind.value for kind in kinds)


def unpack_kinds(plain: list[str]) -> frozenset[TaskKind]:
    """The kinds that `pack_kinds` wrote."""
    return frozenset(TaskKind(value) for value in plain)


def pack_slots(slots: Iterable[Slot]) -> list[list[Any]]:
    """Parts of weekdays in order."""
    return [[slot.weekday, slot.part.value] for slot in sorted(slots)]


def unpack_slots(plain: list[list[Any]]) -> frozenset[Slot]:
    """The parts of weekdays that `pack_slots` wrote."""
    return frozenset(Slot(weekday, PartOfDay(part)) for weekday, part in plain)


def pack_spans(spans: Iterable[Span]) -> list[list[str]]:
    """Stretches of days, first and last of each."""
    return [[span.first.isoformat(), span.last.isoformat()] for span in spans]


def unpack_spans(plain: list[list[str]]) -> tuple[Span, ...]:
    """The stretches that `pack_spans` wrote."""
    return tuple(Span(date.fromisoformat(first), date.fromisoformat(last)) for first, last in plain)


def pack_needs(needs: Iterable[Need]) -> list[str]:
    """What a rider needs, in a fixed order."""
    return sorted(need.value for need in needs)


def unpack_needs(plain: list[str]) -> frozenset[Need]:
    """The needs that `pack_needs` wrote."""
    from caregiver_app.domain.rides import Need  # no ride is on the first screen

    return frozenset(Need(value) for value in plain)
