"""The dated figures that come with the program, with the person's own laid over them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache

from caregiver_app.domain.money.own_figures import OwnFigure
from caregiver_app.domain.money.rates import Rates, read_rates
from caregiver_app.resources import resource


@cache
def published() -> Rates:
    """The figures of resources/rates/rates.json."""
    return read_rates(json.loads(resource("rates/rates.json").read_text(encoding="utf-8")))


def with_own(own: Iterable[OwnFigure]) -> Rates:
    """The same with the person's own; where two of them overlap, the one typed later holds."""
    return published().with_own(each.figure() for each in sorted(own, key=lambda each: each.noted_on))
