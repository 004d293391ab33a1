"""The pay-period form for work: hours of family leave day by day, to be signed. It says nothing of an illness."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.leave_parts import (
    Signature,
    Space,
    WideSheet,
    fact_rows,
    small_print,
    tick_sentence,
)
from caregiver_app.documents.lettering import printable, wrap
from caregiver_app.documents.pages import Head, Stamp, full_pages, head
from caregiver_app.documents.paper import MM, Look
from caregiver_app.documents.parts import Lines, notes_group
from caregiver_app.domain.calendar import Span
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import tr

PENCIL_ROWS = 2
BLANK_ROWS = 12
BLANK_ROWS_LARGE = 6
_GAP = 3 * MM
_SHARES = (27, 16, 16, 16, 26, 13, 17, 35, 18)
_SHARES_LARGE = (36, 21, 21, 22, 40, 16, 19, 51, 28)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRow:
    """Leave on one day, in words that an employer may read; what is None is a line to write on."""

    day: date
    hours: str
    kind: str
    reason: str
    planned: str | None = None
    notice: str | None = None
    paid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayForm:
    """All that the form shows; a `blank` one is filled in by hand. What is not known is a line to write on.

    `hours` and `weeks` are the totals in words: “23.5 hours”, “3 days”.
    """

    span: Span
    employee: str = ""
    employer: str = ""
    supervisor: str = ""
    rows: tuple[PayRow, ...] = ()
    hours: str = ""
    weeks: str = ""
    blank: bool = False
    stamp: Stamp


def pay_form(data: PayForm, look: Look) -> bytes:
    """The form as a PDF."""
    layout = _Layout(data, look)
    return full_pages(tr("Pay-period form"), layout.head(), layout.groups(), layout.stamp, layout.look)


class _Layout(WideSheet):
    """Turns the days of leave into groups of blocks."""

    def __init__(self, data: PayForm, look: Look) -> None:
        super().__init__(data.stamp, look, _labels(), _SHARES_LARGE if look.large else _SHARES)
        self.data = data

    def head(self) -> Head:
        """The head with the pay period."""
        words = tr("Pay period: {first} – {last}")
        span = self.data.span
        first, last = (day_words(day, with_year=True) for day in (span.first, span.last))
        dates = "" if self.data.blank else words.format(first=first, last=last)
        return head(tr("Family leave (FMLA)"), dates, "", self.look, area=self.area)

    def groups(self) -> list[Group]:
        """Everything under the head, with rows to write on as far as they cost no page of their own."""
        if self.data.blank:
            return self._groups(BLANK_ROWS_LARGE if self.look.large else BLANK_ROWS)
        return self.with_spare(self.head(), PENCIL_ROWS if self.data.rows else PENCIL_ROWS * 3, self._groups)

    def _groups(self, spare: int) -> list[Group]:
        rows = [block for row in self.data.rows for block in self._row(row)]
        days = self.table.group([*rows, *[self.table.empty_row()] * spare])
        return [self._facts(), days, self._end(), notes_group(self.noted.texts, self.look, self.across)]

    def _facts(self) -> Group:
        facts = [
            (tr("Employee"), self.data.employee),
            (tr("Employer"), self.data.employer),
            (tr("Supervisor"), self.data.supervisor),
        ]
        rows = fact_rows(facts, self.noted, self.across, columns=3)
        if self.data.blank:
            period = [(tr("Pay period from"), ""), (tr("to"), "")]
            rows = [*rows, *fact_rows(period, self.noted, self.across)]
        return Group(rows=rows)

    def _row(self, row: PayRow) -> list[Block]:
        texts = (
            day_words(row.day),
            None,
            None,
            row.hours,
            row.kind,
            row.reason,
            row.planned,
            row.notice,
            row.paid,
        )
        return self.table.row(texts)

    def _end(self) -> Group:
        """The total, the box to tick and the signatures, which stay on one page: nobody signs an empty one."""
        hours = self.data.hours or tr("________ hours")
        words = tr("Total: {hours} = {weeks}").format(hours=hours, weeks=self.data.weeks or tr("________ workweeks"))
        codes = tr(
            "Reason: C = care of a family member, A = appointment, O = other qualifying reason. "
            "Kind: block = days in a row, intermittent = single days or hours, reduced = a shorter usual week."
        )
        rows: list[Block] = [
            Lines(lines=wrap(printable(words), self.across, self.look.body, bold=True), bold=True, look=self.look),
            small_print(codes, self.across),
            Space(height=_GAP),
            tick_sentence(tr("No family leave used in this period"), self.look, self.across),
            Signature(label=tr("Employee signature"), across=self.across),
            Signature(label=tr("Supervisor signature"), across=self.across),
        ]
        return Group(rows=rows, gap=_GAP)


def _labels() -> list[str]:
    return [
        tr("date"),
        tr("from"),
        tr("to"),
        tr("hours"),
        tr("kind"),
        tr("reason"),
        tr("planned?"),
        tr("notice given"),
        tr("paid from"),
    ]
