"""Opens what Find found: on its tab, or in the form where it is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from caregiver_app.domain.found import Found, FoundKind

if TYPE_CHECKING:
    from caregiver_app.storage.unit_of_work import UnitOfWork
    from caregiver_app.ui.main_window import MainWindow


def show(window: MainWindow, found: Found) -> None:
    """Go there; what was removed a moment ago opens nothing."""
    if found.kind is FoundKind.TASK:
        _show_task(window, found)
    elif found.tab:
        window.show_record(found.tab, found.id)
    else:
        _open_form(window, found)


def _show_task(window: MainWindow, found: Found) -> None:
    """The form of its next time, or of its last one."""
    from caregiver_app.services.finding import next_time
    from caregiver_app.ui.tasks.editor import TaskEditor

    today = window.parts.actions.clock.today()
    item = window.parts.actions.read(partial(next_time, task_id=found.id, today=today))
    window.show_tab(found.tab)
    if item is not None:
        TaskEditor(window.parts, item=item, parent=window).open()


def _open_form(window: MainWindow, found: Found) -> None:
    from caregiver_app.domain.care_team import Clinician
    from caregiver_app.domain.people import Person, Role
    from caregiver_app.domain.places import Place

    parts = window.parts
    kinds = {FoundKind.PERSON: Person, FoundKind.PLACE: Place, FoundKind.CLINICIAN: Clinician}
    record = parts.actions.read(partial(_get, kind=kinds[found.kind], record_id=found.id))
    if isinstance(record, Place):
        from caregiver_app.ui.rides.places import PlaceEditor

        PlaceEditor(parts, record, window).open()
    elif isinstance(record, Clinician):
        from caregiver_app.ui.rides.care_team import ClinicianEditor

        ClinicianEditor(parts, record, window).open()
    elif isinstance(record, Person) and record.role in (Role.CAREGIVER, Role.CARED_FOR):
        window.open_center()
    elif isinstance(record, Person):
        from caregiver_app.ui.people.editor import PersonEditor

        PersonEditor(parts, record, window).open()


def _get(work: UnitOfWork, *, kind: object, record_id: object) -> object:
    return work.get(kind, record_id)  # type: ignore[type-var, arg-type]  # one of the three
