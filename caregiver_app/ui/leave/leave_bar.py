"""The bar of used, planned and free time, with a legend that says the same in hours."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.leave.marks import LegendEntry, Mark, hatch
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.words import tr


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._used = self._planned = 0.0  # parts of the whole
        set_role(self, "Chart")
        self.setAccessibleName(tr("Used, planned and free"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(28))

    def tell(self, used: float, planned: float) -> None:
        self._used, self._planned = used, planned
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, area = self._theme, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(area, theme.px(8), theme.px(8))
        painter.setClipPath(shape)
        painter.fillRect(area, theme.token("bar_track"))
        used, planned = area.width() * self._used, area.width() * self._planned
        piece = QRectF(area.left() + used, area.top(), planned, area.height())
        if planned:
            painter.save()
            painter.setClipRect(piece, Qt.ClipOperation.IntersectClip)
            hatch(painter, theme, piece)
            painter.restore()
        painter.fillRect(QRectF(area.left(), area.top(), used, area.height()), theme.token("bar"))
        painter.setClipping(False)
        painter.setPen(QPen(theme.token("line_strong"), 1))
        painter.drawPath(shape)
        painter.end()


class LeaveBar(QWidget):
    """A bar and its legend. The numbers are minutes; the words are made by whoever fills it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = _Bar(theme)
        self.used, self.planned, self.free = (
            LegendEntry(theme, mark) for mark in (Mark.TAKEN, Mark.PLANNED, Mark.FREE)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(8))
        column.addWidget(self.bar)
        column.addWidget(Flow(theme.px(16), [self.used, self.planned, self.free]))

    def tell(self, used: float, planned: float, words: tuple[str, str, str]) -> None:
        """Show parts of the whole, from 0 to 1, and the words for used, planned and free."""
        self.bar.tell(used, planned)
        self.bar.setAccessibleDescription(tr("{used}. {planned}. {free}.").format(
            used=words[0], planned=words[1], free=words[2]
        ))  # fmt: skip
        for entry, each in zip((self.used, self.planned, self.free), words, strict=True):
            entry.tell(each)
