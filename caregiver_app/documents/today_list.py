"""The list of one day: everything that is on, with a box to tick, who is still needed, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import printable, wrap
from caregiver_app.documents.pages import Head, Stamp, brief, full_pages, head
from caregiver_app.documents.paper import MM, SAFE_WIDTH, Look
from caregiver_app.documents.parts import Band, Cell, Lines, Noted, Row, WritingRow, notes_group
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

PENCIL_ROWS, BLANK_ROWS = 2, 12
MOST_LINES = 4
_WHAT = 12 * MM  # behind the box
_GAP = 2 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One line: when, what, who or where. One that is done prints as done, its box stays empty."""

    when: str = ""
    what: str
    who: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayList:
    """All that the list shows; a `blank` one has lines to fill in by hand."""

    day: date
    today: tuple[ListRow, ...] = ()
    left: tuple[ListRow, ...] = ()
    needing: tuple[ListRow, ...] = ()
    coming: tuple[ListRow, ...] = ()
    blank: bool = False
    stamp: Stamp


def today_list(data: TodayList, look: Look) -> bytes:
    """The list as a PDF."""
    layout = _Layout(data, replace(look, dense=True))
    return full_pages(tr("Today list"), layout.head(), layout.groups(), layout.data.stamp, layout.look)


class _Layout:
    """Turns the day into groups of rows."""

    def __init__(self, data: TodayList, look: Look) -> None:
        self.look = look
        self.when = (76 if look.large else 54) * MM
        self.noted = Noted(look)
        self.data = replace(data, stamp=brief(data.stamp, self.noted))

    def head(self) -> Head:
        """The day, and that this page is one's own."""
        return head(tr("Today"), day_words(self.data.day, with_year=True), tr("Private – only for you"), self.look)

    def groups(self) -> list[Group]:
        """Everything under the head."""
        pencil = WritingRow(blanks=[("", _WHAT, SAFE_WIDTH - _WHAT)], look=self.look)
        if self.data.blank:
            return [Group(rows=[pencil] * BLANK_ROWS)]
        nothing = Lines(lines=[tr("Nothing planned. That is okay.")], look=self.look)
        day: list[Block] = [self._row(row) for row in self.data.today] or [nothing]
        groups = [Group(rows=[*day, *[pencil] * PENCIL_ROWS], gap=_GAP)]
        parts = (
            (tr("Still open"), self.data.left),
            (tr("Needs someone"), self.data.needing),
            (tr("Coming up"), self.data.coming),
        )
        for name, rows in parts:
            if rows:
                groups.append(self._part(name, rows))
        return [*groups, notes_group(self.noted.texts, self.look)]

    def _part(self, name: str, rows: tuple[ListRow, ...]) -> Group:
        return Group(
            head=Band(name=name, look=self.look),
            again=Band(name=name, beside=tr("continued"), look=self.look),
            rows=[self._row(row) for row in rows],
            gap=_GAP,
        )

    def _row(self, row: ListRow) -> Row:
        at = _WHAT + self.when
        room = SAFE_WIDTH - at
        title = tr("{what} – done").format(what=row.what) if row.done else row.what
        what = self.noted.fit(printable(title), room, MOST_LINES, bold=True)
        who = self.noted.fit(printable(row.who), room, MOST_LINES) if row.who else []
        cells = [
            Cell(_WHAT, wrap(row.when, self.when - _GAP, self.look.body), bold=True),
            Cell(at, [*what, *who]),
        ]
        return Row(tick=True, cells=cells, least=self.look.line + 1.5 * MM, look=self.look)
