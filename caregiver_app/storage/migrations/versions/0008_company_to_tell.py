"""Whoever comes along to a visit may not know yet that it moved or is off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the columns."""
    op.add_column("appointments", sa.Column("companion_day", sa.Date))
    op.add_column("appointments", sa.Column("companion_clock", sa.Time))
