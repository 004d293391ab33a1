"""A forgiving reader of how visits come again, and the same in words that it reads back."""

from __future__ import annotations

import re
from datetime import date, timedelta

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.entries.days import WEEKDAYS, parse_day, parse_days_list
from caregiver_app.domain.entries.typed import NUMBER_WORDS, shown, tidy
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import short_day, short_day_names
from caregiver_app.words import ntr, tr

MOST_VISITS = 200
MOST_WEEKS = 520
_ONCE = {"", "once", "one time", "1 time", "no", "never", "one visit", "does not repeat"}
_NUMBER = r"(\d{1,9}|[a-z]+)"
_BARE = "times|time|x"  # they do not say what is counted
_TIMES = "times|time|visits?|treatments?|sessions?|infusions?|rides?|x"
_CYCLES = "cycles?|rounds?"


def parse_series(text: str, first: date, today: date, field: str = "repeat") -> Repeat | None:
    """How often a visit comes again: “every 3 weeks, 6 times”, “1, 8, 15 of 28, 4 cycles”, “21 on, 7 off until Mar 1”.

    None for a single visit. It starts on `first` and must have an end. Raises InvalidEntry at `field`.
    """
    words = tidy(re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)).replace("×", "x").replace("wk", "week").strip(" .")
    if words in _ONCE:
        return None
    words = re.sub(rf"^{_NUMBER} (?:{_TIMES}) (.*(?:every|each|daily|weekly|of|weekdays).*)$", r"\2, \1 times", words)
    words = re.sub(rf"^{_NUMBER} (weekdays|mon-fri)$", r"\2, \1 times", words)
    words, end = _cut(words, rf"(?:for |x )?{_NUMBER} ?(?:{_CYCLES}|{_TIMES})")
    words, multiplied = _cut(words, r"x ?(\d{1,9})()")
    told = multiplied or end
    count = _few(_count(told[1]), field) if told else None
    words, weeks = _cut(words, rf"for {_NUMBER} weeks?")
    words, until = _cut(words, r"(?:until|till|through|thru|ending|ends)(?: on)? (.+)")
    if not (told or weeks or until):
        words, weeks = _weeks_without_for(words)
    pattern = _pattern(words.strip(" ,;:-"), text, field)
    if told:
        count = _visits(pattern, count, told[0], field)
    until_day = parse_day(until[1], today, field) if until else None
    if weeks:
        until_day = first + timedelta(7 * _weeks(weeks[1], field) - 1)
    if until_day is not None and until_day < first:
        raise InvalidEntry(field, tr("The end day is before the first day."))
    return _ended(pattern, count, until_day, field)


def _visits(pattern: Repeat, count: int | None, ending: str, field: str) -> int | None:
    """How many visits are meant. Where a round has several, “2 times” may be 2 rounds or 2 visits: it is asked."""
    each = len(pattern.on) if pattern.every is Every.CYCLE else 1
    if count is None or each == 1:
        return count
    if re.search(rf"(?:{_CYCLES})$", ending):
        return count * each
    if re.search(rf"(?:{_BARE})$", ending) or not re.search(r"[a-z]{2,}$", ending):
        sentence = ntr(
            "Each cycle has {each} visits. Type “{n} cycle” or “{n} visit.”",
            "Each cycle has {each} visits. Type “{n} cycles” or “{n} visits.”",
            count,
        )
        raise InvalidEntry(field, sentence.format(each=each, n=count))
    return count


def _weeks_without_for(words: str) -> tuple[str, re.Match[str] | None]:
    """“Weekdays, 5 weeks” means for 5 weeks; “every 5 weeks” does not."""
    rest, weeks = _cut(words, rf"{_NUMBER} weeks?")
    if weeks is None or not rest or rest in ("every", "each", "every other"):
        return words, None
    return rest, weeks


