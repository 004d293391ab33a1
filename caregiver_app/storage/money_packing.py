"""How the small values of money are written inside one column, and read again."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from caregiver_app.domain.expenses import PaidPart, Share


def pack_paid(parts: tuple[PaidPart, ...]) -> list[list[str]]:
    """Who paid how many dollars."""
    return [[part.person_id.hex, str(part.amount)] for part in parts]


def unpack_paid(plain: list[list[str]]) -> tuple[PaidPart, ...]:
    """What `pack_paid` wrote."""
    return tuple(PaidPart(person_id=UUID(person), amount=unpack_number(amount)) for person, amount in plain)


def pack_shares(shares: tuple[Share, ...]) -> list[list[Any]]:
    """Who carries how many parts."""
    return [[share.person_id.hex, share.parts] for share in shares]


def unpack_shares(plain: list[list[Any]]) -> tuple[Share, ...]:
    """What `pack_shares` wrote."""
    return tuple(Share(person_id=UUID(person), parts=parts) for person, parts in plain)


def pack_number(number: Decimal) -> str:
    """An exact number."""
    return str(number)


def unpack_number(plain: str) -> Decimal:
    """What `pack_number` wrote."""
    try:
        return Decimal(plain)
    except InvalidOperation as problem:
        raise ValueError("this is not a number") from problem
