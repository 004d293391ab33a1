"""The Self-care tab below its head: the small things of the week, how today is, breaks, people, the journal."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QMargins, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.household import Household
from caregiver_app.domain.people import Person
from caregiver_app.domain.rides import Ride
from caregiver_app.domain.seasons import SeasonNow
from caregiver_app.domain.selfcare import CarePlan, Feel, Feeling, HelpLine, JournalEntry, SmallThing, SmallThingTime
from caregiver_app.domain.selfcare_week import CareView, ThingThisWeek
from caregiver_app.domain.tasks import Ask, Occurrence, Task
from caregiver_app.services import selfcare
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.selfcare.around import Around
from caregiver_app.ui.selfcare.deeds import CareDeeds
from caregiver_app.ui.selfcare.dialogs import CareDialogs
from caregiver_app.ui.selfcare.feel_card import FeelCard
from caregiver_app.ui.selfcare.help_card import HelpCard
from caregiver_app.ui.selfcare.thing_menu import thing_menu
from caregiver_app.ui.selfcare.things import Things

SHOWS = (
    SmallThing,
    SmallThingTime,
    Feeling,
    CarePlan,
    HelpLine,
    Person,
    Task,
    Occurrence,
    Ask,
    Appointment,
    Ride,
    Household,
    SeasonNow,
)


class SelfCarePanel(QWidget):
    """Reads what is kept, shows it, and opens the dialogs of the tab."""

    sight_wanted = Signal(object)  # QWidget
    top_wanted = Signal()
    record_wanted = Signal(str, object)  # a tab, an id
    asking_ended = Signal(object)  # Items of tasks for which somebody was asked and need not come

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        self.dialogs = CareDialogs(parts, self)
        self.deeds = CareDeeds(parts.actions, self.asking_ended.emit)
        self.view: CareView | None = None
        theme = parts.theme
        self.things = Things(theme)
        self.feel = FeelCard(theme)
        self.help = HelpCard(theme)
        self.around = Around(parts, self.dialogs)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(theme.px(16))
        for widget in (self.things, self.feel, self.around, self.help):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        things = self.things
        things.picked.connect(self._add)
        things.did.connect(self.deeds.did)
        things.undid.connect(self.deeds.not_done)
        things.back.connect(self.deeds.after_all)
        things.time_wanted.connect(self._choose_time)
        things.sitter_wanted.connect(self.dialogs.ask_to_sit)
        things.menu_wanted.connect(self._open_menu)
        things.week_left.connect(self._leave_week)
        things.brought_back.connect(self._bring_back)
        self.feel.felt.connect(self._felt)
        self.help.change_wanted.connect(self.dialogs.help_lines)
        self.around.record_wanted.connect(self.record_wanted)

    # Reading and showing

    def reload(self) -> None:
        """Look at the file again."""
        actions = self.parts.actions
        view = self.view = actions.read(partial(selfcare.overview, now=actions.clock.local()))
        self.things.show_view(view)
        self.feel.show_feeling(view.week.feeling)
        self.around.show_view(view)
        self.help.show_lines(view.help_lines)
        self._place_help(first=view.week.hard_time)

    def _place_help(self, *, first: bool) -> None:
        """Help lines come first in a hard time, and without a word about it."""
        place = 0 if first else self._column.count() - 2
        if self._column.indexOf(self.help) != place:
            self._column.removeWidget(self.help)
            self._column.insertWidget(place, self.help)
            if first:
                QTimer.singleShot(0, self, self.top_wanted.emit)  # once all of it is laid out
        self._order_stops()

    def _order_stops(self) -> None:
        """The Tab key goes down the page as it is read."""
        parts = [self._column.itemAt(n).widget() for n in range(self._column.count())]
        stops = [stop for part in parts if part is not None for stop in stops_in(part)]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    # What is wanted

    def show_record(self, record_id: UUID) -> None:
        """Go to a small thing, also to one that rests; an entry opens the journal."""
        if self.parts.actions.read(partial(_is_entry, record_id=record_id)):
            self.dialogs.journal()
            return
        place = self.things.stand_on(record_id)
        if place is not None:
            self.sight_wanted.emit(place)

    def _add(self, thing: SmallThing) -> None:
        self.deeds.save(None, thing)

    def _choose_time(self, each: ThingThisWeek) -> None:
        assert self.view is not None, "what can be pressed was shown"
        self.dialogs.choose_time(each, self.view)

    def _open_menu(self, each: ThingThisWeek, at: QPoint) -> None:
        assert self.view is not None, "what can be pressed was shown"
        thing_menu(each, self.view, self.deeds, self.dialogs, self).popup(at)

    def _leave_week(self) -> None:
        assert self.view is not None, "what can be pressed was shown"
        self.deeds.not_this_week(self.view.week.span.first)

    def _bring_back(self, thing: SmallThing) -> None:
        self.deeds.rest(thing, resting=False)

    def _felt(self, feel: Feel | None) -> None:
        self.deeds.feel(self.parts.actions.clock.today(), feel)


def stops_in(part: QWidget) -> list[QWidget]:
    """What takes the keyboard in a part of the page, in the order in which it was made."""
    found = [part, *part.findChildren(QWidget)]
    return [each for each in found if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.isHidden()]


def _is_entry(work: object, *, record_id: UUID) -> bool:
    return work.get(JournalEntry, record_id) is not None  # type: ignore[attr-defined]
