"""Finds who paid in a line about a cost, such as “Ben paid 40 lunch” or “parking 5 Ben”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from caregiver_app.domain.people import Person, Role

_OWN = frozenset({"i", "me", "we"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPayer:
    """The line without the words about who paid. `told` is whether there were any; `payer_id` None is the caregiver."""

    rest: str
    told: bool = False
    payer_id: UUID | None = None


def read_payer(text: str, people: Iterable[Person]) -> TypedPayer:
    """Who paid, when it is somebody of `people`: “X paid …”, “… paid by X”, or the name alone at an end of the line."""
    names = _names(people)
    for pattern in _patterns([*names, *_OWN]):
        match = pattern.search(text)
        if match is not None:
            rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
            return TypedPayer(rest=rest, told=True, payer_id=names.get(match[1].casefold()))
    match = _at_an_end(names, text)
    if match is None:
        return TypedPayer(rest=text)
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    return TypedPayer(rest=rest, told=True, payer_id=names[match[1].casefold()])


def _names(people: Iterable[Person]) -> Mapping[str, UUID | None]:
    """First and whole names that name one person only."""
    found: dict[str, list[UUID | None]] = {}
    for person in people:
        mine = None if person.role is Role.CAREGIVER else person.id
        for name in {person.first_name.casefold(), " ".join(person.name.casefold().split())}:
            found.setdefault(name, []).append(mine)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1 and name}


def _one_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


def _patterns(names: list[str]) -> tuple[re.Pattern[str], ...]:
    one = _one_of(names)
    return (
        re.compile(rf"(?<![\w’'-])({one}) (?:has |had )?paid(?: for)?\b", re.IGNORECASE),
        re.compile(rf"\b(?:paid )?by ({one})(?![\w’'-])", re.IGNORECASE),
    )


def _at_an_end(names: Mapping[str, UUID | None], text: str) -> re.Match[str] | None:
    """A name alone; “to Ben” and “for Ben” are no payers."""
    if not names:
        return None
    one = _one_of(names)
    no_payer = "".join(rf"(?<!\b{word} )" for word in ("to", "for", "at", "with", "from"))
    last = re.search(rf"(?<=[\w.] ){no_payer}({one})\s*$", text, re.IGNORECASE)
    return last or re.match(rf"\s*({one})(?= +\$?[\d.])", text, re.IGNORECASE)
