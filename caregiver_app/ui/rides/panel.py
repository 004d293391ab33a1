"""The visits below the strip: what is coming up, a week, a month, or what was found."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.appointments import Appointment, Series
from caregiver_app.domain.calendar import Span, month_of, opening_day, week_of, whole_weeks
from caregiver_app.domain.care_team import Clinician
from caregiver_app.domain.household import Household
from caregiver_app.domain.outcomes import Outcome
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.places import Place
from caregiver_app.domain.rides import Ride
from caregiver_app.domain.seasons import SeasonNow
from caregiver_app.domain.spoken import span_words
from caregiver_app.domain.tasks import Ask, Occurrence, Task
from caregiver_app.domain.visits import Visit
from caregiver_app.services.household import person_in_role
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.cant_come import CantCome
from caregiver_app.ui.rides.coming_up import ComingUp
from caregiver_app.ui.rides.deeds import RideDeeds
from caregiver_app.ui.rides.dialogs import RideDialogs
from caregiver_app.ui.rides.entries import cards_of, coming_entries
from caregiver_app.ui.rides.holidays import Holidays
from caregiver_app.ui.rides.leg_words import LegWords, leg_words
from caregiver_app.ui.rides.month import MonthView
from caregiver_app.ui.rides.strip import COMING, MONTH, WEEK, RidesStrip
from caregiver_app.ui.rides.view import RidesView, read_coming, read_found, read_household, read_record, read_span
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.rides.visit_list import Entry, Heading, VisitList
from caregiver_app.ui.rides.visit_menu import more_menu, visit_menu
from caregiver_app.ui.rides.visit_words import day_heading, month_words, visit_words
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.ui.rides.wishing import Wishing
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

SHOWS = (Appointment, Series, Ride, Task, Occurrence, Ask, Place, Clinician, Outcome, Person, Household, SeasonNow)
MOST_FOUND = 50


class RidesPanel(QWidget):
    """Reads visits, shows them in the way that was chosen, and opens the dialogs of the tab."""

    print_wanted = Signal(str, object, object)
    slip_wanted = Signal(object, object)  # the day, the id of the visit
    time_off_wanted = Signal(object)  # the id of the visit
    cost_wanted = Signal(object)  # the id of the visit
    sight_wanted = Signal(object)  # QWidget

    def __init__(self, parts: Parts, strip: RidesStrip) -> None:
        super().__init__()
        self.parts = parts
        self.deeds = RideDeeds(parts.actions)
        self.dialogs = RideDialogs(parts, self.deeds, self)
        self.view: RidesView | None = None
        self._strip = strip
        self._day: date | None = None  # in the week or month that is shown
        self._wishing = Wishing(
            self.deeds,
            self.dialogs,
            print_slip=self._print_slip,
            log_time_off=self._log_time_off,
            add_cost=self._add_cost,
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(parts.theme.px(12))
        self.coming: ComingUp | None = None
        self._left: object = None  # typed on the page before this one
        self.month: MonthView | None = None
        self._holidays = Holidays(parts, self)
        self._note = Text(parts.theme, "", ink="text2")
        self.list = VisitList(parts)
        self._column.addWidget(self._note)
        self._column.addWidget(self.list)
        self._column.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self._holidays.known.connect(self._show_again)
        self.list.wished.connect(self._wished)
        self.list.menu_wanted.connect(self._open_menu)
        strip = self._strip
        strip.turned.connect(self.turn)
        strip.today.connect(self.go_today)
        strip.searched.connect(self._searched)
        strip.left_search.connect(self.list.stand_on_first)
        strip.shares_wanted.connect(self.dialogs.shares)
        strip.more.clicked.connect(self._open_more)

    @property
    def today(self) -> date:
        """Today by the program's clock."""
        return self.parts.actions.clock.today()

    def words_above(self) -> str:
        """The line above the cards, or below them; empty when there is none."""
        return self._note.text()

    @property
    def shown_day(self) -> date | None:
        """A day of the week or month that is shown; of the next visit while what is coming up is."""
        if self._strip.by.value() != COMING:
            return self._day
        planned = [each.appointment for each in self.view.visits] if self.view is not None else []
        return min((each.day for each in planned if each.is_planned and each.day >= self.today), default=None)

    # Reading and showing

    def reload(self) -> None:
        """Look at the file again, and show what is chosen."""
        read = self.parts.actions.read
        by = self._strip.by.value()
        if self._strip.words:
            self.view = read(partial(read_found, text=self._strip.words, today=self.today))
            self._show_found(self.view)
        elif by == COMING:
            self.view = read(partial(read_coming, local=self.parts.actions.clock.local()))
            self._show_coming(self.view)
        else:
            week_start = read(read_household).week_start
            day = self._day = self._day or self._first_day(by, week_start)
            span = week_of(day, week_start) if by == WEEK else whole_weeks(month_of(day), week_start)
            self.view = read(partial(read_span, span=span, today=self.today))
            (self._show_week if by == WEEK else self._show_month)(self.view, span)

        self._order_stops()

    def _first_day(self, by: str, week_start: int) -> date:
        """Where a view begins: at today; by weeks at the week to plan now, as on the Tasks tab."""
        return opening_day(self.parts.actions.clock.local(), week_start) if by == WEEK else self.today

    def _show_again(self) -> None:
        """The same visits, with the names of holidays."""
        if self.parts.actions.is_open and self._strip.by.value() != COMING:
            self.reload()

    def _order_stops(self) -> None:
        """The Tab key reads from top to bottom, whatever was made first."""
        top = next((each for each in (self.coming, self.month) if each is not None and not each.isHidden()), None)
        stops = [*(top.stops() if top is not None else []), *self.list.stops()]
        for one, after in pairwise(stops):
            QWidget.setTabOrder(one, after)

    def _show_coming(self, view: RidesView) -> None:
        self._strip.tell(COMING, "", "")
        if self.coming is None:
            self.coming = ComingUp(self.parts)
            self.coming.ask_wanted.connect(self._ask_someone)
            self.coming.new_wanted.connect(self.new_visit)
            self.coming.left.connect(self._go_to_first)
            self.coming.rearranged.connect(self._order_stops)
            self.coming.take_up(self._left)
            self._column.insertWidget(0, self.coming)
        self._show_only(self.coming)
        self.coming.show_view(view)
        self._tell(self.coming.foot(view), below=True)
        self.list.show_entries(coming_entries(view))

    def _show_week(self, view: RidesView, span: Span) -> None:
        words = span_words(span)
        self._strip.tell(WEEK, words, tr("Week of {days}").format(days=words))
        self._strip.now.setEnabled(self.today not in span)
        self._show_only(None)
        self._tell("")
        self._holidays.name(span)
        entries: list[Entry] = []
        for day in span.days():
            cards = cards_of(view, day)
            heading = day_heading(day, view.today, self._holidays.names.get(day, ""))
            entries.append(Heading(heading, "" if cards else tr("nothing planned")))
            entries += cards
        self.list.show_entries(entries)

    def _show_month(self, view: RidesView, span: Span) -> None:
        """The span are the whole weeks around the month."""
        assert self._day is not None, "a month is shown around a day"
        month = month_of(self._day)
        words = month_words(month.first)
        self._strip.tell(MONTH, words, words)
        self._strip.now.setEnabled(self.today not in month)
        if self.month is None:
            self.month = MonthView(self.parts)
            self.month.picked.connect(self._day_picked)
            self.month.opened.connect(self._day_opened)
            self.month.turned.connect(self._turned_to)
            self.month.new_wanted.connect(self.new_visit)
            self._column.insertWidget(0, self.month)
        self._show_only(self.month)
        self._holidays.name(span)
        self.month.show_view(view, month, self._day, self._holidays.names)
        self._show_day(view)

    def _show_day(self, view: RidesView) -> None:
        """The cards of the chosen day below the calendar."""
        self._tell("")
        self.list.show_entries(cards_of(view, self._day))

    def _show_found(self, view: RidesView) -> None:
        self._strip.tell(COMING, "", "")
        self._show_only(None)
        n = len(view.visits)
        if not n:
            words = tr("Nothing found for “{words}.” Try a shorter word, or the name of the place.")
        elif n >= MOST_FOUND:
            words = tr("The newest {n} visits with “{words}” are here.")
        else:
            words = ntr("{n} visit with “{words}”", "{n} visits with “{words},” newest first", n)
        self._tell(words.format(n=n, words=self._strip.words))
        self.list.show_entries([visit_words(visit, view) for visit in view.visits])

    def _go_to_first(self) -> None:
        """What had the keyboard is gone: the first card has it, and is in sight once all has its place."""
        if self.list.stand_on_first():
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        focus = self.window().focusWidget()
        if isinstance(focus, VisitCard):
            self.sight_wanted.emit(focus)

    def _show_only(self, wanted: QWidget | None) -> None:
        for each in (self.coming, self.month):
            if each is not None:
                each.setVisible(each is wanted)

    def _tell(self, words: str, *, below: bool = False) -> None:
        """A line above the cards, or below them."""
        self._note.setText(words)
        self._note.setVisible(bool(words))
        self._column.removeWidget(self._note)
        self._column.insertWidget(self._column.indexOf(self.list) + below, self._note)

    def unsaved(self) -> object:
        """What is typed on “How did it go?”, for the page that is built anew."""
        return self.coming.unsaved() if self.coming is not None else self._left

    def take_up(self, unsaved: object) -> None:
        """Go on with it, now or once what is coming up is shown."""
        self._left = unsaved
        if self.coming is not None:
            self.coming.take_up(unsaved)

    # Where to look

    def show_again(self) -> None:
        """Another view was chosen: it begins at today."""
        self._day = None
        self._strip.search.blockSignals(True)  # Qt's own
        self._strip.search.clear()
        self._strip.search.blockSignals(False)
        self.reload()

    def turn(self, by: int) -> None:
        """A week or a month on, or back."""
        if self._day is None or self._strip.by.value() == COMING:
            return
        if self._strip.by.value() == WEEK:
            self._turned_to(self._day + timedelta(7 * by))
        else:
            month = month_of(self._day)
            self._turned_to(month.last + timedelta(1) if by > 0 else month_of(month.first - timedelta(1)).first)

    def go_today(self) -> None:
        """The week or month of today."""
        if self._strip.by.value() != COMING:
            self._turned_to(self.today)

    def _turned_to(self, day: date) -> None:
        self._day = day
        self.reload()
        if self.month is not None and self.month.has_keyboard:
            self.month.grid.stand_on(day)

    def _day_picked(self, day: date) -> None:
        self._day = day
        if self.view is not None and self.month is not None:
            self.month.tell_day(self.view, day)
            self._show_day(self.view)

    def _day_opened(self, day: date) -> None:
        """Enter on a day: its one visit, the cards of several, or a new one."""
        self._day_picked(day)
        visits = [each for each in self.view.visits if each.appointment.day == day] if self.view is not None else []
        if len(visits) == 1:
            self.dialogs.open_visit(visits[0])
        elif visits:
            self.list.stand_on_first()
        else:
            self.new_visit()

    def _searched(self, _words: str) -> None:
        self.parts.actions.when_open(self.reload)

    def show_record(self, record_id: UUID) -> bool:
        """Go to a visit by its id, or by that of one of its rides; whether it is there."""
        appointment = self.parts.actions.read(partial(read_record, record_id=record_id))
        if appointment is None:
            return False
        if self._strip.words or self._strip.by.value() != COMING or self.view is None:
            self._strip.by.choose(COMING)
            self.show_again()
        if not self.list.stand_on(appointment.id):
            self._strip.by.choose(WEEK)
            self.show_again()
            self._turned_to(appointment.day)
            self.list.stand_on(appointment.id)
        self._bring_into_sight(appointment.id)
        return True

    def _bring_into_sight(self, visit_id: UUID) -> None:
        card = self.list.card(visit_id)
        if card is not None:
            self.sight_wanted.emit(card)

    # What is wanted

    def new_own_visit(self, person_id: UUID) -> None:
        """The empty form for a visit of the caregiver, whose id this is; another id opens nothing."""
        person = self.parts.actions.read(partial(person_in_role, role=Role.CAREGIVER))
        if person is not None and person.id == person_id:
            self.dialogs.new_visit(None, self._added, person_id)

    def new_visit(self) -> None:
        """The empty form, for the day that is looked at."""
        self.dialogs.new_visit(self._day if self._strip.by.value() == MONTH else None, self._added)

    def _added(self, appointment: Appointment) -> None:
        """The keyboard goes to the new card, where it is in sight."""
        if self.list.stand_on(appointment.id):
            self._bring_into_sight(appointment.id)

    def _wished(self, wish: Wish, visit_id: UUID, leg: LegWords | None) -> None:
        visit = self._visit(visit_id)
        if visit is None:
            return
        if wish is Wish.FREE and leg is not None:
            self._cant_come(visit, leg)
            return
        self._wishing.do(wish, visit, leg)
        if wish is Wish.NO:  # the card may stand further up now
            self._bring_into_sight(visit_id)

    def _cant_come(self, freed_visit: Visit, leg: LegWords) -> None:
        """A driver can't come: whoever else could is shown at once."""
        freed = CantCome(self.parts.actions, freed_visit, leg)
        if not freed.keep():
            return
        self._bring_into_sight(freed_visit.id)
        visit = self._visit(freed_visit.id)
        trip = visit.trip(leg.leg) if visit is not None else None
        if visit is not None and trip is not None and trip.is_open and visit.appointment.day >= self.today:
            self.dialogs.choose_driver(visit, trip, freed)

    def _visit(self, visit_id: UUID) -> Visit | None:
        return self.view.visit(visit_id) if self.view is not None else None

    def _ask_someone(self, visit_id: UUID) -> None:
        visit = self._visit(visit_id)
        trip = next((trip for trip in visit.trips if trip.is_open and not trip.item.waiting), None) if visit else None
        if visit is not None and trip is not None:
            self.dialogs.choose_driver(visit, trip)

    def _print_slip(self, visit: Visit) -> None:
        self.slip_wanted.emit(visit.appointment.day, visit.id)

    def _log_time_off(self, visit: Visit) -> None:
        self.time_off_wanted.emit(visit.id)

    def _add_cost(self, visit: Visit) -> None:
        self.cost_wanted.emit(visit.id)

    def _open_menu(self, visit_id: UUID, at: QPoint) -> None:
        visit = self._visit(visit_id)
        if visit is None or self.view is None:
            return
        rows = leg_words(visit, self.view) if visit.appointment.is_planned else ()
        visit_menu(
            visit, rows, partial(self._wished_of, visit_id), self, past=visit.appointment.day < self.today
        ).popup(at)

    def _wished_of(self, visit_id: UUID, wish: Wish, leg: LegWords | None) -> None:
        self._wished(wish, visit_id, leg)

    def _open_more(self) -> None:
        """What else the tab knows of."""
        button = self._strip.more
        more_menu(self.dialogs, self).popup(button.mapToGlobal(QPoint(0, button.height())))
