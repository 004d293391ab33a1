"""Fields of a form: a label above that names it, help below, and a sentence when something is to be put right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.texts import Picture, Text
from caregiver_app.words import tr


class LineEdit(QLineEdit):
    """One line. With nothing of its own to undo it leaves Ctrl+Z to the window."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)


class TextArea(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, theme: Theme, text: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self._height = self.fontMetrics().lineSpacing() * lines + theme.px(24)
        self.setMinimumHeight(max(self._height, theme.px(44)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)


class _Held:
    """Carries a value through Qt, which would turn an enum of words into plain words."""

    def __init__(self, value: object) -> None:
        self.value = value


class ComboBox(QComboBox):
    """A choice. The wheel scrolls the form, not the choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.px(44))
        self.setItemDelegate(QStyledItemDelegate(self))  # the delegate of its own knows no style sheet: low rows

    def add(self, text: str, value: object) -> None:
        """One more thing to choose."""
        self.addItem(text, _Held(value))

    def value(self) -> object:
        """What is chosen."""
        held = self.currentData()
        return held.value if isinstance(held, _Held) else None

    def choose(self, value: object) -> None:
        """Choose by value; nothing happens when it is not there."""
        for index in range(self.count()):
            held = self.itemData(index)
            if isinstance(held, _Held) and held.value == value:
                self.setCurrentIndex(index)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Field(QWidget):
    """A control with its label above it. `set_error` shows a sentence below, and tells a screen reader."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        control: QWidget,
        *,
        help_text: str = "",
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._help_text = help_text
        self.label = Text(theme, name, "strong", wrap=False)
        self.label.setBuddy(control)
        self.help = Text(theme, help_text, "caption", ink="text2")
        self.help.setVisible(bool(help_text))
        self.error = Text(theme, "", "caption", ink="danger")
        self._error_row = QWidget()
        self._lay_out(theme, optional=optional)
        if not isinstance(control, QComboBox):
            control.setAccessibleName(name)
        elif control.isEditable():
            control.lineEdit().setAccessibleName(name)
        self.set_error("")

    def _lay_out(self, theme: Theme, *, optional: bool) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.label)
        if optional:
            head.addWidget(Text(theme, tr("optional"), "caption", ink="text2", wrap=False))
        head.addStretch(1)
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(QMargins())
        row.addWidget(Picture(theme, "circle-alert", 20, ink="danger"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(self.control)
        column.addWidget(self._error_row)
        column.addWidget(self.help)

    def set_help(self, sentence: str) -> None:
        """Change the line below, such as to show back what was understood."""
        self._help_text = sentence
        self.help.setText(sentence)
        self.help.setVisible(bool(sentence))

    def set_error(self, sentence: str) -> None:
        """Show what to put right; an empty sentence takes it away."""
        self.error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.setAccessibleDescription(sentence or self._help_text)
        if self.isVisible():  # the border's color hangs on the property
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
