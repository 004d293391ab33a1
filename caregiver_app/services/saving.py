"""Writes a finished file, such as a PDF, where a person wants it: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import BinaryIO

from caregiver_app.domain.problems import FileProblem
from caregiver_app.storage.faults import problem_of
from caregiver_app.storage.files import is_ours
from caregiver_app.words import tr


def save_file(path: Path, content: bytes) -> None:
    """Write the file. What stood there before stays until the new one is complete; trouble comes as FileProblem."""
    save_with(path, partial(_write_all, content))


def save_with(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """The same for a file that `write` writes bit by bit, as one that is too large to be held at once."""
    if path.is_dir():  # so is a path without a word in it
        raise FileProblem(
            tr("{name} is a folder.").format(name=path.name or path), tr("Name a file in it, or choose another name.")
        )
    beside = path.with_name(f".{path.name[:80]}.part")
    try:
        if is_ours(path):
            kept = tr("A family’s data is kept in {name}.").format(name=path.name)
            raise FileProblem(kept, tr("Choose another name."))
        try:
            _write(beside, write)
            os.replace(beside, path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise (problem_of(error) or _not_saved()) from error


def _write_all(content: bytes, file: BinaryIO) -> None:
    file.write(content)


def _write(path: Path, write: Callable[[BinaryIO], object]) -> None:
    # for its owner's eyes only, as the family's own file is; so a piece that was left behind is not written on
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        write(file)
        file.flush()
        os.fsync(file.fileno())  # a stick that is pulled out right away has the whole page on it


def _not_saved() -> FileProblem:
    return FileProblem(
        tr("We could not save to this folder."),
        tr("It may be full or read-only. Try another folder; nothing is lost."),
    )
