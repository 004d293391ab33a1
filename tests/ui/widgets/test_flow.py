"""Layouts that give way: everything stays inside the window, however narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import Scrolling


def places(parent: QWidget, children: list[QWidget]) -> list[QRect]:
    """Where children are inside their parent."""
    return [QRect(child.mapTo(parent, child.rect().topLeft()), child.size()) for child in children]


def show(qtbot: QtBot, widget: QWidget, width: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, 400)
    widget.show()
    QApplication.processEvents()


@pytest.mark.parametrize("width", [900, 400, 200])
def test_buttons_wrap_and_never_overlap(qtbot: QtBot, theme: Theme, width: int) -> None:
    buttons: list[QWidget] = [Button(theme, f"Button number {number}") for number in range(5)]
    flow = Flow(theme.px(12), buttons)
    show(qtbot, flow, width)
    found = places(flow, buttons)
    assert all(flow.rect().contains(place) for place in found)
    assert not any(one.intersects(other) for one in found for other in found if one != other)
    assert len({place.y() for place in found}) > 1 or width == 900


def test_a_row_becomes_a_column_where_it_is_narrow(qtbot: QtBot) -> None:
    left, right = QLabel("Left"), QLabel("Right")
    row = Reflow(12, 40, [left, right])
    show(qtbot, row, 900)
    assert left.y() == right.y()
    row.resize(200, 400)
    QApplication.processEvents()
    assert left.y() < right.y()


@pytest.mark.parametrize("width", [1000, 300])
def test_a_banner_shows_all_its_words_and_its_button(qtbot: QtBot, theme: Theme, width: int) -> None:
    banner = Banner(theme, "warn", "2 tasks need a helper", "Choose one to pick someone.", button="Ask someone")
    show(qtbot, banner, width)
    banner.resize(width, banner.heightForWidth(width))
    QApplication.processEvents()
    assert banner.button is not None
    children = [banner.title, banner.sentence, banner.button]
    found = places(banner, children)
    assert all(banner.rect().contains(place) for place in found)
    assert not any(one.intersects(other) for one in found for other in found if one != other)
    assert banner.sentence.height() >= banner.sentence.heightForWidth(banner.sentence.width())


def test_a_banner_that_changes_its_words_changes_what_is_said_of_it(qtbot: QtBot, theme: Theme) -> None:
    banner = Banner(theme, "info", "One", "First.")
    qtbot.addWidget(banner)
    banner.tell("Two", "Second.")
    assert (banner.accessibleName(), banner.accessibleDescription()) == ("Two", "Second.")


@pytest.mark.parametrize("width", [1000, 320])
def test_a_page_head_keeps_its_buttons_inside(qtbot: QtBot, theme: Theme, width: int) -> None:
    buttons = [Button(theme, "Print week sheet", icon="printer"), Button(theme, "New task", kind=PRIMARY, icon="plus")]
    head = PageHeader(theme, "Tasks", "Who is helping with what this week", buttons)
    show(qtbot, head, width)
    assert all(head.rect().left() <= place.left() and place.right() <= width for place in places(head, list(buttons)))
    assert head.minimumSizeHint().width() <= width


def test_an_empty_page_on_a_small_window_scrolls_and_covers_nothing(qtbot: QtBot, theme: Theme) -> None:
    state = EmptyState(theme, "sun", "Let someone help", "Give them one clear job. " * 4, button="Add", link="Ideas")
    scrolling = Scrolling(state)
    show(qtbot, scrolling, 330)
    scrolling.resize(330, 200)
    QApplication.processEvents()
    children = [child for child in state.findChildren(QWidget) if not child.findChildren(QWidget)]
    found = places(state, children)
    assert not any(one.intersects(other) for one in found for other in found if one != other)
    assert scrolling.horizontalScrollBar().maximum() == 0
    assert scrolling.verticalScrollBar().maximum() > 0
