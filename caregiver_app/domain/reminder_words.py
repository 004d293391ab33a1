"""The words of reminders. They may show on a screen that others see: no word of health, money or self-care in them."""

from __future__ import annotations

from datetime import date, time

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


# Days are named, never “tomorrow”: a reminder may be put off, or be read days later.


def needs_helper_words(title: str, day: date) -> str:
    """A task that nobody said yes to: “Thu Nov 26 still needs a helper: Soup”."""
    return tr("{day} still needs a helper: {title}").format(day=day_words(day), title=title)


def coming_words(title: str, day: date, clock: time | None, *, clock24: bool) -> str:
    """What comes: “Thu Nov 26, 8:30 am: Morning drive”."""
    if clock is None:
        return tr("{day}: {title}").format(day=day_words(day), title=title)
    return tr("{day}, {time}: {title}").format(day=day_words(day), time=clock_words(clock, clock24), title=title)


def drivers_words(names: tuple[str, ...], open_ways: int) -> str:
    """Who drives, and what is still open."""
    parts = [tr("{name} drives.").format(name=name) for name in names]
    if open_ways:
        parts.append(ntr("{n} way still needs a driver.", "{n} ways still need a driver.", open_ways))
    return " ".join(parts).format(n=open_ways)


def paper_words(due: date) -> tuple[str, str]:
    """A paper for work: its title and detail, without its name."""
    return tr("A paper for work: {day}").format(day=day_words(due)), tr("The Leave tab has it.")


def claim_words(company: str, due: date, *, is_last: bool) -> tuple[str, str]:
    """The next day of a claim: its title and detail; a company that tells too much is left out.

    `is_last`: it is the last day to do something; else an answer should be there by then.
    """
    title = tr("A claim: the last day is {day}") if is_last else tr("A claim: an answer should be here by {day}")
    return title.format(day=day_words(due)), guarded(company)


def call_back_words(company: str, day: date) -> tuple[str, str]:
    """A call to be made again."""
    return tr("Call back: {day}").format(day=day_words(day)), guarded(company)


def moment_words() -> str:
    """The title for a small thing."""
    return tr("A moment for you")
