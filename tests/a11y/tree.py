"""What is on a window: its widgets, and the tree that a screen reader is given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLabel, QScrollArea, QWidget

W = TypeVar("W", bound=QWidget)


def seen(top: QWidget, kind: type[W]) -> list[W]:
    """The widgets of a kind that are not hidden. Windows that lie over this one are not part of it."""
    return [each for each in top.findChildren(kind) if each.isVisible() and each.window() is top]


def interface(widget: QWidget) -> QAccessibleInterface:
    """A widget as a screen reader knows it."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, f"{widget} is not told to screen readers"
    return found


def spoken(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return interface(widget).text(QAccessible.Text.Name).strip()


def nodes(top: QWidget) -> Iterator[QAccessibleInterface]:
    """The whole tree below a window, without what is out of sight."""
    todo: list[QAccessibleInterface | None] = [interface(top)]
    while todo:
        node = todo.pop()
        if node is None or not node.isValid() or node.state().invisible:
            continue
        yield node
        todo += map(node.child, range(node.childCount()))


def called(widget: QWidget) -> str:
    """How a finding names a widget."""
    words = spoken(widget) or getattr(widget, "text", str)() or widget.objectName()
    return f"{type(widget).__name__} “{words[:60]}”"


def place(widget: QWidget, top: QWidget) -> QRect:
    """Where a widget stands in a window."""
    return QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())


def can_take_keyboard(widget: QWidget) -> bool:
    """Whether Tab stops here. A field inside another control is that control's business."""
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.isVisible()
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QComboBox)
    )


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """The page that a widget scrolls with."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent if isinstance(parent, QScrollArea) else None


def is_decor(label: QLabel) -> bool:
    """A picture beside words that say the same, or nothing at all."""
    return not label.text().strip()


def scrolls(top: QWidget) -> list[QAbstractScrollArea]:
    """Everything that could scroll."""
    return [*seen(top, QAbstractScrollArea), *([top] if isinstance(top, QAbstractScrollArea) else [])]
