"""The folder that a scanner saves into: it is remembered, and its newest files can be ticked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caregiver_app.ui.expenses.scan_folder import ScanFolderDialog
from tests.stage import Stage, spin
from tests.ui.expenses.photos import pdf, photos


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three photos and a PDF, which is the newest; and a file that is no receipt."""
    scans = tmp_path / "Scans"
    scans.mkdir()
    for age, path in enumerate([*photos(scans, 3), pdf(scans / "bill.pdf")]):
        os.utime(path, (1_790_000_000 + age, 1_790_000_000 + age))
    (scans / "notes.txt").write_text("no receipt")
    return scans


def names(dialog: ScanFolderDialog) -> list[str]:
    return [item.text().split("\n")[0] for item in dialog.list.all_items]


def test_the_folder_is_asked_for_once(stage: Stage, folder: Path, qtbot: QtBot) -> None:
    dialog = ScanFolderDialog(stage.parts, stage.window)
    dialog.show()
    spin()
    assert not dialog.list.isVisible()
    assert not dialog.add_button.isEnabled()
    dialog.use_folder(folder)
    assert names(dialog) == ["bill.pdf", "IMG_002.jpg", "IMG_001.jpg", "IMG_000.jpg"]
    dialog.reject()
    again = ScanFolderDialog(stage.parts, stage.window)
    assert len(names(again)) == 4
    qtbot.waitUntil(lambda: again.pictures_read)
    again.reject()


def test_what_is_ticked_is_brought(stage: Stage, folder: Path, qtbot: QtBot) -> None:
    dialog = ScanFolderDialog(stage.parts, stage.window)
    dialog.use_folder(folder)
    dialog.show()
    spin()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.mouseClick(
        dialog.list.viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.list.visualItemRect(dialog.list.item(2)).center(),
    )
    assert dialog.add_button.text() == "Add 2 receipts"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.add_button.click()
    assert chosen.args == [[folder / "bill.pdf", folder / "IMG_001.jpg"]]


def test_a_new_scan_comes_up_and_ticks_stay(stage: Stage, folder: Path) -> None:
    dialog = ScanFolderDialog(stage.parts, stage.window)
    dialog.use_folder(folder)
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    pdf(folder / "later.pdf")
    dialog.again_button.click()
    assert names(dialog)[0] == "later.pdf"
    ticked = [item for item in dialog.list.all_items if item.checkState() is Qt.CheckState.Checked]
    assert [item.text().split("\n")[0] for item in ticked] == ["IMG_002.jpg"]
    dialog.reject()


def test_a_folder_that_is_gone_or_empty_is_told(stage: Stage, tmp_path: Path) -> None:
    dialog = ScanFolderDialog(stage.parts, stage.window)
    dialog.use_folder(tmp_path / "gone")
    assert dialog.where.text().startswith("We could not look into ")
    (tmp_path / "empty").mkdir()
    dialog.use_folder(tmp_path / "empty")
    assert dialog.where.text().startswith("There is no photo and no PDF in ")
