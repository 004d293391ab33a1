"""The dated figures that come with the program, with the person's own laid over them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache

from caregiver_app.domain.expenses import OwnFigure
from caregiver_app.domain.money.rates import Figure, Rates, key_named, read_rates
from caregiver_app.resources import resource


@cache
def published() -> Rates:
    """The figures of resources/rates/rates.json."""
    return read_rates(json.loads(resource("rates/rates.json").read_text(encoding="utf-8")))


def with_own(own: Iterable[OwnFigure]) -> Rates:
    """The same with the person's own; where two of them overlap, the later one of the list holds.

    Raises KeyError for one whose name no published figure has.
    """
    rates = published()
    return rates.with_own(
        Figure(
            key=key_named(each.figure, rates), first=each.first, last=each.last, value=each.value, source=each.source
        )
        for each in own
    )
