"""A typed offer with what the person put right about it: chips that were taken off, a name typed by hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.people import Person
from caregiver_app.domain.person_words import free_words, kind_words, limit_words
from caregiver_app.domain.quick_add import Offer, read_offer
from caregiver_app.domain.spoken import short_day, span_words
from caregiver_app.words import tr

DRIVES, FREE, AT_MOST, COLD, EMAIL = "drives", "free", "at_most", "cold_until", "email"
UNNAMED = "?"
Key = str | TaskKind | Span


@dataclass
class OfferDraft:
    """What the line says, less what was taken off; `name` and `phone` are None until typed by hand."""

    today: date
    line: str = ""
    name: str | None = None
    phone: str | None = None
    off: dict[Key, str] = field(default_factory=dict)

    def read(self, line: str) -> None:
        """Take in the line as it is now; an empty one begins anew."""
        self.line = line
        if not line.strip():
            self.name = self.phone = None
            self.off.clear()

    def take_off(self, key: Key) -> None:
        """This chip was not meant; its words go to the note."""
        words = dict(self.chips())
        if key in words:
            self.off[key] = words[key]

    @property
    def offer(self) -> Offer:
        """What stands now."""
        read = read_offer(self.line, self.today)
        found = replace(
            read,
            name=read.name if self.name is None else self.name.strip(),
            phone=read.phone if self.phone is None else self.phone.strip(),
            email="" if EMAIL in self.off else read.email,
            glad_to=frozenset(kind for kind in read.glad_to if kind not in self.off),
            free=frozenset() if FREE in self.off else read.free,
            drives=read.drives and DRIVES not in self.off,
            at_most=None if AT_MOST in self.off else read.at_most,
            away=tuple(span for span in read.away if span not in self.off),
            cold_until=None if COLD in self.off else read.cold_until,
        )
        lost = [*self._replaced(read), *self.off.values()]
        return replace(found, note=tr(", ").join(part for part in (read.note, *lost) if part))

    def person(self) -> Person:
        """The helper to keep. Raises InvalidEntry, as when there is no name."""
        return self.offer.person(self.today)

    def person_so_far(self) -> Person:
        """The same for the full form, which asks for the name where there is none yet."""
        offer = self.offer
        return replace(offer, name=offer.name or UNNAMED).person(self.today)

    def chips(self) -> list[tuple[Key, str]]:
        """Each chip with its words."""
        offer = self.offer
        chips: list[tuple[Key, str]] = [(kind, kind_words(kind)) for kind in TaskKind if kind in offer.glad_to]
        chips += [(DRIVES, tr("Drives"))] if offer.drives else []
        chips += [(FREE, tr(", ").join(free_words(offer.free)))] if offer.free else []
        chips += [(AT_MOST, limit_words(offer.at_most))] if offer.at_most else []
        chips += [(span, tr("Away {days}").format(days=span_words(span))) for span in offer.away]
        if offer.cold_until:
            chips.append((COLD, tr("Has a cold until {day}").format(day=short_day(offer.cold_until))))
        return chips + ([(EMAIL, offer.email)] if offer.email else [])

    def _replaced(self, read: Offer) -> list[str]:
        """What was read as name or number and then typed over: it may be something else that matters."""
        pairs = ((self.name, read.name), (self.phone, read.phone))
        return [was for now, was in pairs if now is not None and was and now.strip() != was]
