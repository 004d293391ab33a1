"""People > You and the person you care for: the two at the center, and the number that sheets print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services import household, people
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

_FIELDS = {"yours": Role.CAREGIVER, "hers": Role.CARED_FOR}


class CenterDialog(Editor):
    """Both names are optional, and used everywhere once they are known."""

    WIDTH = 560

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("You and the person you care for"), tr("Save"), parent)
        self._known = {role: parts.actions.read(partial(household.person_in_role, role=role)) for role in Role}
        self._names: dict[str, LineEdit] = {}
        self._latin: dict[str, LineEdit] = {}
        self._ask_for("yours", tr("Your name"), tr("Helpers read it on their sheets."))
        self._ask_for_phone()
        self._ask_for("hers", tr("Who are you caring for?"), tr("A first name or a nickname. It is used everywhere."))
        self.body.addStretch(1)
        self._names["yours"].setFocus()

    def values(self) -> object:
        typed = (*self._names.values(), *self._latin.values(), self.phone)
        return ([field.text() for field in typed], self.phone_on_paper.isChecked())

    def save(self) -> bool:
        """Keep both; a name that is empty was never asked for."""
        found = [(self._known[role], self._read(name)) for name, role in _FIELDS.items()]
        return self.parts.actions.run(tr("Change the names"), partial(_keep, people_typed=found))

    def _ask_for(self, name: str, label: str, help_text: str) -> None:
        theme, known = self.theme, self._known[_FIELDS[name]]
        entry, latin = LineEdit(known.name if known else ""), LineEdit(known.latin_name if known else "")
        self._names[name], self._latin[name] = entry, latin
        self.add_field(name, Field(theme, label, entry, optional=True, help_text=help_text))
        spelling = tr("The sheets can’t draw these letters. How is the name spelled in Latin letters?")
        label = tr("In Latin letters, for paper")
        self.add_field(f"latin {name}", Field(theme, label, latin, optional=True, help_text=spelling))
        entry.textChanged.connect(partial(self._name_changed, name))
        self._name_changed(name, entry.text())

    def _ask_for_phone(self) -> None:
        known = self._known[Role.CAREGIVER]
        self.phone = LineEdit(known.phone if known else "")
        self.add_field("phone", Field(self.theme, tr("Your phone number"), self.phone, optional=True))
        self.phone_on_paper = CheckBox(tr("Print it on the sheets"))
        self.phone_on_paper.setChecked(bool(known and known.phone_on_paper))
        self.body.addWidget(self.phone_on_paper)
        why = tr("Helpers call it when they can’t come. Everyone who reads the fridge can see it.")
        self.body.addWidget(Text(self.theme, why, "caption", ink="text2"))

    def _name_changed(self, name: str, text: str) -> None:
        self.fields[f"latin {name}"].setVisible(not people.prints(text))

    def _read(self, name: str) -> Person | None:
        """The person as typed; None when nobody was named. Raises InvalidEntry at the field."""
        role = _FIELDS[name]
        known = self._known[role]
        values: dict[str, object] = {
            "name": self._names[name].text().strip(),
            "latin_name": self._latin[name].text().strip(),
        }
        if role is Role.CAREGIVER:
            values |= {"phone": self.phone.text().strip(), "phone_on_paper": self.phone_on_paper.isChecked()}
        if known is None and not values["name"] and not values.get("phone"):
            return None
        try:
            return replace(known, **values) if known else Person(role=role, **values)  # type: ignore[arg-type]
        except InvalidEntry as problem:
            raise InvalidEntry(name, problem.message) from problem


def _keep(work: UnitOfWork, *, people_typed: Sequence[tuple[Person | None, Person | None]]) -> None:
    """Keep each one as typed, new or in place of the one that was there."""
    for before, after in people_typed:
        if before is not None and after is not None:
            people.change(work, before=before, after=after)
        elif after is not None:
            people.save(work, person=after)
