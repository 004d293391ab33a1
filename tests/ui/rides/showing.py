"""The Rides page of a made-up family, and how tests reach what is on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from caregiver_app.domain.visits import Visit
from caregiver_app.ui.rides.page import RidesPage
from caregiver_app.ui.rides.visit_card import VisitCard
from caregiver_app.ui.theme import Theme
from tests.stage import spin
from tests.ui.rides.family import Family, family_in


@contextmanager
def rides_page(folder: Path, theme: Theme) -> Iterator[tuple[RidesPage, Family]]:
    """The page over the family’s file, shown."""
    with family_in(folder, theme) as family:
        page = RidesPage(family.parts)
        page.resize(1080, 800)
        page.show()
        page.activateWindow()
        spin()
        yield page, family
        page.hide()
        page.deleteLater()
        spin(2)


def card_of(page: RidesPage, visit: Visit) -> VisitCard:
    """The card of a visit."""
    found = page.panel.list.card(visit.id)
    assert found is not None, "the visit is on the page"
    return found


def titles(page: RidesPage) -> list[str]:
    """The titles of all cards, from top to bottom."""
    cards = sorted(page.panel.list.cards.values(), key=lambda card: card.y())
    return [card.words.title for card in cards]


def press(*keys: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keyClick(focused(), key)
        spin(2)


def focused() -> QWidget:
    """Where the keyboard is."""
    found = QApplication.focusWidget()
    assert found is not None, "the keyboard is somewhere"
    return found


def entries(menu: QMenu) -> list[QAction]:
    """All entries of a menu and of the menus in it."""
    found = []
    for action in menu.actions():
        inner = action.menu()
        found += entries(inner) if isinstance(inner, QMenu) else [action]
    return found


def choose(page: RidesPage, words: str) -> None:
    """Choose from the menu that is open."""
    menu = next(menu for menu in page.panel.findChildren(QMenu) if menu.isVisible())
    next(action for action in entries(menu) if action.text().replace("&", "") == words).trigger()
    menu.close()
    spin(2)
