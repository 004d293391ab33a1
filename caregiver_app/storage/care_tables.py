"""The tables of the caregiver's own care, of reminders and of the season, loaded with the first question about them."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, Integer, Text, Time, Uuid

from caregiver_app.domain import searching
from caregiver_app.domain.reminders import About, OwnReminder, ReminderRules, Touched
from caregiver_app.domain.seasons import Season, SeasonNow
from caregiver_app.domain.selfcare import (
    LONGEST_ENTRY,
    CareKind,
    CarePlan,
    Feel,
    Feeling,
    HelpLine,
    JournalEntry,
    SmallThing,
    SmallThingTime,
)
from caregiver_app.storage import care_packing as packing
from caregiver_app.storage import visit_tables  # noqa: F401  # somebody may be with her during a visit
from caregiver_app.storage.columns import Choice, LocalDate, Packed, UtcInstant
from caregiver_app.storage.tables import REPEAT, TABLE_OF, record_table, texts
from caregiver_app.storage.word_index import MOST_OF, SEARCHED

_IDS = Packed(packing.pack_ids, packing.unpack_ids)
_ABOUT = Packed(packing.pack_about, packing.unpack_about)

small_things = record_table(
    "small_things",
    *texts("title"),
    Column("kind", Choice(CareKind), nullable=False),
    *texts("tiny"),
    Column("minutes", Integer, nullable=False),
    Column("weekday", Integer),
    Column("clock", Time),
    Column("remind", Boolean, nullable=False),
    Column("resting", Boolean, nullable=False),
)

small_thing_times = record_table(
    "small_thing_times",
    Column("thing_id", Uuid, ForeignKey("small_things.id"), nullable=False, index=True),
    Column("week", LocalDate, nullable=False, index=True),
    Column("day", LocalDate),
    Column("clock", Time),
    Column("cover_task_id", Uuid, ForeignKey("tasks.id")),
    Column("beside_id", Uuid),  # a task or a visit
    Column("done_at", UtcInstant),
    Column("not_this_week", Boolean, nullable=False),
)

feelings = record_table(
    "feelings",
    Column("day", LocalDate, nullable=False, index=True),
    Column("feel", Choice(Feel), nullable=False),
)

journal = record_table(
    "journal_entries",
    Column("day", LocalDate, nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("written_at", UtcInstant, nullable=False),
)

care_plans = record_table(
    "care_plans",
    *texts("low_signs"),
    Column("call_ids", _IDS, nullable=False),
    *texts("more_to_call"),
)

help_lines = record_table(
    "help_lines",
    *texts("name", "phone", "about"),
    Column("checked_on", LocalDate, nullable=False),
    Column("place", Integer, nullable=False),
)

reminder_rules = record_table(
    "reminder_rules",
    Column("on", _ABOUT, nullable=False),
    Column("quiet_from", Time, nullable=False),
    Column("quiet_until", Time, nullable=False),
    Column("always", Boolean, nullable=False),
)

own_reminders = record_table(
    "own_reminders",
    *texts("text"),
    Column("day", LocalDate, nullable=False, index=True),
    Column("clock", Time, nullable=False),
    Column("repeat", REPEAT),
)

touched_reminders = record_table(
    "touched_reminders",
    Column("about", Choice(About), nullable=False),
    Column("source_id", Uuid, nullable=False),  # of any kind of record
    Column("due_at", DateTime, nullable=False, index=True),  # local wall time
    Column("later_at", DateTime),
    Column("closed", Boolean, nullable=False),
)

season = record_table(
    "seasons",
    Column("season", Choice(Season), nullable=False),
    Column("since", LocalDate),
    Column("called_off", _IDS, nullable=False),
)

TABLE_OF.update(
    {
        SmallThing: small_things,
        SmallThingTime: small_thing_times,
        Feeling: feelings,
        JournalEntry: journal,
        CarePlan: care_plans,
        HelpLine: help_lines,
        ReminderRules: reminder_rules,
        OwnReminder: own_reminders,
        Touched: touched_reminders,
        SeasonNow: season,
    }
)


def _journal_text(entry: JournalEntry) -> str:
    return entry.text


SEARCHED.update({JournalEntry: _journal_text, SmallThing: searching.of_small_thing})
MOST_OF[JournalEntry] = LONGEST_ENTRY  # all of them: who looks for a word is not told that it is not there
