"""What the readers of typed words share."""

from __future__ import annotations

import re

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        (
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        )
    )
} | {"a": 1, "an": 1, "half": 0.5, "half a": 0.5, "half an": 0.5}


def shown(text: str, letters: int = 30) -> str:
    """What was typed, short enough to be told back in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"


def tidy(text: str) -> str:
    """Small letters, single spaces, no commas, nothing around it."""
    return " ".join(re.sub(r"[,\s]+", " ", text.casefold().strip(" ,;\u200e\u200f").rstrip(" .,;")).split())
