"""A forgiving reader of days off: “fri”, “Dec 7 to 11”, “every other Friday through June”, “Mondays 4 hours”."""

from __future__ import annotations

import re
from datetime import date, timedelta

from caregiver_app.domain.entries import month_numbered, parse_day, parse_minutes, weekdays_named
from caregiver_app.domain.entries.typed import NUMBER_WORDS, shown, tidy
from caregiver_app.domain.leave.entries import LeaveEntry
from caregiver_app.domain.leave_stretches import Stretch
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import month_names
from caregiver_app.words import tr

YEARS_AHEAD = 3  # for a plan
YEARS_LOGGED = 10  # for a log
MOST_STRETCHES = 60
_BACK = timedelta(92)  # how far back `parse_day` looks for a month and day without a year
_WEEK = 7
_A_MONTH = 31
_HOURS = r"(?:\d+(?:\.\d+)?|\d* ?[½¼¾]|\d+ \d/\d|\d+:\d\d|half an?|an?|one|two|three|four|five|six|seven|eight)"
_MINUTES = r"\d+ ?(?:m|mins?|minutes?)\b"
_LENGTH = re.compile(
    rf"(?:,? ?\b(?:for|at|of) )?(?<![\d/])({_HOURS} ?-?(?:h|hrs?|hours?)\b\.?(?: ?(?:and )?{_MINUTES})?|{_MINUTES})"
    r"(?: (?:off|of leave))?(?: ?(?:a|per|each|every) (?:day|time)| each)?"
)
_WHOLE = re.compile(r"\b(?:(?:all|whole|full|entire) days?(?: off)?|off work|off)\b")
_HALF = re.compile(r"\bhalf[ -]?days?\b")
_NTH = {"other": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_NAMED_STEPS = {
    "daily": 1,
    "every day": 1,
    "each day": 1,
    "every workday": 1,
    "days": 1,
    "weekly": _WEEK,
    "every week": _WEEK,
    "each week": _WEEK,
    "biweekly": 2 * _WEEK,
    "monthly": 0,
    "every month": 0,
}
_OF_TODAY = {"yesterday", "today", "tonight", "tomorrow"}
_NUMBER = r"(\d{1,3}|[a-z]+)"


def parse(text: str, today: date, field: str = "plan", *, past: bool = False) -> tuple[LeaveEntry, ...]:
    """The same as `read`, as entries of the log. Raises InvalidEntry at `field`."""
    return tuple(entry for stretch in read(text, today, field, past=past) for entry in stretch.entries())


def read(text: str, today: date, field: str = "plan", *, past: bool = False) -> tuple[Stretch, ...]:
    """What was meant, part by part; parts are set apart by “;”, “then” or a new line. Raises InvalidEntry at `field`.

    “Until March” ends before March 1, “through March” on March 31. Days of a plan are to come: one without a year is
    the next one. With `past` they may be over too: one without a year may lie up to three months back.
    """
    parts = [part for part in re.split(r"\s*(?:;|\n|\bthen\b|\bplus\b)\s*", text.casefold()) if part.strip(" ,.")]
    if not parts:
        raise InvalidEntry(field, _empty(past))
    found = tuple(stretch for part in parts for stretch in _Reader(part, text, today, field, past=past).stretches())
    if len(found) > MOST_STRETCHES:
        raise InvalidEntry(field, tr("This is a long plan. Try a shorter part of it first."))
    for stretch in found:
        _check(stretch, today, field, past=past)
    return found


def _check(stretch: Stretch, today: date, field: str, *, past: bool) -> None:
    """Raises InvalidEntry at `field` for days the wrong way round, over already, or too far away."""
    if stretch.last < stretch.first or not stretch.entries():
        raise InvalidEntry(field, _backward())
    if stretch.first < today and not past:
        raise InvalidEntry(field, tr("Days that are over can be logged as time off. Type days that are to come."))
    if stretch.last > today + timedelta(366 * (YEARS_LOGGED if past else YEARS_AHEAD)):
        raise InvalidEntry(field, _too_long())


class _Reader:
    """Reads one part: takes the length, the end and the start off the words, then sees which days are left."""

    def __init__(self, part: str, text: str, today: date, field: str, *, past: bool) -> None:
        self.text, self.today, self.field, self.past = text, today, field, past
        words = " ".join(part.replace("–", "-").replace("—", "-").split()).strip(" ,.")
        self.minutes, self.words = self._cut_length(words)
        self.start: date | None = None
        self.last: date | None = None
        self.ended: tuple[str, str] | None = None
        self.count: int | None = None
        self.weeks: int | None = None

    def stretches(self) -> list[Stretch]:
        """The days of this part."""
        found = self._week() or self._month() or self._weeks_block()
        if found is not None:
            return [found]
        self._cut_ends()
        found = self._pattern()
        return [found] if found is not None else self._days()

    def _cut_length(self, words: str) -> tuple[int | None, str]:
        """The minutes of each day, and the words without them."""
        if _HALF.search(words):
            raise InvalidEntry(self.field, tr("How long is half a day? Type the hours, like “4 hours.”"))
        match = _LENGTH.search(words)
        if match is None:
            return None, self._plain(_WHOLE.sub(" ", words))
        minutes = parse_minutes(match[1].replace("-", " "), self.field)
        if not minutes or minutes > 24 * 60:
            raise InvalidEntry(self.field, tr("A day has 24 hours. Type how long you would be away, like “4 hours.”"))
        return minutes, self._plain(words[: match.start()] + " " + words[match.end() :])

    @staticmethod
    def _plain(words: str) -> str:
        words = re.sub(r"^(?:i (?:would |will )?take|if i take|take|on)\b", "", " ".join(words.split()).strip(" ,."))
        return " ".join(words.split()).strip(" ,.")

    def _day(self, words: str, today: date | None = None) -> date:
        """A day from a day on; without a year the next one."""
        words = tidy(words)
        today = self.today if today is None or words in _OF_TODAY else today
        day = parse_day(words, today, self.field)
        if day < today and not self.past:
            later = parse_day(words, today + _BACK, self.field)
            if (later.month, later.day) == (day.month, day.day):
                return later
        return day

    def _first_day(self, words: str, last: str) -> date:
        """A first day; one without a year is in that of the last day, such as “Dec 1” of “Dec 1 to Dec 12, 2025”."""
        year = re.search(r"(?<!\d)\d{4}$", tidy(last))
        bare = re.search(r"\d", words) and not re.search(r"\d{4}|/\d+/", words)
        if year is None or not bare:
            return self._day(words)
        gap, of_last = ("/" if "/" in words else " "), int(year[0])
        plain = re.sub(r"^[a-z]+\.?,? (?=[a-z]+\.? \d)", "", words)  # a weekday holds in one of the years alone
        first = self._day(f"{plain}{gap}{of_last}")
        is_in_month = re.fullmatch(r"(?:the )?\d{1,2}(?:st|nd|rd|th)? \d{4}", tidy(last))
        end = first if is_in_month else self._last_day("to", last, first)
        is_before = first > end and (first - end).days > _A_MONTH  # “Dec 11 to Dec 7” is no year
        return self._day(f"{words}{gap}{of_last - is_before}")

    def _month_named(self, words: str, after: date) -> tuple[date, date] | None:
        """First and last day of a month: “March”, “the end of June 2027”, “the end of the year”; else None."""
        words = re.sub(r"^(?:the )?(?:end of|month of|rest of|all of|all) ", "", tidy(words))
        if words in {"the year", "year", "this year"}:
            return date(after.year, 1, 1), date(after.year, 12, 31)
        match = re.fullmatch(r"([a-z]+)\.?(?: (\d{4}))?", words)
        number = month_numbered(match[1]) if match else None
        if match is None or number is None:
            return None
        year = int(match[2]) if match[2] else self._year_of(number, after)
        if not after.year <= year <= after.year + YEARS_AHEAD + 1:
            raise InvalidEntry(self.field, tr("Please check the year. It should be close to this one."))
        first = date(year, number, 1)
        return first, (first + timedelta(31)).replace(day=1) - timedelta(1)

    def _year_of(self, month: int, after: date) -> int:
        """The year of a month that is named without one: the next, or one that was not long ago."""
        back = (after.month - month) % 12
        if self.past and after == self.today and back * 31 < _BACK.days:
            return after.year - (month > after.month)
        return after.year + (month < after.month)

    def _from(self, day: date) -> date:
        """What is over of a week or a month is no part of a plan."""
        return day if self.past else max(day, self.today)

    def _week(self) -> Stretch | None:
        """“next week”, “this week”, “the week of Dec 7”: Sunday to Saturday."""
        match = re.fullmatch(r"(?:the )?(?:(this|next) week|week of (.+))", self.words)
        if match is None:
            return None
        day = self._day(match[2]) if match[2] else self.today + timedelta(_WEEK if match[1] == "next" else 0)
        first = day - timedelta(day.isoweekday() % _WEEK)
        return self._made(self._from(first), first + timedelta(_WEEK - 1))

    def _month(self) -> Stretch | None:
        """“December”, “all of March”: what is left of it."""
        month = self._month_named(re.sub(r"^in ", "", self.words), self.today)
        return self._made(self._from(month[0]), month[1]) if month else None

    def _weeks_block(self) -> Stretch | None:
        """“3 weeks from Jan 4”, “Jan 4 for 3 weeks”, “2 weeks”: days in a row."""
        lead = r"(?: (?:from|starting|beginning|as of)(?: on)?| on)"
        match = re.fullmatch(rf"(?:for )?{_NUMBER} (weeks?|days?)(?: in a row)?(?:{lead} (.+))?", self.words)
        count, unit, day = (match[1], match[2], match[3]) if match else ("", "", None)
        if match is None:
            match = re.fullmatch(rf"(?:from )?(.+?),? for {_NUMBER} (weeks?|days?)(?: in a row)?", self.words)
            if match is None or re.search(r"\b(?:every|each|daily|weekdays?)\b", match[1]) or self._weekdays(match[1]):
                return None
            day, count, unit = match[1], match[2], match[3]
        number = self._number(count)
        if number is None:
            return None
        first = self._day(day) if day else self.today
        days = number * (_WEEK if unit.startswith("w") else 1)
        if not 1 <= days <= 366 * YEARS_AHEAD:
            raise InvalidEntry(self.field, _too_long())
        return self._made(first, first + timedelta(days - 1))

    def _cut_ends(self) -> None:
        """Takes “6 times”, “for 6 weeks”, “until Mar 1” and “from Dec 1” off the end of the words."""
        words = self.words
        if match := re.search(rf"(?:^|[ ,])(?:x ?|for )?{_NUMBER} times$|[ ,]x ?(\d+)$", words):
            self.count = self._number(match[1] or match[2])
            words = words[: match.start()].strip(" ,")
        if match := re.search(rf"(?:^|[ ,])for {_NUMBER} weeks?$", words):
            self.weeks = self._number(match[1])
            words = words[: match.start()].strip(" ,")
        end = r"(?:^|[ ,])(until|till|through|thru|ending|ends|to the end of|up to)(?: on)? (.+)$"
        ended = re.search(end, words)
        if ended:
            words = words[: ended.start()].strip(" ,")
        starts = re.search(r"(?:^|[ ,])(?:from|starting|beginning|since|as of)(?: on)? (.+)$", words)
        if starts:
            self._take_start(starts[1], ended[2] if ended else "")
            words = words[: starts.start()].strip(" ,")
        elif (inside := re.search(r" in ([a-z]+(?: \d{4})?)$", words)) and self._month_named(inside[1], self.today):
            self._take_start(f"{inside[1]} to {inside[1]}")
            words = words[: inside.start()].strip(" ,")
        if ended:
            self.ended = (ended[1], ended[2])
            self.last = self._last_day(ended[1], ended[2], self.start or self.today)
        self.words = words

    def _take_start(self, words: str, end: str = "") -> None:
        """The first day, and the last one where it stands behind “to”; `end` are the words of another end."""
        first, _, last = words.partition(" to ")
        month = self._month_named(first, self.today)
        self.start = self._from(month[0]) if month else self._first_day(first, last or end)
        if last:
            self.last = self._last_day("to", last, self.start)

    def _last_day(self, word: str, words: str, after: date) -> date:
        """The last day that is meant: a month that is named ends “through” itself, and “until” its first day."""
        is_end = word == "to the end of" or "end of" in words
        month = self._month_named(words, after)
        if month is None:
            return self._day(words, after)
        before = word in {"until", "till", "up to"} and not is_end
        return month[0] - timedelta(1) if before and month[0] > after else month[1]

    def _pattern(self) -> Stretch | None:
        """Days that come again; None when the words name single days."""
        words = re.sub(r"^(?:(?:every|each) week on|weekly on) ", "every ", self.words)
        step, on = self._steps(words)
        if step is None:
            return None
        if not step:
            raise InvalidEntry(self.field, _not_months())
        first = self.start or self.today
        if on:
            first += timedelta(min((day - first.weekday()) % _WEEK for day in on))
        last = self.last
        if self.weeks:
            last = first + timedelta(_WEEK * self.weeks - 1)
        elif self.count:
            if step * self.count > 366 * YEARS_AHEAD * _WEEK:
                raise InvalidEntry(self.field, _too_long())
            last = self._after_count(first, step, on, self.count)
        if last is None:
            raise InvalidEntry(self.field, tr("Until when? Add it at the end, like “through June” or “6 times.”"))
        return self._made(first, last, step=step, on=on)

    def _steps(self, words: str) -> tuple[int | None, tuple[int, ...]]:
        """How many days lie between, and on which weekdays; None for no pattern, 0 for months."""
        if words in _NAMED_STEPS:
            return _NAMED_STEPS[words], ()
        counted = re.fullmatch(rf"(?:every|each) {_NUMBER} (days?|weeks?|months?)(?: on (.+))?", words)
        if counted:
            n = _NTH.get(counted[1]) or self._number(counted[1])
            unit = {"d": 1, "w": _WEEK, "m": 0}[counted[2][0]]
            return (n * unit if n else None), self._weekdays(counted[3]) if counted[3] else ()
        nth = re.fullmatch(r"(?:every|each) (\w+) (.+)", words)
        if nth and nth[1] in _NTH and (on := self._weekdays(nth[2])):
            return _NTH[nth[1]] * _WEEK, on
        on = self._weekdays(re.sub(r"^(?:on|every|each) ", "", words))
        if not on or self._is_single(words):
            return None, ()
        return (1, ()) if len(on) == _WEEK else (_WEEK, on)

    def _is_single(self, words: str) -> bool:
        """Whether a weekday is one day alone: “Friday”, with nothing that tells of more."""
        more = self.last or self.count or self.weeks or self.start
        return not more and not re.search(r"every|each|s\b|-|,| and |&", words)

    @staticmethod
    def _weekdays(words: str) -> tuple[int, ...]:
        """The weekdays that are named, when nothing else is."""
        joined = re.sub(r" ?(?:-|\bto\b|\bthrough\b) ?", "-", words)
        named = [weekdays_named(word) for word in re.split(r"[\s,&/+]+", joined) if word not in {"", "and", "on"}]
        return tuple(sorted({day for days in named for day in days})) if named and all(named) else ()

    @staticmethod
    def _after_count(first: date, step: int, on: tuple[int, ...], count: int) -> date:
        if not on:
            return first + timedelta(step * (count - 1))
        rounds, rest = divmod(count - 1, len(on))
        places = sorted((day - first.weekday()) % _WEEK for day in on)
        return first + timedelta(step * rounds + places[rest])

    def _days(self) -> list[Stretch]:
        """Single days, or one stretch: “Dec 7 to Dec 11”, “Dec 7, 9 and 14”."""
        if self.count or self.weeks:
            raise self._unread()
        if self.last is not None and (self.start or self.words):
            first = self.start or self._first_day(self.words, self.ended[1] if self.ended else "")
            return [self._made(first, self._last_day(*self.ended, first) if self.ended else self.last)]
        if self.last is not None:
            return [self._made(self.today, self.last)]
        if self.start is not None:
            raise InvalidEntry(self.field, tr("Until when? Add it at the end, like “through June” or “6 times.”"))
        return self._span() or self._list()

    def _span(self) -> list[Stretch]:
        between = r"between (.+) and (.+)"
        dashed = r"([a-z]+\.? \d{1,2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?:st|nd|rd|th)?-(.+)"
        patterns = (between, r"(.+?) (?:to|-) (.+)", dashed)
        match = next((found for each in patterns if (found := re.fullmatch(each, self.words))), None)
        if match is None:
            return []
        first = self._first_day(match[1], match[2])
        bare = re.fullmatch(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?:,? \d{4})?", match[2].strip())
        last = self._in_month(first, int(bare[1])) if bare else self._day(match[2], first)
        if last - first > timedelta(330) and not re.search(r"\d{4}", match[2]):  # “Dec 11 to Dec 7” is no year
            raise InvalidEntry(self.field, _backward())
        return [self._made(first, last)]

    def _in_month(self, day: date, number: int) -> date:
        name = month_names()[day.month - 1]
        return parse_day(f"{name} {number} {day.year}", self.today, self.field)

    def _list(self) -> list[Stretch]:
        """Days by themselves; a bare number is of the month before it."""
        try:
            return [self._single(self._day(self.words))]
        except InvalidEntry as problem:
            parts = [part.strip() for part in re.split(r",| and |&", self.words) if part.strip()]
            if re.search(r"\bmonths?\b", self.words):
                raise InvalidEntry(self.field, _not_months()) from None
            if len(parts) < 2:
                raise self._unread() if problem.message.startswith(_could_not(self.words)) else problem from None
        found: list[Stretch] = []
        for part in parts:
            bare = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", part)
            day = self._in_month(found[-1].first, int(bare[1])) if bare and found else self._day(part)
            found.append(self._single(day))
        return found

    def _single(self, day: date) -> Stretch:
        return self._made(day, day)

    def _made(self, first: date, last: date, step: int = 1, on: tuple[int, ...] = ()) -> Stretch:
        return Stretch(first=first, last=last, step=step, on=on, minutes=self.minutes)

    def _unread(self) -> InvalidEntry:
        sentence = tr("We could not read “{text}.” Try “Dec 7 to Dec 11” or “every other Friday through June.”")
        return InvalidEntry(self.field, sentence.format(text=shown(self.text)))

    @staticmethod
    def _number(word: str) -> int | None:
        number = int(word) if word.isdecimal() else NUMBER_WORDS.get(word)
        return int(number) if number is not None and number == int(number) and number > 0 else None


def _empty(past: bool) -> str:
    if past:
        return tr("Type a day, like “Fri,” or days, like “Dec 7 to Dec 11.”")
    return tr("Type the days you may take, like “every other Friday through June.”")


def _too_long() -> str:
    return tr("Keep a plan to the next three years.")


def _not_months() -> str:
    return tr("Months differ in length. Count in weeks, like “every 4 weeks until June.”")


def _backward() -> str:
    return tr("The last day is before the first day.")


def _could_not(words: str) -> str:
    return tr("We could not read “{text}” as a day.").format(text=shown(tidy(words)))
