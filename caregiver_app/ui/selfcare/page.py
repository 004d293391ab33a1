"""The Self-care tab. Its head is there at once; the small things come when the file is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.page import Page
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PRIMARY, Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import PageOfWords, SteadyScrolling
from caregiver_app.words import tr

if TYPE_CHECKING:
    from uuid import UUID

    from caregiver_app.domain.records import Record
    from caregiver_app.ui.selfcare.panel import SelfCarePanel


class SelfCarePage(Page):
    """What does the caregiver good. Nothing here keeps score."""

    sheet = "selfcare"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        theme = parts.theme
        self._panel: SelfCarePanel | None = None
        self.print_button = Button(theme, tr("Print"), icon="printer")
        self.new_button = Button(theme, tr("Add a small thing"), kind=PRIMARY, icon="plus")
        hint = tr("Small things count. Nothing here keeps score.")
        self.head = PageHeader(theme, tr("Self-care"), hint, [self.print_button, self.new_button])
        inner = PageOfWords()
        self._column = QVBoxLayout(inner)
        self._scrolling = SteadyScrolling(inner)
        right = theme.px(28) - self._scrolling.bar_width
        self._column.setContentsMargins(theme.px(28), theme.px(20), right, theme.px(24))
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(self.head)
        self._column.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scrolling)
        self.print_button.clicked.connect(self._print)
        self.new_button.clicked.connect(self._new_when_open)

    @property
    def shows(self) -> tuple[type[Record], ...]:  # type: ignore[override]
        """Kinds of records on this page; asked for only after something was saved."""
        from caregiver_app.ui.selfcare.panel import SHOWS

        return SHOWS

    @property
    def panel(self) -> SelfCarePanel:
        """Everything below the head, built when it is first needed."""
        if self._panel is None:
            from caregiver_app.ui.selfcare.panel import SelfCarePanel

            self._panel = SelfCarePanel(self.parts)
            self._panel.sight_wanted.connect(self._scrolling.show_whole)
            self._panel.record_wanted.connect(self.record_wanted)
            self._panel.asking_ended.connect(self.asking_ended)
            self._panel.top_wanted.connect(self._scrolling.show_top)
            self._column.addWidget(self._panel, 1)
        return self._panel

    def reload(self) -> None:
        self.panel.reload()

    def new_thing(self) -> None:
        self.panel.dialogs.edit_thing()

    def find_text(self) -> None:
        """Only the journal has words to find."""
        self.parts.actions.when_open(self._open_journal)

    def show_record(self, record_id: UUID) -> None:
        """Go to a small thing by its id; an entry of the journal opens the journal."""
        self.parts.actions.when_open(partial(self._show_record, record_id))

    def _show_record(self, record_id: UUID) -> None:
        self.panel.show_record(record_id)

    def _open_journal(self) -> None:
        self.panel.dialogs.journal()

    def _new_when_open(self) -> None:
        self.parts.actions.when_open(self.new_thing)

    def _print(self) -> None:
        self.print_wanted.emit(self.sheet, None, None)
