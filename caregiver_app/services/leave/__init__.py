"""Leave: jobs, the log, the answers, papers. Loads the rules of leave, so it is imported when first needed."""

from caregiver_app.services.leave.jobs import (
    change_job,
    change_method,
    remove_job,
    remove_pattern,
    save_pattern,
    set_up,
    take_back_change,
)
from caregiver_app.services.leave.log import (
    change_time_off,
    from_visit,
    log,
    mark_taken,
    problems,
    remove_time_off,
)
from caregiver_app.services.leave.papers import (
    change_paper,
    finish_paper,
    put_employer_counts,
    remove_paper,
    start_paper,
)
from caregiver_app.services.leave.plans import earliest, plan_days, what_if
from caregiver_app.services.leave.table_file import csv_of
from caregiver_app.services.leave.views import figures_on, jobs, view

__all__ = [
    "change_job",
    "change_method",
    "change_paper",
    "change_time_off",
    "csv_of",
    "earliest",
    "figures_on",
    "finish_paper",
    "from_visit",
    "jobs",
    "log",
    "mark_taken",
    "plan_days",
    "problems",
    "put_employer_counts",
    "remove_job",
    "remove_paper",
    "remove_pattern",
    "remove_time_off",
    "save_pattern",
    "set_up",
    "start_paper",
    "take_back_change",
    "view",
    "what_if",
]
