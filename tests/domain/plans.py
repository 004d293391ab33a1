"""Made-up series, tasks and asks for the laws of the domain."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from caregiver_app.domain.calendar import Every, Repeat
from caregiver_app.domain.tasks import Occurrence, Status, Task, aligned, occurrence_of

FIRST, LAST = date(2024, 1, 1), date(2030, 12, 31)
days = st.dates(FIRST, LAST)


@st.composite
def endless_repeats(draw: st.DrawFn) -> Repeat:
    """A pattern without an end."""
    every = draw(st.sampled_from(Every))
    n = draw(st.integers(1, 5 if every is Every.WEEKS else 30))
    highest = {Every.WEEKS: 6, Every.CYCLE: n}.get(every, 0)
    lowest = 0 if every is Every.WEEKS else 1
    on = draw(st.sets(st.integers(lowest, highest), min_size=1)) if every is not Every.DAYS else ()
    return Repeat(every=every, n=n, on=tuple(sorted(on)))


@st.composite
def series(draw: st.DrawFn) -> Task:
    """A task that repeats, from a day of its pattern on, with or without an end."""
    repeat = draw(endless_repeats())
    start = draw(days)
    end = draw(st.sampled_from(["never", "until", "count"]))
    if end == "until":
        repeat = replace(repeat, until=start + timedelta(40) + timedelta(draw(st.integers(0, 200))))
    if end == "count":
        repeat = replace(repeat, count=draw(st.integers(1, 40)))
    return aligned(Task(title="Walk", day=start, repeat=repeat))


def repeat_of(task: Task) -> Repeat:
    """The repeat of a task that has one."""
    assert task.repeat is not None
    return task.repeat


tasks = series() | st.builds(lambda day: Task(title="Soup", day=day), days)


@st.composite
def touched(draw: st.DrawFn, task: Task) -> list[Occurrence]:
    """Some times of a task that were moved, promised, done or skipped; also times that its pattern has left."""
    pool = [task.day + timedelta(n) for n in range(60)]
    chosen = draw(st.lists(st.sampled_from(pool), unique=True, max_size=8))
    times = []
    for original in chosen:
        shift = draw(st.sampled_from([0, 0, 1, -2]))
        status = draw(st.sampled_from(Status))
        times.append(replace(occurrence_of(task, original), day=original + timedelta(shift), status=status))
    return times if task.repeat else times[:1]
