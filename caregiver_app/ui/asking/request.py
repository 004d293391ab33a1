"""What people are asked for: its words, who could do it, and the steps that asking takes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from caregiver_app.domain.people import Person, Role, in_role
from caregiver_app.domain.tasks import Answer, Item
from caregiver_app.ui.actions import Actions
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.domain.choosing import Choice
    from caregiver_app.domain.household import Household
    from caregiver_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Circle:
    """Whom the dialogs know: everybody, and those who could do it, best first."""

    everybody: tuple[Person, ...]
    choices: tuple[Choice, ...]
    family: Household

    def person(self, person_id: UUID) -> Person | None:
        """Somebody by id."""
        return next((person for person in self.everybody if person.id == person_id), None)

    def in_role(self, role: Role) -> Person | None:
        """The caregiver or the person cared for."""
        return in_role(self.everybody, role)


class Request(ABC):
    """One thing to ask people for. Each step is saved at once, and Undo takes it back; it tells whether it was saved.

    Subclasses say what it is and how a step is kept. `item` carries the asks.
    """

    opens_icon: ClassVar[str] = "pencil"

    def __init__(self, actions: Actions, item: Item) -> None:
        self.actions = actions
        self.item = item

    # What it is

    @property
    @abstractmethod
    def title(self) -> str:
        """The title of the list of people."""

    @property
    @abstractmethod
    def opens(self) -> str:
        """What the button says that leads to the thing itself."""

    @abstractmethod
    def about(self, family: Household) -> str:
        """What, when: the line below the title."""

    @property
    @abstractmethod
    def place(self) -> str:
        """The place that may be told when it is ticked; empty for none."""

    @abstractmethod
    def message(self, person: Person, circle: Circle, *, place: bool) -> str:
        """The words to ask a person with."""

    @abstractmethod
    def choices(self, work: UnitOfWork) -> list[Choice]:
        """Everybody who could do it, best first."""

    @abstractmethod
    def again(self) -> Request | None:
        """The same as it is kept now; None when it is gone."""

    # How a step is kept

    @abstractmethod
    def keep_given(self, work: UnitOfWork, *, person_id: UUID | None, now: datetime) -> None:
        """A person does it, or nobody yet."""

    @abstractmethod
    def keep_asked(self, work: UnitOfWork, *, person_id: UUID, now: datetime) -> None:
        """A person was asked."""

    @abstractmethod
    def keep_answer(self, work: UnitOfWork, *, person_id: UUID, answer: Answer, now: datetime) -> None:
        """A person answered."""

    @abstractmethod
    def keep_freed(self, work: UnitOfWork, *, person_id: UUID, now: datetime) -> None:
        """A person can't come after all."""

    def keep_passed(self, work: UnitOfWork, *, giver_id: UUID | None, taker_id: UUID | None, now: datetime) -> None:
        """One person's part goes to another, or to nobody yet."""
        del giver_id
        self.keep_given(work, person_id=taker_id, now=now)

    # The steps

    def read_circle(self) -> Circle:
        """Everything that choosing needs, from one moment."""
        return self.actions.read(self._read_circle)

    def give(self, person_id: UUID | None, name: str = "") -> bool:
        """Somebody does it, or nobody yet."""
        label = tr("Leave open") if person_id is None else _give_label(name)
        return self._run(label, partial(self.keep_given, person_id=person_id))

    def ask(self, person_id: UUID, name: str) -> bool:
        """Somebody was asked."""
        return self._run(_ask_label(name), partial(self.keep_asked, person_id=person_id))

    def was_not_asked(self, name: str) -> None:
        """It was noted a moment ago that somebody was asked, and they were not: the step is taken back."""
        if self.actions.undo_text() == tr("Undo {step}").format(step=_ask_label(name)):
            self.actions.undo()

    def answer(self, person_id: UUID, answer: Answer, name: str) -> bool:
        """Somebody answered."""
        label = said_yes_words(name) if answer is Answer.YES else tr("{name}: not this time").format(name=name)
        return self._run(label, partial(self.keep_answer, person_id=person_id, answer=answer))

    def free(self, person_id: UUID, name: str) -> bool:
        """Somebody can't come after all."""
        return self._run(tr("{name} can’t come").format(name=name), partial(self.keep_freed, person_id=person_id))

    def pass_on(self, giver_id: UUID | None, taker_id: UUID | None, name: str = "") -> bool:
        """From one person to another, or to nobody yet; whoever else helps stays."""
        if giver_id is None and taker_id is not None:
            return self.give(taker_id, name)
        label = tr("Leave open") if taker_id is None else _give_label(name)
        return self._run(label, partial(self.keep_passed, giver_id=giver_id, taker_id=taker_id))

    def give_newcomer(self, newcomer: Person) -> bool:
        """A new helper does it."""
        label = tr("Give to {name}").format(name=newcomer.first_name)
        return self._run(label, partial(self._keep_newcomer, newcomer=newcomer))

    def yes_words(self, person: Person) -> str:
        """What the button says when a person said yes."""
        return said_yes_words(person.first_name)

    def _run(self, label: str, keep: Callable[..., object]) -> bool:
        return self.actions.run(label, partial(keep, now=self.actions.clock.now()))

    def _keep_newcomer(self, work: UnitOfWork, *, newcomer: Person, now: datetime) -> None:
        from caregiver_app.services import people

        people.save(work, person=newcomer)
        self.keep_given(work, person_id=newcomer.id, now=now)

    def _read_circle(self, work: UnitOfWork) -> Circle:
        from caregiver_app.services import household, people

        return Circle(tuple(people.everybody(work)), tuple(self.choices(work)), household.household(work))


def _give_label(name: str) -> str:
    return tr("Do it yourself") if name == tr("You") else tr("Give to {name}").format(name=name)


def _ask_label(name: str) -> str:
    return tr("Ask {name}").format(name=name)


def said_yes_words(name: str) -> str:
    """Somebody said yes."""
    return tr("{name} said yes").format(name=name)
