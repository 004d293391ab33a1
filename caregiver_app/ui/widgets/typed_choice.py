"""A line to type in, with common answers to pick from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox

SURE = 3  # letters after which it is clear which answer is meant


class TypedChoice(ComboBox):
    """Whatever is typed stays as it is. With `find`, answers that hold the typed letters are offered below.

    And whoever leaves it after the first three letters or more of one answer alone means that answer.
    """

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
            self._find(theme, offered)

    @property
    def line(self) -> QLineEdit:
        """The line itself."""
        line = self.lineEdit()
        assert line is not None, "it can be typed into"
        return line

    def text(self) -> str:
        """What stands there."""
        return self.currentText()

    def _find(self, theme: Theme, offered: Sequence[str]) -> None:
        completer = QCompleter(list(offered), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.popup().setItemDelegate(_Rows(theme, completer))
        self.setCompleter(completer)
        self.line.editingFinished.connect(self._complete)

    def _complete(self) -> None:
        typed = self.text().strip().casefold()
        meant = [text for n in range(self.count()) if (text := self.itemText(n)).casefold().startswith(typed)]
        if len(typed) >= SURE and len(meant) == 1 and typed != meant[0].casefold():
            self.setEditText(meant[0])


class _Rows(QStyledItemDelegate):
    """Rows as high as in the list that opens below a choice."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._height = theme.px(40)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, self._height))
