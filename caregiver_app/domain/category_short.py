"""Short names of the kinds of cost whose full names are long: for lists, bars and buttons."""

from __future__ import annotations

from functools import cache

from caregiver_app.domain.category_words import category_label
from caregiver_app.domain.money.categories import Category
from caregiver_app.words import tr


@cache
def short_label(category: Category, name: str = "") -> str:
    """A kind in a few words, or all that it is called when that is short; `name` is the person cared for."""
    found = _of_care().get(category) or _of_living().get(category)
    return found or category_label(category, name)


def _of_care() -> dict[Category, str]:
    return {
        Category.VISIT: tr("Visits, co-pays"),
        Category.TREATMENT: tr("Treatment"),
        Category.HOSPITAL: tr("Hospital"),
        Category.LABS_SCANS: tr("Labs and scans"),
        Category.REHAB: tr("Physical therapy"),
        Category.MEALS_INPATIENT: tr("Hospital meals"),
        Category.HOSPICE: tr("Palliative, hospice"),
        Category.RX: tr("Prescriptions"),
        Category.OTC: tr("Over-the-counter"),
        Category.SPECIAL_FOOD: tr("Special food"),
        Category.SUPPLIES: tr("Supplies"),
        Category.EQUIPMENT: tr("Equipment"),
        Category.MASTECTOMY_BRA: tr("Mastectomy bras"),
        Category.COMPRESSION: tr("Compression sleeve"),
        Category.HOME_NURSING: tr("Home nursing"),
    }


def _of_living() -> dict[Category, str]:
    return {
        Category.MILEAGE: tr("Miles driven"),
        Category.GAS_ACTUAL: tr("Gas and oil"),
        Category.CAR_COSTS: tr("Car costs"),
        Category.FARES: tr("Taxi, bus, train"),
        Category.CAREGIVER_TRAVEL: tr("Caregiver’s own trips"),
        Category.LODGING: tr("Lodging"),
        Category.TRIP_JOY: tr("Family trips"),
        Category.HOUSEHOLD_HELP: tr("House and yard"),
        Category.PREMIUM_AFTERTAX: tr("Premiums after tax"),
        Category.PREMIUM_PRETAX: tr("Premiums before tax"),
        Category.OTHER_INSURANCE: tr("Other insurance"),
        Category.RECORDS_FEES: tr("Copies of records"),
        Category.LEGAL_ADMIN: tr("Wills and tax help"),
        Category.FEES_INTEREST: tr("Interest and fees"),
        Category.COMFORT: tr("Comfort items"),
        Category.LIVING_EXTRA: tr("Higher living costs"),
    }
