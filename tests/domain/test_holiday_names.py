"""Names of holidays beside their days."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from caregiver_app.domain.calendar import Span
from caregiver_app.domain.holiday_names import holidays_in

YEAR = Span(date(2026, 1, 1), date(2026, 12, 31))


def test_the_holidays_of_a_week() -> None:
    assert holidays_in(Span(date(2026, 11, 23), date(2026, 11, 29))) == {date(2026, 11, 26): "Thanksgiving Day"}
    assert holidays_in(Span(date(2026, 11, 29), date(2026, 12, 5))) == {}


def test_a_week_over_new_year() -> None:
    found = holidays_in(Span(date(2026, 12, 20), date(2027, 1, 2)))
    assert found == {date(2026, 12, 25): "Christmas Day", date(2027, 1, 1): "New Year’s Day"}


def test_days_off_in_lieu_are_not_named() -> None:
    assert date(2026, 7, 3) not in holidays_in(YEAR)
    assert holidays_in(YEAR)[date(2026, 7, 4)] == "Independence Day"


def test_another_country_has_its_own_and_an_unknown_one_has_none() -> None:
    assert date(2026, 7, 1) in holidays_in(YEAR, "CA")
    assert holidays_in(YEAR, "nowhere") == {}


def test_names_do_not_follow_the_language_of_the_computer() -> None:
    code = (
        "from datetime import date; from caregiver_app.domain.calendar import Span; import sys;"
        "from caregiver_app.domain.holiday_names import holidays_in; assert 'holidays' not in sys.modules;"
        "print(*holidays_in(Span(date(2026, 12, 25), date(2026, 12, 25))).values())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"LANGUAGE": "th", "LANG": "th_TH.UTF-8"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert done.stdout == "Christmas Day\n"
