"""Who drives how much: a bar for each person, so that driving can be shared; nobody is ranked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.calendar import Span, month_of
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.spoken import span_words
from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.disc import InitialsDisc
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    from caregiver_app.services.rides import Driving

MONTH, QUARTER, YEAR = "month", "quarter", "year"


@dataclass(frozen=True, slots=True)
class Share:
    """One person's part in words, and how long its bar is beside the longest (0 to 1)."""

    person: Person
    name: str
    words: str
    part: float


class SharesDialog(Dialog):
    """A month, three months, or a year of driving."""

    WIDTH = 560

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Who drives how much"), parent)
        theme = self.theme
        choices = {MONTH: tr("This month"), QUARTER: tr("3 months"), YEAR: tr("This year")}
        self.by = Segmented(theme, tr("Show rides of"), choices, MONTH)
        self.by.chosen.connect(self._chosen)
        self.body.addWidget(Flow(0, [self.by]))
        self.days = Text(theme, "", ink="text2")
        self.body.addWidget(self.days)
        self._holder = QWidget()
        self.rows = QVBoxLayout(self._holder)
        self.rows.setContentsMargins(QMargins())
        self.rows.setSpacing(theme.px(12))
        self.body.addWidget(self._holder)
        foot = tr("Each way counts as one ride. Miles come from the places, as far as they are noted there.")
        self.body.addWidget(Text(theme, foot, "caption", ink="text2"))
        self.body.addStretch(1)
        self.close_button = Button(theme, tr("Close"), kind=PRIMARY)
        self.close_button.clicked.connect(self.accept)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        self.close_button.setDefault(True)
        self.shown: tuple[Share, ...] = ()
        self._chosen(MONTH)
        self.close_button.setFocus()

    def _chosen(self, by: str) -> None:
        from caregiver_app.services import rides

        span = days_of(by, self.parts.actions.clock.today())
        self.days.setText(tr("{days}, planned rides too").format(days=span_words(span)))
        self.shown = shares_of(self.parts.actions.read(partial(rides.drives, span=span)))
        self._show()

    def _show(self) -> None:
        theme = self.theme
        while self.rows.count():
            old = self.rows.takeAt(0).widget()
            old.hide()
            old.deleteLater()
        for share in self.shown:
            self.rows.addWidget(ShareRow(theme, share))
        if not self.shown:
            self.rows.addWidget(Text(theme, tr("No rides with a driver in this time.")))


class ShareRow(QWidget):
    """Disc, name, a bar, and the numbers in words below it."""

    def __init__(self, theme: Theme, share: Share) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(QMargins())
        row.setSpacing(theme.px(12))
        row.addWidget(InitialsDisc(theme, share.person.name, share.person.id), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.addWidget(Text(theme, share.name, "strong"))
        bar = Bar(theme, share.part)
        bar.setAccessibleName(share.name)
        bar.setAccessibleDescription(share.words)
        column.addWidget(bar)
        column.addWidget(Text(theme, share.words, "caption", ink="text2"))
        row.addLayout(column, 1)


class Bar(QWidget):
    """A painted bar in its track."""

    def __init__(self, theme: Theme, part: float) -> None:
        super().__init__()
        set_role(self, "Chart")
        self._theme, self._part = theme, part
        self.setFixedHeight(theme.px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.token("line") if theme.high_contrast else Qt.PenStyle.NoPen)
        radius = self.height() / 2
        track = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.token("bar_track"))
        painter.drawRoundedRect(track, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.token("bar"))
        track.setWidth(max(track.width() * self._part, float(self.height())))
        painter.drawRoundedRect(track, radius, radius)
        painter.end()


def days_of(by: str, today: date) -> Span:
    """This month; this month and the two before; or this year."""
    month = month_of(today)
    if by == MONTH:
        return month
    if by == YEAR:
        return Span(date(today.year, 1, 1), date(today.year, 12, 31))
    months = today.year * 12 + today.month - 1 - 2
    return Span(date(months // 12, months % 12 + 1, 1), month.last)


def shares_of(driving: list[Driving]) -> tuple[Share, ...]:
    """Each person's part, in words and as a bar."""
    most = max((each.rides for each in driving), default=1)
    return tuple(
        Share(person=each.person, name=_name(each.person), words=_words(each), part=each.rides / most)
        for each in driving
    )


def _name(person: Person) -> str:
    return tr("You") if person.role is Role.CAREGIVER else person.name


def _words(driving: Driving) -> str:
    rides = ntr("{n} ride", "{n} rides", driving.rides).format(n=driving.rides)
    if not driving.miles:
        return rides
    miles = f"{driving.miles.normalize():f}" if driving.miles % 1 else f"{int(driving.miles):,}"
    return tr("{rides}, {miles} miles").format(rides=rides, miles=miles)
