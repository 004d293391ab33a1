"""Fields of a form: a label above that names it, help below, and a sentence when something is to be put right."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMargins, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
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
from caregiver_app.ui.widgets.type_ahead import TypeAhead
from caregiver_app.words import tr


class LineEdit(QLineEdit):
    """One line. With nothing of its own to undo it leaves Ctrl+Z to the window, or to nobody with `keeps_undo`."""

    keeps_undo = False

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursorPosition(0)

    def setClearButtonEnabled(self, enable: bool) -> None:
        """The button has a name for those who hear it."""
        super().setClearButtonEnabled(enable)
        for button in self.findChildren(QAbstractButton):
            button.setAccessibleName(tr("Clear"))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if (undo or redo) and not self.keeps_undo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and a letter is a command, and no letter; on a Mac it is how other letters are written."""
        is_alt = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.AltModifier
        if is_alt and event.text().isprintable() and event.text() and sys.platform != "darwin":
            event.ignore()
        else:
            super().keyPressEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, theme: Theme, text: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setTabStopDistance(theme.px(96))  # columns of a pasted table stay apart
        self._height = self.fontMetrics().lineSpacing() * lines + theme.px(24)
        self.setMinimumHeight(max(self._height, theme.px(44)))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height)


_PATIENCE = 3  # times as long as Qt waits for the next letter: not everybody types fast


class _Held:
    """Carries a value through Qt, which would turn an enum of words into plain words."""

    def __init__(self, value: object) -> None:
        self.value = value


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIED = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ComboBox(QComboBox):
    """A choice. The wheel scrolls the form, not the choice; typing finds by any word.

    Enter after another choice was made by key confirms it and goes on; it does not press the button of the form.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.px(44))
        self.setItemDelegate(QStyledItemDelegate(self))  # the delegate of its own knows no style sheet: low rows
        self._ahead = TypeAhead(QApplication.keyboardInputInterval() * _PATIENCE / 1000)
        self._list: QWidget | None = None
        self._was_moved = False

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._was_moved and not event.modifiers() & _MODIFIED:
            self._was_moved = False
            self.focusNextChild()
            return
        before = self.currentIndex()
        if not self._choose_by_letter(event):
            super().keyPressEvent(event)
        if self.currentIndex() != before:
            self._was_moved = True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._was_moved = False
        super().focusOutEvent(event)

    def showPopup(self) -> None:
        if self._list is None:
            self._list = self.view()
            self._list.installEventFilter(self)  # the list that is open finds its rows the same way
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._look_by_letter(event)
        return super().eventFilter(watched, event)

    def _choose_by_letter(self, event: QKeyEvent) -> bool:
        """Choose by letters; whether the key was one of a word."""
        if self.isEditable() or not self._is_letter(event):
            return False
        place = self._ahead.add(event.text(), self._texts(), self.currentIndex())
        if place is not None and place != self.currentIndex():
            self.setCurrentIndex(place)
            self.activated.emit(place)
        return True

    def _look_by_letter(self, event: QKeyEvent) -> bool:
        if not self._is_letter(event):
            return False
        view = self.view()
        place = self._ahead.add(event.text(), self._texts(), view.currentIndex().row())
        if place is not None:
            view.setCurrentIndex(self.model().index(place, self.modelColumn(), self.rootModelIndex()))
        return True

    def _is_letter(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to a word; a space alone opens the list."""
        text = event.text()
        if event.modifiers() & _MODIFIED or not text.isprintable():
            return False
        return bool(text.strip()) or (bool(text) and self._ahead.is_typing)

    def _texts(self) -> list[str]:
        return [self.itemText(place) for place in range(self.count())]


class Field(QWidget):
    """A control with its label above it. `set_error` shows a sentence below, and tells a screen reader.

    The sentence goes when the control is changed: `mended` says so.
    """

    mended = Signal()

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
        # without a parent it would be a window for a moment
        self.help = Text(theme, help_text, "caption", ink="text2", parent=self)
        self.help.setVisible(bool(help_text))
        self.error = Text(theme, "", "caption", ink="danger")
        self._error_row = QWidget()
        self._lay_out(theme, optional=optional)
        if not isinstance(control, QComboBox):
            control.setAccessibleName(name)
        elif control.isEditable():
            control.lineEdit().setAccessibleName(name)
        self.set_error("")
        _changed_signal(control, self._control_changed)

    def _control_changed(self) -> None:
        if self.error.text():
            self.set_error("")
            self.mended.emit()

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
        self.control.setAccessibleDescription(self.error.text() or sentence)

    def set_error(self, sentence: str) -> None:
        """Show what to put right; an empty sentence takes it away."""
        self.error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.setAccessibleDescription(sentence or self._help_text)
        if self.isVisible():  # the border's color hangs on the property
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)


def _changed_signal(control: QWidget, deed: Callable[[], None]) -> None:
    """Calls `deed` whenever another thing stands in a control."""
    if isinstance(control, QLineEdit | QPlainTextEdit):
        control.textChanged.connect(deed)
    elif isinstance(control, QComboBox):
        control.currentTextChanged.connect(deed)
    elif isinstance(control, QAbstractButton):
        control.toggled.connect(deed)
