"""The visit of an open form was taken back: it can be brought back from there, and no word is lost."""

from __future__ import annotations

from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.records import ChangeSet
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.banner import Banner
from caregiver_app.words import tr


class TakenBack(Banner):
    """Shown from when the visit goes until it is here again; its button brings back all that went with it."""

    def __init__(self, parts: Parts, visit_id: UUID) -> None:
        title, words = tr("This visit was taken back"), tr("What you typed is safe here.")
        super().__init__(parts.theme, "info", title, words, button=tr("Bring it back"))
        self._actions, self._visit_id = parts.actions, visit_id
        self._gone: ChangeSet | None = None
        assert self.button is not None, "made with one"
        self.button.clicked.connect(self._bring_back)
        parts.actions.changed.connect(self._changed)
        self.hide()

    def say(self) -> None:
        """Tell it once more, as nothing can be saved without the visit."""
        announce(self, f"{self.title.text()}. {self.sentence.text()}")

    def _changed(self, changes: ChangeSet) -> None:
        for before, after in changes.of(Appointment):
            if self._visit_id in {each.id for each in (before, after) if each is not None}:
                self._gone = changes if after is None else None
                self.setVisible(self._gone is not None)

    def _bring_back(self) -> None:
        if self._gone is not None:
            back = self._gone.inverse()
            self._actions.run(tr("Bring a visit back"), lambda work: work.apply(back))
