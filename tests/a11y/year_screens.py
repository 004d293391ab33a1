"""The year, sharing, figures and months, over the costs of the made-up family."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expenses import Expense, OwnFigure
from caregiver_app.services.expenses import add, save_figure
from caregiver_app.ui.expenses.months import MonthsDialog
from caregiver_app.ui.expenses.own_figure import OwnFigureEditor
from caregiver_app.ui.expenses.rates import RatesDialog
from caregiver_app.ui.expenses.sharing import SharingDialog
from caregiver_app.ui.expenses.sharing_forms import AgreedEditor, Gave, PaidBackEditor
from caregiver_app.ui.expenses.year import YearDialog
from tests.stage import TODAY, Stage

DEMO, WELCOMED = "demo", "welcomed"
MILES = ("medical_mileage", "usd_per_mile")


def _year(stage: Stage) -> QWidget:
    """With gas and oil for a car, and an income that is tried."""
    gas = Expense(served_on=TODAY, paid_on=TODAY, kind="gas_actual", amount=Decimal("300.00"), payee="Hill Gas")
    stage.workspace.write(partial(add, expense=gas))
    form = YearDialog(stage.parts, stage.window)
    form.income.line.setText("18,000")
    return form


def _sharing(stage: Stage) -> QWidget:
    return SharingDialog(stage.parts, stage.window)


def _agreed(stage: Stage) -> QWidget:
    sharing = SharingDialog(stage.parts, stage.window)
    return AgreedEditor(stage.parts, sharing.people, sharing.names, stage.window)


def _paid_back(stage: Stage) -> QWidget:
    """Refused: no amount is typed."""
    sharing = SharingDialog(stage.parts, stage.window)
    form = PaidBackEditor(stage.parts, sharing.payers(), Gave(), stage.window)
    form.show()
    form.try_to_save()
    return form


def _rates(stage: Stage) -> QWidget:
    own = OwnFigure(figure="medical_mileage", first=date(2027, 1, 1), last=None, value=Decimal("0.25"))
    stage.workspace.write(partial(save_figure, before=None, after=own))
    return RatesDialog(stage.parts, stage.window)


def _own_figure(stage: Stage) -> QWidget:
    return OwnFigureEditor(stage.parts, (MILES,), None, stage.window)


def _months(stage: Stage) -> QWidget:
    return MonthsDialog(stage.parts, stage.window)


def _empty_year(stage: Stage) -> QWidget:
    return YearDialog(stage.parts, stage.window)


YEAR_SCREENS: tuple[tuple[str, Callable[[Stage], QWidget], str], ...] = (
    ("the year", _year, DEMO),
    ("the year, empty file", _empty_year, WELCOMED),
    ("sharing costs", _sharing, DEMO),
    ("sharing costs, empty file", _sharing, WELCOMED),
    ("how new costs are shared", _agreed, DEMO),
    ("money paid back, wrong", _paid_back, DEMO),
    ("figures we use", _rates, DEMO),
    ("your own figure", _own_figure, DEMO),
    ("months side by side", _months, DEMO),
)
