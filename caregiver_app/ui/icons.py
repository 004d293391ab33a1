"""The line icons (Lucide), drawn in any color at any size, each only once."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from caregiver_app.resources import resource

_NOTHING = QColor(0, 0, 0, 0)


def icon(name: str, color: QColor, size: int, muted: QColor | None = None, gap: int = 0) -> QIcon:
    """An icon of a size in pixels; `muted` is its color while its control is switched off, `gap` is room after it."""
    found = QIcon(_with_gap(picture(name, color, size), gap))
    if muted is not None:
        found.addPixmap(_with_gap(picture(name, muted, size), gap), QIcon.Mode.Disabled)
    return found


def picture(name: str, color: QColor, size: int) -> QPixmap:
    """The same as a picture, sharp on this screen."""
    ratio = _ratio()
    return _drawn(name, color.name(), size, ratio)


def svg(name: str, color: QColor) -> bytes:
    """An icon's own file in a color."""
    return _source(name).replace(b"currentColor", color.name().encode())


def _with_gap(drawn: QPixmap, gap: int) -> QPixmap:
    """The picture with empty room at its right; stock buttons put their words too near."""
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wide.fill(_NOTHING)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


def _ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio()


@lru_cache(maxsize=128)
def _source(name: str) -> bytes:
    return resource(f"icons/{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _drawn(name: str, color: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixels = round(size * ratio)
    drawn = QPixmap(pixels, pixels)
    drawn.fill(_NOTHING)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg(name, QColor(color)))).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
