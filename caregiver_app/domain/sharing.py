"""Guards the fridge: finds words that everyone who comes in should not read, and offers neutral ones."""

from __future__ import annotations

import re
from functools import cache

from caregiver_app.domain.calendar import When
from caregiver_app.domain.kinds import Audience, PartOfDay, TaskKind
from caregiver_app.resources import resource
from caregiver_app.words import tr

_NUMBER = r"(?<![\w/-])(?:{})(?![\w/-])"
_STREETS = "st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|court|pl|circle"
_NO_STREETS = "h|min|people|times|blocks|miles|days|weeks"
_PATTERNS = (
    rf"\b\d{{1,5}} (?!{_NO_STREETS})(?:[nsew]\.? )?(?:[^\W\d][\w’'.]* ){{1,3}}(?:{_STREETS})\b\.?",
    r"\b\d{1,5}(?:\.\d+)? ?(?:mg|mcg|ml|units?)\b",  # a dose
    r"[$€£] ?\d[\d,.]*\d|[$€£] ?\d",  # money
    r"[^\s@]+@[^\s@]+\.[^\s@]*\w",  # an email address
    _NUMBER.format(r"\d{5,}"),  # a code, an account
    _NUMBER.format(r"\(?(?:\d{3}\)?[ .-]{0,2})?\d{3}[ .-]\d{4}|\+\d[\d ().-]{6,}\d"),  # a phone
    _NUMBER.format(r"\d{3}-\d\d-\d{4}|\d{4}(?:[ -]\d{4}){2,}"),  # a card
)
_ERRANDS_OF_HEALTH = re.compile(r"\b(?:prescriptions?|pharmacy|medicines?|meds|refills?)\b", re.IGNORECASE)


def fridge_words_found(text: str) -> list[str]:
    """What in a free text should not hang on a fridge, as it stands there, each once and in order.

    Words of health, codes and keys, money, an empty house; long numbers, doses, email and street addresses.
    """
    found: dict[str, str] = {}
    for match in _guard().finditer(" ".join(text.split())):
        found.setdefault(match[0].casefold(), match[0])
    return list(found.values())


def audience_words(audience: Audience) -> str:
    """Who may see a thing on paper."""
    return {
        Audience.FRIDGE: tr("Everyone, on the fridge"),
        Audience.HELPER: tr("Only the helper’s own sheet"),
        Audience.FAMILY: tr("Only the family circle"),
        Audience.ME: tr("Only me"),
    }[audience]


def first_audience(kind: TaskKind, title: str) -> Audience:
    """Who may see a new task: what shows that she is alone, away or on medicine starts at Helper."""
    return Audience.HELPER if _ERRANDS_OF_HEALTH.search(title) else kind.audience


def guarded(words: str) -> str:
    """Words as they may leave the house; empty where they say too much."""
    return "" if fridge_words_found(words) else words.strip()


def neutral_title(kind: TaskKind, title: str, when: When) -> str:
    """Words that anyone may read, to offer as the public title; empty where the title itself will do."""
    if first_audience(kind, title) is Audience.FRIDGE and not fridge_words_found(title):
        return ""
    return neutral_words(kind, title, when)


def neutral_words(kind: TaskKind, title: str, when: When) -> str:
    """What sort of help a task asks for, in words that anyone may read, whatever its title."""
    if _ERRANDS_OF_HEALTH.search(title) and kind in (TaskKind.ERRAND, TaskKind.SHOPPING):
        return tr("Pick-up")
    return _drive_title(when.part_of_day) if kind is TaskKind.RIDE else _kind_titles()[kind]


def _kind_titles() -> dict[TaskKind, str]:
    return {
        TaskKind.MEAL: tr("Meal"),
        TaskKind.ERRAND: tr("Errand"),
        TaskKind.SHOPPING: tr("Shopping"),
        TaskKind.CHORES: tr("Help at home"),
        TaskKind.CHILDCARE: tr("Time with the kids"),
        TaskKind.PETS: tr("Pets"),
        TaskKind.STAY: tr("Visit"),
        TaskKind.CALLS: tr("Phone calls"),
        TaskKind.VISIT: tr("Visit"),
    }


def _drive_title(part: PartOfDay | None) -> str:
    titles = {
        PartOfDay.MORNING: tr("Morning drive"),
        PartOfDay.MIDDAY: tr("Midday drive"),
        PartOfDay.AFTERNOON: tr("Afternoon drive"),
        PartOfDay.EVENING: tr("Evening drive"),
    }
    return titles[part] if part is not None else tr("Drive")


@cache
def _guard() -> re.Pattern[str]:
    """One pattern for all of it, the longest phrases first."""
    lines = resource("guide/fridge_words.txt").read_text(encoding="utf-8").splitlines()
    phrases = sorted((line.strip() for line in lines if line.strip() and line[0] != "#"), key=len, reverse=True)
    words = "|".join(_phrase(phrase) for phrase in phrases)
    return re.compile("|".join((*_PATTERNS, rf"(?<!\w)(?:{words})(?!\w)")), re.IGNORECASE)


def _phrase(phrase: str) -> str:
    ending = r"[\w’'-]*" if phrase.endswith("*") else r"(?:['’]s)?"
    parts = re.split(r"[\s-]+", phrase.rstrip("*").strip())
    return r"[\s\-\u2011]?".join(re.escape(part) for part in parts) + ending
