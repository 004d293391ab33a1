"""Layouts that give way: buttons that wrap, and rows that become columns, so that nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

_AS_IT_IS = Qt.AlignmentFlag(0)


class FlowLayout(QLayout):
    """Puts its items in a row and goes on below where the row is full."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), really=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, really=True)

    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, really: bool) -> int:
        at, line = QPoint(rect.topLeft()), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), item.minimumSize().width()), 100_000))
            if at.x() > rect.x() and at.x() + size.width() > rect.right() + 1:
                at, line = QPoint(rect.x(), at.y() + line + self.spacing()), 0
            if really:
                item.setGeometry(QRect(at, size))
            at.setX(at.x() + size.width() + self.spacing())
            line = max(line, size.height())
        return at.y() + line - rect.y()


class Flow(QWidget):
    """A row of widgets that wraps."""

    def __init__(self, gap: int, widgets: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(gap, self)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Put one more at the end."""
        self._flow.addWidget(widget)


class Reflow(QWidget):
    """A row that turns into a column where it is narrower than `ems` letters; with 0, where not all fits in a row."""

    def __init__(self, gap: int, ems: float, widgets: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ems = ems
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(QMargins())
        self._box.setSpacing(gap)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget, stretch: int = 1, alignment: Qt.AlignmentFlag = _AS_IT_IS) -> None:
        """Put one more at the end."""
        self._box.addWidget(widget, stretch, alignment)

    def minimumSizeHint(self) -> QSize:
        hints = [self._box.itemAt(index).minimumSize() for index in range(self._box.count())]
        return QSize(max((hint.width() for hint in hints), default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < self._least_row()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != way:
            self._box.setDirection(way)
            self._align(narrow=narrow)
            self.updateGeometry()
        super().resizeEvent(event)

    def _least_row(self) -> float:
        """The width from which on it is a row."""
        if self._ems:
            return self._ems * self.fontMetrics().horizontalAdvance("m")
        items = [self._box.itemAt(index) for index in range(self._box.count())]
        hints = [widget.sizeHint().width() for item in items if (widget := item.widget()) is not None]
        return sum(hints) + self._box.spacing() * max(0, len(hints) - 1)

    def _align(self, *, narrow: bool) -> None:
        """Below one another, a button keeps its own width; what wraps takes the whole room."""
        for index in range(self._box.count()):
            item = self._box.itemAt(index)
            if self._box.stretch(index) == 0 and not item.hasHeightForWidth():
                item.setAlignment(Qt.AlignmentFlag.AlignLeft if narrow else _AS_IT_IS)
