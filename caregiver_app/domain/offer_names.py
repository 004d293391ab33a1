"""Finds the name of a person in a line of an offer."""

from __future__ import annotations

import re
import unicodedata

from caregiver_app.domain import offer_words as words
from caregiver_app.domain.entries import weekdays_named

CUT = "\x1f"
_STOPS = re.compile(rf"[,;:(\n\t{CUT}]|\s[-–—/]+(?:\s|$)|—|\.(?=\s\S)")
_LONGEST_RUN = 6


def is_known(word: str) -> bool:
    """Whether a word (small letters) tells of help, days or times rather than naming somebody."""
    return (
        word in words.KINDS
        or word in words.DRIVES
        or word in words.PARTS
        or word in words.WEEKNIGHTS
        or word in words.ALWAYS
        or (len(word) > 2 and bool(weekdays_named(word)))
    )


def split_name(text: str) -> tuple[str, str, str]:
    """What stands before the name, the name, and what comes after it; three parts that are all of the text."""
    tokens = list(re.finditer(rf"[^\s{CUT}]+", text))
    first = next((n for n, token in enumerate(tokens) if not _is_lead(token[0], first=n == 0)), len(tokens))
    count = _run(text, tokens, first)
    if not count:
        first, count = _later_run(text, tokens)
    if not count:
        return "", "", text
    start, end = tokens[first].start(), tokens[first + count - 1].end()
    name = text[start:end]
    bare = name.rstrip(",;:")
    return text[:start], bare, text[end - (len(name) - len(bare)) :]


def _core(token: str) -> str:
    return token.strip('.,;:!?()[]"“”‘*•·-–—/\u200e\u200f')


def _is_lead(token: str, *, first: bool) -> bool:
    core = _core(token)
    if first and core in words.NAMES_TOO:
        return False
    if core[:1].isupper() and core.casefold() in words.KIN:
        return False
    return not any(char.isalpha() for char in core) or (core.casefold() in words.LEADS and not _ends(token))


def _ends(token: str) -> bool:
    return token[-1] in ",;:"


def _is_plain(token: str, *, first: bool) -> bool:
    """Whether a token can be a part of a name at all."""
    core = _core(token)
    if not core or not (core[0].isalpha() or core[0] in "'’") or re.search(r"[\d@]", core):
        return False
    word = core.casefold()
    if first and core in words.NAMES_TOO:
        return True
    if core[0].isupper() and word in words.PARTICLES:
        return True
    return not (is_known(word) or word in words.FILLERS or word in words.NOT_NAMES or word in words.TURNS)


def _is_named(token: str) -> bool:
    """Whether a token looks like a name: a capital first, or a script without capitals."""
    first = _core(token)[:1]
    return first.isupper() or (first.isalpha() and unicodedata.category(first) == "Lo")


def _run(text: str, tokens: list[re.Match[str]], first: int) -> int:
    """How many tokens from `first` on make a name; 0 when it is none."""
    count = 0
    for n in range(first, min(len(tokens), first + _LONGEST_RUN)):
        if n > first and _is_cut(text, tokens[n - 1], tokens[n]):
            break
        inner = n > first and _is_inner(text, tokens, n)
        if not (_is_plain(tokens[n][0], first=n == 0) or _is_particle(text, tokens, n) or inner):
            break
        count += 1
    found = [token[0] for token in tokens[first : first + count]]
    if not found or all(_is_lead(token, first=False) for token in found):
        return 0
    return _capitals(found) if _is_named(found[0]) else _small_letters(text, tokens, first, count)


def _is_particle(text: str, tokens: list[re.Match[str]], n: int) -> bool:
    """Whether a small word such as “de la” or “van der” leads on to a name."""
    for m in range(n, min(len(tokens), n + 4)):
        token = tokens[m][0]
        if m > n and (_is_cut(text, tokens[m - 1], tokens[m]) or token[0].isupper()):
            return token[0].isupper() and not _is_cut(text, tokens[m - 1], tokens[m])
        if token.casefold() not in words.PARTICLES:
            return False
    return False


def _is_inner(text: str, tokens: list[re.Match[str]], n: int) -> bool:
    """Whether a word that could mean something else belongs to a name, as in “Đặng Thu Hà” or “Văn An”."""
    core = _core(tokens[n][0])
    if not core.istitle() or n + 1 == len(tokens):
        return False
    if _is_cut(text, tokens[n], tokens[n + 1]):
        return core.casefold() in words.FILLERS
    after = tokens[n + 1][0]
    return _is_named(after) and _is_plain(after, first=False)


def _capitals(found: list[str]) -> int:
    """The name ends before the first word in small letters that no particle is."""
    count = 0
    for n, token in enumerate(found):
        if _is_named(token):
            count = n + 1
        elif token.casefold() not in words.PARTICLES:
            break
    return count


def _small_letters(text: str, tokens: list[re.Match[str]], first: int, count: int) -> int:
    """A name typed without capitals: the words up to a number, a comma or a word that tells of help; else one."""
    end = first + count
    if count <= 3 and end < len(tokens):
        core = _core(tokens[end][0]).casefold()
        if _is_cut(text, tokens[end - 1], tokens[end]) or is_known(core) or core in words.FILLERS:
            return count
    return count if count <= 2 and text[tokens[end - 1].end() :].startswith(CUT) else 1


def _is_cut(text: str, before: re.Match[str], after: re.Match[str]) -> bool:
    """Whether something stands between two tokens that ends a name."""
    if before[0][-1] in ",;:)" or after[0][0] in "(-–—/":
        return True
    if before[0][-1] == "." and len(_core(before[0])) > 1 and _core(before[0]).casefold() not in words.TITLES:
        return True
    return bool(_STOPS.search(text[before.end() : after.start()]))


def _later_run(text: str, tokens: list[re.Match[str]]) -> tuple[int, int]:
    """A name in capitals further on, as in “if you need anything call Ben”."""
    for n in range(1, len(tokens)):
        token = tokens[n][0]
        if _is_plain(token, first=False) and _core(token)[0].isupper() and len(_core(token)) > 1:
            if _core(token).casefold() in words.LEADS:
                continue
            return n, _run(text, tokens, n)
    return 0, 0
