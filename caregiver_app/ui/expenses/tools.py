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
        self.claims = Button(theme, tr("Claims and calls…"), kind=QUIET)
        self.claims.clicked.connect(self._open_claims)
        self.more = Button(theme, tr("More"), kind=QUIET, icon="ellipsis")
        self.more.clicked.connect(self.open_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Flow(theme.px(4), [*also, self.claims, self.more]))

    def _open_claims(self) -> None:
        self._dialogs.claims()

    def show_years(self, years: Sequence[int]) -> None:
        """The years that can be saved, the newest first."""
        self._years = years

    def open_menu(self) -> None:
        """Show what is used more rarely."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        _put(menu, tr("Save what the list shows as a table (CSV)…"), self.table_wanted.emit)
        inner = menu.addMenu(tr("Save a year with its receipts (ZIP)"))
        for year in self._years:
            _put(inner, f"{year}…", partial(self.year_wanted.emit, year))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _put(menu: QMenu, text: str, deed: Deed) -> None:
    menu.addAction(text).triggered.connect(partial(_pressed, deed))


def _pressed(deed: Deed, _checked: bool = False) -> None:  # Qt sends it
    deed()
