"""The season that a family is in. It stops what no longer fits, and changes words; what was kept stays."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import StrEnum
from uuid import UUID

from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record

SEASON_ID = UUID(int=0x5EA5)
WITH_HER = frozenset({TaskKind.RIDE, TaskKind.STAY, TaskKind.VISIT})  # what is done with the person cared for


class Season(StrEnum):
    """Where a family stands."""

    TREATMENT = "treatment"
    PAUSED = "paused"
    HOSPICE = "hospice"
    DIED = "died"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeasonNow(Record):
    """The season that holds, and the day it began. There is one, with the same id on every computer.

    `called_off` are the visits that it and the seasons before it called off, the tasks that they ended and the plans
    for time off that went with them, so that all of it can be on again.
    """

    id: UUID = field(default=SEASON_ID)
    season: Season = Season.TREATMENT
    since: date | None = None
    called_off: tuple[UUID, ...] = ()

    @property
    def has_treatment(self) -> bool:
        """Whether visits for treatment go on."""
        return self.season is Season.TREATMENT

    @property
    def is_over(self) -> bool:
        """Whether the person cared for has died."""
        return self.season is Season.DIED
