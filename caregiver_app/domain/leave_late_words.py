"""What a late notice or a late doctor form may mean, calmly; what was in time has no words."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.leave.answers import RunningPaper
from caregiver_app.domain.leave.papers import Clock, certification_late, notice_delay
from caregiver_app.domain.leave_names import day_near
from caregiver_app.words import tr


def late_words(running: RunningPaper, today: date) -> str:
    """What it may mean that a paper came, or is still to come, after its day. 29 CFR 825.304, 825.313."""
    paper = running.paper
    if paper.clock is Clock.NOTICE_BY:
        return _late_notice(paper.start, paper.done_on or today, today)
    if paper.clock is Clock.CERTIFICATION_DUE:
        return _late_form(paper.start, paper.done_on, today)
    return ""


def _late_notice(leave_begins: date, told: date, today: date) -> str:
    """Where it was known 30 days ahead, 30 days from the notice; where it was not, only as long as it took to tell."""
    delay = notice_delay(foreseeable_30_days=True, notice_given=told, leave_begins=leave_begins)
    if not delay.delay_days:
        return ""
    text = tr(
        "That is less than 30 days ahead. If you knew before, work may put this leave off until {day}. "
        "If you did not, it is enough to tell work as soon as you can."
    )
    return text.format(day=day_near(delay.protected_from, today))


def _late_form(requested: date, returned: date | None, today: date) -> str:
    late = certification_late(requested, returned or today)
    if late.unprotected_from is None or late.unprotected_to is None:
        return ""
    first = day_near(late.unprotected_from, today)
    if returned is None:
        text = tr("Leave from {first} until the form is in may lack protection. If the clinic is slow, tell HR so.")
        return text.format(first=first)
    if late.unprotected_from == late.unprotected_to:
        return tr("Leave on {first} may lack protection, unless you did all you could. Ask HR.").format(first=first)
    text = tr("Leave from {first} to {last} may lack protection, unless you did all you could. Ask HR.")
    return text.format(first=first, last=day_near(late.unprotected_to, today))
