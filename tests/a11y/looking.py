"""Check 1 on the screen: each word that can be read stands out from its ground, as it was really drawn."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QTabBar, QWidget

from tests.a11y.tree import called, is_decor, place, seen

WORDS = 4.5
OFF = 3.0  # what can't be used now may be paler


def luminance(color: QColor) -> float:
    """How bright a color is (WCAG 2.2)."""
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """From 1, the same, to 21, black on white."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=100_000)
def _pixel_contrast(one: int, other: int) -> float:
    return contrast(QColor(one), QColor(other))


def best_contrast(image: QImage, part: QRect) -> float:
    """The strongest contrast of any pixel of a part to its ground, which is the color that most of it has."""
    cut = image.copy(part & image.rect()).convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(cut.constBits()).cast("I"))
    if not counted:
        return 21.0
    ground = counted.most_common(1)[0][0]
    return max(_pixel_contrast(ground, pixel) for pixel in counted)


def pale_words(top: QWidget) -> list[str]:
    """Words that do not stand out enough, in labels, buttons and fields that are wholly in sight."""
    image = top.grab().toImage()
    findings = []
    for widget in _with_words(top):
        rect = place(widget, top)
        if widget.visibleRegion().boundingRect().size() != widget.size() or rect.width() < 4:
            continue
        inner = rect.adjusted(4, 4, -4, -4) if not isinstance(widget, QLabel) else rect
        found, needed = best_contrast(image, inner), WORDS if widget.isEnabled() else OFF
        if found < needed:
            findings.append(f"{called(widget)} stands out only {found:.1f} : 1")
    return findings


def _with_words(top: QWidget) -> list[QWidget]:
    labels = [label for label in seen(top, QLabel) if not is_decor(label)]
    buttons = [button for button in seen(top, QAbstractButton) if button.text()]
    fields: list[QWidget] = [field for field in seen(top, QLineEdit) if field.text() or field.placeholderText()]
    fields += [box for box in seen(top, QComboBox) if box.currentText() and not box.isEditable()]
    fields += [area for area in seen(top, QPlainTextEdit) if area.toPlainText()]
    return [*labels, *buttons, *fields, *seen(top, QTabBar)]
