"""Twelve common tasks in four groups, to start a week from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.calendar import Span, week_of
from caregiver_app.domain.people import Role
from caregiver_app.domain.starters import StarterGroup, starter_groups, starter_tasks
from caregiver_app.services import household, tasks
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


TWO_COLUMNS_EMS = 36


class StarterPicker(Dialog):
    """Adds the ticked tasks to a week as one step. `added` brings how many.

    After a step before it (`after_a_step`), Back asks for that step with `back`; alone it says “Not now.”
    """

    WIDTH = 760
    added = Signal(int)
    back = Signal()

    def __init__(
        self, parts: Parts, week: Span | None = None, parent: QWidget | None = None, *, after_a_step: bool = False
    ) -> None:
        super().__init__(parts, tr("Pick a few tasks for this week"), parent)
        self._week, self._name = parts.actions.read(partial(_week_and_name, week=week, parts=parts))
        self.boxes: dict[str, CheckBox] = {}
        sentence = tr("Most people start with three or four. You can change the day and helper later.")
        self.body.addWidget(Text(self.theme, sentence, ink="text2"))
        cards = [self._group(group) for group in starter_groups(self._name)]
        for pair in (cards[:2], cards[2:]):
            self.body.addWidget(Reflow(self.theme.px(16), TWO_COLUMNS_EMS, pair))
        self.body.addStretch(1)
        self.count = Text(self.theme, "", "strong", wrap=False)
        self.back_button = Button(self.theme, tr("Back") if after_a_step else tr("Not now"), kind=PLAIN)
        self.add_button = Button(self.theme, tr("Add tasks"), kind=PRIMARY, icon="check")
        self.back_button.clicked.connect(self._go_back if after_a_step else self.reject)
        self.add_button.clicked.connect(self.add)
        self.add_button.setDefault(True)
        self.foot.addStretch(1)
        for widget in (self.count, self.back_button, self.add_button):
            self.foot.addWidget(widget)
        self._count()
        next(iter(self.boxes.values())).setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def chosen(self) -> list[str]:
        """The keys of the ticked ideas."""
        return [key for key, box in self.boxes.items() if box.isChecked()]

    def add(self) -> None:
        """Add what is ticked, and close."""
        actions = self.parts.actions
        new = starter_tasks(self.chosen, self._week, actions.clock.today(), self._name)
        label = ntr("Add {n} task", "Add {n} tasks", len(new)).format(n=len(new))
        if new and actions.run(label, partial(tasks.add_all, tasks=new)):
            self.accept()
            self.added.emit(len(new))

    def _go_back(self) -> None:
        self.reject()
        self.back.emit()

    def _group(self, group: StarterGroup) -> Card:
        card = Card(self.theme)
        card.setAccessibleName(group.title)
        card.body.setSpacing(self.theme.px(4))
        card.body.addWidget(Text(self.theme, group.title, "h3"))
        for starter in group.starters:
            box = CheckBox(starter.title)
            box.toggled.connect(self._count)
            self.boxes[starter.key] = box
            card.body.addWidget(box)
        return card

    def _count(self) -> None:
        n = len(self.chosen)
        self.count.setText(ntr("{n} picked", "{n} picked", n).format(n=n))
        self.add_button.setText(ntr("Add {n} task", "Add {n} tasks", n).format(n=n))
        self.add_button.setEnabled(n > 0)


def _week_and_name(work: UnitOfWork, week: Span | None, parts: Parts) -> tuple[Span, str]:
    """The week to add to, this one unless told, and what the person cared for is called."""
    week = week or week_of(parts.actions.clock.today(), household.household(work).week_start)
    person = household.person_in_role(work, Role.CARED_FOR)
    return week, person.first_name if person else ""
