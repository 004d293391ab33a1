"""Getting money back: the claims with the day that comes next, and the calls about them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from caregiver_app.domain.claims import CallNote, Claim
from caregiver_app.domain.expenses import Expense, Reimbursement
from caregiver_app.domain.problems import FileProblem
from caregiver_app.domain.records import ChangeSet, Record
from caregiver_app.services.expenses import claims
from caregiver_app.ui.expenses.call_editor import CallEditor
from caregiver_app.ui.expenses.claim_editor import ClaimEditor
from caregiver_app.ui.expenses.claim_list import ListPart, PartWords
from caregiver_app.ui.expenses.claim_words import call_entry, call_waits, claim_entry, claim_name
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.notices import Notices
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

CLAIMS, CALLS = "claims", "calls"


class ClaimsDialog(Dialog):
    """Two lists, one at a time; one search goes through both."""

    WIDTH = 780
    HEIGHT = 680
    KINDS = (Claim, CallNote, Reimbursement, Expense)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Getting money back"), parent)
        self._today = parts.actions.clock.today()
        self._offer = ""  # what the Undo of the notice stands for
        self._build_parts()
        self._build_head()
        self.body.addWidget(self._stack, 1)
        self.found = Text(self.theme, "", "caption", ink="text2")
        self.body.addWidget(self.found)
        self.notices = Notices(self.theme)
        self.layout().insertWidget(self.layout().indexOf(self._scrolling) + 1, self.notices)
        self._build_foot()
        QShortcut(QKeySequence.StandardKey.Undo, self, parts.actions.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, parts.actions.redo)
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)
        QShortcut(QKeySequence.StandardKey.New, self, self.add)
        parts.actions.changed.connect(self._changed)
        parts.actions.outdated.connect(self.reload)
        parts.actions.history_changed.connect(self._look_at_offer)
        self.reload()
        self.part.list.setFocus()

    def fit(self) -> None:
        super().fit()
        room = self.screen().availableGeometry()
        self.resize(self.width(), min(self.theme.px(self.HEIGHT), round(room.height() * 0.9)))

    # Building

    def _build_parts(self) -> None:
        theme = self.theme
        of_claims = PartWords(
            title=tr("Claims"),
            new=tr("New claim"),
            icon="receipt",
            empty=tr("Keep each claim in one place"),
            why=tr("When it was filed, what came back, and the day that comes next. So no day to appeal slips by."),
        )
        of_calls = PartWords(
            title=tr("Calls"),
            new=tr("New call"),
            icon="phone",
            empty=tr("Write down each call"),
            why=tr("Who you spoke with, what they said, their reference. The next call is easier with it."),
        )
        self.claims, self.calls = ListPart(theme, of_claims), ListPart(theme, of_calls)
        self._stack = QStackedWidget()
        for part in (self.claims, self.calls):
            self._stack.addWidget(part)
            part.opened.connect(self._open)
            part.removed.connect(self.remove)
            part.add_wanted.connect(self.add)
            part.chosen_changed.connect(self._chosen_changed)

    def _build_head(self) -> None:
        theme = self.theme
        self.which = Segmented(theme, tr("What to show"), {CLAIMS: tr("Claims"), CALLS: tr("Calls")}, CLAIMS)
        self.which.chosen.connect(self.show_part)
        self.search = LineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(tr("Company, name, number, R-number"))
        self.search.textChanged.connect(self._search)
        self.search_field = Field(theme, tr("Find"), self.search)
        self.body.addWidget(Flow(theme.px(8), [self.which]))
        self.body.addWidget(self.search_field)

    def _build_foot(self) -> None:
        theme = self.theme
        self.new_button = Button(theme, tr("New claim"), kind=PRIMARY, icon="plus")
        self.edit_button = Button(theme, tr("Edit"), kind=PLAIN, icon="pencil")
        self.call_button = Button(theme, tr("Call about it…"), kind=PLAIN, icon="phone")
        self.called_button = Button(theme, tr("Called back"), kind=PLAIN, icon="check")
        self.remove_button = Button(theme, tr("Remove"), kind=PLAIN)
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.buttons = (self.new_button, self.edit_button, self.call_button, self.called_button, self.remove_button)
        deeds = (self.add, self.edit, self.call_about, self.called_back, self.remove)
        for button, deed in zip(self.buttons, deeds, strict=True):
            button.clicked.connect(deed)
        self.close_button.clicked.connect(self.accept)
        self.foot.addWidget(Flow(theme.px(12), self.buttons), 1)
        self.foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)

    # Showing

    @property
    def part(self) -> ListPart:
        """The list that is shown."""
        return self.claims if self.which.value() == CLAIMS else self.calls

    def show_part(self, which: str) -> None:
        """Show the claims or the calls."""
        self.which.choose(which)
        self._stack.setCurrentWidget(self.part)
        self.new_button.setText(self.part.words.new)
        for n in range(self._stack.count()):  # the one that is not shown asks for no room
            policy = QSizePolicy.Policy.Preferred if n == self._stack.currentIndex() else QSizePolicy.Policy.Ignored
            self._stack.widget(n).setSizePolicy(policy, policy)
        self._told()

    def stand_on(self, record: Claim | CallNote) -> None:
        """Go to a claim or a call that is kept, with the keyboard on it."""
        self.search.clear()
        self.show_part(CLAIMS if isinstance(record, Claim) else CALLS)
        self.part.list.choose(record)
        self.part.list.setFocus()

    def reload(self) -> None:
        """Show what is kept now."""
        actions = self.parts.actions
        running = actions.read(claims.claims)
        names = {each.claim.id: claim_name(each.claim, each.expense) for each in running}
        self.claims.show_entries([claim_entry(each, self._today) for each in running])
        self.calls.show_entries([call_entry(each, names, self._today) for each in actions.read(claims.calls)])
        self.show_part(self.which.value())

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(*self.KINDS):
            self.reload()

    def _search(self, text: str) -> None:
        for part in (self.claims, self.calls):
            part.search(text)
        self._told()

    def _told(self) -> None:
        """What the search found, here and in the other list; what the buttons can do."""
        words = found_words(self.claims.shown, self.calls.shown, is_claims=self.part is self.claims)
        is_looking = bool(self.search.text().strip()) and bool(self.part.count_all)
        self.found.setText(words if is_looking else "")
        self.found.setVisible(is_looking and bool(words))
        self.search_field.setVisible(bool(self.claims.count_all or self.calls.count_all))
        self._chosen_changed()

    def _chosen_changed(self) -> None:
        record = self.part.record()
        for button in (self.new_button, self.edit_button, self.remove_button):
            button.setVisible(bool(self.part.count_all))
        self.edit_button.setEnabled(record is not None)
        self.remove_button.setEnabled(record is not None)
        self.call_button.setVisible(isinstance(record, Claim))
        self.called_button.setVisible(isinstance(record, CallNote) and call_waits(record))

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # What is wanted

    def add(self) -> None:
        """The empty form of the list that is shown."""
        self._show_form(self._form(None))

    def edit(self) -> None:
        """The form of the one that is chosen."""
        record = self.part.record()
        if record is not None:
            self._open(record)

    def call_about(self) -> None:
        """The form of a new call about the claim that is chosen."""
        claim = self.claims.record()
        if isinstance(claim, Claim):
            form = CallEditor(self.parts, parent=self, claim=claim)
            form.saved.connect(self._call_kept)
            form.open()

    def called_back(self) -> None:
        """Whom to call back was called back."""
        call = self.calls.record()
        if isinstance(call, CallNote):
            after = replace(call, call_back_done=True)
            self._run(tr("Called back"), partial(claims.save_call, before=call, after=after))

    def remove(self) -> None:
        """Remove the one that is chosen; the notice offers to take it back."""
        record = self.part.record()
        if isinstance(record, Claim):
            self._run(tr("Remove a claim"), partial(claims.remove_claim, claim=record))
        elif isinstance(record, CallNote):
            self._run(tr("Remove a call"), partial(claims.remove_call, call=record))
        self.part.list.setFocus()

    def _run(self, label: str, deed: partial[None]) -> None:
        """Do it, and tell of it here: the strip of the window lies below."""
        actions = self.parts.actions
        actions.problem.connect(self._tell_problem)
        try:
            done = actions.run(label, deed, silent=True)
        finally:
            actions.problem.disconnect(self._tell_problem)
        if done:
            self._offer = actions.undo_text()
            self.notices.tell(tr("{step} – saved.").format(step=label), tr("Undo"), actions.undo)

    def _look_at_offer(self) -> None:
        """A notice goes when its step is the last one no more."""
        if self._offer and self.parts.actions.undo_text() != self._offer:
            self._offer = ""
            self.notices.clear()

    def _tell_problem(self, problem: FileProblem) -> None:
        self.notices.warn(problem)

    def _form(self, record: Record | None) -> ClaimEditor | CallEditor:
        if self.part is self.claims:
            assert record is None or isinstance(record, Claim), "only claims are in this list"
            return ClaimEditor(self.parts, record, self)
        assert record is None or isinstance(record, CallNote), "only calls are in this list"
        return CallEditor(self.parts, record, self)

    def _open(self, record: Record) -> None:
        self._show_form(self._form(record))

    def _show_form(self, form: ClaimEditor | CallEditor) -> None:
        form.saved.connect(self.part.list.choose)
        form.open()

    def _call_kept(self, call: CallNote) -> None:
        self.show_part(CALLS)
        self.calls.list.choose(call)
        self.calls.list.setFocus()


def found_words(n_claims: int, n_calls: int, *, is_claims: bool) -> str:
    """What a search found: in this list when there is nothing, and in the other one."""
    here, there = (n_claims, n_calls) if is_claims else (n_calls, n_claims)
    nothing = "" if here else tr("No claim fits these words.") if is_claims else tr("No call fits these words.")
    if not there:
        return nothing
    calls = ntr("{n} call fits, see Calls.", "{n} calls fit, see Calls.", there)
    other = calls if is_claims else ntr("{n} claim fits, see Claims.", "{n} claims fit, see Claims.", there)
    return tr("{nothing} {other}").format(nothing=nothing, other=other.format(n=there)).strip()
