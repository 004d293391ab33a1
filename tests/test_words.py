"""The words a person reads: plain, calm, and without those that hurt or blame."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

SOURCE = Path(__file__).parent.parent / "caregiver_app"
BANNED = re.compile(
    r"\b(?:overdue|failed to|invalid|error:|oops|patients?|fight\w*|battl\w*|survivor\w*|streaks?|click here|unassigned"
    r"|assignees?|simply|just|burdens?|inspir\w*|brave\w*)\b|!",
    re.IGNORECASE,
)
HARDEST = 8.0
HARDEST_MEDIAN = 6.0
# Names, law terms and formats that have no plainer word.
MAY_BE_HARDER = frozenset(
    {"Letters: Atkinson Hyperlegible by the Braille Institute, and DejaVu Sans. Icons: Lucide. Made with Qt."}
)


def spoken_strings() -> Iterator[tuple[str, str]]:
    """Every text given to tr() or ntr(), with the place where it stands."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"tr", "ntr"}:
                place = f"{path.relative_to(SOURCE.parent)}:{node.lineno}"
                for argument in node.args[: 1 if node.func.id == "tr" else 2]:
                    yield place, text_of(argument)


def text_of(node: ast.expr) -> str:
    """The literal text; empty for one that is not known before the program runs."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


STRINGS = list(spoken_strings())


def syllables(word: str) -> int:
    """A count of vowel groups, as the reading-grade formulas want it: a silent e at the end is none."""
    word = re.sub(r"[^a-z]", "", word.casefold())
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = word.endswith(("e", "es", "ed")) and not re.search(
        r"(?:[^aeiouy]le|[td]ed|[sxz]es|shes|ches|ges|ces)$", word
    )
    return max(1, groups - (1 if silent and groups > 1 else 0))


def grade(text: str) -> float:
    """The Flesch-Kincaid school grade of a text."""
    text = re.sub(r"\{\w+\}|Caregiver Organizer", "name", text)
    words = re.findall(r"[A-Za-z][A-Za-z’']*", text)
    sentences = max(1, len(re.findall(r"[.?!:](?:[”’)]|\s|$)", text)))
    if not words:
        return 0.0
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The cat sat on the mat.", -1.4),
        ("2 tasks still need a helper.", 0.5),
        ("The end day is before the start day. Did you mean Dec 4?", 0.0),
        ("Organizational responsibilities necessitate considerable administrative documentation.", 30.0),
    ],
)
def test_the_grade_of_known_texts(text: str, expected: float) -> None:
    assert grade(text) == pytest.approx(expected, abs=2.5) if expected < 20 else grade(text) > 20


def long_enough(text: str) -> bool:
    return len(re.findall(r"[A-Za-z]{2,}", text)) >= 6


def test_there_are_words_to_look_at() -> None:
    assert len(STRINGS) > 100


def test_every_text_is_known_before_the_program_runs() -> None:
    unknown = [place for place, text in STRINGS if not text]
    assert unknown == [], "tr() and ntr() take a plain text, filled with .format afterwards"


def test_no_sentence_is_harder_than_eighth_grade() -> None:
    hard = {
        text: (round(grade(text), 1), place)
        for place, text in STRINGS
        if long_enough(text) and text not in MAY_BE_HARDER and grade(text) > HARDEST
    }
    assert hard == {}


def test_the_whole_is_sixth_grade_at_most() -> None:
    grades = [grade(text) for _, text in STRINGS if long_enough(text)]
    assert median(grades) <= HARDEST_MEDIAN


def test_no_word_blames_or_alarms() -> None:
    found = {place: text for place, text in STRINGS if BANNED.search(text)}
    assert found == {}


def test_quotes_and_apostrophes_are_curly() -> None:
    found = {place: text for place, text in STRINGS if re.search(r"\w'\w|\"", text)}
    assert found == {}
