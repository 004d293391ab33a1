"""Fields: named for everybody, and honest about what is wrong."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea


def interface(widget: QWidget) -> Any:
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget: QWidget | None) -> str:
    assert widget is not None
    return str(interface(widget).text(QAccessible.Text.Name))


def labels_of(widget: QWidget) -> list[str]:
    relations = interface(widget).relations()
    return [other.text(QAccessible.Text.Name) for other, kind in relations if kind & QAccessible.RelationFlag.Label]


@pytest.fixture
def undone(qtbot: QtBot) -> list[str]:
    return []


@pytest.fixture
def host(qtbot: QtBot, undone: list[str]) -> QWidget:
    """A window with an Undo of its own and one field."""
    window = QWidget()
    qtbot.addWidget(window)
    action = QAction(window)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append("window"))
    window.addAction(action)
    field = LineEdit(parent=window)
    QVBoxLayout(window).addWidget(field)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    return window


def test_undo_belongs_to_the_field_only_while_it_has_something_to_undo(host: QWidget, undone: list[str]) -> None:
    field = host.findChild(LineEdit)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["window"]
    QTest.keyClicks(field, "Ana")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, field.text()) == (["window"], "")


def test_alt_and_a_letter_types_no_letter(host: QWidget) -> None:
    field = host.findChild(LineEdit)
    assert field is not None
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier, "l")
    QApplication.sendEvent(field, event)
    assert field.text() == ("l" if sys.platform == "darwin" else "")


@pytest.mark.parametrize("kind", ["line", "area", "choice"])
def test_every_kind_of_field_is_named_by_its_label(theme: Theme, qtbot: QtBot, kind: str) -> None:
    controls = {"line": LineEdit(), "area": TextArea(theme), "choice": ComboBox(theme)}
    control = controls[kind]
    field = Field(theme, "Phone number", control, optional=True)
    qtbot.addWidget(field)
    assert labels_of(control) == ["Phone number"]
    assert kind == "choice" or name_of(control) == "Phone number"


def test_a_choice_to_type_in_names_its_line_too(theme: Theme, qtbot: QtBot) -> None:
    box = ComboBox(theme)
    box.setEditable(True)
    field = Field(theme, "Day", box)
    qtbot.addWidget(field)
    assert name_of(box.lineEdit()) == "Day"


def test_what_is_wrong_is_shown_and_said_until_it_is_right(theme: Theme, qtbot: QtBot) -> None:
    line = LineEdit()
    field = Field(theme, "Day", line, help_text="Such as “fri” or “11/27.”")
    qtbot.addWidget(field)
    field.show()
    before = field.grab().toImage()
    field.set_error("There is no February 30.")
    assert field.error.isVisible()
    assert line.accessibleDescription() == "There is no February 30."
    assert field.grab().toImage() != before
    field.set_error("")
    assert not field.error.isVisible()
    assert line.accessibleDescription() == "Such as “fri” or “11/27.”"


def test_the_wheel_never_changes_a_choice_by_accident(theme: Theme, qtbot: QtBot) -> None:
    box = ComboBox(theme)
    qtbot.addWidget(box)
    for name in ("Ana", "Tom"):
        box.add(name, name)
    box.show()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert box.value() == "Ana"


def test_choosing_by_value(theme: Theme, qtbot: QtBot) -> None:
    box = ComboBox(theme)
    qtbot.addWidget(box)
    box.add("Nobody yet", None)
    box.add("Ana", "ana")
    box.choose("ana")
    assert (box.value(), box.currentText()) == ("ana", "Ana")
    box.choose("gone")
    assert box.value() == "ana"


def test_tab_leaves_a_field_of_several_lines(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    area, after = TextArea(theme), LineEdit()
    column = QVBoxLayout(window)
    column.addWidget(area)
    column.addWidget(after)
    window.show()
    window.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    QTest.keyClick(area, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert area.toPlainText() == ""


def test_what_can_be_chosen_stands_in_rows_high_enough_to_hit(qtbot: QtBot, theme: Theme) -> None:
    box = ComboBox(theme)
    for name in ("Once", "Every day", "Every week"):
        box.add(name, name)
    qtbot.addWidget(box)
    box.show()
    assert box.view().sizeHintForRow(1) >= theme.px(40)
