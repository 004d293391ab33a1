"""All reminders that wait or come in the next two weeks, and those that somebody typed, to open, add and change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.domain.reminder_words import about_words
from caregiver_app.domain.reminders import About, Due, Later, OwnReminder, Touched, said_once
from caregiver_app.domain.spoken import repeat_words
from caregiver_app.services import household, reminding
from caregiver_app.ui.directory import Directory, DirectoryWords
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.reminders.answers import Answers
from caregiver_app.ui.reminders.choices import ReminderChoices
from caregiver_app.ui.reminders.own import OwnReminderEditor
from caregiver_app.ui.reminders.words import moment_words
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

DAYS = timedelta(14)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming(Record):
    """A row of the list: a reminder at its next time. A typed one that is over has no time left."""

    due: Due | None = None
    own: OwnReminder | None = None
    at: datetime | None = None


class RemindersDialog(Directory):
    """`opened` asks for the place where something lives; typed reminders open their form here.

    One that waits can be answered here too: the other signals bring what waits of it.
    """

    KIND = OwnReminder
    opened = Signal(object)  # Due
    done_wanted = Signal(object)  # tuple of Due
    later_wanted = Signal(object, object)  # tuple of Due, Later
    not_today_wanted = Signal(object)  # tuple of Due

    def __init__(self, parts: Parts, waiting: tuple[Due, ...] = (), parent: QWidget | None = None) -> None:
        self._waiting = self._given = waiting
        self.answers = Answers(parts)
        self.choices_button = Button(parts.theme, tr("Choices…"), kind=PLAIN)
        off = tr("All reminders are turned off. Turn on any that you want under Choices.")
        self.all_off = Text(parts.theme, off)
        words = DirectoryWords(
            title=tr("Reminders"),
            find=tr("Find a reminder"),
            example=tr("A few words"),
            new=tr("New reminder"),
            none_fits=tr("No reminder fits these words."),
            icon="bell",
            empty=tr("Nothing to be reminded of"),
            why=tr("Tasks, rides and papers with a day are listed here. You can add your own, like watering plants."),
        )
        super().__init__(parts, words, parent)
        self.body.addWidget(self.all_off)
        self._tell_all_off()
        self.choices_button.clicked.connect(self.open_choices)
        self.answers.done_button.clicked.connect(self._done)
        self.answers.later_button.chosen.connect(self._later)
        self.answers.not_today_button.clicked.connect(self._not_today)
        parts.actions.done.connect(self._told)
        parts.actions.told.connect(self.notices.tell)

    def open_choices(self) -> None:
        """What to be reminded of, and when not."""
        ReminderChoices(self.parts, self).open()

    def reload(self) -> None:
        super().reload()
        self.choices_button.show()  # also while there is nothing to be reminded of
        self._chosen_changed()
        self._tell_all_off()

    def _tell_all_off(self) -> None:
        """After a death, or when nothing was chosen: how to be reminded again."""
        if self.all_off.parent() is not None:  # else it would be a window of its own
            self.all_off.setVisible(not self.parts.actions.read(reminding.rules).on)

    def entries(self) -> list[Entry]:
        now = self._now()
        rows = self.parts.actions.read(partial(read_coming, now=now, waiting=self._waiting))
        clock24 = self.parts.actions.read(household.household).clock24
        return [_entry(row, now, clock24=clock24) for row in rows]

    def form(self, record: Record | None) -> OwnReminderEditor:
        own = record.own if isinstance(record, Coming) else None
        return OwnReminderEditor(self.parts, own, self)

    def take_off(self, record: Record) -> str:
        own = record.own if isinstance(record, Coming) else None
        if own is None:
            return ""
        remove = partial(reminding.remove_own, reminder=own)
        if not self.parts.actions.run(tr("Remove a reminder"), remove, silent=True):
            return ""
        return tr("You will not be reminded of “{text}” any more.").format(text=own.text)

    def more_buttons(self) -> list[Button]:
        return [*self.answers.buttons, self.choices_button]

    def waiting_of(self, record: Record | None) -> tuple[Due, ...]:
        """What waits of a row; a thing of every day may wait for several."""
        if not isinstance(record, Coming) or record.due is None:
            return ()
        due = record.due
        return tuple(each for each in self._waiting if each.says_the_same(due))

    def _done(self) -> None:
        self._answer(self.done_wanted)

    def _later(self, later: Later) -> None:
        self._answer(self.later_wanted, later)

    def _not_today(self) -> None:
        self._answer(self.not_today_wanted)

    def _answer(self, wanted: SignalInstance, *how: Later) -> None:
        dues = self.waiting_of(self.list.record())
        self.list.setFocus()  # the buttons go with what they answer
        wanted.emit(dues, *how)

    def _told(self, _label: str, _day: str, sentence: str) -> None:
        if sentence:
            self.notices.tell(sentence, tr("Undo"), self.parts.actions.undo)

    def _open(self, record: Record | None) -> None:
        if isinstance(record, Coming) and record.own is None:
            assert record.due is not None, "what nobody typed has a time"
            self.accept()
            self.opened.emit(record.due)
            return
        form = self.form(record)
        form.saved.connect(self._choose)
        form.open()

    def _choose(self, own: OwnReminder) -> None:
        row = self.list.rows.row_of(own.id)
        self.list.choose_row(max(row, 0))

    def _changed(self, changes: ChangeSet) -> None:
        """What was answered waits no more; what an Undo took back waits again."""
        edits = [(before, after) for before, after in changes.of(Touched)]
        answered = {after.id for _, after in edits if after is not None}
        again = {before.id for before, after in edits if before is not None and after is None}
        here = {due.id for due in self._waiting} - answered | again
        self._waiting = tuple(due for due in self._given if due.id in here)
        self.reload()

    def _chosen_changed(self) -> None:
        record = self.list.record()
        own = record.own if isinstance(record, Coming) else None
        self.edit_button.setText(tr("Edit") if own is not None else tr("Open"))
        self.edit_button.setEnabled(record is not None)
        self.remove_button.setEnabled(own is not None)
        self.answers.offer(self.waiting_of(record))

    def _now(self) -> datetime:
        return self.parts.actions.clock.local().replace(tzinfo=None)


def read_coming(work: UnitOfWork, *, now: datetime, waiting: tuple[Due, ...]) -> list[Coming]:
    """What waits, then what comes, each by time; a typed one stands once, at its next time. Last what is over."""
    own = {each.id: each for each in reminding.own(work, now=now)}
    timed = [*((due.at, due) for due in said_once(waiting)), *reminding.coming(work, now=now, last=now.date() + DAYS)]
    rows = list(_once(timed, own))
    listed = {row.own.id for row in rows if row.own is not None}
    return [*rows, *(Coming(id=each.id, own=each) for each in own.values() if each.id not in listed)]


def _once(timed: list[tuple[datetime, Due]], own: dict[UUID, OwnReminder]) -> Iterator[Coming]:
    """Each reminder by time, one that somebody typed only the first time."""
    seen: set[UUID] = set()
    for at, due in sorted(timed, key=_by_time):
        if due.about is not About.OWN:
            yield Coming(id=due.id, due=due, at=at)
        elif due.source_id in own and due.source_id not in seen:
            seen.add(due.source_id)
            yield Coming(id=due.source_id, due=due, own=own[due.source_id], at=at)


def _by_time(pair: tuple[datetime, Due]) -> tuple[datetime, str, UUID]:
    return pair[0], pair[1].title, pair[1].id


def _entry(row: Coming, now: datetime, *, clock24: bool) -> Entry:
    if row.own is not None:
        name = row.own.text
        often = repeat_words(row.own.repeat, row.own.day) if row.own.repeat is not None else ""
    else:
        assert row.due is not None, "what nobody typed has a time"
        name, often = row.due.in_window, row.due.detail
    when = moment_words(row.at, now, clock24=clock24) if row.at is not None else tr("Not again within two weeks")
    about = about_words(row.due.about if row.due is not None else About.OWN)
    line = tr("{when} · {about}").format(when=when, about=about)
    lines = ((line, "body", "text2"), (often, "caption", "text2"))
    return Entry(record=row, name=name, lines=tuple(each for each in lines if each[0]))
