"""The rarer fields of the task form: kind, length, place, how many people, a backup, and who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from caregiver_app.domain.calendar import ANY_TIME
from caregiver_app.domain.kinds import Audience, TaskKind
from caregiver_app.domain.people import Person
from caregiver_app.domain.person_words import kind_words
from caregiver_app.domain.sharing import audience_words, neutral_title
from caregiver_app.domain.spoken import minutes_words
from caregiver_app.ui.asking.who_choice import person_name
from caregiver_app.ui.tasks.draft import Draft, audience_of, kind_of
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.fields import ComboBox, Field, LineEdit
from caregiver_app.ui.widgets.flow import Reflow
from caregiver_app.words import tr


class MoreFields(QWidget):
    """Kind and audience follow the title until they are chosen."""

    def __init__(self, theme: Theme, draft: Draft, people: Sequence[Person], places: Sequence[str]) -> None:
        super().__init__()
        self.kind, self.audience, self.backup = ComboBox(theme), ComboBox(theme), ComboBox(theme)
        self.length, self.place = LineEdit(draft.length), LineEdit(draft.place)
        self.needed, self.public_title = LineEdit(draft.needed), LineEdit(draft.public_title)
        self._fill(draft, people)
        self.place.setCompleter(_completer(places, self))
        self.fields = {
            "kind": Field(theme, tr("Kind of help"), self.kind),
            "minutes": Field(theme, tr("How long"), self.length, optional=True),
            "place": Field(theme, tr("Place"), self.place, optional=True),
            "needed": Field(theme, tr("How many people"), self.needed),
            "backup": Field(theme, tr("Backup person"), self.backup, optional=True),
            "audience": Field(theme, tr("Who may see it on paper"), self.audience),
            "public_title": Field(
                theme,
                tr("Words for the fridge"),
                self.public_title,
                optional=True,
                help_text=tr("Sheets show these words in place of the title."),
            ),
        }
        self._lay_out(theme)

    def typed(self) -> dict[str, Any]:
        """What is typed and chosen, as values of a draft."""
        return {
            "kind": self.kind.value(),
            "length": self.length.text(),
            "place": self.place.text(),
            "needed": self.needed.text(),
            "backup_id": self.backup.value(),
            "audience": self.audience.value(),
            "public_title": self.public_title.text(),
        }

    def follow(self, draft: Draft) -> None:
        """Show what is guessed from the title, and what is usual for the kind."""
        kind = kind_of(draft)
        self.kind.setItemText(0, tr("As the title says: {kind}").format(kind=kind_words(kind)))
        usual = audience_words(audience_of(replace(draft, audience=None)))
        self.audience.setItemText(0, tr("As usual: {who}").format(who=usual))
        self.public_title.setPlaceholderText(neutral_title(kind, draft.title, ANY_TIME))
        self.length.setPlaceholderText(tr("About {length}").format(length=minutes_words(kind.minutes)))

    def _fill(self, draft: Draft, people: Sequence[Person]) -> None:
        self.kind.add("", None)
        for kind in TaskKind:
            self.kind.add(kind_words(kind), kind)
        self.kind.choose(draft.kind)
        self.audience.add("", None)
        for audience in Audience:
            self.audience.add(audience_words(audience), audience)
        self.audience.choose(draft.audience)
        self.backup.add(tr("Nobody"), None)
        for person in people:
            self.backup.add(person_name(person), person.id)
        self.backup.choose(draft.backup_id)
        self.follow(draft)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(QMargins())
        column.setSpacing(theme.px(16))
        for names in (("kind", "minutes"), ("place",), ("needed", "backup"), ("audience",), ("public_title",)):
            row = Reflow(theme.px(12), 26)
            for name in names:
                row.add(self.fields[name])
            column.addWidget(row)


def _completer(places: Sequence[str], parent: QWidget) -> QCompleter:
    completer = QCompleter(list(places), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
