"""What to print: the sheet, its days, for whom, on which paper, how large."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.household import Paper
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.spoken import day_words, month_names, short_day, span_words
from caregiver_app.services import household, printing
from caregiver_app.services.printing import SHEETS, Look, Request, Sheet, Stretch, span_of, stretch_words
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.fields import ComboBox, Field
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

WEEKS_BACK, WEEKS_ON = 4, 8
_MONTHS_ON = 4
_YEARS_BACK = 4


class Choices(QWidget):
    """Reads the family's paper and this computer's last choices for each sheet; `changed` when one is made.

    `about_id` is a person whose sheet is wanted first, a job for the sheets of leave, or a visit for the sheets that
    are made for one.
    """

    changed = Signal()

    def __init__(
        self, parts: Parts, sheet: str, day: date, about_id: UUID | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._day = day
        one_visit = SHEETS[sheet].for_one_visit
        for_job = SHEETS[sheet].for_job
        self._person_id = None if one_visit or for_job else about_id
        self._job_id = about_id if for_job else None
        self._week_start = 0
        self._visit_id = about_id if one_visit else None
        self._family = parts.actions.read(household.household)
        self._build()
        self.sheet.choose(sheet)
        self._sheet_changed()
        self.job.activated.connect(self._job_chosen)
        for combo in (self.week, self.person, self.job, self.layout_choice, self.paper):
            combo.activated.connect(self.changed)
        for box in (self.large, self.phones, self.house_notes, self.qr, self.blank):
            box.toggled.connect(self.changed)
        self.only.toggled.connect(self._only_changed)
        self.sheet.activated.connect(self._other_sheet)
        self.stretch.activated.connect(self._other_stretch)

    def request(self) -> Request:
        """The sheet as it is chosen now."""
        return Request(
            sheet=str(self.sheet.value()),
            span=self._span(),
            person_id=self.person.value() if self._for_person() else None,  # type: ignore[arg-type]
            look=Look(paper=Paper(str(self.paper.value())), large=self.large.isChecked()),
            phones=self.phones.isChecked(),
            blank=self.blank.isChecked(),
            house_notes=self.house_notes.isChecked(),
            grid=bool(self.layout_choice.value()) and self._has_grid(),
            about_id=self._visit_id if self._is_only() else None,
            qr=self.qr.isChecked(),
            job_id=self.job.value() if self._sheet().for_job else None,  # type: ignore[arg-type]
        )

    def tell(self, no_grid: str) -> None:
        """Offer the big grid where a week fits it; else say in a sentence why the days print as bands."""
        self._layout_field.setVisible(self._has_grid() and not no_grid)
        self.no_grid.setText(no_grid)
        self.no_grid.setVisible(self._has_grid() and bool(no_grid))

    def remember(self) -> None:
        """Keep these choices for the next time this sheet is printed from this computer."""
        request = self.request()
        settings = self._parts.settings
        settings.keep(f"print {request.sheet} phones", request.phones)
        settings.keep(f"print {request.sheet} house notes", request.house_notes)
        settings.keep(f"print {request.sheet} code", request.qr)
        if not self.no_grid.text():
            settings.keep(f"print {request.sheet} grid", request.grid)
        settings.keep(f"print {request.sheet} days", str(self.stretch.value()))
        settings.keep(f"print {request.sheet} paper", request.look.paper.value)
        settings.keep(f"print {request.sheet} large", request.look.large)

    def data_changed(self) -> None:
        """Show what can be chosen now that something in the file is different."""
        self._family = self._parts.actions.read(household.household)
        self._show_house_notes()
        self._refill_jobs()
        self._read_week_start()
        if self._for_person():
            self._refill_people()

    def _show_house_notes(self) -> None:
        sheet = SHEETS[str(self.sheet.value())]
        self.house_notes.setVisible(sheet.shows_house_notes and bool(self._family.house_notes.strip()))

    def _refill_jobs(self) -> None:
        """Whose work a sheet of leave is for; with a single job there is nothing to choose."""
        sheet = self._sheet()
        chosen = self.job.value() if self.job.count() else self._job_id
        self.job.clear()
        if sheet.for_job:
            for job_id, name in self._parts.actions.read(partial(printing.jobs_for, sheet=sheet.name)):
                self.job.add(name, job_id)
            self.job.choose(chosen)
        self._job_field.setVisible(self.job.count() > 1)

    def _refill_people(self) -> None:
        """Who has something to do may have changed with the days or the tasks."""
        chosen = self.person.value() if self.person.count() else self._person_id
        self.person.clear()
        sheet = SHEETS[str(self.sheet.value())]
        self.person.add(tr("One for each driver") if sheet.for_one_visit else tr("One for each helper"), None)
        about_id = self._visit_id if self._is_only() else None
        request = Request(sheet=sheet.name, span=self._span(), about_id=about_id)
        for person in self._parts.actions.read(partial(printing.people_for, request=request)):
            self.person.add(person.name, person.id)
        self.person.choose(chosen)

    # Building

    def _build(self) -> None:
        theme = self._parts.theme
        self.sheet, self.stretch, self.week = ComboBox(theme), ComboBox(theme), ComboBox(theme)
        self.person, self.layout_choice, self.paper = ComboBox(theme), ComboBox(theme), ComboBox(theme)
        self.job = ComboBox(theme)
        for name, sheet in SHEETS.items():
            self.sheet.add(sheet.title(), name)
        self.layout_choice.add(tr("Bands, day under day"), False)
        self.layout_choice.add(tr("Big grid, seven columns"), True)
        self.paper.add(tr("Letter"), Paper.LETTER)
        self.paper.add(tr("A4"), Paper.A4)
        self.large = QCheckBox(tr("Larger print"))
        self.phones = QCheckBox(tr("Show phone numbers"))
        self.house_notes = QCheckBox(tr("Print the house notes"))
        self.qr = QCheckBox(tr("Print a code for phone calendars"))
        self.only = QCheckBox(tr("Only the visit on {day}").format(day=day_words(self._day)))
        self.only.setChecked(self._visit_id is not None)
        self.blank = QCheckBox(tr("Empty form, to fill in by hand"))
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self._parts.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self._stretch_field = Field(theme, tr("How many days"), self.stretch)
        self._person_field = Field(theme, tr("Sheet for"), self.person)
        self._job_field = Field(theme, tr("Job"), self.job)
        self._week_field = Field(theme, tr("Week"), self.week)
        self._layout_field = Field(theme, tr("Layout"), self.layout_choice)
        self.no_grid = Text(theme, "", "caption", ink="text2")
        self.private = Text(theme, "", "caption", ink="text2")
        for widget in (
            Field(theme, tr("Sheet"), self.sheet),
            self._job_field,
            self.only,
            self._stretch_field,
            self._week_field,
            self._person_field,
            self._layout_field,
            self.no_grid,
            Field(theme, tr("Paper"), self.paper),
            self.large,
            self.phones,
            self.house_notes,
            self.qr,
            self.blank,
            self.private,
        ):
            column.addWidget(widget)

    # What happens

    def _other_sheet(self) -> None:
        self._sheet_changed()
        self.changed.emit()

    def _only_changed(self) -> None:
        self._show_span()
        if self._for_person():
            self._refill_people()
        self.changed.emit()

    def _show_span(self) -> None:
        """Which days can be chosen; none while the slips are for one visit alone."""
        sheet = SHEETS[str(self.sheet.value())]
        self.only.setVisible(sheet.for_one_visit and self._visit_id is not None)
        self._stretch_field.setVisible(len(sheet.stretches) > 1 and not self._is_only())
        self._week_field.setVisible(not self._is_only() and sheet.stretches != (Stretch.DAY,))

    def _other_stretch(self) -> None:
        self._refill_weeks()
        self.changed.emit()

    def _sheet_changed(self) -> None:
        name = str(self.sheet.value())
        settings = self._parts.settings
        stretches = SHEETS[name].stretches
        self.stretch.clear()
        for stretch in stretches:
            self.stretch.add(stretch_words(stretch), stretch)
        self.stretch.choose(settings.text(f"print {name} days"))
        self.paper.choose(Paper(settings.text(f"print {name} paper", self._family.paper)))
        for box, setting, usual in (
            (self.large, "large", self._family.large_print),
            (self.phones, "phones", False),
            (self.house_notes, "house notes", True),
            (self.qr, "code", True),
        ):
            box.blockSignals(True)  # Qt's way
            box.setChecked(settings.flag(f"print {name} {setting}", default=usual))
            box.blockSignals(False)
        self.phones.setVisible(SHEETS[name].shows_phones)
        self._show_house_notes()
        self.layout_choice.choose(settings.flag(f"print {name} grid"))
        self.tell("")
        self.qr.setVisible(SHEETS[name].has_qr)
        self.private.setText(_private_words(SHEETS[name]))
        self._show_span()
        self._person_field.setVisible(self._for_person())
        self._refill_jobs()
        self._refill_weeks()

    def _refill_weeks(self) -> None:
        """The stretches around the day that was asked for."""
        stretch = self._stretch()
        self._read_week_start()
        self._week_field.label.setText(_days_label(stretch))
        self.week.clear()
        for day in _days_to_choose(stretch, self._day):
            span = span_of(stretch, day, self._week_start)
            self.week.add(self._span_words(span, stretch), day)
        self.week.choose(self._day)
        if self._for_person():
            self._refill_people()

    def _span_words(self, span: Span, stretch: Stretch) -> str:
        if stretch is Stretch.YEAR:
            return tr("Up to {day}, {year}").format(day=short_day(span.last), year=span.last.year)
        if stretch is Stretch.MONTH:
            return tr("{month} {year}").format(month=month_names()[span.first.month - 1], year=span.first.year)
        today = self._parts.actions.clock.today()
        words = span_words(span)
        if today in span and not self._is_long():
            return tr("This week, {days}").format(days=words)
        if today + timedelta(7) in span and not self._is_long():
            return tr("Next week, {days}").format(days=words)
        return words

    def _span(self) -> Span:
        if self._is_only():
            return Span(self._day, self._day)
        day = self.week.value()
        assert isinstance(day, date), "each row of the list has its day"
        return span_of(self._stretch(), day, self._week_start)

    def _read_week_start(self) -> None:
        sheet = self._sheet()
        job_id = self.job.value() if sheet.for_job and self.job.count() else None
        read = partial(printing.week_start_of, sheet=sheet.name, job_id=job_id)  # type: ignore[arg-type]
        self._week_start = self._parts.actions.read(read)

    def _job_chosen(self) -> None:
        """The weeks begin as the job has them."""
        if self._sheet().for_job and self.job.count():
            self._refill_weeks()

    def _stretch(self) -> Stretch:
        return Stretch(str(self.stretch.value()))

    def _is_only(self) -> bool:
        """Whether the sheet is for the one visit that it was opened for."""
        sheet = SHEETS[str(self.sheet.value())]
        return sheet.for_one_visit and self._visit_id is not None and self.only.isChecked()

    def _is_long(self) -> bool:
        return self.stretch.value() is not Stretch.WEEK

    def _sheet(self) -> Sheet:
        return SHEETS[str(self.sheet.value())]

    def _has_grid(self) -> bool:
        return SHEETS[str(self.sheet.value())].has_grid

    def _for_person(self) -> bool:
        return SHEETS[str(self.sheet.value())].for_person


def _private_words(sheet: Sheet) -> str:
    if sheet.audience is Audience.FAMILY:
        return tr("This sheet is for the family. Keep it in a binder or a drawer, not on the fridge.")
    if sheet.name in ("selfcare", "today"):
        return tr("This sheet is for you alone. It is never made for the fridge or for helpers.")
    if sheet.audience is Audience.ME and not sheet.for_job:
        return tr("This sheet is about your money. It is never made for the fridge or for helpers.")
    if sheet.audience is Audience.ME:
        return tr("This sheet is about your work. It is never made for the fridge or for helpers.")
    return tr("Private notes are never printed on the fridge.")


def _days_label(stretch: Stretch) -> str:
    labels = {Stretch.MONTH: tr("Month"), Stretch.WEEK: tr("Week"), Stretch.YEAR: tr("12 months")}
    return labels.get(stretch, tr("Starting"))


def _days_to_choose(stretch: Stretch, day: date) -> list[date]:
    """A day in each of the stretches around a day."""
    if stretch is Stretch.DAY:
        return [day]
    if stretch is Stretch.YEAR:
        return _years(day)
    return _months(day) if stretch is Stretch.MONTH else _weeks(day)


def _weeks(day: date) -> list[date]:
    return [day + timedelta(7 * n) for n in range(-WEEKS_BACK, WEEKS_ON + 1)]


def _months(day: date) -> list[date]:
    first = day.year * 12 + day.month - 1
    others = [date((first + n) // 12, (first + n) % 12 + 1, 1) for n in range(-1, _MONTHS_ON + 1)]
    return [day if (other.year, other.month) == (day.year, day.month) else other for other in others]


def _years(day: date) -> list[date]:
    """The same day in the years before; what is planned follows the newest."""
    feb_29 = (day.month, day.day) == (2, 29)
    return [day, *(day.replace(year=day.year - n, day=28 if feb_29 else day.day) for n in range(1, _YEARS_BACK + 1))]
