"""The names of public holidays, to stand beside a day."""

from __future__ import annotations

from datetime import date

from caregiver_app.domain.calendar import Span


def holidays_in(span: Span, country: str = "US") -> dict[date, str]:
    """The holidays in a stretch of days; none for a country that is not known."""
    from holidays import country_holidays

    years = range(span.first.year, span.last.year + 1)
    try:
        # The language is named, or it would be the computer's.
        found = country_holidays(country, years=years, observed=False, language="en_US")
    except NotImplementedError:
        return {}
    return {day: ", ".join(found.get_list(day)).replace("'", "’") for day in sorted(found) if day in span}
