"""A line to type in, with common answers to pick from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox


class TypedChoice(ComboBox):
    """Whatever is typed stays as it is. With `find`, answers that hold the typed letters are offered below."""

    def __init__(
        self, theme: Theme, text: str, offered: Sequence[str], *, find: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setEditable(True)
        self.setInsertPolicy(ComboBox.InsertPolicy.NoInsert)
        self.setCompleter(None)  # type: ignore[arg-type]
        self.addItems(list(offered))
        self.setEditText(text)
        self.line.setCursorPosition(0)
        if find:
            self._find(offered)

    @property
    def line(self) -> QLineEdit:
        """The line itself."""
        line = self.lineEdit()
        assert line is not None, "it can be typed into"
        return line

    def text(self) -> str:
        """What stands there."""
        return self.currentText()

    def _find(self, offered: Sequence[str]) -> None:
        completer = QCompleter(list(offered), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
