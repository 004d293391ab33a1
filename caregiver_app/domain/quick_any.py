"""Reads one line of any kind: a task, a visit, a cost, a reminder, a helper or a page of the journal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from caregiver_app.domain.appointment_guess import guess_appointment
from caregiver_app.domain.calendar import ANY_TIME, When
from caregiver_app.domain.cost_guess import guess_kind
from caregiver_app.domain.entries import parse_day, parse_time
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.problems import InvalidEntry

MOST_WORDS_OF_DAY = 4


class AnyKind(StrEnum):
    """What a line can become."""

    TASK = "task"
    VISIT = "visit"
    COST = "cost"
    REMINDER = "reminder"
    HELPER = "helper"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """A line with its day and time taken out; None and any time are “not told”."""

    kind: AnyKind
    text: str
    whole: str
    day: date | None = None
    when: When = ANY_TIME

    @property
    def clock(self) -> time | None:
        """Its clock time, if one was typed."""
        return self.when.clock


_REMIND = re.compile(r"^\s*(?:please )?(?:remind me|reminder|remember)(?: to)?[: ]+", re.IGNORECASE)
_JOURNAL = re.compile(r"^\s*(?:dear )?(?:journal|diary)[:, ]+", re.IGNORECASE)
_HELPER = re.compile(
    r"\b(?:can|could|will|offers?|offered|wants|would like) (?:to )?(?:help|drive|cook|sit|stay|bring)\b|\bdrives\b",
    re.IGNORECASE,
)
_HELPER_LEAD = re.compile(r"\s*(?:add )?(?:an? )?(?:new )?(?:helper|volunteer)\b[: ]+\S", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)(?:\d{3}[-. ])?\d{3}[-. ]\d{4}(?!\d)|[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
_COST = re.compile(
    r"[$€£] ?\d|(?<![\d:])\d+\.\d\d(?!\d)|\b\d+ ?(?:dollars?|bucks?|miles?|mi|cents?)\b"
    r"|^\s*(?:paid|spent|bought|parking|tolls?|copay|co-pay|gas|mileage|pharmacy)\b(?=.*\d)",
    re.IGNORECASE,
)
_BARE_COST = re.compile(r"^(.*[^\W\d](?<!\bfor)(?<!\bat)) \d{1,4}(?: yesterday)?$", re.IGNORECASE)
_VISIT_LEAD = re.compile(r"^\s*(?:visit|appointment|appt)[: ]+", re.IGNORECASE)
_TASK_LEAD = re.compile(r"^\s*(?:task|todo|to do|to-do)[: ]+", re.IGNORECASE)
_TIMES = re.compile(
    r"(?:\b(?:at|around|about) |@ ?)?(?<![\d/.$])(\d{1,2}(?::\d\d)? ?[ap]\.?m\.?\b|\d{1,2}:\d\d|noon\b|midnight\b)"
    r"|\bat (\d{1,2})(?![\d/:.-])|\b(?:in the |this )?(morning|midday|afternoon|evening)\b",
    re.IGNORECASE,
)
_DAY_LIKE = re.compile(
    r"today|tonight|tomorrow|tmrw|next .+|this .+|in .+|(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|(?:on )?\d{1,2}/\d{1,2}(?:/\d{2,4})?|\d{4}-\d\d-\d\d"
    r"|(?:on )?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* "
    r"\d{1,2}(?:st|nd|rd|th)?(?: \d{4})?"
    r"|(?:on )?\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*",
    re.IGNORECASE,
)


def read_any(line: str, today: date, kind: AnyKind | None = None) -> TypedLine:
    """What a line would become; `kind` is what somebody chose for it. Nothing of it is lost."""
    whole = " ".join(line.split())
    lead = _lead_of(whole)
    rest = lead.sub("", whole) if lead is not None else whole
    body, when = _cut_time(rest)
    body, day = _cut_day(body, today)
    meant = kind or _guess(whole, has_time=day is not None or when != ANY_TIME)
    if meant is AnyKind.JOURNAL:  # it is kept as it was written
        return TypedLine(kind=meant, text=rest, whole=whole)
    text = body.strip(" ,;-–") or whole
    return TypedLine(kind=meant, text=text, whole=whole, day=day, when=when)


def _lead_of(whole: str) -> re.Pattern[str] | None:
    """The words at the start that only say what kind it is."""
    leads = (_REMIND, _JOURNAL, _VISIT_LEAD, _TASK_LEAD)
    return next((lead for lead in leads if lead.match(whole) and lead.sub("", whole).strip()), None)


def _guess(whole: str, *, has_time: bool) -> AnyKind:
    by_lead = {
        _REMIND: AnyKind.REMINDER,
        _JOURNAL: AnyKind.JOURNAL,
        _VISIT_LEAD: AnyKind.VISIT,
        _TASK_LEAD: AnyKind.TASK,
    }
    lead = _lead_of(whole)
    if lead is not None:
        return by_lead[lead]
    if _PHONE.search(whole) or _HELPER.search(whole) or _HELPER_LEAD.match(whole):
        return AnyKind.HELPER
    if _COST.search(whole) or _is_bare_cost(whole):
        return AnyKind.COST
    return AnyKind.VISIT if has_time and guess_appointment(whole) is not None else AnyKind.TASK


def _is_bare_cost(whole: str) -> bool:
    """Whether a line is what was bought and a number, like “lunch 9”; after the name of a visit it may be an hour."""
    match = _BARE_COST.match(whole)
    if match is None or guess_appointment(match[1]) is not None:
        return False
    guess = guess_kind(match[1])
    bought = guess is not None and guess.kind is not Category.MILEAGE
    return bought and guess is not None and match[1].casefold().startswith(guess.words)


def _cut_time(text: str) -> tuple[str, When]:
    """The first time of day in a line, taken out of it."""
    for match in _TIMES.finditer(text):
        words = next(part for part in match.groups() if part)
        try:
            when = parse_time(words)
        except InvalidEntry:
            continue
        return _without(text, match.start(), match.end()), when
    return text, ANY_TIME


def _cut_day(text: str, today: date) -> tuple[str, date | None]:
    """The first words that name a day, the longest that do, taken out of a line."""
    spots = [(match.start(), match.end()) for match in re.finditer(r"\S+", text)]
    for first in range(len(spots)):
        for last in range(min(first + MOST_WORDS_OF_DAY, len(spots)) - 1, first - 1, -1):
            start, end = spots[first][0], spots[last][1]
            phrase = text[start:end].strip(",.;")
            day = _day_of(phrase, today)
            if day is not None:
                return _without(text, start, end), day
    return text, None


def _day_of(phrase: str, today: date) -> date | None:
    if not _DAY_LIKE.fullmatch(phrase):
        return None
    try:
        return parse_day(re.sub(r"^on ", "", phrase, flags=re.IGNORECASE), today)
    except InvalidEntry:
        return None


def _without(text: str, start: int, end: int) -> str:
    before = re.sub(r"\b(?:on|by|at|for)$", "", text[:start].rstrip(), flags=re.IGNORECASE)
    return f"{before.rstrip()} {text[end:].lstrip(' ,')}".strip()
