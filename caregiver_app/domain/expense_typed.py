"""Reads a cost out of one line, such as “parking 12.50 yesterday” or “miles 42 to Lakeside on 3/4”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caregiver_app.domain.cost_guess import guess_kind
from caregiver_app.domain.entries import parse_dollars, parse_miles
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.expense_day_typed import past_day
from caregiver_app.domain.expenses import MOST_NIGHTS, MOST_PEOPLE, PaidHow
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.money.dollars import ZERO
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.words import tr

_SIGNS = " ,;:.()"
_CUT = "\x00"  # where something was taken out of the line
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = rf"(\d{{1,4}}|an?|{'|'.join(_WORDS)})"
_NUMBER = r"(\d[\d,]*(?:\.\d+)?(?: \d/\d| ?[½¼¾])?|\.\d+|[½¼¾])"
_MILES = re.compile(rf"(?<![\w$.,/-]){_NUMBER} ?(mi|mls|miles?|km|kms|kilomet(?:er|re)s?)\b\.?", re.IGNORECASE)
_MILES_FIRST = re.compile(rf"\b(?:miles?|mileage|drove|driven)[: ] ?{_NUMBER}(?![\w.,/]*[/\w])", re.IGNORECASE)
_EACH_WAY = re.compile(r"\b(?:each|one) way\b|\bone-way\b", re.IGNORECASE)
_BOTH_WAYS = re.compile(r"\b(?:there and back|round[ -]?trip|both ways|return trip|and back)\b", re.IGNORECASE)
_NIGHTS = re.compile(rf"(?:\bfor )?(?<![\w$.,-]){_COUNT} nights?\b", re.IGNORECASE)
_PEOPLE = re.compile(
    rf"(?:\bfor )?(?:the )?(?<![\w$.,-]){_COUNT} (?:people|persons?|guests?|adults?|of us)\b",
    re.IGNORECASE,
)
_A_NIGHT = re.compile(r"(?<=\d) ?(?:/ ?|a |per |each )night\b", re.IGNORECASE)
_HOW = {
    "cash": PaidHow.CASH,
    "check": PaidHow.CHECK,
    "credit card": PaidHow.CARD,
    "debit card": PaidHow.CARD,
    "card": PaidHow.CARD,
    "online": PaidHow.ONLINE,
    "hsa": PaidHow.HSA,
    "fsa": PaidHow.FSA,
    "hsa card": PaidHow.HSA,
    "fsa card": PaidHow.FSA,
}
_PAID = re.compile(
    r"\b(?:paid )?(?:by|with|in|from|on) (?:my |the |a |our |her |his )?"
    r"(cash|check|credit card|debit card|card|hsa card|fsa card|hsa|fsa)\b|\b(?:paid )?(cash|online|hsa|fsa)(?= *$)",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"(?<![^\s\x00(])(?:usd ?)?[-\u2212–(]*[$€£]? ?[-\u2212–]?(?:\d[\d.,]*(?: ?[½¼¾])?|\.\d+)"
    r"(?: ?(?:\$|¢|cents?\b|ct\b|dollars?\b|bucks?\b|usd\b))?\)?(?=[,;:.)]*(?:[\s\x00]|$)| ?/ ?night)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[$¢€£]|cent|ct|dollar|buck|usd|\.\d\d?(?!\d)", re.IGNORECASE)
_SPELLED = re.compile(rf"\b({'|'.join(_WORDS)}) (?:dollars?|bucks?)\b", re.IGNORECASE)
_FREE = re.compile(r"\b(?:for free|free|no charge|no cost)\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?:\bat |@ ?)?\b(\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d)", re.IGNORECASE)
_UNSURE = re.compile(r"(?<![^\s\x00])(\$?\d+) ([13]/[24])(?![/\w])")
_LEADING = re.compile(
    r"^(?:(?:at|home to|to|from|@|in|on|the|a|of|and|was|paid|spent|bought|got|-|–)(?: |$))+", re.IGNORECASE
)
_TRAILING = re.compile(r"(?:(?:^| )(?:at|to|from|for|@|in|on|the|a|of|and|was|paid|-|–))+$", re.IGNORECASE)


_WHAT_FOR = re.compile(r"(.*?)(?: (for|with) (.*))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCost:
    """What was read of one line; None or empty is “not told”. `amount` is dollars of all, `miles` those of the trip.

    `kind` is the key of a category. `payee` holds the words left over, on a trip those for where it went; `note` what
    it was for.
    """

    kind: str | None = None
    amount: Decimal | None = None
    miles: Decimal | None = None
    day: date | None = None
    nights: int | None = None
    people: int | None = None
    paid_how: PaidHow | None = None
    payee: str = ""
    note: str = ""


class _Line:
    """A line from which piece after piece is taken."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.replace(_CUT, " ").split())

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, cut out of the line."""
        match = pattern.search(self.text)
        if match is not None:
            self.cut(match.start(), match.end())
        return match

    def cut(self, start: int, end: int) -> None:
        """Take letters out; a mark stays where they were."""
        self.text = f"{self.text[:start].rstrip()} {_CUT} {self.text[end:].lstrip()}".strip()


def read_cost(text: str, today: date, field: str = "line") -> TypedCost:
    """Read one line, in any order; an amount alone is enough. A day without a year is the last one there was.

    Raises InvalidEntry at `field` for an amount, a day or miles that can't be read, telling what was meant.
    """
    line = _Line(text)
    _refuse_unsure(line, field)
    miles = _miles(line, field)
    day = past_day(line.text, today, field)
    if day is not None:
        line.cut(day.start, day.end)
    nights, people = _counted(line, _NIGHTS, MOST_NIGHTS, field), _counted(line, _PEOPLE, MOST_PEOPLE, field)
    paid_how = _paid_how(line)
    clock = line.take(_CLOCK)
    amount = _amount(line, nights, field)
    kind = _kind(line, has_miles=miles is not None, has_nights=nights is not None)
    payee, note = _left_over(line.text)
    if people is None and (count := _number_of(note)) is not None and count <= MOST_PEOPLE:
        people, note = count, ""
    if payee.isdecimal():  # a number says nothing of who was paid
        payee, note = "", f"{payee} {note}"
    return TypedCost(
        kind=kind,
        amount=amount,
        miles=miles,
        day=day.day if day is not None else None,
        nights=nights,
        people=people,
        paid_how=paid_how,
        payee=payee,
        note=" ".join(filter(None, (note.strip(), clock[1] if clock else ""))),
    )


def _refuse_unsure(line: _Line, field: str) -> None:
    """“12 1/2” may be an amount or have a day in it; with “miles” after it, it is neither."""
    match = _UNSURE.search(line.text)
    if match is None or _MILES.search(line.text) or _MILES_FIRST.search(line.text):
        return
    amount = parse_dollars_and_part(match[1], match[2])
    sentence = tr("“{text}”: is that {near}, or a day? Type {near}, or “on {day}.”")
    raise InvalidEntry(field, sentence.format(text=shown(match[0]), near=amount, day=match[2]))


def parse_dollars_and_part(whole: str, part: str) -> str:
    """An amount that was typed with a half or a quarter, as it is typed with a point."""
    top, bottom = part.split("/")
    cents = Decimal(100 * int(top) // int(bottom)).scaleb(-2)
    return f"{Decimal(whole.lstrip('$')) + cents:.2f}"


def _miles(line: _Line, field: str) -> Decimal | None:
    match = line.take(_MILES) or line.take(_MILES_FIRST)
    if match is None:
        return None
    unit = match[2] if match.re is _MILES else ""
    miles = parse_miles(f"{match[1]} {unit or ''}".replace("  ", " "), field)
    each_way = line.take(_EACH_WAY) is not None
    line.take(_BOTH_WAYS)
    return miles * 2 if miles is not None and each_way else miles


def _counted(line: _Line, pattern: re.Pattern[str], most: int, field: str) -> int | None:
    """A number of nights or people. Raises InvalidEntry for more than there can be."""
    match = line.take(pattern)
    if match is None:
        return None
    count = _number_of(match[1])
    if count is None or not 1 <= count <= most:
        sentence = tr("“{text}”: type a number from 1 to {most}.")
        raise InvalidEntry(field, sentence.format(text=shown(match[0]), most=most))
    return count


def _number_of(word: str) -> int | None:
    """A whole number in figures or as a word, not more than four figures."""
    small = word.casefold()
    if small in _WORDS:
        return _WORDS.index(small) + 1
    if small in {"a", "an"}:
        return 1
    return int(small) if re.fullmatch(r"[0-9]{1,4}", small) else None


def _paid_how(line: _Line) -> PaidHow | None:
    match = line.take(_PAID)
    return _HOW[(match[1] or match[2]).casefold()] if match else None


def _amount(line: _Line, nights: int | None, field: str) -> Decimal | None:
    """The one number that is dollars; of several the one that looks like it. Raises InvalidEntry at `field`."""
    match = _chosen(line.text, field)
    if match is None:
        spelled = line.take(_SPELLED)
        if spelled is not None:
            return Decimal(_WORDS.index(spelled[1].casefold()) + 1) + ZERO
        return ZERO if line.take(_FREE) else None
    amount = parse_dollars(match[0].strip().rstrip(",;:"), field) or ZERO
    a_night = _A_NIGHT.match(line.text, match.end())
    line.cut(match.start(), a_night.end() if a_night else match.end())
    return amount * (nights if nights and a_night else 1) + ZERO


def _chosen(text: str, field: str) -> re.Match[str] | None:
    """The number that is the amount: with a sign of money or cents before a plain one, “for 2” only when alone."""
    found = list(_AMOUNT.finditer(text))
    clear = [match for match in found if _MONEY.search(match[0])]
    plain = [match for match in found if not text[: match.start()].casefold().endswith("for ")]
    chosen = clear or (plain if len(found) > 1 else found)
    if len(chosen) < 2:
        return chosen[0] if chosen else None
    if clear:
        raise InvalidEntry(field, tr("There is more than one amount here. Please type one cost at a time."))
    near = chosen[-1][0].strip(" $().,;:")
    sentence = tr("Which number is the amount? Type a $ before it, like ${near}.")
    raise InvalidEntry(field, sentence.format(near=shown(near)))


def _kind(line: _Line, *, has_miles: bool, has_nights: bool) -> str | None:
    """The kind the words speak of; without any, miles are a trip and nights are lodging."""
    guess = guess_kind(line.text)
    if guess is not None and not (has_miles and guess.is_name):
        words = re.search(rf"(?<![\w’'-]){re.escape(guess.words)}(?![\w’'-])", line.text, re.IGNORECASE)
        if words is not None and not guess.is_name and not _ends_a_name(line.text, words):
            line.cut(words.start(), words.end())
        return guess.kind.value
    if has_miles:
        return Category.MILEAGE.value
    return Category.LODGING.value if has_nights else None


def _ends_a_name(text: str, words: re.Match[str]) -> bool:
    """Whether the words are the end of a name, as in “Pine Inn”; a line all in capitals has no names."""
    before = text[: words.start()].split()
    return bool(before) and before[-1][0].isupper() and words[0][0].isupper() and not text.isupper()


def _left_over(text: str) -> tuple[str, str]:
    """Who was paid, or where it went, and what it was for."""
    payees: list[str] = []
    notes: list[str] = []
    for piece in text.split(_CUT):
        before, word, rest = _WHAT_FOR.match(f" {piece.strip(_SIGNS)} ").groups()  # type: ignore[union-attr]  # always
        who = _bare(before) if not any(payees) else _TRAILING.sub("", before.strip(_SIGNS))
        payees.append(who)
        notes.append(_bare(rest or "") if word != "with" else f"with {_bare(rest)}")
    return " ".join(filter(None, payees)), " ".join(filter(None, notes))


def _bare(words: str) -> str:
    """Words without the small ones that led to them."""
    return _TRAILING.sub("", _LEADING.sub("", words.strip(_SIGNS))).strip(_SIGNS)
