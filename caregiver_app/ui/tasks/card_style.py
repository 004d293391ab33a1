"""The colors, letters and lengths of cards, worked out once for a theme and a text size."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from PySide6.QtGui import QColor, QFont, QFontMetrics

from caregiver_app.domain.people import Person
from caregiver_app.domain.tasks import State

PEOPLE_COLOURS = ("#6048B9", "#153A4A", "#A84A12", "#4C7283", "#4C2B29", "#7F5F57")


@dataclass(kw_only=True)
class CardStyle:
    """Everything that cards share. Lengths in pixels, already scaled."""

    colours: Mapping[str, QColor]
    font: Callable[[int, bool], QFont]
    px: Callable[[float], int]
    initials_of: Mapping[UUID, tuple[str, QColor]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._fonts()
        self._lengths()
        self._colours()

    def _fonts(self) -> None:
        self.body = self.font(16, False)
        self.struck = self.font(16, False)
        self.struck.setStrikeOut(True)
        self.strong = self.font(16, True)
        self.small = self.font(14, False)
        self.initials = self.font(11, True)

    def _lengths(self) -> None:
        px = self.px
        self.pad, self.gap_small, self.gap, self.gap_wide = px(11), px(4), px(8), px(12)
        self.box, self.hit, self.disc = px(24), px(36), px(26)
        self.box_radius, self.radius = px(6), px(9)
        self.thin, self.thick = 1, 2
        self.lane_radius, self.big_disc, self.card_gap, self.lane_gap = px(12), px(40), px(10), px(9)
        self.line = QFontMetrics(self.strong).height()
        self.line_room = px(470)
        self.day_room = QFontMetrics(self.strong).horizontalAdvance("Wed")

    def _colours(self) -> None:
        colours = self.colours
        self.surface, self.accent = colours["surface"], colours["accent"]
        self.on_accent, self.edge = colours["on_accent"], colours["line_strong"]
        self.muted, self.on_disc = colours["text2"], QColor("#FFFFFF")

    def ground(self, state: State) -> tuple[QColor, QColor]:
        """Fill and edge of a card."""
        fill, edge = _GROUNDS[state]
        return self.colours[fill], self.colours[edge]

    def lane_ground(self, name: str) -> tuple[QColor, QColor]:
        """Fill and edge of a lane: of a day, of today, of a person, or of what needs somebody."""
        fill, edge = _LANE_GROUNDS[name]
        return self.colours[fill], self.colours[edge]

    def lane_inks(self, name: str) -> tuple[QColor, QColor]:
        """The colors of a lane's title and of its note."""
        ink, note = _LANE_INKS[name]
        return self.colours[ink], self.colours[note]

    def ink(self, state: State) -> QColor:
        """The color of the title."""
        return self.colours[_INKS[state]]

    def who_ink(self, state: State) -> QColor:
        """The color of the words about people."""
        return self.colours[_WHO_INKS[state]]

    def disc_of(self, person_id: UUID) -> tuple[str, QColor]:
        """The initials of a person and the color of their disc."""
        return self.initials_of.get(person_id, ("?", QColor(PEOPLE_COLOURS[0])))


_GROUNDS = {
    State.NEEDS_HELPER: ("warn_soft", "warn_line"),
    State.ASKED: ("info_soft", "info"),
    State.COVERED: ("surface", "line"),
    State.DONE: ("surface", "line"),
    State.NOT_NEEDED: ("bg", "line"),
}
_LANE_GROUNDS = {
    "day": ("sunken", "sunken"),
    "today": ("accent_soft", "accent_soft"),
    "person": ("surface", "line"),
    "needs": ("warn_soft", "warn_line"),
}
_LANE_INKS = {
    "day": ("text", "text2"),
    "today": ("on_accent_soft", "on_accent_soft"),
    "person": ("text", "text2"),
    "needs": ("on_warn_soft", "on_warn_soft"),
}
_INKS = {
    State.NEEDS_HELPER: "text",
    State.ASKED: "text",
    State.COVERED: "text",
    State.DONE: "text2",
    State.NOT_NEEDED: "text2",
}
_WHO_INKS = {
    State.NEEDS_HELPER: "on_warn_soft",
    State.ASKED: "on_info_soft",
    State.COVERED: "text2",
    State.DONE: "text2",
    State.NOT_NEEDED: "text2",
}


def initials(person: Person) -> str:
    """One or two letters for a person's disc."""
    words = person.name.split()
    letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
    return letters.upper()


def colour_of(person: Person) -> QColor:
    """A person's color; the same on every day and every computer."""
    return QColor(PEOPLE_COLOURS[person.id.int % len(PEOPLE_COLOURS)])
