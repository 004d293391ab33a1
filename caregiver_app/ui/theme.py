"""How everything looks: colors, letters and lengths, made from tokens for the chosen colors and text size."""

from __future__ import annotations

import sys
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from caregiver_app.resources import resource
from caregiver_app.ui import tokens
from caregiver_app.ui.settings import Settings

SCALES = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
FAMILIES = ["Atkinson Hyperlegible", "Noto Sans", "DejaVu Sans"]
_FONT_FILES = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")
_ROLES = {
    "caption": (14, False),
    "body": (16, False),
    "strong": (16, True),
    "h3": (18, True),
    "h2": (22, True),
    "h1": (28, True),
    "figure": (34, True),
}
_USUAL_FONT_PX = {"win32": 12.0, "darwin": 13.0}


class Colors(StrEnum):
    """What the person chose under View > Colors."""

    COMPUTER = "computer"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Theme(QObject):
    """The look of the whole program. `changed` comes after colors or text size changed and were applied."""

    changed = Signal()

    def __init__(self, settings: Settings, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._system = app.palette()
        self._computer_dark = _has_light_text(self._system)
        self._computer_contrast = self._waits = False
        self._system_scale = max(1.0, _font_px() / _USUAL_FONT_PX.get(sys.platform, 13.0))
        known = settings.text("colors", Colors.COMPUTER)
        self.colors = Colors(known) if known in set(Colors) else Colors.COMPUTER
        chosen = settings.number("text size", 1.0)
        self.user_scale = min(SCALES, key=lambda scale: abs(scale - chosen))
        self._tokens: dict[str, QColor] = {}
        self._fonts: dict[str, QFont] = {}

    @property
    def scale(self) -> float:
        """What all lengths are multiplied by."""
        return self.user_scale * self._system_scale

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self.token("text").lightness() > self.token("bg").lightness()

    @property
    def high_contrast(self) -> bool:
        """Whether only the computer's own few colors are used."""
        return self.colors is Colors.CONTRAST or (self.colors is Colors.COMPUTER and self._computer_contrast)

    def token(self, name: str) -> QColor:
        """A color by what it is for."""
        return self._tokens[name]

    def px(self, length: float) -> int:
        """A length in pixels at this text size."""
        return round(length * self.scale)

    def font(self, role: str) -> QFont:
        """The letters for a role: caption, body, strong, h3, h2, h1 or figure."""
        if role not in self._fonts:
            size, bold = _ROLES[role]
            self._fonts[role] = self.letters(size, bold=bold)
        return self._fonts[role]

    def letters(self, size: float, *, bold: bool = False) -> QFont:
        """Letters of a size at 100 %."""
        font = QFont(FAMILIES)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font

    def apply(self) -> None:
        """Give the program its look; done once at the start."""
        for file in _FONT_FILES:
            QFontDatabase.addApplicationFont(str(resource(f"fonts/{file}")))
        self._put_on()

    def watch(self) -> None:
        """From now on, follow the computer when its colors or its wish for contrast change. Follows the first paint."""
        hints = self._app.styleHints()
        hints.colorSchemeChanged.connect(self._computer_changed)
        if hasattr(hints, "accessibility"):
            hints.accessibility().contrastPreferenceChanged.connect(self._computer_changed)
        if _wants_contrast(self._app):
            self._computer_changed()

    def choose_colors(self, colors: Colors) -> None:
        """Use other colors from now on."""
        self.colors = colors
        self._settings.keep("colors", colors.value)
        self._put_on_again()

    def choose_scale(self, scale: float) -> None:
        """Use another text size from now on."""
        self.user_scale = scale
        self._settings.keep("text size", scale)
        self._put_on_again()

    def bigger(self) -> None:
        """One text size up."""
        self.choose_scale(SCALES[min(SCALES.index(self.user_scale) + 1, len(SCALES) - 1)])

    def smaller(self) -> None:
        """One text size down."""
        self.choose_scale(SCALES[max(SCALES.index(self.user_scale) - 1, 0)])

    def _computer_changed(self, *_: object) -> None:
        """Take over the computer's look; while a dialog is open it waits, so that no form changes half."""
        if self._app.activeModalWidget() is not None:
            self._wait_for_the_dialog()
            return
        self._computer_dark = _is_dark(self._app)
        self._computer_contrast = _wants_contrast(self._app)
        self._app.setPalette(QPalette())  # without ours, the computer's own is seen
        self._system = QPalette(self._app.palette())
        self._app.setPalette(_palette(self._tokens))
        if self.colors in (Colors.COMPUTER, Colors.CONTRAST):
            self._put_on_again()

    def _wait_for_the_dialog(self) -> None:
        if not self._waits:
            self._waits = True
            self._app.focusWindowChanged.connect(self._dialog_closed)

    def _dialog_closed(self) -> None:
        if self._app.activeModalWidget() is None:
            self._waits = False
            self._app.focusWindowChanged.disconnect(self._dialog_closed)
            self._computer_changed()

    def _put_on_again(self) -> None:
        self._put_on()
        self.changed.emit()

    def _put_on(self) -> None:
        from caregiver_app.ui.style_sheet import style_sheet

        self._fonts.clear()
        self._tokens = self._chosen_tokens()
        self._app.setPalette(_palette(self._tokens))
        self._app.setFont(self.font("body"))
        self._app.setStyleSheet(style_sheet(self))

    def _chosen_tokens(self) -> dict[str, QColor]:
        if self.high_contrast:
            return tokens_from_palette(self._contrast_palette())
        dark = self.colors is Colors.DARK or (self.colors is Colors.COMPUTER and self._computer_dark)
        return {name: QColor(value) for name, value in (tokens.DARK if dark else tokens.LIGHT).items()}

    def _contrast_palette(self) -> QPalette:
        """The computer's own colors when it asks for contrast; else white on black."""
        if self._computer_contrast:
            return self._system
        palette = QPalette()
        for role, color in _WHITE_ON_BLACK.items():
            palette.setColor(role, QColor(color))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor(_OFF_ON_BLACK))
        return palette


