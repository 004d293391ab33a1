"""The sign-up sheet: finds what still needs someone and may hang on a wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from caregiver_app.documents.paper import Look
from caregiver_app.documents.sign_up_sheet import SignUpRow, SignUpSheet, sign_up_sheet
from caregiver_app.domain.household import Household
from caregiver_app.domain.kinds import Audience
from caregiver_app.domain.people import Person, Role
from caregiver_app.domain.tasks import Item, Task
from caregiver_app.services import sheet_contents as contents
from caregiver_app.services.household import household, person_in_role
from caregiver_app.services.sheet_rules import Gathered, Made, Request, Sheet, Shown, Stretch
from caregiver_app.storage.unit_of_work import UnitOfWork
from caregiver_app.words import tr

# All that a sign-up sheet may show. A new field is private until it is listed here.
FIELDS: Mapping[type, frozenset[str]] = {
    Item: frozenset({"day", "still_needed"}),
    Task: frozenset({"shown_title", "kind", "when"}),
    Household: frozenset({"sheet_name", "ride_times_on_fridge", "clock24"}),
}


def gather(work: UnitOfWork, request: Request, made: Made) -> Gathered:
    """What is open from today on; with a `person_id`, that person is the one to call in the family's place."""
    family = Shown(household(work), FIELDS)
    items, left_out = contents.items_for(work, request.span, Audience.FRIDGE)
    items = [item for item in items if item.is_open and item.day >= made.at.date()]
    contact = work.get(Person, request.person_id) if request.person_id else person_in_role(work, Role.CAREGIVER)
    rows = [] if request.blank else [_row(Shown(item, FIELDS), Shown(item.task, FIELDS), family) for item in items]
    data = SignUpSheet(
        span=request.span,
        rows=tuple(rows),
        name=family.sheet_name,
        stamp=contents.stamp(work, request, made, contact, clock24=family.clock24),
    )
    left_out += [
        *contents.renamed(items),
        *contents.gaps(items),
        *contents.details_left_out(items),
        *contents.number_left_out(contact),
    ]
    return Gathered(data=(data,), left_out=() if request.blank else tuple(left_out))


def _row(item: Shown, task: Shown, family: Shown) -> SignUpRow:
    when = contents.public_time(task.kind, task.when, ride_times=family.ride_times_on_fridge)
    return SignUpRow(
        day=item.day,
        time=contents.time_on_paper(when, clock24=family.clock24),
        what=task.shown_title,
        still_needed=item.still_needed,
    )


def draw(data: Sequence[SignUpSheet], look: Look) -> bytes:
    """The sheet as a PDF."""
    return sign_up_sheet(data[0], look)


def title() -> str:
    """The sheet's name for people."""
    return tr("Sign-up sheet")


SHEET = Sheet(
    name="sign-up",
    title=title,
    audience=Audience.FRIDGE,
    stretches=(Stretch.TWO_WEEKS, Stretch.THREE_WEEKS, Stretch.FOUR_WEEKS),
    gather=gather,
    draw=draw,
)
