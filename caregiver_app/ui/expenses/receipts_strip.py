"""The receipts of one cost in its form: small pictures, ways to add one, and what was taken off with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMargins, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from caregiver_app.services.expenses import receipts
from caregiver_app.services.expenses.receipts import Looked
from caregiver_app.ui.accessibility import announce, set_role
from caregiver_app.ui.expenses.receipt_feed import ReceiptFeed
from caregiver_app.ui.expenses.receipt_intake import can_take
from caregiver_app.ui.expenses.receipt_piece import Piece, piece_of, pieces_of
from caregiver_app.ui.expenses.receipt_tiles import ReceiptTiles
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, QUIET, Button
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text
from caregiver_app.words import tr

if TYPE_CHECKING:
    from caregiver_app.exchange.receipt_files import TakenIn
    from caregiver_app.storage.unit_of_work import UnitOfWork


class ReceiptStrip(QWidget):
    """Nothing is kept until the form saves: `keep` then adds and takes off in the step of the form.

    The form also hands on what is dropped or pasted elsewhere on it, with `take_mime`.

    `changed` comes when a receipt was added or taken off, `resized` when the height changes.
    """

    changed = Signal()
    resized = Signal()

    def __init__(
        self,
        parts: Parts,
        expense_id: UUID | None = None,
        taken: Sequence[TakenIn] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = parts
        self._pieces = pieces_of(parts.actions, expense_id) if expense_id is not None else []
        self._removed: list[tuple[int, Piece]] = []
        self._expense_id = expense_id
        self._is_over = False
        self._tick: QCheckBox | None = None
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Receipts"))
        set_role(self, "Grouping")
        self._build()
        self._connect()
        self._show_pieces()
        self.feed.expect(self.hashes, expense_id)
        if taken:
            self.feed.show_looked(Looked(taken=tuple(taken), refused=()))

    # Building

    def _build(self) -> None:
        theme = self._parts.theme
        self.tiles = ReceiptTiles(theme, tr("Receipts"))
        self.add_button = Button(theme, tr("Add a receipt…"), kind=PLAIN, icon="plus")
        self.scan_button = Button(theme, tr("From the scan folder…"), kind=QUIET)
        self.paste_button = Button(theme, tr("Paste"), kind=QUIET)
        self.open_button = Button(theme, tr("Open"), kind=QUIET)
        self.remove_button = Button(theme, tr("Take off"), kind=QUIET)
        self.hint = Text(theme, tr("Drop photos or PDFs here, or press Ctrl+V."), "caption", ink="text2")
        self.feed = ReceiptFeed(self._parts)
        self._undo_row = self._build_undo()
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.tiles)
        column.addWidget(Flow(px(4), [self.open_button, self.remove_button]))
        column.addWidget(self._undo_row)
        column.addWidget(self.feed)
        column.addWidget(Flow(px(4), [self.add_button, self.scan_button, self.paste_button]))
        column.addWidget(self.hint)
        self._column = column

    def _build_undo(self) -> QWidget:
        theme = self._parts.theme
        self.told = Text(theme, "", ink="text2")
        self.undo_button = Button(theme, tr("Undo"), kind=QUIET, icon="undo-2")
        row_widget = QWidget()
        row = QHBoxLayout(row_widget)
        row.setContentsMargins(QMargins())
        row.addWidget(self.told, 1)
        row.addWidget(self.undo_button)
        row_widget.hide()
        return row_widget

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.choose_files)
        self.scan_button.clicked.connect(self.open_scan_folder)
        self.paste_button.clicked.connect(self.paste)
        self.open_button.clicked.connect(self.open_current)
        self.remove_button.clicked.connect(self.remove_current)
        self.undo_button.clicked.connect(self.undo_removal)
        self.tiles.opened.connect(self.open_at)
        self.tiles.removal_wanted.connect(self.remove_at)
        self.tiles.menu_wanted.connect(self._open_menu)
        self.feed.accepted.connect(self._accepted)
        self.feed.resized.connect(self.resized)

    def add_below(self, tick: QCheckBox) -> None:
        """Put a box to tick under the receipts, such as that there will be none; it goes while there are some."""
        self._tick = tick
        self._column.addWidget(tick)
        self._show_tick()

    # What a form asks

    @property
    def pieces(self) -> Sequence[Piece]:
        """What is shown, in order."""
        return tuple(self._pieces)

    @property
    def hashes(self) -> tuple[str, ...]:
        """The files that are shown; another value means that something changed."""
        return tuple(piece.sha256 for piece in self._pieces)

    def check(self) -> None:
        """Raise InvalidEntry at `receipts` while a file is still read, or a question is open."""
        self.feed.check()

    def keep(self, work: UnitOfWork, *, expense_id: UUID, today: date) -> None:
        """Keep what was added with a cost, and take off what was removed; part of the form's own step."""
        for _, piece in self._removed:
            if piece.receipt is not None:
                receipts.detach(work, receipt=piece.receipt)
        for piece in self._pieces:
            if piece.taken is not None:
                receipts.attach(work, expense_id=expense_id, taken=piece.taken, today=today)

    # Adding

    def choose_files(self) -> None:
        """Ask for files, several at once."""
        from caregiver_app.ui.expenses.receipt_disk import ask_for_receipts

        self.feed.take_paths(ask_for_receipts(self._parts, self))

    def open_scan_folder(self) -> None:
        """Offer the newest photos and PDFs of the folder that a scanner or phone saves into."""
        from caregiver_app.ui.expenses.scan_folder import ScanFolderDialog

        dialog = ScanFolderDialog(self._parts, self)
        dialog.chosen.connect(self.take_paths)
        dialog.open()

    def paste(self) -> None:
        """What is in the clipboard, or that there is nothing."""
        if not self.take_mime(QApplication.clipboard().mimeData()):
            self._tell(tr("There is no photo and no file to paste. Copy one first."))

    def take_mime(self, mime: QMimeData) -> bool:
        """What was dropped or pasted; whether there is a file or a picture in it."""
        self._quiet()
        return self.feed.take_mime(mime)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Files from the disk."""
        self._quiet()
        self.feed.take_paths(paths)

    def _accepted(self, taken: Sequence[TakenIn]) -> None:
        removed = {piece.sha256: piece for _, piece in self._removed}
        for each in taken:
            self._pieces.append(removed.get(each.sha256) or piece_of(each))  # what was taken off comes back
        back = {each.sha256 for each in taken}
        self._removed = [(at, piece) for at, piece in self._removed if piece.sha256 not in back]
        self._changed(len(self._pieces) - 1)
        announce(self, tr("Added: {name}.").format(name=taken[-1].name))

    # Opening and taking off

    def open_current(self) -> None:
        """Show the receipt that is current in full."""
        self.open_at(self.tiles.currentRow())

    def open_at(self, row: int) -> None:
        """Show a receipt in full."""
        from caregiver_app.ui.expenses.receipt_window import ReceiptWindow

        if 0 <= row < len(self._pieces):
            ReceiptWindow(self._parts, self._pieces, row, self).open()

    def remove_current(self) -> None:
        """Take the current receipt off."""
        self.remove_at(self.tiles.currentRow())

    def remove_at(self, row: int) -> None:
        """Take a receipt off; the line below brings it back."""
        if not 0 <= row < len(self._pieces):
            return
        piece = self._pieces.pop(row)
        self._removed.append((row, piece))
        self._changed(row)
        self._tell(tr("{name} was taken off.").format(name=piece.name), undo=True)
        target = self.tiles if self._pieces else self.undo_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo_removal(self) -> None:
        """Bring back what was taken off last."""
        if self._removed:
            row, piece = self._removed.pop()
            self._pieces.insert(min(row, len(self._pieces)), piece)
            self._quiet()
            self._changed(row)
            self.tiles.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_copy_at(self, row: int) -> None:
        """Ask where to, and save the file as it was given."""
        from caregiver_app.ui.expenses.receipt_disk import save_receipt

        save_receipt(self._parts, self._pieces[row], self, self._tell)

    def _open_menu(self, at: QPoint) -> None:
        row = self.tiles.currentRow()
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, deed in (
            (tr("Open"), self.open_at),
            (tr("Save a copy…"), self.save_copy_at),
            (tr("Take off"), self.remove_at),
        ):
            menu.addAction(words).triggered.connect(partial(_pressed, partial(deed, row)))
        menu.popup(at)

    # Showing

    def _changed(self, row: int) -> None:
        self.feed.expect(self.hashes, self._expense_id)
        self._show_pieces(row)
        self.changed.emit()
        self.resized.emit()

    def _show_pieces(self, row: int = 0) -> None:
        some = bool(self._pieces)
        self.tiles.setVisible(some)
        self.open_button.setVisible(some)
        self.remove_button.setVisible(some)
        self.tiles.show_pieces(self._pieces, row)
        self._show_tick()

    def _show_tick(self) -> None:
        if self._tick is not None:
            self._tick.setVisible(not self._pieces)

    def _tell(self, sentence: str, *, undo: bool = False) -> None:
        self.told.setText(sentence)
        self.undo_button.setVisible(undo)
        self._undo_row.show()
        announce(self, sentence)
        self.resized.emit()

    def _quiet(self) -> None:
        if not self._undo_row.isHidden():
            self._undo_row.hide()
            self.resized.emit()

    # Dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()
            self._hover(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hover(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hover(over=False)
        event.acceptProposedAction()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)  # the form stays here, where something happens
        self.take_mime(event.mimeData())

    def _hover(self, *, over: bool) -> None:
        self._is_over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._parts.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.token("accent_soft" if self._is_over else "surface"))
        pen = QPen(theme.token("accent" if self._is_over else "line_strong"), 2 if self._is_over else 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(12), theme.px(12))
        painter.end()


def _pressed(deed: partial[None], _checked: bool = False) -> None:  # Qt sends it
    deed()
