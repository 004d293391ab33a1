"""What a card says about one time of a task, on the screen and to a screen reader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from caregiver_app.domain.calendar import ANY_TIME
from caregiver_app.domain.spoken import day_words, list_words, short_day, time_words
from caregiver_app.domain.tasks import Item, State
from caregiver_app.ui.tasks.week import WeekView
from caregiver_app.words import ntr, tr

LONGEST_SPOKEN = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """Everything a card shows. Equal words look the same, so a card is drawn again only when they differ."""

    item_id: UUID
    day: date
    state: State
    title: str
    time: str = ""
    who: str = ""
    people: tuple[UUID, ...] = ()
    name: str = ""

    @property
    def box_name(self) -> str:
        """What the box is called."""
        return tr("Done: {title}").format(title=_spoken_title(self.title))


def card_words(item: Item, view: WeekView) -> CardWords:
    """The words of one card."""
    when = "" if item.task.when == ANY_TIME else time_words(item.task.when, view.household.clock24)
    title = " ".join(item.task.title.split())
    who = _who(item, view)
    return CardWords(
        item_id=item.id,
        day=item.day,
        state=item.state,
        title=title,
        time=when,
        who=who,
        people=item.helpers if item.state is not State.NOT_NEEDED else (),
        name=_name(item, view, when),
    )


def first_name(person_id: UUID, view: WeekView) -> str:
    """What a person is called on a card; “You” for the caregiver."""
    if view.caregiver is not None and person_id == view.caregiver.id:
        return tr("You")
    return view.short_names.get(person_id, tr("Someone"))


def state_words(item: Item) -> str:
    """Where a time stands: “needs a helper”, “asked”, “covered”, “done” or “not needed”."""
    return {
        State.NEEDS_HELPER: tr("needs a helper"),
        State.ASKED: tr("asked"),
        State.COVERED: tr("covered"),
        State.DONE: tr("done"),
        State.NOT_NEEDED: tr("not needed"),
    }[item.state]


def asked_words(item: Item, view: WeekView) -> str:
    """Whom we wait for, and since when: “Asked Ana, Nov 21”."""
    waiting = [ask for ask in item.asks if ask.person_id in item.waiting and not ask.had_said_yes]
    if not waiting:
        names = list_words(first_name(person_id, view) for person_id in item.said_yes_before)
        return tr("{names} had said yes before").format(names=names)
    names = list_words(first_name(ask.person_id, view) for ask in waiting)
    day = min(ask.asked_at for ask in waiting).astimezone().date()
    return tr("Asked {names}, {day}").format(names=names, day=short_day(day))


def _who(item: Item, view: WeekView) -> str:
    names = list_words(first_name(person_id, view) for person_id in item.helpers)
    match item.state:
        case State.NOT_NEEDED:
            return tr("Not needed")
        case State.ASKED:
            asked = asked_words(item, view)
            return tr("{names}. {asked}").format(names=names, asked=asked) if names else asked
        case State.NEEDS_HELPER if names:
            return ntr("{names}. {n} more needed", "{names}. {n} more needed", item.still_needed).format(
                names=names, n=item.still_needed
            )
        case State.NEEDS_HELPER:
            return tr("Needs a helper") if item.task.needed == 1 else _needs_several(item)
    return names


def _needs_several(item: Item) -> str:
    return tr("Needs {n} helpers").format(n=item.task.needed)


def _name(item: Item, view: WeekView, when: str) -> str:
    """All of it in one line: “Walk Biscuit, Tue Nov 24, 8:00 am, Tom, covered”, for a screen reader."""
    asked = item.state is State.ASKED
    stands = [asked_words(item, view)] if asked else [_names(item, view), state_words(item)]
    parts = [_spoken_title(item.task.title), day_words(item.day), when, *stands]
    return ", ".join(part for part in parts if part)


def _names(item: Item, view: WeekView) -> str:
    return list_words(first_name(person_id, view) for person_id in item.helpers)


def _spoken_title(title: str) -> str:
    title = " ".join(title.split())
    return title if len(title) <= LONGEST_SPOKEN else title[:LONGEST_SPOKEN] + "…"
