"""The ten kinds of help as check boxes, in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.kinds import TaskKind
from caregiver_app.domain.person_words import kind_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.checks import CheckBox
from caregiver_app.ui.widgets.flow import Flow


class KindChecks(Flow):
    """What somebody is glad to do."""

    def __init__(self, theme: Theme, ticked: Collection[TaskKind], parent: QWidget | None = None) -> None:
        super().__init__(theme.px(8), parent=parent)
        self._boxes = {kind: CheckBox(kind_words(kind)) for kind in TaskKind}
        width = max(box.sizeHint().width() for box in self._boxes.values())
        for kind, box in self._boxes.items():
            box.setChecked(kind in ticked)
            box.setFixedWidth(min(width, theme.px(240)))
            self.add(box)

    def kinds(self) -> frozenset[TaskKind]:
        """The kinds that are ticked."""
        return frozenset(kind for kind, box in self._boxes.items() if box.isChecked())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:  # type: ignore[override]
        """Go to the first box."""
        next(iter(self._boxes.values())).setFocus(reason)
