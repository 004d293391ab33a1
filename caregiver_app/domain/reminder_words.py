"""The words of reminders. They may show on a screen that others see: no word of health, money or self-care in them."""

from __future__ import annotations

from datetime import date, datetime

from caregiver_app.domain.reminders import About, Later
from caregiver_app.domain.sharing import guarded
from caregiver_app.domain.spoken import clock_words, day_words
from caregiver_app.words import ntr, tr


def about_words(about: About) -> str:
    """A kind of reminder, for the choice of what to be reminded of."""
    return {
        About.TASK: tr("Tasks"),
        About.RIDE: tr("Visits and rides"),
        About.LEAVE: tr("Papers for work"),
        About.CLAIM: tr("Claims and calls"),
        About.SELF_CARE: tr("Small things for you"),
        About.OWN: tr("Your own reminders"),
    }[about]


def later_words(later: Later) -> str:
    """A choice of when a reminder comes again."""
    return {
        Later.TEN_MINUTES: tr("In 10 minutes"),
        Later.HOUR: tr("In 1 hour"),
        Later.EVENING: tr("This evening"),
        Later.TOMORROW: tr("Tomorrow"),
    }[later]


def gathered_words(count: int) -> str:
    """The head of the one card in which reminders from before are gathered."""
    return ntr("{n} thing came up while you were away", "{n} things came up while you were away", count).format(n=count)


def needs_helper_words(title: str) -> str:
    """A task of tomorrow that nobody said yes to."""
    return tr("Tomorrow still needs a helper: {title}").format(title=title)


def tomorrow_words(title: str, moment: datetime | None, *, clock24: bool) -> str:
    """What tomorrow brings: “Tomorrow at 9:15 am: Morning drive”."""
    if moment is None:
        return tr("Tomorrow: {title}").format(title=title)
    return tr("Tomorrow at {time}: {title}").format(time=clock_words(moment.time(), clock24), title=title)


def soon_words(title: str, moment: datetime, *, clock24: bool) -> str:
    """What is soon: “At 8:35 am: Morning drive”."""
    return tr("At {time}: {title}").format(time=clock_words(moment.time(), clock24), title=title)


def drivers_words(names: tuple[str, ...], open_ways: int) -> str:
    """Who drives, and what is still open."""
    parts = [tr("{name} drives.").format(name=name) for name in names]
    if open_ways:
        parts.append(ntr("{n} way still needs a driver.", "{n} ways still need a driver.", open_ways))
    return " ".join(parts).format(n=open_ways)


def paper_words(due: date, at: date) -> tuple[str, str]:
    """A paper for work: its title and detail, without its name."""
    title = tr("A paper for work: today") if due == at else tr("A paper for work: {day}").format(day=day_words(due))
    return title, tr("The Leave tab has it.")


def claim_words(company: str, due: date, at: date, *, is_last: bool) -> tuple[str, str]:
    """The next day of a claim: its title and detail; a company that tells too much is left out.

    `is_last`: it is the last day to do something; else an answer should be there by then.
    """
    if not is_last:
        title = tr("A claim: an answer should be here by now")
    elif due == at:
        title = tr("A claim: today is the last day")
    else:
        title = tr("A claim: the last day is {day}").format(day=day_words(due))
    return title, guarded(company)


def call_back_words(company: str) -> tuple[str, str]:
    """A call to be made again."""
    return tr("Call back today"), guarded(company)


def moment_words() -> str:
    """The title for a small thing."""
    return tr("A moment for you")
