"""The ten kinds of help, the parts of a day, and who may see a thing on paper."""

from __future__ import annotations

from enum import StrEnum


class PartOfDay(StrEnum):
    """A loose time. Morning runs to 11:30, midday to 2, afternoon to 5:30; the rest is evening."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Audience(StrEnum):
    """Who may see a thing on paper, from the widest circle to the smallest."""

    FRIDGE = "fridge"
    HELPER = "helper"
    FAMILY = "family"
    ME = "me"

    def may_see(self, thing: Audience) -> bool:
        """Whether a sheet for this audience may show a thing kept for another."""
        return _CIRCLES.index(self) >= _CIRCLES.index(thing)


_CIRCLES = tuple(Audience)


class TaskKind(StrEnum):
    """What sort of help a task asks for."""

    MEAL = "meal"
    RIDE = "ride"
    ERRAND = "errand"
    SHOPPING = "shopping"
    CHORES = "chores"
    CHILDCARE = "childcare"
    PETS = "pets"
    STAY = "stay"
    CALLS = "calls"
    VISIT = "visit"

    @property
    def audience(self) -> Audience:
        """Who may see a new task of this kind: what shows that she is alone or away starts at Helper."""
        return Audience.HELPER if self in _PRIVATE_AT_FIRST else Audience.FRIDGE

    @property
    def in_the_house(self) -> bool:
        """Whether the helper comes close, so that someone with a cold should not be asked."""
        return self in _IN_THE_HOUSE

    @property
    def minutes(self) -> int:
        """How long such a task takes as a rule; only a first guess."""
        return _MINUTES[self]


_PRIVATE_AT_FIRST = {TaskKind.RIDE, TaskKind.VISIT, TaskKind.CHILDCARE, TaskKind.STAY}
_IN_THE_HOUSE = {TaskKind.RIDE, TaskKind.CHORES, TaskKind.CHILDCARE, TaskKind.STAY, TaskKind.VISIT}
_MINUTES = {
    TaskKind.MEAL: 30,
    TaskKind.RIDE: 60,
    TaskKind.ERRAND: 45,
    TaskKind.SHOPPING: 60,
    TaskKind.CHORES: 60,
    TaskKind.CHILDCARE: 120,
    TaskKind.PETS: 30,
    TaskKind.STAY: 120,
    TaskKind.CALLS: 30,
    TaskKind.VISIT: 60,
}
