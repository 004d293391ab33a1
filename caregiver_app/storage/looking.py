"""Whether a table holds anything, asked without loading what belongs to it."""

from __future__ import annotations

from sqlalchemy import literal, select
from sqlalchemy.sql import column, table

from caregiver_app.storage.unit_of_work import UnitOfWork


def has_any(work: UnitOfWork, name: str) -> bool:
    """Whether there is a record in a table that was not removed."""
    of = table(name, column("removed_at"))
    return bool(work.values(select(literal(1)).select_from(of).where(of.c.removed_at.is_(None)).limit(1)))
