"""Kinds of cost as the screen offers them: all by name, and those that are offered at once."""

from __future__ import annotations

from caregiver_app.domain.category_words import category_label, hsa_words, question
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.money.categories import Category, Counts, treatment
from caregiver_app.words import tr

__all__ = ["asks", "every_kind", "found_kinds", "full_name", "kind_label", "seen_words"]


def every_kind(name: str = "") -> list[str]:
    """The keys of all kinds, by name."""
    return sorted((each.value for each in Category), key=lambda each: full_name(each, name).casefold())


def full_name(kind: str, name: str = "") -> str:
    """All that a kind is called; `name` is the person cared for."""
    return category_label(treatment(kind).category, name)


def asks(kind: str) -> str:
    """The question on which a kind hangs; empty for one that has none."""
    return question(treatment(kind).category)


def seen_words(kind: str) -> str:
    """How Schedule A and an HSA or FSA see a kind, in two sentences; empty for lost pay, which is no cost."""
    seen = treatment(kind)
    counts = {
        Counts.YES: tr("Counts on Schedule A."),
        Counts.NO: tr("Does not count on Schedule A."),
        Counts.ONLY_IF: tr("Counts on Schedule A only if the answer below is yes."),
    }
    return "" if seen.memo else f"{counts[seen.schedule_a]} {hsa_words(seen.category, seen.hsa_fsa)}"


def found_kinds(words: str, name: str = "") -> list[str]:
    """The kinds whose names have all these words, in any order."""
    wanted = words.casefold().split()
    return [
        kind
        for kind in every_kind(name)
        if all(word in f"{full_name(kind, name)} {kind_label(kind)}".casefold() for word in wanted)
    ]
