"""The published figures that costs are counted with, as tables: each with its days, its source and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caregiver_app.documents.money_sheet import Column, Line, Section
from caregiver_app.domain.money.rates import Figure, Key, Rates
from caregiver_app.domain.rate_words import (
    RateGroup,
    days_words,
    figure_short,
    later_words,
    newest_first,
    origin_words,
    value_words,
)
from caregiver_app.words import tr

_Row = tuple[date, date | None, str]  # figures of the same days and origin stand in one row


def figures_section(group: RateGroup, rates: Rates) -> Section:
    """One group of figures, the newest days first, and from when on there is none."""
    columns = (
        Column(label=tr("days"), share=42),
        *(Column(label=figure_short(key), share=20, number=True) for key in group.keys),
        Column(label=tr("from"), share=70),
    )
    later = later_words(rates, group.keys[0])
    return Section(
        title=group.title, columns=columns, lines=tuple(_lines(group.keys, rates)), says=(later,) if later else ()
    )


def _lines(keys: Sequence[Key], rates: Rates) -> list[Line]:
    rows: dict[_Row, dict[Key, Figure]] = {}
    for key in keys:
        for figure in newest_first(rates, key):
            rows.setdefault((figure.first, figure.last, origin_words(figure)), {})[key] = figure
    ordered = sorted(rows.items(), key=lambda row: row[0][0], reverse=True)
    return [_line(keys, first, last, origin, found) for (first, last, origin), found in ordered]


def _line(keys: Sequence[Key], first: date, last: date | None, origin: str, found: dict[Key, Figure]) -> Line:
    values = (found[key].value if key in found else None for key in keys)
    cells = (value_words(key, value) if value is not None else tr("–") for key, value in zip(keys, values, strict=True))
    return Line(cells=(days_words(first, last), *cells, origin), bold=any(each.own for each in found.values()))
