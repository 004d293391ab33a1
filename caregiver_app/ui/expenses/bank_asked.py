"""What a bank's file leaves open: the order of its days, how spending is written, which column is what."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QMargins, QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.bank_lines import BankFile, Columns, Told
from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.spoken import month_names
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.words import tr

LONGEST = 40  # letters of a column's values


class BankQuestions(QWidget):
    """`answered` brings what was told of the file, a Told. Each question is shown only where it makes sense.

    `fold.button` opens what was found out, to be put right; it stands wherever the dialog puts it.
    """

    answered = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = Told()
        self.order, self.minus = ComboBox(theme), ComboBox(theme)
        self.order_field = Field(theme, tr("How are the days written?"), self.order)
        self.minus_field = Field(theme, tr("How is spending written?"), self.minus)
        self.columns = {name: ComboBox(theme) for name in ("day", "payee", "amount", "out", "back")}
        inner = QWidget()
        self._column_fields = Flow(theme.px(12))
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(QMargins())
        rows.setSpacing(theme.px(12))
        rows.addWidget(self._column_fields)
        rows.addWidget(self.minus_field)
        self.fold = Fold(theme, tr("How this file is read"), inner)
        self._lay_out(theme)
        for choice in (self.order, self.minus, *self.columns.values()):
            choice.currentIndexChanged.connect(self._chosen)

    def _lay_out(self, theme: Theme) -> None:
        for name, words in _column_names().items():
            self.columns[name].setFixedWidth(theme.px(250))
            self._column_fields.add(Field(theme, words, self.columns[name]))
        for field in (self.order_field, self.minus_field):
            field.control.setFixedWidth(theme.px(440 if field is self.order_field else 250))
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        column.addWidget(self.order_field)
        column.addWidget(self.fold)

    def ask(self, file: BankFile, told: Told) -> None:
        """Show what is open about a file, and what is known of it."""
        self._told = told
        blockers = [QSignalBlocker(each) for each in (self.order, self.minus, *self.columns.values())]
        self._show_order(file, told)
        self._show_minus(file)
        self._show_columns(file)
        del blockers
        self.show()

    def _show_order(self, file: BankFile, told: Told) -> None:
        self.order_field.setVisible(file.order is None or told.order is not None)
        self.order.clear()
        self.order.add(tr("Choose one"), None)
        for order in DayOrder:
            self.order.add(_order_words(order, file.examples), order)
        self.order.choose(told.order)
        self.order_field.set_help(tr("These days can be read in two ways. One answer holds for the whole file."))

    def _show_minus(self, file: BankFile) -> None:
        self.minus_field.setVisible(file.minus_is_spent is not None and file.is_clear)
        self.minus.clear()
        self.minus.add(tr("With a minus: -12.50"), True)
        self.minus.add(tr("Without a minus: 12.50"), False)
        self.minus.choose(file.minus_is_spent)

    def _show_columns(self, file: BankFile) -> None:
        is_table = file.columns is not None
        self.fold.button.setVisible(is_table)
        if not is_table:
            self.fold.close_again()
            return
        assert file.columns is not None, "a table has columns"
        names = _columns_in_words(file)
        for name, choice in self.columns.items():
            choice.clear()
            choice.add(tr("None"), None)
            for place, words in enumerate(names):
                choice.add(words, place)
            choice.choose(getattr(file.columns, name))
        self._found = file.columns
        if not file.columns.is_enough:
            self.fold.open()

    def _chosen(self, _index: int) -> None:  # Qt sends it
        told = self._told
        order, minus = self.order.value(), self.minus.value()
        if isinstance(order, DayOrder):
            told = replace(told, order=order)
        if self.sender() is self.minus and isinstance(minus, bool):
            told = replace(told, minus_is_spent=minus)
        if self.sender() in self.columns.values():
            told = replace(told, columns=self._chosen_columns(), minus_is_spent=None)
        if told != self._told and (told.columns is None or told.columns.is_enough):
            self._told = told
            self.answered.emit(told)

    def _chosen_columns(self) -> Columns:
        """The columns as they stand; one that was given another meaning has lost the one that was found."""
        found = {name: choice.value() for name, choice in self.columns.items()}
        taken = set(found.values())
        others = ("memo", "category", "type", "reference", "check", "status", "currency", "balance")
        kept = {name: place for name in others if (place := getattr(self._found, name)) not in taken}
        with suppress(TypeError):
            return Columns(**found, **kept)  # type: ignore[arg-type]
        return self._found

    def focus_open(self) -> bool:
        """Put the keyboard on the first question that waits for an answer; whether there is one."""
        if self.order_field.isVisible() and self.order.value() is None:
            self.order.setFocus()
            return True
        if self.fold.is_open:
            self.columns["day"].setFocus()
            return True
        return False


def _column_names() -> dict[str, str]:
    return {
        "day": tr("Day"),
        "payee": tr("Paid to"),
        "amount": tr("Amount"),
        "out": tr("Money out, if apart"),
        "back": tr("Money in, if apart"),
    }


def _columns_in_words(file: BankFile) -> list[str]:
    """Each column by its name, else by what stands in it."""
    width = max((len(cells) for cells in (file.heads, *file.samples)), default=0)
    return [_column_words(file, place) for place in range(width)]


def _column_words(file: BankFile, place: int) -> str:
    values = [cells[place] for cells in file.samples if place < len(cells) and cells[place]]
    shown = " · ".join(dict.fromkeys(values))
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    name = file.heads[place] if place < len(file.heads) else ""
    if name:
        return tr("{name}: {values}").format(name=name, values=shown) if shown else name
    return tr("Column {n}: {values}").format(n=place + 1, values=shown)


def _order_words(order: DayOrder, examples: Sequence[str]) -> str:
    """An order by what it makes of the days in the file: “3/4/2026 is March 4”."""
    if not examples:
        first = order is DayOrder.MONTH_FIRST
        return tr("Month first: 3/4 is March 4") if first else tr("Day first: 3/4 is April 3")
    return tr(", ").join(
        tr("{written} is {day}").format(written=text, day=_as_day(text, order)) for text in examples[:2]
    )


def _as_day(text: str, order: DayOrder) -> str:
    numbers = [int(part) for part in "".join(sign if sign.isdigit() else " " for sign in text).split()[:2]]
    month, day = numbers if order is DayOrder.MONTH_FIRST else reversed(numbers)
    return tr("{month} {day}").format(month=month_names()[month - 1], day=day)
