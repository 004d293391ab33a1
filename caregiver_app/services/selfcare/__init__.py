"""The caregiver's own care: small things, free time, how the day is, the journal, the plan. Nothing here is counted."""

from __future__ import annotations

from caregiver_app.services.selfcare.asked import still_asked
from caregiver_app.services.selfcare.company import windows
from caregiver_app.services.selfcare.journal import (
    entries,
    feelings,
    hard_time,
    remove_entry,
    save_entry,
    search,
    set_feeling,
)
from caregiver_app.services.selfcare.overview import overview, own_visits
from caregiver_app.services.selfcare.plan import (
    help_lines,
    plan,
    remove_help_line,
    save_help_line,
    save_plan,
)
from caregiver_app.services.selfcare.week import (
    ask_cover,
    cover_item,
    cover_task,
    done,
    keep_cover,
    not_available,
    not_done,
    not_this_week,
    plan_time,
    remove_thing,
    rest_thing,
    save_thing,
    things,
    this_week_after_all,
    week,
)
from caregiver_app.services.small_things import times_in

__all__ = [
    "ask_cover",
    "cover_item",
    "cover_task",
    "done",
    "entries",
    "feelings",
    "hard_time",
    "help_lines",
    "keep_cover",
    "not_available",
    "not_done",
    "not_this_week",
    "overview",
    "own_visits",
    "plan",
    "plan_time",
    "remove_entry",
    "remove_help_line",
    "remove_thing",
    "rest_thing",
    "save_entry",
    "save_help_line",
    "save_plan",
    "save_thing",
    "search",
    "set_feeling",
    "still_asked",
    "things",
    "this_week_after_all",
    "times_in",
    "week",
    "windows",
]
