"""The menu of a visit: everything that can be done with it, in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.domain.appointments import AppointmentStatus
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.rides.dialogs import RideDialogs
from caregiver_app.ui.rides.leg_words import LegWords, Stand
from caregiver_app.ui.rides.wishes import Wish
from caregiver_app.words import tr

Wished = Callable[[Wish, LegWords | None], object]


def visit_menu(visit: Visit, rows: tuple[LegWords, ...], wished: Wished, parent: QWidget, *, past: bool) -> QMenu:
    """A menu for one visit; `rows` are its ways as the card shows them. It is gone once it was closed.

    What is of one kind is in a menu of its own, and each entry has a letter that picks it.
    """
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    put = partial(_put, menu, wished)
    cancelled = visit.appointment.status is AppointmentStatus.CANCELLED
    put(tr("Open"), Wish.OPEN)
    if visit.appointment.is_planned:
        put(tr("Move…"), Wish.MOVE)
        put(tr("Cancel the visit…"), Wish.CANCEL)
    elif cancelled:
        put(tr("Plan again"), Wish.RESTORE)
    menu.addSeparator()
    if past and not cancelled:
        put(tr("How did it go?…"), Wish.TELL)
    _put_drivers(menu.addMenu(tr("Drivers")), wished, rows)
    if not past and any(trip.ride.was_agreed or trip.item.let_go for trip in visit.trips):
        put(tr("Words to send…"), Wish.WORDS)
    if visit.appointment.is_planned:
        put(tr("Add someone to stay, or other help…"), Wish.HELP)
    if not cancelled:
        put(tr("Time off work for this visit…"), Wish.TIME_OFF)
    put(tr("Add a cost for this visit…"), Wish.COST)
    menu.addSeparator()
    if visit.series is not None or visit.may_repeat:
        _put_series(menu.addMenu(tr("Series")), wished, visit)
    _put_paper(menu.addMenu(tr("Paper, calendar and map")), wished, visit, rows)
    menu.addSeparator()
    put(tr("Remove"), Wish.REMOVE)
    give_letters(menu)
    return menu


def give_letters(menu: QMenu) -> None:
    """Each entry gets a letter that picks it, the first of one of its words where that is free."""
    taken: set[str] = set()
    for action in menu.actions():
        if action.isSeparator():
            continue
        text = action.text()
        place = _letter_place(text, taken)
        if place is not None:
            taken.add(text[place].casefold())
            action.setText(f"{text[:place]}&{text[place:]}")
        inner = action.menu()
        if isinstance(inner, QMenu):
            give_letters(inner)


def _letter_place(text: str, taken: set[str]) -> int | None:
    first = [n for n in range(len(text)) if text[n].isalpha() and (n == 0 or text[n - 1] == " ")]
    others = [n for n in range(len(text)) if text[n].isalpha()]
    return next((n for n in (*first, *others) if text[n].casefold() not in taken), None)


def _put_drivers(menu: QMenu, wished: Wished, rows: tuple[LegWords, ...]) -> None:
    for row in rows:
        _put_way(menu, wished, row)
    menu.addSeparator()
    _put(menu, wished, tr("Ride services…"), Wish.SERVICES)


def _put_series(menu: QMenu, wished: Wished, visit: Visit) -> None:
    if visit.series is not None and visit.appointment.is_planned:
        _put(menu, wished, tr("Slide the rest…"), Wish.SLIDE)
    _put(menu, wished, tr("Add more dates…"), Wish.ADD_DATES)


def _put_paper(menu: QMenu, wished: Wished, visit: Visit, rows: tuple[LegWords, ...]) -> None:
    if visit.trips and visit.appointment.is_planned:
        _put(menu, wished, tr("Print driver slip…"), Wish.SLIP)
    _put_calendar(menu, wished, rows)
    if any(trip.item.let_go or (trip.drivers and not visit.appointment.is_planned) for trip in visit.trips):
        _put(menu, wished, tr("Take a ride out of a driver’s calendar…"), Wish.TAKE_OUT)
    if visit.place is not None:
        _put(menu, wished, tr("Map of the place…"), Wish.MAP)


def more_menu(dialogs: RideDialogs, parent: QWidget) -> QMenu:
    """What the tab knows of beside visits. It is gone once it was closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for text, deed in (
        (tr("Add a visit from a calendar file…"), dialogs.add_from_calendar),
        (tr("Places…"), dialogs.places),
        (tr("Care team…"), dialogs.care_team),
        (tr("Ride services…"), dialogs.services),
    ):
        menu.addAction(text).triggered.connect(partial(_pressed, deed))
    give_letters(menu)
    return menu


def _pressed(deed: Callable[[], object], _checked: bool = False) -> None:  # Qt sends it
    deed()


def _put_calendar(menu: QMenu, wished: Wished, rows: tuple[LegWords, ...]) -> None:
    """A file for one's own calendar, and one for each driver's."""
    _put(menu, wished, tr("Save calendar file…"), Wish.CALENDAR)
    for row in rows:
        if row.stand is Stand.COVERED and not row.is_you:
            way = tr("there") if row.leg is Leg.THERE else tr("home")
            text = tr("Calendar file for {name}, {way}…").format(name=row.short_name, way=way)
            _put(menu, wished, text, Wish.RIDE_CALENDAR, row)


def _put_way(menu: QMenu, wished: Wished, row: LegWords) -> None:
    """What can be done about one way."""
    there = row.leg is Leg.THERE
    if row.stand is Stand.QUIET:
        return
    if row.stand is Stand.ASKED:
        _put(menu, wished, tr("{name} said yes").format(name=row.short_name), Wish.YES, row)
        _put(menu, wished, tr("{name}: not this time").format(name=row.short_name), Wish.NO, row)
    if row.agreed and not row.is_you and row.stand in (Stand.ASKED, Stand.COVERED, Stand.LET_GO):
        _put(menu, wished, tr("{name} knows of the new plan").format(name=row.short_name), Wish.TOLD, row)
    if row.stand is Stand.COVERED:
        free = tr("{name} can’t drive there") if there else tr("{name} can’t drive home")
        you = tr("You can’t drive there") if there else tr("You can’t drive home")
        _put(menu, wished, you if row.is_you else free.format(name=row.short_name), Wish.FREE, row)
    if row.stand is Stand.LET_GO:
        return
    choose = tr("Driver for the way there…") if there else tr("Driver for the way home…")
    _put(menu, wished, choose, Wish.CHOOSE, row)


def _put(menu: QMenu, wished: Wished, text: str, wish: Wish, row: LegWords | None = None) -> None:
    menu.addAction(text.replace("&", "&&")).triggered.connect(partial(_chosen, wished, wish, row))


def _chosen(wished: Wished, wish: Wish, row: LegWords | None, _checked: bool = False) -> None:  # Qt sends it
    wished(wish, row)
