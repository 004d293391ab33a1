"""A helper in one line, from anywhere: what is understood shows below while it is typed; Enter keeps it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.spoken import day_words
from caregiver_app.services import people
from caregiver_app.ui.forms import Editor
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.people.alike_note import AlikeNote
from caregiver_app.ui.people.chips import Chips
from caregiver_app.ui.people.offer_draft import OfferDraft
from caregiver_app.ui.people.offer_entry import OfferEntry
from caregiver_app.ui.widgets.beside import Beside
from caregiver_app.ui.widgets.buttons import QUIET, Button
from caregiver_app.ui.widgets.card import Card
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr


class QuickAdd(Editor):
    """One required field. `saved` brings the new helper."""

    WIDTH = 620
    saved = Signal(object)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("New helper in one line"), tr("Save helper"), parent)
        self._draft = OfferDraft(parts.actions.clock.today())
        self.entry = OfferEntry(self.theme)
        self.entry.textChanged.connect(self._typed)
        self.entry.entered.connect(self.try_to_save)
        self.entry.pasted.connect(self._pasted)
        like = tr("Like: Ben 555-0142 drives, weekday mornings")
        self.add_field("line", Field(self.theme, tr("Who offered, and what?"), self.entry, help_text=like))
        self._build_understood()
        self.body.addStretch(1)
        self.more_button = Button(self.theme, tr("More details…"), kind=QUIET)
        self.more_button.clicked.connect(self._open_form)
        self.foot.insertWidget(0, self.more_button)
        self.entry.setFocus()
        self._show()

    def fit(self) -> None:
        super().fit()
        room = self.screen().availableGeometry()
        self.resize(self.width(), min(self.theme.px(600), round(room.height() * 0.9)))

    def values(self) -> object:
        return (self.entry.toPlainText(), self.name.text(), self.phone.text())

    def save(self) -> bool:
        """Keep the helper, with the day of the offer."""
        person = self._draft.person()
        try:
            self.parts.actions.read(partial(people.refuse_alike, typed=person))
        except InvalidEntry:
            self.there.words.hide()  # it stands at the name now
            raise
        label = tr("Add {name}").format(name=person.first_name)
        saved = self.parts.actions.run(label, partial(people.save, person=person))
        if saved:
            self.saved.emit(person)
        return saved

    def _build_understood(self) -> None:
        theme = self.theme
        self._understood = Card(theme)
        self._understood.setAccessibleName(tr("What was understood"))
        self.name, self.phone = LineEdit(), LineEdit()
        self.name.textEdited.connect(self._name_typed)
        self.phone.textEdited.connect(self._phone_typed)
        self.fields["name"] = Field(theme, tr("Name"), self.name)
        phone = Field(theme, tr("Phone"), self.phone, optional=True)
        row = Beside(theme, 26, (self.fields["name"], phone))
        self._chips = Chips(theme, after=self.phone)
        self._chips.taken_off.connect(self._taken_off)
        self.there = AlikeNote(self.parts)
        self.there.changed.connect(self.accept)
        self._note = Text(theme, "", ink="text2")
        self._offered = Text(theme, "", "caption", ink="text2")
        self._understood.body.setSpacing(theme.px(12))
        for widget in (row, self.there, self._chips, self._note, self._offered):
            self._understood.body.addWidget(widget)
        self.body.addWidget(self._understood)

    # What happens

    def _typed(self) -> None:
        self._draft.read(self.entry.toPlainText())
        self._show()

    def _name_typed(self, name: str) -> None:
        self._draft.name = name
        self._show()

    def _phone_typed(self, phone: str) -> None:
        self._draft.phone = phone
        self._show()

    def _taken_off(self, key: object) -> None:
        self._draft.take_off(key)  # type: ignore[arg-type]
        self._show()
        self.entry.setFocus()

    def _show(self) -> None:
        offer = self._draft.offer
        for field, words in ((self.name, offer.name), (self.phone, offer.phone)):
            if not field.hasFocus() and field.text() != words:
                field.setText(words)
                field.setCursorPosition(0)
        self._show_alike()
        self._chips.show_chips(self._draft.chips())
        self._note.setText(tr("Kept as a note: {words}").format(words=offer.note))
        self._note.setVisible(bool(offer.note))
        self._offered.setText(tr("Offered on {day}").format(day=day_words(self._draft.today)))

    def _show_alike(self) -> None:
        """Who is there already is told before one more is added."""
        offer = self._draft.offer
        typed = self._draft.person_so_far() if offer.name or offer.phone else None
        found = self.parts.actions.read(partial(people.alike, typed=typed)) if typed is not None else None
        self.there.tell(found)

    def _open_form(self) -> None:
        """Go on in the full form with what was typed."""
        from caregiver_app.ui.people.editor import PersonEditor

        form = PersonEditor(self.parts, self._draft.person_so_far(), self.parentWidget())
        form.saved.connect(self.saved)
        form.open()
        self.accept()

    def _pasted(self, text: str) -> None:
        from caregiver_app.ui.people.pasted import PastedPeople

        table = PastedPeople(self.parts, text, self)
        table.finished_with.connect(self._table_done)
        table.open()

    def _table_done(self, left: str) -> None:
        """The table was kept; lines without a name come back to be put right here."""
        self.entry.setPlainText(left)
        if not left:
            self.accept()
