"""Boxes and buttons to tick whose words wrap; the whole row can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # two of Qt's classes can't stand behind one of ours

WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
WIDEST = 100_000


def _prepare(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _left(button: QAbstractButton, option: QStyleOptionButton) -> int:
    """Where the words begin, behind the box."""
    part = QStyle.SubElement
    words = part.SE_RadioButtonContents if isinstance(button, QRadioButton) else part.SE_CheckBoxContents
    return button.style().subElementRect(words, option, button).left()


def _words(button: QAbstractButton, width: int) -> QRect:
    return button.fontMetrics().boundingRect(QRect(0, 0, max(width, 1), WIDEST), WRAP, button.text())


def _row(button: QAbstractButton, option: QStyleOptionButton) -> QStyleOptionButton:
    """The option as for a single line of words: so high is the box with its room."""
    option.rect = QRect(QPoint(0, 0), QSize(button.width(), _stock_height(button)))
    return option


def _stock_height(button: QAbstractButton) -> int:
    """What a single line takes."""
    if isinstance(button, QRadioButton):
        return QRadioButton.sizeHint(button).height()
    assert isinstance(button, QCheckBox), "there is no third kind"
    return QCheckBox.sizeHint(button).height()


def _height(button: QAbstractButton, option: QStyleOptionButton, width: int) -> int:
    line, stock = button.fontMetrics().height(), _stock_height(button)
    words = _words(button, width - _left(button, _row(button, option)))
    return max(stock, words.height() + stock - line)


def _least(button: QAbstractButton, option: QStyleOptionButton) -> QSize:
    longest = max((button.fontMetrics().horizontalAdvance(word) for word in button.text().split()), default=0)
    return QSize(_left(button, _row(button, option)) + longest + 2, _stock_height(button))


def _paint(button: QAbstractButton, option: QStyleOptionButton, painter: QPainter) -> None:
    radio = isinstance(button, QRadioButton)
    option = _row(button, option)
    text, option.text = option.text, ""
    control = QStyle.ControlElement.CE_RadioButton if radio else QStyle.ControlElement.CE_CheckBox
    button.style().drawControl(control, option, painter, button)
    left = _left(button, option)
    top = (_stock_height(button) - button.fontMetrics().height()) // 2
    painter.setPen(button.palette().color(button.foregroundRole()))
    painter.drawText(QRect(left, top, button.width() - left, button.height()), WRAP, text)


class _Wrapping(_Button):
    """What boxes and round buttons have in common; `option` says how each is drawn now."""

    def option(self) -> QStyleOptionButton:
        """The style's words for its state."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _height(self, self.option(), width)

    def minimumSizeHint(self) -> QSize:
        return _least(self, self.option())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint(self, self.option(), painter)


class CheckBox(_Wrapping, QCheckBox):
    """A box to tick."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, text, parent)
        _prepare(self)

    def option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option


class RadioButton(_Wrapping, QRadioButton):
    """One of several answers."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, text, parent)
        _prepare(self)

    def option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option
