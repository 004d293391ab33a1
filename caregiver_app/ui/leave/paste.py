"""Time off pasted from a spreadsheet: what was read, with a tick for each line; and the lines that need a hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from caregiver_app.domain.day_order import DayOrder
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.domain.leave_names import kind_words, paid_words, reason_words
from caregiver_app.domain.leave_pasted import Pasted, PastedLine, order_of, read_pasted
from caregiver_app.domain.leave_stretches import entry_words
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.services import leave
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.leave.choices import is_covered
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.fields import ComboBox, Field, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

STILL_MS = 300
SHOWN = 6  # rows of a list; the others are scrolled to
TICK = Qt.ItemDataRole.CheckStateRole
LINE = Qt.ItemDataRole.UserRole


class PasteDialog(Editor):
    """Reads as soon as something is pasted. Lines with a problem stay in the box, so that they can be put right."""

    WIDTH = 760

    def __init__(self, parts: Parts, view: LeaveView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Paste from a spreadsheet"), tr("Add"), parent)
        self._view = view
        self._today = parts.actions.clock.today()
        self._pasted = Pasted(lines=(), order=DayOrder.MONTH_FIRST)
        self._rest: tuple[int, ...] = ()  # the numbers, in their paste, of lines that are left over from it
        self._rest_order: DayOrder | None = None
        self._add_box()
        self._add_order()
        self._add_lists()
        self._still = QTimer(self, singleShot=True, interval=STILL_MS)
        self._still.timeout.connect(self.look)
        self.box.textChanged.connect(self._still.start)
        self.order.currentIndexChanged.connect(self.look)
        self.look()

    def _add_box(self) -> None:
        self.box = TextArea(self.theme, "", lines=4)
        self.box.setPlaceholderText(tr("11/24/2026\t8\tPTO"))
        why = tr("One line for each day off: the day, the hours, and what else you like. No hours means a whole day.")
        self.add_field("paste", Field(self.theme, tr("Paste here"), self.box, help_text=why))

    def _add_order(self) -> None:
        self.order = ComboBox(self.theme)
        self.order.add(tr("Choose one"), None)
        self.order.add(tr("Month first: 3/4 is March 4"), DayOrder.MONTH_FIRST)
        self.order.add(tr("Day first: 3/4 is April 3"), DayOrder.DAY_FIRST)
        why = tr("These days can be read in two ways.")
        self.add_field("order", Field(self.theme, tr("How are the days written?"), self.order, help_text=why))

    def _add_lists(self) -> None:
        self.good_title, self.bad_title = Text(self.theme, "", "h3"), Text(self.theme, "", "h3")
        self.good = self._list(tr("Lines that were read"))
        self.bad = self._list(tr("Lines that need a hand"))
        self.good.itemChanged.connect(self._count)
        for title, rows in ((self.good_title, self.good), (self.bad_title, self.bad)):
            self.body.addWidget(title)
            self.body.addWidget(rows)
        self.body.addStretch(1)

    def _list(self, name: str) -> QListWidget:
        rows = QListWidget()
        rows.setAccessibleName(name)
        rows.setWordWrap(True)
        rows.setItemDelegate(_Rows(self.theme.px(40), self.theme.px(12), rows))
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        return rows

    # What was read

    def look(self) -> None:
        """Read what stands in the box and show it."""
        self._still.stop()
        text = self.box.toPlainText()
        if len(text.splitlines()) != len(self._rest):  # no longer what is left over
            self._rest, self._rest_order = (), None
        is_open = order_of(text) is None and self._rest_order is None
        self.fields["order"].setVisible(is_open)
        order = self.order.value() if is_open else self._rest_order
        read = read_pasted(
            text,
            job_id=self._view.job.id,
            today=self._today,
            order=order if isinstance(order, DayOrder) else None,
            kind=LeaveKind.FMLA if self._covered() else LeaveKind.NOT_FMLA,
            numbers=self._rest,
        )
        self._pasted = self._beside_log(read)
        self._show()

    def _covered(self) -> bool:
        return self._view.job.military_from is not None or is_covered(self._view.job.relation)

    def _beside_log(self, read: Pasted) -> Pasted:
        """What has no room in the log is a problem of its line."""
        lines = [line for line in read.good if not line.caution]
        entries = [line.time_off for line in lines if line.time_off is not None]
        if not entries:
            return read
        found = self.parts.actions.read(partial(leave.problems, entries=entries))
        why = {line.number: problem.message for line, problem in zip(lines, found, strict=True) if problem is not None}
        mended = (
            replace(line, time_off=None, problem=why[line.number]) if line.number in why else line
            for line in read.lines
        )
        return replace(read, lines=tuple(mended))

    def _show(self) -> None:
        good = self._pasted.good
        bad = [line for line in self._pasted.bad if line.problem]
        self.good.blockSignals(True)
        self.good.clear()
        for line in good:
            self.good.addItem(_row(line))
        self.good.blockSignals(False)
        self.bad.clear()
        for line in bad:
            words = tr("Line {n}: {why}").format(n=line.number, why=line.problem)
            self.bad.addItem(QListWidgetItem(f"{words}\n{line.text}"))
        read = ntr("{n} line was read", "{n} lines were read", len(good)).format(n=len(good))
        self.good_title.setText(read)
        hand = ntr("{n} line needs a hand", "{n} lines need a hand", len(bad)).format(n=len(bad))
        self.bad_title.setText(hand)
        for title, rows, count in ((self.good_title, self.good, len(good)), (self.bad_title, self.bad, len(bad))):
            title.setVisible(bool(count))
            rows.setVisible(bool(count))
            rows.setFixedHeight(self._height(rows))
        self._count()
        self.grow_soon()

    def _height(self, rows: QListWidget) -> int:
        """As high as its rows, until it is as high as some of them."""
        return sum(rows.sizeHintForRow(row) for row in range(min(rows.count(), SHOWN))) + self.theme.px(6)

    def _ticked(self) -> list[TimeOff]:
        rows = (self.good.item(row) for row in range(self.good.count()))
        lines = [row.data(LINE) for row in rows if row.checkState() is Qt.CheckState.Checked]
        return [line.time_off for line in lines]

    def _count(self) -> None:
        n = len(self._ticked())
        self.save_button.setEnabled(bool(n))
        self.save_button.setText(ntr("Add {n} entry", "Add {n} entries", n).format(n=n) if n else tr("Add"))

    # Keeping

    def values(self) -> object:
        return self.box.toPlainText()

    def save(self) -> bool:
        if self._still.isActive():  # Enter came before the last letters were read
            self.look()
        entries: Sequence[TimeOff] = self._ticked()
        label = ntr("Add {n} entry", "Add {n} entries", len(entries)).format(n=len(entries))
        if not entries or not self.parts.actions.run(label, partial(leave.log, entries=entries)):
            return False
        rest = [line.text for line in self._pasted.bad]
        if not rest:
            return True
        self._keep_rest()
        return False

    def _keep_rest(self) -> None:
        """The lines that need a hand stay as they were pasted: with their numbers, their columns and their order."""
        wanted = {self._pasted.head, *(line.number for line in self._pasted.bad)}
        lines = self.box.toPlainText().splitlines()
        numbers = self._rest or range(1, len(lines) + 1)
        kept = [(number, line) for number, line in zip(numbers, lines, strict=True) if number in wanted]
        self._rest, self._rest_order = tuple(number for number, _ in kept), self._pasted.order
        self.box.setPlainText("\n".join(line for _, line in kept))
        self.look()

    def refuse(self, name: str, sentence: str) -> None:
        super().refuse(name if name == "order" else "paste", sentence)


class _Rows(QStyledItemDelegate):
    """Rows that a finger can hit, with air around their words."""

    def __init__(self, least: int, air: int, parent: QListWidget) -> None:
        super().__init__(parent)
        self._least, self._air = least, air

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height() + self._air, self._least))


def _row(line: PastedLine) -> QListWidgetItem:
    """One line that was read, ticked unless it says the same as one above."""
    assert line.time_off is not None, "it was read"
    item = QListWidgetItem(_words(line.time_off, line.caution))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setData(LINE, line)
    item.setCheckState(Qt.CheckState.Unchecked if line.caution else Qt.CheckState.Checked)
    return item


def _words(time_off: TimeOff, caution: str) -> str:
    days = entry_words(time_off.entry())
    hours = minutes_words(time_off.minutes) if time_off.minutes is not None else tr("whole day")
    kind = "" if time_off.kind is LeaveKind.FMLA else kind_words(time_off.kind)
    facts = (hours, reason_words(time_off.reason), paid_words(time_off.paid), kind, time_off.notes, caution)
    return tr("{day}: {facts}").format(day=days, facts=tr(" · ").join(fact for fact in facts if fact))