def _cut(words: str, ending: str) -> tuple[str, re.Match[str] | None]:
    """The words without an ending, and the ending."""
    match = re.search(rf"(?:^|[\s,;]+)(?:and )?{ending}$", words)
    return (words[: match.start()], match) if match else (words, None)


def _ended(pattern: Repeat, count: int | None, until: date | None, field: str) -> Repeat:
    if count is None and until is None:
        raise InvalidEntry(field, tr("How many times? Add it at the end, like “6 times” or “until Mar 1.”"))
    return Repeat(every=pattern.every, n=pattern.n, on=pattern.on, count=_few(count, field), until=until)


def _few(count: int | None, field: str) -> int | None:
    if count is not None and not 1 <= count <= MOST_VISITS:
        sentence = tr("That is {n} visits. Keep a series to 200 or fewer; you can add more when they are near.")
        raise InvalidEntry(field, sentence.format(n=f"{count:,}"))
    return count


def _count(word: str) -> int | None:
    found = int(word) if word.isdecimal() else NUMBER_WORDS.get(word)
    return int(found) if found is not None and found == int(found) else None


def _weeks(word: str, field: str) -> int:
    n = _count(word)
    if n is None or not 1 <= n <= MOST_WEEKS:
        sentence = tr("Type a number of weeks from 1 to {n}, like “for 6 weeks.”")
        raise InvalidEntry(field, sentence.format(n=MOST_WEEKS))
    return n


def _pattern(words: str, text: str, field: str) -> Repeat:
    try:
        found = _on_off(words) or _cycle(words, field) or _steps(words, field) or _weekdays(words)
    except InvalidEntry as problem:
        raise InvalidEntry(field, problem.message) from problem
    if found is None:
        sentence = tr("We could not read “{text}.” Try “Every 3 weeks, 6 times” or “Days 1, 8, 15 of 28, 4 cycles.”")
        raise InvalidEntry(field, sentence.format(text=shown(text)))
    return found


def _on_off(words: str) -> Repeat | None:
    match = re.fullmatch(r"(\d{1,3}) ?(?:days? )?on[, ]*(?:and |/ ?)?(\d{1,3}) ?(?:days? )?off", words)
    short = re.fullmatch(r"(\d{1,3}) ?/ ?(\d{1,3})", words)  # "21/7"; the other way around it is a day of a cycle
    if short and int(short[1]) > int(short[2]) > 0:
        match = short
    if match is None:
        return None
    on, off = int(match[1]), int(match[2])
    return Repeat(every=Every.CYCLE, n=on + off, on=tuple(range(1, on + 1)))


def _cycle(words: str, field: str) -> Repeat | None:
    days = r"(\d[\d ,;&–-]*(?:(?:and|&) \d[\d ,;–-]*)*)"
    cycle = r"(?:a|an|the|every|each)? ?(\d{1,3})(?:[ -]?days?)?(?: cycle)?"
    match = re.fullmatch(rf"(?:on )?(?:days? )?{days} ?(?:of|in|out of|/) ?{cycle}", words)
    if match is None:
        return None
    found: set[int] = set()
    for part in re.split(r"[,;&\s]+|and", re.sub(r"\s*[-–]\s*", "-", match[1].strip())):
        ends = re.fullmatch(r"(\d{1,3})(?:-(\d{1,3}))?", part)
        if ends and int(ends[2] or ends[1]) < int(ends[1]):
            sentence = tr("“{words}” goes backward. Type the lower day first, like “{better}.”")
            raise InvalidEntry(field, sentence.format(words=part, better=f"{ends[2]}-{ends[1]}"))
        if ends:
            found.update(range(int(ends[1]), int(ends[2] or ends[1]) + 1))
    return Repeat(every=Every.CYCLE, n=int(match[2]), on=tuple(sorted(found)))


