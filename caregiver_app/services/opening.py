"""Opening the family's data, wherever it is kept."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import partial
from pathlib import Path

from caregiver_app.places import typed_folder, usual_file
from caregiver_app.services.workspace import Clock, Workspace
from caregiver_app.storage.database import open_database, open_file


def open_workspace(
    file: Path | None = None,
    database: str | None = None,
    *,
    demo: bool = False,
    today: date | None = None,
    create: bool = True,
) -> Workspace:
    """The data that these choices name; without `create`, a file that is not there is trouble in words."""
    clock = Clock(today)
    if demo:
        folder = tempfile.TemporaryDirectory(prefix="caregiver-demo-")
        workspace = Workspace(open_file(Path(folder.name) / "demo.care"), clock, on_close=folder.cleanup)
        from caregiver_app.services import demo as made_up

        workspace.write(partial(made_up.fill, today=clock.today()))
        return workspace
    if database is not None:
        return Workspace(open_database(database), clock, half_typed_in=typed_folder(database))
    return Workspace(open_file(file or usual_file(), create=create), clock)
