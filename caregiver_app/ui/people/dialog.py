"""People > Helpers: all helpers at a glance; add, change and remove them."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.people import Person
from caregiver_app.domain.records import ChangeSet
from caregiver_app.services import people
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.people.editor import PersonEditor
from caregiver_app.ui.people.helper_list import HelperList, rows_of
from caregiver_app.ui.people.quick_add import QuickAdd
from caregiver_app.ui.widgets.buttons import DANGER, PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.notices import Notices
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

WEEKS_AHEAD = 8


class PeopleDialog(Dialog):
    """The list of helpers with its own notice strip, as the window's lies under it."""

    WIDTH = 720

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Helpers"), parent)
        self._stack = QStackedWidget()
        self.body.addWidget(self._stack, 1)
        self._stack.addWidget(self._build_list())
        self._stack.addWidget(self._build_empty())
        self.notices = Notices(self.theme)
        self.layout().insertWidget(self.layout().indexOf(self._scrolling) + 1, self.notices)
        self._build_foot()
        QShortcut(QKeySequence.StandardKey.Undo, self, parts.actions.undo)
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        QShortcut(QKeySequence.StandardKey.New, self, self.add)
        parts.actions.changed.connect(self._changed)
        parts.actions.outdated.connect(self.reload)
        parts.actions.told.connect(self._tell)  # the window's own notice is behind this one
        parts.actions.problem.connect(self.notices.warn)
        self.reload()

    def fit(self) -> None:
        super().fit()
        room = self.screen().availableGeometry()
        self.resize(self.width(), min(self.theme.px(700), round(room.height() * 0.9)))

    def reload(self) -> None:
        """Show the helpers as they are now."""
        actions = self.parts.actions
        helpers = actions.read(people.helpers)
        self.list.show_entries(rows_of(helpers, actions.clock.today()))
        self._stack.setCurrentIndex(0 if helpers else 1)
        for n in range(self._stack.count()):  # the one that is not shown asks for no room
            policy = QSizePolicy.Policy.Preferred if n == self._stack.currentIndex() else QSizePolicy.Policy.Ignored
            self._stack.widget(n).setSizePolicy(policy, policy)
        for button in (self.edit_button, self.remove_button, self.new_button, self.line_button):
            button.setVisible(bool(helpers))
        self._search_told()

    def add(self) -> None:
        """A new helper in the full form."""
        self._open(None)

    def edit(self) -> None:
        """Change the one that is chosen."""
        person = self.list.person()
        if person:
            self._open(person)

    def remove(self) -> None:
        """Remove the one that is chosen; the notice offers to take it back."""
        person = self.list.person()
        if person is None:
            return
        actions = self.parts.actions
        today = actions.clock.today()
        span = Span(today, today + timedelta(7 * WEEKS_AHEAD))
        freed = actions.read(partial(people.promised, person=person, span=span))
        label = tr("Remove {name}").format(name=person.first_name)
        if actions.run(label, partial(people.remove, person=person), silent=True):
            self.notices.tell(_removed(person, freed), tr("Undo"), actions.undo)
            self.list.setFocus()

    def save_calendar(self) -> None:
        """A calendar file of all that the chosen one said yes to."""
        from caregiver_app.ui.calendars.saving import save_calendar_file

        person = self.list.person()
        if person is not None:
            save_calendar_file(self.parts, self, person=person)

    # Building

    def _build_list(self) -> QWidget:
        theme = self.theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.search = LineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Name, number or kind of help"))
        self.list = HelperList(theme)
        self.list.setMinimumHeight(theme.px(140))
        self._found = Text(theme, "", "caption", ink="text2")
        self.search.textChanged.connect(self._search)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self.remove)
        column.addWidget(Field(theme, tr("Find a helper"), self.search))
        column.addWidget(self.list, 1)
        self.calendar_button = Button(theme, tr("Save calendar file…"), kind=QUIET, icon="file-down")
        self.calendar_button.setToolTip(tr("All that the chosen helper said yes to, for their own calendar"))
        self.calendar_button.clicked.connect(self.save_calendar)
        below = Reflow(theme.px(12), 30)
        below.add(self._found)
        below.add(self.calendar_button, 0)
        column.addWidget(below)
        return holder

    def _build_empty(self) -> QWidget:
        empty = EmptyState(
            self.theme,
            "users",
            tr("Who could help?"),
            tr("Think of people who said “let me know.” A name is enough; the rest can wait."),
            button=tr("Add a helper"),
            link=tr("Type one in a line: “Ben 555-0142 drives”"),
        )
        empty.button.clicked.connect(self.add)
        empty.link.clicked.connect(self._add_line)
        return empty

    def _build_foot(self) -> None:
        theme = self.theme
        self.new_button = Button(theme, tr("New helper"), kind=PRIMARY, icon="plus")
        self.line_button = Button(theme, tr("In one line…"), kind=PLAIN)
        self.edit_button = Button(theme, tr("Edit"), kind=PLAIN, icon="pencil")
        self.remove_button = Button(theme, tr("Remove"), kind=DANGER)
        close = Button(theme, tr("Close"), kind=PLAIN)
        buttons = (self.new_button, self.line_button, self.edit_button, self.remove_button)
        actions = (self.add, self._add_line, self.edit, self.remove)
        for button, action in zip(buttons, actions, strict=True):
            button.clicked.connect(action)
        close.clicked.connect(self.accept)
        self.foot.addWidget(Flow(theme.px(12), buttons), 1)
        self.foot.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        self.list.chosen_changed.connect(self._chosen_changed)

    # What happens

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _open(self, person: Person | None) -> None:
        editor = PersonEditor(self.parts, person, self)
        editor.saved.connect(self.list.choose)
        editor.open()

    def _add_line(self) -> None:
        line = QuickAdd(self.parts, self)
        line.saved.connect(self.list.choose)
        line.open()

    def _tell(self, sentence: str) -> None:
        self.notices.tell(sentence)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Person):
            self.reload()

    def _search(self, text: str) -> None:
        self.list.rows.search(text)
        self.list.choose_row(0)
        self._search_told()

    def _search_told(self) -> None:
        shown = self.list.rows.rowCount()
        none = tr("No helper fits these words.") if self.search.text() else ""
        count = ntr("{n} helper", "{n} helpers", shown).format(n=shown)
        self._found.setText(count if shown else none)

    def _chosen_changed(self) -> None:
        chosen = self.list.person() is not None
        self.calendar_button.setEnabled(chosen)
        self.edit_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)


def _removed(person: Person, freed: int) -> str:
    removed = tr("{name} is no longer in the list of helpers.").format(name=person.name)
    if not freed:
        return removed
    open_again = ntr("{n} task needs a helper again.", "{n} tasks need a helper again.", freed).format(n=freed)
    return f"{removed} {open_again}"
