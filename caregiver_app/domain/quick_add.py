"""Reads an offer of help out of one line, such as “Ben 555-0142 drives, weekday mornings”."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from datetime import date

from caregiver_app.domain import offer_words as words
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.entries import WEEKDAYS, parse_day, weekdays_named
from caregiver_app.domain.kinds import PartOfDay, TaskKind
from caregiver_app.domain.offer_names import CUT, split_name
from caregiver_app.domain.people import Person, Slot
from caregiver_app.domain.problems import InvalidEntry

EVERY_DAY = tuple(range(7))
_EMAIL = re.compile(r"[^@\s,;:|<>()\[\]\"“”]+@[^@\s,;:|<>()\[\]\"“”]+\.[^@\s,;:|<>()\[\]\"“”]*[^@\s,;:|<>()\[\]\"“”.]")
_PHONES = (
    r"(?:\+?1[ .\-]?)?(?:\(\d{3}\) ?|\d{3}[ .\-]?)?\d{3}[ .\-]?\d{4}",
    r"\+\d{1,3}(?:[ .\-]?\(?\d{1,5}\)?){2,6}",
    r"\(?\d{2,5}\)?(?:[ .\-]\d{2,5}){1,4}",
    r"\d{7,15}",
)
_PHONE_ENDS = r"(?:,? ?(?:x|ext\.?) ?\d{1,6})?(?![\w/])"
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PIECES = re.compile(rf"[,;|()\n\t!?{CUT}—]|:(?!\d)|\.(?=\s|$)|\s[-–]+\s|\s(?=but\s)")
_EMOJI = re.compile("([\U0001f000-\U0001faff\u2600-\u27bf][\U0001f000-\U0001faff\u2600-\u27bf\u200d\ufe0f]*)")
_WORD = re.compile(r"[^\W_]+(?:['’\-–][^\W_]+)*")
_AT_MOST = re.compile(
    r"(?:(?:at most|up to|no more than|not more than|max|maximum|only) )?"
    r"(once|twice|\d{1,2}|one|two|three|four|five|six|seven|eight)(?: ?(?:times|x|×))? (?:a|per|each|every) month"
)
_AWAY = re.compile(r"(?:is |i'm |i’m )?away (?:until|till|through|thru|to) (.+)")
_COLD = re.compile(r"(?:has |with )?(?:a )?cold (?:until|till|through|thru) (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What was read out of one line.

    What no chip stands for is in the note; `understood` holds the words that became chips, as they were typed.
    """

    name: str = ""
    phone: str = ""
    email: str = ""
    glad_to: frozenset[TaskKind] = frozenset()
    free: frozenset[Slot] = frozenset()
    drives: bool = False
    at_most: int | None = None
    away: tuple[Span, ...] = ()
    cold_until: date | None = None
    note: str = ""
    understood: tuple[str, ...] = ()

    def person(self, offered_on: date) -> Person:
        """The helper that this offer makes. Raises InvalidEntry, as when there is no name."""
        return Person(
            name=self.name,
            phone=self.phone,
            email=self.email,
            glad_to=self.glad_to,
            free=self.free,
            drives=self.drives,
            at_most=self.at_most,
            away=self.away,
            cold_until=self.cold_until,
            notes=self.note,
            offered_on=offered_on,
        )


def read_offer(line: str, today: date) -> Offer:
    """Read one line, in any order and with any words; nothing of it is lost."""
    text, email = _email(line.replace(CUT, " "))
    text, phone = _phone(text)
    lead, name, rest = _name(text)
    reading = _Reading(today)
    for part in (lead, rest):
        reading.read(_pieces(part))
    offer = reading.offer()
    note = ", ".join([*filter(None, [offer.note]), *_signs(line)])
    return replace(offer, note=note, name=name, phone=phone, email=email)


def read_offers(text: str, today: date) -> list[Offer]:
    """Read a pasted list or table, one person a line; cells stand between tabs, semicolons or commas."""
    lines = [_cells(line) for line in text.splitlines() if any(char.isalnum() for char in line)]
    if lines and _is_heading(lines[0]):
        lines = lines[1:]
    return [read_offer(line, today) for line in lines]


