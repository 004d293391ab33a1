"""Guesses the kind of a cost from the words it was typed or printed with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from caregiver_app.domain.money.categories import Category

# What was bought comes before where: “hospital parking” is parking. A word for where is a guess only by itself.
_WHAT: dict[Category, str] = {
    Category.PARKING_TOLLS: "parking|parking garage|parking lot|parking meter|garage|meter|valet|toll|tolls|turnpike",
    Category.FARES: "taxi|cab|bus|bus fare|train|train fare|subway|metro|flight|plane|plane ticket|airfare"
    "|ambulance|shuttle|ferry|rideshare|ride share|fare|fares|uber|lyft|amtrak|greyhound",
    Category.MILEAGE: "mileage|drove|driving|drive|miles|miles driven",
    Category.GAS_ACTUAL: "gas|gasoline|fuel|gas station|oil change",
    Category.CAR_COSTS: "car repair|car repairs|car insurance|car payment|tires|mechanic",
    Category.LODGING: "lodging|hotel|motel|inn|room|airbnb|guest house|guesthouse",
    Category.MEALS_OUT: "food|meal|meals|lunch|dinner|breakfast|brunch|supper|snack|snacks|coffee|cafeteria|cafe|café"
    "|restaurant|takeout|take-out|sandwich|pizza|vending machine",
    Category.RX: "prescription|prescriptions|rx|meds|medicine|medicines|medication|medications|drugs|insulin|refill"
    "|pills",
    Category.OTC: "over the counter|over-the-counter|otc|aspirin|ibuprofen|acetaminophen|antacid|laxative"
    "|cough drops|cough syrup|allergy pills|lozenges|naproxen|loperamide|senna|stool softener|eye drops|heartburn pills"
    "|tylenol|advil|motrin|aleve|benadryl|imodium|tums|claritin|zyrtec|mucinex|miralax|colace|senokot",
    Category.SUPPLEMENTS: "vitamin|vitamins|supplement|supplements|probiotic|probiotics",
    Category.SPECIAL_FOOD: "nutrition drink|nutrition drinks|protein shakes|special diet",
    Category.SUPPLIES: "supplies|bandage|bandages|gauze|gloves|thermometer|mouthwash|mouth care|masks|wipes|dressings"
    "|pads|ostomy supplies|first aid",
    Category.EQUIPMENT: "equipment|wheelchair|walker|cane|oxygen|hospital bed|shower chair|commode|crutches|nebulizer",
    Category.WIG: "wig|wigs|cranial prosthesis|hairpiece",
    Category.SCALP_COOLING: "cold cap|cold caps|scalp cooling",
    Category.PROSTHESIS: "breast prosthesis|prosthesis|breast form|breast forms",
    Category.MASTECTOMY_BRA: "mastectomy bra|mastectomy bras|camisole|camisoles|bra|bras",
    Category.COMPRESSION: "compression|compression sleeve|lymphedema sleeve|compression socks",
    Category.VISIT: "copay|copays|co-pay|co-pays|co pay|copayment|coinsurance|office visit|doctor visit|deductible",
    Category.LABS_SCANS: "lab|labs|lab work|blood work|bloodwork|blood test|scan|scans|ct|ct scan|pet scan|mri"
    "|x-ray|xray|mammogram|ultrasound|biopsy|genetic test",
    Category.TREATMENT: "chemo|chemotherapy|infusion|radiation|surgery|procedure|treatment|port|injection",
    Category.SECOND_OPINION: "second opinion",
    Category.DENTAL_VISION_HEARING: "dentist|dental|glasses|contact lenses|eye exam|hearing aid|hearing aids|teeth",
    Category.THERAPY: "counseling|counselor|therapist|psychologist|psychiatrist|talk therapy",
    Category.REHAB: "physical therapy|physio|pt|acupuncture|chiropractor|occupational therapy|speech therapy",
    Category.MASSAGE_FITNESS: "massage|yoga|gym|fitness|pilates",
    Category.HOSPICE: "hospice|palliative care",
    Category.FERTILITY: "fertility|egg freezing|embryo storage",
    Category.HOME_NURSING: "home nurse|home nursing|visiting nurse|private nurse",
    Category.HOME_AIDE: "home aide|home health aide|aide|personal care",
    Category.HOUSEHOLD_HELP: "cleaning|cleaner|housekeeper|laundry|lawn|yard work|mowing|snow removal",
    Category.RESPITE_DAYCARE: "respite|respite care|adult day care|adult daycare",
    Category.CHILDCARE: "babysitter|babysitting|childcare|child care|daycare|day care|sitter|nanny",
    Category.HOME_MODS: "grab bar|grab bars|ramp|stair lift|stairlift|handrail|handrails",
    Category.PREMIUM_AFTERTAX: "premium|premiums|cobra|health insurance|medicare part b|medigap|marketplace plan",
    Category.LTC_PREMIUM: "long-term-care insurance|long term care insurance",
    Category.OTHER_INSURANCE: "life insurance|disability insurance",
    Category.CONFERENCE: "conference",
    Category.RECORDS_FEES: "medical records|copies of records|medical id|medical bracelet",
    Category.LEGAL_ADMIN: "will|lawyer|attorney|notary|power of attorney|tax help|tax preparer",
    Category.FEES_INTEREST: "late fee|late fees|interest|card fee|finance charge",
    Category.CLOTHING: "scarf|scarves|hat|hats|clothes|clothing|pajamas|slippers",
    Category.COMFORT: "lotion|skin care|cosmetics|makeup|pillow|blanket",
    Category.PHONE_INTERNET: "phone bill|internet|cell phone|phone plan",
    Category.LIVING_EXTRA: "groceries|grocery|utilities|electric bill|pet care|dog walker|kennel|vet",
    Category.FUNERAL: "funeral|cremation|burial",
}
_WHERE: dict[Category, str] = {
    Category.RX: "pharmacy|drugstore|drug store",
    Category.HOSPITAL: "hospital|emergency room|er|emergency",
    Category.VISIT: "doctor|dr|clinic|visit|oncologist|oncology|urgent care|specialist|appointment",
    Category.PARKING_TOLLS: "park",
}
# Names of those who were paid; they and the words for where stay in view as the payee.
_NAMES = frozenset({"uber", "lyft", "amtrak", "greyhound", "airbnb"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A kind and the words it was seen in; `is_name` when these words are also who was paid."""

    kind: Category
    words: str
    is_name: bool = False


@cache
def _table(where: bool) -> dict[str, Category]:
    kinds = _WHERE if where else _WHAT
    return {word: kind for kind, words in kinds.items() for word in words.split("|")}


@cache
def _pattern(where: bool) -> re.Pattern[str]:
    words = sorted(_table(where), key=len, reverse=True)
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(map(re.escape, words))})(?![\w’'-])")


def guess_kind(text: str) -> Guess | None:
    """The kind that words speak of: what was bought before where it was, then the longest words; None for no idea."""
    small = text.casefold()
    for where in (False, True):
        found = _pattern(where).findall(small)
        if found:
            words = max(found, key=len)  # of equal length the first
            return Guess(kind=_table(where)[words], words=words, is_name=where or words in _NAMES)
    return None
