"""The choice of who helps, best first, with “nobody yet” above and a new helper below."""

from __future__ import annotations

from enum import Enum
from uuid import UUID

from caregiver_app.domain.choosing import Choice
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import list_words
from caregiver_app.ui.asking.request import Request
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox
from caregiver_app.words import tr


class Special(Enum):
    """Answers that are no person."""

    NEW = "a new helper"
    AS_NOW = "several people, as now"


Who = UUID | Special | None


class WhoChoice(ComboBox):
    """`value` is None for nobody yet, the id of a person, or something special."""

    def __init__(self, theme: Theme, request: Request, who: Who) -> None:
        super().__init__(theme)
        self.rank(request, who)

    def rank(self, request: Request, who: Who) -> None:
        """List people anew for something that has changed, with the same answer chosen."""
        item = request.item
        choices = request.actions.read(request.choices)
        known = {choice.person.id: choice.person for choice in choices}
        self.blockSignals(True)
        self.clear()
        self.add(tr("Nobody yet – leave open"), None)
        if len(item.helpers) > 1:
            names = [known[helper].first_name for helper in item.helpers if helper in known]
            self.add(tr("As now: {names}").format(names=list_words(names)), Special.AS_NOW)
        for choice in choices:
            self.add(_words(choice), choice.person.id)
        self.add(tr("Add a new helper…"), Special.NEW)
        self.choose(who)
        self.blockSignals(False)


def _words(choice: Choice) -> str:
    name = person_name(choice.person)
    said = [reason for reason in choice.reasons if reason != tr("already said yes")]
    return tr("{name} – {reason}").format(name=name, reason=said[0]) if said else name


def person_name(person: Person) -> str:
    """The full name, or “You” for the caregiver."""
    return tr("You") if person.role is Role.CAREGIVER else person.name
