"""The form of a claim: for which bill, with which plan, what happened so far, what came back, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_app.domain.claims import Claim, PlanKind
from caregiver_app.domain.entries import parse_dollars
from caregiver_app.domain.expenses import Expense, Reimbursement
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import claims
from caregiver_app.services.expenses.claims import RunningClaim
from caregiver_app.ui.expenses.claim_days import SAID_NO, ClaimDays, without_days
from caregiver_app.ui.expenses.claim_words import (
    billed_of,
    cost_name,
    next_words,
    plan_choices,
    plan_sentence,
    usual_source,
)
from caregiver_app.ui.expenses.cost_choice import CostChoice
from caregiver_app.ui.expenses.money_rows import MoneyRows, MoneyStart, read_rows
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import DANGER, Button
from caregiver_app.ui.widgets.card import INK, Card
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork

ROW_EMS = 26


class ClaimEditor(Editor):
    """Adds a claim, for a cost or alone, or changes one. `saved` brings it as kept."""

    WIDTH = 760
    saved = Signal(object)  # Claim

    def __init__(
        self, parts: Parts, claim: Claim | None = None, parent: QWidget | None = None, *, expense: Expense | None = None
    ) -> None:
        self._before = claim
        running = parts.actions.read(partial(claims.with_money, claim=claim)) if claim is not None else None
        self._start = running or _begin(expense)
        title = tr("New claim") if claim is None else tr("Claim")
        super().__init__(parts, title, tr("Save claim"), parent)
        self._claim, self._expense = self._start.claim, self._start.expense
        self._today = parts.actions.clock.today()
        if self._expense is not None:
            self.heading.setText(tr("{title} for {cost}").format(title=title, cost=cost_name(self._expense)))
        self._add_main()
        self._add_days()
        self._add_money()
        self._add_rest()
        self._add_next()
        self._connect()
        self._look()
        (self.company if self._expense is not None or self._before is not None else self.cost).setFocus()

    # The form

    def _add_main(self) -> None:
        theme, claim = self.theme, self._claim
        self.cost = CostChoice(self.parts, self._expense)
        self.company = TypedChoice(theme, claim.company, self.parts.actions.read(claims.companies), find=True)
        self.plan = ComboBox(theme)
        for words, plan in plan_choices():
            self.plan.add(words, plan)
        self.plan.choose(claim.plan)
        self.reference = LineEdit(claim.reference)
        self.billed = LineEdit(f"{claim.billed:.2f}" if claim.billed is not None else "")
        self.cost.line.setPlaceholderText(tr("Its number, like R-014"))
        self.add_field("expense_id", Field(theme, tr("For which cost"), self.cost, optional=True))
        self.fields |= {
            "company": Field(theme, tr("Company"), self.company, optional=True),
            "plan": Field(theme, tr("Kind of plan"), self.plan),
            "reference": Field(theme, tr("Claim number"), self.reference, optional=True),
            "billed": Field(theme, tr("Billed, in dollars"), self.billed, optional=True),
        }
        for names in (("company", "plan"), ("reference", "billed")):
            self.body.addWidget(Beside(theme, ROW_EMS, [self.fields[name] for name in names]))

    def _add_days(self) -> None:
        theme = self.theme
        self.days = ClaimDays(theme, self._claim, self._today)
        self.fields |= self.days.fields
        self.no_fold = Fold(theme, tr("If the plan said no"), self.days.said_no)
        if self.days.was_denied:
            self.no_fold.open()
        self.body.addWidget(Text(theme, tr("What happened so far"), "h3"))
        self.body.addWidget(self.days)
        self.body.addWidget(Flow(theme.px(8), [self.no_fold.button]))
        self.body.addWidget(self.no_fold)

    def _add_next(self) -> None:
        """What comes next stays in sight while the days are typed."""
        px = self.theme.px
        card = Card(self.theme, tone="info")
        card.body.setContentsMargins(px(16), px(10), px(16), px(10))
        card.setAccessibleName(tr("What comes next"))
        self.next = Text(self.theme, "", "strong", ink=INK["info"])
        card.body.addWidget(self.next)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(px(28), px(12), px(28), px(12))
        column.addWidget(card)
        self.layout().insertWidget(self.layout().indexOf(self._scrolling) + 1, holder)

    def _add_money(self) -> None:
        start = MoneyStart(money=self._start.money, expense=self._expense, usual=usual_source(self._claim.plan))
        self.money = MoneyRows(self.theme, start, self._today)
        self.body.addWidget(Text(self.theme, tr("Money that came back"), "h3"))
        self.body.addWidget(self.money)
        self._rows_changed()

    def _add_rest(self) -> None:
        theme, claim = self.theme, self._claim
        self.closed = CheckBox(tr("This claim is finished"))
        self.closed.setChecked(claim.closed)
        self.allowed = LineEdit(f"{claim.allowed:.2f}" if claim.allowed is not None else "")
        self.notes = TextArea(theme, claim.notes, lines=2)
        allowed = Field(theme, tr("The plan allowed, in dollars"), self.allowed, optional=True)
        allowed.set_help(tr("It stands on the EOB."))
        self.fields |= {"allowed": allowed, "notes": Field(theme, tr("Notes"), self.notes, optional=True)}
        self.body.addWidget(Beside(theme, ROW_EMS, [self.fields["notes"], allowed]))
        self.body.addWidget(self.closed)
        self.body.addStretch(1)
        if self._before is not None:
            self.remove_button = Button(theme, tr("Remove claim"), kind=DANGER)
            self.remove_button.clicked.connect(self._remove)
            self.foot.insertWidget(0, self.remove_button)

    def _connect(self) -> None:
        self.cost.line.editingFinished.connect(self._settle_cost)
        self.cost.activated.connect(self._settle_cost)
        self.company.activated.connect(self._company_chosen)
        self.company.line.editingFinished.connect(self._company_chosen)
        self.plan.currentIndexChanged.connect(self._look)
        self.billed.textChanged.connect(self._look)
        for name, line in (("billed", self.billed), ("allowed", self.allowed)):
            line.editingFinished.connect(partial(self.settle, name, line, partial(_understood_dollars, field=name)))
        self.days.changed.connect(self._look)
        self.days.left.connect(self._settle_day)
        self.closed.toggled.connect(self._look)
        self.money.rows_changed.connect(self._rows_changed)
        self.money.changed.connect(self.grow_soon)
        self.no_fold.opened.connect(self._denial_opened)

    # While it is filled in

    def _settle_cost(self, _index: int = 0) -> None:
        if isValid(self) and self.settle("expense_id", self.cost.line, self.cost.understood):
            self._expense = self.cost.expense()
            self._look()

    def _company_chosen(self, _index: int = 0) -> None:
        """A company that is known brings the kind of plan of the last time, while the form is new."""
        if not isValid(self) or self._before is not None or self.plan.value() is not PlanKind.OTHER:
            return
        known = self.parts.actions.read(partial(_plan_of, company=self.company.text()))
        if known is not None:
            self.plan.choose(known)

    def _settle_day(self, name: str) -> None:
        if isValid(self):
            self.settle(name, self.days.lines[name], partial(self.days.understood, name))

    def _rows_changed(self) -> None:
        """The lines of money are fields of the form."""
        self.fields = {name: field for name, field in self.fields.items() if " " not in name} | self.money.fields
        for field in self.money.fields.values():
            field.mended.connect(self._mended, Qt.ConnectionType.UniqueConnection)
        self.grow_soon()

    def _denial_opened(self) -> None:
        self.grow_soon()
        QTimer.singleShot(0, self, partial(self.show_field, self.no_fold))
        self.days.lines["denied_on"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self, _value: object = None) -> None:
        """What comes next, and what is left of the bill, as far as it can be read."""
        claim = self.days.into(replace(self._claim, plan=self._plan(), closed=self.closed.isChecked()))
        self.next.setText(next_words(claim))
        self.fields["plan"].set_help(plan_sentence(claim.plan))
        try:
            billed = parse_dollars(self.billed.text(), "billed")
        except InvalidEntry:
            billed = None
        billed = billed_of(replace(claim, billed=billed), self._expense)
        self.money.about(self._expense, billed, usual_source(claim.plan))

    def _plan(self) -> PlanKind:
        plan = self.plan.value()
        assert isinstance(plan, PlanKind), "the list holds nothing else"
        return plan

    def values(self) -> object:
        lines = (self.cost, self.company, self.reference, self.billed, self.allowed)
        return (
            [line.text() for line in lines],
            self.plan.value(),
            self.days.typed(),
            self.money.typed(),
            self.closed.isChecked(),
            self.notes.toPlainText(),
        )

    # Saving

    def save(self) -> bool:
        money, wrong = read_rows(self.money.filled())
        for problem in wrong:
            self.fields[problem.field].set_error(problem.message)
        claim = read_record(without_days(self._claim), self._readers(), self.fields)
        if wrong:
            raise wrong[0]
        about = [replace(each, claim_id=claim.id, expense_id=claim.expense_id) for each in money]
        label = tr("Add a claim") if self._before is None else tr("Change a claim")
        keep = partial(_keep, before=self._before, claim=claim, had=self._start.money, money=about)
        saved = self.parts.actions.run(label, keep)
        if saved:
            self.saved.emit(claim)
        return saved

    def _readers(self) -> dict[str, Callable[[], object]]:
        return {
            "expense_id": self._read_cost,
            "company": partial(tidy, self.company),
            "plan": self._plan,
            "reference": partial(tidy, self.reference),
            "billed": partial(_read_dollars, self.billed, "billed"),
            **self.days.readers(),
            "allowed": partial(_read_dollars, self.allowed, "allowed"),
            "closed": self.closed.isChecked,
            "notes": self._read_notes,
        }

    def _read_cost(self) -> object:
        found = self.cost.expense()
        return found.id if found is not None else None

    def _read_notes(self) -> str:
        return self.notes.toPlainText().strip()

    def refuse(self, name: str, sentence: str) -> None:
        """What is folded away comes into sight."""
        wrong = {each for each, field in self.fields.items() if field.error.text()} | {name}
        if wrong & set(SAID_NO):
            self.no_fold.open()
        super().refuse(name, sentence)

    def _remove(self) -> None:
        assert self._before is not None, "only a kept claim can be removed"
        if self.parts.actions.run(tr("Remove a claim"), partial(claims.remove_claim, claim=self._before)):
            self.done(self.DialogCode.Rejected)


def _begin(expense: Expense | None) -> RunningClaim:
    claim = Claim(expense_id=expense.id if expense is not None else None)
    return RunningClaim(claim=claim, expense=expense, money=(), clock=None)


def _keep(
    work: UnitOfWork,
    *,
    before: Claim | None,
    claim: Claim,
    had: Sequence[Reimbursement],
    money: Sequence[Reimbursement],
) -> None:
    """The claim and its money in one step."""
    claims.save_claim(work, before=before, after=claim)
    claims.save_money(work, before=had, after=money)


def _plan_of(work: UnitOfWork, *, company: str) -> PlanKind | None:
    """The kind of plan that a company was last told to be."""
    wanted = company.strip().casefold()
    same = [each.claim for each in claims.claims(work) if each.claim.company.casefold() == wanted and wanted]
    return next((each.plan for each in same if each.plan is not PlanKind.OTHER), None)


def _read_dollars(line: LineEdit, field: str) -> object:
    return parse_dollars(line.text(), field)


def _understood_dollars(text: str, *, field: str) -> str:
    return f"{parse_dollars(text, field):.2f}"
