"""What stands around the small things: breaks, own appointments, people to call, the journal."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QMargins, QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.company import Window
from caregiver_app.domain.selfcare import SMALL_THINGS, SmallThing
from caregiver_app.domain.selfcare_week import CareView, ThingThisWeek
from caregiver_app.domain.selfcare_words import span_words, why_words
from caregiver_app.domain.spoken import clock_words, day_words
from caregiver_app.services.household import household
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.selfcare.deeds import CareDeeds
from caregiver_app.ui.selfcare.dialogs import CareDialogs
from caregiver_app.ui.selfcare.first_things import first_ideas
from caregiver_app.ui.selfcare.rows_card import CareRow, RowsCard
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_COLUMNS = 56  # letters


class Around(Reflow):
    """Two columns where there is room."""

    record_wanted = Signal(str, object)

    def __init__(self, parts: Parts, dialogs: CareDialogs) -> None:
        theme = parts.theme
        super().__init__(theme.px(16), _COLUMNS)
        self._parts, self._dialogs = parts, dialogs
        self._deeds = CareDeeds(parts.actions)
        self._view: CareView | None = None
        self.breaks = RowsCard(theme, "", "", tone="care")
        self.visits = RowsCard(theme, tr("My own appointments"), tr("None is planned. A check-up counts as care, too."))
        self.people = RowsCard(theme, tr("People I can call"), tr("Nobody is written down yet."))
        self.signs = Text(theme, "", ink="text2")
        self.people.body.insertWidget(3, self.signs)
        self._add_deeds()
        self._journal_card()
        for cards in ((self.breaks, self.journal), (self.visits, self.people)):
            self.add(_column(theme.px(16), cards), 1)

    def _add_deeds(self) -> None:
        theme, dialogs = self._parts.theme, self._dialogs
        self.sitter_button = Button(theme, tr("Ask someone to sit"), kind=QUIET, icon="users")
        self.visit_button = Button(theme, tr("Add an appointment"), kind=QUIET, icon="plus")
        self.people_button = Button(theme, tr("Change"), kind=QUIET, icon="pencil")
        self.people_button.setAccessibleName(tr("Change people I can call"))
        self.sitter_button.clicked.connect(self._ask)
        self.visit_button.clicked.connect(self._add_visit)
        self.people_button.clicked.connect(dialogs.plan)
        self.breaks.foot.add(self.sitter_button)
        self.visits.foot.add(self.visit_button)
        self.people.foot.add(self.people_button)

    def _journal_card(self) -> None:
        theme = self._parts.theme
        self.journal = Card(theme)
        title = tr("Journal")
        self.journal.setAccessibleName(title)
        self.write_button = Button(theme, tr("Write"), kind=PLAIN, icon="pencil")
        self.read_button = Button(theme, tr("Read and find"), kind=QUIET, icon="search")
        self.write_button.setAccessibleDescription(title)
        self.read_button.setAccessibleDescription(title)
        self.write_button.clicked.connect(self._dialogs.write)
        self.read_button.clicked.connect(self._dialogs.journal)
        self.journal.body.addWidget(Text(theme, title, "h3"))
        self.journal.body.addWidget(Text(theme, tr("Only you see it. It is never printed."), ink="text2"))
        self.journal.body.addWidget(Flow(theme.px(8), [self.write_button, self.read_button]))

    def show_view(self, view: CareView) -> None:
        """Show what is kept."""
        self._view = view
        self.breaks.setVisible(view.is_with_her)
        nothing = tr("Nobody else is planned to be with {name} in the next seven days.").format(name=view.her)
        self.breaks.name(tr("When {name} has company").format(name=view.her), nothing)
        self.breaks.show_rows([self._break_row(window, view) for window in view.windows])
        self.visit_button.setVisible(view.my_id is not None)
        self.visits.show_rows([self._visit_row(visit, view) for visit in view.own_visits])
        self.people.show_rows(_callers(view))
        signs = " ".join(view.plan.low_signs.split())
        self.signs.setText(tr("I notice I am running low when: {words}").format(words=signs))
        self.signs.setVisible(bool(signs))

    def _break_row(self, window: Window, view: CareView) -> CareRow:
        return CareRow(
            title=span_words(window, clock24=view.clock24, week=view.week.span),
            detail=why_words(window, view.names, view.her, clock24=view.clock24),
            button=tr("Use this time"),
            deed=partial(self._use, window),
        )

    def _visit_row(self, visit: Appointment, view: CareView) -> CareRow:
        day, title = day_words(visit.day), " ".join(visit.title.split())
        when = day
        if visit.clock is not None:
            when = tr("{day}, {time}").format(day=day, time=clock_words(visit.clock, view.clock24))
        open_it = partial(self.record_wanted.emit, "rides", visit.id)
        return CareRow(title=title, detail=when, button=tr("Open"), deed=open_it)

    def _use(self, window: Window) -> None:
        """For which small thing a free time is."""
        at = self.breaks.pressed or self.breaks
        self.menu_for(window).popup(at.mapToGlobal(QPoint(0, at.height())))

    def menu_for(self, window: Window) -> QMenu:
        """The small things that are still to come; while there is room for more, ideas; and a new one."""
        assert self._view is not None, "what can be pressed was shown"
        menu = QMenu(self)
        for each in self._view.week.things:
            if each.is_waiting:
                menu.addAction(" ".join(each.thing.title.split()), partial(self._take, each, window))
        for thing in self._ideas():
            menu.addAction(tr("New: {title}").format(title=thing.title), partial(self._begin, thing, window))
        menu.addAction(tr("Something new…"), partial(self._add_for, window))
        return menu

    def _ideas(self) -> list[SmallThing]:
        """Those that the tab offers as well, as long as it does."""
        assert self._view is not None, "what can be pressed was shown"
        week = self._view.week
        known = {each.thing.title for each in week.things}
        offered = len(week.things) < SMALL_THINGS and not week.resting
        return [each for each in first_ideas() if each.title not in known] if offered else []

    def _begin(self, thing: SmallThing, window: Window) -> None:
        day = window.start.date()
        self._deeds.begin(thing, self._week_of(day), day, window.clock, window.beside_id)

    def _add_for(self, window: Window) -> None:
        """A new one gets this time, unless it rests for now."""
        self._dialogs.edit_thing().saved.connect(partial(self._take_new, window))

    def _take_new(self, window: Window, thing: SmallThing) -> None:
        assert self._view is not None, "what can be pressed was shown"
        for each in self._view.week.things:
            if each.thing.id == thing.id:
                self._take(each, window)

    def _week_of(self, day: date) -> date:
        from caregiver_app.domain.calendar import week_of

        return week_of(day, self._parts.actions.read(household).week_start).first

    def _take(self, each: ThingThisWeek, window: Window) -> None:
        day = window.start.date()
        self._deeds.plan(each, self._week_of(day), day, window.clock, window.beside_id)

    def _add_visit(self) -> None:
        """The form of a visit is at home in the Rides tab; with the caregiver’s id it is one of their own."""
        if self._view is not None:
            self.record_wanted.emit("rides", self._view.my_id)

    def _ask(self) -> None:
        self._dialogs.ask_to_sit(None)


def _column(gap: int, cards: tuple[QWidget, ...]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(QMargins())
    column.setSpacing(gap)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return holder


def _callers(view: CareView) -> list[CareRow]:
    """Names with their numbers; those that were typed stand below, a line for each."""
    people = [CareRow(title=person.name, detail=person.phone) for person in view.to_call]
    return [*people, *(CareRow(title=line.strip()) for line in view.plan.more_to_call.splitlines() if line.strip())]
