"""What a person can want of a visit on the Rides tab."""

from __future__ import annotations

from enum import Enum, auto


class Wish(Enum):
    """What was pressed, by mouse, key or menu. The first ones are about one way, the others about the visit."""

    CHOOSE = auto()
    YES = auto()
    NO = auto()
    FREE = auto()
    TOLD = auto()
    RIDE_CALENDAR = auto()
    OPEN = auto()
    MORE = auto()
    WORDS = auto()
    COMPANY_TOLD = auto()
    MOVE = auto()
    CANCEL = auto()
    RESTORE = auto()
    SLIDE = auto()
    ADD_DATES = auto()
    SLIP = auto()
    TIME_OFF = auto()
    COST = auto()
    CALENDAR = auto()
    TAKE_OUT = auto()
    MAP = auto()
    HELP = auto()
    TELL = auto()
    SERVICES = auto()
    REMOVE = auto()
