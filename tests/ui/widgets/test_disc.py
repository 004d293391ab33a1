"""A person is known by their color as well: it is the same on every screen."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.people import Person
from caregiver_app.ui.people.helper_list import rows_of
from caregiver_app.ui.tasks.card_style import CardStyle
from caregiver_app.ui.theme import Theme


def test_a_color_stays_when_others_come(theme: Theme) -> None:
    people = [Person(name=name) for name in ("Ana", "Ben", "Rosa", "Tom")]
    of_board = {person.name: CardStyle(theme, people).disc_of(person.id)[1] for person in people}
    newcomer = Person(name="Adam")
    for row in rows_of([newcomer, *people[1:]], date(2026, 11, 22))[1:]:
        assert row.color == of_board[row.name]
