"""The kind of visit that a title speaks of, until somebody chooses one."""

from __future__ import annotations

import re

from caregiver_app.domain.appointments import AppointmentKind

_PHRASES = {
    ("second", "opinion"): AppointmentKind.SECOND_OPINION,
    ("2nd", "opinion"): AppointmentKind.SECOND_OPINION,
    ("blood", "draw"): AppointmentKind.LAB,
    ("blood", "test"): AppointmentKind.LAB,
    ("blood", "tests"): AppointmentKind.LAB,
    ("blood", "work"): AppointmentKind.LAB,
    ("bone", "scan"): AppointmentKind.SCAN,
    ("root", "canal"): AppointmentKind.DENTAL,
    ("x", "ray"): AppointmentKind.SCAN,
}
_WORDS = {
    word: kind
    for kind, words in {
        AppointmentKind.INFUSION: "infusion infusions chemo chemotherapy drip treatment treatments immunotherapy",
        AppointmentKind.SCAN: (
            "scan scans ct cat mri pet-ct pet ultrasound sonogram echo mammogram xray x-ray imaging dexa"
        ),
        AppointmentKind.LAB: "lab labs bloods bloodwork cbc",
        AppointmentKind.RADIATION: "radiation radiotherapy rt",
        AppointmentKind.PROCEDURE: (
            "biopsy surgery port procedure operation drain paracentesis thoracentesis colonoscopy endoscopy stent"
        ),
        AppointmentKind.DENTAL: "dentist dental tooth teeth",
        AppointmentKind.VISIT: (
            "visit checkup check-up follow-up followup consult dr doctor oncologist oncology surgeon therapist eye"
        ),
    }.items()
    for word in words.split()
}
_WEAK = {word for word, kind in _WORDS.items() if kind is AppointmentKind.VISIT} | {"treatment", "treatments"}


def guess_appointment(title: str) -> AppointmentKind | None:
    """What kind of visit a title speaks of: its first telling word decides; None when no word tells.

    “Radiation treatment” is radiation and “scan with Dr. Lee” a scan: words that fit any visit come last.
    """
    words = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", title.casefold())
    for phrase, kind in _PHRASES.items():
        if any(tuple(words[n : n + len(phrase)]) == phrase for n in range(len(words))):
            return kind
    telling = [word for word in words if word in _WORDS]
    found = [word for word in telling if word not in _WEAK] or telling
    return _WORDS[found[0]] if found else None


_EARLY = re.compile(
    r"\b(?:arrive|be (?:t)?here|come|check[- ]in|get here)\b[^.\n]{0,40}?"
    r"\b(\d{1,3}|an?) ?(min(?:ute)?s?|hours?)\b[^.\n]{0,12}?\b(?:early|earlier|before|prior|ahead)\b",
    re.IGNORECASE,
)
MOST_EARLY = 240  # minutes


def guess_early(text: str) -> int | None:
    """How many minutes early a clinic asks to be there, as in “Please arrive 30 minutes early”; None when it is not."""
    match = _EARLY.search(text)
    if match is None:
        return None
    number = int(match[1]) if match[1].isdecimal() else 1
    minutes = number * (60 if match[2].casefold().startswith("h") else 1)
    return minutes if minutes <= MOST_EARLY else None
