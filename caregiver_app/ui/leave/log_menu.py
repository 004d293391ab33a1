"""The menu of one entry of the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.ui.leave.deeds import LeaveDeeds
from caregiver_app.words import tr


def log_menu(
    time_off: TimeOff, deeds: LeaveDeeds, opened: Callable[[TimeOff], object], today: date, parent: QWidget
) -> QMenu:
    """What can be done with one entry, in words. It is gone once it was closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    _put(menu, tr("Edit…"), partial(opened, time_off))
    if time_off.told_on is None:
        _put(menu, tr("Told work today"), partial(deeds.told_today, time_off))
    if time_off.planned and time_off.first <= today:
        _put(menu, tr("It was taken as planned"), partial(deeds.mark_taken, time_off))
    menu.addSeparator()
    _put(menu, tr("Remove"), partial(deeds.remove, time_off))
    return menu


def _put(menu: QMenu, text: str, deed: Callable[[], object]) -> None:
    menu.addAction(text).triggered.connect(partial(_pressed, deed))


def _pressed(deed: Callable[[], object], _checked: bool = False) -> None:  # Qt sends it
    deed()
