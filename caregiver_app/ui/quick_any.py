"""Anything in one line, from anywhere: what it would become is told back while it is typed; Enter keeps it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_any import AnyKind
from caregiver_app.services.people import Alike
from caregiver_app.services.quick_any import Understood, understand
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.people.change_number import ChangeNumber
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


def kind_names() -> dict[AnyKind | None, str]:
    """What a line can be kept as, in plain words."""
    return {
        None: tr("As it reads"),
        AnyKind.TASK: tr("A task"),
        AnyKind.VISIT: tr("A visit"),
        AnyKind.COST: tr("A cost"),
        AnyKind.TIME_OFF: tr("Time off work"),
        AnyKind.REMINDER: tr("A reminder"),
        AnyKind.SMALL_THING: tr("A small thing for me"),
        AnyKind.HELPER: tr("A helper"),
        AnyKind.JOURNAL: tr("A line in my journal"),
    }


class QuickAny(Editor):
    """One required field, and what was understood below it."""

    WIDTH = 620

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Add in one line"), tr("Save"), parent)
        theme = self.theme
        self.line = LineEdit()
        like = tr("Like: Walk the dog tomorrow 5 pm. Or: parking 12.50. Or: CT scan Dec 1 9:15 am.")
        self.add_field("line", Field(theme, tr("What is it?"), self.line, help_text=like))
        self.kind = ComboBox(theme)
        for kind, name in kind_names().items():
            self.kind.addItem(name, kind.value if kind is not None else "")
        self.add_field("kind", Field(theme, tr("Keep it as"), self.kind))
        self.card = Card(theme, tone="info")
        self.card.setAccessibleName(tr("What was understood"))
        self.told = Text(theme, "", ink="on_info_soft")
        self.card.body.addWidget(self.told)
        self.number_button = ChangeNumber(parts)
        self.number_button.changed.connect(self.accept)
        self.card.body.addWidget(self.number_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        self.line.textChanged.connect(self._show)
        self.kind.currentIndexChanged.connect(self._show)
        self.line.setFocus()
        self._show()

    def values(self) -> object:
        return self.line.text()

    def chosen_kind(self) -> AnyKind | None:
        """What somebody chose; None lets the words decide."""
        value = self.kind.currentData()
        return AnyKind(value) if value else None

    def understood(self) -> Understood:
        """What the line would become. Raises InvalidEntry at `line`."""
        now = self.parts.actions.clock.local()
        question = partial(understand, line=self.line.text(), kind=self.chosen_kind(), now=now)
        return self.parts.actions.read(question)

    def save(self) -> bool:
        """Keep it as one step, and say what became of it."""
        made = self.understood()
        return self.parts.actions.run(made.label, made.keep, told=tr("{what} Saved.").format(what=made.told))

    def _show(self) -> None:
        words, alike = self._read()
        self.number_button.offer(alike)  # somebody who is there already may have a new number
        if words != self.told.text():
            self.told.setText(words)
            announce(self.told, words)
            self.grow_soon()

    def _read(self) -> tuple[str, Alike | None]:
        """What is told of the line so far, and the helper who is there already."""
        if not self.line.text().strip():
            return tr("What it becomes is told here before you save."), None
        try:
            made = self.understood()
        except InvalidEntry as problem:
            return problem.message, None
        return made.told, made.alike
