"""A list of things the family keeps: a name, and lines that tell of it; one tab stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caregiver_app.domain.records import Record
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

ENTRY = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One record as a list tells of it: `lines` are words, the role of their letters, and their ink."""

    record: Record
    name: str
    lines: tuple[tuple[str, str, str], ...] = ()
    also: str = ""  # words to find it by that are not shown

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return tr(", ").join([self.name, *(words for words, _, _ in self.lines)])

    @property
    def shown(self) -> tuple[tuple[str, str, str], ...]:
        """All lines of the row, the name first."""
        return ((self.name, "strong", "text"), *self.lines)

    def fits(self, words: Sequence[str]) -> bool:
        """Whether all these words are in it."""
        text = f"{self.spoken} {self.also}".casefold()
        return all(word in text for word in words)


class EntryModel(QAbstractListModel):
    """The rows that the search lets through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: list[Entry] = []
        self._shown: list[Entry] = []
        self._search = ""

    def fill(self, entries: Sequence[Entry]) -> None:
        """Show other rows."""
        self._all = list(entries)
        self.search(self._search)

    def search(self, text: str) -> None:
        """Show the rows that hold all these words."""
        self._search = text
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = [entry for entry in self._all if entry.fits(words)] if words else self._all
        self.endResetModel()

    def row_of(self, record_id: UUID) -> int:
        """Where a record stands; -1 when not shown."""
        return next((n for n, entry in enumerate(self._shown) if entry.record.id == record_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt has it
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        return entry.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class EntryList(QListView):
    """Arrows and letters move, Enter opens, Delete removes."""

    opened = Signal(object)  # Record
    removed = Signal(object)  # Record
    chosen_changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EntryModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self.chosen_changed)

    def record(self) -> Record | None:
        """What is chosen."""
        entry = self.currentIndex().data(ENTRY)
        return entry.record if entry is not None else None

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these rows and stay with what was chosen, or near."""
        chosen, place = self.record(), self.currentIndex().row()
        self.rows.fill(entries)
        there = self.rows.row_of(chosen.id) if chosen else -1
        self.choose_row(there if there >= 0 else max(0, min(place, self.rows.rowCount() - 1)))

    def choose_row(self, row: int) -> None:
        """Choose by place."""
        index = self.rows.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
        self.chosen_changed.emit()

    def choose(self, record: Record) -> None:
        """Choose a record, if it is shown."""
        self.choose_row(self.rows.row_of(record.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.record()
        if record and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(record)
        elif record and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(record)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _open(self) -> None:
        record = self.record()
        if record:
            self.opened.emit(record)


class EntryDelegate(QStyledItemDelegate):
    """Paints a row; long names and many words wrap, nothing is cut."""

    LEFT = 18  # before the words, in units of the theme
    LEAST = 56  # how high a row is at least

    def __init__(self, theme: Theme, view: EntryList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        lines = self._lines(index.data(ENTRY), QRect(0, 0, width, 0))
        bottom = max(rect.bottom() for _, rect, _, _ in lines)
        return QSize(width, max(bottom + self._theme.px(13), self._theme.px(self.LEAST)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, theme.token("sel"))
            bar = QRect(option.rect.x(), option.rect.y(), theme.px(4), option.rect.height())
            painter.fillRect(bar, theme.token("accent"))
        painter.setPen(QPen(theme.token("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        for words, rect, font, ink in self._lines(index.data(ENTRY), option.rect):
            painter.setFont(font)
            painter.setPen(theme.token("on_sel" if chosen else ink))
            painter.drawText(rect, _wrap(QFontMetrics(font), words, rect.width()), words)
        painter.restore()

    def _lines(self, entry: Entry, rect: QRect) -> list[tuple[str, QRect, QFont, str]]:
        """Each line of a row with its place, letters and ink."""
        theme = self._theme
        left = rect.x() + theme.px(self.LEFT)
        room = max(rect.right() - theme.px(16) - left, theme.px(80))
        top = rect.y() + theme.px(12)
        lines = []
        for words, role, ink in entry.shown:
            font = theme.font(role)
            metrics = QFontMetrics(font)
            box = metrics.boundingRect(QRect(0, 0, room, 100_000), _wrap(metrics, words, room), words)
            lines.append((words, QRect(left, top, room, box.height()), font, ink))
            top += box.height() + theme.px(3)
        return lines


def _wrap(metrics: QFontMetrics, words: str, room: int) -> int:
    """Lines break between words; inside a word only where it is wider than the room."""
    too_wide = any(metrics.horizontalAdvance(word) > room for word in words.split())
    return _LEFT | (Qt.TextFlag.TextWrapAnywhere if too_wide else Qt.TextFlag.TextWordWrap)
