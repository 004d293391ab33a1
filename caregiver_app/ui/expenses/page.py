"""The Expenses tab. Its head is there at once; the numbers come when the file is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.page import Page
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import PageOfWords, scroll_page
from caregiver_app.words import tr

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import QMimeData

    from caregiver_app.domain.records import Record
    from caregiver_app.ui.expenses.panel import ExpensesPanel


class ExpensesPage(Page):
    """What the family paid itself, and what to add; photos of receipts can be dropped or pasted here."""

    sheet = "expenses"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        theme = parts.theme
        self._panel: ExpensesPanel | None = None
        self.print_button = Button(theme, tr("Print"), icon="printer")
        self.add_button = Button(theme, tr("Add expense"), kind=PRIMARY, icon="plus")
        self.head = PageHeader(
            theme, tr("Expenses"), tr("Costs you paid yourself"), [self.print_button, self.add_button]
        )
        self._column, self._scrolling = scroll_page(theme, self, PageOfWords(), self.head)
        self.setAcceptDrops(True)
        self.print_button.clicked.connect(self._print)
        self.add_button.clicked.connect(self._add_when_open)

    @property
    def shows(self) -> tuple[type[Record], ...]:  # type: ignore[override]
        """Kinds of records on this page; asked for only after something was saved."""
        from caregiver_app.ui.expenses.panel import SHOWS

        return SHOWS

    @property
    def panel(self) -> ExpensesPanel:
        """Figures, pictures and the list, built when they are first needed."""
        if self._panel is None:
            from caregiver_app.ui.expenses.panel import ExpensesPanel

            self._panel = ExpensesPanel(self.parts)
            self._panel.sight_wanted.connect(self._scrolling.show_whole)
            self._column.addWidget(self._panel, 1)
            self._watch_paste()
        return self._panel

    def _watch_paste(self) -> None:
        """Ctrl+V of a photo or a file, wherever the keyboard is on this tab."""
        from caregiver_app.ui.expenses.receipt_paste import PasteWatch

        watch = PasteWatch(self.window(), self._paste)
        self.destroyed.connect(watch.deleteLater)

    def reload(self) -> None:
        self.panel.reload()

    def new_thing(self) -> None:
        self.panel.add()

    def find_text(self) -> None:
        self.parts.actions.when_open(self._find)

    def show_record(self, record_id: UUID) -> None:
        """Open a cost by its id; the id of a visit opens a new cost for it."""
        self.parts.actions.when_open(partial(self._show_record, record_id))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from caregiver_app.ui.expenses.receipt_intake import can_take

        if self.parts.actions.is_open and can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.panel.take_receipts(event.mimeData())

    def _paste(self, mime: QMimeData) -> None:
        if self.isVisible():
            self.panel.take_receipts(mime)

    def _show_record(self, record_id: UUID) -> None:
        self.panel.show_record(record_id)

    def _find(self) -> None:
        self.panel.find_text()

    def _add_when_open(self) -> None:
        self.parts.actions.when_open(self.new_thing)

    def _print(self) -> None:
        self.print_wanted.emit(self.sheet, None, None)
