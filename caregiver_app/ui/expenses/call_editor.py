"""The form of a call about money: with whom, what came of it, and when to call back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.spoken import shown_day
from caregiver_app.services.expenses import claims
from caregiver_app.services.expenses.claims import RunningClaim
from caregiver_app.ui.expenses.claim_days import claim_day_words
from caregiver_app.ui.expenses.claim_words import claim_name, joined
from caregiver_app.ui.expenses.draft import read_day
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import DANGER, Button
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

ROW_EMS = 26


class CallEditor(Editor):
    """Adds a call, about a claim or none, or changes one. `saved` brings it as kept."""

    WIDTH = 680
    saved = Signal(object)  # CallNote

    def __init__(
        self, parts: Parts, call: CallNote | None = None, parent: QWidget | None = None, *, claim: Claim | None = None
    ) -> None:
        self._before = call
        super().__init__(parts, tr("New call") if call is None else tr("Call"), tr("Save call"), parent)
        self._today = parts.actions.clock.today()
        self._call = call or _begin(claim, self._today)
        self._claims = parts.actions.read(claims.claims)
        self._add_main()
        self._add_rest()
        (self.person if claim is not None and claim.company else self.company).setFocus()

    def _add_main(self) -> None:
        theme, call = self.theme, self._call
        self.company = TypedChoice(theme, call.company, self.parts.actions.read(claims.companies), find=True)
        self.person, self.reference = LineEdit(call.person), LineEdit(call.reference)
        self.outcome = TextArea(theme, call.outcome, lines=3)
        self.day = LineEdit(tr("Today") if call.day == self._today else claim_day_words("day", call.day, self._today))
        self.fields |= {
            "company": Field(theme, tr("Company"), self.company, optional=True),
            "person": Field(theme, tr("Who you spoke with"), self.person, optional=True),
            "day": Field(theme, tr("Day of the call"), self.day),
            "reference": Field(theme, tr("Reference number"), self.reference, optional=True),
        }
        for names in (("company", "person"), ("day", "reference")):
            self.body.addWidget(Beside(theme, ROW_EMS, [self.fields[name] for name in names]))
        self.add_field("outcome", Field(theme, tr("What they said"), self.outcome, optional=True))
        self.day.editingFinished.connect(partial(self.settle, "day", self.day, self._understood_day))

    def _add_rest(self) -> None:
        theme, call = self.theme, self._call
        shown = shown_day(call.call_back_on, self._today) if call.call_back_on is not None else ""
        self.call_back, self.about = LineEdit(shown), ComboBox(theme)
        self.call_back.setPlaceholderText(tr("Friday"))
        self.about.add(tr("No claim"), None)
        for running in self._claims:
            self.about.add(choice_words(running), running.claim.id)
        self.about.choose(call.claim_id)
        self.done_box = CheckBox(tr("I have called back"))
        self.done_box.setChecked(call.call_back_done)
        self.fields |= {
            "claim_id": Field(theme, tr("About which claim"), self.about),
            "call_back_on": Field(theme, tr("Call back on"), self.call_back, optional=True),
        }
        self.body.addWidget(self.fields["claim_id"])
        self.body.addWidget(Beside(theme, ROW_EMS, [self.fields["call_back_on"], QWidget()]))
        self.body.addWidget(self.done_box)
        self.body.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.call_back.textChanged.connect(self._look)
        self.call_back.editingFinished.connect(
            partial(self.settle, "call_back_on", self.call_back, self._understood_call_back)
        )
        self._look()
        if self._before is not None:
            self.remove_button = Button(self.theme, tr("Remove call"), kind=DANGER)
            self.remove_button.clicked.connect(self._remove)
            self.foot.insertWidget(0, self.remove_button)

    def _look(self, _text: str = "") -> None:
        self.done_box.setVisible(bool(self.call_back.text().strip()))
        self.grow_soon()

    def _understood_day(self, text: str) -> str:
        day = read_day(text, self._today, "day")
        return tr("Today") if day == self._today else claim_day_words("day", day, self._today)

    def _understood_call_back(self, text: str) -> str:
        return shown_day(parse_day(text, self._today, "call_back_on"), self._today)

    def values(self) -> object:
        lines = (self.company, self.person, self.day, self.reference, self.call_back)
        texts = [line.text() for line in lines]
        return texts, self.outcome.toPlainText(), self.about.value(), self.done_box.isChecked()

    def save(self) -> bool:
        call = read_record(replace(self._call, call_back_on=None), self._readers(), self.fields)
        label = tr("Add a call") if self._before is None else tr("Change a call")
        saved = self.parts.actions.run(label, partial(claims.save_call, before=self._before, after=call))
        if saved:
            self.saved.emit(call)
        return saved

    def _readers(self) -> dict[str, Callable[[], object]]:
        return {
            "company": partial(tidy, self.company),
            "person": partial(tidy, self.person),
            "day": self._read_day,
            "reference": partial(tidy, self.reference),
            "outcome": self._read_outcome,
            "call_back_on": self._read_call_back,
            "call_back_done": self._read_done,
            "claim_id": self.about.value,
        }

    def _read_day(self) -> date:
        return read_day(self.day.text() or tr("today"), self._today, "day")

    def _read_outcome(self) -> str:
        return self.outcome.toPlainText().strip()

    def _read_call_back(self) -> date | None:
        text = self.call_back.text().strip()
        return parse_day(text, self._today, "call_back_on") if text else None

    def _read_done(self) -> bool:
        return self.done_box.isChecked() and bool(self.call_back.text().strip())

    def _remove(self) -> None:
        assert self._before is not None, "only a kept call can be removed"
        if self.parts.actions.run(tr("Remove a call"), partial(claims.remove_call, call=self._before)):
            self.done(self.DialogCode.Rejected)


def choice_words(running: RunningClaim) -> str:
    """A claim among others to choose from: its cost, else its company, and its number."""
    return joined(claim_name(running.claim, running.expense), running.claim.reference)


def _begin(claim: Claim | None, today: date) -> CallNote:
    if claim is None:
        return CallNote(day=today)
    return CallNote(day=today, company=claim.company, claim_id=claim.id)