def _steps(words: str, field: str) -> Repeat | None:
    short = re.fullmatch(r"q ?(\d{1,3}) ?(d|w)", words)
    if short:
        return Repeat(every=Every.DAYS, n=int(short[1]) * (7 if short[2] == "w" else 1))
    named = {"daily": 1, "every day": 1, "weekly": 7, "every week": 7, "each week": 7, "biweekly": 14}
    if words in named:
        return Repeat(every=Every.DAYS, n=named[words])
    if re.search(r"\bmonth(?:s|ly)?\b", words):
        raise InvalidEntry(field, tr("Months differ in length. Count in weeks, like “Every 4 weeks, 6 times.”"))
    match = re.fullmatch(rf"(?:every |each )?{_NUMBER} ?(?:(days?)|(weeks?))(?: on (.+))?", words)
    n = (2 if match[1] in ("other", "second") else _count(match[1])) if match else None
    if match is None or n is None or (match[4] and not match[3]):
        return None
    if match[4]:
        return Repeat(every=Every.WEEKS, n=n, on=parse_days_list(match[4]))
    return Repeat(every=Every.DAYS, n=n * (7 if match[3] else 1))


def _weekdays(words: str) -> Repeat | None:
    words = re.sub(r"^every week on ", "", words)
    try:
        return Repeat(every=Every.WEEKS, on=parse_days_list(words))
    except InvalidEntry:
        return None


def series_words(repeat: Repeat | None) -> str:
    """How often a visit comes again, such as “Every 3 weeks, 6 times”; `parse_series` reads it back."""
    if repeat is None:
        return tr("Once")
    words = _words(repeat)
    if repeat.count is not None:
        cycles, left = divmod(repeat.count, len(repeat.on) or 1)
        if repeat.every is Every.CYCLE and not left:
            end = ntr("{n} cycle", "{n} cycles", cycles).format(n=cycles)
        elif repeat.every is Every.CYCLE:
            end = ntr("{n} visit", "{n} visits", repeat.count).format(n=repeat.count)
        else:
            end = ntr("{n} time", "{n} times", repeat.count).format(n=repeat.count)
        words = tr("{words}, {end}").format(words=words, end=end)
    if repeat.until is not None:
        until = tr("{day} {year}").format(day=short_day(repeat.until), year=repeat.until.year)
        words = tr("{words}, until {day}").format(words=words, day=until)
    return words


def _words(repeat: Repeat) -> str:
    match repeat.every:
        case Every.DAYS:
            return _step_words(repeat.n)
        case Every.WEEKS:
            return _weeks_words(repeat)
    on, off = sorted(set(repeat.on)), repeat.n - len(set(repeat.on))
    if off and len(on) > 1 and on == list(range(1, len(on) + 1)):
        return tr("{on} days on, {off} days off").format(on=len(on), off=off)
    days = tr(", ").join(str(day) for day in on)
    return ntr("Day {days} of {n}", "Days {days} of {n}", len(on)).format(days=days, n=repeat.n)


def _step_words(days: int) -> str:
    if days in (1, 7):
        return tr("Every day") if days == 1 else tr("Every week")
    weeks, left = divmod(days, 7)
    return tr("Every {n} days").format(n=days) if left else tr("Every {n} weeks").format(n=weeks)


def _weeks_words(repeat: Repeat) -> str:
    days = tr(", ").join(short_day_names()[day] for day in sorted(set(repeat.on)))
    if repeat.n > 1:
        return tr("Every {n} weeks on {days}").format(n=repeat.n, days=days)
    return tr("Weekdays") if sorted(set(repeat.on)) == list(WEEKDAYS) else tr("Every {days}").format(days=days)


def offered_series() -> list[str]:
    """Common ways to come again, to pick and change the numbers of."""
    return [
        tr("Once"),
        tr("Every 3 weeks, 6 times"),
        tr("Every 2 weeks, 6 times"),
        tr("Every week, 12 times"),
        tr("Days 1, 8, 15 of 28, 4 cycles"),
        tr("21 days on, 7 days off, 3 cycles"),
        tr("Weekdays, 25 times"),
        tr("Every Mon, Wed, Fri, 12 times"),
    ]
