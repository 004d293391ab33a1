"""What the kinds of cost are called, and the question on which some of them hang."""

from __future__ import annotations

from functools import cache

from caregiver_app.domain.money.categories import Category, Counts, Heading
from caregiver_app.words import tr


@cache
def category_label(category: Category, name: str = "") -> str:
    """A kind of cost in words; `name` is the person cared for."""
    if category is Category.LOST_INCOME_PATIENT:
        return tr("{name}’s lost pay").format(name=name) if name else tr("Lost pay of the one you care for")
    parts = (_care, _goods, _at_home, _on_the_way, _insurance, _daily_life)
    return next(words[category] for words in (part() for part in parts) if category in words)


def _care() -> dict[Category, str]:
    return {
        Category.VISIT: tr("Doctor and clinic visits, co-pays"),
        Category.TREATMENT: tr("Infusion, radiation, surgery, procedures"),
        Category.HOSPITAL: tr("Hospital and emergency (own share)"),
        Category.LABS_SCANS: tr("Labs, scans, biopsies, gene tests ordered for care"),
        Category.SECOND_OPINION: tr("Second opinions"),
        Category.RECONSTRUCTION: tr("Reconstruction surgery"),
        Category.DENTAL_VISION_HEARING: tr("Dental, eyes, hearing"),
        Category.THERAPY: tr("Talk therapy, psychiatry"),
        Category.REHAB: tr("Physical therapy, acupuncture, chiropractic"),
        Category.MASSAGE_FITNESS: tr("Massage, yoga, gym"),
        Category.HOSPICE: tr("Palliative and hospice care"),
        Category.FERTILITY: tr("Fertility preservation"),
        Category.MEALS_INPATIENT: tr("Hospital meals (overnight stay)"),
        Category.CONFERENCE: tr("Medical conference"),
    }


def _goods() -> dict[Category, str]:
    return {
        Category.RX: tr("Prescription medicines, insulin"),
        Category.OTC: tr("Over-the-counter medicines"),
        Category.SUPPLEMENTS: tr("Vitamins, supplements"),
        Category.SPECIAL_FOOD: tr("Special diet or nutrition drinks"),
        Category.SUPPLIES: tr("Bandages, thermometer, mouth care, gloves"),
        Category.EQUIPMENT: tr("Wheelchair, walker, oxygen, bed"),
        Category.WIG: tr("Wig"),
        Category.SCALP_COOLING: tr("Cold cap, scalp cooling"),
        Category.PROSTHESIS: tr("Breast prosthesis"),
        Category.MASTECTOMY_BRA: tr("Mastectomy bras, camisoles"),
        Category.COMPRESSION: tr("Lymphedema sleeve, compression"),
        Category.CLOTHING: tr("Clothes, scarves, hats"),
        Category.COMFORT: tr("Skin care, cosmetics, comfort items"),
    }


def _at_home() -> dict[Category, str]:
    return {
        Category.HOME_NURSING: tr("Home nursing (nurse-type care)"),
        Category.HOME_AIDE: tr("Home aide, personal care"),
        Category.FAMILY_PAY: tr("Paying a relative for care"),
        Category.PAYROLL_TAX: tr("Employer tax for an aide"),
        Category.HOUSEHOLD_HELP: tr("Cleaning, cooking, laundry, yard"),
        Category.RESPITE_DAYCARE: tr("Respite, adult day care"),
        Category.CHILDCARE: tr("Child care"),
        Category.HOME_MODS: tr("Home changes"),
    }


def _on_the_way() -> dict[Category, str]:
    return {
        Category.MILEAGE: tr("Miles driven for care"),
        Category.GAS_ACTUAL: tr("Gas and oil"),
        Category.CAR_COSTS: tr("Car repair, insurance, payments"),
        Category.PARKING_TOLLS: tr("Parking, tolls"),
        Category.FARES: tr("Taxi, bus, train, plane, ambulance"),
        Category.CAREGIVER_TRAVEL: tr("Caregiver’s own trips (visits)"),
        Category.LODGING: tr("Lodging near treatment"),
        Category.MEALS_OUT: tr("Food while out"),
        Category.TRIP_JOY: tr("Family trips, making memories"),
    }


def _insurance() -> dict[Category, str]:
    return {
        Category.PREMIUM_AFTERTAX: tr("Health premiums paid after tax, COBRA, Medicare"),
        Category.PREMIUM_PRETAX: tr("Premiums from pay before tax"),
        Category.LTC_PREMIUM: tr("Long-term-care insurance"),
        Category.OTHER_INSURANCE: tr("Life, disability and other policies"),
        Category.RECORDS_FEES: tr("Copies of records, medical ID"),
        Category.LEGAL_ADMIN: tr("Wills, power of attorney, tax help"),
        Category.FEES_INTEREST: tr("Interest, late and card fees"),
    }


