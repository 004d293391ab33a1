"""A typed pick-up may be on the day before the visit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column."""
    op.add_column("rides", sa.Column("pick_up_before", sa.Boolean, nullable=False, server_default=sa.false()))
