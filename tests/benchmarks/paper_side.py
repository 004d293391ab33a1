"""The week sheet in a warm process, and the same strings, boxes and lines at fixed places on a bare canvas."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from caregiver_app.documents.lettering import face
from caregiver_app.documents.pages import Stamp
from caregiver_app.documents.paper import Look
from caregiver_app.documents.week_sheet import WeekRow, WeekSheet, week_sheet
from caregiver_app.domain.calendar import Span
from tests.benchmarks.runs import TURNS

MONDAY = date(2026, 11, 23)
DRAWING = ("setFont", "drawString", "line", "rect", "setLineWidth", "setFillGray", "setDash")
Stroke = tuple[str, tuple[Any, ...], dict[str, Any]]


def a_week() -> WeekSheet:
    """A full page: twenty tasks of which two are open, and the family's own words."""
    rows = tuple(
        WeekRow(
            day=MONDAY + timedelta(number // 3),
            time="5:30 pm",
            what=f"Dinner for 4, number {number}",
            who=() if number % 9 == 8 else ("Ana",),
            still_needed=int(number % 9 == 8),
        )
        for number in range(20)
    )
    stamp = Stamp(printed_at="Sun Nov 22 2026, 6:40 pm", copy=2, contact="Sam", phone="555-0100")
    return WeekSheet(span=Span(MONDAY, MONDAY + timedelta(6)), rows=rows, please="Wash your hands.", stamp=stamp)


@contextmanager
def noted_strokes() -> Iterator[list[Stroke]]:
    """Everything that is drawn on any canvas in the meantime."""
    strokes: list[Stroke] = []
    originals = {name: getattr(Canvas, name) for name in DRAWING}

    def note(name: str, canvas: Canvas, *places: Any, **more: Any) -> Any:
        strokes.append((name, places, more))
        return originals[name](canvas, *places, **more)

    for name in DRAWING:
        setattr(Canvas, name, lambda canvas, *places, _name=name, **more: note(_name, canvas, *places, **more))
    try:
        yield strokes
    finally:
        for name, original in originals.items():
            setattr(Canvas, name, original)


def bare(strokes: list[Stroke]) -> bytes:
    """The floor: a canvas, the strokes, the file."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(612, 792), pageCompression=1, initialFontName=face().main.name)
    for name, places, more in strokes:
        getattr(canvas, name)(*places, **more)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def seconds(action: Callable[[], bytes]) -> float:
    """How long one run takes."""
    started = perf_counter()
    action()
    return perf_counter() - started


def measure() -> dict[str, float]:
    """The medians of both sides over runs that take turns, in seconds."""
    ours = partial(week_sheet, a_week(), Look())
    ours()
    with noted_strokes() as strokes:
        ours()
    floor = partial(bare, strokes)
    floor()
    times = [(seconds(ours), seconds(floor)) for _ in range(TURNS)]
    return {"ours": median(time for time, _ in times), "floor": median(time for _, time in times)}


if __name__ == "__main__":
    print(json.dumps(measure()))
