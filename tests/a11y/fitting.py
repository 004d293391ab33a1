"""Check 9: at every text size and window size nothing is cut, nothing overlaps, and nothing scrolls sideways."""

from __future__ import annotations

from itertools import combinations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

from caregiver_app.ui.tasks.card import TaskCard
from caregiver_app.ui.widgets.focus_ring import FocusRing
from tests.a11y.tree import called, is_decor, place, scroll_area_of, scrolls, seen

SLACK = 1


def does_not_fit(top: QWidget) -> list[str]:
    """All findings of a window at its size."""
    return [*sideways(top), *cut_words(top), *beyond_the_edge(top), *lost_tabs(top), *overlapping(top)]


def sideways(top: QWidget) -> list[str]:
    """Pages and lists that would have to scroll sideways."""
    findings = []
    for area in scrolls(top):
        if area.horizontalScrollBar().maximum() > SLACK:
            findings.append(f"{called(area)} scrolls sideways by {area.horizontalScrollBar().maximum()}")
        if isinstance(area, QScrollArea) and area.widget() is not None:
            more = area.widget().width() - area.viewport().width()
            if more > SLACK:
                findings.append(f"{called(area)} holds a page that is {more} too wide")
    return findings


def cut_words(top: QWidget) -> list[str]:
    """Words that do not have the room they need."""
    findings = [f"{called(label)} {_label_lack(label)}" for label in seen(top, QLabel) if _label_lack(label)]
    for button in seen(top, QAbstractButton):
        need = _need(button)
        if button.text() and not isinstance(button, QToolButton) and _smaller(button, need.width(), need.height()):
            findings.append(f"{called(button)} is {button.size().toTuple()}, needs {need.toTuple()}")
    for box in seen(top, QComboBox):
        words = box.fontMetrics().horizontalAdvance(box.currentText())
        if words > _room_of(box):
            findings.append(f"{called(box)} cuts “{box.currentText()}”: {_room_of(box)} for {words}")
    for line in seen(top, QLineEdit):
        words = line.fontMetrics().horizontalAdvance(line.placeholderText())
        if not line.text() and words > line.width() - 2 * _edge(line):
            findings.append(f"{called(line)} cuts its example “{line.placeholderText()}”")
    cut = [card for card in seen(top, TaskCard) if card.heightForWidth(card.width()) > card.height() + SLACK]
    return [*findings, *(f"{called(card)} is cut" for card in cut)]


def _need(button: QAbstractButton) -> QSize:
    """What the words of a button take at its width."""
    if button.hasHeightForWidth():
        return QSize(button.minimumSizeHint().width(), button.heightForWidth(button.width()))
    return button.minimumSizeHint() if isinstance(button, QPushButton) else button.sizeHint()


def _edge(line: QLineEdit) -> int:
    return 0 if isinstance(line.parentWidget(), QComboBox) else round(line.fontMetrics().height() * 0.6)


def _room_of(box: QComboBox) -> int:
    line = box.lineEdit()
    if line is not None:
        return line.width()
    return box.width() - round(box.fontMetrics().height() * 0.75) - round(box.fontMetrics().height() * 36 / 20)


def _label_lack(label: QLabel) -> str:
    """What a label lacks; empty when all of it can be read."""
    if is_decor(label):
        return ""
    metrics, text = QFontMetrics(label.font()), label.text().replace("&", "")
    if not label.wordWrap():
        need = max(metrics.horizontalAdvance(line) for line in text.splitlines())
        if need > label.width() + SLACK:
            return f"is cut: {label.width()} for {need}"
        return _too_low(label, metrics.height())
    longest = max((metrics.horizontalAdvance(word) for word in text.replace("\u200b", " ").split()), default=0)
    if longest > label.width() + SLACK:
        return f"cuts its longest word: {label.width()} for {longest}"
    return _too_low(label, label.heightForWidth(label.width()))


def _too_low(label: QLabel, need: int) -> str:
    return f"is {label.height()} high, needs {need}" if need > label.height() + SLACK else ""


def _smaller(widget: QWidget, width: int, height: int) -> bool:
    return widget.width() + SLACK < width or widget.height() + SLACK < height


def beyond_the_edge(top: QWidget) -> list[str]:
    """Words and controls that reach beyond what holds them. Up and down, a page that scrolls may hold more."""
    findings = []
    for widget in _things(top):
        area = scroll_area_of(widget)
        rect = place(widget, top)
        room = QRect(place(area.viewport(), top)) if area is not None else top.rect()
        over_side = rect.left() < room.left() - SLACK or rect.right() > room.right() + SLACK
        over_end = area is None and (rect.top() < -SLACK or rect.bottom() > room.bottom() + SLACK)
        if over_side or over_end:
            findings.append(f"{called(widget)} at {rect.getRect()} reaches beyond {room.getRect()}")
        parent, own = widget.parentWidget(), widget.geometry()
        held = parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(own)
        if parent is not top and not isinstance(parent, QAbstractScrollArea) and not held:
            holder = f"{type(parent).__name__} {parent.size().toTuple()}"
            findings.append(f"{called(widget)} at {own.getRect()} is cut by its {holder}")
    return findings


def lost_tabs(top: QWidget) -> list[str]:
    """Tabs that the rail has no room for."""
    findings = []
    for bar in seen(top, QTabBar):
        rects = [bar.tabRect(n) for n in range(bar.count())]
        room = place(bar, top) & top.rect()
        out = [rect for rect in rects if not room.contains(rect.translated(place(bar, top).topLeft()))]
        findings += [f"a tab at {rect.getRect()} is beyond the rail {bar.size().toTuple()}" for rect in out]
    return findings


def overlapping(top: QWidget) -> list[str]:
    """Words and controls that lie on each other."""
    findings = []
    things = [(each, place(each, top)) for each in _things(top)]
    for (one, first), (other, second) in combinations(things, 2):
        both = first.intersected(second)
        touch = both.width() <= SLACK + 1 or both.height() <= SLACK + 1
        if not touch and not _inside(one, other) and scroll_area_of(one) is scroll_area_of(other):
            findings.append(f"{called(one)} and {called(other)} overlap")
    return findings


def _inside(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _things(top: QWidget) -> list[QWidget]:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QTabBar, TaskCard)
    stock = (QLineEdit, QComboBox, QAbstractScrollArea)
    return [
        each
        for each in seen(top, QWidget)
        if isinstance(each, kinds)
        and not isinstance(each, FocusRing)
        and not isinstance(each.parentWidget(), stock)
        and not (isinstance(each, QLabel) and is_decor(each) and each.pixmap().isNull())
    ]
