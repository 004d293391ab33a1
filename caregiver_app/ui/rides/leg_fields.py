"""One way of a visit's ride, folded away in its form: driver, pick-up, needs, and what the driver's slip tells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.ride_words import need_words
from caregiver_app.domain.rides import Leg, Need
from caregiver_app.ui.rides.draft import LegDraft
from caregiver_app.ui.rides.rows import person_choice, row
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import Field, LineEdit, TextArea
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.words import tr


class NeedBoxes(Flow):
    """What makes getting in and out of a car easier, to tick."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme.px(12))
        self._boxes = {need: CheckBox(need_words(need)) for need in Need}
        for box in self._boxes.values():
            self.add(box)

    def needs(self) -> frozenset[Need]:
        """Those that are ticked."""
        return frozenset(need for need, box in self._boxes.items() if box.isChecked())

    def tick(self, needs: frozenset[Need]) -> None:
        """Tick these and no others."""
        for need, box in self._boxes.items():
            box.setChecked(need in needs)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """Go to the first box."""
        self._boxes[Need.CANE].setFocus(reason)


class LegFields(QWidget):
    """The fields of one way; `fill` shows a draft, `typed` brings it back."""

    def __init__(self, theme: Theme, leg: Leg, people: Sequence[Person], *, one_of_series: bool) -> None:
        super().__init__()
        self.driver = person_choice(theme, people, tr("Nobody yet – leave open"), to_drive=True)
        self.backup = person_choice(theme, people, tr("Nobody"), to_drive=True)
        self.pick_up, self.seats, self.bring = LineEdit(), LineEdit(), LineEdit()
        self.booking, self.notes = LineEdit(), TextArea(theme, lines=2)
        self.needs = NeedBoxes(theme)
        self.will_call = CheckBox(tr("Will call when ready"))
        self.companion = CheckBox(tr("Somebody rides along"))
        self.show_address = CheckBox(tr("Print the address on the driver’s slip"))
        self.show_department = CheckBox(tr("Print the department on the driver’s slip"))
        self.will_call.setVisible(leg is Leg.HOME)
        this_one = tr("For this visit. The others keep theirs.") if one_of_series else ""
        pick_up = tr("Pick-up at home") if leg is Leg.THERE else tr("Pick-up at the place")
        evening = tr("Also “8 pm the evening before.”") if leg is Leg.THERE else ""
        self.fields = {
            "driver": Field(theme, tr("Driver"), self.driver, optional=True, help_text=this_one),
            "backup": Field(theme, tr("Backup driver"), self.backup, optional=True),
            "pick_up": Field(theme, pick_up, self.pick_up, optional=True, help_text=evening),
            "seats": Field(theme, tr("Seats needed"), self.seats),
            "needs": Field(theme, tr("Needs"), self.needs, optional=True),
            "bring": Field(theme, tr("Bring along"), self.bring, optional=True),
            "booking": Field(theme, tr("Booking number"), self.booking, optional=True),
            "notes": Field(theme, tr("Notes for the driver"), self.notes, optional=True),
        }
        self._lay_out(theme)

    def fill(self, draft: LegDraft) -> None:
        """Show what was typed or is offered."""
        self.driver.choose(draft.driver_id)
        self.backup.choose(draft.backup_id)
        for name in ("pick_up", "seats", "bring", "booking"):
            getattr(self, name).setText(getattr(draft, name))
        for name in ("will_call", "companion", "show_address", "show_department"):
            getattr(self, name).setChecked(getattr(draft, name))
        self.needs.tick(draft.needs)
        self.notes.setPlainText(draft.notes)

    def typed(self, *, wanted: bool) -> LegDraft:
        """What stands there."""
        return LegDraft(
            wanted=wanted,
            driver_id=self.driver.value(),  # type: ignore[arg-type]
            backup_id=self.backup.value(),  # type: ignore[arg-type]
            needs=self.needs.needs(),
            notes=self.notes.toPlainText(),
            **{name: getattr(self, name).text() for name in ("pick_up", "seats", "bring", "booking")},
            **{
                name: getattr(self, name).isChecked()
                for name in ("will_call", "companion", "show_address", "show_department")
            },
        )

    def offer_pick_up(self, words: str) -> None:
        """Show the time that is worked out while none is typed."""
        self.pick_up.setPlaceholderText(words)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins(0, 0, 0, theme.px(8)))
        column.setSpacing(theme.px(12))
        fields = self.fields
        column.addWidget(row(theme, 36, [fields["driver"], fields["backup"]]))
        column.addWidget(row(theme, 26, [fields["pick_up"], fields["seats"]]))
        column.addWidget(self.will_call)
        column.addWidget(fields["needs"])
        column.addWidget(self.companion)
        column.addWidget(row(theme, 26, [fields["bring"], fields["booking"]]))
        column.addWidget(fields["notes"])
        column.addWidget(self.show_address)
        column.addWidget(self.show_department)
