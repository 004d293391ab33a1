"""The week sheet for the fridge: who does what on which day, and what still needs someone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import can_draw, printable, wrap
from caregiver_app.documents.pages import Head, Stamp, brief, full_pages, head, who_to_ask
from caregiver_app.documents.paper import MM, SAFE_WIDTH, UPRIGHT, Area, Look
from caregiver_app.documents.parts import (
    Band,
    Cell,
    Noted,
    Row,
    WritingRow,
    more_names,
    name_or_gap,
    notes_group,
    please_group,
)
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import ntr, tr

PENCIL_ROWS = 2
BLANK_ROWS = 3  # a week with nothing in it is a form to fill in by hand
BLANK_ROWS_LARGE = 2
MOST_TITLE_LINES = 3
MOST_NAME_LINES = 6
_INSET = 1 * MM  # between a long time and what follows
_BOX_LEFT = 3 * MM
_BOX_TEXT = 12 * MM
_BOX_WHEN = 51 * MM
_BOX_WHEN_LARGE = 66 * MM
_BOX_NAME = 121 * MM
_BOX_RIGHT = SAFE_WIDTH - 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One thing that is done on one day, in public words. `time` may be empty, and so may `who`."""

    day: date
    time: str = ""
    what: str
    who: tuple[str, ...] = ()
    still_needed: int = 0
    done: bool = False
    not_needed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekSheet:
    """All that the week sheet shows; nothing else can get on it.

    `name` is the household's nickname, `please` the family's own words, `day_names` what to say beside a day, such
    as a holiday. Rows are numbered T1, T2 … in their order here. `grid` is set where the week prints in seven columns.
    """

    span: Span
    rows: tuple[WeekRow, ...] = ()
    name: str = ""
    please: str = ""
    day_names: tuple[tuple[date, str], ...] = ()
    phone_lines: bool = False
    grid: bool = False
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin and how much text they hold, in points."""

    number: float
    time: float
    what: float
    who: float
    initials: float
    gap: float = 2 * MM

    @classmethod
    def of(cls, *widths: float) -> Columns:
        """From the widths of tick, row number, time, what and who, in mm; initials take the rest."""
        starts = [sum(widths[: n + 1]) * MM for n in range(len(widths))]
        return cls(*starts)

    def room(self, start: float) -> float:
        """How wide the text of the column that begins at `start` may be."""
        end = {self.time: self.what, self.what: self.who, self.who: self.initials}.get(start, SAFE_WIDTH + self.gap)
        return end - start - self.gap

    @property
    def rules(self) -> list[tuple[float, float]]:
        """A line to write on in each column."""
        return [(start, self.room(start)) for start in (self.time, self.what, self.who, self.initials)]


NORMAL = Columns.of(8, 9, 22, 83, 40)
LARGE = Columns.of(8, 9, 30, 69, 48)


def week_sheet(data: WeekSheet, look: Look) -> bytes:
    """The sheet as a PDF."""
    layout = _Layout(data, look)
    return full_pages(tr("Week sheet"), layout.head(), layout.groups(), layout.data.stamp, look)


class _Layout:
    """Turns the rows of one week into groups of blocks."""

    def __init__(self, data: WeekSheet, look: Look) -> None:
        self.look = look
        self.columns = LARGE if look.large else NORMAL
        self.noted = Noted(look)
        self.data = replace(data, stamp=brief(data.stamp, self.noted))
        self.numbered = [(f"T{number}", row) for number, row in enumerate(data.rows, start=1)]

    def head(self) -> Head:
        """The head with the labels of the columns."""
        labels = ((self.columns.who, tr("who")), (self.columns.initials, tr("initials")))
        return week_head(self.data, self.look, labels)

    def groups(self) -> list[Group]:
        """Everything under the head."""
        days = [self._day(day) for day in self.data.span.days()]
        if not self.numbered:
            return [*days, please_group(self.data.please, self.look, blank=True)]
        needs = self._needs([(number, row) for number, row in self.numbered if row.still_needed])
        pencil = Group(rows=[self._pencil_row()] * PENCIL_ROWS, gap=2 * MM)
        please = please_group(self.data.please, self.look)
        return [*days, needs, please, pencil, notes_group(self.noted.texts, self.look)]

    def _day(self, day: date) -> Group:
        name = printable(dict(self.data.day_names).get(day, ""))
        today = [(number, row) for number, row in self.numbered if row.day == day]
        rows: list[Block] = [self._row(*each, last=each is today[-1]) for each in today]
        if not self.numbered:
            rows = [self._pencil_row()] * (BLANK_ROWS_LARGE if self.look.large else BLANK_ROWS)
        return Group(
            head=Band(name=day_words(day), beside=name, look=self.look),
            again=Band(name=day_words(day), beside=tr("continued"), look=self.look),
            rows=rows,
        )

    def _row(self, number: str, row: WeekRow, *, last: bool) -> Row:
        columns = self.columns
        what = self.noted.fit(printable(row.what), columns.room(columns.what) - _INSET, MOST_TITLE_LINES)
        who = self.noted.fit(_who_words(row), columns.room(columns.who), MOST_NAME_LINES)
        return Row(
            number=number,
            blanks=[] if who or row.done else [(columns.who, columns.room(columns.who))],
            cells=(
                Cell(
                    columns.time,
                    wrap(row.time, columns.what - columns.time, self.look.body),
                ),
                Cell(columns.what + _INSET, what),
                Cell(columns.who, who),
                Cell(columns.initials, [tr("done")] if row.done else []),
            ),
            rules=() if last else ((columns.time, SAFE_WIDTH - columns.time),),
            look=self.look,
        )

    def _pencil_row(self) -> WritingRow:
        return WritingRow(
            tick=True,
            blanks=[("", x, length) for x, length in self.columns.rules],
            look=self.look,
        )

    def _needs(self, numbered: Sequence[tuple[str, WeekRow]]) -> Group:
        if not numbered:
            return Group(rows=())
        title = Row(
            tick=False,
            cells=[Cell(_BOX_LEFT, [tr("Still needs someone")], bold=True)],
            least=self.look.line + 2 * MM,
            look=self.look,
        )
        rows = [each for number, row in numbered for each in more_names(self._open_row(number, row), row.still_needed)]
        return Group(head=title, rows=rows, gap=3 * MM, framed=True)

    def _open_row(self, number: str, row: WeekRow) -> WritingRow:
        """An open task with a line for a name; beside it where there is room, else under it."""
        below = self.data.phone_lines or self.look.large
        when = ", ".join(part for part in (day_words(row.day), row.time) if part)
        x = _BOX_TEXT + (_BOX_WHEN_LARGE if self.look.large else _BOX_WHEN)
        room = (_BOX_RIGHT if below else _BOX_NAME - 3 * MM) - x
        what = self.noted.fit(printable(row.what), room, MOST_TITLE_LINES)
        return WritingRow(
            number=number,
            number_x=_BOX_LEFT,
            cells=(Cell(_BOX_TEXT, [when]), Cell(x, what)),
            blanks=self._blanks(below),
            below=below,
            look=self.look,
        )

    def _blanks(self, below: bool) -> list[tuple[str, float, float]]:
        start = _BOX_TEXT if below else _BOX_NAME
        if not self.data.phone_lines:
            return [(tr("name"), start, _BOX_RIGHT - start)]
        middle = (start + _BOX_RIGHT) / 2
        return [
            (tr("name"), start, middle - start - 3 * MM),
            (tr("phone"), middle, _BOX_RIGHT - middle),
        ]


def week_head(data: WeekSheet, look: Look, labels: Sequence[tuple[float, str]] = (), area: Area = UPRIGHT) -> Head:
    """What stands over the days; `labels` name columns, each from its x."""
    first, last = day_words(data.span.first), day_words(data.span.last)
    dates = tr("{first} – {last} {year}").format(first=first, last=last, year=data.span.last.year)
    weeks = len(list(data.span.days())) // 7
    title = ntr("Help this week", "Help these {n} weeks", weeks).format(n=weeks)
    if data.name:
        title = tr("{title} – {name}").format(title=title, name=data.name)
    legend = (0.0, tr("tick = done, – = not needed"))
    return head(title, dates, changes_words(data.stamp), look, (legend, *labels), area)


def changes_words(stamp: Stamp) -> str:
    """Whom to call when something changes; empty when nobody is named."""
    person = who_to_ask(stamp.contact, stamp.phone)
    return (
        (tr("Changes? Call {person}") if stamp.phone else tr("Changes? Tell {person}")).format(person=person)
        if person
        else ""
    )


def _who_words(row: WeekRow) -> str:
    if row.not_needed:
        return tr("not needed")
    if len(row.who) == 1 and not row.still_needed and not can_draw(row.who[0]):
        return ""  # a line to write the name on stands in its place
    names = ", ".join(name_or_gap(name) for name in row.who)
    if not row.still_needed:
        return names
    if names:
        return tr("{names} + {count} more").format(names=names, count=row.still_needed)
    return ntr("needs someone", "needs {count} people", row.still_needed).format(count=row.still_needed)
