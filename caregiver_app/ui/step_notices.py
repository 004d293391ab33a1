"""Tells what was done, with the button that takes it back; such a notice goes when its step is the last no more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_app.ui.actions import Actions
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.ui.widgets.notices import Notices


class StepNotices(QObject):
    """`strip` gives the strip of the window as it is now."""

    def __init__(self, actions: Actions, strip: Callable[[], Notices], parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._strip = actions, strip
        self._offer: tuple[Callable[[], str], str] | None = None  # what the button stands for
        actions.done.connect(self._tell_done)
        actions.told.connect(self._tell)
        actions.undone.connect(self._tell_undone)
        actions.redone.connect(self._tell_redone)
        actions.history_changed.connect(self._look_at_offer)

    def forget(self) -> None:
        """Another notice stands there now."""
        self._offer = None

    def _look_at_offer(self) -> None:
        if self._offer is None:
            return
        text, expected = self._offer
        if text() != expected:
            self._offer = None
            self._strip().clear()

    def _tell(self, sentence: str) -> None:
        self._offer = None
        self._strip().tell(sentence)

    def _tell_done(self, label: str, day: str, told: str) -> None:
        words = tr("{step} – saved for {day}.") if day else tr("{step} – saved.")
        self._tell_step(told or words.format(step=label, day=day), undo=True)

    def _tell_undone(self, label: str) -> None:
        self._tell_step(tr("{step} – taken back.").format(step=label), undo=False)

    def _tell_redone(self, label: str) -> None:
        self._tell_step(tr("{step} – done again.").format(step=label), undo=True)

    def _tell_step(self, sentence: str, *, undo: bool) -> None:
        actions = self._actions
        text = actions.undo_text if undo else actions.redo_text
        self._offer = text, text()
        self._strip().tell(sentence, tr("Undo") if undo else tr("Redo"), actions.undo if undo else actions.redo)
