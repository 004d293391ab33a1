"""Keeps what is typed in a form and not saved, and offers it when the form is next opened, also after a power cut."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import NamedTuple
from uuid import uuid4

from PySide6.QtCore import QMargins, QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from caregiver_app.ui.forms import Editor
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.banner import BesideIcon
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

PAUSE_MS = 400  # so long nobody types, then it is kept
_BELOW_HEADING = 2  # the heading and the banner stand above

Typed = Mapping[str, object]


class Shape(NamedTuple):
    """How one kind of form is kept: all that is typed as JSON holds it, back into the form, and told in a few words.

    `take_up` and `told` raise ValueError for what they can't read.
    """

    form: str
    typed: Callable[[], Typed]
    take_up: Callable[[Typed], None]
    told: Callable[[Typed], str]


class OfferCard(Card):
    """What was typed before and not saved: to go on with, or to throw away."""

    chosen = Signal()
    thrown_away = Signal()

    def __init__(self, theme: Theme, told: str, when: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, tone="info", parent=parent)
        title = tr("You had begun this and not saved it")
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{told}\n{when}")
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(2))
        column.addWidget(Text(theme, title, "strong", ink=INK["info"]))
        column.addWidget(Text(theme, told, ink=INK["info"]))
        column.addWidget(Text(theme, when, "caption", ink=INK["info"]))
        column.addSpacing(theme.px(8))
        self.go_on_button = Button(theme, tr("Go on with it"), kind=PLAIN)
        self.throw_button = Button(theme, tr("Throw it away"), kind=QUIET)
        self.go_on_button.clicked.connect(self.chosen)
        self.throw_button.clicked.connect(self.thrown_away)
        column.addWidget(Flow(theme.px(8), [self.go_on_button, self.throw_button]))
        self.body.addWidget(BesideIcon(theme, "info", words))


class HalfTyped(QObject):
    """Belongs to one form, and is made before its fields, so that Tab meets the offer above them first.

    What it keeps goes when the form is closed by a person.
    """

    def __init__(self, form: Editor, shape: Shape) -> None:
        super().__init__(form)
        self._form = form
        self._shape = shape
        self._folder = form.parts.actions.workspace.half_typed_in
        self._name = self._fresh_name()
        self._first: Typed = {}
        self.offer: OfferCard | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        if self._folder is None:
            return
        self._offer()
        form.finished.connect(self._finished)
        QTimer.singleShot(0, self, self._begin)  # when whoever opens the form has filled in what they know

    def keep(self) -> None:
        """Keep what stands there now; what was typed and taken back again is not kept."""
        from caregiver_app.services import half_typed

        self._pause.stop()
        typed = self._shape.typed()
        if typed == self._first:
            half_typed.let_go(self._folder, self._name)
        else:
            half_typed.keep(self._folder, self._name, typed)

    def _fresh_name(self) -> str:
        return f"{self._shape.form}.{uuid4().hex[:8]}"

    def _begin(self) -> None:
        """From now on what is typed is kept; the form is shown, and its buttons have their places."""
        self._first = self._shape.typed()
        self._listen()

    def _listen(self) -> None:
        """Hear of each letter and each choice."""
        form = self._form
        for line in form.findChildren(QLineEdit):
            line.textChanged.connect(self._soon)
        for area in form.findChildren(QPlainTextEdit):
            area.textChanged.connect(self._soon)
        for choice in form.findChildren(QComboBox):
            choice.currentIndexChanged.connect(self._soon)
        boxes: list[QAbstractButton] = [*form.findChildren(QCheckBox), *form.findChildren(QRadioButton)]
        for box in boxes:
            box.toggled.connect(self._soon)

    def _soon(self) -> None:
        self._pause.start()

    def _offer(self) -> None:
        from caregiver_app.services import half_typed

        for name, typed, at in half_typed.kept(self._folder, self._shape.form):
            try:
                told = self._shape.told(typed)
            except ValueError:  # of another version of the program
                continue
            self.offer = OfferCard(self._form.theme, told, self._when(at))
            self.offer.chosen.connect(partial(self._go_on, name, typed))
            self.offer.thrown_away.connect(partial(self._throw_away, name))
            self._form.body.insertWidget(_BELOW_HEADING, self.offer)
            return

    def _when(self, at: datetime) -> str:
        """When its last letter was typed, so that nobody takes it for one of today."""
        from caregiver_app.services import household
        from caregiver_app.ui.reminders.words import moment_words

        actions = self._form.parts.actions
        clock24, now = actions.read(household.household).clock24, actions.clock.local()
        moment = moment_words(at.astimezone(now.tzinfo), now, clock24=clock24)
        return tr("Last typed: {moment}").format(moment=moment)

    def _first_control(self) -> QWidget:
        return next(iter(self._form.fields.values())).control

    def _go_on(self, name: str, typed: Typed) -> None:
        """Fill the form; what was typed into it since it was opened waits in turn."""
        self.keep()
        self._name = name
        self._close_offer()
        self._shape.take_up(typed)

    def _throw_away(self, name: str) -> None:
        from caregiver_app.services import half_typed

        half_typed.let_go(self._folder, name)
        self._close_offer()

    def _close_offer(self) -> None:
        if self.offer is not None:
            self.offer.hide()
            self.offer.deleteLater()
            self.offer = None
        self._first_control().setFocus()

    def _finished(self) -> None:
        from caregiver_app.services import half_typed

        self._pause.stop()
        half_typed.let_go(self._folder, self._name)
