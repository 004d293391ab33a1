"""Logs time off: an hour, a day, a block, every other Friday; and says while it is typed what it will count as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.entries import LeaveEntry, LeaveKind
from caregiver_app.domain.leave.records import LeaveReason, PaidFrom, TimeOff
from caregiver_app.domain.leave_days_typed import parse
from caregiver_app.domain.leave_eligibility_words import may_not_yet_words
from caregiver_app.domain.leave_stretches import entry_words
from caregiver_app.domain.leave_typed import is_whole_day, parse_hours
from caregiver_app.domain.leave_words import week_minutes
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import minutes_words, short_day, shown_day
from caregiver_app.services import leave
from caregiver_app.services.leave.holidays_off import holidays_off
from caregiver_app.services.leave.trying import Tried, try_out
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.choices import (
    is_covered,
    kind_choices,
    paid_choices,
    reason_choices,
    relation_sentence,
    told_choices,
)
from caregiver_app.ui.leave.live_line import LiveWords, live_words, problem_words
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

C = TypeVar("C")
STILL_MS = 300
AT_DAYS = {"last", "every_days", "day", "repeat", "relation", "weeks"}  # told at the line for the days


class TimeOffEditor(Editor):
    """New time off, one from the log, or one for a visit. A reading of days may become several entries."""

    WIDTH = 680

    def __init__(
        self,
        parts: Parts,
        view: LeaveView,
        time_off: TimeOff | None = None,
        visit_id: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Time off") if time_off is not None else tr("Log time off")
        super().__init__(parts, title, tr("Save time off"), parent)
        self._view = view
        self._before = time_off
        self._today = parts.actions.clock.today()
        self._start = time_off or self._from_visit(visit_id)
        self._add_days()
        self._add_live()
        self._add_kind()
        self._add_told()
        self.notes = TextArea(self.theme, self._start.notes, lines=2)
        why = tr("For you alone. The form for work leaves notes out.")
        self.add_field("notes", Field(self.theme, tr("Notes"), self.notes, optional=True, help_text=why))
        self.body.addStretch(1)
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.look)
        self._connect()
        self.look()
        self.days.setFocus()
        self.days.line.selectAll()

    def _from_visit(self, visit_id: UUID | None) -> TimeOff:
        """What the form begins with."""
        if visit_id is not None:
            find = partial(leave.from_visit, appointment_id=visit_id, job_id=self._view.job.id)
            found = self.parts.actions.read(find)
            known = self.parts.actions.read(partial(_kept, time_off=found))
            self._before = found if known else None
            return found if known or self._covered() else replace(found, kind=LeaveKind.NOT_FMLA)
        kind = LeaveKind.FMLA if self._covered() else LeaveKind.NOT_FMLA
        return TimeOff(job_id=self._view.job.id, first=self._today, last=self._today, kind=kind)

    def _covered(self) -> bool:
        return self._view.job.military_from is not None or is_covered(self._view.job.relation)

    # The form

    def _add_days(self) -> None:
        start = self._start
        text = self._words_of(start.entry())
        offered = [
            tr("Today"),
            _next_week(self._today),
            tr("Every other Friday through June"),
            tr("Every Mon, 6 times"),
        ]
        self.days = TypedChoice(self.theme, text, offered)
        whole = tr("Whole day")
        hours = minutes_words(start.minutes) if start.minutes is not None else whole
        self.hours = TypedChoice(self.theme, hours, [whole, tr("1 hour"), tr("2 hours"), tr("4 hours")])
        self.state = ComboBox(self.theme)
        self.state.add(tr("Planned"), True)
        self.state.add(tr("Taken"), False)
        self.state.choose(start.planned)
        self._state_was_chosen = self._before is not None
        self.add_field("first", Field(self.theme, tr("Which day or days"), self.days))
        self._row(
            minutes=Field(self.theme, tr("How long each day"), self.hours),
            planned=Field(self.theme, tr("Planned or taken"), self.state),
        )

    def _row(self, **fields: Field) -> None:
        self.fields |= fields
        self.body.addWidget(Beside(self.theme, 24, list(fields.values())))

    def _add_live(self) -> None:
        self.cards = {tone: Banner(self.theme, tone) for tone in ("info", "warn")}
        for card in self.cards.values():
            card.hide()
            self.body.addWidget(card)

    def _add_kind(self) -> None:
        start, theme = self._start, self.theme
        self.kind, self.reason, self.paid = ComboBox(theme), ComboBox(theme), ComboBox(theme)
        for box, choices in ((self.kind, kind_choices()), (self.reason, reason_choices()), (self.paid, paid_choices())):
            for words, value in choices:
                box.add(words, value)
        self.kind.choose(start.kind)
        self.reason.choose(start.reason)
        self.paid.choose(start.paid)
        sentence = "" if self._covered() else relation_sentence(self._view.job.relation)
        self._row(
            kind=Field(theme, tr("Counts as"), self.kind, help_text=sentence),
            reason=Field(theme, tr("Reason"), self.reason),
        )

    def _add_told(self) -> None:
        start, theme = self._start, self.theme
        told_on = shown_day(start.told_on, self._today) if start.told_on is not None else ""
        self.told_on = LineEdit(told_on)
        self.told_on.setPlaceholderText(tr("Not yet"))
        self.told_how = TypedChoice(theme, start.told_how, told_choices())
        known = [name for name in (self._view.job.supervisor, tr("HR")) if name]
        self.told_whom = TypedChoice(theme, start.told_whom, known)
        self._row(
            paid=Field(theme, tr("Paid from"), self.paid),
            told_on=Field(theme, tr("Told work on"), self.told_on, optional=True),
        )
        self._row(
            told_how=Field(theme, tr("How"), self.told_how, optional=True),
            told_whom=Field(theme, tr("Whom"), self.told_whom, optional=True),
        )

    def _connect(self) -> None:
        for line in (self.days.line, self.hours.line):
            line.textChanged.connect(self._still.start)
        for name, box in (("first", self.days), ("minutes", self.hours)):
            box.line.editingFinished.connect(partial(self._left, name, box))
            box.activated.connect(partial(self._left, name, box))
        for choice in (self.state, self.kind):
            choice.currentIndexChanged.connect(self.look)
        self.state.activated.connect(self._state_chosen)
        self.told_on.editingFinished.connect(self._told_left)

    # What is typed

    def values(self) -> object:
        lines = (self.days.text(), self.hours.text(), self.told_on.text(), self.told_how.text(), self.told_whom.text())
        boxes = (self.state, self.kind, self.reason, self.paid)
        return (*lines, *(box.value() for box in boxes), self.notes.toPlainText())

    def entries(self) -> list[TimeOff]:
        """What would be saved: the entry that is open first. Raises InvalidEntry."""
        days = parse(self.days.text(), self._today, "first", past=True)
        minutes = None if is_whole_day(self.hours.text()) else parse_hours(self.hours.text())
        if minutes == 0:
            raise InvalidEntry("minutes", tr("0 hours: type how long you are away, like “4 hours.”"))
        told_on = parse_day(self.told_on.text(), self._today, "told_on") if self.told_on.text().strip() else None
        base = replace(
            self._start,
            first=days[0].first,
            last=days[0].last,
            every_days=days[0].every_days,
            minutes=days[0].minutes or minutes,
            kind=self._chosen(self.kind, LeaveKind),
            planned=self.state.value() is True,
            reason=self._chosen(self.reason, LeaveReason),
            paid=self._chosen(self.paid, PaidFrom),
            told_on=told_on,
            told_how=self.told_how.text().strip(),
            told_whom=self.told_whom.text().strip(),
            notes=self.notes.toPlainText().strip(),
        )
        return [base, *(_another(base, each, each.minutes or minutes) for each in days[1:])]

    @staticmethod
    def _chosen(box: ComboBox, kind: type[C]) -> C:
        value = box.value()
        assert isinstance(value, kind), "the list holds nothing else"
        return value

    def save(self) -> bool:
        entries = self.entries()
        label = ntr("Log time off", "Log time off {n} times", len(entries)).format(n=len(entries))
        if self._before is not None:
            label = tr("Change time off")
        return self.parts.actions.run(label, partial(_keep, before=self._before, entries=entries))

    def refuse(self, name: str, sentence: str) -> None:
        """What hangs on the days is told at their line; what the law does not cover, at what it counts as."""
        if name == "relation":
            name = "kind"
        super().refuse("first" if name in AT_DAYS else name, sentence)
        self.cards["warn"].hide()  # it says the same

    # What is shown

    def look(self) -> None:
        """The live line follows what is typed, as far as it can be read."""
        self._still.stop()
        try:
            entries = self.entries()
            if not self._state_was_chosen:
                self._guess_state(entries)
                entries = self.entries()
        except InvalidEntry:
            self._say(None)
            return
        self._say(self._live(entries))

    def _live(self, entries: Sequence[TimeOff]) -> LiveWords:
        """What the entries will count as, or why they can't be kept."""
        tried, problem, holidays = self.parts.actions.read(partial(_look_up, entries=entries, before=self._before))
        began = self._view.job.hired_on
        is_early = began is not None and entries[0].first < began
        if problem is not None and (tried is None or tried.work_minutes or is_early):
            return problem_words(problem)
        figures = self._view.figures
        first = min(entry.first for entry in entries)
        not_yet = may_not_yet_words(self._view.job, week_minutes(figures), first) if figures is not None else ""
        return live_words(tried, entries, holidays, not_yet)

    def _say(self, words: LiveWords | None) -> None:
        for tone, card in self.cards.items():
            card.setVisible(words is not None and tone == words.tone)
        if words is not None:
            self.cards[words.tone].tell(words.title, "\n".join(words.sentences))
        self.grow_soon()

    def _tell_live(self) -> None:
        """A screen reader hears the live line once a field was left, not at every letter."""
        for card in self.cards.values():
            if card.isVisible():
                announce(card, f"{card.title.text()} {card.sentence.text()}")

    def _guess_state(self, entries: Sequence[TimeOff]) -> None:
        """Days to come are planned, until somebody says otherwise."""
        self.state.blockSignals(True)
        self.state.choose(max(entry.last for entry in entries) > self._today)
        self.state.blockSignals(False)

    def _state_chosen(self, _index: int) -> None:
        self._state_was_chosen = True

    def _left(self, name: str, box: TypedChoice, _index: int = 0) -> None:
        if not isValid(self):  # a form that closes leaves its fields once more
            return
        read = self._understood_days if name == "first" else _understood_hours
        if self.settle(name, box.line, read):
            self._still.stop()
            self.look()
            self._tell_live()

    def _understood_days(self, text: str) -> str:
        """The days as they are meant; hours that were typed with them go to their own line."""
        entries = parse(text, self._today, "first", past=True)
        if len(entries) > 1:
            return text
        minutes = entries[0].minutes
        if minutes is not None:
            self.hours.setEditText(minutes_words(minutes))
        return self._words_of(entries[0])

    def _words_of(self, entry: LeaveEntry) -> str:
        return shown_day(entry.first, self._today) if entry.first == entry.last else entry_words(entry)

    def _told_left(self) -> None:
        self.settle("told_on", self.told_on, self._understood_told)

    def _understood_told(self, text: str) -> str:
        return shown_day(parse_day(text, self._today, "told_on"), self._today)


