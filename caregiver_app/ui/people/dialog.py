"""People > Helpers: all helpers at a glance; add, change and remove them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import Record
from caregiver_app.services import people
from caregiver_app.ui.directory import Directory, DirectoryWords
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.people.editor import PersonEditor
from caregiver_app.ui.people.helper_list import HelperList, HelperRow, rows_of
from caregiver_app.ui.people.quick_add import QuickAdd
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.words import ntr, tr

WEEKS_AHEAD = 8


class PeopleDialog(Directory):
    """The list of helpers; one can be typed in a line, and each has a calendar file."""

    HEIGHT = 700
    KIND = Person

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, _words(), parent)
        parts.actions.told.connect(self._tell)  # the window's own notice is behind this one
        parts.actions.problem.connect(self.notices.warn)

    def entries(self) -> list[HelperRow]:
        actions = self.parts.actions
        return rows_of(actions.read(people.helpers), actions.clock.today())

    def form(self, record: Record | None) -> PersonEditor:
        return PersonEditor(self.parts, record if isinstance(record, Person) else None, self)

    def take_off(self, record: Record) -> str:
        assert isinstance(record, Person), "only helpers are listed here"
        actions = self.parts.actions
        today = actions.clock.today()
        span = Span(today, today + timedelta(7 * WEEKS_AHEAD))
        freed = actions.read(partial(people.promised, person=record, span=span))
        label = tr("Remove {name}").format(name=record.first_name)
        removed = actions.run(label, partial(people.remove, person=record), silent=True)
        return _removed(record, freed) if removed else ""

    def save_calendar(self) -> None:
        """A calendar file of all that the chosen one said yes to."""
        from caregiver_app.ui.calendars.saving import save_calendar_file

        person = self.list.record()
        if isinstance(person, Person):
            save_calendar_file(self.parts, self, person=person)

    # Building

    def make_list(self) -> HelperList:
        return HelperList(self.theme)

    def below_list(self, found: QWidget) -> QWidget:
        theme = self.theme
        self.calendar_button = Button(theme, tr("Save calendar file…"), kind=QUIET, icon="file-down")
        self.calendar_button.setToolTip(tr("All that the chosen helper said yes to, for their own calendar"))
        self.calendar_button.clicked.connect(self.save_calendar)
        below = Reflow(theme.px(12), 30)
        below.add(found)
        below.add(self.calendar_button, 0)
        return below

    def more_buttons(self) -> list[Button]:
        self.line_button = Button(self.theme, tr("In one line…"), kind=PLAIN)
        self.line_button.clicked.connect(self._add_line)
        return [self.line_button]

    def _build_empty(self) -> QWidget:
        words = _words()
        link = tr("Type one in a line: “Ben 555-0142 drives”")
        empty = EmptyState(self.theme, words.icon, words.empty, words.why, button=tr("Add a helper"), link=link)
        empty.button.clicked.connect(self.add)
        empty.link.clicked.connect(self._add_line)
        return empty

    # What happens

    def found_words(self, shown: int) -> str:
        return ntr("{n} helper", "{n} helpers", shown).format(n=shown) if shown else super().found_words(shown)

    def _add_line(self) -> None:
        line = QuickAdd(self.parts, self)
        line.saved.connect(self.list.choose)
        line.open()

    def _tell(self, sentence: str) -> None:
        self.notices.tell(sentence)

    def _chosen_changed(self) -> None:
        super()._chosen_changed()
        self.calendar_button.setEnabled(self.list.record() is not None)


def _words() -> DirectoryWords:
    return DirectoryWords(
        title=tr("Helpers"),
        find=tr("Find a helper"),
        example=tr("Name, number or kind of help"),
        new=tr("New helper"),
        none_fits=tr("No helper fits these words."),
        icon="users",
        empty=tr("Who could help?"),
        why=tr("Think of people who said “let me know.” A name is enough; the rest can wait."),
    )


def _removed(person: Person, freed: int) -> str:
    removed = tr("{name} is no longer in the list of helpers.").format(name=person.name)
    if not freed:
        return removed
    open_again = ntr("{n} task needs a helper again.", "{n} tasks need a helper again.", freed).format(n=freed)
    return f"{removed} {open_again}"
