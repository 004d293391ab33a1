"""One page of a receipt, as large as wanted: it fits the room at first, and scrolls when it is larger."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caregiver_app.ui.accessibility import set_role
from caregiver_app.ui.theme import Theme
from caregiver_app.words import tr

ZOOMS = (1.0, 1.4, 2.0, 2.8, 4.0, 5.6)
TURN = 90


class ReceiptSheet(QScrollArea):
    """`zoomed` comes when it grew or shrank, so that it can be drawn more sharply. Dragging moves what is larger."""

    zoomed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zoom = 0
        self._held: QPoint | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_role(self, "Document")
        self.setAccessibleName(tr("The receipt"))
        self.paper = _Paper(theme)
        table = _Table(theme)
        column = QVBoxLayout(table)
        self._gap = theme.px(16)
        column.setContentsMargins(self._gap, self._gap, self._gap, self._gap)
        column.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignCenter)
        self.setWidget(table)

    def show_image(self, image: QImage) -> None:
        """Show another page, or the same more sharply."""
        self.paper.image = image
        self._fit()

    @property
    def has_image(self) -> bool:
        """Whether a page is shown."""
        return not self.paper.image.isNull()

    @property
    def turned(self) -> int:
        """How far the view is turned, in degrees."""
        return self.paper.turned

    @property
    def zoom(self) -> float:
        """1 fits the room."""
        return ZOOMS[self._zoom]

    @property
    def can_grow(self) -> bool:
        """Whether there is a larger view."""
        return self.has_image and self._zoom < len(ZOOMS) - 1

    @property
    def can_shrink(self) -> bool:
        """Whether there is a smaller view."""
        return self.has_image and self._zoom > 0

    def larger(self) -> None:
        """One step closer."""
        self._set_zoom(self._zoom + 1)

    def smaller(self) -> None:
        """One step back, at most to all of it."""
        self._set_zoom(self._zoom - 1)

    def fit_whole(self) -> None:
        """All of it in the room."""
        self._set_zoom(0)

    def turn(self) -> None:
        """A quarter to the right; the file stays as it is."""
        self.paper.turned = (self.paper.turned + TURN) % 360
        self._fit()

    def begin_anew(self) -> None:
        """Whole and not turned, as for another receipt."""
        self.paper.turned = self._zoom = 0
        self.paper.image = QImage()
        self._fit()

    def _set_zoom(self, place: int) -> None:
        place = max(0, min(place, len(ZOOMS) - 1))
        if place != self._zoom:
            bars = (self.horizontalScrollBar(), self.verticalScrollBar())
            middles = [(bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep() or 1) for bar in bars]
            self._zoom = place
            self._fit()
            self.widget().adjustSize()
            for bar, middle in zip(bars, middles, strict=True):
                bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.zoomed.emit()

    def _fit(self) -> None:
        room = self.maximumViewportSize() - QSize(2 * self._gap, 2 * self._gap)
        size = self.paper.whole_size()
        if not size.isEmpty():
            size = size.scaled(room.expandedTo(QSize(40, 40)), Qt.AspectRatioMode.KeepAspectRatio) * self.zoom
        self.paper.setFixedSize(size)
        self.paper.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.larger if event.angleDelta().y() > 0 else self.smaller)()
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.globalPosition().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        now = event.globalPosition().toPoint()
        for bar, way in (
            (self.horizontalScrollBar(), now.x() - self._held.x()),
            (self.verticalScrollBar(), now.y() - self._held.y()),
        ):
            bar.setValue(bar.value() - way)
        self._held = now

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self.viewport().unsetCursor()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self.can_shrink:
            self.fit_whole()
        else:
            self._set_zoom(2)


class _Table(QWidget):
    """The ground that the receipt lies on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.token("bg" if self._theme.high_contrast else "line"))
        painter.end()


class _Paper(QWidget):
    """The page itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image = QImage()
        self.turned = 0
        set_role(self, "Graphic")

    def whole_size(self) -> QSize:
        """The size of the image the way it is turned."""
        size = self.image.size()
        return size.transposed() if self.turned % 180 else size

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        half = QPoint(self.width() // 2, self.height() // 2)
        size = self.size().transposed() if self.turned % 180 else self.size()
        painter.setTransform(QTransform().translate(half.x(), half.y()).rotate(self.turned), combine=True)
        painter.drawImage(QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height()), self.image)
        painter.resetTransform()
        painter.setPen(QPen(self._theme.token("line_strong"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
