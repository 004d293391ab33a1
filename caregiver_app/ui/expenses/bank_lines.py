"""The table of a bank's lines with what can be done to several at once, and the lines that stay out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, QMargins, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caregiver_app.domain.bank_lines import BankLine, Style
from caregiver_app.domain.expenses import PaidHow, Source
from caregiver_app.domain.money.categories import FIRST_KINDS
from caregiver_app.domain.money_words import source_words
from caregiver_app.services.expenses.importing import Incoming
from caregiver_app.ui.expenses.bank_model import BankModel, BankRow, Column, Shown
from caregiver_app.ui.expenses.choices import paid_how_choices
from caregiver_app.ui.expenses.kinds import kind_label
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.table import CalmTable, Columns
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

COLUMNS = Columns(
    widths={Column.DAY: 140, Column.AMOUNT: 112, Column.WHAT: 172, Column.WHY: 250},
    wide=Column.PAYEE,
    least=180,
    out=(Column.WHY,),
)
ROWS = 8
BAD_ROWS = 3
MOST_BAD = 500  # shown; the others are counted
_MORE = "more"


class BankLines(QWidget):
    """`changed` comes when other lines are ticked, or are something else now."""

    changed = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, theme = parts, parts.theme
        self._name = _cared_for(parts)
        self.model = BankModel(self._name, self)
        self.table = CalmTable(theme, self.model, tr("Lines of the file"), COLUMNS, keys={Qt.Key.Key_Space})
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.horizontalHeader().setSortIndicator(Column.DAY, Qt.SortOrder.DescendingOrder)
        self.table.setSortingEnabled(True)
        self.told, self.why = Text(theme, "", "strong", wrap=False), Text(theme, "", "caption", ink="text2")
        self.shown, self.kind, self.source, self.how = (ComboBox(theme) for _ in range(4))
        self.tick, self.untick = Button(theme, tr("Tick"), kind=QUIET), Button(theme, tr("Untick"), kind=QUIET)
        self.untick_unknown = Button(theme, "", kind=QUIET)
        self.bad_title, self.bad = Text(theme, "", "h3"), QListWidget()
        self._fill_choices()
        self._lay_out()
        self._connect()

    def _fill_choices(self) -> None:
        self.kind.add(tr("Choose a kind"), None)
        for each in FIRST_KINDS:
            if each.value != "mileage":
                self.kind.add(kind_label(each.value, self._name), each.value)
        self.kind.add(kind_label("other", self._name), "other")
        self.kind.add(tr("More kinds…"), _MORE)
        self.how.add(tr("Card or check"), None)
        for words, how in paid_how_choices():
            if how is not PaidHow.CASH:
                self.how.add(words, how)
        self.source.add(tr("Choose who"), None)
        for source in Source:
            self.source.add(source_words(source), source)

    def _lay_out(self) -> None:
        theme = self._parts.theme
        for choice in (self.shown, self.kind, self.source, self.how):
            choice.setFixedWidth(theme.px(210))
        self.why.setMinimumHeight(theme.px(20))  # the table stays where it is
        self.told.setMinimumHeight(theme.px(44))  # in line with the buttons beside it
        self._source_field = Field(theme, tr("Money back, for marked lines"), self.source)
        self._how_field = Field(theme, tr("Paid how, all lines"), self.how)
        fields = [
            self._how_field,
            Field(theme, tr("Show"), self.shown),
            Field(theme, tr("Kind, for marked lines"), self.kind),
            self._source_field,
        ]
        self.bad.setAccessibleName(tr("Lines that stay out"))
        self.bad.setWordWrap(True)
        self.bad.setSpacing(theme.px(4))
        self.bad.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        self._choices = Flow(theme.px(16), fields)
        self._ticks = Flow(theme.px(4), [self.tick, self.untick, self.untick_unknown, self.told])
        for each in (self._choices, self.table, self.why, self._ticks, self.bad_title, self.bad):
            column.addWidget(each)

    def _connect(self) -> None:
        self.shown.activated.connect(self._show_others)
        self.kind.activated.connect(self._choose_kind)
        self.source.activated.connect(self._choose_source)
        self.tick.clicked.connect(self._tick_marked)
        self.untick.clicked.connect(self._untick_marked)
        self.untick_unknown.clicked.connect(self._untick_unknown)
        self.model.ticks_changed.connect(self._changed)
        self.table.pressed_key.connect(self._turn_marked)
        self.table.selectionModel().currentRowChanged.connect(self._tell_why)
        self.model.modelReset.connect(self._tell_why)

    # What is shown

    @property
    def paid_how(self) -> PaidHow | None:
        """How all of it was paid; None: as each line says."""
        how = self.how.value()
        return how if isinstance(how, PaidHow) else None

    def begin(self, name: str) -> None:
        """Another file, by its name: that of an HSA or FSA is paid from it."""
        words = set(re.split(r"[^a-z]+", name.casefold()))
        self.how.choose(PaidHow.HSA if "hsa" in words else PaidHow.FSA if "fsa" in words else None)

    def show_lines(self, incoming: Incoming | None, today: date) -> None:
        """The lines of a file; None while there is nothing to show."""
        self._how_field.setVisible(incoming is not None and incoming.file.style is not Style.OWN)
        self.setVisible(incoming is not None)
        self.model.take(incoming.lines if incoming is not None else (), today)
        self._show_bad(incoming.bad if incoming is not None else ())
        self._source_field.setVisible(any(row.arrival.is_money_in for row in self.model.all_rows))
        self._offer()
        n = len(self.model.all_rows)
        for each in (self._choices, self._ticks, self.table, self.why):
            each.setVisible(n > 0)
        self.table.fit_rows(min(n, ROWS))
        self.table.widen(Column.DAY, self.model.longest_day())
        self.table.widen(Column.AMOUNT, self.model.longest_amount())
        if n:
            self.table.setCurrentIndex(self.model.index(0, Column.DAY))
            self.table.clearSelection()
        self.changed.emit()

    def _offer(self) -> None:
        """The choices of lines to show, each with how many there are."""
        counts = self.model.counts()
        before = self.shown.value()
        self.shown.clear()
        for shown, words in _shown_words().items():
            if shown is Shown.ALL or counts[shown]:
                self.shown.add(tr("{words} ({n})").format(words=words, n=f"{counts[shown]:,}"), shown)
        self.shown.choose(before if isinstance(before, Shown) else Shown.ALL)
        unknown = sum(row.ticked and not row.kind and not row.arrival.is_money_in for row in self.model.all_rows)
        words = ntr("Untick {n} line of no known kind", "Untick {n} lines of no known kind", unknown)
        self.untick_unknown.setText(words.format(n=f"{unknown:,}"))
        self.untick_unknown.setVisible(unknown > 0)

    def _show_bad(self, lines: Sequence[BankLine]) -> None:
        self.bad.clear()
        for line in lines[:MOST_BAD]:
            words = tr("Line {n}: {why}").format(n=line.number, why=line.problem)
            self.bad.addItem(QListWidgetItem(f"{words}\n{line.text}" if line.text else words))
        if len(lines) > MOST_BAD:
            self.bad.addItem(tr("And {n} more.").format(n=f"{len(lines) - MOST_BAD:,}"))
        title = ntr("{n} line stays out", "{n} lines stay out", len(lines)).format(n=f"{len(lines):,}")
        self.bad_title.setText(title)
        for each in (self.bad_title, self.bad):
            each.setVisible(bool(lines))
        shown = min(self.bad.count(), BAD_ROWS)
        px = self._parts.theme.px
        self.bad.setFixedHeight(sum(self.bad.sizeHintForRow(n) + px(8) for n in range(shown)) + px(20))

    def _show_others(self, _index: int) -> None:  # Qt sends it
        shown = self.shown.value()
        if isinstance(shown, Shown):
            self.model.choose(shown)

    def _tell_why(self) -> None:
        """The note of the line that the keyboard is on, all of it."""
        row = self.table.currentIndex().row()
        self.why.setText(self.model.rows[row].arrival.why if 0 <= row < len(self.model.rows) else "")

    # What is done to marked lines

    def marked(self) -> list[BankRow]:
        """The lines that are marked; without any, the one that the keyboard is on."""
        places = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        if not places and self.table.currentIndex().isValid():
            places = [self.table.currentIndex().row()]
        return [self.model.rows[place] for place in places]

    def mark(self, places: Sequence[int]) -> None:
        """Mark lines by their places in the table."""
        self.table.clearSelection()
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for place in places:
            self.table.selectionModel().select(self.model.index(place, 0), rows)

    def set_kind(self, kind: str) -> None:
        """Say what the marked lines are."""
        self.model.set_kind(self.marked(), kind)

    def _choose_kind(self, _index: int) -> None:  # Qt sends it
        kind = self.kind.value()
        self.kind.choose(None)
        if kind == _MORE:
            self._ask_kind()
        elif isinstance(kind, str):
            self.set_kind(kind)

    def _ask_kind(self) -> None:
        from caregiver_app.ui.expenses.kind_picker import KindPicker

        marked = self.marked()
        picker = KindPicker(self._parts, marked[0].kind if marked else "other", self._name, self)
        picker.picked.connect(self.set_kind)
        picker.open()

    def _choose_source(self, _index: int) -> None:  # Qt sends it
        source = self.source.value()
        self.source.choose(None)
        if isinstance(source, Source):
            self.model.set_source(self.marked(), source)

    def _tick_marked(self) -> None:
        self.model.tick(self.marked(), on=True)

    def _untick_marked(self) -> None:
        self.model.tick(self.marked(), on=False)

    def _untick_unknown(self) -> None:
        rows = [row for row in self.model.all_rows if not row.kind and not row.arrival.is_money_in]
        self.model.tick(rows, on=False)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_marked(self, _key: object) -> None:
        """Space ticks the marked lines, or takes their ticks away when all have one."""
        marked = self.marked()
        self.model.tick(marked, on=not all(row.ticked for row in marked))

    def _changed(self) -> None:
        self._offer()
        self.changed.emit()


def _shown_words() -> dict[Shown, str]:
    return {
        Shown.ALL: tr("All lines"),
        Shown.TICKED: tr("Ticked"),
        Shown.NOT_TICKED: tr("Not ticked"),
        Shown.NO_IDEA: tr("No known kind"),
        Shown.MONEY_IN: tr("Money in"),
    }


def _cared_for(parts: Parts) -> str:
    """The name of the person cared for, for kinds that have it in them."""
    from caregiver_app.domain.people import Role
    from caregiver_app.services.people import everybody

    people = parts.actions.read(everybody)
    return next((each.first_name for each in people if each.role is Role.CARED_FOR), "")
