"""The Leave tab: from the click on it until its numbers and its log stand painted."""

from __future__ import annotations

from time import perf_counter

from tests.benchmarks.board_side import drain, wait_until
from tests.benchmarks.marks import Marks
from tests.benchmarks.opened_file import opened_copy


def main() -> None:
    """Open the file named on the command line, on a copy, and measure."""
    with opened_copy() as (ready, _copy):
        marks = Marks()
        started = perf_counter()
        ready.window.show_tab("leave")
        drain()
        from caregiver_app.ui.leave.panel import LeavePanel

        wait_until(lambda: any(panel.view is not None for panel in ready.window.findChildren(LeavePanel)))
        drain()
        marks.mark("leave", perf_counter() - started)
        marks.report()


if __name__ == "__main__":
    main()
