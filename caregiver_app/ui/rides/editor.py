"""The visit form: six fields plan a whole treatment series with its rides; all the rest is folded away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from caregiver_app.domain.entries.series import offered_series, series_words
from caregiver_app.domain.problems import Refused
from caregiver_app.domain.rides import Leg
from caregiver_app.domain.spoken import day_words, minutes_words, shown_day
from caregiver_app.domain.visits import Visit
from caregiver_app.services import appointments
from caregiver_app.services.appointments import Child
from caregiver_app.services.half_typed import form_of
from caregiver_app.services.tasks import Scope
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.half_typed import HalfTyped, Shape
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.draft import (
    LegDraft,
    Meant,
    VisitDraft,
    draft_of,
    drive_words,
    fresh_draft,
    leg_draft,
    leg_field,
    named,
    read_draft,
)
from caregiver_app.ui.rides.draft_kept import changed, packed, told, unpacked
from caregiver_app.ui.rides.drive_change import ask_about_drive
from caregiver_app.ui.rides.meeting import Meeting
from caregiver_app.ui.rides.news import tell_after, visits_meant
from caregiver_app.ui.rides.preview import PreviewCard
from caregiver_app.ui.rides.ride_ticks import RideTicks
from caregiver_app.ui.rides.rows import row
from caregiver_app.ui.rides.saving import add_visit, changes_of, look_up, save_visit
from caregiver_app.ui.rides.scope import ask_visit_scope
from caregiver_app.ui.rides.understood import (
    day_read,
    days_of,
    drive_read,
    length_read,
    pick_up_read,
    pick_up_words,
    planned_of,
    repeat_read,
    seats_read,
    time_read,
    unread_of,
)
from caregiver_app.ui.rides.visit_folds import VisitFolds
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import ntr, tr

DAYS_OFFERED = 14
PAUSE_MS = 150  # so long nobody types, then the live line follows


class VisitEditor(Editor):
    """Adds a visit or a series on `day`, or changes one visit. `added` brings the new appointment."""

    WIDTH = 760
    added = Signal(object)  # Appointment

    def __init__(
        self,
        parts: Parts,
        *,
        visit: Visit | None = None,
        day: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._visit = visit
        self._today = parts.actions.clock.today()
        found = parts.actions.read(partial(look_up, today=self._today))
        self._known, self._people = found
        super().__init__(parts, tr("Edit visit") if visit else tr("New visit"), tr("Save visit"), parent)
        self._draft = self._first_draft(day or self._today)
        self._asks_repeat = visit is None or visit.may_repeat
        self.body.setSpacing(self.theme.px(12))
        self._keep_half_typed()
        self._main_fields()
        self._when_fields()
        self._ride_boxes()
        self._preview()
        self._folded()
        self._offer_as_last_time()
        self._listen()
        self._show_preview()
        self.title.setFocus()

    def _first_draft(self, day: date) -> VisitDraft:
        if self._visit is None:
            return fresh_draft(day, self._today)
        return draft_of(self._visit, self._today, clock24=self._known.clock24)

    def _keep_half_typed(self) -> None:
        """What is typed outlives a computer that stops; of a visit that is changed, only what was typed anew."""
        name = form_of(self._visit.id if self._visit is not None else None)
        self._first_typed: Mapping[str, object] | None = None if self._visit is not None else {}
        self.half_typed = HalfTyped(self, Shape(name, self._packed, self._take_up, self._told))

    def _packed(self) -> Mapping[str, object]:
        typed = packed(self.draft(), self._today)
        if self._first_typed is None:
            self._first_typed = typed  # as the form was opened
        return changed(typed, self._first_typed)

    def _told(self, typed: Mapping[str, object]) -> str:
        return told(unpacked(typed, self._draft, self._today))

    def _take_up(self, typed: Mapping[str, object]) -> None:
        """Fill in what was kept; the place goes first, for it brings its drive and its rides along."""
        draft = unpacked(typed, self.draft(), self._today)
        self.title.setText(draft.title)
        self.place.setEditText(draft.place)
        self.drive.setText(draft.drive)
        self.day.setEditText(draft.day)
        self.time.setText(draft.clock)
        self.repeat.setEditText(draft.repeat)
        self.more.put_back(draft)
        self.rides.put_back({leg: way.wanted for leg, way in draft.legs.items()})
        for leg, way in draft.legs.items():
            self.legs[leg].fill(way)
        self._show_preview()

    # The short form

    def _main_fields(self) -> None:
        theme, draft = self.theme, self._draft
        self.title = LineEdit(draft.title)
        self.title.setPlaceholderText(tr("Example: Infusion"))
        self.add_field("title", Field(theme, tr("What"), self.title))
        names = [place.name for place in self._known.places]
        self.place = TypedChoice(theme, draft.place, names, find=True)
        self.place.line.setPlaceholderText(tr("Lakeside Clinic"))
        self.drive = LineEdit(draft.drive)
        self.drive.setPlaceholderText(tr("25 min"))
        self.fields["place"] = Field(theme, tr("Where"), self.place, optional=True, help_text=_new_place_words())
        self.fields["drive"] = Field(theme, tr("Drive, one way"), self.drive, optional=True)
        self.body.addWidget(row(theme, 30, [self.fields["place"], self.fields["drive"]], (5, 3)))

    def _when_fields(self) -> None:
        theme, draft = self.theme, self._draft
        offered = [day_words(self._today + timedelta(n)) for n in range(DAYS_OFFERED)]
        self.day = TypedChoice(theme, draft.day, offered)
        self.time, self.repeat = LineEdit(draft.clock), TypedChoice(theme, draft.repeat, offered_series())
        self.time.setPlaceholderText(tr("9:00 am"))
        self.repeat.line.setPlaceholderText(tr("Once"))
        self.fields["day"] = Field(theme, tr("Day") if self._visit else tr("First day"), self.day)
        self.fields["clock"] = Field(theme, tr("Time"), self.time)
        if self._asks_repeat:
            again = tr("Pick one, or type your own.")
            self.fields["repeat"] = Field(theme, tr("Repeats"), self.repeat, help_text=again)
            shown = [self.fields[name] for name in ("day", "clock", "repeat")]
            self.body.addWidget(row(theme, 38, shown, (5, 4, 7)))
            return
        self.body.addWidget(row(theme, 26, [self.fields["day"], self.fields["clock"]]))
        if self._visit.series is not None:
            pattern = series_words(self._visit.series.repeat)
            words = tr("It belongs to a series: {pattern}.").format(pattern=pattern)
            self.body.addWidget(Text(theme, words, "caption", ink="text2"))

    def _ride_boxes(self) -> None:
        self.rides = RideTicks(self.theme, {leg: way.wanted for leg, way in self._draft.legs.items()})
        self.ticks = self.rides.boxes
        self.body.addWidget(self.rides)

    def _preview(self) -> None:
        self.preview = PreviewCard(self.theme)
        self.body.addWidget(self.preview)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._show_preview)
        self.meeting = Meeting(self.parts, self._known, self.draft, self)
        self.meeting.found.connect(self.preview.meet)
        self.meeting.found.connect(self.grow_soon)

    # What is folded away

    def _folded(self) -> None:
        team = [each.name for each in self._known.clinicians]
        series = bool(self._visit and self._visit.series)
        self.folds = VisitFolds(self.theme, self._draft, self._people, team, one_of_series=series)
        self.more, self.legs = self.folds.more, self.folds.legs
        self.fields |= self.folds.fields
        self.folds.opened.connect(self._opened)
        self.body.addWidget(self.folds)
        self.body.addStretch(1)

    def _opened(self, fold: QWidget) -> None:
        QTimer.singleShot(0, fold, partial(self.show_field, fold))  # when it has its place

    # While it is filled in

    def _listen(self) -> None:
        for name, control, read in self._typed():
            control.editingFinished.connect(partial(self._settle, name, control, read))
            control.textChanged.connect(self._follow_soon)
        self.title.editingFinished.connect(self._follow_title)
        self.title.textChanged.connect(self._follow_soon)
        self.place.line.textChanged.connect(self._place_changed)
        self.rides.changed.connect(self._legs_changed)
        self.more.kind.currentIndexChanged.connect(self._follow_title)
        people = (self.more.person, self.more.companion, *(leg.driver for leg in self.legs.values()))
        for who in people:
            who.currentIndexChanged.connect(self._follow_soon)

    def _typed(self) -> list[tuple[str, QLineEdit, Callable[[str], str]]]:
        """Fields that are read when they are left: what was understood stands there then."""
        fields: list[tuple[str, QLineEdit, Callable[[str], str]]] = [
            ("day", self.day.line, partial(day_read, known=self._known)),
            ("clock", self.time, partial(time_read, name="clock", known=self._known)),
            ("drive", self.drive, drive_read),
            ("minutes", self.more.length, length_read),
        ]
        if self._asks_repeat:
            fields.append(("repeat", self.repeat.line, self._repeat_read))
        for leg, shown in self.legs.items():
            fields.append((leg_field(leg, "pick_up"), shown.pick_up, partial(self._pick_up_read, leg=leg)))
            fields.append((leg_field(leg, "seats"), shown.seats, seats_read))
        return fields

    def _repeat_read(self, text: str) -> str:
        return repeat_read(text, self.day.text(), self._known, planned=self._visit is not None)

    def _pick_up_read(self, text: str, leg: Leg) -> str:
        return pick_up_read(text, leg, self.draft(), self._known, self._visit)

    def _settle(self, name: str, control: QLineEdit, read: Callable[[str], str]) -> None:
        if not self.settle(name, control, read):
            return
        for leg, shown in self.legs.items():  # what was wrong with it may be right at the new time
            at = leg_field(leg, "pick_up")
            if at != name and self.fields[at].error.text():
                self.settle(at, shown.pick_up, partial(self._pick_up_read, leg=leg))
        self._show_preview()

    def _follow_title(self) -> None:
        if self.title.text().strip():
            self.put_right("title")
        self._show_preview()

    def _follow_soon(self) -> None:
        self._pause.start()

    def _place_changed(self) -> None:
        """A place that is known brings its drive along; for a new one it is asked for."""
        place = named(self._known.places, self.place.text())
        self.drive.setText(drive_words(place))
        if place is not None:
            self._offer_as_last_time(place.id)
        self._follow_soon()

    def _offer_as_last_time(self, place_id: UUID | None = None) -> None:
        """A new visit starts as the last one there: how early, which rides, and their needs and seats."""
        if self._visit is not None:
            return
        last = self.parts.actions.read(partial(appointments.defaults, place_id=place_id))
        self.more.early.setText(minutes_words(last.early))
        offered = {ride.leg: leg_draft(ride, self._known.clock24) for ride in last.rides}
        for leg in Leg:
            self.folds.offer(leg, offered.get(leg, LegDraft(wanted=True)))
        if place_id is not None:
            self.rides.as_last_time(offered)

    def _legs_changed(self) -> None:
        self.folds.show_legs(self.rides.wanted())
        self._show_preview()

    def draft(self) -> VisitDraft:
        """What stands in the form now."""
        values: dict[str, Any] = {
            "title": self.title.text(),
            "place": self.place.text(),
            "drive": self.drive.text(),
            "day": self.day.text(),
            "clock": self.time.text(),
            "repeat": self.repeat.text(),
            **self.more.typed(),
            "legs": {leg: shown.typed(wanted=self.ticks[leg].isChecked()) for leg, shown in self.legs.items()},
        }
        return replace(self._draft, **values)

    def values(self) -> object:
        return self.draft()

    def _show_preview(self) -> None:
        """Tell what would be made of what stands there now."""
        self._pause.stop()
        draft = self.draft()
        planned = planned_of(draft, self._known, self._visit)
        self.more.follow(draft)
        if planned is not None:
            self.preview.tell(planned, self._known.clock24)
        elif unread := unread_of(draft, self._known, self._visit):
            self.preview.wait_for(unread)
        for leg, shown in self.legs.items():
            shown.offer_pick_up(pick_up_words(leg, planned, self._known.clock24))
        if self._visit is None:
            self.meeting.look_soon()

    # Saving

    def save(self) -> bool:
        meant = self._read()
        now = self.parts.actions.clock.now()
        if self._visit is not None:
            return self._save_changed(self._visit, meant)
        others = ask_about_drive(self.parts, meant.place_to_keep, (), self)
        if others is None:
            return False
        day = shown_day(meant.appointment.day, self._today)
        count = len(self._days(meant))
        label = ntr("Add visit", "Add {n} visits", count).format(n=count)
        told = ntr("Visit added on {day}.", "{n} visits added, the first on {day}.", count).format(n=count, day=day)
        seen = self.preview.met.text()
        if (met := self.meeting.look()) != seen:  # too fast to be seen: it is told with the rest
            told = f"{told} {met}".strip()
        added = self.parts.actions.run(label, partial(add_visit, meant=meant, now=now), told=told)
        if added:
            self.accepted.connect(partial(tell_after, self.parts, others, self.parentWidget()))
            self.added.emit(meant.appointment)
        return added

    def _read(self) -> Meant:
        """The visit as typed. Each wrong field says so; the last sentence is raised."""
        try:
            meant = read_draft(self.draft(), self._known, self._visit)
        except Refused as refused:
            for each in refused.problems[:-1]:
                self.folds.open_part_of(each.field)
                self.fields[each.field].set_error(each.message)
            raise refused.problems[-1] from refused
        self._days(meant)  # says at its field when there are too many
        return meant

    def _days(self, meant: Meant) -> list[date]:
        return days_of(meant.appointment.day, meant.repeat, planned=self._visit is not None)

    def _save_changed(self, visit: Visit, meant: Meant) -> bool:
        change = changes_of(visit, meant, self._draft, self.draft())
        scope: Scope | None = Scope.ONE
        if visit.series is not None and (change.details or change.legs):
            scope = ask_visit_scope(self.parts, visit, parent=self)
        children = self._ask_children(visit, meant) if scope is not None else None
        if scope is None or children is None:
            return False
        before = visits_meant(self.parts, visit, scope)
        others = ask_about_drive(self.parts, meant.place_to_keep, {each.id for each in before}, self)
        if others is None:
            return False
        keep = partial(
            save_visit,
            visit=visit,
            meant=meant,
            scope=scope,
            legs_changed=change.legs,
            drivers=change.drivers,
            children=children,
            now=self.parts.actions.clock.now(),
        )
        more = len(self._days(meant)) - 1
        label = ntr("Change visit, add {n} visit", "Change visit, add {n} visits", more) if more else tr("Change visit")
        if not self.parts.actions.run(label.format(n=more), keep):
            return False
        self.accepted.connect(partial(tell_after, self.parts, [*before, *others], self.parentWidget()))
        return True

    def _ask_children(self, visit: Visit, meant: Meant) -> Mapping[UUID, Child] | None:
        """What happens to drivers and tasks of a visit that moves; None when the person would rather not move it."""
        after, before = meant.appointment, visit.appointment
        if (after.day, after.clock) == (before.day, before.clock):
            return {}
        from caregiver_app.ui.rides.moving import ask_children

        return ask_children(self.parts, visit, after.day, after.clock, self)

    def refuse(self, name: str, sentence: str) -> None:
        self.folds.open_part_of(name)
        super().refuse(name, sentence)


def _new_place_words() -> str:
    return tr("A new name is kept for the next visit.")
