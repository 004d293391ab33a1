"""What is said of a plan: how far it is covered, what is left after it, and from when weeks in a row would be."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.leave.answers import EarliestAnswer, PlanAnswer
from caregiver_app.domain.leave_names import day_near
from caregiver_app.domain.leave_open_words import open_point_words
from caregiver_app.domain.leave_words import hours_words
from caregiver_app.words import ntr, tr


def plan_words(plan: PlanAnswer, today: date) -> str:
    """How far a plan is covered, and what is left after its last day."""
    if not plan.protected_weeks and not plan.unprotected_weeks:
        if plan.already_off:
            return tr("All of it is in your log already.")
        return tr("This plan has no workdays in it.")
    sentences = [_cover_words(plan, today), _already_words(plan)]
    if plan.left is not None and plan.day is not None:
        hours = hours_words(plan.left.minutes) if plan.left.minutes else ""
        sentences.append(left_words(hours, day_near(plan.day, today)))
    if plan.tested_again is not None:
        text = tr("A new leave year begins by {day}. Work may check then if you still qualify.")
        sentences.append(text.format(day=day_near(plan.tested_again, today)))
    if plan.not_settled:
        sentences.append(open_point_words(plan.open_points))
    return " ".join(sentence for sentence in sentences if sentence)


def left_words(hours: str, day: str) -> str:
    """What is left after a day, the amount in words: “After Jun 25, 40 hours are left.”; empty hours are nothing."""
    if not hours:
        return tr("After {day}, nothing is left.").format(day=day)
    if hours == tr("1 hour"):
        return tr("After {day}, 1 hour is left.").format(day=day)
    return tr("After {day}, {hours} are left.").format(day=day, hours=hours)


def _already_words(plan: PlanAnswer) -> str:
    """How many of its days are off in the log, where they are counted."""
    if not plan.already_off:
        return ""
    text = ntr(
        "{n} day of it is in your log already and counts once.",
        "{n} days of it are in your log already and count once.",
        len(plan.already_off),
    )
    return text.format(n=len(plan.already_off))


def _gap_words(plan: PlanAnswer, today: date) -> str:
    """How many days before the last covered one have no cover."""
    last = plan.last_protected_day
    days = [day for day in plan.unprotected_days if last is not None and day < last]
    if not days:
        return ""
    first, end = (day_near(day, today) for day in (days[0], days[-1]))
    if len(days) == 1:
        return tr("1 day in between, {day}, has no cover.").format(day=first)
    text = tr("{n} days in between, from {first} to {last}, have no cover.")
    return text.format(n=len(days), first=first, last=end)


def _cover_words(plan: PlanAnswer, today: date) -> str:
    first, last = plan.first_unprotected_day, plan.last_protected_day
    if first is None:
        return tr("Every day of it is covered: {hours}.").format(hours=hours_words(plan.minutes))
    gap = tr("The first day not fully covered is {day}.").format(day=day_near(first, today))
    if last is None:
        return tr("Not one day of it is covered. {gap}").format(gap=gap)
    if last < first:
        return tr("It lasts until {day}. {gap}").format(day=day_near(last, today), gap=gap)
    if last == first:
        return tr("It lasts until {day}. A part of that day is covered.").format(day=day_near(last, today))
    until = tr("The last covered day is {day}.").format(day=day_near(last, today))
    return " ".join(words for words in (gap, _gap_words(plan, today), until) if words)


def earliest_words(block: EarliestAnswer, weeks: int, today: date) -> str:
    """From when so many weeks in a row are covered."""
    if block.start is None:
        text = ntr("{n} week off is never fully covered.", "{n} weeks in a row are never fully covered.", weeks)
        return text.format(n=weeks)
    text = ntr("{n} week off is covered from {day}.", "{n} weeks in a row are covered from {day}.", weeks)
    sentence = text.format(n=weeks, day=day_near(block.start, today))
    return f"{sentence} {open_point_words(block.open_points)}" if block.not_settled else sentence
