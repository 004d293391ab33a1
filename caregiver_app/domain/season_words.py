"""The words of the seasons: what each is called, and what other pages say in it."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.domain.seasons import Season
from caregiver_app.domain.spoken import list_words
from caregiver_app.words import ntr, tr


def season_words(season: Season, name: str) -> str:
    """What a season is called; `name` is what the person cared for is called."""
    return {
        Season.TREATMENT: tr("In treatment"),
        Season.PAUSED: tr("Treatment is paused"),
        Season.HOSPICE: tr("Hospice care"),
        Season.DIED: tr("{name} has died").format(name=name),
    }[season]


def calm_words(season: Season, name: str) -> str:
    """One line under the choice of a season; empty in treatment."""
    return {
        Season.TREATMENT: "",
        Season.PAUSED: tr("Treatment visits are off for now. All the rest goes on."),
        Season.HOSPICE: tr("Comfort comes first. Treatment visits are off; helpers and rides for other things go on."),
        Season.DIED: tr("We are so sorry. Nothing here will remind you. All that you kept of {name} stays.").format(
            name=name
        ),
    }[season]


def quiet_day_words(season: Season) -> str:
    """What Today says on a day without anything on it."""
    if season is Season.DIED:
        return tr("Nothing is asked of you here today.")
    if season is Season.HOSPICE:
        return tr("Nothing is planned for today. Time together counts.")
    return tr("Nothing is planned for today. Rest counts too.")


def no_visits_words(season: Season) -> str:
    """What the list of visits says when no visit is to come."""
    if season is Season.PAUSED:
        return tr("Treatment is paused. No visits are planned.")
    return tr("No visits are planned.")


def stop_sentences(
    season: Season,
    name: str,
    *,
    visits: int = 0,
    rides: int = 0,
    tasks: int = 0,
    back: int = 0,
    to_tell: Sequence[str] = (),
) -> tuple[str, ...]:
    """What a change of season would do, in the order in which it is told; `back` is how many visits are on again."""
    found = [_visit_words(visits, rides)] if visits else []
    if back:
        words = ntr(
            "{n} visit that was called off is on again. Who had said yes counts as asked.",
            "{n} visits that were called off are on again. Who had said yes counts as asked.",
            back,
        )
        found.append(words.format(n=back))
    if tasks:
        words = ntr(
            "{n} task with {name} ends or is not needed any more.",
            "{n} tasks with {name} end or are not needed any more.",
            tasks,
        )
        found.append(words.format(n=tasks, name=name))
    if to_tell:
        found.append(tr("To tell: {names}.").format(names=list_words(to_tell)))
    found += _more(season, back)
    return (*found, tr("All that you wrote down stays, and you can undo this."))


def _visit_words(visits: int, rides: int) -> str:
    words = ntr("{n} visit to come is called off", "{n} visits to come are called off", visits).format(n=visits)
    if not rides:
        return tr("{words}.").format(words=words)
    return ntr("{words}, with {n} ride.", "{words}, with {n} rides.", rides).format(words=words, n=rides)


def _more(season: Season, back: int) -> list[str]:
    if season is Season.TREATMENT:
        return [] if back else [tr("Nothing is called off. A visit that was called off can be put back on in Rides.")]
    if season in (Season.PAUSED, Season.HOSPICE):
        return [tr("Other visits, helpers and reminders go on.")]
    return [
        tr("All reminders are turned off. You can turn on any that you want."),
        tr("Meals, errands and other help for the home go on until you stop them."),
    ]
