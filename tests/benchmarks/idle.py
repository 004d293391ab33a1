"""What the window costs while nobody touches it, with 200 reminders set: python -m tests.benchmarks.idle.

It takes eleven minutes, so it has a command of its own.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.benchmarks.runs import a_screen, once

REMINDERS = 200
FIRST, LAST = 60, 660  # seconds from the start of the watch
CPU_LIMIT, GROWTH_LIMIT = 1.0, 2_000_000


def main() -> int:
    """Measure from minute 1 to minute 11; 1 when a limit was not held."""
    with tempfile.TemporaryDirectory() as folder, a_screen() as screen:
        file = Path(folder) / "family.care"
        build(file)
        found = once("idle_side", str(file), patience=LAST + 120)
    print(f"From minute 1 to minute 11, {REMINDERS} reminders set, drawn by “{screen}”.")
    print("\n| what | found | limit | holds |\n|---|---|---|---|")
    held = True
    for what, value, limit, unit in (
        ("CPU time", found["cpu"], CPU_LIMIT, "s"),
        ("memory growth", found["growth"] / 1e6, GROWTH_LIMIT / 1e6, "MB"),
    ):
        held = held and value <= limit
        print(f"| {what} | {value:.2f} {unit} | {limit:g} {unit} | {'yes' if value <= limit else 'NO'} |")
    return 0 if held else 1


def build(file: Path) -> None:
    """The made-up family with reminders all day, none of them in the next hour."""
    from caregiver_app.domain.calendar import Every, Repeat
    from caregiver_app.domain.reminders import OwnReminder
    from caregiver_app.services import demo
    from caregiver_app.services.workspace import Clock
    from caregiver_app.storage.database import open_file

    clock = Clock()
    database = open_file(file)
    with database.writing(clock.now()) as work:
        demo.fill(work, today=clock.today())
        later = clock.local().replace(tzinfo=None) + timedelta(hours=1)
        for number in range(REMINDERS):
            at = later + timedelta(minutes=6 * number)
            repeat = Repeat(every=Every.DAYS)
            work.put(OwnReminder(text=f"Look after thing {number}", day=at.date(), clock=at.time(), repeat=repeat))
    database.close()


if __name__ == "__main__":
    sys.exit(main())
