"""Column types: what a record holds, and how SQLite and PostgreSQL keep it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Date, DateTime, Integer, String, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class LocalDate(TypeDecorator[date]):
    """A day on the family's calendar; refuses a datetime, which would lose its time in silence."""

    impl = Date
    cache_ok = True

    def process_bind_param(self, value: date | None, _dialect: Dialect) -> date | None:
        if isinstance(value, datetime):
            raise TypeError("a day is wanted here, not an instant")
        return value


class UtcInstant(TypeDecorator[datetime]):
    """Something that happened, kept in UTC; refuses a time without a zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("an instant needs a time zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Choice(TypeDecorator[StrEnum]):
    """One of an enum's values, kept as its value so that members can be renamed."""

    impl = String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(40)
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, _dialect: Dialect) -> str | None:
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, _dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.kind(value)


class Packed(TypeDecorator[Any]):
    """A small frozen value as text that a person could read: `pack` makes plain JSON of it, `unpack` reads that."""

    impl = Text
    cache_ok = True

    def __init__(self, pack: Callable[[Any], Any], unpack: Callable[[Any], Any]) -> None:
        super().__init__()
        self.pack = pack
        self.unpack = unpack

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(self.pack(value), ensure_ascii=False)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Any:
        if value is None:
            return None
        try:
            return self.unpack(json.loads(value))
        except TypeError as problem:  # sound JSON of another shape, written by a stranger
            raise ValueError("this is not what was written here") from problem


class Hundredths(TypeDecorator[Decimal]):
    """Dollars and cents, or miles, kept as whole hundredths; refuses what would have to be rounded."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> int | None:
        if value is None:
            return None
        hundredths = int(value * 100)
        if Decimal(hundredths) != value * 100:
            raise ValueError("at most two digits after the point are kept")
        return hundredths

    def process_result_value(self, value: int | None, _dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value) / 100
