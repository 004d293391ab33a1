"""When somebody is free as a rule: days across, parts of the day down; one tab stop, arrows move inside."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSizePolicy, QWidget

from caregiver_app.domain.kinds import PartOfDay
from caregiver_app.domain.people import Slot
from caregiver_app.domain.spoken import day_names, part_words, short_day_names
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class FreeGrid(QWidget):
    """A box for each part of each day, from the family's first day of the week on."""

    def __init__(self, theme: Theme, week_start: int, free: Iterable[Slot], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days = [(week_start + n) % 7 for n in range(7)]
        self._parts = list(PartOfDay)
        self._cells: dict[tuple[int, int], _Cell] = {}
        self._at = (0, 0)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(theme.px(2))
        self._name_rows_and_columns(theme, grid)
        known = set(free)
        for row, part in enumerate(self._parts):
            for column, day in enumerate(self._days):
                self._add_cell(theme, grid, row, column, Slot(day, part) in known)
        self._rove((0, 0))

    def free(self) -> frozenset[Slot]:
        """The parts of days that are ticked."""
        ticked = (place for place, cell in self._cells.items() if cell.isChecked())
        return frozenset(Slot(self._days[column], self._parts[row]) for row, column in ticked)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """Go to the box that was visited last."""
        self._cells[self._at].setFocus(reason)

    def move_focus(self, place: tuple[int, int], step: tuple[int, int]) -> None:
        """Go on to the next box in a direction, as far as there is one."""
        row = min(max(place[0] + step[0], 0), len(self._parts) - 1)
        column = min(max(place[1] + step[1], 0), 6)
        self._cells[row, column].setFocus(Qt.FocusReason.TabFocusReason)

    def visited(self, place: tuple[int, int]) -> None:
        """A box has the keyboard now: Tab comes back to it."""
        self._rove(place)

    def _name_rows_and_columns(self, theme: Theme, grid: QGridLayout) -> None:
        grid.setColumnStretch(8, 1)
        for column, day in enumerate(self._days):
            label = Text(theme, short_day_names()[day], "caption", ink="text2", wrap=False)
            grid.addWidget(label, 0, column + 1)
        for row, part in enumerate(self._parts):
            label = Text(theme, part_words(part), wrap=False)
            grid.addWidget(label, row + 1, 0)
            label.setContentsMargins(0, 0, theme.px(8), 0)

    def _add_cell(self, theme: Theme, grid: QGridLayout, row: int, column: int, ticked: bool) -> None:
        cell = _Cell(theme, self, (row, column))
        cell.setAccessibleName(
            tr("{day}, {part}").format(day=day_names()[self._days[column]], part=part_words(self._parts[row]).lower())
        )
        cell.setChecked(ticked)
        self._cells[row, column] = cell
        grid.addWidget(cell, row + 1, column + 1)

    def _rove(self, place: tuple[int, int]) -> None:
        self._cells[self._at].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._at = place
        self._cells[place].setFocusPolicy(Qt.FocusPolicy.StrongFocus)


class _Cell(QCheckBox):
    """One box of the grid; its tick stands in the middle."""

    def __init__(self, theme: Theme, grid: FreeGrid, place: tuple[int, int]) -> None:
        super().__init__(grid)
        self._size = QSize(theme.px(46), theme.px(36))
        self.setMinimumSize(theme.px(32), theme.px(36))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._grid = grid
        self._place = place
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._grid.move_focus(self._place, step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._grid.visited(self._place)
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        return self._size

    def hitButton(self, _position: object) -> bool:
        return True
