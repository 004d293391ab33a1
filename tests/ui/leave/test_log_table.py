"""The log of time off as a table: what comes again says how often, and what pays for it stays in sight."""

from __future__ import annotations

from datetime import date
from functools import partial

from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import PaidFrom, TimeOff
from caregiver_app.domain.leave_names import kind_words
from caregiver_app.services import leave
from caregiver_app.ui.leave.log_model import Column
from caregiver_app.ui.leave.page import LeavePage
from tests.stage import Stage, spin


def test_days_that_come_again_say_how_often_and_every_column_stays(at_work: Stage, page: LeavePage) -> None:
    view = page.panel.view
    assert view is not None
    fridays = TimeOff(
        job_id=view.job.id,
        first=date(2026, 11, 27),
        last=date(2027, 6, 25),
        every_days=14,
        planned=True,
        paid=PaidFrom.STATE,
    )
    assert at_work.parts.actions.run("Log", partial(leave.log, entries=[fridays]))
    spin()
    model, table = page.panel.log.model, page.panel.log.table
    place = model.place_of(fridays.id)
    assert place is not None
    texts = [model.index(place, column).data() for column in (Column.DATE, Column.REASON, Column.PAID)]
    assert texts == ["Nov 27 – Jun 25, 2027", "Care, every other Friday", "State program"]
    assert not table.isColumnHidden(Column.PAID)
    metrics = table.fontMetrics()
    for column, text in ((Column.DATE, texts[0]), (Column.PAID, texts[2])):
        assert metrics.horizontalAdvance(text) < table.columnWidth(column)


def test_other_time_off_is_called_the_same_in_form_and_table(at_work: Stage, page: LeavePage) -> None:
    view = page.panel.view
    assert view is not None
    other = TimeOff(job_id=view.job.id, first=date(2026, 11, 20), last=date(2026, 11, 20), kind=LeaveKind.NOT_FMLA)
    assert at_work.parts.actions.run("Log", partial(leave.log, entries=[other]))
    spin()
    model = page.panel.log.model
    place = model.place_of(other.id)
    assert place is not None
    assert model.index(place, Column.STATUS).data() == kind_words(LeaveKind.NOT_FMLA) == "Other time off"
    assert page.panel.log.shown.findText("Other time off") >= 0
