"""What the self-care plan says beside the small things: people to call, and signs of running low."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.selfcare import CarePlan
from caregiver_app.services import people, selfcare
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import ComboBox, Field, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

PEOPLE = 3


class PlanEditor(Editor):
    """Three people of the circle, others by name and number, and own words."""

    WIDTH = 640

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("People I can call"), tr("Save"), parent)
        self._plan = parts.actions.read(selfcare.plan)
        theme = self.theme
        everybody = [each for each in parts.actions.read(people.everybody) if _may_be_called(each, self._plan)]
        self.body.addWidget(Text(theme, tr("For you alone, on the screen and on your own plan."), ink="text2"))
        chosen = [*self._plan.call_ids, None, None, None][:PEOPLE]
        self.people = [self._choice(everybody, each) for each in chosen]
        labels = (tr("First person"), tr("Second person"), tr("Third person"))
        row = [Field(theme, label, box) for label, box in zip(labels, self.people, strict=True)]
        self.fields |= {f"person {n}": field for n, field in enumerate(row)}
        self.body.addWidget(Beside(theme, 38, row))
        self.others = TextArea(theme, self._plan.more_to_call, lines=2)
        self.others.setPlaceholderText(tr("Aunt Rosa, 555-0123"))
        line = tr("One line for each, with the number.")
        self.add_field("more_to_call", Field(theme, tr("Others"), self.others, optional=True, help_text=line))
        self.signs = TextArea(theme, self._plan.low_signs, lines=3)
        self.signs.setPlaceholderText(tr("I skip lunch. I am short with everybody."))
        self.add_field("low_signs", Field(theme, tr("I notice I am running low when…"), self.signs, optional=True))
        self.body.addStretch(1)

    def _choice(self, everybody: list[Person], chosen: UUID | None) -> ComboBox:
        box = ComboBox(self.theme)
        box.add(tr("Nobody"), None)
        for person in everybody:
            box.add(person.name, person.id)
        box.choose(chosen)
        return box

    def values(self) -> object:
        return self._typed()

    def save(self) -> bool:
        """Keep the plan."""
        deed = partial(selfcare.save_plan, before=self._plan, after=self._typed())
        return self.parts.actions.run(tr("Change my plan"), deed, nothing=tr("Nothing was changed."))

    def _typed(self) -> CarePlan:
        ids = [each for box in self.people if isinstance(each := box.value(), UUID)]
        return replace(
            self._plan,
            call_ids=tuple(dict.fromkeys(ids)),
            more_to_call=self.others.toPlainText().strip(),
            low_signs=self.signs.toPlainText().strip(),
        )


def _may_be_called(person: Person, plan: CarePlan) -> bool:
    if person.id in plan.call_ids:
        return True
    return person.role is Role.HELPER and not person.former
