"""What is typed into a form and not saved yet, kept beside the family's data so that it outlives the program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from caregiver_app.domain.problems import FileProblem
from caregiver_app.services.saving import save_file
from caregiver_app.storage.files import new_folder

Typed = Mapping[str, object]  # what JSON can hold


class Kept(NamedTuple):
    """What one form held, under the name that it was kept by."""

    name: str
    typed: Typed


def keep(folder: Path | None, name: str, typed: Typed) -> None:
    """Keep it for its owner's eyes only. Where that can't be, as on a full disk, the form itself still holds it."""
    if folder is None:
        return
    with suppress(OSError, FileProblem):
        new_folder(folder)
        save_file(_file(folder, name), json.dumps(typed).encode())


def kept(folder: Path | None, form: str) -> list[Kept]:
    """What forms of this kind held when the program ended, the newest first; what can't be read is left out."""
    if folder is None:
        return []
    found = [(path.stat().st_mtime_ns, path) for path in folder.glob(f"{form}.*.json")]
    return list(_read(path for _, path in sorted(found, reverse=True)))


def let_go(folder: Path | None, name: str) -> None:
    """It was saved, or thrown away: nothing of it stays; nor does the folder, with the last of them."""
    if folder is None:
        return
    with suppress(OSError):
        _file(folder, name).unlink(missing_ok=True)
        folder.rmdir()


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.json"


def _read(paths: Iterator[Path]) -> Iterator[Kept]:
    for path in paths:
        with suppress(OSError, ValueError):
            typed = json.loads(path.read_bytes())
            if isinstance(typed, dict):
                yield Kept(path.name.removesuffix(".json"), typed)
