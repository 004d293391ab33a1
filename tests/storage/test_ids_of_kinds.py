"""One id may be asked for as several kinds of record: each kind answers for itself."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

from caregiver_app.domain.appointments import Appointment
from caregiver_app.domain.people import Person
from caregiver_app.domain.places import Place
from caregiver_app.domain.tasks import Task
from caregiver_app.storage.database import Database

NOW = datetime(2026, 11, 22, 13, 30, tzinfo=UTC)


def test_an_id_that_is_of_another_kind_is_found_as_that_one(database: Database) -> None:
    visit = Appointment(title="Blood draw", day=date(2026, 11, 24))
    with database.writing(NOW) as work:
        work.put(visit)
        assert work.get(Task, visit.id) is None
        assert work.get(Appointment, visit.id) == visit
    with database.reading() as work:
        assert work.get(Task, visit.id) is None
        assert work.get(Appointment, visit.id) == visit
        assert work.get(Person, visit.id) is None


def test_two_kinds_with_the_same_id_are_saved_and_taken_back_side_by_side(database: Database) -> None:
    id_ = uuid4()
    place, person = Place(id=id_, name="Lakeside Center"), Person(id=id_, name="Ana")
    with database.writing(NOW) as work:
        work.put(place)
        work.put(person)
    assert len(work.changes.edits) == 2
    with database.writing(NOW) as again:
        again.apply(work.changes.inverse())
    with database.reading() as reading:
        assert (reading.get(Place, id_), reading.get(Person, id_)) == (None, None)
    with database.writing(NOW) as back:
        back.apply(again.changes.inverse())
        assert (back.get(Place, id_), back.get(Person, id_)) == (place, person)
