"""A receipt in full: every page of a PDF, larger and smaller, turned, saved as it was given, and on to the next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.services.expenses import receipts
from caregiver_app.services.expenses.receipts import DrawnPage
from caregiver_app.ui.accessibility import announce
from caregiver_app.ui.background import Job
from caregiver_app.ui.expenses.receipt_disk import save_receipt
from caregiver_app.ui.expenses.receipt_piece import Piece, facts_words
from caregiver_app.ui.expenses.receipt_sheet import ReceiptSheet
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, Button, IconButton
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.focus_ring import FocusRing
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

QUICK, SHARP = 1600, 4800  # pixels: at first, and once it is looked at closely


class ReceiptWindow(QDialog):
    """Reads a file only when it is shown. `page_shown` comes when a page is drawn, or could not be."""

    page_shown = Signal()

    def __init__(self, parts: Parts, pieces: Sequence[Piece], at: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts, self.theme = parts, parts.theme
        self._pieces, self._at = list(pieces), at
        self._content = b""
        self._page, self._page_count, self._side = 0, 1, QUICK
        self._job: Job | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self._build()
        self._connect()
        self._show_piece()

    # Building

    def _build(self) -> None:
        theme = self.theme
        self.name, self.facts = Text(theme, "", "h3"), Text(theme, "", "caption", ink="text2")
        self.sheet = ReceiptSheet(theme)
        self.back_button = IconButton(theme, tr("Page before"), "chevron-left")
        self.on_button = IconButton(theme, tr("Next page"), "chevron-right")
        self.smaller_button = IconButton(theme, tr("Smaller"), "zoom-out")
        self.larger_button = IconButton(theme, tr("Larger"), "zoom-in")
        self.fit_button = IconButton(theme, tr("All of it"), "maximize")
        self.turn_button = IconButton(theme, tr("Turn the view"), "rotate-cw")
        self.save_button = Button(theme, tr("&Save a copy…"), kind=PLAIN, icon="file-down")
        self.next_button = Button(theme, tr("&Next receipt"), kind=PLAIN, icon="arrow-right")
        self.close_button = Button(theme, tr("&Close"), kind=PRIMARY)
        self.told = Text(theme, "", ink="text2")
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_padded(theme.px(20), theme.px(12), [self.name, self.facts, self.told]))
        column.addWidget(self.sheet, 1)
        buttons = Flow(
            px(8),
            [
                self.back_button, self.on_button, self.smaller_button, self.larger_button, self.fit_button,
                self.turn_button, self.save_button, self.next_button, self.close_button,
            ],
        )  # fmt: skip
        column.addWidget(_padded(theme.px(20), theme.px(12), [buttons]))
        self.told.hide()
        self.ring = FocusRing(theme, self)

    def _connect(self) -> None:
        for button, deed in (
            (self.back_button, self.page_before),
            (self.on_button, self.next_page),
            (self.smaller_button, self.sheet.smaller),
            (self.larger_button, self.sheet.larger),
            (self.fit_button, self.sheet.fit_whole),
            (self.turn_button, self.sheet.turn),
            (self.save_button, self.save_copy),
            (self.next_button, self.next_receipt),
            (self.close_button, self.reject),
        ):
            button.clicked.connect(deed)
        for keys, deed in (
            (("+", "=", "Ctrl++", "Ctrl+="), self.sheet.larger),
            (("-", "Ctrl+-"), self.sheet.smaller),
            (("0", "Ctrl+0"), self.sheet.fit_whole),
            (("R",), self.sheet.turn),
            (("PgDown",), self.next_page),
            (("PgUp",), self.page_before),
            (("N", "Alt+Right"), self.next_receipt),
            (("Ctrl+S",), self.save_copy),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([QKeySequence(each) for each in keys])
            shortcut.activated.connect(deed)
        self.sheet.zoomed.connect(self._zoomed)

    def open(self) -> None:
        """Show it as large as the screen allows."""
        room = self.screen().availableGeometry()
        px = self.theme.px
        self.resize(min(px(960), round(room.width() * 0.94)), min(px(860), round(room.height() * 0.9)))
        super().open()
        self.sheet.setFocus()

    # What is shown

    @property
    def piece(self) -> Piece:
        """The receipt that is shown."""
        return self._pieces[self._at]

    def _show_piece(self) -> None:
        piece = self.piece
        self.setWindowTitle(piece.name)
        self.name.setText(piece.name)
        self.sheet.begin_anew()
        self.sheet.setAccessibleName(piece.name)
        self._page, self._page_count, self._side = 0, 1, QUICK
        self.next_button.setVisible(len(self._pieces) > 1)
        try:
            self._content = piece.content(self.parts.actions)
        except InvalidEntry as problem:
            self._content = b""
            self.tell(problem.message)
            self.page_shown.emit()
            self._tell_where()
            return
        self.told.hide()
        self._draw(counting=True)
        self._tell_where()

    def _draw(self, *, counting: bool = False) -> None:
        """Draw the page in the background; of several wishes only the last one counts."""
        if self._job is not None:
            self._job.cancel()
        work = partial(_drawn, self._content, self.piece, self._page, self._side, counting=counting)
        self._job = self.parts.background.run(work, done=self._show_page)

    def _show_page(self, drawn: tuple[DrawnPage | None, int, str]) -> None:
        page, count, problem = drawn
        self._job = None
        if count:
            self._page_count = count
        if page is not None:
            image = QImage(page.rgb, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
            self.sheet.show_image(image.copy())  # the bytes go
        else:
            self.tell(problem)
        self._tell_where()
        self.page_shown.emit()

    def _tell_where(self) -> None:
        several = self._page_count > 1
        facts = [facts_words(self.piece)]
        if several:
            page = tr("page {number} of {of}").format(number=self._page + 1, of=self._page_count)
            facts.append(page)
            self.sheet.setAccessibleDescription(page)
        if len(self._pieces) > 1:
            facts.append(tr("receipt {n} of {of}").format(n=self._at + 1, of=len(self._pieces)))
        self.facts.setText(tr(", ").join(facts))
        for button, is_on in ((self.back_button, self._page > 0), (self.on_button, self._page < self._page_count - 1)):
            button.setVisible(several)
            self._enable(button, is_on=is_on)
        self._tell_zoom()

    def _tell_zoom(self) -> None:
        self._enable(self.larger_button, is_on=self.sheet.can_grow)
        self._enable(self.smaller_button, is_on=self.sheet.can_shrink)
        self._enable(self.fit_button, is_on=self.sheet.can_shrink)

    def _enable(self, button: Button, *, is_on: bool) -> None:
        """A button that is of no use now gives the keyboard to the receipt."""
        if not is_on and button.hasFocus():
            self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(is_on)

    def _zoomed(self) -> None:
        self._tell_zoom()
        if self.sheet.zoom > 1 and self._side < SHARP:
            self._side = SHARP
            self._draw()

    # Going on

    def next_page(self) -> None:
        """The next page of a PDF."""
        self._go_to_page(self._page + 1)

    def page_before(self) -> None:
        """The page before."""
        self._go_to_page(self._page - 1)

    def _go_to_page(self, page: int) -> None:
        if 0 <= page < self._page_count:
            self._page = page
            self.sheet.verticalScrollBar().setValue(0)
            self._draw()
            self._tell_where()

    def next_receipt(self) -> None:
        """The next receipt; after the last comes the first."""
        if len(self._pieces) > 1:
            self._at = (self._at + 1) % len(self._pieces)
            self._show_piece()

    def save_copy(self) -> None:
        """Ask where to, and save the file as it was given."""
        save_receipt(self.parts, self.piece, self, self.tell)

    def tell(self, sentence: str) -> None:
        """Say something below the name."""
        self.told.setText(sentence)
        self.told.show()
        announce(self.told, sentence)

    def focusNextPrevChild(self, on: bool) -> bool:
        moved = super().focusNextPrevChild(on)
        self.ring.reached_by_key()
        return moved

    def done(self, result: int) -> None:
        if self._job is not None:
            self._job.cancel()
        super().done(result)


def _drawn(content: bytes, piece: Piece, page: int, side: int, *, counting: bool) -> tuple[DrawnPage | None, int, str]:
    """The page, how many there are when that is asked, and what is wrong with it."""
    try:
        count = receipts.count_pages(content, piece.type) if counting else 0
        return receipts.page_drawn(content, piece.type, page, side), count, ""
    except InvalidEntry as problem:
        return None, 0, problem.message


def _padded(side: int, above: int, widgets: Sequence[QWidget]) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(side, above, side, above)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return holder
