"""What the Expenses tab knows of beside the list: quiet buttons for what is used often, a menu for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from caregiver_app.ui.expenses.dialogs import ExpenseDialogs
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.words import tr

Deed = Callable[[], object]


class Tools(QWidget):
    """A row of buttons that wraps; the last one opens a menu.

    `table_wanted` asks for what the list shows as a file, `year_wanted` brings a year to save.
    """

    table_wanted = Signal()
    year_wanted = Signal(int)

    def __init__(self, theme: Theme, dialogs: ExpenseDialogs, also: Sequence[QPushButton]) -> None:
        super().__init__()
        self._dialogs = dialogs
        self._years: Sequence[int] = ()
        self.year, self.claims, self.sharing, self.missing, self.more = (
            Button(theme, words, kind=QUIET, icon=icon)
            for words, icon in (
                (tr("Year summary…"), ""),
                (tr("Claims and calls…"), ""),
                (tr("Sharing…"), ""),
                (tr("Receipts missing…"), ""),
                (tr("More"), "ellipsis"),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        buttons = [self.year, self.claims, self.sharing, self.missing]
        column.addWidget(Flow(theme.px(4), [*buttons, *also, self.more]))
        for button, deed in zip(buttons, (dialogs.year, dialogs.claims, dialogs.sharing, dialogs.missing), strict=True):
            button.clicked.connect(partial(_pressed, deed))
        self.more.clicked.connect(self.open_menu)

    def show_years(self, years: Sequence[int]) -> None:
        """The years that can be saved, the newest first."""
        self._years = years

    def open_menu(self) -> None:
        """Show what is used more rarely."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        _put(menu, tr("Months side by side…"), self._dialogs.months)
        _put(menu, tr("Figures we use…"), self._dialogs.rates)
        menu.addSeparator()
        _put(menu, tr("Bring in costs from a bank or card…"), self._dialogs.bring_in)
        menu.addSeparator()
        _put(menu, tr("Save what the list shows as a table (CSV)…"), self.table_wanted.emit)
        inner = menu.addMenu(tr("Save a year with its receipts (ZIP)"))
        for year in self._years:
            _put(inner, f"{year}…", partial(self.year_wanted.emit, year))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _put(menu: QMenu, text: str, deed: Deed) -> None:
    menu.addAction(text).triggered.connect(partial(_pressed, deed))


def _pressed(deed: Deed, _checked: bool = False) -> None:  # Qt sends it
    deed()
