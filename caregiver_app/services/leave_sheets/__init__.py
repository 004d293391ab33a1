"""The four sheets of leave. Each one's own module loads the rules of leave, so it is imported when it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from caregiver_app.documents.paper import Look
from caregiver_app.domain.kinds import Audience
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Sheet, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr


def _jobs(work: UnitOfWork) -> list[tuple[UUID, str]]:
    from caregiver_app.services.leave_sheets.common import job_names

    return job_names(work)


def _gather_form(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    from caregiver_app.services.leave_sheets.form import gather

    return gather(work, request, made)


def _draw_form(data: Sequence[Any], look: Look) -> bytes:
    from caregiver_app.documents.pay_form import pay_form

    return pay_form(data[0], look)


def _gather_log(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    from caregiver_app.services.leave_sheets.own_log import gather

    return gather(work, request, made)


def _draw_log(data: Sequence[Any], look: Look) -> bytes:
    from caregiver_app.documents.leave_log import leave_log

    return leave_log(data[0], look)


def _gather_returns(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    from caregiver_app.services.leave_sheets.coming_back import gather

    return gather(work, request, made)


def _draw_returns(data: Sequence[Any], look: Look) -> bytes:
    from caregiver_app.documents.return_calendar import return_calendar

    return return_calendar(data[0], look)


def _gather_questions(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    from caregiver_app.services.leave_sheets.questions import gather

    return gather(work, request, made)


def _draw_questions(data: Sequence[Any], look: Look) -> bytes:
    from caregiver_app.documents.hr_questions import hr_questions

    return hr_questions(data[0], look)


def _form_title() -> str:
    return tr("Pay-period form")


def _log_title() -> str:
    return tr("Leave log")


def _returns_title() -> str:
    return tr("Return calendar")


def _questions_title() -> str:
    return tr("Questions for HR")


SHEETS = (
    Sheet(
        name="payform",
        title=_form_title,
        audience=Audience.ME,
        stretches=(Stretch.WEEK, Stretch.TWO_WEEKS, Stretch.MONTH),
        gather=_gather_form,
        draw=_draw_form,
        jobs=_jobs,
    ),
    Sheet(
        name="leavelog",
        title=_log_title,
        audience=Audience.ME,
        stretches=(Stretch.YEAR,),
        gather=_gather_log,
        draw=_draw_log,
        jobs=_jobs,
    ),
    Sheet(
        name="returns",
        title=_returns_title,
        audience=Audience.ME,
        stretches=(Stretch.DAY,),
        gather=_gather_returns,
        draw=_draw_returns,
        jobs=_jobs,
    ),
    Sheet(
        name="hrquestions",
        title=_questions_title,
        audience=Audience.ME,
        stretches=(Stretch.DAY,),
        gather=_gather_questions,
        draw=_draw_questions,
        jobs=_jobs,
    ),
)
