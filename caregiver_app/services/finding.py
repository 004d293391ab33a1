"""Finds anything by the starts of its words, in every tab; never what is in the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, repeat, zip_longest
from typing import Any
from uuid import UUID

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.expense_words import kind_label
from caregiver_app.domain.found import Found, FoundKind
from caregiver_app.domain.money_words import dollars
from caregiver_app.domain.people import Role
from caregiver_app.domain.receipts import r_number
from caregiver_app.domain.spoken import day_words, minutes_words
from caregiver_app.domain.tasks import Ask, Item, Occurrence, Task, items_of, occurrence_of
from caregiver_app.storage.find_rows import Starts, letters_of, some_of, starts_of
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

LEAST = 2  # letters
MOST = 40
_LONGEST_TITLE = 120
_ORDER = {kind: place for place, kind in enumerate(FoundKind)}


def find(work: UnitOfWork, *, typed: str, limit: int = MOST) -> list[Found]:
    """What holds each word that was typed as the start of one of its words: people first, the newest of each kind.

    Each kind gets its fair share of `limit`. Nothing is found for a single letter.
    """
    if not is_enough(typed):
        return []
    starts = starts_of(work, letters_of(typed))
    shares = _shares(starts, limit)
    rows = {kind: some_of(work, kind, starts, share) for kind, share in shares.items()}
    if sum(map(len, rows.values())) < min(limit, sum(starts.counts.values())):
        # some records hold more than one such word: what they leave free goes to the kinds that have more
        for kind, share in shares.items():
            if len(rows[kind]) == share < starts.counts[kind]:
                rows[kind] = some_of(work, kind, starts, limit)
    return sorted(_fair(rows, limit), key=_order)


def is_enough(typed: str) -> bool:
    """Whether a word of two letters was typed: with less, nothing is looked up."""
    return any(len(word) >= LEAST for word in letters_of(typed))


def _shares(starts: Starts, limit: int) -> dict[str, int]:
    """How many of each kind are wanted: what one kind does not need goes to the others."""
    shares = dict.fromkeys(starts.counts, 0)
    left, open_kinds = limit, dict(starts.counts)
    while left > 0 and open_kinds:
        each = max(1, left // len(open_kinds))
        for kind in list(open_kinds):
            more = min(each, open_kinds[kind], left)
            shares[kind] += more
            open_kinds[kind] -= more
            left -= more
            if not open_kinds[kind]:
                del open_kinds[kind]
    return shares


def _fair(rows: Mapping[str, Sequence[tuple[Any, ...]]], limit: int) -> list[Found]:
    """The first of each kind, then the second of each, until there are enough."""
    turns = zip_longest(*(zip(repeat(words), rows.get(kind, ())) for kind, words in _WORDS.items()))
    chosen = islice((each for turn in turns for each in turn if each is not None), limit)
    return [words(*row) for words, row in chosen]


def _order(found: Found) -> int:
    return _ORDER[found.kind]


# The words of each kind


def _person(id: UUID, name: str, role: Role, phone: str, email: str) -> Found:
    roles = {
        Role.CAREGIVER: tr("You"),
        Role.CARED_FOR: tr("The person you care for"),
        Role.HELPER: tr("Helper"),
        Role.SERVICE: tr("Ride service"),
    }
    return Found(kind=FoundKind.PERSON, id=id, title=_line(name), detail=_joined((roles[role], phone, email)))


def _task(id: UUID, title: str, day: date, repeats: bool, place: str) -> Found:
    since = tr("since {day}") if repeats else "{day}"
    detail = _joined((tr("Task"), since.format(day=_day(day)), _line(place)))
    return Found(kind=FoundKind.TASK, id=id, title=_line(title), detail=detail, tab="tasks")


def _visit(id: UUID, title: str, day: date) -> Found:
    detail = _joined((tr("Visit"), _day(day)))
    return Found(kind=FoundKind.VISIT, id=id, title=_line(title), detail=detail, tab="rides")


def _small_thing(id: UUID, title: str, minutes: int, resting: bool) -> Found:
    rests = tr("resting for now") if resting else ""
    detail = _joined((tr("Small thing for you"), minutes_words(minutes), rests))
    return Found(kind=FoundKind.SMALL_THING, id=id, title=_line(title), detail=detail, tab="selfcare")


def _cost(id: UUID, name: str, kind: str, paid: Decimal, day: date, number: int) -> Found:
    label = kind_label(kind)
    title = _line(name) or label
    detail = _joined((tr("Cost"), dollars(paid) if paid else "", label, _day(day), r_number(number)))
    return Found(kind=FoundKind.COST, id=id, title=title, detail=detail, tab="expenses")


def _place(id: UUID, name: str, address: str, phone: str) -> Found:
    return Found(kind=FoundKind.PLACE, id=id, title=_line(name), detail=_joined((tr("Place"), _line(address), phone)))


def _clinician(id: UUID, name: str, role: str, phone: str) -> Found:
    detail = _joined((tr("Care team"), _line(role), phone))
    return Found(kind=FoundKind.CLINICIAN, id=id, title=_line(name), detail=detail)


def _claim(id: UUID, company: str, reference: str) -> Found:
    title = _line(company) or tr("A claim")
    return Found(kind=FoundKind.CLAIM, id=id, title=title, detail=_joined((tr("Claim"), reference)), tab="expenses")


def _call(id: UUID, company: str, person: str, day: date, reference: str) -> Found:
    title = _line(company) or _line(person) or tr("A call")
    detail = _joined((tr("Call"), _day(day), reference))
    return Found(kind=FoundKind.CALL, id=id, title=title, detail=detail, tab="expenses")


def _day(day: date) -> str:
    return day_words(day, with_year=True)


def _line(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE] + "…"


def _joined(parts: Iterable[str]) -> str:
    return tr(" · ").join(part for part in parts if part.strip())


_WORDS: dict[str, Callable[..., Found]] = {  # of what is told of each kind, in the order of the list
    "Person": _person,
    "Task": _task,
    "Appointment": _visit,
    "SmallThing": _small_thing,
    "Expense": _cost,
    "Place": _place,
    "Clinician": _clinician,
    "Claim": _claim,
    "CallNote": _call,
}


def next_time(work: UnitOfWork, *, task_id: UUID, today: date) -> Item | None:
    """The next time of a task, else its last one; None when it is gone."""
    task = work.get(Task, task_id)
    if task is None:
        return None
    touched = work.where(Occurrence, task_id=task_id)
    asks = work.where(Ask, task_id=task_id)
    near = Span(today, today + timedelta(366))
    ahead = items_of(near, [task], touched, asks)
    if ahead:
        return ahead[0]
    before = items_of(Span(min(task.day, today), today), [task], touched, asks)
    return before[-1] if before else Item(task, occurrence_of(task, task.day), tuple(asks))
