"""The Today list on paper: the day as the first page shows it, for the caregiver alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from typing import Any

from caregiver_app.documents.paper import Look
from caregiver_app.documents.today_list import ListRow, TodayList, today_list
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person
from caregiver_app.domain.today_view import TodayRow
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services import today
from caregiver_app.services.household import household
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Sheet, Shown, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that is read of records here; the rows come in words.
FIELDS: Mapping[type, frozenset[str]] = {Household: frozenset({"clock24"})}
_BEGIN = time(8)


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """One day with the six after it."""
    day = request.span.first
    clock24 = Shown(household(work), FIELDS).clock24
    stamp = contents.stamp(work, request, made, None, clock24=clock24)
    if request.blank:
        return Gathered(data=(TodayList(day=day, blank=True, stamp=stamp),))
    now = made.at.replace(tzinfo=None)
    is_now = now.date() == day
    view = today.today(work, now=now if is_now else datetime.combine(day, _BEGIN))
    data = TodayList(
        day=day,
        today=tuple(_row(each) for each in view.today),
        left=tuple(_row(each) for each in view.left) if is_now else (),  # of another day nobody knows yet
        needing=tuple(_row(each) for each in view.needing),
        coming=tuple(_row(each) for each in view.coming),
        stamp=stamp,
    )
    people = work.all(Person)
    named = {
        each for row in (*view.today, *view.left, *view.coming) if row.item is not None for each in row.item.helpers
    }
    return Gathered(data=(data,), to_write=contents.names_to_write(people, named))


def _row(row: TodayRow) -> ListRow:
    """A row in words; on paper the day and the time share a column."""
    when = tr(", ").join(part for part in (row.day, row.time) if part)
    return ListRow(when=when, what=row.title, who=row.detail or row.needs, done=row.done)


def draw(data: Sequence[Any], look: Look) -> bytes:
    """The list as a PDF."""
    return today_list(data[0], look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Today list")


SHEET = Sheet(
    name="today",
    title=title,
    audience=Audience.ME,
    stretches=(Stretch.DAY,),
    gather=gather,
    draw=draw,
)
