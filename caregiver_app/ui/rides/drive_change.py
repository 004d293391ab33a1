"""A drive that takes longer or shorter now belongs to its place: other visits there move too, which is asked first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.places import Place
from caregiver_app.domain.spoken import list_words, minutes_words
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

NAMED = 3  # visits that are named; more of them are counted


def ask_about_drive(
    parts: Parts, place: Place | None, besides: Collection[UUID], parent: QWidget
) -> list[Visit] | None:
    """The other visits, as they are, whose rides would have other times with this drive; None when that is not meant.

    `besides` are the ids of the visits that are changed themselves. Asks nothing when no other one had a drive.
    """
    from caregiver_app.ui.questions import ask

    if place is None:
        return []
    today = parts.actions.clock.today()
    met = [each for each in parts.actions.read(partial(_moved_by, place=place, today=today)) if each.id not in besides]
    if not any(visit.place is not None and visit.place.travel_minutes for visit in met):
        return met  # nobody has counted on another drive
    stays = ask(
        parts,
        tr("Change the drive for other visits, too?"),
        sentence(place, met, read_around(parts)),
        yes=tr("Back to the form"),
        no=tr("Change them all"),
        parent=parent,
    )
    return None if stays else met


def sentence(place: Place, met: Sequence[Visit], around: Around) -> str:
    """How many visits move with the drive, which ones, and who had said yes to them."""
    moved = ntr(
        "The drive to {place} is kept with the place. {n} other visit there gets other ride times: {visits}.",
        "The drive to {place} is kept with the place. {n} other visits there get other ride times: {visits}.",
        len(met),
    )
    words = [moved.format(place=place.name.strip(), n=len(met), visits=_visits(met, around))]
    people = dict.fromkeys(
        each for visit in met for trip in visit.trips for each in trip.drivers if not around.is_you(each)
    )
    if people:
        yes = tr("{names} said yes to some of them. The words to send come next.")
        words.append(yes.format(names=around.names_of(people)))
    if place.travel_minutes is not None:
        words.append(tr("Is {drive} right?").format(drive=minutes_words(place.travel_minutes)))
    return " ".join(words)


def _visits(met: Sequence[Visit], around: Around) -> str:
    words = tr("{title} on {day}")
    named = [
        words.format(title=each.appointment.title.strip(), day=around.day(each.appointment.day)) for each in met[:NAMED]
    ]
    if more := len(met) - len(named):
        named.append(ntr("{n} more", "{n} more", more).format(n=more))
    return list_words(named)


def _moved_by(work: UnitOfWork, *, place: Place, today: date) -> list[Visit]:
    from caregiver_app.services import care_places

    return care_places.moved_by(work, place=place, today=today)
