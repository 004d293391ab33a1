"""The first minutes with an empty file: two names, a few helpers, and how far the family has come."""

from __future__ import annotations

from collections.abc import Iterable

from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.sheets import PrintedSheet
from caregiver_app.domain.tasks import Task
from caregiver_app.services import household
from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the three first steps have come; `finished` families are asked nothing more."""

    finished: bool = False
    caregiver: str = ""
    cared_for: str = ""
    helpers: int = 0
    tasks: int = 0
    sheets: int = 0

    @property
    def is_new(self) -> bool:
        """Whether nothing at all was told yet, as when the window opens for the first time."""
        return not (self.finished or self.caregiver or self.cared_for or self.helpers or self.tasks or self.sheets)

    @property
    def all_done(self) -> bool:
        """Whether each of the three steps was taken once."""
        return self.finished or bool(self.helpers and self.tasks and self.sheets)


def progress(work: UnitOfWork) -> Progress:
    """Where the family stands; nothing is counted once the welcome is over."""
    if household.household(work).welcomed:
        return Progress(finished=True)
    return Progress(
        caregiver=_name(work, Role.CAREGIVER),
        cared_for=_name(work, Role.CARED_FOR),
        helpers=len(work.where(Person, role=Role.HELPER, former=False)),
        tasks=len(work.all(Task)),
        sheets=len(work.all(PrintedSheet)),
    )


def introduce(work: UnitOfWork, *, caregiver: str, cared_for: str) -> None:
    """Note the names of the caregiver and the person cared for; what was left empty stays as it was."""
    for role, name in ((Role.CAREGIVER, caregiver), (Role.CARED_FOR, cared_for)):
        if name.strip():
            household.name_person(work, role, name)


def add_helpers(work: UnitOfWork, *, people: Iterable[Person]) -> None:
    """Keep the helpers that are not there yet, told apart by their names."""
    known = {person.name.casefold() for person in work.where(Person, role=Role.HELPER, former=False)}
    for person in people:
        if person.name.casefold() not in known:
            known.add(person.name.casefold())
            work.put(person)


def finish(work: UnitOfWork) -> None:
    """The welcome is over and does not come back."""
    household.choose(work, welcomed=True)


def _name(work: UnitOfWork, role: Role) -> str:
    person = household.person_in_role(work, role)
    return person.name if person else ""
