"""The form of a figure that the person knows better: what it is, from when to when, and where it is from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_app.domain.entries import parse_day, parse_dollars
from caregiver_app.domain.entries.typed import shown
from caregiver_app.domain.expenses import OwnFigure
from caregiver_app.domain.money.rates import AGI_FLOOR, MILEAGE, Key, NotPublished, key_named, written_key
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.rate_words import figure_label, value_words
from caregiver_app.domain.spoken import day_words
from caregiver_app.services.expenses import save_figure
from caregiver_app.services.rates import published
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.words import tr

ROW_EMS = 26
_HUNDRED = Decimal(100)


class OwnFigureEditor(Editor):
    """Which figure, from when to when, what it is, and where it is from."""

    WIDTH = 600

    def __init__(self, parts: Parts, keys: Sequence[Key], own: OwnFigure | None, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Your own figure"), tr("Save"), parent)
        self._own, self._today = own, parts.actions.clock.today()
        theme = self.theme
        self.figure = ComboBox(theme)
        for key in keys:
            self.figure.add(figure_label(key), key)
        self.value = LineEdit()
        self.first, self.last, self.source = LineEdit(), LineEdit(), LineEdit()
        self.first.setPlaceholderText(tr("Jan 1 {year}").format(year=self._today.year + 1))
        self.last.setPlaceholderText(tr("No end"))
        self.source.setPlaceholderText(tr("IRS notice, seen Jan 4"))
        self.add_field("figure", Field(theme, tr("Which figure"), self.figure))
        self.add_field("value", Field(theme, tr("Figure"), self.value))
        self.fields["first"] = Field(theme, tr("From"), self.first)
        self.fields["last"] = Field(theme, tr("To"), self.last, optional=True)
        self.body.addWidget(Beside(theme, ROW_EMS, [self.fields["first"], self.fields["last"]]))
        self.add_field("source", Field(theme, tr("Where it is from"), self.source, optional=True))
        self.body.addStretch(1)
        if own is not None:
            self._fill(own)
        self.figure.currentIndexChanged.connect(self._ask_value)
        self._ask_value()
        for name, line in (("first", self.first), ("last", self.last)):
            line.editingFinished.connect(partial(self.settle, name, line, partial(self._understood, name)))
        self.value.setFocus()

    def _fill(self, own: OwnFigure) -> None:
        self.figure.choose(key_of(own))
        self.value.setText(_typed_value(self.key, own.value))
        self.first.setText(day_words(own.first, with_year=True))
        self.last.setText(day_words(own.last, with_year=True) if own.last is not None else "")
        self.source.setText(own.source)

    @property
    def key(self) -> Key:
        """The figure that is chosen."""
        found = self.figure.value()
        assert isinstance(found, tuple), "the list holds keys"
        return found

    def _ask_value(self) -> None:
        key = self.key
        unit = {MILEAGE: tr("Cents a mile"), AGI_FLOOR: tr("Percent of the income")}.get(key, tr("Dollars"))
        self.fields["value"].label.setText(unit)
        self.value.setAccessibleName(unit)
        self.value.setPlaceholderText({MILEAGE: "23.5", AGI_FLOOR: "7.5"}.get(key, "50"))
        now = published().figure(key, self._today)
        words = tr("Ours for today is {value}.")
        told = (
            ""
            if isinstance(now, NotPublished) or now.value is None
            else words.format(value=value_words(key, now.value))
        )
        self.fields["value"].set_help(told)

    def _understood(self, name: str, text: str) -> str:
        return day_words(parse_day(text, self._today, name), with_year=True)

    def values(self) -> object:
        return self.key, self.value.text(), self.first.text(), self.last.text(), self.source.text()

    def save(self) -> bool:
        key = self.key
        told = {
            "figure": written_key(key),
            "value": read_value(key, self.value.text()),
            "first": self._day("first", self.first.text()),
            "last": self._day("last", self.last.text()) if self.last.text().strip() else None,
            "source": self.source.text().strip(),
        }
        after = replace(self._own, **told) if self._own is not None else OwnFigure(**told)  # type: ignore[arg-type]
        keep = partial(save_figure, before=self._own, after=after)
        return self.parts.actions.run(tr("Use your figure"), keep)

    def _day(self, name: str, text: str) -> date:
        if not text.strip():
            raise InvalidEntry(name, tr("Type the first day, like Jan 1."))
        return parse_day(text, self._today, name)


def read_value(key: Key, text: str) -> Decimal:
    """A figure as it is typed, in dollars or as a fraction. Raises InvalidEntry at `value`."""
    if key not in (MILEAGE, AGI_FLOOR):
        found = parse_dollars(text, "value")
        if found is None:
            raise InvalidEntry("value", tr("Type the figure, like 50 or 16,100."))
        return found
    plain = text.strip().casefold()
    for unit in ("percent", "%", "cents a mile", "cents", "cent", "¢", "c"):
        plain = plain.removesuffix(unit).strip()
    is_plain = plain.replace(".", "", 1).isdecimal() and plain.isascii()
    number = Decimal(plain) if is_plain else None
    if number is None or number > _HUNDRED or -number.normalize().as_tuple().exponent > 2:  # type: ignore[operator]
        sentence = tr("We could not read “{text}.” Try {near}.")
        raise InvalidEntry("value", sentence.format(text=shown(text), near="23.5" if key == MILEAGE else "7.5"))
    return number.scaleb(-2)


def _typed_value(key: Key, value: Decimal) -> str:
    """What stands in the field for a figure."""
    if key in (MILEAGE, AGI_FLOOR):
        return f"{value.scaleb(2).normalize():f}"
    return f"{value:,.2f}".removesuffix(".00")


def key_of(own: OwnFigure) -> Key | None:
    """Its key; None for one of a later version that this one does not know."""
    try:
        return key_named(own.figure, published())
    except KeyError:
        return None