def _cells(line: str) -> str:
    """A line without its bullet or number; quoted cells become cells between tabs."""
    line = re.sub(r"^\s*(?:[-*•·–—]+\s*|\d{1,3}[.)]\s+)", "", line)
    if re.search(r'(?:^|[,;\t])\s*"', line):
        line = "\t".join(quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|([^,;\t"]+)', line))
    return line.strip(" ")


def _is_heading(line: str) -> bool:
    found = [word.casefold() for word in _WORD.findall(line)]
    return len(found) > 1 and all(word in words.HEADINGS for word in found)


def _email(text: str) -> tuple[str, str]:
    match = _EMAIL.search(text)
    return (text[: match.start()] + CUT + text[match.end() :], match[0]) if match else (text, "")


def _phone(text: str) -> tuple[str, str]:
    for pattern in _PHONES:
        for match in re.finditer(rf"(?<![\w/+]){pattern}{_PHONE_ENDS}", text):
            digits = sum(char.isdecimal() for char in match[0])
            if 7 <= digits <= 21 and not _ISO_DAY.search(match[0]):
                return text[: match.start()] + CUT + text[match.end() :], match[0].strip()
    return text, ""


def _name(text: str) -> tuple[str, str, str]:
    """What stands before the name, the name, and the rest. In a table the first cell is the name."""
    cells = re.split(r"([\t;|])", text)
    first = next((n for n, cell in enumerate(cells) if any(char.isalpha() for char in cell)), None)
    if len(cells) > 1 and first is not None:
        cell = cells[first].strip(f' {CUT}"')
        if CUT not in cell and re.fullmatch(r"[^\d,]{1,80}|[^\d,]{1,40}, [^\d,]{1,40}", cell):
            before, after = "".join(cells[:first]), "".join(cells[first + 1 :])
            return before, " ".join(reversed(cell.split(", "))), CUT + after
    return split_name(text)


def _pieces(text: str) -> list[str]:
    pieces = (" ".join(piece.split()) for piece in _PIECES.split(_EMOJI.sub(rf"{CUT}\1{CUT}", text)))
    return [piece for piece in pieces if any(map(_tells, piece))]


def _tells(char: str) -> bool:
    """Whether a sign carries meaning, as letters, numbers and emoji do."""
    return char.isalnum() or unicodedata.category(char) in {"So", "Sk", "Sc", "Sm"}


def _signs(line: str) -> list[str]:
    """Signs that stand alone and were meant: “???” anywhere, and whatever a line without any word consists of."""
    if not any(map(_tells, line)):
        return [line.strip()] if line.strip(f"{CUT} \t\n") else []
    return [token for token in line.split() if not any(map(_tells, token)) and set(token) & set("?!")]


@dataclass(slots=True)
class _Reading:
    """Chips that grow while the pieces of a line are read."""

    today: date
    chips: Offer = field(default_factory=Offer)
    notes: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    parts: list[PartOfDay] = field(default_factory=list)

    def read(self, pieces: list[str]) -> None:
        """Read the pieces of one part of the line."""
        for piece in pieces:
            self._piece(piece)
        self._flush()

    def _piece(self, piece: str) -> None:
        """Take what can be taken out of a piece; unless all of it was, it goes to the note as well."""
        rest = self._dates_and_limits(piece.casefold())
        tokens = _WORD.findall(rest.replace("’s", "").replace("'s", ""))
        strange = any(not char.isalnum() and _tells(char) for char in rest.replace("+", ""))
        turned = any(token in words.TURNS for token in tokens)
        known = not turned and self._tokens(tokens)
        (self.understood if known and not strange else self.notes).append(piece)

    def offer(self) -> Offer:
        """All that was read."""
        return replace(self.chips, note=", ".join(self.notes), understood=tuple(self.understood))

    def _dates_and_limits(self, piece: str) -> str:
        """Read “twice a month” and “away until Dec 2”; what is left of the piece is returned."""
        if match := _AT_MOST.search(piece):
            count = words.COUNTS.get(match[1]) or int(match[1])
            if count:
                self.chips = replace(self.chips, at_most=count)
                return piece[: match.start()] + piece[match.end() :]
        for pattern, keep in ((_AWAY, self._away), (_COLD, self._cold)):
            match = pattern.search(piece)
            day = self._day(match[1]) if match else None
            if match and day is not None:
                keep(day)
                return piece[: match.start()]
        return piece

    def _day(self, text: str) -> date | None:
        try:
            day = parse_day(text, self.today)
        except InvalidEntry:
            return None
        return day if day >= self.today else None

    def _away(self, day: date) -> None:
        self.chips = replace(self.chips, away=(*self.chips.away, Span(self.today, day)))

    def _cold(self, day: date) -> None:
        self.chips = replace(self.chips, cold_until=day)

    def _tokens(self, tokens: list[str]) -> bool:
        """Read word by word; whether all of them were known."""
        known = True
        n = 0
        while n < len(tokens):
            taken = next((size for size in (3, 2, 1) if self._phrase(tuple(tokens[n : n + size]), size)), 0)
            if not taken:
                known = False
                self._flush()
            n += max(taken, 1)
        return known

    def _phrase(self, phrase: tuple[str, ...], size: int) -> bool:
        """Read one to three words that belong together; whether they were known."""
        if len(phrase) < size:
            return False
        if phrase in words.ALWAYS_PHRASES:
            return self._add_days(EVERY_DAY)
        if phrase in words.KIND_PHRASES:
            return self._add_kind(words.KIND_PHRASES[phrase])
        return phrase in words.EMPTY_PHRASES or (size == 1 and self._word(phrase[0]))

    def _word(self, word: str) -> bool:
        if word in words.PARTS:
            self.parts.append(words.PARTS[word])
            return True
        if word in words.ALWAYS or word in words.WEEKNIGHTS:
            always = word in words.ALWAYS
            self._add_days(EVERY_DAY if always else WEEKDAYS)
            self.parts += [] if always else [PartOfDay.EVENING]
            return True
        if word in words.DRIVES:
            self.chips = replace(self.chips, drives=True)
        if word in words.KINDS:
            return self._add_kind(words.KINDS[word])
        if word in words.DRIVES or word in words.FILLERS:
            return True
        days = weekdays_named(word) if len(word) > 2 else ()
        return self._add_days(days) if days else False

    def _add_kind(self, kind: TaskKind) -> bool:
        self._flush()
        self.chips = replace(self.chips, glad_to=self.chips.glad_to | {kind})
        return True

    def _add_days(self, days: tuple[int, ...]) -> bool:
        """Note more days; days that come after parts of the day begin something new."""
        if self.parts:
            self._flush()
        self.days += days
        return True

    def _flush(self) -> None:
        """Turn the days and parts read so far into free slots."""
        if self.days or self.parts:
            slots = {Slot(day, part) for day in self.days or EVERY_DAY for part in self.parts or PartOfDay}
            self.chips = replace(self.chips, free=self.chips.free | slots)
        self.days, self.parts = [], []
