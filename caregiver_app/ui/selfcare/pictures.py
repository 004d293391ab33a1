"""The pictures of the sorts of small things."""

from __future__ import annotations

from caregiver_app.domain.selfcare import CareKind

ICONS = {
    CareKind.REST: "sofa",
    CareKind.MOVE: "footprints",
    CareKind.SLEEP: "moon",
    CareKind.PEOPLE: "phone",
    CareKind.GROUP: "users",
    CareKind.QUIET: "coffee",
    CareKind.OTHER: "heart",
}