def _next_week(today: date) -> str:
    """The five days from the next Monday on, as an example."""
    monday = today + timedelta(7 - today.weekday())
    return tr("{first} to {last}").format(first=short_day(monday), last=short_day(monday + timedelta(4)))


def _understood_hours(text: str) -> str:
    return tr("Whole day") if is_whole_day(text) else minutes_words(parse_hours(text))


def _another(base: TimeOff, days: LeaveEntry, minutes: int | None) -> TimeOff:
    """One more entry with the same facts on other days."""
    return TimeOff(
        job_id=base.job_id,
        first=days.first,
        last=days.last,
        every_days=days.every_days,
        minutes=minutes,
        kind=base.kind,
        planned=base.planned,
        reason=base.reason,
        paid=base.paid,
        told_on=base.told_on,
        told_how=base.told_how,
        told_whom=base.told_whom,
        notes=base.notes,
    )


def _kept(work: UnitOfWork, *, time_off: TimeOff) -> bool:
    return work.get(TimeOff, time_off.id) is not None


def _look_up(
    work: UnitOfWork, *, entries: Sequence[TimeOff], before: TimeOff | None
) -> tuple[Tried | None, InvalidEntry | None, list[tuple[date, str]]]:
    """What time off would count as, why it can't be kept, and the holidays in it."""
    problem = next((each for each in leave.problems(work, entries=entries) if each is not None), None)
    try:
        tried = try_out(work, job_id=entries[0].job_id, entries=entries, instead_of=before)
    except InvalidEntry as refusal:
        return None, refusal if problem is None or refusal.field == "worker" else problem, []
    return tried, problem, holidays_off(work, entries=entries)


def _keep(work: UnitOfWork, *, before: TimeOff | None, entries: Sequence[TimeOff]) -> None:
    if before is not None:
        leave.change_time_off(work, before=before, after=entries[0])
        entries = entries[1:]
    if entries:
        leave.log(work, entries=entries)
