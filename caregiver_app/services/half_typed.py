"""What is typed into a form and not saved yet, kept beside the family's data so that it outlives the program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple
from uuid import UUID

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.problems import FileProblem
from caregiver_app.services.saving import save_file
from caregiver_app.services.workspace import Workspace
from caregiver_app.storage import visit_tables  # noqa: F401  # it adds the table of visits
from caregiver_app.storage.files import new_folder

Typed = Mapping[str, object]  # what JSON can hold

LONGEST = timedelta(days=30)  # so long it waits for somebody to go on with it
_FORM = "visit-"
_FOLDERS = ".*.typed"


class Kept(NamedTuple):
    """What one form held, under the name that it was kept by; `at` is the instant of its last letter, in UTC."""

    name: str
    typed: Typed
    at: datetime


def form_of(visit_id: UUID | None) -> str:
    """What the form of a visit is called here; None is a new one."""
    return f"{_FORM}{visit_id or 'new'}"


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
    return list(_read(sorted(_dated(folder, f"{form}.*.json"), reverse=True)))


def let_go(folder: Path | None, name: str) -> None:
    """It was saved, or thrown away: nothing of it stays; nor does the folder, with the last of them."""
    if folder is not None:
        _delete([_file(folder, name)])
        _drop_empty(folder)


def clean_up(workspace: Workspace) -> None:
    """Delete what nobody will go on with: old ones, pieces of a power cut, and changes of visits that are gone.

    Those of a file that is not at its place any more, as when it was renamed, go when they are old. What can't be
    deleted is left for the next time. Raises FileProblem when the data can't be read.
    """
    folder, now = workspace.half_typed_in, workspace.clock.now()
    if folder is None:
        return
    for each in {folder, *_left_behind(workspace.path)}:
        old = [path for at, path in _dated(each, "*.json") if now - at > LONGEST]
        _delete([*old, *(path for _, path in _dated(each, ".*.part"))])
    _delete(_of_gone_visits(workspace, folder))
    for each in {folder, *_left_behind(workspace.path)}:
        _drop_empty(each)


def _left_behind(file: Path | None) -> list[Path]:
    """Folders of files that were beside this one once."""
    if file is None:
        return []
    with suppress(OSError, ValueError):
        found = [path for path in file.parent.glob(_FOLDERS) if path.is_dir()]
        return [path for path in found if not path.with_name(path.stem[1:]).exists()]
    return []


def _of_gone_visits(workspace: Workspace, folder: Path) -> list[Path]:
    """Changes of visits that were removed, or that are not in this file."""
    changes: dict[UUID, list[Path]] = {}
    for _, path in _dated(folder, f"{_FORM}*.json"):
        with suppress(ValueError):  # a new visit has no id yet
            changes.setdefault(UUID(path.name.removeprefix(_FORM).partition(".")[0]), []).append(path)
    if not changes:
        return []
    there = {visit.id for visit in workspace.read(lambda work: work.among(Appointment, "id", changes))}
    return [path for visit_id, paths in changes.items() if visit_id not in there for path in paths]


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.json"


def _dated(folder: Path, pattern: str) -> Iterator[tuple[datetime, Path]]:
    """The files with the instant of their last change; what is no file, or just went, is passed over."""
    paths: list[Path] = []
    with suppress(OSError):
        paths = list(folder.glob(pattern))
    for path in paths:
        with suppress(OSError, ValueError, OverflowError):  # a clock may have been set to any year
            found = path.stat()
            if S_ISREG(found.st_mode):
                yield datetime.fromtimestamp(found.st_mtime, UTC), path


def _read(found: Iterable[tuple[datetime, Path]]) -> Iterator[Kept]:
    for at, path in found:
        with suppress(OSError, ValueError, RecursionError):  # the last one comes of brackets within brackets
            typed = json.loads(path.read_bytes())
            if isinstance(typed, dict):
                yield Kept(path.name.removesuffix(".json"), typed, at)


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _drop_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
