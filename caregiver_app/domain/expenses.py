"""Costs that the family paid itself: what, when, for whom, who paid, and who carries it."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID, uuid5

from caregiver_app.domain.outcomes import MOST_MONEY
from caregiver_app.domain.people import LONGEST_NAME, LONGEST_NOTE
from caregiver_app.domain.places import FARTHEST
from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.quick_dataclass import dataclass
from caregiver_app.domain.records import Record
from caregiver_app.words import tr

MOST_NIGHTS = 366
MOST_PEOPLE = 20
MOST_PARTS = 100  # of one share
AGREED_SHARES_ID = UUID(int=0xE5)  # there is one agreement, with the same id on every computer


class PaidHow(StrEnum):
    """How a cost was paid: which day counts as paid hangs on it, and HSA or FSA money never counts twice."""

    CARD = "card"
    CASH = "cash"
    CHECK = "check"
    ONLINE = "online"
    HSA = "hsa"
    FSA = "fsa"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidPart:
    """What one person laid out for a cost, in dollars."""

    person_id: UUID
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many parts of a cost one person carries; 2 and 1 is two thirds and one third."""

    person_id: UUID
    parts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Expense(Record):
    """One cost, one trip by car, or some pay that was lost.

    `number` is the R-number that paper and screen share, 0 until it is first saved. `served_on` is the day of the
    visit or purchase; `paid_on` the day that counts as paid (Pub. 502: card = day charged, check = day mailed,
    online = day on the statement), None while it is not paid. `kind` is the key of a category. `for_id` is whom it
    was for, None is the person cared for. `paid_by` is empty when the caregiver paid it all; else its amounts sum to
    `amount`. `shares` is empty when it is not shared. `amount` is dollars; that of a trip is 0, its value comes from
    the miles and the rate of its day. `miles` are those of the whole trip, with `car` its name when there are several.
    `nights` and `people` are of lodging. `counts` is the answer to the question that its kind depends on, None is
    "not answered". `counted` is the part of the amount that the question leaves, None is all of it. `receipt_needed`
    is False when there will never be a paper. `appointment_id` is the visit it came from. `imported_as` is the mark
    of its line in a bank file.
    """

    number: int = 0
    served_on: date
    paid_on: date | None
    kind: str
    payee: str = ""
    for_id: UUID | None = None
    paid_how: PaidHow = PaidHow.CARD
    paid_by: tuple[PaidPart, ...] = ()
    shares: tuple[Share, ...] = ()
    amount: Decimal = Decimal(0)
    miles: Decimal | None = None
    from_to: str = ""
    car: str = ""
    nights: int | None = None
    people: int | None = None
    counts: bool | None = None
    counted: Decimal | None = None
    receipt_needed: bool = True
    appointment_id: UUID | None = None
    imported_as: str = ""
    notes: str = ""

    def __post_init__(self) -> None:
        _check_money("amount", self.amount)
        if self.counted is not None and not 0 <= self.counted <= self.amount:
            raise InvalidEntry("counted", tr("The part that counts can’t be more than the amount."))
        if self.miles is not None and not 0 < self.miles <= 2 * FARTHEST:
            raise InvalidEntry("miles", tr("Type the miles there and back, like 24 or 24.5."))
        if self.nights is not None and not 1 <= self.nights <= MOST_NIGHTS:
            raise InvalidEntry("nights", tr("Type how many nights, from 1 to 366."))
        if self.people is not None and not 1 <= self.people <= MOST_PEOPLE:
            raise InvalidEntry("people", tr("Type how many people stayed, from 1 to 20."))
        for name in ("payee", "car", "from_to"):
            check_name(name, getattr(self, name))
        if len(self.notes) > LONGEST_NOTE:
            raise InvalidEntry("notes", tr("This note is over 20,000 letters. Please keep a shorter one here."))
        self._check_people()

    def _check_people(self) -> None:
        paid = sum((part.amount for part in self.paid_by), Decimal(0))
        if self.paid_by and paid != self.amount:
            sentence = tr("What each one paid adds up to ${paid:,.2f}, but the cost is ${amount:,.2f}.")
            raise InvalidEntry("paid_by", sentence.format(paid=paid, amount=self.amount))
        check_shares(self.shares)

    @property
    def day(self) -> date:
        """The day that it is listed under: the day paid, or while it is not paid the day of the visit or purchase."""
        return self.paid_on or self.served_on


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedShares(Record):
    """How the family has agreed to share costs; new costs begin with it."""

    id: UUID = field(default=AGREED_SHARES_ID)
    shares: tuple[Share, ...] = ()

    def __post_init__(self) -> None:
        check_shares(self.shares)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidBack(Record):
    """Money that one person of the family gave another to be even, in dollars."""

    from_id: UUID
    to_id: UUID
    day: date
    amount: Decimal
    notes: str = ""

    def __post_init__(self) -> None:
        _check_money("amount", self.amount)
        if self.from_id == self.to_id:
            raise InvalidEntry("to_id", tr("Choose two different people."))


