"""The folder that a scanner or phone saves into: its newest photos and PDFs, to tick."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QListWidgetItem,
    QWidget,
)

from caregiver_app.domain.spoken import shown_day
from caregiver_app.services.expenses import receipts
from caregiver_app.services.expenses.receipts import Found
from caregiver_app.ui.background import Job
from caregiver_app.ui.expenses.receipt_piece import size_words
from caregiver_app.ui.expenses.receipt_rows import PictureRows
from caregiver_app.ui.forms import Dialog
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from caregiver_app.ui.widgets.flow import Flow
from caregiver_app.ui.widgets.texts import Text, breakable
from caregiver_app.words import ntr, tr

if TYPE_CHECKING:
    pass

SCANS = "scan folder"
FILE = Qt.ItemDataRole.UserRole
ROWS_SHOWN = 5


class ScanFolderDialog(Dialog):
    """`chosen` brings the paths that are ticked, the newest first. Small pictures come as they are read."""

    WIDTH = 620
    chosen = Signal(object)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, tr("From the scan folder"), parent)
        self._stopped = Event()
        self._job: Job | None = None
        self._files: list[Found] = []
        self._add_folder()
        self._add_list()
        self._add_foot()
        folder = parts.settings.text(SCANS)
        self.show_folder(Path(folder) if folder else None)

    def _add_folder(self) -> None:
        theme = self.theme
        self.where = Text(theme, "", ink="text2")
        self.folder_button = Button(theme, tr("Choose the folder…"), kind=PLAIN, icon="folder-open")
        self.again_button = Button(theme, tr("Look again"), kind=QUIET)
        self.folder_button.clicked.connect(self.choose_folder)
        self.again_button.clicked.connect(self.look_again)
        self.body.addWidget(self.where)
        self.body.addWidget(Flow(theme.px(8), [self.folder_button, self.again_button]))

    def _add_list(self) -> None:
        self.list = _FileList(self.theme, tr("Newest photos and PDFs"))
        self.list.itemChanged.connect(self._count)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _add_foot(self) -> None:
        self.cancel_button = Button(self.theme, tr("Cancel"), kind=PLAIN)
        self.add_button = Button(self.theme, tr("Add"), kind=PRIMARY, icon="check")
        self.add_button.setDefault(True)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self._add)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.add_button)

    # The folder

    def choose_folder(self) -> None:
        """Ask for the folder; it is remembered on this computer."""
        start = self.parts.settings.text(SCANS) or str(Path.home())
        found = QFileDialog.getExistingDirectory(self, tr("Choose the folder with your scans"), start)
        if found:
            self.use_folder(Path(found))

    def use_folder(self, folder: Path) -> None:
        """Look into a folder from now on."""
        self.parts.settings.keep(SCANS, str(folder))
        self.show_folder(folder)

    def look_again(self) -> None:
        """Something may have been scanned since."""
        folder = self.parts.settings.text(SCANS)
        self.show_folder(Path(folder) if folder else None)

    def show_folder(self, folder: Path | None) -> None:
        """List what is newest in it."""
        self._stop()
        ticked = {each.path for each in self._ticked()}
        self.list.clear()
        self.list.setVisible(folder is not None)
        self.again_button.setVisible(folder is not None)
        if folder is None:
            self.where.setText(tr("Choose the folder once; it is remembered. Your newest scans are listed here then."))
        else:
            self._list_files(folder, ticked)
        self._count()
        self.grow_soon()

    def _list_files(self, folder: Path, ticked: set[Path]) -> None:
        try:
            self._files = receipts.newest_in(folder)
        except OSError:
            self._files = []
            self.list.hide()
            self.where.setText(tr("We could not look into {path}.").format(path=breakable(str(folder))))
            return
        self.list.setVisible(bool(self._files))
        n = len(self._files)
        newest = ntr("The newest file in {path}", "The newest {n} files in {path}", n)
        text = newest if n else tr("There is no photo and no PDF in {path}.")
        self.where.setText(text.format(n=n, path=breakable(str(folder))))
        self.list.blockSignals(True)
        for found in self._files:
            self.list.addItem(self._item(found, is_ticked=found.path in ticked))
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(self.list.high(min(max(n, 1), ROWS_SHOWN)))
        self._read_pictures()

    def _item(self, found: Found, *, is_ticked: bool) -> QListWidgetItem:
        day = shown_day(found.day, self.parts.actions.clock.today())
        facts = tr("{day}, {size}").format(day=day, size=size_words(found.size))
        name = found.path.name
        item = QListWidgetItem(f"{name}\n{facts}")
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        item.setData(FILE, found)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{name}, {facts}").format(name=name, facts=facts))
        item.setIcon(self.list.picture(b""))
        return item

    # Small pictures, read beside the screen

    def _read_pictures(self) -> None:
        if not self._files:
            return
        bringer = _Bringer(self.parts.background)
        bringer.brought.connect(self._show_picture)
        self._stopped = Event()
        paths = [found.path for found in self._files]
        work = partial(receipts.glance_at, paths, is_cancelled=self._stopped.is_set, found=bringer.brought.emit)
        self._job = self.parts.background.run(work)
        self._job.finished.connect(bringer.deleteLater)
        self._job.finished.connect(self._read_all)

    @property
    def pictures_read(self) -> bool:
        """Whether all small pictures are there."""
        return self._job is None

    def _read_all(self) -> None:
        self._job = None

    def _show_picture(self, path: Path, preview: bytes) -> None:
        item = next((item for item in self.list.all_items if item.data(FILE).path == path), None)
        if item is None:
            return
        self.list.blockSignals(True)
        item.setIcon(self.list.picture(preview))
        self.list.blockSignals(False)
        self.list.viewport().update()

    def _stop(self) -> None:
        self._stopped.set()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    # What is ticked

    def _ticked(self) -> list[Found]:
        return [item.data(FILE) for item in self.list.all_items if item.checkState() is Qt.CheckState.Checked]

    def _count(self, _item: QListWidgetItem | None = None) -> None:
        n = len(self._ticked())
        self.add_button.setEnabled(bool(n))
        self.add_button.setText(ntr("Add {n} receipt", "Add {n} receipts", n).format(n=n) if n else tr("Add"))

    def _add(self) -> None:
        paths: Sequence[Path] = [found.path for found in self._ticked()]
        if paths:
            self.accept()
            self.chosen.emit(paths)

    def done(self, result: int) -> None:
        self._stop()
        super().done(result)


class _Bringer(QObject):
    """Carries small pictures from the worker's thread; it lives as long as the work."""

    brought = Signal(object, object)


class _FileList(PictureRows):
    """Files with a box to tick: the space bar or a click on the row turns it."""

    def mouseReleaseEvent(self, event: object) -> None:
        at: QPoint = event.position().toPoint()  # type: ignore[attr-defined]
        item = self.itemAt(at)
        before = item.checkState() if item is not None else None
        super().mouseReleaseEvent(event)  # type: ignore[arg-type]
        if item is not None and item.checkState() is before:  # not on the box itself
            _turn(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the button of the dialog
        else:
            super().keyPressEvent(event)


def _turn(item: QListWidgetItem) -> None:
    is_on = item.checkState() is Qt.CheckState.Checked
    item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