_OFF_ON_BLACK = "#9A9A9A"
_WHITE_ON_BLACK = {
    QPalette.ColorRole.Window: "#000000",
    QPalette.ColorRole.Base: "#000000",
    QPalette.ColorRole.WindowText: "#FFFFFF",
    QPalette.ColorRole.Text: "#FFFFFF",
    QPalette.ColorRole.Highlight: "#FFE066",
    QPalette.ColorRole.HighlightedText: "#000000",
    QPalette.ColorRole.Link: "#9CD8FF",
}


def tokens_from_palette(palette: QPalette) -> dict[str, QColor]:
    """The same tokens filled from a few colors, for high contrast: every ground is the window's."""
    role = QPalette.ColorRole
    ground, text = palette.color(role.Window), palette.color(role.WindowText)
    accent, on_accent = palette.color(role.Highlight), palette.color(role.HighlightedText)
    found = {}
    for name in tokens.LIGHT:
        if name in ("bg", "sunken", "focus_gap", "bar_track", "surface") or (
            name.endswith("_soft") and "on_" not in name
        ):
            found[name] = ground
        elif name in ("accent", "accent_hover", "accent_press", "focus", "sel", "bar"):
            found[name] = accent
        elif name in ("on_accent", "on_sel"):
            found[name] = on_accent
        elif name == "on_danger":
            found[name] = ground
        else:
            found[name] = text
    found["surface"] = palette.color(role.Base)
    found["link"] = palette.color(role.Link)
    found["disabled"] = palette.color(QPalette.ColorGroup.Disabled, role.WindowText)
    return found


def _palette(colors: dict[str, QColor]) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, roles in (
        ("bg", (role.Window,)),
        ("surface", (role.Base, role.Button, role.ToolTipBase)),
        ("sunken", (role.AlternateBase,)),
        ("text", (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        ("text2", (role.PlaceholderText,)),
        ("sel", (role.Highlight,)),
        ("on_sel", (role.HighlightedText,)),
        ("link", (role.Link, role.LinkVisited)),
        ("accent", (role.Accent,)),
    ):
        for each in roles:
            palette.setColor(each, colors[name])
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, colors["disabled"])
    return palette


def _font_px() -> float:
    """The size of the computer's own letters in pixels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if font.pixelSize() > 0:
        return float(font.pixelSize())
    return font.pointSizeF() * (72.0 if sys.platform == "darwin" else 96.0) / 72.0


def _has_light_text(palette: QPalette) -> bool:
    role = QPalette.ColorRole
    return palette.color(role.WindowText).lightness() > palette.color(role.Window).lightness()


def _is_dark(app: QApplication) -> bool:
    from PySide6.QtCore import Qt

    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _wants_contrast(app: QApplication) -> bool:
    from PySide6.QtCore import Qt

    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return bool(hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast)
