"""Titles of visits that families type, and the kind of visit they speak of."""

from __future__ import annotations

import pytest

from caregiver_app.domain.appointment_guess import guess_appointment, guess_early
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


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Please arrive 30 minutes early.", 30),
        ("Check-in: please be here 20 min before your visit", 20),
        ("Arrive at least an hour prior to your scan", 60),
        ("Please come 15 minutes early.\nBring your insurance card", 15),
        ("Arrive by 8:45 AM.", None),
        ("No food 240 minutes before. Come hungry.", None),
        ("Arrive 900 minutes early", None),
        ("", None),
    ],
)
def test_how_early_a_clinic_asks_to_be_there(text: str, minutes: int | None) -> None:
    assert guess_early(text) == minutes
