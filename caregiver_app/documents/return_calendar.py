"""The return calendar: months with the days on which hours of leave come back, and the same as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.leave_parts import Table, small_print
from caregiver_app.documents.lettering import printable, width, wrap
from caregiver_app.documents.pages import Head, Stamp, brief, full_pages, head
from caregiver_app.documents.paper import HAIRLINE, LINE, MM, SAFE_WIDTH, SMALL, Look, Pen
from caregiver_app.documents.parts import Lines, Noted, notes_group, text_lines
from caregiver_app.domain.calendar import month_of, week_of
from caregiver_app.domain.spoken import day_words, month_names, short_day_names
from caregiver_app.words import tr

BLANK_ROWS = 16
BLANK_ROWS_LARGE = 12
_GAP = 5 * MM
_INSET = 0.8 * MM
_APART = 6 * MM
_SMALL_LINE = SMALL * LINE
_SHARES = (60, 50, 74)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """What comes back on a day: short for its square (“8 h”), in full for the list, and what has come back by then."""

    day: date
    short: str
    hours: str
    so_far: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCalendar:
    """All that the calendar shows; `nothing` says in a sentence why no day is marked. `sentence` leads it.

    A `blank` one is a list to fill in by hand.
    """

    day: date
    whose: str = ""
    sentence: str = ""
    returns: tuple[Return, ...] = ()
    nothing: str = ""
    foot: str = ""
    blank: bool = False
    week_start: int = 6
    stamp: Stamp


def return_calendar(data: ReturnCalendar, look: Look) -> bytes:
    """The calendar as a PDF."""
    layout = _Layout(data, replace(look, dense=True))
    return full_pages(tr("Return calendar"), layout.head(), layout.groups(), layout.data.stamp, layout.look)


class _Layout:
    """Turns the days into months and a list."""

    def __init__(self, data: ReturnCalendar, look: Look) -> None:
        self.look = look
        self.noted = Noted(look)
        self.data = replace(data, stamp=brief(data.stamp, self.noted))
        labels = (tr("day"), tr("comes back"), tr("all together by then"))
        self.table = Table(list(zip(labels, _SHARES, strict=True)), self.noted, SAFE_WIDTH)

    def head(self) -> Head:
        """The head, with the day that it looks ahead from."""
        day = "" if self.data.blank else day_words(self.data.day, with_year=True)
        dates = tr("As of {day}").format(day=day) if day else ""
        private = tr("Private – keep in the binder")
        return head(tr("Leave that comes back"), dates, private, self.look)

    def groups(self) -> list[Group]:
        """Everything under the head: a sentence, the months, the list."""
        words = [self.data.whose, self.data.sentence, self.data.nothing]
        lines = [line for each in words for line in wrap(printable(each), SAFE_WIDTH, self.look.body)]
        rows = [Lines(lines=[line], look=self.look) for line in lines]
        back = [block for each in self.data.returns for block in self._listed(each)]
        if self.data.blank:
            back = [self.table.empty_row()] * (BLANK_ROWS_LARGE if self.look.large else BLANK_ROWS)
        listed = [self.table.group(back)] if back else []
        foot = Group(rows=[small_print(self.data.foot, SAFE_WIDTH)] if self.data.foot else [], gap=_GAP)
        return [Group(rows=rows), *self._months(), *listed, notes_group(self.noted.texts, self.look), foot]

    def _listed(self, back: Return) -> list[Block]:
        return self.table.row((day_words(back.day, with_year=True), back.hours, back.so_far))

    def _months(self) -> list[Group]:
        """The months on which something comes back, two side by side where the hours fit a square; else one alone."""
        months = [list(days) for _, days in groupby(self.data.returns, _month_of)]
        narrow = (SAFE_WIDTH + _APART) / 2 - _APART
        widest = max((width(each.short, SMALL, bold=True) for each in self.data.returns), default=0)
        beside = 1 if self.look.large or widest > narrow / 7 - 2 * _INSET else 2
        room = narrow if beside == 2 else SAFE_WIDTH
        pairs = [months[n : n + beside] for n in range(0, len(months), beside)]
        return [
            Group(rows=[MonthRow(months=pair, room=room, week_start=self.data.week_start, look=self.look)], gap=_GAP)
            for pair in pairs
        ]


def _month_of(back: Return) -> tuple[int, int]:
    return back.day.year, back.day.month


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """Months side by side, each a grid of its weeks; what comes back stands bold in its day."""

    months: Sequence[Sequence[Return]]
    room: float
    week_start: int
    look: Look
    stretch: int = 0

    @property
    def height(self) -> float:
        """In points."""
        weeks = max(len(self._weeks(month)) for month in self.months)
        return self.look.line + _SMALL_LINE + weeks * self._cell

    @property
    def _cell(self) -> float:
        return _SMALL_LINE + self.look.line + 1 * MM

    def _weeks(self, month: Sequence[Return]) -> list[date]:
        """The first day of each week of a month."""
        span = month_of(month[0].day)
        first = week_of(span.first, self.week_start).first
        return [first + timedelta(7 * n) for n in range(((span.last - first).days + 7) // 7)]

    def draw(self, pen: Pen, top: float, height: float) -> None:
        """Draw the grids."""
        for place, month in enumerate(self.months):
            self._draw_month(pen, place * (self.room + _APART), top, month)

    def _draw_month(self, pen: Pen, x: float, top: float, month: Sequence[Return]) -> None:
        day = month[0].day
        title = tr("{month} {year}").format(month=month_names()[day.month - 1], year=day.year)
        below = text_lines(pen, x, top, [title], self.look.body, bold=True)
        across = self.room / 7
        for place in range(7):
            name = short_day_names()[(self.week_start + place) % 7]
            pen.text(x + place * across + _INSET, below + _SMALL_LINE / 2, name, SMALL)
        below += _SMALL_LINE
        back = {each.day: each.short for each in month}
        for number, first in enumerate(self._weeks(month)):
            for place in range(7):
                today = first + timedelta(place)
                if (today.year, today.month) == (day.year, day.month):
                    corner = (x + place * across, below + number * self._cell)
                    self._draw_day(pen, *corner, across, today.day, back.get(today, ""))

    def _draw_day(self, pen: Pen, x: float, y: float, across: float, number: int, words: str) -> None:
        if words:
            pen.tint(x, y, across, self._cell)
        pen.box(x, y, across, self._cell, HAIRLINE)
        pen.text(x + _INSET, y + _SMALL_LINE / 2 + 0.3 * MM, str(number), SMALL)
        size = self.look.body
        if width(words, size, bold=True) > across - 2 * _INSET:
            size = SMALL
        pen.text(x + _INSET, y + _SMALL_LINE + self.look.line / 2, words, size, bold=True)
