"""The first card: two names, both optional, and letters that are large enough."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_app.services import welcome
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.empty_state import Disc
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_LETTERS = ((1.0, 16), (1.3, 21), (1.75, 28))


class HelloDialog(Dialog):
    """`started` when the person goes on; `resized` asks for this card again in letters of another size."""

    WIDTH = 520
    started = Signal()
    resized = Signal(str, str)

    def __init__(self, parts: Parts, names: tuple[str, str] = ("", ""), parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Welcome"), parent)
        theme = self.theme
        self.body.insertWidget(0, _to_the_left(Disc(theme, "heart-handshake", size=72)))
        told = tr("You are not doing this alone. A few minutes from now, a sheet for the fridge is ready.")
        self.body.addWidget(Text(theme, told, ink="text2"))
        self.name, self.cared_for = LineEdit(names[0]), LineEdit(names[1])
        self.body.addWidget(Field(theme, tr("What should we call you?"), self.name))
        who = Field(theme, tr("Who are you caring for?"), self.cared_for, optional=True)
        who.set_help(tr("A first name or a nickname. Everything stays on this computer."))
        self.body.addWidget(who)
        self.body.addWidget(self._letters())
        self.body.addStretch(1)
        self.start_button = Button(theme, tr("Start"), kind=PRIMARY, icon="arrow-right")
        self.start_button.setDefault(True)
        self.start_button.clicked.connect(self._start)
        self.foot.addStretch(1)
        self.foot.addWidget(self.start_button)
        self.name.setFocus()

    def _letters(self) -> QWidget:
        """“Text too small?” and three sizes of an A."""
        theme = self.theme
        names = (tr("Text as it is"), tr("Larger text"), tr("Largest text"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(QMargins())
        row.addWidget(Text(theme, tr("Text too small?"), wrap=False))
        for (scale, size), name in zip(_LETTERS, names, strict=True):
            button = Button(theme, tr("A"), kind=PLAIN)
            button.setFont(theme.letters(size / theme.user_scale, bold=scale == theme.user_scale))
            button.setFixedWidth(theme.px(56))
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(partial(self._choose_size, scale))
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _choose_size(self, scale: float, _checked: bool = False) -> None:  # Qt sends it
        if scale == self.theme.user_scale:
            return
        typed = self.name.text(), self.cared_for.text()
        self.theme.choose_scale(scale)
        self.resized.emit(*typed)
        self.done(0)

    def _start(self) -> None:
        action = partial(welcome.introduce, caregiver=self.name.text(), cared_for=self.cared_for.text())
        if self.parts.actions.run(tr("Write down the names"), action, silent=True):
            self.accept()
            self.started.emit()


def _to_the_left(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(QMargins())
    row.addWidget(widget)
    row.addStretch(1)
    return holder
