"""The details of a repeat: weekdays, every how many weeks or days, days of a cycle, and its end."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.spoken import day_names, short_day_names
from caregiver_app.ui.tasks.draft import Again, Draft, Ends
from caregiver_app.ui.tasks.words import ends_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.words import tr


class WeekdayBoxes(Flow):
    """Seven boxes, in the order of the family's week."""

    def __init__(self, theme: Theme, week_start: int, ticked: Collection[int]) -> None:
        super().__init__(theme.px(8))
        self._boxes: dict[int, CheckBox] = {}
        for n in range(7):
            weekday = (week_start + n) % 7
            box = CheckBox(short_day_names()[weekday])
            box.setAccessibleName(day_names()[weekday])
            box.setChecked(weekday in ticked)
            self._boxes[weekday] = box
            self.add(box)

    def weekdays(self) -> frozenset[int]:
        """The weekdays that are ticked, Monday = 0."""
        return frozenset(weekday for weekday, box in self._boxes.items() if box.isChecked())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """Go to the first box."""
        next(iter(self._boxes.values())).setFocus(reason)


class RepeatFields(QWidget):
    """Shows only the fields that the chosen repeat has."""

    def __init__(self, theme: Theme, draft: Draft, week_start: int) -> None:
        super().__init__()
        self._again = draft.again
        self.weekdays = WeekdayBoxes(theme, week_start, draft.weekdays)
        self.every, self.cycle_days = LineEdit(draft.every), LineEdit(draft.cycle_days)
        self.until, self.count = LineEdit(draft.until), LineEdit(draft.count)
        self.ends = ComboBox(theme)
        for ends in Ends:
            self.ends.add(ends_words(ends), ends)
        self.ends.choose(draft.ends)
        self.ends.currentIndexChanged.connect(self._show)
        self.cycle_days.setPlaceholderText(tr("1, 8, 15"))
        self.until.setPlaceholderText(tr("Dec 15"))
        self.fields = {
            "weekdays": Field(theme, tr("On these days"), self.weekdays),
            "every": Field(theme, tr("Every how many weeks"), self.every),
            "cycle_days": Field(theme, tr("On these days of it"), self.cycle_days),
            "ends": Field(theme, tr("When does it end?"), self.ends),
            "until": Field(theme, tr("Last day"), self.until),
            "count": Field(theme, tr("How many times"), self.count),
        }
        self._lay_out(theme)
        self.show_for(draft.again)

    def show_for(self, again: Again) -> None:
        """Show what belongs to a repeat."""
        self._again = again
        label = {
            Again.DAYS: tr("Every how many days"),
            Again.CYCLE: tr("Days in the cycle"),
        }.get(again, tr("Every how many weeks"))
        self.fields["every"].label.setText(label)
        self.every.setAccessibleName(label)
        self._show()

    def typed(self) -> dict[str, Any]:
        """What is typed and ticked, as values of a draft."""
        return {
            "weekdays": self.weekdays.weekdays(),
            "every": self.every.text(),
            "cycle_days": self.cycle_days.text(),
            "ends": self.ends.value(),
            "until": self.until.text(),
            "count": self.count.text(),
        }

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(12))
        column.addWidget(self.fields["weekdays"])
        for names in (("every", "cycle_days"), ("ends", "until", "count")):
            row = Reflow(theme.px(12), 26)
            for name in names:
                row.add(self.fields[name])
            column.addWidget(row)

    def _show(self) -> None:
        again, ends = self._again, self.ends.value()
        shown = {
            "weekdays": again is Again.WEEKDAYS,
            "every": again in (Again.WEEKDAYS, Again.DAYS, Again.CYCLE),
            "cycle_days": again is Again.CYCLE,
            "ends": again is not Again.ONCE,
            "until": again is not Again.ONCE and ends is Ends.ON_DAY,
            "count": again is not Again.ONCE and ends is Ends.AFTER,
        }
        for name, on in shown.items():
            self.fields[name].setVisible(on)
        self.setVisible(again is not Again.ONCE)
