"""Does FMLA cover me? Three tests, each with what is so or what to find out. Nothing is saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.entries import parse_day
from caregiver_app.domain.leave.answers import LeaveView
from caregiver_app.domain.leave_eligibility_words import Check, Facts, Mark, answer_words, checks_of
from caregiver_app.domain.leave_typed import parse_hours
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import tr

YEAR_MINUTES = 366 * 24 * 60
_ICONS = {Mark.YES: ("check", "accent"), Mark.NO: ("info", "text2"), Mark.OPEN: ("ellipsis", "text2")}


class EligibilityDialog(Dialog):
    """The answers follow what is typed."""

    WIDTH = 620

    def __init__(self, parts: Parts, view: LeaveView, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Does FMLA cover me?"), parent)
        self._today = parts.actions.clock.today()
        theme = self.theme
        about = tr("FMLA asks three things. Type what you know; the rest stays open.")
        self.body.addWidget(Text(theme, about, ink="text2"))
        hired = day_words(view.job.hired_on, with_year=True) if view.job.hired_on is not None else ""
        self.hired = LineEdit(hired)
        self.starts = LineEdit(tr("Today"))
        self.hours = LineEdit()
        self.employees = ComboBox(theme)
        for words, value in ((tr("Not sure"), None), (tr("Yes"), True), (tr("No"), False)):
            self.employees.add(words, value)
        help_text = tr("Hours you worked in the 12 months before. Leave out vacation, sick time and leave.")
        self.fields = {
            "hired": Field(theme, tr("Job began"), self.hired),
            "starts": Field(theme, tr("Leave is to start"), self.starts),
            "hours": Field(theme, tr("Hours in the year before"), self.hours, help_text=help_text),
            "employees": Field(theme, tr("50 workers near you?"), self.employees),
        }
        for pair in (("hired", "starts"), ("hours", "employees")):
            self.body.addWidget(Beside(theme, 30, [self.fields[name] for name in pair]))
        self.answer = Text(theme, "", "h3")
        self.body.addWidget(self.answer)
        self.tests = _Tests(theme)
        self.body.addWidget(self.tests)
        note = tr("Public agencies and schools of any size are in FMLA; their workers still need all three.")
        self.body.addWidget(Text(theme, note, "caption", ink="text2"))
        self.body.addStretch(1)
        self.close_button = Button(theme, tr("Close"), kind=PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        for line in (self.hired, self.starts, self.hours):
            line.textChanged.connect(self.look)
        self.employees.currentIndexChanged.connect(self.look)
        self.look()
        self.hours.setFocus()

    def look(self) -> None:
        """Show the three tests for what stands there."""
        hired = self._read("hired", self.hired)
        starts = self._read("starts", self.starts) or self._today
        near = self.employees.value()
        facts = Facts(
            leave_starts=starts,
            hired_on=hired,
            worked=self._hours(),
            fifty_near=near if isinstance(near, bool) else None,
        )
        found = checks_of(facts)
        words = answer_words(found)
        if words != self.answer.text():
            self.answer.setText(words)
            announce(self.answer, words)
        self.tests.show_tests(found)
        self.grow_soon()

    def _read(self, name: str, line: LineEdit) -> date | None:
        self.fields[name].set_error("")
        try:
            return parse_day(line.text(), self._today, name) if line.text().strip() else None
        except InvalidEntry as problem:
            self.fields[name].set_error(problem.message)
            return None

    def _hours(self) -> int | None:
        self.fields["hours"].set_error("")
        text = self.hours.text().replace(",", "").strip()
        try:
            return parse_hours(text, "hours", YEAR_MINUTES) if text else None
        except InvalidEntry:
            self.fields["hours"].set_error(tr("Type a number of hours in a year, like 1,400."))
            return None


class _Tests(Card):
    """One line for each test, with a sign beside its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setAccessibleName(tr("The three tests"))
        self.rows: list[QWidget] = []
        self.words: list[Text] = []

    def show_tests(self, tests: tuple[Check, ...]) -> None:
        """Show these from now on."""
        if [text.text() for text in self.words] == [test.words for test in tests]:
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows, self.words = [], []
        for test in tests:
            icon, ink = _ICONS[test.mark]
            row = Reflow(self._theme.px(12), 0, [])
            words = Text(self._theme, test.words)
            row.add(Picture(self._theme, icon, 24, ink=ink), 0)
            row.add(words, 1)
            self.body.addWidget(row)
            self.rows.append(row)
            self.words.append(words)
