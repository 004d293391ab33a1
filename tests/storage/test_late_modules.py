"""Modules that wait until something of them is asked for."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest

from caregiver_app.storage.late_modules import loaded_late

NAME = "a_library_that_waits"


@pytest.fixture
def waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module that leaves a line in a file whenever it loads."""
    told = tmp_path / "told"
    told.touch()
    lines = (
        "from pathlib import Path",
        f"with Path({str(told)!r}).open('a') as told: told.write('loaded ')",
        "def is_seven(number): return number == 7",
        "WORD = 'word'",
    )
    (tmp_path / f"{NAME}.py").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(tmp_path)
    yield told
    sys.modules.pop(NAME, None)


def test_importing_alone_loads_nothing(waiting: Path) -> None:
    with loaded_late(NAME):
        import_module(NAME)
    assert waiting.read_text() == ""


def test_the_first_question_loads_it_once(waiting: Path) -> None:
    with loaded_late(NAME):
        module = import_module(NAME)
    assert module.WORD == "word"
    assert module.is_seven(7)
    assert waiting.read_text() == "loaded "


def test_it_may_be_asked_at_once(waiting: Path) -> None:
    with loaded_late(NAME):
        assert import_module(NAME).WORD == "word"
        assert import_module(NAME).is_seven(7)
    assert waiting.read_text() == "loaded "


def test_a_function_can_be_kept_before_and_called_after(waiting: Path) -> None:
    with loaded_late(NAME, "is_seven"):
        kept = import_module(NAME).is_seven
    assert waiting.read_text() == ""
    assert kept(7)
    assert not kept(8)
    assert waiting.read_text() == "loaded "


def test_afterwards_it_is_imported_as_ever(waiting: Path) -> None:
    with loaded_late(NAME):
        early = import_module(NAME)
    module = import_module(NAME)
    assert waiting.read_text() == "loaded "
    assert vars(module)["WORD"] == "word"
    assert early.WORD == "word"
    assert waiting.read_text() == "loaded "


def test_what_is_not_there_is_told_as_always(waiting: Path) -> None:
    with loaded_late(NAME):
        module = import_module(NAME)
    with pytest.raises(AttributeError):
        _ = module.SENTENCE
    with loaded_late("a_library_that_is_nowhere"):
        nowhere = import_module("a_library_that_is_nowhere")
    with pytest.raises(ModuleNotFoundError):
        _ = nowhere.WORD


def test_threads_that_ask_at_once_load_it_once(waiting: Path) -> None:
    with loaded_late(NAME):
        module = import_module(NAME)
    with ThreadPoolExecutor(8) as threads:
        words = list(threads.map(lambda _: module.WORD, range(64)))
    assert set(words) == {"word"}
    assert waiting.read_text() == "loaded "


def test_a_loaded_module_stays_as_it_is() -> None:
    import json

    with loaded_late("json"):
        assert sys.modules["json"] is json
    assert sys.modules["json"] is json


def test_opening_a_file_loads_no_asyncio(tmp_path: Path) -> None:
    code = (
        "import sys; from caregiver_app.services.opening import open_workspace; from pathlib import Path;"
        f"open_workspace(Path({str(tmp_path / 'a.care')!r})).close(); print('asyncio.events' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
