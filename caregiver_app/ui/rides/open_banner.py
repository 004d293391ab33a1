"""The banner over the rides: how many still need a driver, in the same three steps as the cards below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.visits import Strength, Visit
from caregiver_app.ui.rides.leg_words import Stand, leg_words
from caregiver_app.ui.rides.view import RidesView
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.words import tr

DASHES = [4, 2.5]


class OpenBanner(Banner):
    """White with dashes while there is time, amber once it is near, with bold words when it is very near."""

    def __init__(self, theme: Theme, strength: Strength) -> None:
        super().__init__(theme, "surface" if strength is Strength.CALM else "warn", button=tr("Ask someone"))
        self.strength = strength
        if strength is Strength.BOLD:
            self.sentence.setFont(theme.font("strong"))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.strength is Strength.CALM:
            paint_dashed(self, self._theme, "surface")
        else:
            super().paintEvent(event)


def strength_of(visit: Visit, view: RidesView) -> Strength:
    """How much the rides of a visit that have no driver stand out."""
    return max(
        (leg.strength for leg in leg_words(visit, view) if leg.stand is Stand.OPEN),
        key=tuple(Strength).index,
        default=Strength.CALM,
    )


def paint_dashed(card: QWidget, theme: Theme, ground: str) -> None:
    """A dashed border says that somebody is needed where colors do not; the ground is amber once it is near."""
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.token("warn_line"), 2)
    pen.setDashPattern(DASHES)
    painter.setPen(pen)
    painter.setBrush(theme.token(ground))
    painter.drawRoundedRect(QRectF(card.rect()).adjusted(1, 1, -1, -1), theme.px(12), theme.px(12))
    painter.end()