class Source(StrEnum):
    """Where money came back from, and for what: pay for lost earnings is not for a cost."""

    INSURER = "insurer"
    MEDICARE = "medicare"
    HSA = "hsa"
    FSA = "fsa"
    EMPLOYER = "employer"
    GRANT = "grant"
    COPAY_CARD = "copay card"
    GIFT = "gift"
    PROVIDER = "provider"
    LOST_EARNINGS = "lost earnings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reimbursement(Record):
    """Money that came back for one cost, or for none in particular, on the day it was received, in dollars."""

    expense_id: UUID | None = None
    claim_id: UUID | None = None
    received_on: date
    amount: Decimal
    source: Source
    notes: str = ""

    def __post_init__(self) -> None:
        _check_money("amount", self.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxYear(Record):
    """What a person told about one calendar year: the adjusted gross income, kept only when they said so.

    `agi` is dollars. `gas_cars` names the cars whose gas and oil count instead of their miles.
    """

    year: int
    id: UUID = field(default=UUID(int=0))  # always worked out of the year
    agi: Decimal | None = None
    gas_cars: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", uuid5(AGREED_SHARES_ID, f"tax year {self.year}"))
        if self.agi is not None and not 0 <= self.agi <= 1000 * MOST_MONEY:
            raise InvalidEntry("agi", tr("Type the income for the year, like 48,000."))


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFigure(Record):
    """A figure that the person typed in place of a published one, such as a rate for miles; both days included.

    `figure` is the name of its list in the published figures. `value` is dollars, or a fraction.
    """

    figure: str
    first: date
    last: date | None
    value: Decimal
    source: str = ""

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InvalidEntry("last", tr("The last day is before the first day."))
        if self.value < 0:
            raise InvalidEntry("value", tr("Type a figure of 0 or more."))


def check_name(field_name: str, text: str) -> None:
    """Raises InvalidEntry at the field when a name is longer than any name is."""
    if len(text) > LONGEST_NAME:
        raise InvalidEntry(field_name, tr("This is very long. Keep it to 200 letters."))


def check_shares(shares: tuple[Share, ...]) -> None:
    """Raises InvalidEntry at `shares` for a person named twice, or parts that are none."""
    if len({share.person_id for share in shares}) != len(shares):
        raise InvalidEntry("shares", tr("The same person is named twice."))
    for share in shares:
        if not 0 <= share.parts <= MOST_PARTS:
            raise InvalidEntry("shares", tr("Type parts from 0 to 100, like 1 and 1 for half each."))
    if shares and not any(share.parts for share in shares):
        raise InvalidEntry("shares", tr("Somebody has to carry a part."))


def _check_money(name: str, amount: Decimal) -> None:
    if not 0 <= amount <= MOST_MONEY:
        raise InvalidEntry(name, tr("Type an amount of money, like 12 or 12.50."))
    if amount != amount.quantize(Decimal("0.01")):
        raise InvalidEntry(name, tr("Type dollars and whole cents, like 12.50."))
