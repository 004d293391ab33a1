"""Ctrl+V of a photo or file anywhere in a window, also while the keyboard is in a field for words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from caregiver_app.ui.expenses.receipt_intake import can_take, files_of


class PasteWatch(QObject):
    """Listens to the widget that has the keyboard. Words still go into fields; files and pictures are taken."""

    def __init__(self, window: QWidget, take: Callable[[QMimeData], object]) -> None:
        super().__init__(window)
        self._window, self._take = window, take
        self._watched: QWidget | None = None
        app = QApplication.instance()
        assert isinstance(app, QApplication), "there is no widget without it"
        app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, _new: QWidget | None) -> None:
        """The widget before may be going to pieces: ask for the one that has the keyboard now."""
        now = QApplication.focusWidget()
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if now is not None and isValid(self._window) and now.window() is self._window:
            self._watched = now
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not event.matches(QKeySequence.StandardKey.Paste) or not self._is_for_us(watched):
            return super().eventFilter(watched, event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._take(QApplication.clipboard().mimeData())
        return True

    @staticmethod
    def _is_for_us(watched: QObject) -> bool:
        mime = QApplication.clipboard().mimeData()
        if not can_take(mime):
            return False
        takes_words = isinstance(watched, (QLineEdit, QPlainTextEdit))
        return not takes_words or bool(files_of(mime)) or not mime.hasText()
