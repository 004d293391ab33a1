"""The live line of the time-off form, in words."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from uuid import uuid4

from caregiver_app.domain.leave.answers import Amount
from caregiver_app.domain.leave.entries import LeaveKind
from caregiver_app.domain.leave.records import TimeOff
from caregiver_app.services.leave.trying import Tried
from caregiver_app.ui.leave.live_line import live_words

DAY = date(2026, 11, 24)
ENTRY = TimeOff(job_id=uuid4(), first=DAY, last=DAY)
NOTHING = Amount(weeks=Fraction(0), minutes=Fraction(0))
A_DAY = Amount(weeks=Fraction(1, 5), minutes=Fraction(480))
LEFT = Amount(weeks=Fraction(10), minutes=Fraction(24000))


def tried(**facts: object) -> Tried:
    """A day off, as it was tried."""
    known: dict[str, object] = {"work_minutes": 480, "days": 1, "counted": A_DAY, "over": NOTHING, "left": LEFT}
    return Tried(first_over=None, **(known | facts))  # type: ignore[arg-type]


def test_for_a_relative_that_the_law_does_not_count_no_number_is_told() -> None:
    entry = TimeOff(job_id=ENTRY.job_id, first=DAY, last=DAY, kind=LeaveKind.NOT_FMLA)
    words = live_words(tried(covered=False), [entry])
    assert not any(letter.isdigit() for letter in f"{words.title} {' '.join(words.sentences)}")


def test_what_may_keep_it_from_being_fmla_leave_stands_below_its_count() -> None:
    words = live_words(tried(), [ENTRY], not_yet="FMLA leave may start on Dec 1, 2026.")
    assert words.title == "This may count as 8 hours of FMLA leave."
    assert "FMLA leave may start on Dec 1, 2026." in words.sentences
