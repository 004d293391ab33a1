"""The lanes of the board, by day or by helper, and where the arrow keys lead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.people import Person
from caregiver_app.domain.spoken import day_names, long_day, short_day, short_day_names
from caregiver_app.domain.tasks import State
from caregiver_app.ui.tasks.card_words import CardWords, card_words
from caregiver_app.ui.tasks.week import WeekView
from caregiver_app.words import ntr, tr

MOST_EMPTY_HELPERS = 12


class Loose(StrEnum):
    """The lanes of a week by helper that belong to no helper."""

    SERVICES = "ride services"
    NEEDS_HELPER = "needs a helper"
    NOBODY = "nobody"


LaneKey = date | UUID | Loose


class Foot(StrEnum):
    """What the button of a lane does."""

    NONE = "none"
    ADD = "add"
    PRINT = "print"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One day or one person of the board, with its cards in order. Equal lanes look the same."""

    key: LaneKey
    title: str
    short: str = ""
    number: int = 0
    note: str = ""
    holiday: str = ""
    is_today: bool = False
    foot: Foot = Foot.NONE
    cards: tuple[CardWords, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on the board that the keyboard can stand on: a card, or the foot of its lane."""

    lane: LaneKey
    item_id: UUID | None = None


def day_lanes(view: WeekView, today: date, holidays: Mapping[date, str] | None = None) -> list[Lane]:
    """One lane for each day of the week."""
    cards: dict[date, list[CardWords]] = {day: [] for day in view.span.days()}
    for item in view.items:
        cards[item.day].append(card_words(item, view))
    return [
        Lane(
            key=day,
            title=_day_title(day, today),
            short=short_day_names()[day.weekday()],
            number=day.day,
            note=_day_note(day, today, (holidays or {}).get(day, "")),
            holiday=(holidays or {}).get(day, ""),
            is_today=day == today,
            foot=Foot.ADD,
            cards=tuple(cards[day]),
            name=long_day(day),
        )
        for day in view.span.days()
    ]


def helper_lanes(view: WeekView) -> list[Lane]:
    """One lane for each person with something to do, then helpers who are free, then what needs somebody."""
    by_person: dict[UUID, list[CardWords]] = {}
    loose: dict[Loose, list[CardWords]] = {kind: [] for kind in Loose}
    for item in view.items:
        words = card_words(item, view)
        for person_id in item.helpers:
            if view.is_service(person_id):
                loose[Loose.SERVICES].append(words)
            else:
                by_person.setdefault(person_id, []).append(words)
        if item.is_open:
            loose[Loose.NEEDS_HELPER].append(words)
        elif not item.helpers:
            loose[Loose.NOBODY].append(words)
    return [*_people_lanes(view, by_person), *_loose_lanes(loose)]


def _people_lanes(view: WeekView, by_person: Mapping[UUID, Sequence[CardWords]]) -> list[Lane]:
    busy = [person for person in view.people if person.id in by_person]
    idle = [person for person in view.helpers if person.id not in by_person]
    shown = busy + (idle if len(busy) + len(idle) <= MOST_EMPTY_HELPERS else [])
    return [_person_lane(person, by_person.get(person.id, ()), view) for person in shown]


def _person_lane(person: Person, cards: Sequence[CardWords], view: WeekView) -> Lane:
    you = view.caregiver is not None and person.id == view.caregiver.id
    name = tr("You") if you else person.name
    return Lane(
        key=person.id,
        title=name,
        note=_count(cards),
        foot=Foot.PRINT if cards else Foot.NONE,
        cards=tuple(cards),
        name=name,
    )


def _loose_lanes(loose: Mapping[Loose, Sequence[CardWords]]) -> list[Lane]:
    titles = {
        Loose.SERVICES: tr("Ride services"),
        Loose.NEEDS_HELPER: tr("Needs a helper"),
        Loose.NOBODY: tr("No helper was noted"),
    }
    return [
        Lane(
            key=key,
            title=titles[key],
            note=_count(cards),
            foot=Foot.ASK if key is Loose.NEEDS_HELPER else Foot.NONE,
            cards=tuple(cards),
            name=titles[key],
        )
        for key, cards in loose.items()
        if cards
    ]


def _count(cards: Sequence[CardWords]) -> str:
    if not cards:
        return tr("Nothing this week")
    n = len(cards)
    return ntr("{n} task this week", "{n} tasks this week", n).format(n=n)


def _day_title(day: date, today: date) -> str:
    """The title of a day in a list: “Sunday Nov 22 — Today”."""
    words = tr("{weekday} {day}").format(weekday=day_names()[day.weekday()], day=short_day(day))
    return tr("{day} — Today").format(day=words) if day == today else words


def _day_note(day: date, today: date, holiday: str) -> str:
    if day != today:
        return holiday
    return tr("Today, {holiday}").format(holiday=holiday) if holiday else tr("Today")


def open_cards(lanes: Sequence[Lane]) -> list[Stop]:
    """The cards that still need somebody, in order."""
    return [
        Stop(lane.key, words.item_id)
        for lane in lanes
        for words in lane.cards
        if words.state in (State.NEEDS_HELPER, State.ASKED)
    ]


def row_of(lanes: Sequence[Lane], stop: Stop | None) -> int:
    """In which row of its lane a place is."""
    lane = next((lane for lane in lanes if stop is not None and lane.key == stop.lane), None)
    places = stops(lane) if lane is not None else []
    return places.index(stop) if stop in places else 0


def kept_stop(lanes: Sequence[Lane], stop: Stop | None, row: int) -> Stop | None:
    """The same card as before, where it is now; when it is gone, what took its place; else today's first."""
    places = {lane.key: stops(lane) for lane in lanes}
    every = [place for lane in places.values() for place in lane]
    if stop is None or stop in every:
        return stop or _first_place(lanes, every)
    same = [place for place in every if stop.item_id and place.item_id == stop.item_id]
    lane = places.get(stop.lane)
    beside = lane[_held(row, lane)] if lane else None
    return next(iter(same), beside or _first_place(lanes, every))


def _first_place(lanes: Sequence[Lane], every: Sequence[Stop]) -> Stop | None:
    today = next((lane for lane in lanes if lane.is_today), None)
    return stops(today)[0] if today is not None else next(iter(every), None)


class Step(StrEnum):
    """The keys that move about on the board."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"


def stops(lane: Lane, *, foot_first: bool = False) -> list[Stop]:
    """Every place in a lane, from top to bottom."""
    cards = [Stop(lane.key, words.item_id) for words in lane.cards]
    foot = [] if lane.foot is Foot.NONE else [Stop(lane.key)]
    return foot + cards if foot_first else cards + foot


def stop_after(lanes: Sequence[Lane], at: Stop | None, step: Step, *, columns: bool) -> Stop | None:
    """Where a key leads from a place. Side by side, up and down stay in the lane; in a list they run through all."""
    places = [found for lane in lanes if (found := stops(lane, foot_first=not columns))]
    if not places:
        return None
    column, row = _find(places, at)
    if step in (Step.FIRST, Step.LAST):
        return places[column][0 if step is Step.FIRST else -1]
    if step in (Step.LEFT, Step.RIGHT):
        column = _held(column + (1 if step is Step.RIGHT else -1), places)
        return places[column][_held(row, places[column])]
    line = places[column] if columns else [place for lane in places for place in lane]
    return line[_held(line.index(places[column][row]) + (1 if step is Step.DOWN else -1), line)]


def _held(index: int, row: Sequence[object]) -> int:
    """An index kept inside a row."""
    return min(max(index, 0), len(row) - 1)


def _find(places: Sequence[Sequence[Stop]], at: Stop | None) -> tuple[int, int]:
    for column, lane in enumerate(places):
        if at in lane:
            return column, lane.index(at)
    return 0, 0
