"""The kind of help that a task's title speaks of, until somebody chooses one."""

from __future__ import annotations

import re
from itertools import pairwise

from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.offer_words import KIND_PHRASES, KINDS

_MORE = {
    TaskKind.MEAL: "freezer snack snacks",
    TaskKind.RIDE: "pickup appointment chemo infusion",
    TaskKind.SHOPPING: "buy",
    TaskKind.CHORES: (
        "wash dust sweep mop sheets bedding recycling plants water rake leaves fix repair change light paint tidy"
        " gutters furnace compost"
    ),
    TaskKind.CHILDCARE: "homework soccer practice playdate bedtime",
    TaskKind.PETS: "walk litter",
    TaskKind.CALLS: "call phone bill insurance email letter form",
    TaskKind.VISIT: "company tea coffee chat",
}
_WORDS = {**{word: kind for kind, words in _MORE.items() for word in words.split()}, **KINDS}
_KIN = {"mom", "mum", "mommy", "mama", "mother", "dad", "daddy", "papa", "father", "grandma", "grandpa", "granny"}
_WEAK = {"walk", "water", "change", "light", "form", "letter", "tea", "coffee", "leaves", "email"}


def guess_kind(title: str, cared_for: str = "") -> TaskKind | None:
    """What kind of task a title speaks of: its first telling word decides; None when no word tells.

    `cared_for` is what the person cared for is called, when it is known.
    """
    words = _words(title)
    for phrase, kind in KIND_PHRASES.items():
        if any(tuple(words[n : n + len(phrase)]) == phrase for n in range(len(words))):
            return kind
    telling = [word for word in words if word in _WORDS]
    strong = [word for word in telling if word not in _WEAK]
    if not strong and "walk" in telling and _is_with_somebody(words, cared_for):
        return TaskKind.VISIT
    found = strong or telling
    return _WORDS[found[0]] if found else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text.casefold())


def _is_with_somebody(words: list[str], cared_for: str) -> bool:
    """Whether a person, and not a pet, is taken along."""
    named = _KIN.union(_words(cared_for))
    return any(word in named for word in words) or any(
        (one, after) in (("with", "her"), ("with", "him"), ("with", "them")) for one, after in pairwise(words)
    )
