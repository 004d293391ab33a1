"""Forgiving readers of what a person types for money, miles and a number of days. All of them are exact."""

from __future__ import annotations

import re
from decimal import Decimal

from caregiver_app.domain.entries.typed import NUMBER_WORDS, shown, tidy
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

FARTHEST_SLIDE = 366  # days
_NOTHING = {"free", "none", "nothing", "no", "zero"}
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_FRACTIONS |= {"1/2": _FRACTIONS["½"], "1/4": _FRACTIONS["¼"], "3/4": _FRACTIONS["¾"]}
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,9})?(?:\.(\d{0,9}))?"
_EARLIER = re.compile(r"^(?:back|minus|earlier)\b|\b(?:back|earlier|sooner|before|ahead)$")
_LATER = re.compile(r"^(?:by|plus|in|for)\b|\b(?:later|on|after|forward)$")


def parse_dollars(text: str, field: str = "amount") -> Decimal | None:
    """An amount of money: “12”, “12.50”, “$12”, “1,200”, “75 cents”; None when nothing was typed.

    Raises InvalidEntry at `field`.
    """
    words = _plain(text)
    if not words:
        return None
    if words in _NOTHING:
        return Decimal(0)
    cents = re.fullmatch(r"(\d{1,4}) ?(?:¢|c|ct|cents?)", words)
    if cents:
        return Decimal(cents[1]).scaleb(-2)
    number = _number(re.sub(r"^(?:\$|usd) ?| ?(?:\$|usd|dollars?|bucks?)$", "", words))
    if number is None:
        raise InvalidEntry(field, _unread_dollars(words, text))
    if -number.normalize().as_tuple().exponent > 2:  # type: ignore[operator]  # a finite number has one
        sentence = tr("“{text}” has parts of a cent. Try {near}.")
        raise InvalidEntry(field, sentence.format(text=shown(text), near=f"{number:.2f}"))
    return number


def parse_miles(text: str, field: str = "miles") -> Decimal | None:
    """A distance in miles: “24”, “24.5 mi”, “24 1/2 miles”; None when nothing was typed.

    Raises InvalidEntry at `field`.
    """
    words = _plain(text)
    if not words:
        return None
    if words in _NOTHING:
        return Decimal(0)
    if re.search(r"\d ?(?:km|kms|kilometers?|kilometres?)$", words):
        raise InvalidEntry(field, tr("Type this in miles, like 24 or 24.5. One mile is about 1.6 km."))
    number = _with_fraction(re.sub(r" ?(?:mi|mls|miles?)$", "", words))
    if number is None or -number.normalize().as_tuple().exponent > 2:  # type: ignore[operator]
        sentence = tr("We could not read “{text}” as miles. Try 24 or 24.5.")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    return number


def parse_slide(text: str, field: str = "days") -> int:
    """By how many days to move: “7”, “a week”, “2 weeks”, “-3”, “3 days earlier”. Raises InvalidEntry at `field`."""
    words = tidy(text.replace("\u2212", "-").replace("–", "-"))
    earlier = words.startswith("-") or bool(_EARLIER.search(words))
    words = _LATER.sub("", _EARLIER.sub("", words.lstrip("+-"))).strip()
    match = re.fullmatch(r"(?:(\d{1,6}|[a-z]+?) ?)??(d|days?|w|wks?|weeks?)?", words)
    count = _count(match[1] or ("1" if match[2] else "")) if match else None
    if match is None or count is None:
        sentence = tr("We could not read “{text}” as days. Try 7, “a week” or -3.")
        raise InvalidEntry(field, sentence.format(text=shown(text)) if words else _say_days())
    days = count * (7 if (match[2] or "").startswith("w") else 1)
    if not days:
        raise InvalidEntry(field, _say_days())
    if days > FARTHEST_SLIDE:
        raise InvalidEntry(field, tr("Type up to 366 days."))
    return -days if earlier else days


def parse_count(text: str, field: str = "count", most: int = 200) -> int:
    """How many: “3”, “three”, “3 more”, “3 times”. Raises InvalidEntry at `field`."""
    words = re.sub(r" (?:more|times|visits|dates)$", "", tidy(text))
    count = _count(words)
    if count is None or not 1 <= count <= most:
        raise InvalidEntry(field, tr("Type a number from 1 to {most}.").format(most=most))
    return count


def _say_days() -> str:
    return tr("Type how many days, like 7 or “a week.”")


def _plain(text: str) -> str:
    """Small letters and single spaces; commas stay, since they mean something in a number."""
    return " ".join(text.casefold().strip(" ;\u200e\u200f").rstrip(" .;").split())


def _number(words: str) -> Decimal | None:
    """A number in figures, with a comma only between thousands."""
    match = re.fullmatch(_NUMBER, words)
    if match is None or not (match[1] or match[2]):
        return None
    return Decimal(f"{(match[1] or '0').replace(',', '')}.{match[2] or '0'}")


def _with_fraction(words: str) -> Decimal | None:
    """A number that may end in a half or a quarter."""
    for sign, part in _FRACTIONS.items():
        if words.endswith(sign):
            whole = words.removesuffix(sign).strip()
            number = Decimal(whole) if whole.isdecimal() and len(whole) < 7 else None
            return part if not whole else (None if number is None else number + part)
    return _number(words)


def _count(word: str) -> int | None:
    if word.isdecimal() and len(word) < 7:
        return int(word)
    number = NUMBER_WORDS.get(word)
    return number if isinstance(number, int) else None


def _unread_dollars(words: str, text: str) -> str:
    """Why an amount can't be read, with the one that was most likely meant."""
    bare = re.sub(r"^[$ ]+|(?: ?(?:\$|dollars?))$", "", words)
    if comma := re.fullmatch(r"(\d{1,9}),(\d{1,2})", bare):
        near = f"{comma[1]}.{comma[2]:0<2}"
        sentence = tr("We could not read “{text}” as dollars. Did you mean {near}? Use a point for the cents.")
        return sentence.format(text=shown(text), near=near)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d{1,2}", bare):
        near = f"{Decimal(bare.replace('.', '').replace(',', '.')):,.2f}"
        sentence = tr("“{text}” has its comma and point the other way around. Did you mean {near}?")
        return sentence.format(text=shown(text), near=near)
    below = re.fullmatch(r"[-\u2212–] ?\$? ?([\d,.]+)|\(\$? ?([\d,.]+)\)", bare)
    if below and _number(below[1] or below[2]):
        sentence = tr("“{text}” is below zero. Did you mean {near}?")
        return sentence.format(text=shown(text), near=below[1] or below[2])
    part = _with_fraction(bare)
    if part is not None:
        sentence = tr("We could not read “{text}” as dollars. Did you mean {near}?")
        return sentence.format(text=shown(text), near=f"{part:,.2f}")
    return tr("We could not read “{text}” as dollars. Try 12 or 12.50.").format(text=shown(text))
