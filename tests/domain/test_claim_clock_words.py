"""What comes next for a claim, also once its day is over: calm words, nobody is late."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_app.domain.money.claim_clocks import ClaimClock, NextStep
from caregiver_app.domain.money_words import clock_words

DAY = date(2026, 12, 5)


@pytest.mark.parametrize(
    ("step", "sentence"),
    [
        (NextStep.ANSWER, "The plan’s answer was due on Sat Dec 5 2026. You can call and ask."),
        (NextStep.APPEAL, "The day to appeal was Sat Dec 5 2026. Ask the plan if it is still open."),
        (NextStep.APPEAL_ANSWER, "The answer to the appeal was due on Sat Dec 5 2026. You can call and ask."),
    ],
)
def test_a_day_that_is_over_is_told_as_such(step: NextStep, sentence: str) -> None:
    assert clock_words(ClaimClock(step=step, day=DAY), date(2026, 12, 6)) == sentence
    assert clock_words(ClaimClock(step=step, day=DAY), DAY) == clock_words(ClaimClock(step=step, day=DAY))
