"""A pasted table of people: shows what was read of each line, and adds them all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.person_words import free_words, glad_words
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_add import Offer, read_offers
from caregiver_app.domain.spoken import list_words
from caregiver_app.services import people
from caregiver_app.services.people import Alike
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

MOST_NAMED = 6


class PastedPeople(Dialog):
    """Asks “Add 300 people?” with the list. `finished_with` brings the lines that need a hand first."""

    WIDTH = 720
    finished_with = Signal(str)

    def __init__(self, parts: Parts, text: str, parent: QWidget | None = None) -> None:
        today = parts.actions.clock.today()
        found, self._left = _sorted_out(read_offers(text, today), today)
        alike = parts.actions.read(partial(people.each_alike, typed=[person for person, _ in found]))
        self._there = [each.person.first_name for each in alike if each is not None and each.same_name]
        self._unnamed = len(self._left)
        self._left += [line for (_, line), each in zip(found, alike, strict=True) if each and each.same_name]
        rows = {person: each for (person, _), each in zip(found, alike, strict=True) if not (each and each.same_name)}
        self._people = list(rows)
        count = len(self._people)
        title = ntr("Add {n} person?", "Add {n} people?", count).format(n=count)
        super().__init__(parts, title, parent)
        self.body.addWidget(Text(self.theme, tr("This is what was read. You can change each one later."), ink="text2"))
        if self._unnamed:
            self.body.addWidget(self._needs_a_hand())
        if self._there:
            self.body.addWidget(self._there_already())
        self.body.addWidget(self._build_list(rows), 1)
        self._build_foot(count)

    def _build_list(self, rows: Mapping[Person, Alike | None]) -> QListWidget:
        self.list = QListWidget()
        self.list.setAccessibleName(tr("People that were read"))
        self.list.setWordWrap(True)
        self.list.setSpacing(self.theme.px(6))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(self.theme.px(240))
        for person, each in rows.items():
            self.list.addItem(QListWidgetItem(_words(person, each)))
        return self.list

    def _needs_a_hand(self) -> Banner:
        count = self._unnamed
        title = ntr("In {n} line, no name was found", "In {n} lines, no name was found", count).format(n=count)
        return Banner(self.theme, "warn", title, tr("They stay in the box, so that you can add one."))

    def _there_already(self) -> Banner:
        """Nobody is added twice without a word."""
        count = len(self._there)
        title = ntr(
            "{n} line is of somebody who is there already", "{n} lines are of somebody who is there already", count
        )
        some = sorted(dict.fromkeys(self._there), key=str.casefold)
        named = some if len(some) <= MOST_NAMED else [*some[: MOST_NAMED - 1], tr("others")]
        words = tr("{names}. These lines stay in the box. For somebody else, add another name there.")
        return Banner(self.theme, "warn", title.format(n=count), words.format(names=list_words(named)))

    def _build_foot(self, count: int) -> None:
        cancel = Button(self.theme, tr("Cancel"), kind=PLAIN)
        self.add_button = Button(
            self.theme,
            ntr("Add {n} person", "Add {n} people", count).format(n=count),
            kind=PRIMARY,
            icon="check",
        )
        self.add_button.setEnabled(bool(count))
        self.add_button.setDefault(True)
        self.foot.addStretch(1)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.add_button)
        self.add_button.setFocus()
        cancel.clicked.connect(self.reject)
        self.add_button.clicked.connect(self._add)

    def _add(self) -> None:
        label = ntr("Add {n} helper", "Add {n} helpers", len(self._people)).format(n=len(self._people))
        if self.parts.actions.run(label, partial(people.add_all, people=self._people)):
            self.finished_with.emit("\n".join(self._left))
            self.accept()


def _sorted_out(offers: Sequence[Offer], today: date) -> tuple[list[tuple[Person, str]], list[str]]:
    """The people that were read with their lines, and the lines that no person can be made of yet."""
    found, left = [], []
    for offer in offers:
        try:
            found.append((offer.person(today), _line(offer)))
        except InvalidEntry:
            left.append(_line(offer))
    return found, left


def _line(offer: Offer) -> str:
    """An offer as one line again."""
    parts = (offer.name, offer.phone, offer.email, *offer.understood, offer.note)
    return tr(", ").join(part for part in parts if part)


def _words(person: Person, alike: Alike | None) -> str:
    told = alike.told if alike is not None else ""
    parts = (person.phone, person.email, glad_words(person), *free_words(person.free), person.notes, told)
    known = tr(" · ").join(part for part in parts if part)
    return f"{person.name}\n{known}" if known else person.name
