"""No dialog stays unseen by the checks: each class is on the list of screens, and each screen can be made."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QFileDialog

import caregiver_app.ui
from tests.a11y.screens import SCREENS
from tests.stage import Stage


def kinds_of(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    """The dialogs of the program that stand for themselves, below a class."""
    below = [each for each in kind.__subclasses__() if each.__module__.startswith("caregiver_app.")]
    for each in below:
        yield from kinds_of(each)
    if not below and kind.__module__.startswith("caregiver_app.") and not issubclass(kind, QFileDialog):
        yield kind


def test_every_dialog_is_on_the_list_of_screens(stage: Stage) -> None:
    for module in pkgutil.walk_packages(caregiver_app.ui.__path__, "caregiver_app.ui."):
        importlib.import_module(module.name)
    made = {type(screen.make(stage)) for screen in SCREENS if "tab" not in screen.name}
    missing = {kind.__name__ for kind in kinds_of(QDialog)} - {kind.__name__ for kind in made}
    assert not missing, f"add a line to tests/a11y/screens.py for {sorted(missing)}"


def test_names_of_screens_are_each_used_once() -> None:
    names = [screen.name for screen in SCREENS]
    assert len(set(names)) == len(names)
