"""Finds the helper whom a line gives a task to: “Ben drives mom Thursday”, “dinner Ana wed”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from caregiver_app.domain.kind_guess import guess_kind
from caregiver_app.domain.people import Person
from caregiver_app.domain.quick_pieces import Pieces


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ALSO_WORDS = _set(
    "may will sun mark rose grace hope joy art bill rob pat sue june april august dawn drew jack dean gene ray"
)
_DOES = _set(
    "babysit bake bring buy call carry clean come cook do drive drop feed fetch fix fold get give go grab help keep"
    " make mow pay pick play prepare read run shop shovel sit stay take visit walk wash watch water"
)
# Before a name at the end these make it whom something is for or about, not who does it.
_NOT_WHO = _set(
    "with for to from at and or of about the a an my her his our their near like after before mr mrs ms dr uncle aunt"
    " call ask text email phone tell meet see visit thank pay drive take bring feed help hug invite remind pick drop"
    " watch walk wash bathe sit give let buy up off tell"
)


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    return verb, f"{verb}s", f"{verb}es", f"{stem}ing", f"{verb}{verb[-1]}ing", f"{verb}ing"


_PLAIN = {form: verb for verb in _DOES for form in _forms(verb)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A helper, and whether the line begins with them."""

    person: Person
    leads: bool


def take_who(pieces: Pieces, helpers: Sequence[Person]) -> Who | None:
    """The helper who does it, taken out of the line; of two with one name nobody."""
    for name, person in _names(helpers):
        if _takes_lead(pieces, name):
            return Who(person=person, leads=True)
    for name, person in _names(helpers):
        if _takes_end(pieces, name):
            return Who(person=person, leads=False)
    return None


def shared_name(text: str, helpers: Sequence[Person]) -> str:
    """A first name in a line that two helpers have, so that nobody can be meant for certain; else empty."""
    firsts = sorted(each.first_name.casefold() for each in helpers)
    twice = [name for name, same in groupby(firsts) if len(list(same)) > 1]
    found = (re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in twice)
    return next((match[0] for match in found if match is not None), "")


def is_name(text: str, helpers: Sequence[Person]) -> Person | None:
    """The helper whose name is all that a text says."""
    return next((person for name, person in _names(helpers) if _same(text, name)), None)


def _names(helpers: Sequence[Person]) -> list[tuple[str, Person]]:
    """What each helper is called, whole names first; a first name that two share is nobody's."""
    firsts = [each.first_name.casefold() for each in helpers]
    whole = [(each.name, each) for each in helpers if len(each.name.split()) > 1]
    alone = [(each.first_name, each) for each in helpers if firsts.count(each.first_name.casefold()) == 1]
    return [*whole, *alone]


def _same(typed: str, name: str) -> bool:
    """Whether a word is a name; one that is a plain word too only as it is written."""
    return typed == name if name.casefold() in _ALSO_WORDS else typed.casefold() == name.casefold()


def _takes_lead(pieces: Pieces, name: str) -> bool:
    """“Ben drives…”, “Ben can sit…”, “Ben: laundry”, “Ana dinner”; the verb becomes what is to be done."""
    match = re.match(rf"{re.escape(name)}(:|,)?(?= |$)( (?:can|will|could|is))?(?: (\w+))?", pieces.text, re.IGNORECASE)
    if match is None or not _same(match[0][: len(name)], name) or match[3] is None:
        return False
    verb = match[3].casefold()
    is_help = verb in _PLAIN or (not match[2] and (match[1] or guess_kind(verb) is not None))
    if not is_help:
        return False
    pieces.cut(0, match.start(3))
    pieces.text = re.sub(rf"\b{re.escape(match[3])}\b", _PLAIN.get(verb, match[3]), pieces.text, count=1)
    return True


def _takes_end(pieces: Pieces, name: str) -> bool:
    """“dinner Ana”, “pick up kids 3:15 Ben”, “laundry by Ben”."""
    pattern = rf"(?P<by>\b(?:by|from) )?(?<![\w’'-])({re.escape(name)})(?P<end>[\s\x00,.;:]*$)"
    match = re.search(pattern, pieces.text, re.IGNORECASE)
    if match is None or not _same(match[2], name):
        return False
    before = re.findall(r"[\w’'.-]+", pieces.text[: match.start()])
    if not before or (not match["by"] and before[-1].casefold().strip(".") in _NOT_WHO):
        return False
    pieces.cut(match.start(), match.end(2))
    return True
