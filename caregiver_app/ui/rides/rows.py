"""Rows of fields in the forms of the Rides tab, and the people to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.people import Person, Role
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.words import tr


def row(theme: Theme, ems: float, fields: Sequence[QWidget], shares: Sequence[int] = ()) -> Reflow:
    """Fields side by side with their labels in one line, one under another where it is narrow."""
    made = Reflow(theme.px(12), ems)
    for field, share in zip(fields, shares or [1] * len(fields), strict=True):
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(QMargins())
        column.addWidget(field)
        column.addStretch(1)
        made.add(holder, share)
    return made


def column(theme: Theme, widgets: Iterable[QWidget]) -> QWidget:
    """One under another."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(QMargins())
    box.setSpacing(theme.px(14))
    for widget in widgets:
        box.addWidget(widget)
    return made


def person_choice(theme: Theme, people: Sequence[Person], nobody: str, *, to_drive: bool = False) -> ComboBox:
    """Nobody, then the caregiver, then the others; those who drive come first where a driver is looked for."""
    box = ComboBox(theme)
    box.add(nobody, None)
    known = [each for each in people if each.role is not Role.CARED_FOR and not each.former]
    for person in sorted(known, key=_order if to_drive else _caregiver_first):
        box.add(tr("You") if person.role is Role.CAREGIVER else person.name, person.id)
    return box


def _caregiver_first(person: Person) -> int:
    return (Role.CAREGIVER, Role.HELPER, Role.SERVICE).index(person.role)


def _order(person: Person) -> tuple[int, bool]:
    return (_caregiver_first(person), not person.drives)
