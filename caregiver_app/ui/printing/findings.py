"""What to know before printing: words that strangers could read, names to spell, and what was left out and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.spoken import list_words
from caregiver_app.services import fridge_guard, people
from caregiver_app.services.fridge_guard import FridgeHit
from caregiver_app.services.printing import LeftOut
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.printing.making import MadeSheet
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

MOST_SHOWN, MOST_CARDS = 200, 12


class Findings(QWidget):
    """One card for each thing to put right before printing; none of them has to be."""

    family_wanted = Signal()

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._cards: list[QWidget] = []
        self._told: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(parts.theme.px(12))

    def tell(self, sheet: MadeSheet) -> None:
        """Show what there is to know about a sheet; cards that stay keep what was typed into them."""
        hits, to_write = sheet.hits, sheet.prepared.to_write
        known = (hits, [person.id for person in to_write])
        if known != self._told:
            self._told = known
            self._replace_cards(hits, to_write)
        self.setVisible(bool(self._cards))

    def _replace_cards(self, hits: Sequence[FridgeHit], to_write: Sequence[Person]) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        hit_cards = [HitCard(self._parts, hit) for hit in hits[:MOST_CARDS]]
        for card in hit_cards:
            card.family_wanted.connect(self.family_wanted)
        self._cards = [*hit_cards, *(SpellingCard(self._parts, person) for person in to_write[:MOST_CARDS])]
        for card in self._cards:
            self._column.addWidget(card)


class LeftOutList(QWidget):
    """“What was left out (3)”: opens a list of what is not on the sheet, and why."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        self.toggle = Button(theme, tr("What was left out"), kind=QUIET)
        self.toggle.clicked.connect(self._toggle)
        self.words = Text(theme, "", "caption", ink="text2")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)

    def tell(self, left_out: Sequence[LeftOut]) -> None:
        """Show what a sheet leaves out."""
        count = len(left_out)
        self.setVisible(count > 0)
        self.toggle.setText(tr("What was left out ({n})").format(n=count))
        lines = [tr("{what}: {why}").format(what=each.what, why=each.why) for each in left_out[:MOST_SHOWN]]
        if count > MOST_SHOWN:
            lines.append(tr("And {n} more.").format(n=count - MOST_SHOWN))
        self.words.setText("\n".join(lines))
        self._show()

    def _toggle(self) -> None:
        self._open = not self._open
        self._show()

    def _show(self) -> None:
        self.words.setVisible(self._open)
        self.toggle.setAccessibleDescription(self.words.text() if self._open else "")


class HitCard(Card):
    """Words on the fridge that strangers could read, with a way to put it right. It can be printed all the same."""

    family_wanted = Signal()

    def __init__(self, parts: Parts, hit: FridgeHit) -> None:
        super().__init__(parts.theme, tone="warn")
        theme = parts.theme
        self._parts, self._hit = parts, hit
        words = list_words(tr("“{word}”").format(word=word) for word in hit.words)
        title = tr("“{text}”").format(text=_short(hit.text))
        sentence = tr("Everyone who comes in can read {words}.").format(words=words)
        self.setAccessibleName(f"{title} {sentence}")
        self.body.addWidget(Text(theme, title, "strong", ink="on_warn_soft"))
        self.body.addWidget(Text(theme, sentence, ink="on_warn_soft"))
        if hit.task_id is None:
            change = Button(theme, tr("Change these words…"), kind=PLAIN)
            change.clicked.connect(self.family_wanted)
            self.body.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._offer_other_words(hit.task_id)

    def _offer_other_words(self, task_id: UUID) -> None:
        theme = self._parts.theme
        self.words = LineEdit(self._hit.offered)
        self._task_id = task_id
        self.words.returnPressed.connect(self._use)
        self._field = Field(theme, tr("Print these words instead"), self.words)
        use = Button(theme, tr("Use these words"), kind=PLAIN)
        keep_off = Button(theme, tr("Keep it off the fridge"), kind=PLAIN)
        use.clicked.connect(self._use)
        keep_off.clicked.connect(self._keep_off)
        self.body.addWidget(self._field)
        self.body.addWidget(Flow(theme.px(8), (use, keep_off)))

    def _use(self) -> None:
        text = self.words.text().strip()
        if not text:
            self._field.set_error(tr("Type a few neutral words, like “Morning drive.”"))
            return
        action = partial(fridge_guard.use_words, task_id=self._task_id, public_title=text)
        self._parts.actions.run(tr("Print other words"), action)

    def _keep_off(self) -> None:
        action = partial(fridge_guard.keep_off, task_id=self._task_id)
        self._parts.actions.run(tr("Keep it off the fridge"), action)


class SpellingCard(Card):
    """A name that no bundled font can draw, with a field for its Latin spelling."""

    def __init__(self, parts: Parts, person: Person) -> None:
        super().__init__(parts.theme, tone="info")
        theme = parts.theme
        self._parts, self._person = parts, person
        title = tr("The sheet can’t draw the name {name}").format(name=person.name)
        sentence = tr("It prints as a line to write on. Or type how it is spelled in Latin letters.")
        self.setAccessibleName(title)
        self.body.addWidget(Text(theme, title, "strong", ink="on_info_soft"))
        self.body.addWidget(Text(theme, sentence, ink="on_info_soft"))
        self.spelling = LineEdit(person.latin_name)
        self.spelling.returnPressed.connect(self._use)
        self._field = Field(theme, tr("Latin spelling"), self.spelling)
        use = Button(theme, tr("Use this spelling"), kind=PLAIN)
        use.clicked.connect(self._use)
        self.body.addWidget(self._field)
        self.body.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)

    def _use(self) -> None:
        spelling = " ".join(self.spelling.text().split())
        if not spelling or not people.prints(spelling):
            self._field.set_error(tr("Use letters like A to Z, such as “Li Xiaolong.”"))
            return
        person = replace(self._person, latin_name=spelling)
        label = tr("Spell the name {name}").format(name=spelling)
        self._parts.actions.run(label, partial(people.change, before=self._person, after=person))


def _short(text: str, letters: int = 80) -> str:
    text = " ".join(text.split())
    return text if len(text) <= letters else text[: letters - 1].rstrip() + "…"
