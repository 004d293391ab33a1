"""The own log of leave, for the binder: each line with what was left after it, returns, papers, the other count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.leave_parts import WideSheet, fact_rows, small_print
from caregiver_app.documents.lettering import printable, wrap
from caregiver_app.documents.pages import Head, Stamp, full_pages, head
from caregiver_app.documents.paper import MM, Look
from caregiver_app.documents.parts import Cell, Lines, Row, WritingRow, led_group, notes_group
from caregiver_app.words import tr

PENCIL_ROWS = 2
BLANK_ROWS = 12
BLANK_ROWS_LARGE = 5
_GAP = 4 * MM
_INDENT = 4 * MM
_SHARES = (38, 20, 34, 25, 29, 38)
_SHARES_LARGE = (56, 28, 46, 38, 36, 50)
_RETURNS_ACROSS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One line of the log, worded: when, how long, what for, what was left after it, what pays, who was told."""

    days: str
    hours: str
    what: str
    left_after: str
    paid: str = ""
    told: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPaper:
    """A paper: what it is, since when it runs, when it is due, when it was done."""

    what: str
    start: str
    due: str = ""
    done: str | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveLog:
    """All that the log shows, in words; `facts` are (label, words). A `blank` one is filled in by hand."""

    dates: str
    facts: tuple[tuple[str, str], ...] = ()
    rows: tuple[LogRow, ...] = ()
    totals: tuple[str, ...] = ()
    employer_count: str = ""
    returns: tuple[str, ...] = ()
    papers: tuple[LogPaper, ...] = ()
    notes: str = ""
    foot: str = ""
    blank: bool = False
    stamp: Stamp


def leave_log(data: LeaveLog, look: Look) -> bytes:
    """The log as a PDF."""
    layout = _Layout(data, look)
    return full_pages(tr("Leave log"), layout.head(), layout.groups(), layout.stamp, layout.look)


class _Layout(WideSheet):
    """Turns the log into groups of blocks."""

    def __init__(self, data: LeaveLog, look: Look) -> None:
        super().__init__(data.stamp, look, _labels(), _SHARES_LARGE if look.large else _SHARES)
        self.data = data

    def head(self) -> Head:
        """The head: it says at once that this page is not for a wall, nor for work."""
        private = tr("Private – keep in the binder")
        return head(tr("My leave log"), self.data.dates, private, self.look, area=self.area)

    def groups(self) -> list[Group]:
        """Everything under the head."""
        if self.data.blank:
            return self._groups(BLANK_ROWS_LARGE if self.look.large else BLANK_ROWS)
        return self.with_spare(self.head(), PENCIL_ROWS, self._groups)

    def _groups(self, spare: int) -> list[Group]:
        return [
            Group(rows=fact_rows(self.data.facts, self.noted, self.across)),
            self._log(spare),
            self._plain(list(self.data.totals), bold=True, gap=2 * MM),
            led_group(tr("Employer’s count"), printable(self.data.employer_count), self.look, self.across)
            if self.data.employer_count
            else Group(rows=()),
            self._titled(tr("Hours that come back"), self._returns()),
            self._titled(tr("Papers"), self._papers()),
            self._titled(tr("Certificate"), self._certificate()),
            led_group(tr("Notes"), printable(self.data.notes), self.look, self.across)
            if self.data.notes.strip()
            else Group(rows=()),
            notes_group(self.noted.texts, self.look, self.across),
            Group(rows=[small_print(self.data.foot, self.across)] if self.data.foot else [], gap=_GAP),
        ]

    def _log(self, spare: int) -> Group:
        rows = [block for row in self.data.rows for block in self._row(row)]
        if not rows and not self.data.blank:
            rows = [Lines(lines=[tr("No time off is logged for these days.")], look=self.look)]
        return self.table.group([*rows, *[self.table.empty_row()] * spare])

    def _row(self, row: LogRow) -> list[Block]:
        texts = (row.days, row.hours, row.what, row.left_after, row.paid, row.told)
        return self.table.row(texts, row.notes)

    def _lines(self, texts: Sequence[str], x: float = 0) -> list[Block]:
        """Each line of some texts as a block of its own, so that a long text may cross pages."""
        lines = [line for text in texts for line in wrap(printable(text), self.across - x, self.look.body)]
        return [Lines(lines=[line], x=x, look=self.look) for line in lines]

    def _returns(self) -> list[Block]:
        """The days on which time comes back, some beside each other."""
        texts, room = self.data.returns, self.across / _RETURNS_ACROSS
        return [
            Row(
                tick=False,
                cells=[
                    Cell(room * place, wrap(printable(text), room - _GAP, self.look.body))
                    for place, text in enumerate(texts[n : n + _RETURNS_ACROSS])
                ],
                look=self.look,
                stretch=0,
            )
            for n in range(0, len(texts), _RETURNS_ACROSS)
        ]

    def _plain(self, texts: Sequence[str], *, bold: bool, gap: float) -> Group:
        lines = [line for text in texts for line in wrap(printable(text), self.across, self.look.body, bold)]
        return Group(rows=[Lines(lines=[line], bold=bold, look=self.look) for line in lines], gap=gap)

    def _titled(self, title: str, rows: Sequence[Block]) -> Group:
        if not rows:
            return Group(rows=())
        return Group(
            head=Lines(lines=[title], bold=True, look=self.look),
            again=Lines(lines=[tr("{title}, continued").format(title=title)], bold=True, look=self.look),
            rows=rows,
            gap=_GAP,
            loose=True,
        )

    def _papers(self) -> list[Block]:
        """The papers that run and that were handed in, and a line for the next one."""
        found = [block for paper in self.data.papers for block in self._paper(paper)]
        half = self.across / 2
        blanks = [(tr("what"), 0.0, half - 3 * MM), (tr("when"), half, half / 2 - 3 * MM)]
        whom = (tr("to whom"), half * 1.5, half / 2)
        return [*found, WritingRow(blanks=[*blanks, whom], look=self.look)]

    def _paper(self, paper: LogPaper) -> list[Block]:
        parts = [tr("{what}, since {day}").format(what=paper.what, day=paper.start)]
        if paper.due:
            parts.append(tr("by {day}").format(day=paper.due))
        if paper.done:
            parts.append(tr("done {day}").format(day=paper.done))
        words = tr(", ").join(parts)
        return [*self._lines([words]), *(self._lines([paper.notes], x=_INDENT) if paper.notes.strip() else [])]

    def _certificate(self) -> list[Block]:
        """What the certificate allows, to hold against what was taken; written by hand from the paper itself."""
        third = self.across / 3
        first = [(tr("good from"), 0.0, third - 3 * MM), (tr("to"), third, third - 3 * MM)]
        rest = [(tr("it expects"), 0.0, 2 * third - 3 * MM), (tr("each for"), 2 * third, third)]
        return [WritingRow(blanks=blanks, look=self.look) for blanks in (first, rest)]


def _labels() -> list[str]:
    return [tr("days"), tr("hours"), tr("what for"), tr("left after it"), tr("paid from"), tr("told at work")]
