"""A first week: some small things to begin with, each kept with one click."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_app.domain.selfcare import CareKind, SmallThing
from caregiver_app.domain.selfcare_words import ideas
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PLAIN, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import tr

_OFFERED = (CareKind.MOVE, CareKind.REST, CareKind.PEOPLE, CareKind.QUIET)


def first_ideas() -> list[SmallThing]:
    """One small thing of several sorts."""
    found = []
    for kind in _OFFERED:
        title, tiny, minutes = ideas(kind)[0]
        found.append(SmallThing(title=title, tiny=tiny, minutes=minutes, kind=kind))
    return found


class FirstThings(Card):
    """`picked` brings a small thing that is not kept yet."""

    picked = Signal(object)  # SmallThing

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tone="care")
        ink, title = INK["care"], tr("What does you good?")
        self.setAccessibleName(title)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(10))
        row.addWidget(Picture(theme, "heart", 24, ink="care"))
        row.addWidget(Text(theme, title, "h2", ink=ink), 1)
        self.body.addWidget(head)
        words = tr("Pick something small, or add your own. Three small things are plenty for a week.")
        self._loud = (head, Text(theme, words, ink=ink))
        self._quiet = Text(theme, tr("Something else, if you like. One is enough, too."), ink=ink)
        self.body.addWidget(self._loud[1])
        self.body.addWidget(self._quiet)
        self.be_quiet(quiet=False)
        self.buttons: list[Button] = []
        for thing in first_ideas():
            button = Button(theme, thing.title, kind=PLAIN, icon="plus")
            button.clicked.connect(partial(self._pick, thing))
            self.buttons.append(button)
        self.body.addWidget(Flow(theme.px(12), self.buttons))

    def be_quiet(self, *, quiet: bool) -> None:
        """With something chosen already, it is only an offer."""
        for widget in self._loud:
            widget.setVisible(not quiet)
        self._quiet.setVisible(quiet)

    def leave_out(self, titles: Sequence[str]) -> None:
        """What was picked is no longer offered; the keyboard goes on to the next."""
        for button in self.buttons:
            taken = button.text() in titles
            if taken and button.hasFocus():
                self._next(button).setFocus(Qt.FocusReason.OtherFocusReason)
            button.setVisible(not taken)

    def _next(self, button: Button) -> Button:
        free = [each for each in self.buttons if each is not button and not each.isHidden()]
        after = [each for each in free if self.buttons.index(each) > self.buttons.index(button)]
        return (after or free or [button])[0]

    def _pick(self, thing: SmallThing, _checked: bool = False) -> None:  # Qt sends it
        self.picked.emit(thing)
