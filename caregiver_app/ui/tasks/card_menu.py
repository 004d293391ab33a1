"""The menu of a card: everything that the mouse and the keys do, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.tasks import Answer, Item, State
from caregiver_app.ui.tasks.card_words import first_name
from caregiver_app.ui.tasks.deeds import Deeds
from caregiver_app.ui.tasks.week import WeekView
from caregiver_app.words import tr

MOST_NAMES = 12
BETWEEN = " – "  # a name, and what stands against it


class CardDialogs(Protocol):
    """The dialogs that a card can open."""

    def open_item(self, item: Item) -> None:
        """Open the form."""

    def choose_helper(self, item: Item) -> None:
        """Open the list of helpers."""

    def against(self, item: Item) -> Mapping[UUID, str]:
        """What stands against each person, in a few words."""

    def remove_item(self, item: Item) -> None:
        """Remove, after asking how much of a series is meant."""


def card_menu(item: Item, view: WeekView, deeds: Deeds, dialogs: CardDialogs, parent: QWidget) -> QMenu:
    """A menu for one card. The caller shows it, and it is gone once it was closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    leg = item.task.is_ride_leg  # it is moved and removed with its visit
    _put(menu, tr("Open the visit") if leg else tr("Open"), partial(dialogs.open_item, item))
    _put_states(menu, item, deeds)
    menu.addSeparator()
    _put(menu, tr("Choose a helper…"), partial(dialogs.choose_helper, item))
    _put_answers(menu, item, view, deeds)
    _put_people(menu.addMenu(tr("Give to")), item, view, deeds, dialogs)
    if not leg:
        _put_days(menu.addMenu(tr("Move to")), item, view, deeds, dialogs)
        menu.addSeparator()
        _put(menu, tr("Remove"), partial(dialogs.remove_item, item))
    return menu


def _put(menu: QMenu, text: str, deed: Callable[[], object], *, on: bool = True) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.setEnabled(on)
    action.triggered.connect(partial(_without_checked, deed))
    return action


def _without_checked(deed: Callable[[], object], _checked: bool = False) -> None:
    deed()


def _put_states(menu: QMenu, item: Item, deeds: Deeds) -> None:
    done = item.state is State.DONE
    _put(menu, tr("Mark not done") if done else tr("Mark done"), partial(deeds.tick, item))
    if item.state is State.NOT_NEEDED:
        _put(menu, tr("Mark as needed"), partial(deeds.set_needed, item, needed=True))
    elif not done:
        _put(menu, tr("Mark as not needed"), partial(deeds.set_needed, item, needed=False))


def _put_answers(menu: QMenu, item: Item, view: WeekView, deeds: Deeds) -> None:
    """What people who were asked may answer, and what those who said yes may change."""
    for person_id in item.waiting:
        name = first_name(person_id, view)
        _put(menu, tr("{name} said yes").format(name=name), partial(deeds.answer, item, person_id, Answer.YES, name))
        no = partial(deeds.answer, item, person_id, Answer.NOT_THIS_TIME, name)
        _put(menu, tr("{name}: not this time").format(name=name), no)
    for person_id in item.helpers:
        name = first_name(person_id, view)
        _put(menu, tr("{name} can’t come").format(name=name), partial(deeds.free, item, person_id, name))


def _put_people(menu: QMenu, item: Item, view: WeekView, deeds: Deeds, dialogs: CardDialogs) -> None:
    people = ([view.caregiver] if view.caregiver else []) + list(view.helpers)
    entries = {}
    for person in people[:MOST_NAMES]:
        short = first_name(person.id, view)
        give = partial(deeds.give, item, person.id, short)
        entries[person.id] = _put(menu, _menu_name(person.id, view), give, on=person.id not in item.helpers)
    menu.aboutToShow.connect(partial(_put_reasons, entries, item, dialogs))
    if len(people) > MOST_NAMES:
        _put(menu, tr("Someone else…"), partial(dialogs.choose_helper, item))
    menu.addSeparator()
    _put(menu, tr("Nobody yet – leave open"), partial(deeds.give, item, None), on=bool(item.helpers))


def _put_reasons(entries: Mapping[UUID, QAction], item: Item, dialogs: CardDialogs) -> None:
    """Behind a name, why somebody may not come, as the list of helpers says it; looked up once the names are shown."""
    against = dialogs.against(item)
    for person_id, entry in entries.items():
        if entry.isEnabled() and (words := against.get(person_id)):
            name = entry.text().partition(BETWEEN)[0]
            entry.setText(name + BETWEEN + words.replace("&", "&&"))


def _menu_name(person_id: UUID, view: WeekView) -> str:
    if view.caregiver is not None and person_id == view.caregiver.id:
        return first_name(person_id, view)
    return view.person_of[person_id].name


def _put_days(menu: QMenu, item: Item, view: WeekView, deeds: Deeds, dialogs: CardDialogs) -> None:
    for day in view.span.days():
        _put(menu, day_words(day), partial(deeds.move, item, day), on=day != item.day)
    menu.addSeparator()
    _put(menu, tr("Another day…"), partial(dialogs.open_item, item))
