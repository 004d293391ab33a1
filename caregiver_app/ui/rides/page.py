"""The Rides tab. Its head is there at once; the visits come when the file is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from caregiver_app.ui.panel_page import PanelPage
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.rides.strip import COMING, MONTH, WEEK, RidesStrip
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.words import tr

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from caregiver_app.domain.records import Record
    from caregiver_app.ui.rides.panel import RidesPanel
    from caregiver_app.ui.unkept import Begun


def _hint(*, is_over: bool) -> str:
    return tr("Visits and rides, kept as they were") if is_over else tr("Who drives to visits and treatment")


class _Sheet(QWidget):
    """What scrolls. It takes the width it is given."""

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class RidesPage(PanelPage):
    """Who drives to visits and treatment."""

    sheet = "rides"
    SHOWN_BY = "rides shown by"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        theme = parts.theme
        known = parts.settings.text(self.SHOWN_BY, COMING)
        self.print_button = Button(theme, tr("Print ride sheet"), icon="printer")
        self.new_button = Button(theme, tr("New visit"), kind=PRIMARY, icon="plus")
        self.strip = RidesStrip(parts, known if known in (COMING, WEEK, MONTH) else COMING)
        self.head = PageHeader(theme, tr("Rides"), _hint(is_over=False), [self.print_button, self.new_button])
        self.lay_out(_Sheet(), self.head)
        self.setAcceptDrops(True)

    @property
    def shows(self) -> tuple[type[Record], ...]:  # type: ignore[override]
        """Kinds of records on this page; asked for only after something was saved."""
        from caregiver_app.ui.rides.panel import SHOWS

        return SHOWS

    @property
    def panel(self) -> RidesPanel:
        """The visits, built when they are first needed."""
        if self._panel is None:
            from caregiver_app.ui.rides.panel import RidesPanel

            self._panel = RidesPanel(self.parts, self.strip)
            self._panel.print_wanted.connect(self.print_wanted)
            self._panel.slip_wanted.connect(self._print_slip)
            self._panel.time_off_wanted.connect(self._log_time_off)
            self._panel.cost_wanted.connect(self._add_cost)
            self._panel.sight_wanted.connect(self._scrolling.show_whole)
            self._column.addWidget(self._panel, 1)
        return self._panel

    def reload(self) -> None:
        super().reload()
        is_over = self.panel.view is not None and self.panel.view.is_over
        self.head.hint.setText(_hint(is_over=is_over))
        self.new_button.be(PLAIN if is_over else PRIMARY)

    def unsaved(self) -> object:
        return self._panel.unsaved() if self._panel is not None else None

    def take_up(self, unsaved: object) -> None:
        if unsaved is not None:
            self.panel.take_up(unsaved)

    def begun(self) -> Begun | None:
        coming = self._panel.coming if self._panel is not None else None
        return coming.begun() if coming is not None else None

    def new_thing(self) -> None:
        self.panel.new_visit()

    def find_text(self) -> None:
        self.strip.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.strip.search.selectAll()

    def show_record(self, record_id: UUID) -> None:
        """Go to a visit by its id, or that of one of its rides; the caregiver’s id opens a new visit of their own."""
        self.parts.actions.when_open(partial(self._show_record, record_id))

    def _show_record(self, record_id: UUID) -> None:
        if not self.panel.show_record(record_id):
            self.panel.new_own_visit(record_id)

    def _print_slip(self, day: date, visit_id: UUID) -> None:
        self.print_wanted.emit("slip", day, visit_id)

    def _log_time_off(self, visit_id: UUID) -> None:
        self.record_wanted.emit("leave", visit_id)

    def _add_cost(self, visit_id: UUID) -> None:
        self.cost_wanted.emit(visit_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from caregiver_app.ui.rides.calendar_file import ics_path_of

        if ics_path_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A calendar file dropped here shows what it would bring."""
        from caregiver_app.ui.rides.calendar_file import ics_path_of, open_file

        path = ics_path_of(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.parts.actions.when_open(partial(open_file, self.parts, self, path))
