"""Edit > Family choices: how weeks, clocks and paper look, and the family's own words on the sheets."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.household import Household, Paper
from caregiver_app.domain.sharing import fridge_words_found
from caregiver_app.domain.spoken import day_names, list_words
from caregiver_app.services import household
from caregiver_app.ui.calendars.zone import computer_zone
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.people.zones import zone_choices
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

_WEEK_STARTS = (6, 0, 5, 1, 2, 3, 4)  # Sunday, Monday and Saturday are the common ones


class HouseholdDialog(Editor):
    """What belongs to the whole family, kept in its file."""

    WIDTH = 600

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Family choices"), tr("Save choices"), parent)
        self._family = parts.actions.read(household.household)
        self._calendar()
        self._paper()
        self._fridge()
        self._helpers()
        self.week_start.setFocus()

    def values(self) -> object:
        return self._choices()

    def save(self) -> bool:
        """Keep the choices."""
        Household(**self._choices())  # says at once what can't be kept
        changed = {name: value for name, value in self._choices().items() if value != getattr(self._family, name)}
        return self.parts.actions.run(tr("Change the family choices"), partial(household.choose, **changed))

    def _choices(self) -> dict[str, Any]:
        return {
            "week_start": self.week_start.value(),
            "clock24": self.clock.value(),
            "home_zone": self.zone.value(),
            "paper": self.paper.value(),
            "large_print": self.large.isChecked(),
            "sheet_name": self.sheet_name.text().strip(),
            "please": self.please.toPlainText().strip(),
            "house_notes": self.house_notes.toPlainText().strip(),
            "ride_times_on_fridge": self.ride_times.isChecked(),
            "phone_lines_on_fridge": self.phone_lines.isChecked(),
        }

    def _calendar(self) -> None:
        theme = self.theme
        self.week_start, self.clock = ComboBox(theme), ComboBox(theme)
        for day in _WEEK_STARTS:
            self.week_start.add(day_names()[day], day)
        self.clock.add(tr("3:00 pm"), False)
        self.clock.add(tr("15:00"), True)
        self.week_start.choose(self._family.week_start)
        self.clock.choose(self._family.clock24)
        self._row(
            ("week_start", Field(theme, tr("Our week starts on"), self.week_start)),
            ("clock24", Field(theme, tr("We write the time like"), self.clock)),
        )
        self.zone = ComboBox(theme)
        known = self._family.home_zone or computer_zone()
        for words, name in zone_choices(known):
            self.zone.add(words, name)
        self.zone.choose(known)
        why = tr("Calendar files for drivers tell their times in it.")
        self.add_field("home_zone", Field(theme, tr("Our time zone"), self.zone, help_text=why))

    def _paper(self) -> None:
        theme = self.theme
        self.body.addWidget(Text(theme, tr("On paper"), "h3"))
        self.paper, self.sheet_name = ComboBox(theme), LineEdit(self._family.sheet_name)
        self.paper.add(tr("Letter (8.5 × 11 inches)"), Paper.LETTER)
        self.paper.add(tr("A4 (210 × 297 mm)"), Paper.A4)
        self.paper.choose(self._family.paper)
        self.sheet_name.setPlaceholderText(tr("Team Sunflower"))
        self._row(
            ("paper", Field(theme, tr("Paper"), self.paper)),
            ("sheet_name", Field(theme, tr("A name at the top"), self.sheet_name, optional=True)),
        )
        self.large = self._check(tr("Larger print"), on=self._family.large_print)

    def _fridge(self) -> None:
        theme = self.theme
        self.body.addWidget(Text(theme, tr("On the fridge"), "h3"))
        self.please = TextArea(theme, self._family.please, lines=2)
        help_text = tr("Two lines at the foot of the week sheet, such as “Please wash your hands.”")
        self.add_field("please", Field(theme, tr("Please"), self.please, optional=True, help_text=help_text))
        self.warning = Text(theme, "", "caption", ink="warn")
        self.body.addWidget(self.warning)
        self.phone_lines = self._check(
            tr("Room for a phone number beside each open task"), on=self._family.phone_lines_on_fridge
        )
        self.ride_times = self._check(tr("Exact times of rides"), on=self._family.ride_times_on_fridge)
        why = tr("Without exact times, nobody reads when the house is empty. A driver’s own sheet has them.")
        self.body.addWidget(Text(theme, why, "caption", ink="text2"))
        self.please.textChanged.connect(self._look_over)
        self.sheet_name.textChanged.connect(self._look_over)
        self._look_over()

    def _helpers(self) -> None:
        theme = self.theme
        self.body.addWidget(Text(theme, tr("For helpers"), "h3"))
        self.house_notes = TextArea(theme, self._family.house_notes, lines=4)
        help_text = tr("Printed on helper sheets. Leave out private health details and codes.")
        field = Field(theme, tr("House notes"), self.house_notes, optional=True, help_text=help_text)
        self.add_field("house_notes", field)
        self.house_warning = Text(theme, "", "caption", ink="warn")
        self.body.addWidget(self.house_warning)
        self.house_notes.textChanged.connect(self._look_over_house)
        self._look_over_house()

    def _look_over(self) -> None:
        """Say while it is typed what strangers should not read; it can be kept all the same."""
        typed = f"{self.sheet_name.text()} {self.please.toPlainText()}"
        _point_out(typed, tr("Everyone who comes in can read {words}."), self.warning)

    def _look_over_house(self) -> None:
        _point_out(self.house_notes.toPlainText(), tr("Every helper can read {words}."), self.house_warning)

    def _row(self, *named: tuple[str, Field]) -> None:
        self.fields |= dict(named)
        self.body.addWidget(Beside(self.theme, 30, [field for _, field in named]))

    def _check(self, words: str, *, on: bool) -> CheckBox:
        box = CheckBox(words)
        box.setChecked(on)
        self.body.addWidget(box)
        return box


def _point_out(typed: str, sentence: str, warning: Text) -> None:
    """Name the words that were found in a text; say nothing when there are none."""
    found = fridge_words_found(typed)
    words = list_words(tr("“{word}”").format(word=word) for word in found)
    warning.setText(sentence.format(words=words) if found else "")
    warning.setVisible(bool(found))
