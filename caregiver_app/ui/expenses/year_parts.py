"""Parts of the window for a year: its cars, what came back for earlier years, and a titled stretch of the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.money.year_lines import CarLine, YearSummary
from caregiver_app.domain.money_words import dollars, source_words
from caregiver_app.domain.spoken import short_day
from caregiver_app.domain.year_words import beside_words, car_words, earlier_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class Stretch(QWidget):
    """A title and what stands under it; hidden while there is nothing."""

    def __init__(self, theme: Theme, title: str, widgets: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self._theme = theme
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(QMargins(0, theme.px(8), 0, 0))
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(Text(theme, title, "h3"))
        for widget in widgets:
            self.column.addWidget(widget)


class Sentences(Stretch):
    """A title with sentences."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title)
        self._texts: list[Text] = []

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Say these from now on."""
        while len(self._texts) < len(sentences):
            self._texts.append(Text(self._theme))
            self.column.addWidget(self._texts[-1])
        for place, text in enumerate(self._texts):
            text.setText(sentences[place] if place < len(sentences) else "")
            text.setVisible(place < len(sentences))
        self.setVisible(bool(sentences))

    def sentences(self) -> list[str]:
        """What is said."""
        return [text.text() for text in self._texts if text.text()]


class Cars(Stretch):
    """A box for each car that has gas and oil; `turned` brings its name and whether they count instead of the miles."""

    turned = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Gas and oil, or miles"))
        self.boxes: dict[str, CheckBox] = {}
        self._words: dict[str, Text] = {}

    def show_cars(self, cars: Sequence[CarLine]) -> None:
        """Show how each one counts now."""
        cars = [car for car in cars if car.gas or car.uses_gas]
        for name in [name for name in self.boxes if name not in {car.car for car in cars}]:
            for widget in (self.boxes.pop(name), self._words.pop(name)):
                widget.hide()
                widget.deleteLater()
        for car in cars:
            if car.car not in self.boxes:
                self._add(car)
            self.boxes[car.car].setChecked(car.uses_gas)
            self._words[car.car].setText(car_words(car))
        self.setVisible(bool(cars))

    def _add(self, car: CarLine) -> None:
        which = tr("for {car}").format(car=car.car) if car.car else tr("for the car")
        box = self.boxes[car.car] = CheckBox(tr("Count gas and oil instead of miles {which}").format(which=which))
        words = self._words[car.car] = Text(self._theme, "", "caption", ink="text2")
        box.clicked.connect(partial(self._clicked, car.car))
        self.column.addWidget(box)
        self.column.addWidget(words)

    def _clicked(self, name: str) -> None:
        self.turned.emit(name, self.boxes[name].isChecked())


def beside_sentences(summary: YearSummary) -> list[str]:
    """What stands beside the totals: lost pay, what only an HSA may pay, what came back for earlier years."""
    came = [
        tr("{day}: {amount}, {source}").format(
            day=short_day(each.received_on), amount=dollars(each.amount), source=source_words(each.source)
        )
        for each in sorted(summary.earlier, key=lambda each: each.received_on)
    ]
    return [*beside_words(summary), *filter(None, [earlier_words(summary)]), *came]
