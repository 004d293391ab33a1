"""The driver slip: a half sheet with all that a driver needs to know, and a strip to leave in the jar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from caregiver_app.documents.flow import Block, Group
from caregiver_app.documents.lettering import can_draw, printable, width
from caregiver_app.documents.pages import HalfSheet, Stamp, brief, half_pages, who_to_ask
from caregiver_app.documents.paper import HALF_SAFE_WIDTH, MM, Look
from caregiver_app.documents.parts import Cell, Lines, Noted, WritingRow, name_or_gap, notes_group
from caregiver_app.documents.slip_parts import CodeBlock, Figure, JarStrip, Parted, beside, figures_block
from caregiver_app.documents.tick_lines import tick_lines
from caregiver_app.domain.ride_words import need_words
from caregiver_app.domain.rides import Leg, Need
from caregiver_app.domain.spoken import day_words
from caregiver_app.words import ntr, tr

MOST_LINES = 6
_GAP = 1.5 * MM  # and what is left over on the half sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class DriverSlip:
    """All that a driver slip shows; without a `day` it is a form to fill in by hand.

    `number` is the R-number of the ride. `name` is whom to drive. `figures` are the big times. `where_from` and
    `where_to` are words that the driver may read; so are `drop_off` and `parking`. `bring` are things to tick off.
    `service` is how to reach and name the booking of a taxi or van. `backup` is a name and perhaps a number. `code`
    goes to a phone's calendar; `code_words` say the same to people.
    """

    day: date | None = None
    legs: tuple[Leg, ...] = ()
    number: str = ""
    name: str = ""
    driver: str = ""
    service: str = ""
    figures: tuple[Figure, ...] = ()
    where_from: str = ""
    where_to: str = ""
    drop_off: str = ""
    parking: str = ""
    needs: tuple[Need, ...] = ()
    companion: bool = False
    seats: int = 1
    bring: tuple[str, ...] = ()
    notes: str = ""
    backup: str = ""
    code: str = ""
    code_words: str = ""
    stamp: Stamp


def driver_slips(data: Sequence[DriverSlip], look: Look) -> bytes:
    """The slips as a PDF, two on each page."""
    return half_pages(tr("Driver slip"), [_half_sheet(each, look) for each in data], look)


def _half_sheet(slip: DriverSlip, look: Look) -> HalfSheet:
    day = day_words(slip.day) if slip.day else "__________"
    layout = _Layout(slip, look)
    return HalfSheet(
        title=tr("Drive on {day}").format(day=day),
        dates=_legs_words(layout.slip),
        corner=slip.number,
        groups=layout.groups(),
        stamp=layout.slip.stamp,
        strip=JarStrip(number=printable(slip.number), look=look),
    )


def _legs_words(slip: DriverSlip) -> str:
    name = slip.name
    if not slip.legs:
        return tr("There / home / both")
    if len(slip.legs) > 1:
        return tr("There and home, with {name}").format(name=name) if name else tr("There and home")
    if slip.legs[0] is Leg.THERE:
        return tr("There, with {name}").format(name=name) if name else tr("There")
    return tr("Home, with {name}").format(name=name) if name else tr("Home")


class _Layout:
    """Turns one slip into groups of blocks, in the order in which a driver needs them."""

    def __init__(self, slip: DriverSlip, look: Look) -> None:
        self.look = look
        self.noted = Noted(look)
        name = self.noted.name(name_or_gap(slip.name)) if slip.name else ""
        self.slip = replace(slip, name=name, stamp=brief(slip.stamp, self.noted))
        self.blank = slip.day is None

    def groups(self) -> list[Group]:
        """Everything between the head and the foot."""
        parts = [
            self._driver(),
            Group(rows=[figures_block(self.slip.figures or _blank_figures(), self.noted)], gap=_GAP),
            self._places(),
            self._in_and_out(),
            self._bring(),
            self._said(tr("Note"), self.slip.notes),
            self._call(),
        ]
        parts = [replace(part, rows=_parted(part.rows)) for part in parts]
        return [*parts, notes_group(self.noted.texts, self.look, HALF_SAFE_WIDTH)]

    def _driver(self) -> Group:
        rows = self._led(tr("Driver"), self.slip.driver, blank=True)
        return Group(rows=[*rows, *self._led(tr("Booking"), self.slip.service)], gap=0)

    def _places(self) -> Group:
        slip = self.slip
        rows = [
            *self._led(tr("From"), slip.where_from, blank=True),
            *self._led(tr("To"), slip.where_to, blank=True),
            *self._led(tr("Stop at") if slip.legs == (Leg.HOME,) else tr("Drop-off"), slip.drop_off, blank=self.blank),
            *self._led(tr("Parking"), slip.parking, blank=self.blank),
        ]
        return Group(rows=rows, gap=_GAP)

    def _in_and_out(self) -> Group:
        lead = tr("Getting in and out")
        if self.blank:
            ticks: list[Block] = [*self._ticks(lead, [need_words(need).lower() for need in Need])]
            return Group(rows=[*ticks, *self._ticks(tr("Companion"), [tr("yes"), tr("no")])], gap=_GAP)
        needs = [need_words(need).lower() for need in Need if need in self.slip.needs]
        ticks = [*(self._ticks(lead, needs) if needs else self._led(lead, tr("no special help")))]
        return Group(rows=[*ticks, *self._led(tr("Companion"), self._companion_words())], gap=_GAP)

    def _companion_words(self) -> str:
        words = tr("yes") if self.slip.companion else tr("no")
        if self.slip.seats < 2:
            return words
        seats = ntr("{n} seat", "{n} seats", self.slip.seats).format(n=self.slip.seats)
        return tr("{words} – {seats} needed").format(words=words, seats=seats)

    def _bring(self) -> Group:
        return Group(rows=self._ticks(tr("Bring"), self.slip.bring or usual_things()), gap=_GAP)

    def _call(self) -> Group:
        """Whom to call; beside the code where there is one, so that all of it stands on one half sheet."""
        lines = [(tr("If late or it runs long:"), self._whom_to_call()), (tr("Backup driver:"), self.slip.backup)]
        if not self.slip.code:
            rows = [row for lead, words in lines for row in self._led(lead, words, blank=True)]
            return Group(rows=rows, gap=_GAP)
        above = [line for lead, words in lines for line in beside(lead, self._writable(words), self.noted)]
        return Group(rows=[CodeBlock.of(self.slip.code, self.slip.code_words, above, self.look)], gap=_GAP)

    def _whom_to_call(self) -> str:
        stamp = self.slip.stamp
        person = who_to_ask(stamp.contact, stamp.phone)
        if not person:
            return ""
        return (tr("call {person}") if stamp.phone else tr("tell {person}")).format(person=person)

    def _writable(self, words: str) -> str:
        return printable(words) if can_draw(words) else ""

    def _said(self, lead: str, words: str) -> Group:
        return Group(rows=self._led(lead, words), gap=_GAP)

    def _ticks(self, lead: str, things: Sequence[str]) -> list[Block]:
        return [*tick_lines(lead, things, self.noted, HALF_SAFE_WIDTH)]

    def _led(self, lead: str, words: str, *, blank: bool = False) -> list[Block]:
        """Words beside a bold lead; with `blank`, a line to write on where there are none, or can't be printed."""
        x = width(f"{lead}  ", self.look.body, bold=True)
        if not words.strip() or (blank and not can_draw(words)):
            return [_writing(lead, x, self.look)] if blank else []
        lines = self.noted.fit(printable(words), HALF_SAFE_WIDTH - x, MOST_LINES)
        rows = [Lines(lines=[line], x=x, lead="" if n else lead, look=self.look) for n, line in enumerate(lines)]
        return [*rows]


def _parted(rows: Sequence[Block]) -> list[Block]:
    """The rows of a part, with a share of the spare room under the last."""
    return [*rows[:-1], *(Parted(block=row) for row in rows[-1:])]


def _writing(lead: str, x: float, look: Look) -> WritingRow:
    """A bold lead and a line to write on."""
    return WritingRow(
        cells=(Cell(0, [lead], bold=True),),
        blanks=[("", x, HALF_SAFE_WIDTH - x)],
        look=look,
        stretch=0,
    )


def _blank_figures() -> tuple[Figure, ...]:
    return tuple(Figure(label=label) for label in (tr("Pick up"), tr("Arrive by"), tr("Home")))


def usual_things() -> tuple[str, ...]:
    """What most drives need, for a slip where nothing else was noted."""
    return (
        tr("bag"),
        tr("blanket"),
        tr("water"),
        tr("phone charger"),
        tr("list for the doctor in a sealed envelope"),
    )
