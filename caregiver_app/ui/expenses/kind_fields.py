"""What hangs on the kind of a cost: miles and the way, nights and people, and the question on which it depends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.expense_answers import KnownTrip
from caregiver_app.domain.money.categories import Category
from caregiver_app.domain.money_words import miles_number
from caregiver_app.ui.expenses.draft import ExpenseDraft
from caregiver_app.ui.expenses.kinds import asks
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr

YES, NO, UNSURE = "yes", "no", "not sure"
_ANSWERS = {True: YES, False: NO, None: UNSURE}
_IN_PART = frozenset({
    Category.SPECIAL_FOOD, Category.HOME_AIDE, Category.HOME_MODS, Category.PAYROLL_TAX, Category.RESPITE_DAYCARE,
    Category.CONFERENCE, Category.LTC_PREMIUM,
})  # fmt: skip
ROW_EMS = 30


class _Fields(QWidget):
    """Fields below one another, by name."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(12))


class TripFields(_Fields):
    """The way, and the miles there and back, typed or taken from a place; `changed` comes with every letter.

    The field of the miles stands where the form wants it.
    """

    changed = Signal()

    def __init__(self, theme: Theme, draft: ExpenseDraft, trips: Sequence[KnownTrip]) -> None:
        super().__init__(theme)
        self._trips = {trip.from_to.casefold(): trip for trip in trips}
        self.miles = LineEdit(draft.miles)
        self.miles.setPlaceholderText(tr("24 or 24.5"))
        self.from_to = TypedChoice(theme, draft.from_to, [trip.from_to for trip in trips], find=True)
        self.from_to.line.setPlaceholderText(tr("Home to Harbor Hospital and back"))
        self.car = LineEdit(draft.car)
        self.fields["from_to"] = Field(theme, tr("From where to where"), self.from_to)
        self.fields["miles"] = Field(theme, tr("Miles there and back"), self.miles)
        self.fields["car"] = Field(theme, tr("Which car"), self.car, optional=True)
        self.column.addWidget(self.fields["from_to"])
        self.column.addWidget(self.fields["car"])
        self.miles.textChanged.connect(self.changed)
        self.from_to.currentTextChanged.connect(self._trip_chosen)
        self.from_to.activated.connect(self._show_start)

    def _trip_chosen(self, text: str) -> None:
        """A place that is known brings its miles."""
        trip = self._trips.get(text.strip().casefold())
        if trip is not None:
            self.miles.setText(miles_number(trip.miles))

    def _show_start(self, _index: int) -> None:
        self.from_to.line.setCursorPosition(0)

    def tell_rate(self, sentence: str) -> None:
        """Say below the miles what the trip is worth at the rate of its day."""
        self.fields["miles"].set_help(sentence)


class LodgingFields(_Fields):
    """How many nights, and how many people stayed."""

    def __init__(self, theme: Theme, draft: ExpenseDraft) -> None:
        super().__init__(theme)
        self.nights, self.people = LineEdit(draft.nights), LineEdit(draft.people)
        self.nights.setPlaceholderText("1")
        self.people.setPlaceholderText("1")
        self.fields["nights"] = Field(theme, tr("Nights"), self.nights)
        self.fields["people"] = Field(theme, tr("People who stayed"), self.people)
        self.column.addWidget(Beside(theme, ROW_EMS, [self.fields["nights"], self.fields["people"]]))


class QuestionFields(_Fields):
    """“Counts only if …”, answered with yes, no or not sure; and the part that counts.

    Empty until `show_kind`.
    """

    def __init__(self, theme: Theme, draft: ExpenseDraft) -> None:
        super().__init__(theme)
        self._kind = draft.kind
        self.words = Text(theme, "", "strong")
        answers = {YES: tr("Yes"), NO: tr("No"), UNSURE: tr("Not sure")}
        self.answer = Segmented(theme, tr("Answer"), answers, _ANSWERS[draft.counts])
        self.counted = LineEdit(draft.counted)
        self.counted.setPlaceholderText(tr("All of it"))
        self.fields["counted"] = Field(theme, tr("The part that counts"), self.counted, optional=True)
        self.column.addWidget(self.words)
        self.column.addWidget(self.answer)
        self.column.addWidget(self.fields["counted"])
        self.answer.chosen.connect(self._show)

    def show_kind(self, kind: str) -> None:
        """Ask the question of another kind; a kind without one asks nothing."""
        if kind != self._kind:
            self.answer.choose(UNSURE)
        self._kind = kind
        self.words.setText(asks(kind))
        self.answer.setAccessibleName(asks(kind))
        self.setVisible(bool(asks(kind)))
        self._show()

    def _show(self) -> None:
        self.fields["counted"].setVisible(self.counts() is True and self._kind in _IN_PART)

    def counts(self) -> bool | None:
        """The answer; None for not sure, and for a kind that has no question."""
        if not asks(self._kind):
            return None
        return next(answer for answer, value in _ANSWERS.items() if value == self.answer.value())


