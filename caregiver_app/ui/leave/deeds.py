"""What can be done with leave from the tab, each as one step that Undo takes back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from caregiver_app.domain.leave.records import LeaveJob, LeavePaper, TimeOff
from caregiver_app.services import leave
from caregiver_app.ui.actions import Actions
from caregiver_app.words import tr


class LeaveDeeds:
    """The steps that lines, rows and menus share; each returns whether it was saved."""

    def __init__(self, actions: Actions) -> None:
        self._actions = actions

    def remove(self, time_off: TimeOff) -> bool:
        """Off the log."""
        return self._actions.run(tr("Remove time off"), partial(leave.remove_time_off, time_off=time_off))

    def mark_taken(self, time_off: TimeOff) -> bool:
        """A planned entry was taken as planned."""
        return self._actions.run(tr("Mark as taken"), partial(leave.mark_taken, time_off=time_off))

    def told_today(self, time_off: TimeOff) -> bool:
        """Work was told today."""
        after = replace(time_off, told_on=self._actions.clock.today())
        return self._actions.run(tr("Work was told"), partial(leave.change_time_off, before=time_off, after=after))

    def confirm(self, job: LeaveJob, facts: tuple[str, ...]) -> bool:
        """What was assumed is right."""
        after = replace(job, confirmed=job.confirmed | frozenset(facts))
        return self._actions.run(tr("Confirm"), partial(leave.change_job, before=job, after=after), silent=True)

    def turn_reminder(self, paper: LeavePaper) -> bool:
        """Be reminded of a paper, or no longer."""
        after = replace(paper, remind=not paper.remind)
        label = tr("Remind me of a paper") if after.remind else tr("Stop reminding")
        return self._actions.run(label, partial(leave.change_paper, before=paper, after=after))

    def finish(self, paper: LeavePaper) -> bool:
        """A paper is dealt with."""
        day = self._actions.clock.today()
        return self._actions.run(tr("Paper done"), partial(leave.finish_paper, paper=paper, day=day))
