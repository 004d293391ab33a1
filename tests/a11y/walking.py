"""Checks 5, 6 and 7: the Tab key reaches everything, in the order of reading, and one always sees where it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateEdit, QScrollArea, QTabBar, QWidget

from tests.a11y.tree import called, can_take_keyboard, place, scroll_area_of, seen
from tests.stage import spin

MORE = 6
AROUND = 16  # room that a page leaves for the ring
ROW = 12


@dataclass
class Walk:
    """Where the keyboard was after each Tab, until it came back, and what was amiss on the way."""

    stops: list[QWidget] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    came_back: bool = False


def walk(top: QWidget) -> Walk:
    """Press Tab until the first place comes again."""
    expected = _expected(top)
    found = Walk()
    for _ in range(len(expected) * 2 + MORE):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        spin(1)
        here = QApplication.focusWidget()
        if here is None:
            found.unseen.append("the keyboard is nowhere")
            break
        if found.stops and here is found.stops[0]:
            found.came_back = True
            break
        if here not in found.stops:
            found.stops.append(here)
            found.unseen += _not_seen(here, top)
    return found


def keyboard_findings(top: QWidget) -> list[str]:
    """All that is amiss with the Tab key."""
    found = walk(top)
    missed = [each for each in _expected(top) if each not in found.stops]
    findings = [f"Tab does not reach {called(each)}" for each in missed]
    if not found.came_back:
        findings.append(f"Tab does not come back; it stays at {called(found.stops[-1]) if found.stops else 'nothing'}")
    return [*findings, *found.unseen, *_order(found.stops, top)]


def _expected(top: QWidget) -> list[QWidget]:
    return [each for each in seen(top, QWidget) if can_take_keyboard(each)]


def _not_seen(here: QWidget, top: QWidget) -> list[str]:
    """Whether the place of the keyboard is marked, and in sight."""
    rings = [ring for ring in top.findChildren(QWidget, "focus ring") if ring.isVisible()]
    target = _part_of(here)
    where = QRect(here.mapTo(top, target.topLeft()), target.size())
    findings = []
    if not rings:
        findings.append(f"{called(here)} has the keyboard, and nothing shows it")
    elif not rings[-1].geometry().intersects(where):
        findings.append(f"the ring is not around {called(here)}")
    room = top.rect()
    area = scroll_area_of(here)
    while area is not None:
        room &= place(area.viewport(), top)
        area = scroll_area_of(area)
    inside = room & where
    if inside.width() < where.width() - 2 or inside.height() < min(where.height(), room.height() - 2 * AROUND) - 2:
        findings.append(f"{called(here)} has the keyboard out of sight: {where.getRect()} in {room.getRect()}")
    return findings


def _part_of(here: QWidget) -> QRect:
    if isinstance(here, QTabBar):
        return here.tabRect(here.currentIndex())
    own = getattr(here, "focus_rect", None)
    return own() if own is not None else here.rect()


def _order(stops: list[QWidget], top: QWidget) -> list[str]:
    """Places where the Tab key goes up again, other than to a next column or back to the start."""
    if not stops:
        return []
    places = [(each, _read_at(each, top)) for each in stops]
    start = min(range(len(places)), key=lambda n: (places[n][1].top(), places[n][1].left()))
    places = places[start:] + places[:start]
    findings = []
    for (one, before), (other, after) in pairwise(places):
        goes_up = after.bottom() < before.top() + ROW and after.left() <= before.right() - ROW
        goes_back = abs(after.center().y() - before.center().y()) < ROW and after.left() < before.left()
        if (goes_up or goes_back) and not isinstance(one, QDateEdit):
            findings.append(f"Tab goes from {called(one)} {before.getRect()} up to {called(other)} {after.getRect()}")
    return findings


def _read_at(widget: QWidget, top: QWidget) -> QRect:
    """Where it stands on a page that is as long as all of its content."""
    rect = place(widget, top)
    area = scroll_area_of(widget)
    if area is not None and area.widget() is not None:
        return rect.translated(0, area.verticalScrollBar().value())
    below = [place(each, top) for each in seen(top, QScrollArea) if place(each, top).bottom() <= rect.top() + ROW]
    inner = [each.widget().height() for each in seen(top, QScrollArea) if place(each, top) in below]
    return rect.translated(0, max(inner, default=0))
