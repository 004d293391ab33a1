"""The Expenses tab: opening it, one letter in its search, and each column in order, with what they need at least."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from functools import partial
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

from tests.benchmarks.bare_questions import ask, noted, seconds, until_painted
from tests.benchmarks.board_side import drain, wait_until
from tests.benchmarks.marks import Marks
from tests.benchmarks.opened_file import opened_copy

if TYPE_CHECKING:
    from caregiver_app.ui.desktop import Desktop
    from caregiver_app.ui.expenses.expense_list import ExpenseList

TURNS = 9
LETTERS = "cp"


def main() -> None:
    """Open the file named on the command line, on a copy, and measure; with --more also search and order."""
    with opened_copy() as (ready, file):
        marks = Marks()
        opened(ready, marks)
        if "--more" in sys.argv:
            with closing(sqlite3.connect(file)) as bare:
                searched(the_list(ready), bare, marks)
                ordered(the_list(ready), bare, marks)
        marks.report()


def opened(ready: Desktop, marks: Marks) -> None:
    """From the click on the tab until its figures and its list stand painted."""
    started = perf_counter()
    ready.window.show_tab("expenses")
    drain()
    from caregiver_app.ui.expenses.panel import ExpensesPanel

    wait_until(lambda: any(panel.figures is not None for panel in ready.window.findChildren(ExpensesPanel)))
    drain()
    marks.mark("expenses", perf_counter() - started)


def the_list(ready: Desktop) -> ExpenseList:
    """The list of costs in sight, showing those of all years."""
    from caregiver_app.ui.expenses.expense_list import When
    from caregiver_app.ui.expenses.panel import ExpensesPanel

    panel = ready.window.findChild(ExpensesPanel)
    if panel is None:
        raise SystemExit("there is no list of costs")
    panel.list.when.choose(When())
    panel.find_text()
    drain()
    return panel.list


def searched(costs: ExpenseList, bare: sqlite3.Connection, marks: Marks) -> None:
    """One letter, from the key to the painted list; the floor is the same SQL, and that table painted once."""
    from PySide6.QtTest import QTest

    ours, floor = [], []
    for _ in range(TURNS):
        for letter in LETTERS:
            costs.search.clear()
            drain()
            with noted("SELECT expenses.") as asked:
                ours.append(until_painted(partial(QTest.keyClicks, costs.search, letter)))
            floor.append(seconds(partial(ask, bare, asked)) + painted(costs))
    costs.search.clear()
    drain()
    marks.mark("search", median(ours))
    marks.mark("search floor", median(floor))


def painted(costs: ExpenseList) -> float:
    """Seconds to paint the table once."""
    return seconds(costs.table.viewport().repaint)


def ordered(costs: ExpenseList, bare: sqlite3.Connection, marks: Marks) -> None:
    """Each column both ways, from the click to the painted list; the floor sorts the same keys in Python."""
    from PySide6.QtCore import Qt

    from caregiver_app.ui.expenses.list_model import COLUMNS

    worst = (0.0, 0.0, 0.0)
    for place, column in enumerate(COLUMNS):
        rows = keys(bare, column.value)
        ours, floor = [], []
        for turn in range(TURNS):
            order = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)[turn % 2]
            ours.append(until_painted(partial(costs.table.sortByColumn, place, order)))
            floor.append(seconds(partial(sorted, rows)) + painted(costs))
        worst = max(worst, (median(ours) / median(floor), median(ours), median(floor)))
    marks.mark("order", worst[1])
    marks.mark("order floor", worst[2])


def keys(bare: sqlite3.Connection, column: str) -> list[tuple[Any, ...]]:
    """What every cost of the file is put in order by, as values in memory."""
    has_receipt = "EXISTS (SELECT 1 FROM receipts WHERE receipts.expense_id = expenses.id)"
    what = {"payee": "lower(payee)", "payer": "substr(paid_by, 4, 32)", "receipt": has_receipt}.get(column, column)
    return bare.execute(f"SELECT {what}, day, number FROM expenses").fetchall()  # noqa: S608  # our own words


if __name__ == "__main__":
    main()
