"""A visit as it is typed, as plain words that a file can hold, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from caregiver_app.domain.appointments import AppointmentKind
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import Leg, Need
from caregiver_app.domain.spoken import shown_day
from caregiver_app.ui.rides.draft import LegDraft, VisitDraft
from caregiver_app.words import tr

Typed = Mapping[str, object]

_KINDS: Mapping[str, type[StrEnum]] = {"kind": AppointmentKind, "audience": Audience}
_TICKS = frozenset(each.name for each in fields(LegDraft) if isinstance(each.default, bool))


def packed(draft: VisitDraft, today: date) -> dict[str, object]:
    """All that is typed. A day is kept as the one that is meant now: “tomorrow” would be another one later."""
    plain = {name: _plain(value) for name, value in vars(draft).items() if name != "legs"}
    legs = {leg.value: {name: _plain(value) for name, value in vars(way).items()} for leg, way in draft.legs.items()}
    return {**plain, "day": _lasting(draft.day, today), "legs": legs}


def changed(typed: Typed, before: Typed) -> dict[str, object]:
    """What of it was typed anew, each field of each way by itself; `before` is what stood there first."""
    anew = {name: _anew(value, before.get(name)) for name, value in typed.items() if value != before.get(name)}
    return {name: value for name, value in anew.items() if value != {}}


def _anew(value: object, first: object) -> object:
    if isinstance(value, Mapping):
        return changed(value, first if isinstance(first, Mapping) else {})
    return value


def unpacked(typed: Typed, base: VisitDraft, today: date) -> VisitDraft:
    """The form `base` with what was kept. Raises ValueError when that is nothing that was written here."""
    try:
        legs: Any = typed.get("legs", {})
        ways = {Leg(leg): replace(base.legs[Leg(leg)], **_values(way)) for leg, way in legs.items()}
        values = _values({name: value for name, value in typed.items() if name != "legs"})
        draft = replace(base, **values, legs={**base.legs, **ways})
    except (TypeError, AttributeError, RecursionError) as wrong:
        raise ValueError(*wrong.args) from wrong
    return replace(draft, day=_shown(draft.day, today))


def told(draft: VisitDraft) -> str:
    """It in a few words: what, where and when."""
    words = [draft.title.strip() or tr("A visit"), draft.place.strip(), draft.day.strip(), draft.clock.strip()]
    return ", ".join(word for word in words if word)


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, frozenset):
        return sorted(str(each) for each in value)
    return value.value if isinstance(value, StrEnum) else value


def _values(kept: Mapping[str, object]) -> dict[str, Any]:
    return {name: _read(name, value) for name, value in kept.items()}


def _read(name: str, value: object) -> object:
    """One field; what can't stand in it is refused here, before the form shows it."""
    if value is None and (name == "kind" or name.endswith("_id")):
        return None
    if isinstance(value, bool) and name in _TICKS:
        return value
    if isinstance(value, list) and name == "needs":
        return frozenset(Need(each) for each in value)
    if not isinstance(value, str) or name in _TICKS or name == "needs":
        raise ValueError(name)
    if name in _KINDS:
        return _KINDS[name](value)
    return UUID(value) if name.endswith("_id") else value


def _lasting(text: str, today: date) -> str:
    try:
        return parse_day(text, today).isoformat()
    except InvalidEntry:
        return text


def _shown(text: str, today: date) -> str:
    try:
        return shown_day(date.fromisoformat(text), today)
    except ValueError:  # it could not be read as a day when it was typed either
        return text
