"""State programs that may pay for family care beside FMLA leave: dated, with how sure each word is."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave.family import Relation, Relative, family_covered
from caregiver_app.domain.leave_names import relation_words
from caregiver_app.services import leave, leave_states
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.leave.state_words import offer_title, offer_words, sure_words
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class StatesDialog(Dialog):
    """Choose a state and whose care; read what there may be. The state can be kept with the job."""

    WIDTH = 620

    def __init__(self, parts: Parts, view: LeaveView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("State programs"), parent)
        self._view = view
        self._today = parts.actions.clock.today()
        theme = self.theme
        about = tr("Some states pay you while you care for family. FMLA leave itself is unpaid, and keeps your job.")
        self.body.addWidget(Text(theme, about, ink="text2"))
        self.state = ComboBox(theme)
        self.state.add(tr("Choose a state"), "")
        for letters, name in leave_states.names().items():
            self.state.add(name, letters)
        self.relation = ComboBox(theme)
        self.relation.add(tr("Not said"), None)
        for relation in Relation:
            self.relation.add(relation_words(relation), relation)
        self.state.choose(view.job.state)
        self.relation.choose(view.job.relation)
        fields = [
            Field(theme, tr("State you work in"), self.state),
            Field(theme, tr("Whom you care for"), self.relation),
        ]
        self.body.addWidget(Beside(theme, 30, fields))
        self._add_answer()
        self._add_foot()
        self.state.currentIndexChanged.connect(self.look)
        self.relation.currentIndexChanged.connect(self.look)
        self.look()
        self.state.setFocus()

    def _add_answer(self) -> None:
        """What the state may offer."""
        theme = self.theme
        self.card = Card(theme)
        self.title = Text(theme, "", "h3")
        self.words = Text(theme, "")
        self.sure = Text(theme, "", "caption", ink="text2")
        for text in (self.title, self.words, self.sure):
            self.card.body.addWidget(text)
        self.body.addWidget(self.card)
        self.body.addStretch(1)

    def _add_foot(self) -> None:
        theme = self.theme
        self.check_button = Button(theme, tr("Does FMLA cover me?"), kind=QUIET)
        self.keep_button = Button(theme, tr("Keep this state"), kind=PLAIN)
        self.close_button = Button(theme, tr("Close"), kind=PRIMARY)
        self.check_button.clicked.connect(self._check)
        self.keep_button.clicked.connect(self.keep)
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        self.foot.addWidget(self.check_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.keep_button)
        self.foot.addWidget(self.close_button)

    def look(self) -> None:
        """Show what is known of the state that is chosen."""
        state = str(self.state.value() or "")
        self.card.setVisible(bool(state))
        self.keep_button.setVisible(bool(state) and state != self._view.job.state)
        if not state:
            return
        relation = self.relation.value()
        named = relation if isinstance(relation, Relation) else None
        beside = named is not None and not family_covered(Relative(relation=named)).covered
        offer = leave_states.offer(state, self._today, relation=named or "", beside_fmla=beside)
        self.title.setText(offer_title(offer))
        self.words.setText("\n".join(offer_words(offer)))
        self.sure.setText(sure_words(offer, leave_states.as_of()))
        self.card.setAccessibleName(self.title.text())
        announce(self.title, f"{self.title.text()}. {self.words.text()}")
        self.grow_soon()

    def keep(self) -> None:
        """Keep the state with the job."""
        job = self._view.job
        after = replace(job, state=str(self.state.value() or ""))
        if self.parts.actions.run(tr("Keep the state"), partial(leave.change_job, before=job, after=after)):
            self.accept()

    def _check(self) -> None:
        from caregiver_app.ui.leave.eligibility import EligibilityDialog

        EligibilityDialog(self.parts, self._view, self).open()
