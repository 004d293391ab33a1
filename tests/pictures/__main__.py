"""Pictures of every screen and sheet, for people to look through: python -m tests.pictures OUT."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", QT_FONT_DPI="96", LANG="en_US.UTF-8")

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_app.domain.household import Paper
from caregiver_app.services import printing
from caregiver_app.services.printing import Look
from caregiver_app.ui.settings import Settings
from caregiver_app.ui.theme import Colors, Theme
from tests import stage as stages
from tests.a11y.screens import SCREENS, Screen
from tests.stage import TODAY, Stage, spin

LOOKS = (
    ("light", Colors.LIGHT, 1.0),
    ("dark", Colors.DARK, 1.0),
    ("contrast", Colors.CONTRAST, 1.0),
    ("light 150", Colors.LIGHT, 1.5),
    ("light 200", Colors.LIGHT, 2.0),
)
TABS_PRESSED = 3
PIXELS_PER_POINT = 1.5
RIDES = ("rides", "slip", "appointments")  # sheets of visits, and a day of a week that has some
RIDES_DAY = TODAY + timedelta(9)


def main(out: Path) -> None:
    """Make them all."""
    app = QApplication(sys.argv[:1])
    theme = Theme(Settings(remember=False), app)
    theme.apply()
    gray_folder = out / "gray"
    gray_folder.mkdir(parents=True, exist_ok=True)
    for name, colors, scale in LOOKS:
        theme.choose_scale(scale)
        theme.choose_colors(colors)
        folder = out / name
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory() as files:
            for number, (screen, picture) in enumerate(_screens(theme, Path(files)), start=1):
                image = picture.grab().toImage()
                image.save(str(folder / f"{number:02} {screen.name}.png"))
                if name == LOOKS[0][0]:  # states must be told apart without their colors
                    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
                    gray.save(str(gray_folder / f"{number:02} {screen.name}.png"))
        sys.stdout.write(f"{name}: {len(SCREENS)} screens\n")
    _sheets(theme, out / "sheets")


def _screens(theme: Theme, files: Path) -> Iterator[tuple[Screen, QWidget]]:
    opened: dict[str, Stage] = {}
    for screen in SCREENS:
        stage = opened.get(screen.file)
        if stage is None:
            stage = opened[screen.file] = stages.open_stage(theme, stages.file_of(screen.file, files))
        stage.show(1280, 800)
        top = screen.make(stage)
        top.show()
        spin(10)
        yield screen, top
        if top is not stage.window:
            top.hide()
            top.deleteLater()
    yield _with_ring(opened["demo"])
    for stage in opened.values():
        stage.close()


def _with_ring(stage: Stage) -> tuple[Screen, QWidget]:
    """The board with the keyboard on it."""
    stage.show(1280, 800)
    stage.window.show_tab("tasks")
    stage.window.activateWindow()
    spin()
    for _ in range(TABS_PRESSED):
        QTest.keyClick(QApplication.focusWidget() or stage.window, Qt.Key.Key_Tab)
        spin()
    return Screen("focus ring", lambda shown: shown.window), stage.window


def _sheets(theme: Theme, folder: Path) -> None:
    import pypdfium2

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as files:
        stage = stages.open_stage(theme, stages.file_of("demo", Path(files)))
        for name in printing.SHEETS:
            day = RIDES_DAY if name in RIDES else TODAY
            usual = stage.workspace.read(partial(printing.request_for, sheet=name, day=day))
            large = replace(usual, look=Look(paper=Paper.A4, large=True))
            for words, request in ((name, usual), (f"{name} large A4", large)):
                at = stage.workspace.clock.local()
                prepared = stage.workspace.read(partial(printing.prepare, request=request, at=at))
                pages = pypdfium2.PdfDocument(printing.make(prepared))
                for number, page in enumerate(pages, start=1):
                    page.render(scale=PIXELS_PER_POINT).to_pil().save(folder / f"{words} {number}.png")
                sys.stdout.write(f"sheet {words}: {len(pages)} pages\n")
        stage.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "pictures"))
