"""Finds a choice by the letters that are typed: from the start of its name, or of any word in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from time import monotonic

WORD = re.compile(r"[^\W_]+")


def place_of(typed: str, texts: Sequence[str], at: int) -> int | None:
    """Which of the texts is meant, looking on from `at`; the start of a text goes before the start of a word."""
    wanted = typed.casefold()
    order = [(at + n) % len(texts) for n in range(len(texts))]
    for begins in (_begins, _has_word):
        found = next((place for place in order if begins(texts[place].casefold(), wanted)), None)
        if found is not None:
            return found
    return None


def _begins(text: str, wanted: str) -> bool:
    return text.startswith(wanted)


def _has_word(text: str, wanted: str) -> bool:
    return any(text.startswith(wanted, word.start()) for word in WORD.finditer(text))


class TypeAhead:
    """Letters that follow each other soon make one word; a space in it is a letter too. `pause` is in seconds."""

    def __init__(self, pause: float, now: Callable[[], float] = monotonic) -> None:
        self._pause, self._now = pause, now
        self._typed = ""
        self._last = -pause

    @property
    def is_typing(self) -> bool:
        """Whether the next letter goes on with a word."""
        return bool(self._typed) and self._now() - self._last < self._pause

    def add(self, letter: str, texts: Sequence[str], at: int) -> int | None:
        """Take one more letter; which text is meant now, from the one at `at`. The same letter again goes on."""
        self._typed = self._typed + letter if self.is_typing else letter
        self._last = self._now()
        if not texts:
            return None
        if len(set(self._typed.casefold())) == 1 and (place := place_of(letter, texts, at + 1)) is not None:
            return place
        return place_of(self._typed, texts, max(at, 0))
