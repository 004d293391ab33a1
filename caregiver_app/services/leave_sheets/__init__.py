"""The four sheets of leave. Each one's own module loads the rules of leave, so it is imported when it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from caregiver_app.documents.paper import Look
from caregiver_app.domain.kinds import Audience
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Sheet, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# What gathers a sheet, and what draws it.
_Parts = tuple[Callable[[UnitOfWork, Request, Made], Gathered], Callable[[Any, Look], bytes]]


def _jobs(work: UnitOfWork) -> list[tuple[UUID, str]]:
    from caregiver_app.services.leave_sheets.common import job_names

    return job_names(work)


def _form() -> _Parts:
    from caregiver_app.documents.pay_form import pay_form
    from caregiver_app.services.leave_sheets.form import gather

    return gather, pay_form


def _log() -> _Parts:
    from caregiver_app.documents.leave_log import leave_log
    from caregiver_app.services.leave_sheets.own_log import gather

    return gather, leave_log


def _returns() -> _Parts:
    from caregiver_app.documents.return_calendar import return_calendar
    from caregiver_app.services.leave_sheets.coming_back import gather

    return gather, return_calendar


def _questions() -> _Parts:
    from caregiver_app.documents.hr_questions import hr_questions
    from caregiver_app.services.leave_sheets.questions import gather

    return gather, hr_questions


def _gather(parts: Callable[[], _Parts], work: UnitOfWork, request: Request, made: Made) -> Gathered:
    gather, _ = parts()
    return gather(work, request, made)


def _draw(parts: Callable[[], _Parts], data: Sequence[Any], look: Look) -> bytes:
    _, draw = parts()
    return draw(data[0], look)


def _sheet(name: str, title: Callable[[], str], stretches: tuple[Stretch, ...], parts: Callable[[], _Parts]) -> Sheet:
    return Sheet(
        name=name,
        title=title,
        audience=Audience.ME,
        stretches=stretches,
        gather=partial(_gather, parts),
        draw=partial(_draw, parts),
        jobs=_jobs,
    )


def _form_title() -> str:
    return tr("Pay-period form")


def _log_title() -> str:
    return tr("Leave log")


def _returns_title() -> str:
    return tr("Return calendar")


def _questions_title() -> str:
    return tr("Questions for HR")


SHEETS = (
    _sheet("payform", _form_title, (Stretch.WEEK, Stretch.TWO_WEEKS, Stretch.MONTH), _form),
    _sheet("leavelog", _log_title, (Stretch.YEAR,), _log),
    _sheet("returns", _returns_title, (Stretch.DAY,), _returns),
    _sheet("hrquestions", _questions_title, (Stretch.DAY,), _questions),
)
