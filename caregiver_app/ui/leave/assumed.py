"""What was assumed about a job: folded away, each with a button that confirms it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.ui.leave.sentences import assumed_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr


class Assumed(Fold):
    """`confirmed` brings the names of facts that are right; `change_wanted` when one is not."""

    confirmed = Signal(object)  # tuple[str, ...]
    change_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        card = Card(theme)
        super().__init__(theme, tr("What we assumed"), card, parent)
        self._theme = theme
        self._facts: tuple[tuple[str, str], ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        card.body.addLayout(self._rows)
        self.rows: list[Button] = []

    def show_view(self, view: LeaveView, today: date) -> None:
        """Show what is assumed now; nothing when all is confirmed."""
        facts = tuple((fact, words) for fact in view.assumed if (words := assumed_words(view, fact, today)))
        if facts != self._facts:
            had = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
            self._facts = facts
            self._build()
            if had is not None and self.rows:
                self.rows[min(had, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        n = len(facts)
        self.button.setText(ntr("We assumed {n} thing", "We assumed {n} things", n).format(n=n))
        self.button.setVisible(bool(facts))
        if not facts:
            self.close_again()

    def _build(self) -> None:
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self.rows = []
        for fact, words in self._facts:
            confirm = Button(self._theme, tr("That is right"), kind=QUIET, icon="check")
            confirm.setAccessibleName(tr("That is right: {words}").format(words=words))
            confirm.clicked.connect(partial(self._confirm, (fact,)))
            self.rows.append(confirm)
            row = Reflow(self._theme.px(12), 34)
            row.add(Text(self._theme, words), 1)
            row.add(confirm, 0)
            self._rows.addWidget(row)
        self._rows.addWidget(self._last_row())

    def _last_row(self) -> QWidget:
        theme = self._theme
        every = Button(theme, tr("All of it is right"))
        every.clicked.connect(partial(self._confirm, tuple(fact for fact, _ in self._facts)))
        change = Button(theme, tr("Change it"))
        change.clicked.connect(self.change_wanted)
        row = Reflow(theme.px(12), 20)
        row.add(every, 0)
        row.add(change, 0)
        row.add(QWidget(), 1)
        return row

    def _confirm(self, facts: tuple[str, ...], _checked: bool = False) -> None:  # Qt sends it
        self.confirmed.emit(facts)
