"""The print window: the page itself at the left, the choices at the right; print it or save it as a PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caregiver_app.domain.records import ChangeSet
from caregiver_app.services import printing
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.printing.choices import Choices
from caregiver_app.ui.printing.delivery import Delivered, Delivery, Stuck
from caregiver_app.ui.printing.findings import Findings, LeftOutList
from caregiver_app.ui.printing.making import MadeSheet, SheetMaker
from caregiver_app.ui.printing.pages_view import PagesView
from caregiver_app.ui.printing.trouble import Trouble
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button, IconButton
from caregiver_app.ui.widgets.focus_ring import FocusRing
from caregiver_app.ui.widgets.notices import Notices
from caregiver_app.ui.widgets.scrolling import Scrolling
from caregiver_app.ui.widgets.segmented import Segmented
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import ntr, tr

PANEL = 360
WIDEST = 16_777_215  # Qt's own "no limit"
PAGE, CHOICES = "page", "choices"
_BUTTONS, _LOW = 244, 400  # what the buttons take below one another, and what the choices want at least
_NARROW = 420  # the least room for the page beside the choices
_SLOW_MS = 400


class PrintWindow(QDialog):
    """Made for one sheet and day; every choice is shown at once on the page. `sheet_shown` brings what it shows.

    `about_id` is whose sheet to show first, of which visit, or of which job.
    """

    sheet_shown = Signal(object)

    def __init__(
        self,
        parts: Parts,
        sheet: str = "week",
        *,
        day: date | None = None,
        about_id: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.parts, self.theme = parts, parts.theme
        self._made: MadeSheet | None = None
        self._wanted: Callable[[MadeSheet], object] | None = None  # waits for the sheet that is being made
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(tr("Print"))
        self._maker = SheetMaker(parts, self)
        self._delivery = Delivery(parts, self)
        known = about_id if isinstance(about_id, UUID) else None
        self.choices = Choices(parts, sheet, day or parts.actions.clock.today(), known)
        self._build()
        self._connect()
        self._refresh()

    # Building

    def _build(self) -> None:
        theme = self.theme
        self._narrow = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        sides = {PAGE: tr("The page"), CHOICES: tr("Choices")}
        self.side = Segmented(theme, tr("Show"), sides, PAGE)
        self.side.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self._preview, self._buttons = self._build_preview(), self._build_buttons()
        self._panel = self._build_panel()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._preview, 1)
        row.addWidget(self._panel, 0)
        outer.addWidget(self.side)
        outer.addLayout(row, 1)
        self.side.hide()
        self.side.chosen.connect(self._show_side)
        self.ring = FocusRing(theme, self)

    def _build_preview(self) -> QWidget:
        theme = self.theme
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.pages = PagesView(self.parts)
        self._status = Text(theme, "", "caption", ink="text2")
        self._smaller = IconButton(theme, tr("Smaller view"), "zoom-out")
        self._larger = IconButton(theme, tr("Larger view"), "zoom-in")
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(20), theme.px(4), theme.px(12), theme.px(4))
        row.addWidget(self._status, 1)
        row.addWidget(self._smaller)
        row.addWidget(self._larger)
        self.notices = Notices(theme)
        column.addWidget(self.pages, 1)
        column.addLayout(row)
        column.addWidget(self.notices)
        return holder

    def _build_panel(self) -> QWidget:
        theme = self.theme
        px = theme.px
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(28), px(24), px(24), px(12))
        column.setSpacing(px(16))
        self.heading = Text(theme, "", "h1")
        self.trouble = Trouble(theme)
        self.findings, self.left_out = Findings(self.parts), LeftOutList(theme)
        for widget in (self.heading, self.trouble, self.findings, self.choices, self.left_out):
            column.addWidget(widget)
        column.addStretch(1)
        panel = QFrame()
        whole = QVBoxLayout(panel)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Scrolling(inner), 1)
        whole.addWidget(self._buttons)
        return panel

    def _build_buttons(self) -> QWidget:
        theme = self.theme
        self.print_button = Button(theme, tr("&Print…"), kind=PRIMARY, icon="printer")
        self.save_button = Button(theme, tr("&Save as PDF…"), kind=PLAIN, icon="file-down")
        self.table_button = Button(theme, tr("Save as a &table (CSV)…"), kind=PLAIN, icon="file-down")
        self.close_button = Button(theme, tr("&Close"), kind=QUIET)
        self.table_button.hide()
        self.print_button.setDefault(True)
        holder = QWidget()
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, holder)
        self._rows.setContentsMargins(theme.px(28), theme.px(12), theme.px(24), theme.px(20))
        self._pairs = [QBoxLayout(QBoxLayout.Direction.TopToBottom) for _ in range(2)]
        buttons = (self.print_button, self.save_button, self.table_button, self.close_button)
        for pair, two in zip(self._pairs, (buttons[:2], buttons[2:]), strict=True):
            for button in two:
                pair.addWidget(button)
            self._rows.addLayout(pair)
        for way in (self._rows, *self._pairs):
            way.setSpacing(theme.px(12))
        return holder

    def _connect(self) -> None:
        self.choices.changed.connect(self._refresh)
        self.findings.family_wanted.connect(self._open_family)
        self._maker.made.connect(self._show)
        self._maker.problem.connect(self.trouble.tell)
        self._smaller.clicked.connect(self._zoom_out)
        self._larger.clicked.connect(self._zoom_in)
        self.print_button.clicked.connect(self.print_sheet)
        self.save_button.clicked.connect(self.save_sheet)
        self.table_button.clicked.connect(self.save_table)
        self.close_button.clicked.connect(self.reject)
        self._delivery.delivered.connect(self._delivered)
        self._delivery.stuck.connect(self._stuck)
        self.trouble.save_wanted.connect(self.save_sheet)
        self.parts.actions.changed.connect(self._data_changed)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_MS)
        self._slow.timeout.connect(self._say_slow)
        for keys, run in (
            (QKeySequence.StandardKey.ZoomIn, self._zoom_in),
            (QKeySequence.StandardKey.ZoomOut, self._zoom_out),
            (QKeySequence.StandardKey.Undo, self.parts.actions.undo),
            (QKeySequence.StandardKey.Save, self.save_sheet),
        ):
            QShortcut(keys, self, run)

    def open(self) -> None:
        """Show it as large as the work needs and the screen allows."""
        room = self.screen().availableGeometry()
        px = self.theme.px
        self.resize(min(px(1120), round(room.width() * 0.96)), min(px(800), round(room.height() * 0.92)))
        super().open()
        self.print_button.setFocus()

    # What happens

    def _refresh(self) -> None:
        """Make the page anew for the choices as they are."""
        self.heading.setText(printing.SHEETS[self.choices.request().sheet].title())
        self._made = None
        self._slow.start()
        self._maker.make(self.choices.request())

    def _data_changed(self, _changes: ChangeSet) -> None:
        self.choices.data_changed()
        self._refresh()

    def _show(self, sheet: MadeSheet) -> None:
        self._slow.stop()
        self._made = sheet
        self.pages.show_pdf(sheet.pdf, sheet.facts)
        self.findings.tell(sheet)
        self.choices.tell(sheet.prepared.no_grid)
        self.left_out.tell(sheet.prepared.left_out)
        self.table_button.setVisible(bool(sheet.prepared.table))
        count = len(sheet.facts)
        self._status.setText(ntr("{n} page", "{n} pages", count).format(n=count))
        self._tell_zoom()
        self.sheet_shown.emit(sheet)
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted(sheet)

    def _say_slow(self) -> None:
        self._status.setText(tr("Making the page…"))

    def _zoom_in(self) -> None:
        self.pages.larger()
        self._tell_zoom()

    def _zoom_out(self) -> None:
        self.pages.smaller()
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        self._smaller.setEnabled(self.pages.can_shrink)
        self._larger.setEnabled(self.pages.can_grow)

    def _open_family(self) -> None:
        from caregiver_app.ui.people.household import HouseholdDialog

        HouseholdDialog(self.parts, self).open()

    # Printing and saving

    def print_sheet(self) -> None:
        """Ask for the printer and print; without one, say so and offer the PDF."""
        self._when_made(self._delivery.print_sheet)

    def save_sheet(self) -> None:
        """Ask where to, and save the PDF."""
        self._when_made(self._delivery.save_sheet)

    def save_table(self) -> None:
        """Ask where to, and save the same lines for a spreadsheet."""
        self._when_made(self._delivery.save_table)

    def _when_made(self, deliver: Callable[[MadeSheet], object]) -> None:
        """Now, or as soon as the sheet that was chosen last is there."""
        self.trouble.clear()
        if self._made is None:
            self._wanted = deliver
        else:
            deliver(self._made)

    def _delivered(self, out: Delivered) -> None:
        """A copy went out: the next one says which it replaces. That is no step of its own in the history."""
        actions = self.parts.actions
        self.choices.remember()
        if not out.is_table:
            actions.note(partial(printing.count_copies, prepared=out.sheet.prepared, now=actions.clock.now()))
        if out.folder is None:
            self.notices.tell(out.words)
        else:
            self.notices.tell(out.words, tr("Show the folder"), partial(_show_folder, out.folder))

    def _stuck(self, stuck: Stuck) -> None:
        self._show_side(CHOICES)
        self.trouble.tell(stuck.problem, tone=stuck.tone, again=stuck.again, save=stuck.save)

    def focusNextPrevChild(self, on: bool) -> bool:
        moved = super().focusNextPrevChild(on)
        self.ring.reached_by_key()
        return moved

    # Where it is narrow, the page and the choices take turns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        panel = self.theme.px(PANEL)
        narrow = event.size().width() - panel < _NARROW
        self._panel.setMaximumWidth(WIDEST if narrow else panel)
        self._panel.setMinimumWidth(0 if narrow else panel)
        low = event.size().height() - self.theme.px(_BUTTONS) < self.theme.px(_LOW)
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if narrow else ways.TopToBottom)
        for pair in self._pairs:  # two in a row where the choices would have too little room
            pair.setDirection(ways.LeftToRight if narrow or low else ways.TopToBottom)
        if narrow != self._narrow:
            self._narrow = narrow
            self._take_turns(narrow=narrow)

    def _take_turns(self, *, narrow: bool) -> None:
        whole = self.layout() if narrow else self._panel.layout()
        if whole is not None:
            whole.addWidget(self._buttons)
        self.side.setVisible(narrow)
        self._show_side(self.side.value())

    def _show_side(self, side: str) -> None:
        self.side.choose(side)
        self._preview.setVisible(not self._narrow or side == PAGE)
        self._panel.setVisible(not self._narrow or side == CHOICES)

    def done(self, result: int) -> None:
        self._maker.forget()
        super().done(result)


def _show_folder(folder: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
