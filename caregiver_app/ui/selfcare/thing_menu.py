"""What else can be done with a small thing."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.domain.selfcare_week import CareView, ThingThisWeek
from caregiver_app.ui.selfcare.deeds import CareDeeds
from caregiver_app.ui.selfcare.dialogs import CareDialogs
from caregiver_app.words import tr


def thing_menu(each: ThingThisWeek, view: CareView, deeds: CareDeeds, dialogs: CareDialogs, parent: QWidget) -> QMenu:
    """The menu of a card."""
    menu = QMenu(parent)
    thing, week = each.thing, each.time.week
    menu.addAction(tr("Change…"), partial(dialogs.edit_thing, thing))
    if each.is_waiting:
        menu.addAction(tr("Choose a time…"), partial(dialogs.choose_time, each, view))
        if view.is_with_her:
            menu.addAction(tr("Ask someone to sit…"), partial(dialogs.ask_to_sit, each))
        menu.addAction(tr("Not this week"), partial(deeds.not_this_week, week, thing))
    menu.addAction(tr("Let it rest for a while"), partial(deeds.rest, thing))
    menu.addSeparator()
    menu.addAction(tr("Remove"), partial(deeds.remove, thing))
    return menu
