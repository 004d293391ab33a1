"""The rarer fields of the visit form: with whom, whose, how long, what to prepare and bring, and who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.domain.appointments import AppointmentKind
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.ride_words import kind_words
from caregiver_app.domain.sharing import audience_words
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.ui.rides.draft import VisitDraft, kind_of
from caregiver_app.ui.rides.rows import person_choice, row
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit, TextArea
from caregiver_app.ui.widgets.typed_choice import TypedChoice
from caregiver_app.words import tr


class VisitFields(QWidget):
    """Kind and length follow the title until they are chosen."""

    def __init__(self, theme: Theme, draft: VisitDraft, people: Sequence[Person], team: Sequence[str]) -> None:
        super().__init__()
        self.clinician = TypedChoice(theme, draft.clinician, team, find=True)
        self.kind, self.person, self.audience = ComboBox(theme), ComboBox(theme), ComboBox(theme)
        self.length, self.early = LineEdit(draft.length), LineEdit(draft.early)
        self.prepare, self.bring = TextArea(theme, draft.prepare, lines=2), TextArea(theme, draft.bring, lines=2)
        self.companion = person_choice(theme, [each for each in people if each.role is not Role.SERVICE], tr("Nobody"))
        self.public_title, self.notes = LineEdit(draft.public_title), TextArea(theme, draft.notes, lines=2)
        self._fill(draft, people)
        self.fields = self._made(theme)
        self._lay_out(theme)
        self.follow(draft)

    def typed(self) -> dict[str, Any]:
        """What is typed and chosen, as values of a draft."""
        return {
            "kind": self.kind.value(),
            "clinician": self.clinician.text(),
            "person_id": self.person.value(),
            "length": self.length.text(),
            "early": self.early.text(),
            "prepare": self.prepare.toPlainText(),
            "bring": self.bring.toPlainText(),
            "companion_id": self.companion.value(),
            "public_title": self.public_title.text(),
            "audience": self.audience.value(),
            "notes": self.notes.toPlainText(),
        }

    def put_back(self, draft: VisitDraft) -> None:
        """Put these in place of what stands there."""
        for choice, value in ((self.kind, draft.kind), (self.person, draft.person_id), (self.audience, draft.audience)):
            choice.choose(value)
        self.companion.choose(draft.companion_id)
        self.clinician.setEditText(draft.clinician)
        self.length.setText(draft.length)
        self.early.setText(draft.early)
        self.public_title.setText(draft.public_title)
        for area, text in ((self.prepare, draft.prepare), (self.bring, draft.bring), (self.notes, draft.notes)):
            area.setPlainText(text)

    def follow(self, draft: VisitDraft) -> None:
        """Show what is guessed from the title, and what is usual for the kind."""
        kind = kind_of(draft)
        self.kind.setItemText(0, tr("As the title says: {kind}").format(kind=kind_words(kind)))
        self.length.setPlaceholderText(tr("About {length}").format(length=minutes_words(kind.minutes)))

    def _fill(self, draft: VisitDraft, people: Sequence[Person]) -> None:
        self.kind.add("", None)
        for kind in AppointmentKind:
            self.kind.add(kind_words(kind), kind)
        self.kind.choose(draft.kind)
        for audience in Audience:
            self.audience.add(audience_words(audience), audience)
        self.audience.choose(draft.audience)
        self.companion.choose(draft.companion_id)
        center = {each.role: each for each in people}
        cared_for, caregiver = center.get(Role.CARED_FOR), center.get(Role.CAREGIVER)
        self.person.add(cared_for.first_name if cared_for else tr("Your person"), None)
        if caregiver is not None:
            self.person.add(tr("Yours"), caregiver.id)
        self.person.choose(draft.person_id)
        self.public_title.setPlaceholderText(tr("Morning drive"))

    def _made(self, theme: Theme) -> dict[str, Field]:
        new_one = tr("A new name is kept in the care team.")
        on_paper = tr("The driver’s sheet shows these words in place of the title.")
        return {
            "clinician": Field(theme, tr("With whom"), self.clinician, optional=True, help_text=new_one),
            "person": Field(theme, tr("Whose visit"), self.person),
            "kind": Field(theme, tr("Kind of visit"), self.kind),
            "minutes": Field(theme, tr("How long"), self.length, optional=True),
            "early": Field(theme, tr("Be there early"), self.early, optional=True),
            "companion": Field(theme, tr("Who comes along to listen"), self.companion, optional=True),
            "prepare": Field(theme, tr("How to prepare"), self.prepare, optional=True),
            "bring": Field(theme, tr("What to bring"), self.bring, optional=True),
            "audience": Field(theme, tr("Who may see the rides on paper"), self.audience),
            "public_title": Field(theme, tr("Words for paper"), self.public_title, optional=True, help_text=on_paper),
            "notes": Field(theme, tr("Notes"), self.notes, optional=True, help_text=tr("Only you see these.")),
        }

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins(0, 0, 0, theme.px(8)))
        column.setSpacing(theme.px(12))
        rows = (
            ("clinician", "person"),
            ("kind", "companion"),
            ("minutes", "early"),
            ("prepare", "bring"),
            ("audience", "public_title"),
            ("notes",),
        )
        for names in rows:
            column.addWidget(row(theme, 36, [self.fields[name] for name in names]))
