"""What the computer remembers of the window: also in the next process, and never in a demo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QSettings

from caregiver_app.ui.settings import Settings


@pytest.fixture
def kept(qapp: object) -> Iterator[Settings]:
    """Settings on disk, in the home of this test run, empty at first; gone afterwards."""
    on_disk = QSettings("Caregiver Organizer", "Caregiver Organizer")
    on_disk.clear()
    yield Settings()
    on_disk.clear()


def again() -> Settings:
    """Settings as the next start reads them."""
    QSettings("Caregiver Organizer", "Caregiver Organizer").sync()
    return Settings()


def test_words_numbers_flags_and_places_come_back_as_they_were(kept: Settings) -> None:
    kept.keep("tab", "tasks")
    kept.keep("text size", 1.15)
    kept.keep("larger print", False)
    kept.keep("window", QByteArray(b"\x01\x02"))
    found = again()
    assert found.text("tab") == "tasks"
    assert found.number("text size", 1.0) == 1.15
    assert found.flag("larger print", default=True) is False
    assert found.place("window") == QByteArray(b"\x01\x02")


def test_what_was_never_kept_is_the_default(kept: Settings) -> None:
    assert (kept.text("tab", "tasks"), kept.number("text size", 1.0), kept.flag("large")) == ("tasks", 1.0, False)
    assert kept.place("window").isEmpty()


def test_nonsense_in_the_file_counts_as_the_default(kept: Settings) -> None:
    kept.keep("text size", "huge")
    kept.keep("window", "here")
    assert again().number("text size", 1.0) == 1.0
    assert again().place("window").isEmpty()


def test_a_demo_remembers_only_as_long_as_it_runs(kept: Settings) -> None:
    demo = Settings(remember=False)
    demo.keep("tab", "rides")
    demo.keep("large", True)
    assert (demo.text("tab"), demo.flag("large")) == ("rides", True)
    assert again().text("tab") == ""
