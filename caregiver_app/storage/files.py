"""The family's file on disk: made for its owner's eyes only, and never taken for something it is not."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from caregiver_app.domain.problems import FileProblem
from caregiver_app.storage import faults
from caregiver_app.words import tr

APPLICATION_ID = 0x43617265  # "Care", at offset 68 of each file
_HEADER = b"SQLite format 3\0"
_SIDE_FILES = ("", "-wal", "-shm", "-journal")


def missing(path: Path) -> FileProblem:
    """There is no file at this place."""
    return FileProblem(
        tr("We can’t find the file {name}.").format(name=path.name),
        tr("It may have been moved, or be on a drive that is not plugged in."),
    )


def make(path: Path, fill: Callable[[Path], None]) -> None:
    """Make a new file at `path` by filling one beside it and moving it in place, so that half a file never shows."""
    new_folder(path.parent)
    beside = path.with_name(f".{path.name}.new")
    _drop(beside)
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        fill(beside)
        os.replace(beside, path)
    finally:
        _drop(beside)


def new_folder(folder: Path) -> None:
    """Make a folder that only its owner can open; one that is there stays as it is."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def refuse_foreign(path: Path) -> None:
    """Say in words when this is not one of our files; nothing in it is changed."""
    if path.is_dir():
        raise FileProblem(tr("{name} is a folder, not a file.").format(name=path.name), tr("Choose the file in it."))
    with path.open("rb") as file:
        head = file.read(100)
    if not head:
        raise FileProblem(
            tr("The file {name} is empty.").format(name=path.name),
            tr("Nothing was changed. Open your last backup, or choose another file."),
        )
    if not head.startswith(_HEADER):
        raise faults.damaged() if _has_our_mark(head) else not_ours(path)
    if not _has_our_mark(head):
        raise not_ours(path)


def keep_private(path: Path) -> None:
    """Close a file of ours to other people again, as when it came back from a USB drive; where that can't be, go on."""
    if sys.platform != "win32" and path.stat().st_mode & 0o077:
        with suppress(OSError):
            path.chmod(0o600)


def is_ours(path: Path) -> bool:
    """Whether a family's data is in this file."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(_HEADER) and _has_our_mark(head)


def not_ours(path: Path) -> FileProblem:
    """The file was made by some other program."""
    return FileProblem(
        tr("{name} was not made by Caregiver Organizer.").format(name=path.name),
        tr("Nothing was changed. Choose another file."),
    )


def _has_our_mark(head: bytes) -> bool:
    return int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _drop(path: Path) -> None:
    for end in _SIDE_FILES:
        Path(f"{path}{end}").unlink(missing_ok=True)
