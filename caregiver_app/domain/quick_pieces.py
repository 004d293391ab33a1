"""Takes the moment, the repeat, the time, the day and the length out of one line; every other word stays in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice

from caregiver_app.domain.calendar import ANY_TIME, Repeat, When
from caregiver_app.domain.entries import parse_minutes, parse_time
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_days import BARE_HOUR, day_found, several_days
from caregiver_app.domain.reminder_typed import parse_often

CUT = "\x00"  # where something was taken out
MOST_WORDS_OF_REPEAT = 10
MOST_TRIES = 6  # for a long text that was pasted
_EDGES = " ,;:-–"
_NUMBER = r"(?:half an?|an?|\d{1,3}(?:\.\d)?(?: \d/\d)?|one|two|three|four|five|six|ten|twelve)"
_LENGTH = rf"{_NUMBER} ?-?(?:and a half )?(?:minutes?|mins?|hours?|hrs?|h)\b\.?(?: and a half)?"
_SOON = re.compile(rf"\bin (?:about )?({_LENGTH})", re.IGNORECASE)
_LONG = re.compile(rf"(?:\bfor (?:about )?({_LENGTH})|(?<![\w$./:-])({_LENGTH})(?= ?(?:\x00|$)))", re.IGNORECASE)
_LONG_FIRST = re.compile(
    rf"^(?:an? )?({_LENGTH})[ -](?=(?:walk|run|jog|swim|bike ride|nap|rest|yoga|stretch\w*|bath|massage|meditat\w*)\b)",
    re.IGNORECASE,
)
_HOUR = r"\d{1,2}(?::\d\d)?"
_HALF = r"(?: ?[ap]\.?m\b\.?|[ap]\b)"
_RANGE = re.compile(
    rf"(\bfrom |\bbetween )?(?<![\w/.$:-])({_HOUR})({_HALF})? ?(?:-|–|to|until|till|and) ?"
    rf"({_HOUR})({_HALF})?(?![\d/.:-])",
    re.IGNORECASE,
)
_STREET = r"(?! (?:[A-Z]\w* ){1,2}(?:St|Street|Ave|Avenue|Rd|Road|Dr|Drive|Ln|Lane|Blvd|Court|Way)\b)"
_CLOCKS = re.compile(
    rf"(?:\b(?:at|around|about) |@ ?)?(?<![\w/.$])({_HOUR}{_HALF}|\d{{1,2}}:\d\d|noon\b|midnight\b)"
    rf"|(?:\bat |@ ?)(\d{{1,2}})(?![\w/:-]|\.\d){_STREET}",
    re.IGNORECASE,
)
_PARTS = re.compile(
    r"\b(?:in the |this )?(morning|midday|afternoon|evening)s?\b|(?:\bat |(?<=day )|(?<=days ))(nights?)\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"(?<=\x00 )night\b", re.IGNORECASE)
_LOOSE_HOUR = re.compile(r"\x00 \d{1,2} (?:and|or)\b")
_AGAIN = re.compile(
    r"\b(?:every|each|everyday|daily|weekly|biweekly|weekdays|weekends|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b",
    re.IGNORECASE,
)
_EACH_PART = re.compile(r"\b(every|each) (morning|afternoon|evening|night)\b", re.IGNORECASE)
_EACH_OTHER = re.compile(r"^(?:every|each) (?:other|second) (?=(?:mon|tue|wed|thu|fri|sat|sun))", re.IGNORECASE)


class Pieces:
    """A line from which piece after piece is taken; `taken` are the words that were, as they were typed."""

    def __init__(self, text: str) -> None:
        self.text = " ".join(text.replace(CUT, " ").split())
        self.taken: list[str] = []
        self.has_more = False  # a second day or time, which stays in the words
        self.has_days_in_row = False

    @property
    def rest(self) -> str:
        """What is left."""
        return " ".join(self.text.replace(CUT, " ").split()).replace(" ,", ",").replace(" ?", "?").strip(_EDGES)

    def cut(self, start: int, end: int) -> None:
        """Take letters out, with a word before them that only leads to them."""
        lead = re.search(r"\b(?:on|by|at|for|from|starting|beginning)\s*$", self.text[:start], re.IGNORECASE)
        start = lead.start() if lead is not None else start
        self.taken.append(self.text[start:end].strip())
        self.text = f"{self.text[:start].rstrip()} {CUT} {self.text[end:].lstrip(' ,')}".strip()

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, cut out."""
        match = pattern.search(self.text)
        if match is not None:
            self.cut(match.start(), match.end())
        return match

    # What is taken

    def moment(self, now: datetime) -> datetime | None:
        """“in 20 minutes”: that local time."""
        for match in _SOON.finditer(self.text):
            minutes = _length(match[1])
            if minutes:
                self.cut(match.start(), match.end())
                return local_after(now, minutes)
        return None

    def each_part(self) -> When:
        """“every morning”: that part of the day; what comes again stays in the line as “every day”."""
        match = _EACH_PART.search(self.text)
        if match is None:
            return ANY_TIME
        self.taken.append(match[0])
        self.text = f"{self.text[: match.start()]}every day{self.text[match.end() :]}"
        return parse_time(match[2])

    def again(self, today: date) -> str:
        """The words that plainly tell how it comes again, as `parse_often` reads them; else none."""
        for match in islice(_AGAIN.finditer(self.text), MOST_TRIES):
            words_after = islice(re.finditer(r"\S+", self.text[match.start() :]), MOST_WORDS_OF_REPEAT)
            for end in reversed([match.start() + each.end() for each in words_after]):
                spoken = " ".join(self.text[match.start() : end].replace(CUT, " ").split()).strip(" ,.;")
                words = _EACH_OTHER.sub("every 2 weeks on ", spoken)
                if _is_often(words, today):
                    self.cut(match.start(), end)
                    return words
        return ""

    def span(self) -> tuple[time, int] | None:
        """“1-5pm”, “from 9 to 11”: when it begins, and its minutes."""
        for match in islice(_RANGE.finditer(self.text), MOST_TRIES):
            if match[0].casefold().find(" and ") > 0 and (match[1] or "").casefold().strip() != "between":
                continue  # two times
            is_clear = match[1] or match[3] or match[5] or (":" in match[2] and ":" in match[4])
            if not (is_clear or self._follows_day(match.start())):
                continue
            found = _span_of(match)
            if found is not None:
                self.cut(match.start(), match.end())
                return found
        return None

    def _follows_day(self, start: int) -> bool:
        before = self.text[:start].split()
        return bool(before) and (before[-1] == CUT or day_found(before[-1], date(2000, 1, 1)) is not None)

    def clock(self) -> When:
        """The first clock time, or a part of the day."""
        for match in (*_CLOCKS.finditer(self.text), *_PARTS.finditer(self.text)):
            try:
                when = parse_time(next(part for part in match.groups() if part).removesuffix("s"))
            except InvalidEntry:
                continue
            self.cut(match.start(), match.end())
            self.has_more = self.has_more or _CLOCKS.search(self.text) is not None
            return when
        return ANY_TIME

    def day(self, today: date) -> date | None:
        """The day, taken out."""
        self.has_days_in_row = several_days(self.text)
        found = day_found(self.text, today) if not self.has_days_in_row else None
        if found is None:
            return None
        self.cut(found.start, found.end)
        self.has_more = self.has_more or day_found(self.text, today) is not None or bool(_LOOSE_HOUR.search(self.text))
        return found.day

    def hour_behind(self) -> When:
        """The time right behind a day, like “sat 11” or “friday night”; “tonight” is one by itself."""
        hour = BARE_HOUR.search(self.text)
        if hour is not None:
            self.cut(hour.start(1), hour.end(1))
            return parse_time(hour[1])
        if self.take(_NIGHT) or any(each.casefold().endswith("tonight") for each in self.taken):
            return When(part=PartOfDay.EVENING)
        return ANY_TIME

    def minutes(self) -> int | None:
        """How long it takes: “for 2 hours”, “20 min” at the end, or “20 min walk”."""
        for match in (*_LONG.finditer(self.text), *_LONG_FIRST.finditer(self.text)):
            minutes = _length(next(filter(None, match.groups())).replace("-", " "))
            if minutes:
                self.cut(match.start(), match.end())
                return minutes
        return None


