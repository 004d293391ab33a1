"""The colors, letters and lengths of cards, worked out once for a theme and a text size."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtGui import QColor, QFont, QFontMetrics

from caregiver_app.domain.people import Person
from caregiver_app.domain.spoken import short_day_names
from caregiver_app.domain.tasks import State
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.disc import disc_color, initials


class CardStyle:
    """Everything that cards share at one theme. Lengths in pixels, already scaled."""

    def __init__(self, theme: Theme, people: Iterable[Person] = ()) -> None:
        self.theme = theme
        self.token = theme.token
        self.px = theme.px
        self.body, self.strong, self.small = theme.font("body"), theme.font("strong"), theme.font("caption")
        self.struck = QFont(self.body)
        self.struck.setStrikeOut(True)
        self.initials, self.big_initials = theme.letters(11, bold=True), theme.letters(15, bold=True)
        self.on_disc = QColor("#FFFFFF")
        self._lengths()
        self._discs: dict[UUID, tuple[str, QColor]] = {}
        self.know(people)

    def _lengths(self) -> None:
        px = self.px
        self.pad, self.inset, self.gap_small, self.gap, self.gap_wide = px(11), px(7), px(4), px(8), px(12)
        self.box, self.hit, self.disc, self.big_disc = px(24), px(36), px(26), px(40)
        self.box_radius, self.radius, self.lane_radius = px(6), px(9), px(12)
        self.card_gap, self.lane_gap = px(10), px(8)
        self.thin, self.thick, self.dashes = 1, 2, [4, 2.5]
        self.line_room = px(470)
        metrics = QFontMetrics(self.strong)
        self.line = metrics.height()
        self.day_room = max(metrics.horizontalAdvance(name) for name in short_day_names()) + px(4)

    def know(self, people: Iterable[Person]) -> None:
        """Learn who is who, for the discs."""
        self._discs = {person.id: (initials(person.name), disc_color(person.id)) for person in people}

    def ground(self, state: State) -> tuple[QColor, QColor]:
        """Fill and edge of a card."""
        fill, edge = _GROUNDS[state]
        return self.token(fill), self.token(edge)

    def lane_ground(self, name: str) -> tuple[QColor, QColor]:
        """Fill and edge of a lane: of a day, of today, of a person, or of what needs somebody."""
        fill, edge = _LANE_GROUNDS[name]
        return self.token(fill), self.token(edge)

    def lane_inks(self, name: str) -> tuple[QColor, QColor]:
        """The colors of a lane's title and of its note."""
        ink, note = _LANE_INKS[name]
        return self.token(ink), self.token(note)

    def ink(self, state: State) -> QColor:
        """The color of the title."""
        return self.token(_INKS[state])

    def who_ink(self, state: State) -> QColor:
        """The color of the words about people."""
        return self.token(_WHO_INKS[state])

    def disc_of(self, person_id: UUID) -> tuple[str, QColor]:
        """The initials of a person and the color of their disc."""
        return self._discs.get(person_id, ("?", disc_color(person_id)))


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
