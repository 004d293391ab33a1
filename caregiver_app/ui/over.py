"""Windows that are opened from anywhere, each imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from caregiver_app.ui.main_window import MainWindow
    from caregiver_app.ui.parts import Parts


def open_find(parts: Parts, window: MainWindow) -> None:
    """Find anything anywhere."""
    from caregiver_app.ui.finding import FindDialog

    dialog = FindDialog(parts, window)
    dialog.chosen.connect(window.show_found)
    dialog.open()


def open_quick_any(parts: Parts, window: MainWindow) -> None:
    """Something of any kind, in one line."""
    from caregiver_app.ui.quick_any import QuickAny

    QuickAny(parts, window).open()


def open_help(parts: Parts, window: MainWindow, _checked: bool = False) -> None:  # Qt sends it
    """Getting started."""
    from caregiver_app.ui.help import HelpDialog

    HelpDialog(parts, window).open()


def open_keys(parts: Parts, window: MainWindow, _checked: bool = False) -> None:  # Qt sends it
    """The list of keys."""
    from caregiver_app.ui.help import KeysDialog

    KeysDialog(parts, window).open()


def open_about(parts: Parts, window: MainWindow, _checked: bool = False) -> None:  # Qt sends it
    """About the program."""
    from caregiver_app.ui.help import AboutDialog

    AboutDialog(parts, window).open()
