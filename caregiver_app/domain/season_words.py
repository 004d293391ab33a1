"""The words of the seasons: what each is called, and what other pages say in it."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_app.domain.quick_dataclass import dataclass
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
        Season.DIED: tr("We are so sorry. All that you kept of {name} stays.").format(name=name),
    }[season]


def quiet_words(name: str) -> str:
    """The one quiet line on Today once the person cared for has died; it is read every morning."""
    return tr("All that you kept of {name} is here.").format(name=name)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """How much a change of season would stop, and how much of it goes on again; `still_asked` are first names, too.

    `plans` are those for time off work. `to_tell` said yes to some of it or were asked, `still_asked` were asked for
    something that goes on.
    """

    visits: int = 0
    rides: int = 0
    tasks: int = 0
    plans: int = 0
    back: int = 0
    back_tasks: int = 0
    back_plans: int = 0
    to_tell: Sequence[str] = ()
    still_asked: Sequence[str] = ()


def stop_sentences(season: Season, name: str, stops: Stops) -> tuple[str, ...]:
    """What a change of season would do, in the order in which it is told."""
    found = [_visit_words(stops.visits, stops.rides)] if stops.visits else []
    found += _back_words(stops)
    if stops.tasks:
        words = ntr(
            "{n} task with {name} ends or is not needed any more.",
            "{n} tasks with {name} end or are not needed any more.",
            stops.tasks,
        )
        found.append(words.format(n=stops.tasks, name=name))
    if stops.plans:
        words = ntr("{n} plan for time off work goes, too.", "{n} plans for time off work go, too.", stops.plans)
        found.append(words.format(n=stops.plans))
    if stops.to_tell:
        found.append(tr("To tell: {names}.").format(names=list_words(stops.to_tell)))
    found += _more(season, stops)
    return (*found, tr("All that you wrote down stays, and you can undo this."))


def _visit_words(visits: int, rides: int) -> str:
    words = ntr("{n} visit to come is called off", "{n} visits to come are called off", visits).format(n=visits)
    if not rides:
        return tr("{words}.").format(words=words)
    return ntr("{words}, with {n} ride.", "{words}, with {n} rides.", rides).format(words=words, n=rides)


def _back_words(stops: Stops) -> list[str]:
    found = []
    if stops.back:
        words = ntr(
            "{n} visit that was called off is on again.",
            "{n} visits that were called off are on again.",
            stops.back,
        )
        found.append(words.format(n=stops.back))
    if stops.back_tasks:
        words = ntr("{n} task that ended goes on.", "{n} tasks that ended go on.", stops.back_tasks)
        found.append(words.format(n=stops.back_tasks))
    if found:
        found.append(tr("Who had said yes counts as asked."))
    if stops.back_plans:
        words = ntr("{n} plan for time off work is back.", "{n} plans for time off work are back.", stops.back_plans)
        found.append(words.format(n=stops.back_plans))
    return found


def _more(season: Season, stops: Stops) -> list[str]:
    if season is Season.TREATMENT:
        words = tr("Nothing is called off. A visit that was called off can be put back on in Rides.")
        return [] if stops.back or stops.back_tasks else [words]
    if season in (Season.PAUSED, Season.HOSPICE):
        return [tr("Other visits, helpers and reminders go on.")]
    asked = tr("Still asked for help at home: {names}.").format(names=list_words(stops.still_asked))
    return [
        tr("All reminders are turned off. You can turn on any that you want, under Reminders."),
        tr("Meals, errands and other help for the home go on until you stop them."),
        *([asked] if stops.still_asked else []),
    ]
