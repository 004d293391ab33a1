"""Costs: the ledger, lists, figures and rates. Loads the rules of money, so it is imported when first needed."""

from caregiver_app.domain.expense_answers import Asked, Column, Defaults, Figures, GoesToo, Listed, Row, Totals
from caregiver_app.services.expenses.figures import figures
from caregiver_app.services.expenses.ledger import (
    add,
    add_many,
    change,
    defaults,
    from_typed,
    goes_too,
    kinds_first,
    payees,
    remove,
    repeat,
    there_and_back,
    trips,
)
from caregiver_app.services.expenses.lists import listed, rows, totals
from caregiver_app.services.expenses.rates import own_figures, rate_on, rates, remove_figure, save_figure

__all__ = [
    "Asked",
    "Column",
    "Defaults",
    "Figures",
    "GoesToo",
    "Listed",
    "Row",
    "Totals",
    "add",
    "add_many",
    "change",
    "defaults",
    "figures",
    "from_typed",
    "goes_too",
    "kinds_first",
    "listed",
    "own_figures",
    "payees",
    "rate_on",
    "rates",
    "remove",
    "remove_figure",
    "repeat",
    "rows",
    "save_figure",
    "there_and_back",
    "totals",
    "trips",
]
