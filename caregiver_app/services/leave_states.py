"""What a state may offer beside FMLA leave: dated data that comes with the program, with how sure it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from caregiver_app.resources import resource


class Sure(StrEnum):
    """How sure the data is: read in a current source, read in an older or weak one, or not checked."""

    CURRENT = "A"
    OLDER = "B"
    NOT_CHECKED = "C"


class Standing(StrEnum):
    """Where a state stands on a day: it pays, it is to pay later, it lets people buy a plan, or none is known."""

    NOW = "now"
    NOT_YET = "not yet"
    VOLUNTARY = "voluntary"
    NONE = "none"


class Covers(StrEnum):
    """Whether a program covers the care of one relation: yes, yes but that is not checked, from a later day, or no."""

    YES = "yes"
    MAYBE = "maybe"
    LATER = "later"
    NOT_KNOWN = "not known"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What one state may offer on a day for the care of one relation.

    `begins` is the day benefits began or are to begin; `precision` tells how much of it is sure: day, month or year;
    `latest`: no later than that. `months` is the length of the period in which the weeks may be taken. `covers_from`
    is the day from which the relation is covered when that is later. `beside_fmla`: FMLA leave does not cover this
    relation, so time for it leaves the weeks of FMLA leave whole.
    """

    state: str
    name: str
    program: str = ""
    standing: Standing = Standing.NONE
    weeks: int = 0
    months: int = 12
    begins: date | None = None
    precision: str = "day"
    latest: bool = False
    covers: Covers = Covers.NOT_KNOWN
    covers_from: date | None = None
    beside_fmla: bool = False
    notes: tuple[str, ...] = ()
    sure: Sure = Sure.NOT_CHECKED


@cache
def _data() -> Any:
    return json.loads(resource("leave/states.json").read_text(encoding="utf-8"))


def as_of() -> date:
    """The day the data was put together."""
    return date.fromisoformat(_data()["as_of"])


def names() -> Mapping[str, str]:
    """All states by their two letters, in the order of their names."""
    found: Mapping[str, str] = _data()["names"]
    return found


def offer(state: str, day: date, *, relation: str = "", beside_fmla: bool = False) -> Offer:
    """What a state may offer on a day. `relation` is a value of `Relation`, empty when it is not known."""
    name = names().get(state, state)
    found = next((each for each in _data()["programs"] if each["state"] == state), None)
    if found is None:
        return Offer(state=state, name=name, beside_fmla=beside_fmla)
    begins = date.fromisoformat(found["since"]) if found["since"] else None
    covers, covers_from = _covers(found, relation, day, beside_fmla=beside_fmla)
    return Offer(
        state=state,
        name=name,
        program=found["program"],
        standing=_standing(found["kind"], begins, day),
        weeks=next((each["weeks"] for each in reversed(list(_in_force(found["weeks"], day)))), 0),
        months=found["months"],
        begins=begins,
        precision=found.get("since_precision", "day"),
        latest=found.get("latest", False),
        covers=covers,
        covers_from=covers_from,
        beside_fmla=beside_fmla,
        notes=tuple(each["text"] for each in _in_force(found["notes"], day)),
        sure=Sure(found["confidence"]),
    )


def _standing(kind: str, begins: date | None, day: date) -> Standing:
    if kind == "none" or begins is None:
        return Standing.NONE
    if day < begins:
        return Standing.NOT_YET
    return Standing.VOLUNTARY if kind == "voluntary" else Standing.NOW


def _in_force(rows: Iterable[Mapping[str, Any]], day: date) -> Iterable[Mapping[str, Any]]:
    """The rows that hold on a day; dates in ISO form sort as they should."""
    on = day.isoformat()
    return (row for row in rows if row.get("since", "") <= on <= row.get("until", "9999"))


def _covers(found: Mapping[str, Any], relation: str, day: date, *, beside_fmla: bool) -> tuple[Covers, date | None]:
    """Whether a relation is covered; those that FMLA leave covers are covered by every program."""
    if found["kind"] == "none":
        return Covers.NO, None
    if relation and not beside_fmla:
        return Covers.YES, None
    row = next((each for each in found["wider"] if each["relation"] == relation), None)
    if row is None:
        return (Covers.NO if relation and found.get("only_close") else Covers.NOT_KNOWN), None
    since = date.fromisoformat(row["since"]) if "since" in row else None
    if since is not None and day < since:
        return Covers.LATER, since
    return (Covers.YES if row["confidence"] == Sure.CURRENT else Covers.MAYBE), since
