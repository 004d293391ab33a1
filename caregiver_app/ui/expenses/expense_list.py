"""The list of costs: find, choose what is shown, sort; Enter opens a cost, Delete removes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QMargins, QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expense_answers import Asked, Column
from caregiver_app.domain.expenses import Expense
from caregiver_app.domain.receipts import r_number
from caregiver_app.ui.expenses.cost_table import CostTable
from caregiver_app.ui.expenses.kinds import every_kind, full_name
from caregiver_app.ui.expenses.list_model import COLUMNS, ExpenseModel
from caregiver_app.ui.expenses.words import month_words, totals_words
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.table import OPENING, Columns
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

AT = {column: place for place, column in enumerate(COLUMNS)}
WIDTHS = Columns(
    widths={
        AT[Column.DAY]: 128, AT[Column.KIND]: 180, AT[Column.PAYER]: 124, AT[Column.NUMBER]: 96,
        AT[Column.RECEIPT]: 122, AT[Column.AMOUNT]: 124,
    },
    wide=AT[Column.PAYEE],
    least=180,
    out=(AT[Column.PAYER], AT[Column.NUMBER], AT[Column.KIND], AT[Column.RECEIPT]),
)  # fmt: skip
MOST_ROWS = 10


@dataclass(frozen=True, slots=True)
class When:
    """A time to show: a year, or a month of it; None is all."""

    year: int | None = None
    month: int | None = None


class ExpenseList(Card):
    """`opened`, `removal_wanted` bring an Expense; `menu_wanted` a Row and a place on the screen.

    `receipts_dropped` brings an Expense and a QMimeData.
    """

    opened = Signal(object)
    removal_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    receipts_dropped = Signal(object, object)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts.theme, parent=parent)
        theme = self._theme = parts.theme
        self._parts = parts
        self._names: Mapping[UUID, str] = {}
        self.setAccessibleName(tr("Costs"))
        self.search = LineEdit()
        self.search.setPlaceholderText(tr("Place, note, amount, R-number"))
        self.search.setClearButtonEnabled(True)
        self.kind, self.payer, self.when = (ComboBox(theme) for _ in range(3))
        self.missing = CheckBox(tr("Only receipts that are missing"))
        self.model = ExpenseModel(parts.actions, self)
        keys = OPENING | {Qt.Key.Key_Delete}
        self.table = CostTable(theme, self.model, tr("Costs"), WIDTHS, keys=keys)
        self.table.horizontalHeader().setSortIndicator(AT[Column.DAY], Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        self.count = Text(theme, "", "caption", ink="text2")
        self._fill_kinds()
        self._lay_out()
        self._connect()

    def _fill_kinds(self) -> None:
        self.kind.add(tr("Any kind"), None)
        for kind in every_kind():
            self.kind.add(full_name(kind), kind)
        self.kind.setMaxVisibleItems(14)

    def _lay_out(self) -> None:
        theme = self._theme
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addWidget(Text(theme, tr("Costs"), "h3"))
        column.addWidget(self.count)
        filters = Flow(theme.px(12))
        for name, control, width in (
            (tr("Find"), self.search, 250),
            (tr("Kind"), self.kind, 210),
            (tr("Paid by"), self.payer, 150),
            (tr("When"), self.when, 180),
        ):
            control.setFixedWidth(theme.px(width))
            filters.add(Field(theme, name, control))
        for widget in (words, filters, self.missing, self.table):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._choose)
        for box in (self.kind, self.payer, self.when):
            box.currentIndexChanged.connect(self._choose)
        self.missing.toggled.connect(self._choose)
        self.model.modelReset.connect(self._fit)
        self.model.summed.connect(self._tell)
        self.table.activated.connect(self._open)
        self.table.pressed_key.connect(self._pressed)
        self.table.menu_at.connect(self._menu)
        self.table.take_drops()
        self.table.dropped.connect(self._dropped)

    # Showing

    def show_list(self, names: Mapping[UUID, str], years: Sequence[int]) -> None:
        """Look at the file again; the cost that was current stays so, or its neighbor. It begins with this year."""
        begins = not self.when.count()
        self._fill(self.payer, [(tr("Anybody"), None), *((name, each) for each, name in names.items())])
        today = self._today
        whens = [(tr("All years"), When()), (tr("This month"), When(today.year, today.month))]
        self._fill(self.when, [*whens, *((str(year), When(year)) for year in years)])
        self._names = names
        held, place = self.current(), self.table.currentIndex().row()
        if begins:
            self._begin(When(today.year))
        self._ask(held.id if held is not None else None, max(place, 0))
        if begins and not self.model.rows:
            self._begin(When())
            self._ask(None, 0)

    def _begin(self, when: When) -> None:
        """Choose a time before anything is asked."""
        self.when.blockSignals(True)  # Qt's own
        self.when.choose(when)
        self.when.blockSignals(False)

    @property
    def _today(self) -> date:
        return self._parts.actions.clock.today()

    def _fill(self, box: ComboBox, choices: Sequence[tuple[str, object]]) -> None:
        """Offer other choices with the same one chosen; nothing happens when they are the same."""
        if [box.itemText(place) for place in range(box.count())] == [words for words, _ in choices]:
            return
        chosen = box.value()
        box.blockSignals(True)  # Qt's own
        box.clear()
        for words, value in choices:
            box.add(words, value)
        box.choose(chosen)
        box.blockSignals(False)

    def _asked(self) -> Asked:
        when, payer, kind = self.when.value(), self.payer.value(), self.kind.value()
        assert isinstance(when, When), "the list holds nothing else"
        return Asked(
            words=self.search.text(),
            year=when.year,
            month=when.month,
            kind=kind if isinstance(kind, str) else None,
            payer_id=payer if isinstance(payer, UUID) else None,
            only_missing=self.missing.isChecked(),
            sort=self.model.asked.sort,
            descending=self.model.asked.descending,
        )

    def _choose(self) -> None:
        if self.when.count():  # else nothing was shown yet
            held = self.current()
            self._ask(held.id if held is not None else None, 0)

    def _ask(self, held: UUID | None, place: int) -> None:
        self.model.show(self._asked(), self._names, self._today)
        at = self.model.place_of(held) if held is not None else None
        n = len(self.model.rows)
        if n:
            self.table.setCurrentIndex(self.model.index(min(place, n - 1) if at is None else at, AT[Column.DAY]))

    def _fit(self) -> None:
        """Be as high as what is shown."""
        n = len(self.model.rows)
        if self.search.text():
            self.setMinimumHeight(self.height())  # the page stands while one types
        if not n and self.table.hasFocus():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)  # else the keyboard would leave the page
        self.table.setVisible(bool(n))
        self.table.fit_rows(min(n, MOST_ROWS))
        for column in (Column.KIND, Column.NUMBER, Column.AMOUNT):
            self.table.widen(AT[column], self.model.longest(column))
        if not self.search.text():
            self.body.activate()  # else it would be as low as without the table for a moment
            self.setMinimumHeight(0)

    def _tell(self) -> None:
        """Say what is shown, in sum."""
        totals = self.model.totals
        self.count.setText(totals_words(totals) if totals.count else tr("No cost fits. Try another word or choice."))
        self.table.setAccessibleDescription(self.count.text())

    # What is wanted

    def find_text(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_kind(self, kind: str, when: When) -> None:
        """Only one kind, in a time, as when its bar was clicked."""
        self._set(kind=kind, when=when)

    def show_month(self, first: date) -> None:
        """Only one month."""
        when = When(first.year, first.month)
        if when not in self._whens():
            self.when.blockSignals(True)
            self.when.add(month_words(first), when)
            self.when.blockSignals(False)
        self._set(kind=None, when=when)

    def _whens(self) -> list[object]:
        held = self.when.value()
        return [held] if isinstance(held, When) and held.month else []

    def _set(self, *, kind: str | None, when: When, words: str = "") -> None:
        """Choose all at once: the file is asked once."""
        controls = (self.search, self.kind, self.payer, self.when, self.missing)
        for control in controls:
            control.blockSignals(True)
        self.search.setText(words)
        self.kind.choose(kind)
        self.payer.choose(None)
        self.when.choose(when)
        self.missing.setChecked(False)
        for control in controls:
            control.blockSignals(False)
        self._choose()

    def current(self) -> Expense | None:
        """The cost that the keyboard is on."""
        return self.model.expense_at(self.table.currentIndex().row())

    def stand_on(self, expense: Expense) -> bool:
        """Go to a cost, whatever is chosen; whether it is there."""
        if self.stand_on_shown(expense):
            return True
        self._set(kind=None, when=When(), words=r_number(expense.number))
        return self.stand_on_shown(expense)

    def stand_on_shown(self, expense: Expense) -> bool:
        """Go to a cost if it is among the rows that were read."""
        place = self.model.place_of(expense.id)
        if place is not None:
            self.table.setCurrentIndex(self.model.index(place, AT[Column.DAY]))
        return place is not None

    def point_out(self, expense: Expense) -> bool:
        """Go to a cost that is new, and mark it for a while; whether it is among the rows that were read."""
        is_there = self.stand_on_shown(expense)
        if is_there:
            self.table.point_out()
        return is_there

    def _open(self, _index: QModelIndex) -> None:
        self._pressed(Qt.Key.Key_Return)

    def _pressed(self, key: Qt.Key) -> None:
        expense = self.current()
        if expense is None:
            return
        if key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(expense)
        elif key == Qt.Key.Key_Menu:
            self._menu(self.table.below_current())
        else:
            self.opened.emit(expense)

    def _dropped(self, mime: QMimeData) -> None:
        expense = self.current()
        if expense is not None:
            self.receipts_dropped.emit(expense, mime)

    def _menu(self, at: QPoint) -> None:
        place = self.table.currentIndex().row()
        if 0 <= place < len(self.model.rows):
            self.menu_wanted.emit(self.model.rows[place], at)
