"""A form of one record: each of its fields is read on its own, and what is wrong is told at each at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from caregiver_app.domain.problems import InvalidEntry
from caregiver_app.domain.records import Record
from caregiver_app.ui.widgets.fields import Field, LineEdit
from caregiver_app.ui.widgets.typed_choice import TypedChoice

R = TypeVar("R", bound=Record)


def tidy(line: LineEdit | TypedChoice) -> str:
    """What was typed, without spaces at the ends, and one at a time inside."""
    return " ".join(line.text().split())


def read_record(record: R, readers: Mapping[str, Callable[[], object]], fields: Mapping[str, Field]) -> R:
    """The record as typed. Each wrong field but the first says so; the first one is raised."""
    wrong: list[InvalidEntry] = []
    for name, read in readers.items():
        value: dict[str, Any] = {}
        try:
            value[name] = read()
            record = replace(record, **value)
        except InvalidEntry as problem:
            wrong.append(InvalidEntry(name, problem.message))
    for entry in wrong[1:]:
        fields[entry.field].set_error(entry.message)
    if wrong:
        raise wrong[0]
    return record
