"""People > Places: where visits are, how long the drive is, and where to stop; each told once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caregiver_app.domain.entries.amounts import parse_miles
from caregiver_app.domain.places import Place
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.records import Record
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.domain.visits import Visit
from caregiver_app.services import care_places
from caregiver_app.ui.directory import Directory, DirectoryWords
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.record_form import read_record, tidy
from caregiver_app.ui.rides.draft import drive_words, read_drive
from caregiver_app.ui.rides.rows import column, row
from caregiver_app.ui.rides.understood import drive_read
from caregiver_app.ui.widgets.entry_list import Entry
from caregiver_app.ui.widgets.fields import Field, LineEdit, TextArea
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.fold import Fold
from caregiver_app.words import ntr, tr

UNNAMED = "?"


class PlacesDialog(Directory):
    """All places of today, by name."""

    KIND = Place

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        words = DirectoryWords(
            title=tr("Places"),
            find=tr("Find a place"),
            example=tr("Name or street"),
            new=tr("New place"),
            none_fits=tr("No place fits these words."),
            icon="map-pin",
            empty=tr("Where are the visits?"),
            why=tr("Tell the drive once. Every ride there then knows when to leave home."),
        )
        super().__init__(parts, words, parent)

    def entries(self) -> list[Entry]:
        return [place_entry(place) for place in self.parts.actions.read(care_places.places)]

    def form(self, record: Record | None) -> PlaceEditor:
        assert record is None or isinstance(record, Place), "only places are listed"
        return PlaceEditor(self.parts, record, self)

    def take_off(self, record: Record) -> str:
        assert isinstance(record, Place), "only places are listed"
        actions = self.parts.actions
        visits = actions.read(partial(care_places.uses, place=record))
        label = tr("Remove {name}").format(name=record.name)
        if not actions.run(label, partial(care_places.remove_place, place=record), silent=True):
            return ""
        return removed_words(record.name, visits)


def removed_words(name: str, visits: int) -> str:
    """What is told of something that is offered no more."""
    if not visits:
        return tr("{name} is no longer in the list.").format(name=name)
    keep = ntr("{n} visit keeps it.", "{n} visits keep it.", visits).format(n=visits)
    return tr("{name} is no longer offered. {keep}").format(name=name, keep=keep)


def place_entry(place: Place) -> Entry:
    """A place as the list tells of it."""
    way = [minutes_words(place.travel_minutes) if place.travel_minutes else "", _miles(place.miles)]
    drive = tr(" · ").join(part for part in way if part)
    drive = tr("Drive: {drive}").format(drive=drive) if drive else tr("The drive is not told yet")
    stop = tr(" · ").join(part for part in (place.drop_off, place.parking) if part)
    lines = (
        (place.address, "body", "text2"),
        (place.phone, "h3", "text"),
        (drive, "caption", "text2"),
        (stop, "caption", "text2"),
    )
    also = f"{place.building} {place.entrance} {place.department} {place.notes}"
    return Entry(record=place, name=place.name, lines=tuple(line for line in lines if line[0]), also=also)


def _miles(miles: Decimal | None) -> str:
    return tr("{n} miles").format(n=_plain(miles)) if miles is not None else ""


def _plain(miles: Decimal | None) -> str:
    return f"{miles.normalize():f}" if miles is not None else ""


class PlaceEditor(Editor):
    """Adds or changes a place. `saved` brings it as kept."""

    WIDTH = 640
    saved = Signal(object)  # Place
    LINES = ("building", "entrance", "drop_off", "parking", "phone", "department")

    def __init__(self, parts: Parts, place: Place | None = None, parent: QWidget | None = None) -> None:
        self._known = place is not None
        self._place = place or Place(name=UNNAMED)
        title = tr("Edit {name}").format(name=self._place.name) if place else tr("New place")
        super().__init__(parts, title, tr("Save place"), parent)
        self._short()
        self._more()
        self.name.setFocus()

    def values(self) -> object:
        return ([each.text() for each in (self.name, self.address, self.drive, self.miles, *self.lines.values())],
                self.notes.toPlainText())  # fmt: skip

    def save(self) -> bool:
        place = read_record(self._place, self._readers(), self.fields)
        label = tr("Change {name}") if self._known else tr("Add {name}")
        keep = partial(care_places.save_place, place=place)
        today = self.parts.actions.clock.today()
        before = self.parts.actions.read(partial(care_places.moved_by, place=place, today=today))
        saved = self.parts.actions.run(label.format(name=place.name), keep)
        if saved:
            self.accepted.connect(partial(_tell_after, self.parts, before, self.parentWidget()))
            self.saved.emit(place)
        return saved

    def refuse(self, name: str, sentence: str) -> None:
        if name in self.lines or name == "notes":
            self.fold.open()
        super().refuse(name, sentence)

    def _short(self) -> None:
        theme, place = self.theme, self._place
        self.name = LineEdit(place.name if self._known else "")
        self.address = LineEdit(place.address)
        self.drive, self.miles = LineEdit(drive_words(place)), LineEdit(_plain(place.miles))
        self.name.setPlaceholderText(tr("Lakeside Clinic"))
        self.address.setPlaceholderText(tr("12 Elm Street, Springfield"))
        self.drive.setPlaceholderText(tr("25 min"))
        self.miles.setPlaceholderText(tr("12.5"))
        self.add_field("name", Field(theme, tr("Name"), self.name))
        self.add_field("address", Field(theme, tr("Address"), self.address, optional=True))
        self.fields["travel_minutes"] = Field(theme, tr("Drive, one way"), self.drive, optional=True)
        self.fields["miles"] = Field(theme, tr("Miles, one way"), self.miles, optional=True)
        self.body.addWidget(row(theme, 26, [self.fields["travel_minutes"], self.fields["miles"]]))
        self.drive.editingFinished.connect(partial(self._settle, "travel_minutes", self.drive, drive_read))
        self.miles.editingFinished.connect(partial(self._settle, "miles", self.miles, _miles_read))

    def _settle(self, name: str, line: LineEdit, read: Callable[[str], str]) -> None:
        """What was understood stands in a field that is left; what was not is told there."""
        if not isValid(line):  # a form that closes leaves its fields once more
            return
        try:
            understood = read(line.text())
        except InvalidEntry as problem:
            self.fields[name].set_error(problem.message)
            return
        self.put_right(name)
        if understood != line.text():
            line.setText(understood)

    def _more(self) -> None:
        theme = self.theme
        self.lines = {name: LineEdit(getattr(self._place, name)) for name in self.LINES}
        labels = {
            "building": tr("Building"),
            "entrance": tr("Entrance"),
            "drop_off": tr("Where to drop off"),
            "parking": tr("Parking"),
            "phone": tr("Phone"),
            "department": tr("Department"),
        }
        for name, line in self.lines.items():
            self.fields[name] = Field(theme, labels[name], line, optional=True)
        private = tr("It stays off the driver’s slip until you tick it for a ride.")
        self.fields["department"].set_help(private)
        self.notes = TextArea(theme, self._place.notes, lines=2)
        self.fields["notes"] = Field(theme, tr("Notes"), self.notes, optional=True)
        pairs = (("building", "entrance"), ("drop_off",), ("parking", "phone"), ("department",), ("notes",))
        rows = [row(theme, 26, [self.fields[name] for name in names]) for names in pairs]
        self.fold = Fold(theme, tr("More about the place"), column(theme, rows))
        self.fold.opened.connect(self._opened)
        self.body.addWidget(Flow(theme.px(8), [self.fold.button]))
        self.body.addWidget(self.fold)
        self.body.addStretch(1)

    def _opened(self) -> None:
        QTimer.singleShot(0, self, partial(self.show_field, self.fold))  # when it has its place
        self.lines["building"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _readers(self) -> dict[str, Callable[[], object]]:
        texts: dict[str, Callable[[], object]] = {name: partial(tidy, line) for name, line in self.lines.items()}
        return {
            "name": partial(tidy, self.name),
            "address": partial(tidy, self.address),
            "travel_minutes": partial(_read_drive, self.drive),
            "miles": partial(_read_miles, self.miles),
            **texts,
            "notes": self.notes.toPlainText,
        }


def _tell_after(parts: Parts, before: Sequence[Visit], parent: QWidget | None) -> None:
    """The words for whoever drives there at another time now."""
    from caregiver_app.ui.rides.news import tell_after

    tell_after(parts, before, parent)


def _miles_read(text: str) -> str:
    return _plain(parse_miles(text))


def _read_drive(line: LineEdit) -> int | None:
    return read_drive(line.text())


def _read_miles(line: LineEdit) -> Decimal | None:
    return parse_miles(line.text())
