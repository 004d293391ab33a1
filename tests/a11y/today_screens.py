"""Screens of Today, of Find and of one line of any kind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_app.ui.finding import FindDialog
from caregiver_app.ui.quick_any import QuickAny
from caregiver_app.ui.today.page import TodayPage
from tests.stage import Stage, spin


def _today(stage: Stage) -> QWidget:
    stage.window.show_tab("today")
    spin()
    return stage.window


def _telling(stage: Stage) -> QWidget:
    """The whole card of a visit that is over."""
    _today(stage)
    page = stage.window.page
    assert isinstance(page, TodayPage)
    assert page.panel.view is not None
    page.panel.telling.tell(page.panel.view.to_tell[0])
    return stage.window


def _found(stage: Stage) -> QWidget:
    dialog = FindDialog(stage.parts, stage.window)
    dialog.search.setText("lak")
    return dialog


def _nothing_found(stage: Stage) -> QWidget:
    dialog = FindDialog(stage.parts, stage.window)
    dialog.search.setText("xylophone")
    return dialog


def _typed(stage: Stage) -> QWidget:
    form = QuickAny(stage.parts, stage.window)
    form.line.setText("CT scan Tue Dec 1 at 9:15 am")
    return form


def _refused(stage: Stage) -> QWidget:
    form = QuickAny(stage.parts, stage.window)
    form.show()
    spin()
    form.try_to_save()
    return form


TODAY_SCREENS = (
    ("today, empty file", _today, "welcomed"),
    ("today, first steps", _today, "begun"),
    ("today, with leave", _today, "leave"),
    ("today, how did it go", _telling, "leave"),
    ("find", _found, "demo"),
    ("find, nothing found", _nothing_found, "demo"),
    ("one line", _typed, "demo"),
    ("one line, wrong", _refused, "demo"),
)
