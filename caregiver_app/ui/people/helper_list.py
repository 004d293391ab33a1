"""The list of helpers: disc, name, phone, what they are glad to do, and when they should not be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from caregiver_app.domain.people import Person
from caregiver_app.domain.person_words import free_words, glad_words, limit_words, not_now_words
from caregiver_app.ui.theme import Theme
from caregiver_app.ui.widgets.disc import disc_color, initials
from caregiver_app.ui.widgets.entry_list import ENTRY, Entry, EntryDelegate, EntryList, Index
from caregiver_app.words import ntr, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperRow(Entry):
    """One helper as the list tells of them."""

    record: Person
    color: QColor
    usual: str
    not_now: str

    @property
    def spoken(self) -> str:
        person = self.record
        return tr(", ").join(part for part in (person.name, person.phone, self.usual, self.not_now) if part)

    @property
    def shown(self) -> tuple[tuple[str, str, str], ...]:
        name = tr("{name}   {phone}").format(name=self.name, phone=self.record.phone).strip()
        words = [(name, "strong", "text"), (self.usual, "caption", "text2"), (self.not_now, "caption", "warn")]
        return tuple(line for line in words if line[0])


def rows_of(people: Sequence[Person], today: date) -> list[HelperRow]:
    """A row for each person, with the words that tell of them."""
    return [
        HelperRow(
            record=person,
            name=person.name,
            also=f"{person.email} {person.notes}",
            color=disc_color(person.id),
            usual=_usual(person),
            not_now=tr(" · ").join(not_now_words(person, today)),
        )
        for person in people
    ]


def _usual(person: Person) -> str:
    glad = glad_words(person)
    words = [tr("Glad to do: {kinds}").format(kinds=glad) if glad else "", _drives(person)]
    words += free_words(person.free)
    words += [limit_words(person.at_most)] if person.at_most else []
    return tr(" · ").join(word for word in words if word)


def _drives(person: Person) -> str:
    if not person.drives:
        return ""
    if person.seats is None:
        return tr("Drives")
    return ntr("Drives, {n} seat", "Drives, {n} seats", person.seats).format(n=person.seats)


class HelperList(EntryList):
    """Helpers, each with a disc; `opened` and `removed` bring a Person."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, tr("Helpers"), parent)
        self.setItemDelegate(_HelperDelegate(theme, self))


class _HelperDelegate(EntryDelegate):
    """Paints the disc beside the words."""

    LEFT = 72
    LEAST = 68

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        theme, row = self._theme, index.data(ENTRY)
        disc = QRect(option.rect.x() + theme.px(16), option.rect.y() + theme.px(14), theme.px(40), theme.px(40))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(row.color)
        painter.drawEllipse(disc)
        painter.setPen(QColor("#FFFFFF"))
        painter.setFont(theme.letters(16, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(row.name))
        painter.restore()
