"""Every fact of a job, to change or to confirm; the usual weeks, and a change of the way the year is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.records import LeaveJob, MethodChanged, WorkPattern, YearKnown
from caregiver_app.domain.leave_names import assumed_words
from caregiver_app.domain.leave_typed import weeks_words
from caregiver_app.domain.records import ChangeSet
from caregiver_app.domain.spoken import day_words
from caregiver_app.services import leave
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.job_facts import DaysWithoutWork, Facts, HowCounted, SpecialRules, WhoAndWhere
from caregiver_app.ui.leave.last_change import LastChange, coming_change, rule_before
from caregiver_app.ui.leave.sentences import assumed_words as fact_words
from caregiver_app.ui.leave.setup import may_work
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import DANGER, PLAIN, QUIET, Button
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.entry_list import Entry, EntryList
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class JobEditor(Editor):
    """Usual weeks and a change of method are saved at once, each as a step of its own; the rest with Save."""

    WIDTH = 720

    def __init__(self, parts: Parts, view: LeaveView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Job and leave rules"), tr("Save changes"), parent)
        self._view = view
        self._job: LeaveJob = view.job
        self._today = parts.actions.clock.today()
        self._first_patterns = view.patterns
        self.mark = Text(self.theme, "", ink="text2")
        self.body.addWidget(self.mark)
        args = (self.theme, view.job, self._today, view.assumed)
        self.who, self.how = WhoAndWhere(*args), HowCounted(*args)
        self.days, self.special = DaysWithoutWork(*args), SpecialRules(*args)
        self._lay_out()
        self._follow(view)
        parts.actions.changed.connect(self._changed)

    @property
    def parts_of_form(self) -> Sequence[Facts]:
        """All parts with facts."""
        return self.who, self.how, self.days, self.special

    def _lay_out(self) -> None:
        for facts in self.parts_of_form:
            self.fields |= facts.fields
        self.body.addWidget(self._who_works())
        self.body.addWidget(self.who.widget)
        self.body.addWidget(Text(self.theme, tr("Usual weeks"), "h3"))
        self.body.addWidget(self._weeks())
        self.body.addWidget(Text(self.theme, tr("How leave is counted"), "h3"))
        self.body.addWidget(self.how.widget)
        self.change_button = Button(self.theme, tr("The job will count the year another way…"), kind=QUIET)
        self.change_button.clicked.connect(self._change_method)
        self.body.addWidget(self._left_aligned(self.change_button))
        self.last_change = LastChange(self.theme)
        self.last_change.back.clicked.connect(self._take_back)
        self.body.addWidget(self.last_change)
        self.folds = [
            self._fold(tr("Holidays, closures, overtime"), self.days),
            self._fold(tr("Special rules and notes"), self.special),
        ]
        self.remove_button = Button(self.theme, tr("Remove this job…"), kind=DANGER)
        self.remove_button.clicked.connect(self._remove)
        self.body.addWidget(self._left_aligned(self.remove_button))
        self.body.addStretch(1)
        self.how.year.changed.connect(self.grow_soon)

    def _who_works(self) -> Field:
        self.person = ComboBox(self.theme)
        for person in self.parts.actions.read(partial(may_work, job=self._job)):
            self.person.add(person.name, person.id)
        self.person.choose(self._job.person_id)
        self.fields = {"person_id": Field(self.theme, tr("Who works"), self.person)} | self.fields
        return self.fields["person_id"]

    def _fold(self, title: str, facts: Facts) -> Fold:
        fold = Fold(self.theme, title, facts.widget, headed=False)
        fold.button.clicked.connect(self.grow_soon)
        self.body.addWidget(self._left_aligned(fold.button))
        self.body.addWidget(fold)
        return fold

    def _left_aligned(self, button: Button) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        return holder

    def _weeks(self) -> QWidget:
        """The list of usual weeks with its buttons, and the box that confirms the usual week."""
        self.weeks = EntryList(self.theme, tr("Usual weeks"))
        self.weeks.opened.connect(self._change_week)
        self.weeks.removed.connect(self._remove_week)
        self.new_week_button = Button(self.theme, tr("New usual week…"), kind=PLAIN, icon="plus")
        self.change_week_button = Button(self.theme, tr("Change…"), kind=PLAIN)
        self.remove_week_button = Button(self.theme, tr("Remove"), kind=PLAIN)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        for button, deed in (
            (self.new_week_button, self._new_week),
            (self.change_week_button, self._change_chosen),
            (self.remove_week_button, self._remove_chosen),
        ):
            button.clicked.connect(deed)
            row.addWidget(button)
        row.addStretch(1)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(8))
        column.addWidget(self.weeks)
        self.pattern_box = CheckBox(tr("We assumed this. It is right."))
        self.pattern_box.setAccessibleDescription(tr("Usual weeks"))
        column.addWidget(self.pattern_box)
        column.addLayout(row)
        return holder

    def _show_weeks(self, patterns: Sequence[WorkPattern]) -> None:
        entries = []
        for number, pattern in enumerate(patterns):
            since = tr("From {day} on").format(day=day_words(pattern.first_day, with_year=True))
            name = weeks_words(pattern.weeks)
            line = since if number or len(patterns) > 1 else tr("From the start")
            entries.append(Entry(record=pattern, name=name, lines=((line, "caption", "text2"),)))
        self.weeks.show_entries(entries)
        self.weeks.setFixedHeight(self.theme.px(72) * min(max(len(entries), 1), 3))
        self.change_week_button.setEnabled(bool(entries))
        self.remove_week_button.setEnabled(len(entries) > 1)

    # What is typed

    def values(self) -> object:
        return (self.person.value(), *(facts.values() for facts in self.parts_of_form), self._ticked())

    def _ticked(self) -> frozenset[str]:
        """The facts whose box is ticked."""
        boxes = {name: box for facts in self.parts_of_form for name, box in facts.checks.items()}
        boxes["pattern"] = self.pattern_box
        return frozenset(name for name, box in boxes.items() if box.isChecked())

    def save(self) -> bool:
        facts = {name: value for part in self.parts_of_form for name, value in part.read().items()}
        after = replace(self._job, **(facts | {"person_id": self.person.value()}))
        changed = {name for name in self._view.assumed if getattr(after, name, None) != getattr(self._job, name, None)}
        if after.known is not self._job.known:
            changed.add("method")
        if self._view.patterns != self._first_patterns:
            changed.add("pattern")
        known = (self._job.confirmed | self._ticked() | changed) - self._unsure(after)
        after = replace(after, confirmed=frozenset(known))
        change = partial(leave.change_job, before=self._job, after=after)
        return self.parts.actions.run(tr("Change the job"), change)

    @staticmethod
    def _unsure(job: LeaveJob) -> set[str]:
        """Facts that nobody knows can't be confirmed."""
        unsure = {"method"} if job.known is YearKnown.NOT_SURE else set()
        return unsure | {name for name in ("hired_on", "relation") if getattr(job, name) is None}

    def refuse(self, name: str, sentence: str) -> None:
        """What stands in a fold is shown with its sentence; a day with too little work is told at the overtime."""
        name = "overtime" if name == "minutes" else name
        for fold, facts in zip(self.folds, (self.days, self.special), strict=True):
            if name in facts.fields:
                fold.open()
        super().refuse(name, sentence)

    # Other windows

    def _changed(self, changes: ChangeSet) -> None:
        """A usual week or the method was saved: what stands here follows, what is typed stays."""
        if not changes.touches(LeaveJob, WorkPattern, MethodChanged):
            return
        view = self.parts.actions.read(partial(_view_of, job=self._job, today=self._today))
        if view is None:
            return
        self._follow(view)

    def _follow(self, view: LeaveView) -> None:
        """Show what stands on this form and is saved by other windows."""
        is_same = (view.job.method, view.job.fixed_start) == (self._job.method, self._job.fixed_start)
        self._view, to_come = view, coming_change(view, self._today)
        self._show_weeks(view.patterns)
        self.pattern_box.setVisible("pattern" in view.assumed and view.patterns == self._first_patterns)
        told = [fact for fact in view.assumed if fact_words(view, fact, self._today)]
        self.mark.setText(assumed_words(told))
        self.mark.setVisible(bool(told))
        if not is_same or (to_come is not None) != self.how.is_held:
            self.how.show_year(view.job, rule_before(to_come) if to_come is not None else None)
        self.last_change.show_change(view, self._today)
        if to_come is not None and self.focusWidget() is self.change_button:
            self.how.week_start.setFocus(Qt.FocusReason.OtherFocusReason)  # and not on taking it back at once
        self.change_button.setEnabled(view.job.known is YearKnown.TOLD)
        self.change_button.setVisible(to_come is None)
        self._job = view.job

    def _take_back(self) -> None:
        self.run_at_once(tr("Take back the change of the year"), partial(leave.take_back_change, job=self._job))

    def _new_week(self) -> None:
        self._open_week(None)

    def _change_week(self, pattern: object) -> None:
        assert isinstance(pattern, WorkPattern), "the list holds nothing else"
        self._open_week(pattern)

    def _change_chosen(self) -> None:
        self._open_week(self._chosen())

    def _open_week(self, pattern: WorkPattern | None) -> None:
        from caregiver_app.ui.leave.usual_week import UsualWeekEditor

        UsualWeekEditor(self.parts, self._job, pattern, self).open()

    def _chosen(self) -> WorkPattern | None:
        record = self.weeks.record()
        return record if isinstance(record, WorkPattern) else None

    def _remove_chosen(self) -> None:
        pattern = self._chosen()
        if pattern is not None:
            self._remove_week(pattern)

    def _remove_week(self, pattern: WorkPattern) -> None:
        if self.weeks.rows.rowCount() > 1:
            self.run_at_once(tr("Remove a usual week"), partial(leave.remove_pattern, pattern=pattern))

    def _change_method(self) -> None:
        from caregiver_app.ui.leave.method_change import MethodChangeDialog

        MethodChangeDialog(self.parts, self._job, self).open()

    def _remove(self) -> None:
        from caregiver_app.ui.questions import ask

        kept = ask(
            self.parts,
            tr("Remove this job?"),
            tr("Its count goes off the Leave tab. Time off that is logged stays in your records."),
            yes=tr("Keep the job"),
            no=tr("Remove the job"),
            harmful=True,
            parent=self,
        )
        if not kept and self.parts.actions.run(tr("Remove a job"), partial(leave.remove_job, job=self._job)):
            self.accept()


def _view_of(work: object, *, job: LeaveJob, today: object) -> LeaveView | None:
    if work.get(LeaveJob, job.id) is None:  # type: ignore[attr-defined]
        return None
    return leave.view(work, job_id=job.id, today=today)  # type: ignore[arg-type]
