"""What the computer tells of a family's habits: the first guess, to be changed under Family choices."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, QTimeZone

from caregiver_app.domain.household import Paper

_LETTER = {
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
}


def first_guess(locale: QLocale) -> dict[str, Any]:
    """The family's choices as the computer has them: first day of the week, clock, paper and home time zone."""
    zone = {"home_zone": bytes(QTimeZone.systemTimeZoneId().data()).decode()}
    if locale.language() == QLocale.Language.C:  # set up for no place: our own first choices stay
        return zone
    return zone | {
        "week_start": locale.firstDayOfWeek().value - 1,
        "clock24": "a" not in locale.timeFormat(QLocale.FormatType.ShortFormat).lower(),
        "paper": Paper.LETTER if locale.territory() in _LETTER else Paper.A4,
    }
