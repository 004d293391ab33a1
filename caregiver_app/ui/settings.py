"""Window matters that this computer remembers: place, tab, colors, text size. The family's choices live in its file."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QSettings


class Settings(QObject):
    """Typed values over QSettings; with `remember` off (a demo, a test) nothing is kept."""

    def __init__(self, *, remember: bool = True, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = QSettings("Caregiver Organizer", "Caregiver Organizer") if remember else None
        self._here: dict[str, object] = {}

    def text(self, name: str, default: str = "") -> str:
        """A word."""
        return str(self._value(name, default, str))

    def number(self, name: str, default: float) -> float:
        """A number; nonsense in the file counts as the default."""
        try:
            return float(self.text(name, str(default)))
        except ValueError:
            return default

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Yes or no."""
        return bool(self._value(name, default, bool))

    def place(self, name: str) -> QByteArray:
        """Where a window stood."""
        value = self._value(name, QByteArray(), QByteArray)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep(self, name: str, value: str | float | bool | QByteArray) -> None:
        """Remember a value."""
        if self._kept is None:
            self._here[name] = value
        else:
            self._kept.setValue(name, str(value) if isinstance(value, float) else value)

    def _value(self, name: str, default: object, kind: type) -> object:
        if self._kept is None:
            return self._here.get(name, default)
        return self._kept.value(name, default, type=kind)
