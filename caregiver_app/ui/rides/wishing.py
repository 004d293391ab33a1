"""Does what was wanted of a visit: a step at once, or a dialog."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_app.domain.rides import Trip
from caregiver_app.domain.tasks import Answer
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.rides.deeds import RideDeeds
from caregiver_app.ui.rides.dialogs import RideDialogs
from caregiver_app.ui.rides.leg_words import LegWords
from caregiver_app.ui.rides.wishes import Wish


class Wishing:
    """Knows for each wish what to do."""

    def __init__(
        self,
        deeds: RideDeeds,
        dialogs: RideDialogs,
        *,
        print_slip: Callable[[Visit], object],
        log_time_off: Callable[[Visit], object],
        add_cost: Callable[[Visit], object],
    ) -> None:
        self._deeds = deeds
        self._dialogs = dialogs
        self._of_visit: dict[Wish, Callable[[Visit], object]] = {
            Wish.OPEN: dialogs.open_visit,
            Wish.WORDS: dialogs.words,
            Wish.COMPANY_TOLD: deeds.company_told,
            Wish.MOVE: dialogs.move,
            Wish.CANCEL: dialogs.cancel,
            Wish.RESTORE: dialogs.restore,
            Wish.SLIDE: dialogs.slide,
            Wish.ADD_DATES: dialogs.add_dates,
            Wish.SLIP: print_slip,
            Wish.TIME_OFF: log_time_off,
            Wish.COST: add_cost,
            Wish.CALENDAR: dialogs.save_calendar,
            Wish.TAKE_OUT: dialogs.take_out,
            Wish.MAP: dialogs.show_map,
            Wish.HELP: dialogs.add_help,
            Wish.TELL: dialogs.tell,
            Wish.REMOVE: dialogs.remove,
        }

    def do(self, wish: Wish, visit: Visit, leg: LegWords | None) -> None:
        """Do it; what is about a way needs its row."""
        trip = visit.trip(leg.leg) if leg is not None else None
        if wish is Wish.SERVICES:
            self._dialogs.services()
        elif wish in self._of_visit:
            self._of_visit[wish](visit)
        elif trip is not None and leg is not None:
            self._do_of_way(wish, visit, trip, leg)

    def _do_of_way(self, wish: Wish, visit: Visit, trip: Trip, leg: LegWords) -> None:
        if wish is Wish.CHOOSE:
            self._dialogs.choose_driver(visit, trip)
            return
        assert leg.person_id is not None, "the other wishes are about somebody"
        if wish is Wish.RIDE_CALENDAR:
            self._dialogs.save_ride_calendar(trip, leg.person_id)
        elif wish is Wish.TOLD:
            self._deeds.told(trip, leg.person_id, leg.short_name)
        else:
            answer = Answer.YES if wish is Wish.YES else Answer.NOT_THIS_TIME
            self._deeds.answer(trip, leg.person_id, answer, leg.short_name)