def local_after(now: datetime, minutes: int) -> datetime:
    """The local time some minutes from now, also across a change of the clocks."""
    then = now + timedelta(minutes=minutes)
    then = then.astimezone() if then.tzinfo is not None else then
    return then.replace(tzinfo=None, second=0, microsecond=0)


def repeat_of(words: str, first: date, today: date) -> tuple[date, Repeat | None]:
    """The first day of what comes again from a day on, and how; once without words."""
    repeat = parse_often(words, first, today, "line") if words else None
    if repeat is None:
        return first, None
    start = repeat.first_on_or_after(first)
    return start, replace(repeat.turned((start - first).days))


def _is_often(words: str, today: date) -> bool:
    try:
        return parse_often(words, today, today) is not None
    except InvalidEntry:
        return False


def _length(words: str) -> int | None:
    try:
        return parse_minutes(words)
    except InvalidEntry:
        return None


def _span_of(match: re.Match[str]) -> tuple[time, int] | None:
    """When a span begins and how long it is; “1-5pm” are both in the afternoon, “11-2pm” are not, “5 to 9” may be."""
    first, first_half, last, last_half = match[2], match[3], match[4], match[5]
    firsts = [first_half] if first_half else [last_half or "", "am"]
    lasts = [last_half] if last_half else ["", "pm"]
    for half, other in ((half, other) for half in firsts for other in lasts):
        try:
            start, end = parse_time(f"{first}{half}").clock, parse_time(f"{last}{other}").clock
        except InvalidEntry:
            continue
        if start is not None and end is not None and start < end:
            return start, (end.hour - start.hour) * 60 + end.minute - start.minute
    return None
