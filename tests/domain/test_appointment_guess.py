"""Titles of visits that families type, and the kind of visit they speak of."""

from __future__ import annotations

import pytest

from caregiver_app.domain.appointment_guess import guess_appointment
from caregiver_app.domain.appointments import AppointmentKind

KIND = AppointmentKind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Infusion", KIND.INFUSION),
        ("Chemo, cycle 3", KIND.INFUSION),
        ("CT scan", KIND.SCAN),
        ("PET-CT with contrast", KIND.SCAN),
        ("Bone scan", KIND.SCAN),
        ("X-ray of the hip", KIND.SCAN),
        ("Blood draw", KIND.LAB),
        ("Labs before the visit", KIND.LAB),
        ("Radiation treatment", KIND.RADIATION),
        ("Port placement", KIND.PROCEDURE),
        ("Second opinion with Dr. Lee", KIND.SECOND_OPINION),
        ("Dentist", KIND.DENTAL),
        ("Dr. Lee", KIND.VISIT),
        ("Scan results with the oncologist", KIND.SCAN),
        ("Wig fitting", None),
        ("", None),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: AppointmentKind | None) -> None:
    assert guess_appointment(title) is kind
