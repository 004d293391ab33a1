"""Every kind of cost: how Schedule A and an HSA or FSA see it, under which heading, and where that is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Counts(StrEnum):
    """Whether a kind counts: yes, no, or only if its question is answered with yes."""

    YES = "yes"
    NO = "no"
    ONLY_IF = "only if"


class Heading(StrEnum):
    """The headings of the year summary, in the order of the sheet; a memo is in no total."""

    CARE = "care"
    MEDICINES = "medicines"
    PREMIUMS = "premiums"
    EQUIPMENT = "equipment"
    TRAVEL = "travel"
    LODGING = "lodging"
    OTHER = "other"
    NOT_DEDUCTIBLE = "not deductible"
    MEMO = "memo"


class Category(StrEnum):
    """The kinds of cost; the value is the key that a cost keeps."""

    VISIT = "visit"
    TREATMENT = "treatment"
    HOSPITAL = "hospital"
    LABS_SCANS = "labs_scans"
    SECOND_OPINION = "second_opinion"
    RX = "rx"
    OTC = "otc"
    SUPPLEMENTS = "supplements"
    SPECIAL_FOOD = "special_food"
    SUPPLIES = "supplies"
    EQUIPMENT = "equipment"
    WIG = "wig"
    SCALP_COOLING = "scalp_cooling"
    PROSTHESIS = "prosthesis"
    MASTECTOMY_BRA = "mastectomy_bra"
    COMPRESSION = "compression"
    RECONSTRUCTION = "reconstruction"
    DENTAL_VISION_HEARING = "dental_vision_hearing"
    THERAPY = "therapy"
    REHAB = "rehab"
    MASSAGE_FITNESS = "massage_fitness"
    HOSPICE = "hospice"
    FERTILITY = "fertility"
    HOME_NURSING = "home_nursing"
    HOME_AIDE = "home_aide"
    FAMILY_PAY = "family_pay"
    PAYROLL_TAX = "payroll_tax"
    HOUSEHOLD_HELP = "household_help"
    RESPITE_DAYCARE = "respite_daycare"
    CHILDCARE = "childcare"
    MILEAGE = "mileage"
    GAS_ACTUAL = "gas_actual"
    CAR_COSTS = "car_costs"
    PARKING_TOLLS = "parking_tolls"
    FARES = "fares"
    CAREGIVER_TRAVEL = "caregiver_travel"
    LODGING = "lodging"
    MEALS_INPATIENT = "meals_inpatient"
    MEALS_OUT = "meals_out"
    CONFERENCE = "conference"
    HOME_MODS = "home_mods"
    PREMIUM_AFTERTAX = "premium_aftertax"
    PREMIUM_PRETAX = "premium_pretax"
    LTC_PREMIUM = "ltc_premium"
    OTHER_INSURANCE = "other_insurance"
    RECORDS_FEES = "records_fees"
    LEGAL_ADMIN = "legal_admin"
    FEES_INTEREST = "fees_interest"
    CLOTHING = "clothing"
    COMFORT = "comfort"
    PHONE_INTERNET = "phone_internet"
    LIVING_EXTRA = "living_extra"
    LOST_INCOME_PATIENT = "lost_income_patient"
    LOST_INCOME_CAREGIVER = "lost_income_caregiver"
    TRIP_JOY = "trip_joy"
    FUNERAL = "funeral"
    OTHER = "other"


FIRST_KINDS = (  # what quick add shows; the rest is found by search
    Category.PARKING_TOLLS,
    Category.MILEAGE,
    Category.FARES,
    Category.MEALS_OUT,
    Category.RX,
    Category.SUPPLIES,
    Category.LODGING,
    Category.VISIT,
)
MEMO = frozenset({Category.LOST_INCOME_PATIENT, Category.LOST_INCOME_CAREGIVER})  # never in a total


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment:
    """How one kind of cost is seen. `sure` is False where no text names it and a preparer should look."""

    category: Category
    heading: Heading
    schedule_a: Counts
    hsa_fsa: Counts
    source: str
    sure: bool = True

    @property
    def memo(self) -> bool:
        """Whether it is lost pay, which is told beside the totals and never in them."""
        return self.category in MEMO

    @property
    def asks(self) -> bool:
        """Whether it counts only if a question is answered."""
        return self.schedule_a is Counts.ONLY_IF


_YES, _NO, _IF = Counts.YES, Counts.NO, Counts.ONLY_IF
_SIGN = {"y": _YES, "n": _NO, "?": _IF}
# The kind; how Schedule A and how an HSA or FSA see it; the source; a trailing “*”: not settled.
_ROWS: dict[Heading, str] = {
    Heading.CARE: """
        visit y y Pub. 502
        treatment y y Pub. 502
        hospital y y Pub. 502
        labs_scans y y Pub. 502
        second_opinion y y Pub. 502
        reconstruction y y Rev. Rul. 2003-57; Pub. 502
        dental_vision_hearing y y Pub. 502
        therapy y y Pub. 502
        rehab y y Pub. 502
        hospice y y Pub. 502
        fertility y y Pub. 502
        home_nursing y y Pub. 502
        meals_inpatient y y Pub. 502
    """,
    Heading.MEDICINES: """
        rx y y Pub. 502
        otc n y Pub. 502; CARES Act sec. 3702
        supplements ? ? Pub. 502
    """,
    Heading.PREMIUMS: """
        premium_aftertax y ? Pub. 502; IRC 223(d)(2)(C)
        ltc_premium ? ? IRC 213(d)(10); Rev. Proc. 2025-32
    """,
    Heading.EQUIPMENT: """
        supplies ? ? Pub. 502
        equipment y y Pub. 502
        prosthesis y y Pub. 502
        wig ? ? Rev. Rul. 62-189; Pub. 502
        scalp_cooling ? ? Not named in Pub. 502*
        mastectomy_bra ? ? Not named in Pub. 502*
        compression ? ? Not named in Pub. 502*
    """,
    Heading.TRAVEL: """
        mileage y y Pub. 502
        gas_actual ? ? Pub. 502
        parking_tolls y y Pub. 502
        fares y y Pub. 502
        caregiver_travel ? ? Pub. 502
    """,
    Heading.LODGING: """
        lodging ? ? IRC 213(d)(2); Pub. 502
    """,
    Heading.OTHER: """
        special_food ? ? Pub. 502*
        massage_fitness ? ? Pub. 502
        home_aide ? ? Pub. 502; IRC 7702B(c)
        family_pay ? ? IRC 213(d)(11)
        payroll_tax ? ? Pub. 502; Pub. 926
        respite_daycare ? ? Pub. 503; Pub. 502
        conference ? ? Rev. Rul. 2000-24; Pub. 502
        home_mods ? ? Pub. 502
        records_fees ? ? Not named in Pub. 502*
    """,
    Heading.NOT_DEDUCTIBLE: """
        household_help n n Pub. 502
        childcare n n Pub. 502
        car_costs n n Pub. 502
        meals_out n n Pub. 502
        premium_pretax n n Pub. 502
        other_insurance n n Pub. 502
        legal_admin n n Pub. 502
        fees_interest n n Not named in Pub. 502*
        clothing n n Pub. 502
        comfort n n Pub. 502
        phone_internet n n Pub. 502
        living_extra n n Pub. 502
        trip_joy n n Pub. 502
        funeral n n Pub. 502
        other n n Not reviewed*
    """,
    Heading.MEMO: """
        lost_income_patient n n Not a cost
        lost_income_caregiver n n Not a cost
    """,
}


def _of_line(heading: Heading, line: str) -> Treatment:
    key, schedule_a, hsa_fsa, source = line.split(maxsplit=3)
    return Treatment(
        category=Category(key),
        heading=heading,
        schedule_a=_SIGN[schedule_a],
        hsa_fsa=_SIGN[hsa_fsa],
        source=source.removesuffix("*"),
        sure=not source.endswith("*"),
    )


@cache
def treatments() -> Mapping[Category, Treatment]:
    """How each kind of cost is seen, in the order of the headings. Pub. 502; IRC 213(d); CARES Act sec. 3702."""
    lines = ((heading, line) for heading, rows in _ROWS.items() for line in rows.strip().splitlines())
    return {row.category: row for row in (_of_line(heading, line) for heading, line in lines)}


def treatment(kind: str) -> Treatment:
    """How one kind is seen; a key that is not known, as from a later version, is “other”."""
    known = treatments()
    return known[Category(kind)] if kind in known else known[Category.OTHER]