def _daily_life() -> dict[Category, str]:
    return {
        Category.PHONE_INTERNET: tr("Phone, internet, apps"),
        Category.LIVING_EXTRA: tr("Higher utilities, groceries, pet care"),
        Category.LOST_INCOME_CAREGIVER: tr("Your lost pay"),
        Category.FUNERAL: tr("Funeral"),
        Category.OTHER: tr("Other"),
    }


def heading_label(heading: Heading) -> str:
    """A heading of the year summary."""
    names = {
        Heading.CARE: tr("Doctors and hospital"),
        Heading.MEDICINES: tr("Medicines"),
        Heading.PREMIUMS: tr("Insurance premiums paid after tax"),
        Heading.EQUIPMENT: tr("Equipment and supplies"),
        Heading.TRAVEL: tr("Travel"),
        Heading.LODGING: tr("Lodging"),
        Heading.OTHER: tr("Special items"),
        Heading.NOT_DEDUCTIBLE: tr("Not for the tax form"),
        Heading.MEMO: tr("Lost pay (not in any total)"),
    }
    return names[heading]


def question(category: Category) -> str:
    """The question on which a kind hangs, to be answered with yes or no; empty for one that has none."""
    parts = (_questions_of_goods(), _questions_of_care(), _questions_of_travel())
    return next((words[category] for words in parts if category in words), "")


def _questions_of_goods() -> dict[Category, str]:
    return {
        Category.SUPPLEMENTS: tr("Did a doctor advise it to treat an illness that was found?"),
        Category.SPECIAL_FOOD: tr("Did a doctor ask for it? Only the extra cost over usual food counts."),
        Category.SUPPLIES: tr("Is it for medical use, not for personal use?"),
        Category.WIG: tr("Did a doctor advise it after all hair was lost from illness?"),
        Category.SCALP_COOLING: tr("Did a doctor order it? No text names it, so ask a tax preparer."),
        Category.MASTECTOMY_BRA: tr("Does it hold a prosthesis? No text names it, so ask a tax preparer."),
        Category.COMPRESSION: tr("Was it prescribed? No text names it, so ask a tax preparer."),
        Category.RECORDS_FEES: tr("Was it needed to get care? No text names it, so ask a tax preparer."),
    }


def _questions_of_care() -> dict[Category, str]:
    return {
        Category.MASSAGE_FITNESS: tr("Is it treatment of a named illness, not for general health?"),
        Category.HOME_AIDE: tr(
            "Is it nursing, or care under a written plan for a long illness? Only that part counts."
        ),
        Category.FAMILY_PAY: tr("Is the relative a licensed nurse or the like? Else it does not count."),
        Category.PAYROLL_TAX: tr("Is it for nursing care? The same part counts as of the wage."),
        Category.RESPITE_DAYCARE: tr("Is part of it nursing care? The rest may count for the care credit, not here."),
        Category.CONFERENCE: tr("Is it about this illness, and did a doctor advise it? Only fee and travel count."),
        Category.HOME_MODS: tr(
            "Is it for care? Only the cost above the added home value counts; ramps and bars in full."
        ),
        Category.LTC_PREMIUM: tr("Is the policy tax-qualified? It counts up to a limit that goes by age."),
    }


def _questions_of_travel() -> dict[Category, str]:
    return {
        Category.GAS_ACTUAL: tr("Do gas and oil count in place of miles for this car and year? Never both."),
        Category.CAREGIVER_TRAVEL: tr(
            "Did you go along because care was needed on the way? A visit alone does not count."
        ),
        Category.LODGING: tr("Was the care by a doctor in a licensed hospital or the like?"),
    }


def tax_words(counts: Counts) -> str:
    """How Schedule A sees a kind, in two or three words."""
    names = {Counts.YES: tr("Counts"), Counts.NO: tr("Does not count"), Counts.ONLY_IF: tr("Counts only if …")}
    return names[counts]


def hsa_words(category: Category, counts: Counts) -> str:
    """How an HSA or FSA sees a kind, in a sentence."""
    if category is Category.PREMIUM_AFTERTAX:
        return tr("An HSA may pay it only for COBRA, while out of work, or for Medicare from age 65.")
    names = {
        Counts.YES: tr("An HSA or FSA may pay it."),
        Counts.NO: tr("An HSA or FSA may not pay it."),
        Counts.ONLY_IF: tr("An HSA or FSA may pay it if the plan says so. Ask for a letter from the doctor."),
    }
    return names[counts]
