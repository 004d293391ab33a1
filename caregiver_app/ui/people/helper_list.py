"""The list of helpers: disc, name, phone, what they are glad to do, and when they should not be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.person_words import free_words, glad_words, limit_words, not_now_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.disc import disc_color, initials
from caregiver_app.words import ntr, tr

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class HelperRow:
    """One helper as the list tells of them."""

    person: Person
    color: QColor
    usual: str
    not_now: str

    @property
    def spoken(self) -> str:
        """The row for a screen reader."""
        return tr(", ").join(part for part in (self.person.name, self.person.phone, self.usual, self.not_now) if part)


def rows_of(people: Sequence[Person], today: date) -> list[HelperRow]:
    """A row for each person, with the words that tell of them."""
    return [
        HelperRow(person, disc_color(person.id), _usual(person), tr(" · ").join(not_now_words(person, today)))
        for person in people
    ]


def _usual(person: Person) -> str:
    glad = glad_words(person)
    words = [tr("Glad to do: {kinds}").format(kinds=glad) if glad else "", _drives(person)]
    words += free_words(person.free)
    words += [limit_words(person.at_most)] if person.at_most else []
    return tr(" · ").join(word for word in words if word)


def _drives(person: Person) -> str:
    if not person.drives:
        return ""
    if person.seats is None:
        return tr("Drives")
    return ntr("Drives, {n} seat", "Drives, {n} seats", person.seats).format(n=person.seats)


class HelperModel(QAbstractListModel):
    """The rows that the search lets through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._all: list[HelperRow] = []
        self._shown: list[HelperRow] = []
        self._search = ""

    def fill(self, rows: list[HelperRow]) -> None:
        """Show other rows."""
        self._all = rows
        self.search(self._search)

    def search(self, text: str) -> None:
        """Show the rows that hold all these words."""
        self._search = text
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = [row for row in self._all if all(word in _searched(row) for word in words)]
        self.endResetModel()

    def row_of(self, person_id: UUID) -> int:
        """Where a person stands; -1 when not shown."""
        return next((n for n, row in enumerate(self._shown) if row.person.id == person_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt has it
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.person.name
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


def _searched(row: HelperRow) -> str:
    return f"{row.spoken} {row.person.email} {row.person.notes}".casefold()


class HelperList(QListView):
    """One tab stop; arrows and letters move, Enter opens, Delete removes."""

    opened = Signal(object)
    removed = Signal(object)
    chosen_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = HelperModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_HelperDelegate(theme, self))
        self.setAccessibleName(tr("Helpers"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(theme.px(24))
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self.chosen_changed)

    def person(self) -> Person | None:
        """Who is chosen."""
        row = self.currentIndex().data(ROW)
        return row.person if row is not None else None

    def show_people(self, rows: list[HelperRow]) -> None:
        """Show these rows and stay with the person that was chosen, or near."""
        chosen, place = self.person(), self.currentIndex().row()
        self.rows.fill(rows)
        there = self.rows.row_of(chosen.id) if chosen else -1
        self.choose_row(there if there >= 0 else max(0, min(place, self.rows.rowCount() - 1)))

    def choose_row(self, row: int) -> None:
        """Choose by place."""
        index = self.rows.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
        self.chosen_changed.emit()

    def choose(self, person: Person) -> None:
        """Choose a person, if they are shown."""
        self.choose_row(self.rows.row_of(person.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        person = self.person()
        if person and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit(person)
        elif person and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(person)
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
        person = self.person()
        if person:
            self.opened.emit(person)


class _HelperDelegate(QStyledItemDelegate):
    """Paints a row; long names and many words wrap, nothing is cut."""

    def __init__(self, theme: Theme, view: HelperList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        lines = self._lines(index.data(ROW), QRect(0, 0, width, 0))
        bottom = max(rect.bottom() for _, rect, _, _ in lines)
        return QSize(width, max(bottom + self._theme.px(13), self._theme.px(68)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._theme, index.data(ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            self._paint_choice(painter, option.rect)
        painter.setPen(QPen(theme.token("line"), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        self._paint_disc(painter, option.rect, row)
        for words, rect, font, ink in self._lines(row, option.rect):
            painter.setFont(font)
            painter.setPen(theme.token("on_sel" if chosen else ink))
            painter.drawText(rect, _wrap(QFontMetrics(font), words, rect.width()), words)
        painter.restore()

    def _paint_choice(self, painter: QPainter, rect: QRect) -> None:
        theme = self._theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("sel"))
        painter.drawRect(rect)
        painter.setBrush(theme.token("accent"))
        painter.drawRect(rect.x(), rect.y(), theme.px(4), rect.height())

    def _paint_disc(self, painter: QPainter, rect: QRect, row: HelperRow) -> None:
        theme = self._theme
        disc = QRect(rect.x() + theme.px(16), rect.y() + theme.px(14), theme.px(40), theme.px(40))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(row.color)
        painter.drawEllipse(disc)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(theme.letters(16, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(row.person.name))

    def _lines(self, row: HelperRow, rect: QRect) -> list[tuple[str, QRect, QFont, str]]:
        """Each line of a row with its place, letters and ink."""
        theme = self._theme
        left = rect.x() + theme.px(72)
        room = max(rect.right() - theme.px(16) - left, theme.px(80))
        top = rect.y() + theme.px(12)
        lines = []
        for words, role, ink in self._words(row):
            font = theme.font(role)
            metrics = QFontMetrics(font)
            box = metrics.boundingRect(QRect(0, 0, room, 100_000), _wrap(metrics, words, room), words)
            lines.append((words, QRect(left, top, room, box.height()), font, ink))
            top += box.height() + theme.px(2)
        return lines

    def _words(self, row: HelperRow) -> list[tuple[str, str, str]]:
        name = tr("{name}   {phone}").format(name=row.person.name, phone=row.person.phone).strip()
        words = [(name, "strong", "text"), (row.usual, "caption", "text2"), (row.not_now, "caption", "warn")]
        return [line for line in words if line[0]]


def _wrap(metrics: QFontMetrics, words: str, room: int) -> int:
    """Lines break between words; inside a word only where it is wider than the room."""
    too_wide = any(metrics.horizontalAdvance(word) > room for word in words.split())
    return _LEFT | (Qt.TextFlag.TextWrapAnywhere if too_wide else Qt.TextFlag.TextWordWrap)
