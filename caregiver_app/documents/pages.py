"""Whole pages: the head and the foot that each one repeats, and full or half sheets of paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from caregiver_app.documents.flow import Block, Group, Page, paginate
from caregiver_app.documents.lettering import printable, width, wrap
from caregiver_app.documents.paper import (
    HALF_SAFE_HEIGHT,
    HALF_SAFE_WIDTH,
    LINE,
    MM,
    SIDEWAYS,
    SMALL,
    UPRIGHT,
    Area,
    Look,
    Pen,
    Sheets,
)
from caregiver_app.documents.parts import Noted, name_or_gap, text_lines
from caregiver_app.words import tr

_SMALL_LINE = SMALL * LINE
_LABELS = _SMALL_LINE + 1 * MM
_FOOT_GAP = 2 * MM
_CONTACT_WIDTH = 100 * MM
_PAGE_WIDTH = 45 * MM  # beside the dates, for "page 1 of 2"
_CORNER_GAP = 5 * MM
_HALF_GAP = 3 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the foot of a sheet says of itself: when it was printed, which copy it is, whom to ask.

    `printed_at` is local time, worded already; `copy` is None where copies are not counted.
    """

    printed_at: str = ""
    copy: int | None = None
    contact: str = ""
    phone: str = ""

    def words(self) -> str:
        """The line at the foot."""
        parts = []
        if self.printed_at:
            parts.append(tr("Printed {moment}").format(moment=self.printed_at))
        if self.copy is not None and self.copy > 1:
            parts.append(tr("copy {copy}, replaces copy {last}").format(copy=self.copy, last=self.copy - 1))
        elif self.copy is not None:
            parts.append(tr("copy {copy}").format(copy=self.copy))
        if asked := who_to_ask(self.contact, self.phone):
            parts.append(tr("questions: {person}").format(person=asked))
        return printable(" – ".join(parts))


def who_to_ask(name: str, phone: str) -> str:
    """A name and a number beside it; empty when neither is known."""
    number = " ".join(printable(phone).split())
    return " ".join(part for part in (name_or_gap(name) if name else "", number) if part)


