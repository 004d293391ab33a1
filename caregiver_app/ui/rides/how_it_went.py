"""“How did it go?”: one card after a visit, told once and saved with Enter; and the same in a dialog for later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.people import Role
from caregiver_app.domain.problems import FileProblem, InvalidEntry
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.around import Around, read_around
from caregiver_app.ui.rides.outcome_form import OutcomeForm, TypedOutcome
from caregiver_app.ui.rides.taken_back import TakenBack
from caregiver_app.ui.unkept import ask_first
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


def form_for(parts: Parts, visit: Visit, around: Around) -> OutcomeForm:
    """The fields, filled in as far as is known."""
    from caregiver_app.services import outcomes

    caregiver = around.in_role(Role.CAREGIVER)
    me = caregiver.id if caregiver is not None else None
    outcome = outcomes.prefilled(visit, now=parts.actions.clock.now(), me=me)
    step = parts.actions.read(partial(outcomes.next_step_of, outcome=outcome))
    off = parts.actions.read(partial(outcomes.time_off_asked, visit=visit, me=me))
    form = OutcomeForm(parts.theme, around, outcome, step, off)
    if outcomes.ways(visit, me) < len(visit.trips):
        form.tell_whose_miles()
    return form


def visit_now(parts: Parts, visit: Visit) -> Visit | None:
    """The visit as it is kept now; None when it is gone."""
    from caregiver_app.services import agenda

    return next(iter(parts.actions.read(partial(agenda.again, visits=[visit]))), None)


def keep(parts: Parts, visit: Visit, typed: TypedOutcome) -> bool:
    """Save all that was told as one step, which one Undo takes back."""
    from caregiver_app.services import outcomes

    save = partial(
        outcomes.save,
        visit=visit,
        outcome=typed.outcome,
        next_step=typed.next_step,
        next_day=typed.next_day,
        time_off=typed.time_off,
        now=parts.actions.clock.now(),
    )
    title = visit.appointment.title.strip()
    return parts.actions.run(tr("Tell how “{title}” went").format(title=title), save)


class HowItWent(Card):
    """The card on a page. `done` comes once it is told, or the visit is cancelled; `put_off` when it has to wait.

    Before `done`, `kept` brings what stood in each field when it was saved.
    """

    kept = Signal(object)
    done = Signal()
    put_off = Signal(object)  # the id of the visit

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None, *, filled: bool = False) -> None:
        super().__init__(parts.theme, parent=parent)
        self._parts, self.visit = parts, visit
        theme, around = parts.theme, read_around(parts)
        self.setAccessibleName(tr("How did it go?"))
        self.setAccessibleDescription(around.about(visit.appointment))
        self.body.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(Text(theme, tr("How did it go?"), "h2"))
        self.body.addWidget(Text(theme, about_words(visit, around), ink="text2"))
        self.banner = Banner(theme, "danger")
        self.banner.hide()
        self.body.addWidget(self.banner)
        self.taken_back = TakenBack(parts, visit.id)
        self.body.addWidget(self.taken_back)
        self.form = form_for(parts, visit, around)
        self.body.addWidget(self.form)
        self._add_buttons(PRIMARY if filled else PLAIN)
        self._first = self._saved = self.form.values()
        self._is_saving = False
        self.form.entered.connect(self.save)
        self.form.line_entered.connect(self.save)

    def _add_buttons(self, kind: str) -> None:
        theme = self._theme
        self.save_button = Button(theme, tr("Save all"), kind=kind, icon="check")
        self.later_button = Button(theme, tr("Not now"), kind=QUIET)
        self.off_button = Button(theme, tr("It did not take place"), kind=QUIET)
        self.save_button.clicked.connect(self.save)
        self.later_button.clicked.connect(self._later)
        self.off_button.clicked.connect(self._cancel)
        self.body.addWidget(Flow(theme.px(12), [self.save_button, self.later_button, self.off_button]))
        self.body.addWidget(Text(theme, enter_words(), "caption", ink="text2"))

    @property
    def has_words(self) -> bool:
        """Whether something is typed here that is not saved."""
        return self.form.values() != self._first

    @property
    def is_gone(self) -> bool:
        """Whether there is no visit any more to tell about."""
        return visit_now(self._parts, self.visit) is None

    @property
    def is_over(self) -> bool:
        """Whether the visit is told of or gone, and nothing that was typed would be lost with this card."""
        if self._is_saving:
            return False  # `done` says it
        now = visit_now(self._parts, self.visit)
        if now is not None and now.outcome is None and now.appointment.is_planned:
            return False
        return self.form.values() in (self._first, self._saved)

    def fill_again(self, typed: Mapping[str, str]) -> None:
        """Put back what was saved before, after it was taken back."""
        self.form.fill(typed)
        self._saved = self.form.values()

    def forget(self) -> None:
        """What is typed is not wanted any more."""
        self._first = self.form.values()

    def go(self, on: Callable[[], object]) -> None:
        """Do something that closes this card; words that are not saved are asked about first."""
        if self.has_words:
            ask_first(self._parts, on, self.window())
        else:
            on()

    def save(self) -> None:
        """Save all of it, or show what is to be put right; what was typed stays."""
        self.banner.hide()
        if self.is_gone:
            self.taken_back.say()
            return
        self._take_latest()
        actions = self._parts.actions
        actions.refused.connect(self._refused)
        actions.problem.connect(self._problem)
        self._is_saving = True
        try:
            kept = keep(self._parts, self.visit, self.form.read())
        except InvalidEntry as problem:
            self._refused(problem.field, problem.message)
            kept = False
        finally:
            self._is_saving = False
            actions.refused.disconnect(self._refused)
            actions.problem.disconnect(self._problem)
        if kept:
            self.kept.emit(self.form.typed)
            self.done.emit()

    def _take_latest(self) -> None:
        """A visit that has another time or place now is told of as well, as long as nobody else told of it."""
        now = visit_now(self._parts, self.visit)
        if now is not None and now.outcome == self.visit.outcome and now.appointment.is_planned:
            self.visit = now

    def _refused(self, name: str, sentence: str) -> None:
        field = self.form.fields.get(name)
        if field is None:
            self._tell(sentence, tr("Nothing you typed was lost."))
            return
        field.set_error(sentence)
        wrong = next(each for each in self.form.fields.values() if each.error.text())
        wrong.control.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, wrong.error.text())

    def _problem(self, problem: FileProblem) -> None:
        self._tell(problem.what, tr("{what_to_do} Your words are safe here.").format(what_to_do=problem.what_to_do))

    def _tell(self, title: str, sentence: str) -> None:
        self.banner.tell(title, sentence)
        self.banner.show()
        announce(self, f"{title} {sentence}")

    def _later(self) -> None:
        self.go(self._put_off)

    def _put_off(self) -> None:
        self.hide()
        self.put_off.emit(self.visit.id)

    def _cancel(self) -> None:
        self.go(self._ask_why)

    def _ask_why(self) -> None:
        from caregiver_app.ui.rides.cancelling import CancelDialog

        dialog = CancelDialog(self._parts, self.visit, self.window())
        dialog.accepted.connect(self.done)
        dialog.open()


class TellDialog(Editor):
    """The same fields for a visit of any day that is past, also to correct what was told."""

    WIDTH = 680

    def __init__(self, parts: Parts, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("How did it go?"), tr("Save all"), parent)
        self._visit = visit
        around = read_around(parts)
        self.body.addWidget(Text(self.theme, about_words(visit, around), ink="text2"))
        self.form = form_for(parts, visit, around)
        self.fields |= self.form.fields
        self.body.addWidget(self.form)
        self.body.addWidget(Text(self.theme, enter_words(), "caption", ink="text2"))
        self.body.addStretch(1)
        self.form.entered.connect(self.try_to_save)  # Enter in a line presses the button
        self.form.home_at.setFocus()

    def values(self) -> object:
        return self.form.values()

    def save(self) -> bool:
        return keep(self.parts, self._visit, self.form.read())


def about_words(visit: Visit, around: Around) -> str:
    """Which visit is meant, and who drove."""
    about = around.about(visit.appointment)
    drivers = dict.fromkeys(driver for trip in visit.trips for driver in trip.drivers)
    if not drivers:
        return about
    return tr("{visit}. {names} drove.").format(visit=about, names=around.names_of(drivers))


def enter_words() -> str:
    """What the keys do, and that nothing is needed."""
    return tr("Leave out what you like. Enter saves it all; Shift+Enter starts a new line in the notes.")
