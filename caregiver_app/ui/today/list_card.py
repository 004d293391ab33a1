"""A card of rows: at most five, then “See all”. What did not change keeps its widgets and the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.today_view import TodayRow
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.today.day_row import DayRow
from caregiver_app.ui.widgets.buttons import Button
from caregiver_app.ui.widgets.card import FewRows
from caregiver_app.ui.widgets.texts import Text

Maker = Callable[[TodayRow], "Button | None"]


class ListCard(FewRows):
    """`opened` brings a row whose words were pressed, `pressed` one whose button was."""

    opened = Signal(object)
    pressed = Signal(object)

    def __init__(
        self, theme: Theme, title: str, make_button: Maker, *, days: bool = False, empty: str = "", role: str = "h2"
    ) -> None:
        super().__init__(theme)
        self._make_button, self._days = make_button, days
        self._rows: tuple[TodayRow, ...] = ()
        self.lines: list[DayRow] = []
        self.setAccessibleName(title)
        self.title = Text(theme, title, role)
        self._empty = Text(theme, empty, ink="text2") if empty else None
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        self.body.addWidget(self.title)
        if self._empty is not None:
            self.body.addWidget(self._empty)
        self.body.addLayout(self._holder)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_rows(self, rows: Sequence[TodayRow]) -> None:
        """Show these rows; a card without any is hidden unless it has words for that."""
        self._rows = tuple(rows)
        self.show_again()

    def show_again(self) -> None:
        shown = self.few(self._rows)
        if self._empty is not None:
            self._empty.setVisible(not self._rows)
        self._fill(shown, _days_once(shown) if self._days else [None] * len(shown))
        self.setVisible(bool(self._rows) or self._empty is not None)

    def _fill(self, rows: Sequence[TodayRow], days: Sequence[str | None]) -> None:
        """Keep the lines that look the same; the keyboard goes to the line in place of its own."""
        old = {_key(line.row): line for line in self.lines}
        held = next((place for place, line in enumerate(self.lines) if _has_keyboard(line)), None)
        on_button = held is not None and self.lines[held].button is not None and _is_on_button(self.lines[held])
        held_key = _key(self.lines[held].row) if held is not None else None
        fresh: list[DayRow] = []
        for row, day in zip(rows, days, strict=True):
            line = old.get(_key(row))
            if line is not None and (line.row, line.day) == (row, day):
                fresh.append(old.pop(_key(row)))
            else:
                fresh.append(self._line(row, day))
        self.lines = fresh
        for place, line in enumerate(fresh):
            self._holder.insertWidget(place, line)
        for gone in old.values():
            self._holder.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        if held is not None and held_key is not None:
            self._stand_on(held_key, held, on_button=on_button)

    def _line(self, row: TodayRow, day: str | None) -> DayRow:
        line = DayRow(self._theme, row, self._make_button(row), day)
        line.opened.connect(self.opened)
        line.pressed.connect(self.pressed)
        return line

    def _stand_on(self, key: object, place: int, *, on_button: bool) -> None:
        line = next((each for each in self.lines if _key(each.row) == key), None)
        if line is None and self.lines:
            line = self.lines[min(place, len(self.lines) - 1)]
        if line is None:
            return
        target: QWidget = line.button if on_button and line.button is not None else line.words
        if not target.hasFocus():
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        found: list[QWidget] = []
        for line in self.lines:
            found += [line.words, *([line.button] if line.button is not None else [])]
        return [*found, self.all_button]


def _key(row: TodayRow) -> object:
    item = row.item.id if row.item is not None else None
    return row.tab, row.record_id, item, row.day


def _has_keyboard(line: QWidget) -> bool:
    focus = line.window().focusWidget()
    return bool(focus) and line.isAncestorOf(focus)


def _is_on_button(line: DayRow) -> bool:
    return line.button is not None and line.button.hasFocus()


def _days_once(rows: Sequence[TodayRow]) -> list[str]:
    """The day stands beside its first row alone."""
    before = ["", *(row.day for row in rows)]
    return [row.day if row.day != last else "" for row, last in zip(rows, before, strict=False)]
