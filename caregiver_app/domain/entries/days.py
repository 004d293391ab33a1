"""Forgiving readers of what a person types for a day or for some weekdays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from caregiver_app.domain.entries.typed import NUMBER_WORDS, shown, tidy
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_names, long_day, month_names, short_day
from caregiver_app.words import tr

WEEKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)
_DAYS_BACK = 92  # a month and day without a year may lie this far back; else the next one is meant
_WEEKDAY = {
    name: number
    for number, names in enumerate(
        (
            "mon monday",
            "tue tues tuesday",
            "wed weds wednesday",
            "thu thur thurs thursday",
            "fri friday",
            "sat saturday",
            "sun sunday",
        )
    )
    for name in names.split()
}
_MONTH = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb febr february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tomorow": 1, "yesterday": -1}


def parse_day(text: str, today: date, field: str = "day") -> date:
    """The day that was meant: “fri”, “next fri”, “11/27”, “27 Nov”, “2026-11-27”, “in 3 days”, “+3”.

    Weekdays mean the next one, today included; “next” adds a week. A month and day without a year may lie up
    to three months back, else the next one is meant. Raises InvalidEntry at `field`.
    """
    words = tidy(text)
    if not words:
        raise InvalidEntry(field, tr("Type a day, like “Fri” or “11/27.”"))
    for reader in (_near_day, _weekday_day, _days_from_now, _numbers_day, _month_day, _day_of_month):
        day = reader(words, today, field)
        if day is not None:
            return day
    raise InvalidEntry(field, tr("We could not read “{text}” as a day. Try “Fri” or “11/27.”").format(text=shown(text)))


def _near_day(words: str, today: date, field: str) -> date | None:
    return _moved(today, _NEAR[words], field) if words in _NEAR else None


def _weekday_day(words: str, today: date, field: str) -> date | None:
    match = re.fullmatch(r"(?:(this|next|on|coming) )?([a-z]+)\.?", words)
    if match is None or match[2] not in _WEEKDAY:
        return None
    return _moved(today, (_WEEKDAY[match[2]] - today.weekday()) % 7 + (7 if match[1] == "next" else 0), field)


def _days_from_now(words: str, today: date, field: str) -> date | None:
    if words == "next week":
        return _moved(today, 7, field)
    match = re.fullmatch(r"(?:in |\+ ?)?([a-z]+|\d{1,9}) ?(d|days?|w|wks?|weeks?)(?: from now| from today)?", words)
    if match is None:
        match = re.fullmatch(r"\+ ?(\d{1,9})()", words)
    count = _count(match[1]) if match else None
    if match is None or count is None or count != int(count):
        return None
    return _moved(today, int(count) * (7 if match[2].startswith("w") else 1), field)


def _count(word: str) -> float | None:
    return int(word) if word.isdecimal() else NUMBER_WORDS.get(word)


def _moved(today: date, days: int, field: str) -> date:
    try:
        return today + timedelta(days)
    except OverflowError:
        raise InvalidEntry(field, tr("This day is too far away. Type one in the next few years.")) from None


def _numbers_day(words: str, today: date, field: str) -> date | None:
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", words):
        return _dated(int(match[1]), int(match[2]), int(match[3]), field)
    match = re.fullmatch(r"(?:([a-z]+)\.? )?(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{2}|\d{4}))?", words)
    if match is None or (match[1] and match[1] not in _WEEKDAY):
        return None
    month, day = int(match[2]), int(match[3])
    if month > 12 and 1 <= day <= 12:  # written the other way round, as in “27/11”
        month, day = day, month
    return _checked(match[1], _placed(month, day, match[4], today, field), field)


def _month_day(words: str, today: date, field: str) -> date | None:
    weekday = r"(?:(?P<weekday>[a-z]+)\.? )?"
    day, month, year = (
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?",
        r"(?P<month>[a-z]+)\.?",
        r"(?: (?P<year>\d{2}|\d{4}))?",
    )
    for pattern in (f"{weekday}{month} {day}{year}", f"{weekday}(?:the )?{day}\\.? (?:of )?{month}{year}"):
        match = re.fullmatch(pattern, words)
        if match and match["month"] in _MONTH and (match["weekday"] or "mon") in _WEEKDAY:
            meant = _placed(_MONTH[match["month"]], int(match["day"]), match["year"], today, field)
            return _checked(match["weekday"], meant, field)
    return None


def _day_of_month(words: str, today: date, field: str) -> date | None:
    match = re.fullmatch(r"(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)?", words)
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    ahead = (_moved(today, n, field) for n in range(62))
    return next(day for day in ahead if day.day == int(match[1]))


def _placed(month: int, day: int, year: str | None, today: date, field: str) -> date:
    """The date of a month and day; without a year, the nearest one that makes sense."""
    if year is not None:
        return _dated(int(year) + (2000 if len(year) == 2 else 0), month, day, field)
    near = [each for each in _around(month, day, today) if each >= today - timedelta(_DAYS_BACK)]
    return near[0] if near else _dated(today.year + (month < today.month), month, day, field)


def _around(month: int, day: int, today: date) -> Iterator[date]:
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def _dated(year: int, month: int, day: int, field: str) -> date:
    if not 1 <= month <= 12:
        raise InvalidEntry(field, tr("There is no month {n}. Try the month first, like “11/27.”").format(n=month))
    if not 1900 <= year <= 2200:
        raise InvalidEntry(field, tr("Please check the year. It should be close to this one."))
    last = _last_day(year, month)
    if 1 <= day <= last.day:
        return last.replace(day=day)
    sentence = tr("{month} {year} has no day {day}. It ends on {last}.")
    raise InvalidEntry(
        field,
        sentence.format(month=month_names()[month - 1], year=year, day=day, last=short_day(last)),
    )


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def _checked(weekday: str | None, day: date, field: str) -> date:
    """The day, when the weekday beside it is the right one."""
    if weekday is None or _WEEKDAY[weekday] == day.weekday():
        return day
    sentence = tr("That day is {day}, not a {weekday}. Please check which one you mean.")
    raise InvalidEntry(field, sentence.format(day=long_day(day), weekday=day_names()[_WEEKDAY[weekday]]))


_DAY_GROUPS: dict[str, tuple[int, ...]] = {
    "weekday": WEEKDAYS,
    "weekdays": WEEKDAYS,
    "weekend": WEEKEND,
    "weekends": WEEKEND,
    "daily": tuple(range(7)),
    "everyday": tuple(range(7)),
    "mwf": (0, 2, 4),
    "tth": (1, 3),
    "tuth": (1, 3),
}


def month_numbered(word: str) -> int | None:
    """The number of a month, January = 1: “mar”, “March”; None for other words."""
    return _MONTH.get(word.casefold())


def weekdays_named(word: str) -> tuple[int, ...]:
    """The weekdays (Monday = 0) that one word names: “tue”, “Tuesdays”, “weekdays”, “mon-fri”; else none."""
    word = word.casefold().strip(".")
    if word in _DAY_GROUPS:
        return _DAY_GROUPS[word]
    ends = re.fullmatch(r"([a-z]+)[-–]([a-z]+)", word)
    if ends and ends[1] in _WEEKDAY and ends[2] in _WEEKDAY:
        first, last = _WEEKDAY[ends[1]], _WEEKDAY[ends[2]]
        return tuple(sorted((first + n) % 7 for n in range((last - first) % 7 + 1)))
    single = word if word in _WEEKDAY else word.removesuffix("s")
    return (_WEEKDAY[single],) if single in _WEEKDAY else ()


def parse_days_list(text: str, field: str = "repeat") -> tuple[int, ...]:
    """Weekdays in order, Monday = 0: “mon, wed and fri”, “weekdays”, “mon-fri”. Raises InvalidEntry."""
    joined = re.sub(r"\s*(?:-|–|\bto\b|\bthrough\b)\s*", "-", text.casefold())
    found: set[int] = set()
    for word in re.split(r"[\s,;/&+]+", joined.strip()):
        days = tuple(range(7)) if word in {"day", "days"} else weekdays_named(word)
        if not days and word not in {"", "and", "on", "every", "each"}:
            sentence = tr("We could not read “{text}” as a day of the week. Try “Mon, Wed.”")
            raise InvalidEntry(field, sentence.format(text=shown(word)))
        found.update(days)
    if not found:
        raise InvalidEntry(field, tr("Choose at least one day of the week."))
    return tuple(sorted(found))
