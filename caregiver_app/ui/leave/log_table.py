"""The log of time off: find, choose what is shown, sort; Enter opens an entry, Delete removes it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QMargins, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.ui.leave.log_model import Column, Filter, LogModel, Shown
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.table import OPENING, CalmTable, Columns
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

COLUMNS = Columns(
    widths={
        Column.DATE: 112, Column.HOURS: 76, Column.TOLD: 112, Column.PAID: 120, Column.COUNTED: 112, Column.LEFT: 102,
        Column.STATUS: 120,
    },
    wide=Column.REASON,
    least=128,
    out=(Column.COUNTED, Column.PAID, Column.TOLD, Column.STATUS, Column.LEFT),
)  # fmt: skip
MOST_ROWS = 10


class LeaveLog(Card):
    """`opened`, `removal_wanted` bring a TimeOff; `menu_wanted` a TimeOff and a place on the screen."""

    opened = Signal(object)
    removal_wanted = Signal(object)
    menu_wanted = Signal(object, object)
    earlier_wanted = Signal()  # what is older than the rows that were read

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setAccessibleName(tr("Time off"))
        self._theme = theme
        self.search = LineEdit()
        self.search.setPlaceholderText(tr("Date, reason or note"))
        self.search.setClearButtonEnabled(True)
        self.shown = ComboBox(theme)
        for value, words in (
            (Shown.ALL, tr("All")),
            (Shown.PLANNED, tr("Planned")),
            (Shown.TAKEN, tr("Taken")),
            (Shown.NOT_TOLD, tr("Work not told yet")),
            (Shown.NOT_FMLA, tr("Other time off")),
        ):
            self.shown.add(words, value)
        self.model = LogModel(self)
        self.table = CalmTable(theme, self.model, tr("Time off"), COLUMNS, keys=OPENING | {Qt.Key.Key_Delete})
        self.table.horizontalHeader().setSortIndicator(Column.DATE, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        self.count = Text(theme, "", "caption", ink="text2")
        self.earlier = Button(theme, "", kind=QUIET)
        self.paste = Button(theme, tr("Paste from a spreadsheet…"), kind=QUIET)
        self._lay_out(theme)
        self.search.textChanged.connect(self._choose)
        self.earlier.clicked.connect(self.earlier_wanted)
        self.shown.currentIndexChanged.connect(self._choose)
        self.table.activated.connect(self._open)
        self.table.pressed_key.connect(self._pressed)
        self.table.menu_at.connect(self._menu)

    def _lay_out(self, theme: Theme) -> None:
        head = Reflow(theme.px(16), 48)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addWidget(Text(theme, tr("Time off"), "h3"))
        column.addWidget(self.count)
        self.search.setFixedWidth(theme.px(220))
        self.shown.setFixedWidth(theme.px(190))
        fields = [Field(theme, tr("Find"), self.search), Field(theme, tr("Show"), self.shown)]
        head.add(words, 1, Qt.AlignmentFlag.AlignBottom)
        head.add(Flow(theme.px(12), fields), 0)
        self.body.addWidget(head)
        self.body.addWidget(self.table)
        self.body.addWidget(Flow(theme.px(4), [self.paste, self.earlier]))

    def show_view(self, view: LeaveView, today: date) -> None:
        """Show the log of one job; the entry that was current stays so, or its neighbor."""
        held, place = self.current(), self.table.currentIndex().row()
        self.model.show(view.rows, today, is_counted=view.figures is not None)
        n = view.earlier_rows
        self.earlier.setText(ntr("Show {n} earlier entry", "Show {n} earlier entries", n).format(n=f"{n:,}"))
        self.earlier.setVisible(n > 0)
        self._tell(held.id if held else None, max(place, 0))

    def find_text(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def current(self) -> TimeOff | None:
        """The entry that the keyboard is on."""
        row = self.table.currentIndex().row()
        return self.model.rows[row].time_off if 0 <= row < len(self.model.rows) else None

    def stand_on(self, record_id: UUID) -> bool:
        """Go to an entry, or to that of a visit; whether it is there."""
        self._show_all()
        return self._stand_at(self.model.place_of(record_id))

    def stand_on_day(self, day: date) -> bool:
        """Go to the entry of a day; whether there is one."""
        self._show_all()
        return self._stand_at(self.model.place_on(day))

    def _show_all(self) -> None:
        self.search.clear()
        self.shown.choose(Shown.ALL)

    def _stand_at(self, place: int | None) -> bool:
        if place is None:
            return False
        self.table.setCurrentIndex(self.model.index(place, Column.DATE))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _choose(self) -> None:
        if self.search.text().strip() and not self.earlier.isHidden():
            self.earlier_wanted.emit()  # a search looks at all of it
        held = self.current()
        shown = self.shown.value()
        assert isinstance(shown, Shown), "the list holds nothing else"
        self.model.choose(Filter(words=self.search.text(), shown=shown))
        self._tell(held.id if held else None, 0)

    def _tell(self, held: UUID | None, place: int) -> None:
        n = len(self.model.rows)
        if n:
            self.count.setText(ntr("{n} entry", "{n} entries", n).format(n=f"{n:,}"))
        elif self.model.count:
            self.count.setText(tr("No time off fits. Try another word or choice."))
        else:
            self.count.setText(tr("No time off yet. Log the first hour, day or block, past or planned."))
        self.table.setAccessibleDescription(self.count.text())
        self.table.setVisible(bool(n))
        self.table.fit_rows(min(n, MOST_ROWS))
        for column in (Column.DATE, Column.HOURS, Column.LEFT, Column.STATUS):  # a number that is cut is another one
            self.table.widen(column, self.model.longest(column))
        at = self.model.place_of(held) if held is not None else None
        if n:
            self.table.setCurrentIndex(self.model.index(min(place, n - 1) if at is None else at, Column.DATE))

    def _open(self, _index: QModelIndex) -> None:
        self._pressed(Qt.Key.Key_Return)

    def _pressed(self, key: Qt.Key) -> None:
        time_off = self.current()
        if time_off is None:
            return
        if key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(time_off)
        elif key == Qt.Key.Key_Menu:
            self._menu(self.table.below_current())
        else:
            self.opened.emit(time_off)

    def _menu(self, at: QPoint) -> None:
        time_off = self.current()
        if time_off is not None:
            self.menu_wanted.emit(time_off, at)
