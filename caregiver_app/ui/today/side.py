"""The right column of Today, which follows the first paint."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.today_beside import Moment, TodayMore
from caregiver_app.domain.today_view import TodayRow
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.today.deeds import TodayDeeds
from caregiver_app.ui.today.list_card import ListCard
from caregiver_app.ui.today.side_cards import DueCard, LeaveCard, MomentCard, SpentCard, is_today
from caregiver_app.ui.widgets.buttons import Button, OnceButton
from caregiver_app.words import tr

PUT_AWAY = "moment put away"


class Side(QObject):
    """Fills the column with the cards that have something to say."""

    record_wanted = Signal(str, object)
    opened = Signal(object)  # TodayRow, of what somebody was asked for
    rearranged = Signal()

    def __init__(self, parts: Parts, deeds: TodayDeeds, column: QVBoxLayout) -> None:
        super().__init__(column.parentWidget())
        self._parts, self._deeds = parts, deeds
        self._moment: Moment | None = None
        theme = parts.theme
        self.moment = MomentCard(theme)
        self.waiting = ListCard(theme, tr("Waiting for an answer"), self._answer_button, days=True, role="h3")
        self.due = DueCard(theme)
        self.leave = LeaveCard(theme)
        self.spent = SpentCard(theme)
        for place, card in enumerate(self.cards()):
            column.insertWidget(place, card)
            card.hide()
        self._connect()

    def cards(self) -> tuple[QWidget, ...]:
        """All of them, from top to bottom."""
        return self.moment, self.waiting, self.due, self.leave, self.spent

    def _connect(self) -> None:
        self.moment.taken.connect(self._took)
        self.moment.put_off.connect(self._put_away)
        self.waiting.opened.connect(self.opened)
        self.waiting.pressed.connect(self.opened)
        self.waiting.changed.connect(self.rearranged)
        self.due.opened.connect(self.record_wanted)
        self.due.changed.connect(self.rearranged)
        self.leave.opened.connect(self._open_leave)
        self.spent.add_wanted.connect(self._add_cost)

    def show_more(self, more: TodayMore) -> None:
        """Show what is there; a card without anything to say is not there."""
        self._show_moment(more.moment)
        self.waiting.show_rows(more.waiting)
        self.due.show_due(more.due)
        self.leave.setVisible(more.leave is not None)
        if more.leave is not None:
            self.leave.show_left(more.leave)
        self.spent.setVisible(more.spent is not None)
        if more.spent is not None:
            self.spent.show_spent(more.spent)

    @property
    def has_any(self) -> bool:
        """Whether any card has something to say."""
        return any(not card.isHidden() for card in self.cards())

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        inner = (each for card in self.cards() if card is not self.waiting for each in card.findChildren(QWidget))
        found = [each for each in inner if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        of_moment = [each for each in found if self.moment.isAncestorOf(each)]
        rest = [each for each in found if not self.moment.isAncestorOf(each)]
        return [*of_moment, *self.waiting.stops(), *rest]

    def _show_moment(self, moment: Moment | None) -> None:
        self._moment = moment
        away = is_today(self._parts.settings.text(PUT_AWAY), self._parts.actions.clock.today())
        self.moment.setVisible(moment is not None and not away)
        if moment is not None:
            self.moment.show_moment(moment)

    def _took(self) -> None:
        """A small thing was done, and the next one may come; a break that is nobody's plan is only put away."""
        if self._moment is not None and self._moment.thing is not None:
            self._deeds.tick_thing(self._moment.thing)
        else:
            self._put_away()
            self._parts.actions.told.emit(tr("Glad you took that time."))

    def _put_away(self) -> None:
        self._parts.settings.keep(PUT_AWAY, self._parts.actions.clock.today().isoformat())
        self.moment.hide()
        self.rearranged.emit()

    def _answer_button(self, _row: TodayRow) -> Button:
        return OnceButton(self._parts.theme, tr("Answered…"))

    def _open_leave(self) -> None:
        self.record_wanted.emit("leave", None)

    def _add_cost(self) -> None:
        from caregiver_app.ui.expenses.editor import ExpenseEditor

        ExpenseEditor(self._parts, parent=self.spent.window()).open()
