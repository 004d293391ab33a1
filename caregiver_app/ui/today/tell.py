"""“How did it go?” on Today: one line for a visit that is over, and the whole card once there is a moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.spoken import day_words
from caregiver_app.domain.visits import Visit
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.tell_card import TellCard
from caregiver_app.ui.rides.unsaved import Unsaved, Untold, fill
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.rides.how_it_went import HowItWent


class Telling(QWidget):
    """At most one form at a time. What was typed into it stays while other things change."""

    rearranged = Signal()
    sight_wanted = Signal(object)
    left = Signal()  # the form that had the keyboard is gone

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._untold = Untold()
        self._visits: tuple[Visit, ...] = ()
        self._today = date.min
        self.lines: dict[UUID, TellCard] = {}
        self.form: HowItWent | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(QMargins())
        self._column.setSpacing(parts.theme.px(12))
        self.hide()

    def show_visits(self, visits: Sequence[Visit], today: date) -> None:
        """Offer those that are not put off; the latest first."""
        if today != self._today:  # what was today is yesterday now
            for line in self.lines.values():
                self._drop(line)
            self.lines.clear()
        self._visits, self._today = tuple(visits), today
        self._close_if_over()
        wanted = {each.id: each for each in visits if each.id not in self._untold.put_off}
        if self.form is not None and self.form.visit.id in wanted:
            del wanted[self.form.visit.id]
        for gone in self.lines.keys() - wanted.keys():
            self._drop(self.lines.pop(gone))
        for place, visit in enumerate(wanted.values()):
            if visit.id not in self.lines:
                self.lines[visit.id] = self._line(visit)
                self._column.insertWidget(place + (self.form is not None), self.lines[visit.id])
        self.setVisible(bool(self.lines) or self.form is not None)
        self._go_on()

    def tell(self, visit: Visit) -> None:
        """Open the form of a visit, with the keyboard in its first field; one that was told of is corrected."""
        from caregiver_app.services import agenda
        from caregiver_app.ui.rides.how_it_went import TellDialog

        visit = self._parts.actions.read(partial(agenda.visit, id=visit.id, today=self._today))
        if visit.outcome is not None:
            TellDialog(self._parts, visit, self.window()).open()
            return
        if self.form is not None:
            self.form.go(partial(self._open_form, visit))
        else:
            self._open_form(visit)

    def _open_form(self, visit: Visit) -> None:
        """In place of another form, if any."""
        from caregiver_app.ui.rides.how_it_went import HowItWent

        if self.form is not None:
            self._drop(self.form)
        form = self.form = HowItWent(self._parts, visit)
        form.put_off.connect(self._later)
        form.kept.connect(partial(self._untold.keep_saved, visit.id))
        form.done.connect(self._told)
        self._column.insertWidget(0, form)
        self.show_visits(self._visits, self._today)
        next(iter(form.form.fields.values())).control.setFocus(Qt.FocusReason.OtherFocusReason)
        left = self._untold.left_open({visit.id})
        if left is not None:
            fill(form, left)
        self.rearranged.emit()
        self.sight_wanted.emit(form)

    def unsaved(self) -> Unsaved:
        """What was put off and what is typed, for the card that is built anew."""
        return self._untold.unsaved(self.form)

    def begun(self) -> HowItWent | None:
        """The form that is open, with words in it."""
        return self.form if self.form is not None and self.form.has_words else None

    def take_up(self, unsaved: object) -> None:
        """Go on as it was before the card was built anew."""
        if self._untold.take_up(unsaved) and self._visits:
            self.show_visits(self._visits, self._today)

    def _go_on(self) -> None:
        """Open the form that was open before, once its visit is here."""
        if self.form is not None:
            return
        left = self._untold.left_open({each.id for each in self._visits})
        if left is None:
            return
        self._open(left.visit_id)
        if self.form is not None:
            fill(self.form, left)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        cards = [*([self.form] if self.form is not None else []), *self.lines.values()]
        inner = (each for card in cards for each in card.findChildren(QWidget))
        return [each for each in inner if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _line(self, visit: Visit) -> TellCard:
        title = " ".join(visit.appointment.title.split())
        day = tr("today") if visit.appointment.day == self._today else day_words(visit.appointment.day)
        line = TellCard(self._parts.theme, visit, tr("{title}, {day}").format(title=title, day=day))
        line.opened.connect(partial(self._open, visit.id))
        line.put_off.connect(self._later)
        return line

    def _open(self, visit_id: UUID | None) -> None:
        visit = next((each for each in self._visits if each.id == visit_id), None)
        if visit is not None:
            self.tell(visit)

    def _close_if_over(self) -> None:
        """The form goes when its visit was told of elsewhere, done again or taken back, unless words would be lost."""
        form = self.form
        if form is None or form.visit.id in {each.id for each in self._visits} or not form.is_over:
            return
        if form.has_words:
            self._untold.keep_saved(form.visit.id, form.form.typed)
        self.form = None
        self._drop(form)

    def _told(self) -> None:
        """Saved in one step: the form goes, Undo is in the notice."""
        had = False
        if self.form is not None:
            form, self.form = self.form, None
            self._visits = tuple(each for each in self._visits if each.id != form.visit.id)
            focus: QWidget | None = self.window().focusWidget()
            if focus is not None and form.isAncestorOf(focus):
                had = True
                focus.clearFocus()  # else Qt takes the keyboard, and the page with it, to wherever it likes
            self._drop(form)
        self.show_visits(self._visits, self._today)
        self.rearranged.emit()
        if had:
            self.left.emit()

    def _later(self, visit_id: UUID) -> None:
        """Not now: it is asked again when the program is started anew."""
        self._untold.put_off.add(visit_id)
        if self.form is not None and self.form.visit.id == visit_id:
            self._told()
        else:
            self.show_visits(self._visits, self._today)
            self.rearranged.emit()

    def _drop(self, card: QWidget) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
