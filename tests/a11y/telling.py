"""Checks 2, 3, 4, 8 and 10: names, labels that belong to their fields, roles, sizes to hit, letters with Alt."""

from __future__ import annotations

import re
from collections import Counter

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.segmented import Segment, Segmented
from tests.a11y.tree import called, can_take_keyboard, interface, nodes, seen, spoken

ROLE = QAccessible.Role
LEAST, BUTTON = 32, 44
_ROLES: dict[type[QWidget], QAccessible.Role] = {
    QTabBar: ROLE.PageTabList,
    Segment: ROLE.RadioButton,
    Segmented: ROLE.Grouping,
    Card: ROLE.Grouping,
}
_ACT_ON = (ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.EditableText, ROLE.ComboBox, ROLE.Link, ROLE.PageTab)
_NO_ROLE = (ROLE.NoRole, ROLE.Client, ROLE.Window)
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit)


def unnamed(top: QWidget) -> list[str]:
    """Controls that a screen reader can't name (2)."""
    findings = [f"{type(each).__name__} {each.objectName()} has no name" for each in _stops(top) if not spoken(each)]
    findings += [
        f"{node.role()} of {type(node.object()).__name__} has no name"
        for node in nodes(top)
        if node.role() in _ACT_ON and not node.text(QAccessible.Text.Name).strip() and not _inside_combo(node)
    ]
    return findings


def _inside_combo(node: object) -> bool:
    parent = node.object().parent() if node.object() is not None else None  # type: ignore[attr-defined]
    return isinstance(parent, QComboBox) and not parent.isEditable()


def untied_labels(top: QWidget) -> list[str]:
    """Fields whose visible label is not tied to them (3)."""
    findings = []
    for field in seen(top, QWidget):
        inside = isinstance(field.parentWidget(), (QComboBox, QDateEdit))
        if not isinstance(field, _FIELDS) or inside:
            continue
        relations = interface(field).relations()
        if not any(relation & QAccessible.RelationFlag.Label for _, relation in relations):
            findings.append(f"{called(field)} has no label of its own")
    return findings


def wrong_roles(top: QWidget) -> list[str]:
    """Widgets that a screen reader takes for something else (4)."""
    findings = []
    for kind, role in _ROLES.items():
        findings += [
            f"{called(each)} is told as {interface(each).role()}, not {role}"
            for each in seen(top, kind)
            if interface(each).role() is not role
        ]
    for each in _stops(top):
        if interface(each).role() in _NO_ROLE:
            findings.append(f"{called(each)} is told without a role")
    return findings


def small_targets(top: QWidget, scale: float) -> list[str]:
    """What is too small for a tired hand (8)."""
    findings = []
    for each in seen(top, QWidget):
        if not isinstance(each, (QAbstractButton, QLineEdit, QComboBox, QDateEdit)) or _inner(each):
            continue
        large = isinstance(each, (QPushButton, QToolButton, QLineEdit, QComboBox, QDateEdit))
        least = round((BUTTON if large else LEAST) * scale) - 1
        if each.width() < least or each.height() < least:
            findings.append(f"{called(each)} is {each.width()} × {each.height()}, less than {least}")
    for view in seen(top, QAbstractItemView):
        if isinstance(view, QHeaderView):
            continue
        rows = [view.visualRect(view.model().index(row, 0)).height() for row in range(view.model().rowCount())]
        if rows and min(rows) < LEAST * scale - 1:
            findings.append(f"{called(view)} has rows of {min(rows)}")
    for bar in seen(top, QMenuBar):
        findings += [
            f"menu {action.text()} is {bar.actionGeometry(action).height()} high"
            for action in bar.actions()
            if bar.actionGeometry(action).height() < LEAST * scale - 1
        ]
    for tabs in seen(top, QTabBar):
        findings += [f"tab {n} is too small" for n in range(tabs.count()) if tabs.tabRect(n).height() < LEAST * scale]
    return findings


def _inner(widget: QWidget) -> bool:
    """A part of a stock control: the button that clears a line, the corner of a table."""
    parent = widget.parentWidget()
    return isinstance(parent, (QLineEdit, QComboBox, QDateEdit, QAbstractScrollArea))


def double_letters(top: QWidget) -> list[str]:
    """Letters with Alt that two things on one window share, or two entries of one menu (10)."""
    findings = []
    groups = [("the window", _letters_of_window(top))]
    menus = [menu for menu in top.findChildren(QMenu) if menu.actions()]
    groups += [(menu.title() or "a menu", [each.text() for each in menu.actions()]) for menu in menus]
    for name, texts in groups:
        counted = Counter(letter for text in texts if (letter := _letter(text)))
        findings += [f"Alt+{letter} is taken {n} times in {name}" for letter, n in counted.items() if n > 1]
    return findings


def _letters_of_window(top: QWidget) -> list[str]:
    texts = [button.text() for button in seen(top, QAbstractButton)]
    texts += [label.text() for label in seen(top, QLabel) if label.buddy() is not None]
    for bar in seen(top, QMenuBar):
        texts += [action.text() for action in bar.actions()]
    for tabs in seen(top, QTabBar):
        texts += [tabs.tabText(n) for n in range(tabs.count())]
    return texts


def _letter(text: str) -> str:
    found = re.search(r"&([^&\s])", text.replace("&&", ""))
    return found.group(1).casefold() if found else ""


def _stops(top: QWidget) -> list[QWidget]:
    return [each for each in seen(top, QWidget) if can_take_keyboard(each)]
