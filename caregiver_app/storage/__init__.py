"""The database behind everything: records in, records out."""

from __future__ import annotations

from caregiver_app.storage.late_modules import loaded_late

# SQLAlchemy names both for its asyncio side and its plug-ins, which nothing here uses. They would take a sixth of the
# time in which the database layer loads, while somebody waits for the first page.
with loaded_late("importlib.metadata"), loaded_late("asyncio", "iscoroutine"):
    import sqlalchemy.dialects.sqlite  # noqa: F401
