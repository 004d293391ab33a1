"""Figures we use: published ones with their source and how sure they are, and the person's own over them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from caregiver_app.domain.expenses import OwnFigure
from caregiver_app.domain.money.rates import Key, Rates
from caregiver_app.domain.rate_words import RateGroup, days_words, figure_label, rate_groups, value_words
from caregiver_app.services.expense_sheets.figures_used import figures_section
from caregiver_app.services.expenses import own_figures, rates, remove_figure
from caregiver_app.ui.expenses.own_figure import OwnFigureEditor, key_of
from caregiver_app.ui.expenses.section_table import SectionTable
from caregiver_app.ui.expenses.sharing import Rows
from caregiver_app.ui.expenses.year_parts import Stretch
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.undo_here import UndoHere
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.flow import Flow, Reflow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork


class RatesDialog(Dialog):
    """A table for each group of figures; own ones are kept at once, and can be undone here."""

    WIDTH = 900

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("Figures we use"), parent)
        theme = self.theme
        about = tr(
            "Published figures change from time to time. Where you know a newer one, type it here, and it is used "
            "in place of ours on its days."
        )
        self.body.addWidget(Text(theme, about, ink="text2"))
        self.parts_by_title: dict[str, GroupPart] = {}
        for group in rate_groups():
            part = self.parts_by_title[group.title] = GroupPart(self, group)
            part.own_button.clicked.connect(partial(self._type_own, group))
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.undo_button = UndoHere(self.parts)
        self.close_button = Button(theme, tr("Close"), kind=PLAIN)
        self.close_button.clicked.connect(self.reject)
        self.foot.addWidget(self.undo_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.close_button)
        parts.actions.changed.connect(self.refresh)
        self.close_button.setFocus()  # the first table is higher than the window; its head would be out of sight
        self.refresh()

    def _ask(self) -> tuple[Rates, Sequence[OwnFigure]]:
        return self.parts.actions.read(_used)

    def refresh(self, _changes: object = None) -> None:
        """Read the figures again and show them."""
        now, own = self._ask()
        for part in self.parts_by_title.values():
            part.show_figures(now, own)
        self.grow_soon()

    def _type_own(self, group: RateGroup, _checked: bool = False) -> OwnFigureEditor:
        form = OwnFigureEditor(self.parts, group.keys, None, self)
        form.open()
        return form

    def change(self, group: RateGroup, own: OwnFigure, _checked: bool = False) -> OwnFigureEditor:
        """Open the form of an own figure."""
        form = OwnFigureEditor(self.parts, group.keys, own, self)
        form.open()
        return form

    def remove_soon(self, own: OwnFigure, _checked: bool = False) -> None:
        """When the click is over: it takes the button away that was clicked."""
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, partial(self._remove, own))

    def _remove(self, own: OwnFigure) -> None:
        self.parts.actions.run(tr("Remove your figure"), partial(remove_figure, figure=own), silent=True)


class GroupPart(Stretch):
    """One group: its table, from when on nothing is published, and the person's own figures."""

    def __init__(self, dialog: RatesDialog, group: RateGroup) -> None:
        theme = dialog.theme
        super().__init__(theme, group.title, [Text(theme, group.about, "caption", ink="text2")])
        self._dialog, self._group = dialog, group
        self.table = SectionTable(theme, group.title)
        self.later = Text(theme, "", ink="text2")
        self.own = Rows(theme)
        self.own_button = Button(theme, tr("Type your own"), kind=QUIET, icon="pencil")
        self.own_button.setAccessibleDescription(group.title)
        for widget in (self.table, self.later, self.own, Flow(theme.px(8), [self.own_button])):
            self.column.addWidget(widget)

    def show_figures(self, now: Rates, own: Sequence[OwnFigure]) -> None:
        """Show these from now on."""
        section = figures_section(self._group, now)
        self.table.show_section(section)
        self.later.setText(" ".join(section.says))
        self.later.setVisible(bool(section.says))
        keys = [(each, key_of(each)) for each in own]
        self.own.show_rows([self._row(each, key) for each, key in keys if key in self._group.keys])
        self.own.setVisible(bool(self.own.rows))
        for one, after in pairwise([self.table, *self.own.buttons(), self.own_button]):
            self.setTabOrder(one, after)

    def _row(self, own: OwnFigure, key: Key) -> QWidget:
        words = own_words(own, key)
        change, remove = (Button(self._theme, text, kind=QUIET) for text in (tr("Change"), tr("Remove")))
        for button in (change, remove):
            button.setAccessibleDescription(words)
        change.clicked.connect(partial(self._dialog.change, self._group, own))
        remove.clicked.connect(partial(self._dialog.remove_soon, own))
        row = Reflow(self._theme.px(12), 0)
        row.add(Text(self._theme, words), 1, Qt.AlignmentFlag.AlignVCenter)
        row.add(change, 0)
        row.add(remove, 0)
        return row


def own_words(own: OwnFigure, key: Key) -> str:
    """A figure that the person typed: “Yours: A mile for care, 25 cents. 2027. IRS notice.”."""
    words = tr("Yours: {figure}, {value}. {days}.").format(
        figure=figure_label(key), value=value_words(key, own.value), days=days_words(own.first, own.last)
    )
    return tr("{words} {source}.").format(words=words, source=own.source.rstrip(".")) if own.source else words


def _used(work: UnitOfWork) -> tuple[Rates, list[OwnFigure]]:
    return rates(work), own_figures(work)
