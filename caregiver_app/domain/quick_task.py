"""Makes the task that one line tells of; words of health and questions stay with the family."""

from __future__ import annotations

import re
from datetime import datetime

from caregiver_app.domain.appointment_guess import guess_appointment
from caregiver_app.domain.kind_guess import guess_kind
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.quick_any import TypedLine
from caregiver_app.domain.sharing import first_audience, fridge_words_found, neutral_title, neutral_words
from caregiver_app.domain.tasks import Task

_TAKEN = re.compile(r"\s*(?:take|bring|get|drop|pick)\b", re.IGNORECASE)
_PLAIN = (
    r"(?:own )?(?:groceries|grocery|mail|letters?|packages?|parcels?|(?:dry[- ])?cleaning|laundry|coats?|shoes|library"
    r"|books?|car|keys?|dog|cat|birds?|kids?|cake|flowers|lunch|dinner|glasses|phone)\b"
)
_SOMEBODYS = re.compile(
    rf"\b(?:buy|bring|get|fetch|collect|picks? up|pick-up)s? (?:my|her|his) (?!{_PLAIN})", re.IGNORECASE
)
_LOOSE_DAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)\b", re.IGNORECASE)


def task_of(typed: TypedLine, now: datetime) -> tuple[Task, bool]:
    """The task, and whether it is the caregiver’s: their own care, a question, or a call for the family’s eyes alone.

    Words of health go to the family circle; what a helper does is for that helper’s own sheet.
    """
    kind = _kind(typed)
    audience = first_audience(kind, typed.text)
    tells = typed.is_question or _may_tell(typed.text)
    if tells and audience is Audience.FRIDGE:
        audience = Audience.FAMILY if typed.helper is None else Audience.HELPER
    if typed.for_me and typed.helper is None:  # nothing of one’s own care is on a sheet of others
        audience = Audience.ME
    task = Task(
        title=typed.text,
        day=typed.day_from(now),
        kind=kind,
        when=typed.when,
        minutes=typed.minutes,
        repeat=typed.repeat,
        audience=audience,
        public_title=_public_title(kind, typed),
    )
    asks = audience is Audience.FAMILY and (typed.is_question or kind is TaskKind.CALLS)
    return task, typed.helper is None and (asks or audience is Audience.ME)


def _may_tell(text: str) -> bool:
    """Whether words may tell of health: what is brought for one person may be a medicine of any name."""
    return bool(fridge_words_found(text) or _SOMEBODYS.search(text))


def _public_title(kind: TaskKind, typed: TypedLine) -> str:
    if _SOMEBODYS.search(typed.text):
        return neutral_words(kind, typed.text, typed.when)
    return neutral_title(kind, typed.text, typed.when)


def _kind(typed: TypedLine) -> TaskKind:
    kind = guess_kind(typed.text)
    if kind is None and _TAKEN.match(typed.text) and guess_appointment(typed.text) is not None:
        return TaskKind.RIDE
    return kind or (TaskKind.CALLS if typed.is_question else TaskKind.ERRAND)


def loose_day(text: str) -> str:
    """A short weekday that stayed in the words, as in “Sat with mom”; else empty."""
    match = _LOOSE_DAY.search(text)
    return match[0] if match is not None else ""