def brief(stamp: Stamp, noted: Noted) -> Stamp:
    """The same stamp with a name and a number that leave room for the rest of the page; the rest of them is noted."""
    name = noted.name(name_or_gap(stamp.contact)) if stamp.contact else ""
    return replace(stamp, contact=name, phone=noted.name(printable(stamp.phone)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head that each page repeats: title and dates at the left, whom to call at the right, labels underneath."""

    title: Sequence[str]
    dates: Sequence[str]
    contact: Sequence[str]
    labels: Sequence[tuple[float, str]]
    look: Look
    area: Area = UPRIGHT

    @property
    def height(self) -> float:
        """In points; the same on each page."""
        title, dates = self.look.title * LINE, self.look.subtitle * LINE
        left = len(self.title) * title + len(self.dates) * dates
        right = (title + self.look.line) / 2 + (len(self.contact) - 1) * self.look.line + dates
        return max(left, right) + _LABELS

    def draw(self, pen: Pen, number: int, of: int) -> None:
        """Draw the head of one page."""
        look = self.look
        below = text_lines(pen, 0, 0, self.title, look.title, bold=True)
        text_lines(pen, 0, below, self.dates, look.subtitle)
        middle = look.title * LINE / 2
        for line in self.contact:
            pen.text_to(self.area.across, middle, line, look.body, bold=True)
            middle += look.line
        if of > 1:
            middle = self.height - _LABELS - look.subtitle * LINE / 2
            pen.text_to(
                self.area.across,
                middle,
                tr("page {number} of {of}").format(number=number, of=of),
                look.body,
            )
        for x, label in self.labels:
            pen.text(x, self.height - _LABELS / 2, label, SMALL)


def head(
    title: str,
    dates: str,
    contact: str,
    look: Look,
    labels: Sequence[tuple[float, str]] = (),
    area: Area = UPRIGHT,
) -> Head:
    """The head of a full page, wrapped to fit."""
    right = wrap(printable(contact), _CONTACT_WIDTH, look.body, bold=True)
    beside = max((width(line, look.body, bold=True) for line in right), default=0) + 6 * MM
    room = area.across - (beside if len(right) > 1 else _PAGE_WIDTH)
    return Head(
        title=wrap(printable(title), area.across - beside, look.title, bold=True),
        dates=wrap(printable(dates), room, look.subtitle),
        contact=right,
        labels=labels,
        look=look,
        area=area,
    )


def full_pages(title: str, head: Head, groups: Sequence[Group], stamp: Stamp, look: Look) -> bytes:
    """A PDF of full pages, each with the head and the foot; what fits well spreads out over the paper."""
    area = head.area
    foot, room = _foot_and_room(head, stamp)
    pages = paginate(groups, room)
    air = min(page.air(room - _FOOT_GAP) for page in pages)
    sheets = Sheets(title, look, sideways=area == SIDEWAYS)
    for number, page in enumerate(pages, start=1):
        pen = sheets.pen(area)
        head.draw(pen, number, len(pages))
        page.draw(pen, head.height, area.across, air)
        text_lines(pen, 0, area.down - len(foot) * _SMALL_LINE, foot, SMALL)
        sheets.end_page()
    return sheets.done()


def fits_one_page(head: Head, groups: Sequence[Group], stamp: Stamp) -> bool:
    """Whether everything stands on a single page."""
    room = _foot_and_room(head, stamp)[1]
    pages = paginate(groups, room)
    return len(pages) == 1 and pages[0].height <= room


def page_count(head: Head, groups: Sequence[Group], stamp: Stamp) -> int:
    """On how many pages everything stands."""
    return len(paginate(groups, _foot_and_room(head, stamp)[1]))


def _foot_and_room(head: Head, stamp: Stamp) -> tuple[list[str], float]:
    """The lines at the foot, and the height between head and foot."""
    foot = wrap(stamp.words(), head.area.across, SMALL)
    return foot, head.area.down - head.height - len(foot) * _SMALL_LINE - _FOOT_GAP


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfSheet:
    """What one person's half sheets hold, before they are put on pages.

    `corner` stands small at the top right of each. `strip` is torn off the foot of the first; where there is none,
    marks show how to fold the sheet for a wallet.
    """

    title: str
    dates: str
    groups: Sequence[Group]
    stamp: Stamp
    corner: str = ""
    strip: Block | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Half:
    """One half sheet, ready to be drawn."""

    title: Sequence[str]
    dates: Sequence[str]
    foot: Sequence[str]
    page: Page
    air: float
    number: int
    of: int
    corner: str
    strip: Block | None

    def draw(self, pen: Pen, look: Look) -> None:
        """Draw it from the corner of its half."""
        top = text_lines(pen, 0, 0, self.title, look.title - 2, bold=True)
        top = text_lines(pen, 0, top, self.dates, look.body)
        if words := self._corner_words():
            pen.text_to(HALF_SAFE_WIDTH, top - look.line / 2, words, SMALL)
        self.page.draw(pen, top + _HALF_GAP, HALF_SAFE_WIDTH, self.air)
        strip = self.strip if self.number == 1 else None
        bottom = HALF_SAFE_HEIGHT - (strip.height if strip is not None else 0)
        text_lines(pen, 0, bottom - len(self.foot) * _SMALL_LINE, self.foot, SMALL)
        if strip is not None:
            strip.draw(pen, bottom, strip.height)
        if self.strip is None:
            pen.fold_marks(HALF_SAFE_WIDTH, HALF_SAFE_HEIGHT)

    def _corner_words(self) -> str:
        return _corner_words(self.corner, self.number, self.of)


def _corner_words(corner: str, number: int, of: int) -> str:
    words = tr("page {number} of {of}").format(number=number, of=of) if of > 1 else ""
    return ", ".join(each for each in (corner, words) if each)


def half_pages(title: str, sheets: Sequence[HalfSheet], look: Look) -> bytes:
    """A PDF with two half sheets on each page and a line between them to cut along."""
    halves = [half for sheet in sheets for half in _halves(sheet, look)]
    paper = Sheets(title, look, sideways=True)
    for number, half in enumerate(halves):
        if number % 2 == 0:
            paper.cut_in_half()
        half.draw(paper.half_pen(number % 2), look)
        if number % 2 or number == len(halves) - 1:
            paper.end_page()
    return paper.done()


def _halves(sheet: HalfSheet, look: Look) -> list[_Half]:
    """The half sheets that hold it; the words at the corner are wider where there is more than one."""
    of, halves = 1, _halves_of(sheet, look, 1)
    while len(halves) > of:
        of = len(halves)
        halves = _halves_of(sheet, look, of)
    return halves


def _halves_of(sheet: HalfSheet, look: Look, of: int) -> list[_Half]:
    """The same, with room beside the dates for “page 2 of 2” where they are expected to be more than one."""
    title = wrap(printable(sheet.title), HALF_SAFE_WIDTH, look.title - 2, bold=True)
    corner = printable(sheet.corner)
    beside = width(_corner_words(corner, of, of), SMALL)
    dates = wrap(printable(sheet.dates), HALF_SAFE_WIDTH - (beside + _CORNER_GAP if beside else 0), look.body)
    folding = tr("Fold twice at the small marks to fit a wallet.") if sheet.strip is None else ""
    words = (folding, sheet.stamp.words())
    foot = [line for each in words for line in wrap(each, HALF_SAFE_WIDTH, SMALL)]
    used = len(title) * (look.title - 2) * LINE + len(dates) * look.line + _HALF_GAP
    below = sheet.strip.height if sheet.strip is not None else 0
    room = HALF_SAFE_HEIGHT - used - len(foot) * _SMALL_LINE - _FOOT_GAP
    pages = paginate(sheet.groups, room, first_less=below)
    air = min(page.air(room - _FOOT_GAP - (0 if number else below)) for number, page in enumerate(pages))
    return [
        _Half(
            title=title,
            dates=dates,
            foot=foot,
            page=page,
            air=air,
            number=number,
            of=len(pages),
            corner=corner,
            strip=sheet.strip,
        )
        for number, page in enumerate(pages, start=1)
    ]
