"""Reads one line of any kind: what it becomes, when, how often and by whom; every other word stays as it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from caregiver_app.domain.calendar import ANY_TIME, Every, Repeat, When
from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_days import day_of_month
from caregiver_app.domain.quick_kind import (
    FOR_ME,
    MY,
    AnyKind,
    Signs,
    guess_any,
    is_my_visit,
    is_own,
    is_question,
    lead_of,
    without_lead,
)
from caregiver_app.domain.quick_pieces import Pieces, repeat_of
from caregiver_app.domain.quick_who import Who, is_name, shared_name, take_who
from caregiver_app.words import tr

__all__ = ["AnyKind", "TypedLine", "fits_week", "no_title", "read_any"]

_AS_WRITTEN = frozenset({AnyKind.JOURNAL, AnyKind.COST, AnyKind.HELPER, AnyKind.TIME_OFF})
_HOURS = {
    PartOfDay.MORNING: time(9),
    PartOfDay.MIDDAY: time(12),
    PartOfDay.AFTERNOON: time(15),
    PartOfDay.EVENING: time(18),
}
_STANDS_ALONE = re.compile(r"[\W\d_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """A line with its day, time and so on taken out; None and any time are “not told”.

    `repeat` starts on `day`. `minutes` is how long it takes. `shared_name` is a first name that two helpers have.
    `has_more`: a second day or time stays in the words. `for_me`: it is the caregiver’s own. `taken` are the words
    that are not in `text` any more.
    """

    kind: AnyKind
    text: str
    whole: str
    day: date | None = None
    when: When = ANY_TIME
    repeat: Repeat | None = None
    minutes: int | None = None
    helper: Person | None = None
    shared_name: str = ""
    for_me: bool = False
    is_question: bool = False
    has_more: bool = False
    taken: tuple[str, ...] = ()

    @property
    def clock(self) -> time | None:
        """Its clock time, if one was typed."""
        return self.when.clock

    @property
    def hour(self) -> time | None:
        """Its clock time; the usual hour of a part of the day, such as 6:00 pm for the evening."""
        return self.clock or (_HOURS[self.when.part] if self.when.part is not None else None)

    @property
    def tells_time(self) -> bool:
        """Whether it names a day or a time."""
        return self.day is not None or self.when != ANY_TIME

    def day_from(self, now: datetime) -> date:
        """Its day; without one today, or tomorrow when the hour is over today."""
        return _first_day(self.day, self.when, now)


def read_any(
    line: str,
    now: datetime,
    kind: AnyKind | None = None,
    helpers: Sequence[Person] = (),
    cared_for: str = "",
) -> TypedLine:
    """What a line would become at a local time; `kind` is what somebody chose for it. Nothing of it is lost."""
    whole = " ".join(line.split())
    rest = without_lead(whole)
    planned = _read_plan(rest, now, helpers, kind or lead_of(whole))
    meant = kind or guess_any(whole, planned.signs(now, cared_for))
    if meant in _AS_WRITTEN:
        return TypedLine(kind=meant, text=rest if meant is AnyKind.JOURNAL else whole, whole=whole)
    if (planned.who is not None or planned.again) and meant is not AnyKind.TASK:  # others have no helper
        planned = _read_plan(rest, now, (), meant)
    return planned.line(meant, whole, now, helpers, cared_for)


@dataclass(slots=True)
class _Plan:
    """What was found in a line that says what is to come."""

    pieces: Pieces
    day: date | None
    when: When
    again: str
    minutes: int | None
    who: Who | None

    def signs(self, now: datetime, cared_for: str) -> Signs:
        """What tells of which kind the line is."""
        return Signs(
            has_day=self.day is not None,
            has_clock=self.when.clock is not None,
            coming=bool(self.again) or (self.day is not None and self.day > now.date()),
            comes_again=bool(self.again),
            fits_week=fits_week(self.repeat(now)[1]),
            helper_leads=self.who is not None and self.who.leads and (self.day is not None or self._says_more()),
            cared_for=cared_for,
        )

    def _says_more(self) -> bool:
        return bool(self.again) or self.when != ANY_TIME or len(self.pieces.rest.split()) > 1

    def repeat(self, now: datetime) -> tuple[date, Repeat | None]:
        """The first day of what comes again, and how."""
        return repeat_of(self.again, _first_day(self.day, self.when, now), now.date())

    def line(self, kind: AnyKind, whole: str, now: datetime, helpers: Sequence[Person], cared_for: str) -> TypedLine:
        """The same as it would be kept as this kind."""
        pieces, day, repeat = self.pieces, self.day, None
        if spoken := day_of_month(whole):
            sentence = tr("One line can’t plan “{text}.” Type its next day, like “Tue Dec 1 7 pm.”")
            raise InvalidEntry("line", sentence.format(text=spoken))
        if pieces.has_days_in_row:
            sentence = tr("One line is for one day. For each week, type it like “every Mon, Wed, Fri.”")
            raise InvalidEntry("line", sentence)
        takes = kind in (AnyKind.SMALL_THING, AnyKind.VISIT)
        is_mine = is_own(whole, cared_for)
        cuts = takes or (is_mine and kind is AnyKind.TASK)
        for_me = (cuts and pieces.take(FOR_ME) is not None) or (is_mine and not takes)
        if kind is AnyKind.VISIT and is_my_visit(pieces.rest):
            for_me = pieces.take(MY) is not None
        if kind is AnyKind.REMINDER:
            pieces.take(re.compile(r"^\W*to\b", re.IGNORECASE))
        if self.again:
            day, repeat = self.repeat(now)
        return TypedLine(
            kind=kind,
            text=_title(pieces.rest, helpers),
            whole=whole,
            day=day,
            when=self.when,
            repeat=repeat,
            minutes=self.minutes,
            helper=self.who.person if self.who is not None else None,
            shared_name=shared_name(pieces.text, helpers) if kind is AnyKind.TASK else "",
            for_me=for_me,
            is_question=is_question(whole),
            has_more=pieces.has_more,
            taken=tuple(pieces.taken),
        )


def fits_week(repeat: Repeat | None) -> bool:
    """Whether it comes again on one day of each week without an end, as a small thing can, or not at all."""
    if repeat is None:
        return True
    weekly = repeat.every is Every.WEEKS and repeat.n == 1 and len(repeat.on) == 1
    return weekly and repeat.until is None and repeat.count is None


def _first_day(day: date | None, when: When, now: datetime) -> date:
    """The day that was told; else today, or tomorrow when the hour is over today."""
    if day is not None:
        return day
    is_over = when.clock is not None and datetime.combine(now.date(), when.clock) < now.replace(tzinfo=None)
    return now.date() + timedelta(1 if is_over else 0)


def _read_plan(rest: str, now: datetime, helpers: Sequence[Person], kind: AnyKind | None) -> _Plan:
    """Takes everything out that tells of when, how often, how long and by whom; a visit comes again on its own tab."""
    today, pieces, minutes = now.date(), Pieces(rest), None
    who = take_who(pieces, helpers)
    moment = pieces.moment(now)
    repeats = kind is not AnyKind.VISIT
    when = pieces.each_part() if repeats and moment is None else ANY_TIME
    when = When(clock=moment.time()) if moment is not None else when
    if moment is None and (span := pieces.span()) is not None:
        when, minutes = When(clock=span[0]), span[1]
    elif moment is None:
        when = _or(pieces.clock(), when)
    again = pieces.again(today) if repeats else ""
    day = moment.date() if moment is not None else pieces.day(today)
    if when == ANY_TIME and (day is not None or again):
        when = pieces.hour_behind()
    if minutes is None and kind is not AnyKind.REMINDER:
        minutes = pieces.minutes()
    who = who or take_who(pieces, helpers)
    return _Plan(pieces=pieces, day=day, when=when, again=again, minutes=minutes, who=who)


def _or(when: When, other: When) -> When:
    return when if when != ANY_TIME else other


def _title(text: str, helpers: Sequence[Person]) -> str:
    """What is to be done; empty for a number or a name alone, which say nothing of it."""
    if _STANDS_ALONE.fullmatch(text) or is_name(text, helpers) is not None:
        return ""
    return text


def no_title(typed: TypedLine, helpers: Sequence[Person]) -> InvalidEntry:
    """What is asked when a line tells only when, or only who."""
    person = typed.helper or is_name(typed.whole, helpers)
    if person is not None:
        sentence = tr("What does {name} do? Type it, too, like “{name} walks the dog Friday.”")
        return InvalidEntry("line", sentence.format(name=person.first_name))
    return InvalidEntry("line", tr("What is it about? Type it, too, like “Walk the dog tomorrow 5 pm.”"))
