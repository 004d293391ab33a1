"""What the Expenses tab knows of beside the list: quiet buttons for what is used often, a menu for the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from caregiver_app.ui.expenses.dialogs import ExpenseDialogs
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.words import tr

Deed = Callable[[], object]


class Tools(QWidget):
    """A row of buttons that wraps; the last one opens a menu."""

    def __init__(self, theme: Theme, dialogs: ExpenseDialogs, also: Sequence[QPushButton]) -> None:
        super().__init__()
        self.dialogs = dialogs
        self.buttons: dict[str, Button] = {}
        flow = Flow(theme.px(4))
        for text, deed in self._often():
            button = self.buttons[text] = Button(theme, text, kind=QUIET)
            button.clicked.connect(partial(_pressed, deed))
            flow.add(button)
        self.more = Button(theme, tr("More"), kind=QUIET, icon="ellipsis")
        self.more.clicked.connect(self.open_menu)
        for each in (*also, self.more):
            flow.add(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)

    def _often(self) -> Sequence[tuple[str, Deed]]:
        return ()

    def _rest(self) -> Sequence[tuple[str, Deed]]:
        return ()

    def open_menu(self) -> None:
        """Show what is used more rarely."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, deed in self._rest():
            menu.addAction(text).triggered.connect(partial(_pressed, deed))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


def _pressed(deed: Deed, _checked: bool = False) -> None:  # Qt sends it
    deed()
