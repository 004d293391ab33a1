"""Find: a few letters, and what begins with them in every tab; Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from caregiver_app.domain.found import Found, FoundKind
from caregiver_app.services.finding import MOST, find, is_enough
from caregiver_app.ui import icons
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.entry_list import ENTRY, Entry, EntryDelegate, EntryList, Index
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

ICONS = {
    FoundKind.PERSON: "users",
    FoundKind.TASK: "clipboard-list",
    FoundKind.VISIT: "car",
    FoundKind.SMALL_THING: "heart",
    FoundKind.COST: "receipt",
    FoundKind.PLACE: "map-pin",
    FoundKind.CLINICIAN: "stethoscope",
    FoundKind.CLAIM: "file-text",
    FoundKind.CALL: "phone",
}
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class FoundDelegate(EntryDelegate):
    """Two lines and an icon; all rows are as high as each other, so that many letters cost no more than few."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        theme = self._theme
        return QSize(0, theme.px(58))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, entry = self._theme, index.data(ENTRY)
        chosen, rect = bool(option.state & QStyle.StateFlag.State_Selected), option.rect
        if chosen:
            painter.fillRect(rect, theme.token("sel"))
            painter.fillRect(QRect(rect.x(), rect.y(), theme.px(4), rect.height()), theme.token("accent"))
        painter.setPen(QPen(theme.token("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        icon = icons.picture(ICONS[entry.record.kind], theme.token("on_sel" if chosen else "accent"), theme.px(22))
        painter.drawPixmap(rect.x() + theme.px(18), rect.y() + (rect.height() - theme.px(22)) // 2, icon)
        left = rect.x() + theme.px(56)
        top = rect.y() + theme.px(7)
        for words, role, ink in entry.shown:
            font = theme.font(role)
            line = QRect(left, top, rect.right() - theme.px(12) - left, theme.px(22))
            painter.setFont(font)
            painter.setPen(theme.token("on_sel" if chosen else ink))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            top += theme.px(22)


class FoundList(EntryList):
    """What was found, people first."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("What was found"), parent)
        self.setItemDelegate(FoundDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMinimumHeight(theme.px(300))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_found(self, found: Sequence[Found]) -> None:
        """Show these, and choose the first."""
        self.rows.fill([_entry(each) for each in found])
        self.choose_row(0)
        self.scrollToTop()


class SearchLine(LineEdit):
    """The arrows go to the list while the letters stay here; `entered` with Enter."""

    moved = Signal(object)  # QKeyEvent
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TO_LIST:
            self.moved.emit(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class FindDialog(Dialog):
    """`chosen` brings what was opened."""

    WIDTH = 680
    chosen = Signal(object)  # Found

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Find"), parent)
        theme = self.theme
        self.search = SearchLine()
        self.search.setPlaceholderText(tr("A name, a place, a word, an amount"))
        help_text = tr("The first letters are enough. Your journal has its own search, on the Self-care tab.")
        self.body.addWidget(Field(theme, tr("What are you looking for?"), self.search, help_text=help_text))
        self.told = Text(theme, "", ink="text2")
        self.list = FoundList(theme)
        self.body.addWidget(self.told)
        self.body.addWidget(self.list, 1)
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.open_button = Button(theme, tr("Open"), kind=PRIMARY, icon="arrow-right")
        self.open_button.setDefault(True)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.foot.addWidget(self.open_button)
        self._connect()
        self._show([])
        self.search.setFocus()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._typed)
        self.search.moved.connect(self.list.keyPressEvent)
        self.search.entered.connect(self._open)
        self.list.opened.connect(self._open)
        self.close_button.clicked.connect(self.reject)
        self.open_button.clicked.connect(self._open)

    def _typed(self, text: str) -> None:
        self._show(self.parts.actions.read(partial(find, typed=text)))

    def _show(self, found: Sequence[Found]) -> None:
        self.list.show_found(found)
        self.open_button.setEnabled(bool(found))
        words = self._words(len(found))
        if words != self.told.text():
            self.told.setText(words)
            announce(self.told, words)

    def _words(self, count: int) -> str:
        typed = self.search.text().strip()
        if not is_enough(typed):
            return tr("Type two letters or more.")
        if not count:
            return tr("Nothing begins with “{words}.” Try fewer letters, or another word.").format(words=typed)
        if count >= MOST:
            return tr("The first {n} are here. One more letter makes it shorter.").format(n=count)
        return ntr("{n} thing found", "{n} things found", count).format(n=count)

    def _open(self, _chosen: object = None) -> None:
        found = self.list.record()
        if isinstance(found, Found):
            self.accept()
            self.chosen.emit(found)


def _entry(found: Found) -> Entry:
    return Entry(record=found, name=found.title, lines=((found.detail, "body", "text2"),))
