"""The rest of a series, some days later or earlier: a list of what moves before it does, then words for the drivers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from caregiver_app.domain.entries import parse_slide
from caregiver_app.domain.people import Person
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rides import Trip
from caregiver_app.domain.spoken import list_words
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around, visits_words
from caregiver_app.ui.rides.messages import Message, show_messages
from caregiver_app.ui.rides.news import news_of
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.services.going_on import Slide, SlideMove

USUAL = 7  # days


class SlideDialog(Editor):
    """Slides this visit and the later planned ones of its series in one step."""

    WIDTH = 620

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Slide the rest"), tr("Slide"), parent)
        self._visit = visit
        self._around = read_around(parts)
        self._messages: list[Message] = []
        self._slide: Slide | None = None
        theme = self.theme
        words = tr("“{title}” from {day} on moves by as many days. Visits before that stay.")
        about = words.format(title=visit.appointment.title.strip(), day=self._around.day(visit.appointment.day))
        self.body.addWidget(Text(theme, about, ink="text2"))
        self.days = LineEdit(ntr("{n} day", "{n} days", USUAL).format(n=USUAL))
        help_text = tr("Also “a week”, “10 days”, or “3 days earlier.”")
        self.add_field("days", Field(theme, tr("Move by"), self.days, help_text=help_text))
        self.title = Text(theme, "", "h3")
        self.body.addWidget(self.title)
        self.moves = _Moves(theme)
        self.body.addWidget(self.moves)
        self.drivers = Text(theme, "", ink="text2")
        self.body.addWidget(self.drivers)
        self.body.addStretch(1)
        self.days.textChanged.connect(self._typed)
        self.days.editingFinished.connect(self._left)
        self.accepted.connect(self._hand_out)
        self._typed()
        self.days.setFocus()
        self.days.selectAll()

    def values(self) -> object:
        return self.days.text()

    def save(self) -> bool:
        from caregiver_app.services import going_on

        days = parse_slide(self.days.text())
        actions = self.parts.actions
        later = actions.read(partial(going_on.planned_from, appointment=self._visit.appointment))
        slide = partial(going_on.slide, appointment=self._visit.appointment, days=days, now=actions.clock.now())
        count = len(self._slide.moves) if self._slide is not None else 0
        label = ntr("Slide {n} visit by {days}", "Slide {n} visits by {days}", count)
        if not actions.run(label.format(n=count, days=_days(days)), slide):
            return False
        self._messages = news_of(self.parts, later, self._around)
        return True

    def _typed(self) -> None:
        """The list follows what is typed, as far as it can be read."""
        try:
            days = parse_slide(self.days.text())
        except InvalidEntry:
            self._show_nothing()
            return
        self.put_right("days")
        self._show(days)

    def _left(self) -> None:
        try:
            self._show(parse_slide(self.days.text()))
        except InvalidEntry as problem:
            self.fields["days"].set_error(problem.message)

    def _show_nothing(self) -> None:
        """While the days can’t be read there is no list, and the button names no number."""
        self._slide = None
        self.title.setText(tr("Type a number of days"))
        self.moves.hide()
        self.drivers.hide()
        self.save_button.setText(tr("Slide"))

    def _show(self, days: int) -> None:
        from caregiver_app.services import going_on

        preview = partial(going_on.slide_preview, appointment=self._visit.appointment, days=days)
        slide = self.parts.actions.read(preview)
        if slide == self._slide:
            return
        self._slide = slide
        count = len(slide.moves)
        moving = tr("{visits} would move by {days}") if days > 0 else tr("{visits} would move back by {days}")
        self.title.setText(moving.format(visits=visits_words(count), days=_days(abs(days))))
        self.moves.show_moves(slide.moves, self._around)
        self.moves.show()
        self.drivers.setText(self._driver_words(slide))
        self.drivers.setVisible(bool(self.drivers.text()))
        self.save_button.setText(ntr("Slide {n} visit", "Slide {n} visits", count).format(n=count))
        self.grow_soon()
        announce(self.title, self.title.text())

    def _driver_words(self, slide: Slide) -> str:
        people = list({person.id: 0 for _, person in slide.said_yes if not self._around.is_you(person.id)})
        if not people:
            return ""
        words = ntr(
            "{names} keeps the ride. The words to send are ready in the next step.",
            "{names} keep their rides. The words to send are ready in the next step.",
            len(people),
        )
        return words.format(names=self._around.names_of(people))

    def _hand_out(self) -> None:
        show_messages(self.parts, self._messages, self.parentWidget())


class _Moves(Card):
    """From which day to which, one visit below the other, with what there is to know of each."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.rows: list[_MoveRow] = []
        self.setAccessibleName(tr("What would move"))
        self.body.setSpacing(theme.px(12))

    def show_moves(self, moves: Sequence[SlideMove], around: Around) -> None:
        """Show these from now on."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [_MoveRow(self._theme, move, around) for move in moves]
        for row in self.rows:
            self.body.addWidget(row)


class _MoveRow(QWidget):
    """One visit."""

    def __init__(self, theme: Theme, move: SlideMove, around: Around) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        days = QWidget()
        grid = QGridLayout(days)
        grid.setContentsMargins(QMargins())
        grid.setHorizontalSpacing(theme.px(12))
        old = Text(theme, around.day(move.appointment.day), ink="text2", wrap=False)
        new = Text(theme, around.day(move.day), "strong", wrap=False)
        for place, widget in enumerate((old, Picture(theme, "arrow-right", 20, ink="text2"), new)):
            grid.addWidget(widget, 0, place, Qt.AlignmentFlag.AlignVCenter)
        old.setMinimumWidth(old.fontMetrics().horizontalAdvance(tr("{day}  ").format(day="Wed Sep 30 2026")))
        grid.setColumnStretch(3, 1)
        column.addWidget(days)
        self.notes = warnings_of(move, around)
        for note in self.notes:
            column.addWidget(Text(theme, note, "strong", ink="warn"))
        yes = said_yes_words(move.said_yes, around)
        if yes:
            column.addWidget(Text(theme, yes, "caption", ink="text2"))


def warnings_of(move: SlideMove, around: Around) -> list[str]:
    """What to look at on the new day."""
    found = []
    if move.moved_from is not None:
        words = tr("You moved it by itself before, from {day}. It slides along, too.")
        found.append(words.format(day=around.day(move.moved_from)))
    if move.holiday:
        found.append(tr("{holiday}. Ask if the clinic is open.").format(holiday=move.holiday))
    if move.lands_on:
        found.append(tr("“{title}” is on that day too.").format(title=move.lands_on.strip()))
    return found


def said_yes_words(said_yes: Sequence[tuple[Trip, Person]], around: Around) -> str:
    """Who had said yes to which way, in a sentence each."""
    from caregiver_app.domain.ride_words import way_words

    ways: dict[Person, list[str]] = {}
    for trip, person in said_yes:
        ways.setdefault(person, []).append(way_words(trip.ride.leg))
    return " ".join(
        tr("{name} said yes to {ways}.").format(name=around.names[person.id], ways=list_words(theirs))
        for person, theirs in ways.items()
    )


def _days(days: int) -> str:
    return ntr("{n} day", "{n} days", abs(days)).format(n=days)
