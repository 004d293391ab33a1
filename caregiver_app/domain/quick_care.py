"""The sort of small thing that a line speaks of; it only chooses a picture."""

from __future__ import annotations

import re

from caregiver_app.domain.selfcare import CareKind

_WORDS = {
    CareKind.GROUP: "group",
    CareKind.REST: "nap rest lie",
    CareKind.SLEEP: "sleep bed lights",
    CareKind.MOVE: "walk run swim yoga pilates gym exercise stretch stretching bike hike dance",
    CareKind.PEOPLE: "coffee tea lunch dinner friend call visit",
    CareKind.QUIET: "meditate meditation read bath quiet breathe pray church",
}


def care_kind(title: str) -> CareKind:
    """What sort of small thing a title speaks of; something else when no word tells."""
    words = set(re.findall(r"[^\W_]+", title.casefold()))
    return next((kind for kind, telling in _WORDS.items() if words & set(telling.split())), CareKind.OTHER)
