"""The form of a cost and what stands around it, over the made-up family's file with costs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expense_answers import Asked, Row
from caregiver_app.services.expenses import lists
from caregiver_app.ui.expenses.draft import Payer
from caregiver_app.ui.expenses.editor import ExpenseEditor
from caregiver_app.ui.expenses.kind_picker import KindPicker
from caregiver_app.ui.expenses.page import ExpensesPage
from tests.stage import Stage, spin


def _row(stage: Stage, kind: str) -> Row:
    return stage.workspace.read(partial(lists.rows, asked=Asked(kind=kind, limit=1)))[0]


def _tab(stage: Stage) -> ExpensesPage:
    stage.window.show_tab("expenses")
    page = stage.window.page
    assert isinstance(page, ExpensesPage)
    return page


def _unfolded(stage: Stage) -> QWidget:
    """The pictures as tables, and a line that was understood."""
    page = _tab(stage)
    page.panel.pictures.fold.button.click()
    page.panel.quick.line.setText("hotel 210 for 3 nights yesterday")
    page.panel.quick.look()
    return stage.window


def _refused_line(stage: Stage) -> QWidget:
    page = _tab(stage)
    page.panel.quick.line.setText("12.5.0")
    page.panel.quick.add()
    return stage.window


def _nothing_found(stage: Stage) -> QWidget:
    page = _tab(stage)
    page.panel.list.search.setText("nothing like it")
    page.panel.sight_wanted.emit(page.panel.list)
    return stage.window


def _form(kind: str, stage: Stage) -> QWidget:
    form = ExpenseEditor(stage.parts, parent=stage.window)
    form.kind.choose(kind)
    form.kind.changed.emit(kind)
    return form


def _trip(stage: Stage) -> QWidget:
    form = _form("mileage", stage)
    assert isinstance(form, ExpenseEditor)
    form.trip.from_to.setEditText("Home to Lakeside Center and back")
    return form


def _wrong(stage: Stage) -> QWidget:
    form = ExpenseEditor(stage.parts, parent=stage.window)
    form.amount.setText("12.5.0")
    form.show()
    spin()
    form.try_to_save()
    return form


def _known(stage: Stage) -> QWidget:
    """Every part of the form of a cost that several people paid."""
    form = ExpenseEditor(stage.parts, _row(stage, "visit").expense, stage.window)
    form.payer.choose(Payer.SEVERAL)
    for fold in form.folds.folds:
        fold.open()
    return form


EXPENSE_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget]], ...] = (
    ("expenses, all open", _unfolded),
    ("expenses, a line that can not be read", _refused_line),
    ("expenses, nothing found", _nothing_found),
    ("new cost", partial(_form, "parking_tolls")),
    ("new cost, wrong", _wrong),
    ("new trip", _trip),
    ("new lodging", partial(_form, "lodging")),
    ("new cost, only if", partial(_form, "wig")),
    ("cost, all open", _known),
    ("kinds of cost", lambda stage: KindPicker(stage.parts, "wig", "Maria", stage.window)),
)
