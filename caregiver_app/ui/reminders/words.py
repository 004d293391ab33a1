"""Words of reminders in the window and on the desktop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from caregiver_app.domain.reminder_words import gathered_words
from caregiver_app.domain.reminders import About, Due, said_once
from caregiver_app.domain.sharing import guarded
from caregiver_app.domain.spoken import clock_words, day_words
from caregiver_app.words import ntr, tr

IN_FULL = "reminders in full"  # a choice of this computer
_OPEN_TO_ALL = {About.TASK, About.RIDE, About.OWN}  # leave, money and self-care keep their words in the window


def moment_words(at: datetime, now: datetime, *, clock24: bool) -> str:
    """A local moment as people say it: “Today at 9:00 am”, “Tue Nov 24 at 9:00 am”."""
    near = {-1: tr("Yesterday"), 0: tr("Today"), 1: tr("Tomorrow")}
    day = near.get((at.date() - now.date()).days) or day_words(at.date(), with_year=at.year != now.year)
    return tr("{day} at {time}").format(day=day, time=clock_words(at.time(), clock24))


def heading(dues: Sequence[Due], now: datetime) -> str:
    """The bold line of the card: the one thing, or how many there are."""
    told = said_once(dues)
    if len(told) == 1:
        return told[0].in_window
    if any(now - due.at > timedelta(hours=1) for due in dues):
        return gathered_words(len(told))
    return ntr("{n} reminder", "{n} reminders", len(told)).format(n=len(told))


def desktop_title(count: int) -> str:
    """The bold line of a notification: it tells nothing but where it comes from."""
    return ntr(
        "A reminder from Caregiver Organizer", "{n} reminders from Caregiver Organizer", count
    ).format(n=count)  # fmt: skip


def desktop_words(dues: Sequence[Due], *, in_full: bool) -> str:
    """The words of a notification. Unless the family chose `in_full`, none of health, money or leave is in them."""
    if len(dues) != 1:
        return tr("They wait in the window.")
    due = dues[0]
    if in_full:
        return "\n".join(each for each in (due.in_window, due.detail) if each)
    return (guarded(due.title) if due.about in _OPEN_TO_ALL else "") or tr("It waits in the window.")


def again_words(at: datetime, now: datetime, *, clock24: bool) -> str:
    """What is told of a reminder that was put off."""
    if at.date() == now.date():
        return tr("It comes again at {time}.").format(time=clock_words(at.time(), clock24))
    return tr("It comes again: {moment}.").format(moment=moment_words(at, now, clock24=clock24))
