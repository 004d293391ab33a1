"""What one line is: a task, a visit, a cost, time off work, a reminder, a helper, a small thing or the journal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from caregiver_app.domain.appointment_guess import guess_appointment
from caregiver_app.domain.cost_guess import guess_kind as guess_cost
from caregiver_app.domain.kind_guess import guess_kind
from caregiver_app.domain.money.categories import Category


class AnyKind(StrEnum):
    """What a line can become."""

    TASK = "task"
    VISIT = "visit"
    COST = "cost"
    TIME_OFF = "time off"
    REMINDER = "reminder"
    SMALL_THING = "small thing"
    HELPER = "helper"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What was found in a line before it is known what it is. `coming`: its day is after today.

    `fits_week`: it comes again once a week or not at all.
    """

    has_day: bool = False
    has_clock: bool = False
    coming: bool = False
    helper_leads: bool = False
    comes_again: bool = False
    fits_week: bool = True
    cared_for: str = ""


LEADS = {
    AnyKind.REMINDER: re.compile(r"^\s*(?:please )?(?:remind me|reminder|remember)(?: to)?[: ]+", re.IGNORECASE),
    AnyKind.JOURNAL: re.compile(r"^\s*(?:(?:dear )?(?:journal|diary)[:, ]+|notes?\s*[:–-]\s*)", re.IGNORECASE),
    AnyKind.VISIT: re.compile(r"^\s*(?:visit|appointment|appt) *: *", re.IGNORECASE),
    AnyKind.TASK: re.compile(r"^\s*(?:task|todo|to do|to-do)[: ]+", re.IGNORECASE),
}
_QUESTION = re.compile(
    r"^\s*(?:questions?|q)\b[^:]{0,30}: *\S|^\s*ask (?:the )?(?:dr|doctors?|nurses?|oncologist|clinic|pharmacist)\b"
    r"|^\s*(?:can|could|should|is|are|does|do|what|when|why|how|which|will|would)\b.*\?\s*$",
    re.IGNORECASE,
)
_APPOINTMENT = re.compile(r"\b(?:appointment|appt)\b", re.IGNORECASE)
_TO_DO = re.compile(
    r"^\s*(?:call(?! me (?:if|any))|ask|text|email|e-mail|phone|tell|pay|return|reply|thank|invite|find out|check)\b",
    re.IGNORECASE,
)
_NO_VISIT = re.compile(
    r"^\s*(?:drives?|takes?|brings?|picks?|drops?|cancel|reschedule|confirm|schedule|book|make|prepare|pack|print|find"
    r"|wash|clean|buy|cook|rides?|feed|walk|water|mow|give|fix|read|watch|sit|stay|help)\b",
    re.IGNORECASE,
)
_DAYS_OFF = (
    r"(?:on|to|until|from|the|this|last|next|all|all of|half a|half|whole|entire|rest of|of|and|early|an?"
    r"|\d{1,2}/\d{1,2}|\d{1,2}(?::\d\d)?(?: ?[ap]m)?(?: ?[-–] ?\d{1,2}(?::\d\d)?(?: ?[ap]m)?)?"
    r"|\d\S* (?:hours?|hrs?|h|min)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|today|yesterday"
    r"|tomorrow|morning|afternoon|evening|day|week|jan\w*|feb\w*|mar(?:ch)?|apr\w*|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*),?"
)
_OFF = re.compile(
    r"\bfmla\b|(?<!drop )(?<!turn )(?<!drops )(?<![$\d] )\boff (?:from )?work\b|\boff of work\b"
    r"|(?<![’']s )(?<!\$)\b(?:time|days?|hours?|hrs?|h) off\b"
    r"|\b(?:sick|personal|half|whole) day(?: off)?\b(?=.*\bwork\b)"
    r"|^\s*(?:i )?(?:took|take|taking|need) (?:\S+ ){0,3}off\s*(?:today|yesterday|tomorrow|$)"
    r"|^\s*(?:i |we |i[’']m |i am )?(?:(?:had|have|want|need|going|hope) to |will |would like to )?"
    rf"(?:took|take|taking|need|want) (?:(?:{_DAYS_OFF}) )+off\b"
    rf"|^\s*(?:i )?(?:took|taking|was) off (?:{_DAYS_OFF})\b|\bhalf(?: a)?[ -]day off\b|\bworked (?:an? )?half\b"
    r"|\b(?:took|taking|used) (?:(?:\S+ ){0,2}(?:hours?|hrs?|h|days?) (?:of )?|(?:some|my|unpaid|paid) )?leave\b"
    r"|^\s*(?:(?:i )?(?:took|take|taking|used|using|use) )?(?:\S+ (?:hours?|hrs?|h|days?) (?:of )?)?pto\b"
    r"(?! (?:meeting|event|dues|bake|fund|night|dinner|party|newsletter|sale|thing))"
    r"|\b(?:left|leave|leaving) work\b.*\bearly\b|\b(?:missed|miss) (?:\S+ ){0,3}(?:of )?work\b"
    r"|\b(?:sick|medical|family) leave\b",
    re.IGNORECASE,
)
_OTHERS_OFF = re.compile(r"\b(?:kids?|school|trash|garbage)\b", re.IGNORECASE)
_OFFERS = re.compile(
    r"\b(?:can|could|will|offers?|offered|wants|would like) (?:to )?(?:help|drive|cook|sit|stay|bring)\b|\bdrives\b",
    re.IGNORECASE,
)
_HELPER_LEAD = re.compile(r"\s*(?:add )?(?:an? )?(?:new )?(?:helper|volunteer)\b[: ]+\S", re.IGNORECASE)
_PHONE = re.compile(r"(?<!\d)(?:\d{3}[-. ])?\d{3}[-. ]\d{4}(?!\d)|[^@\s]+@[^@\s]+\.[a-z]{2,}", re.IGNORECASE)
_COST = re.compile(
    r"[$€£] ?\d|(?<![\d:])\d+\.\d\d(?!\d)|\b\d+ ?(?:dollars?|bucks?|cents?|(?:a|per) night)\b"
    r"|\b(?:drove|driven|mileage)\b.*\d|\d+ ?(?:miles?|mi)\b.*\b(?:drove|driven|mileage)\b"
    r"|^\s*(?:drive|miles)\b:? ?\d|\bdrive\b.*\b\d+ ?(?:miles|mi)\b"
    r"|^\s*(?:paid|spent|bought|parking|tolls?|copay|co-pay|gas|pharmacy)\b(?=.*\d)",
    re.IGNORECASE,
)
_BARE_COST = re.compile(r"^(.*[^\W\d](?<!\bfor)(?<!\bat)) \d{1,4}(?: yesterday)?$", re.IGNORECASE)
_PERSON = r"she|he|they|mom|mum|mommy|mama|mother|dad|daddy|papa|father|grandma|grandpa|granny|my (?:wife|husband)"
_PAST = (
    r"had|was|were|slept|ate|threw|vomited|felt|woke|fell|cried|complained|seemed|couldn[’']?t|didn[’']?t|lost|gained"
    r"|did not|could not|refused|napped|coughed|bled"
)
_PRESENT = r"has|is|feels|seems|can[’']?t|cannot|won[’']?t|looks|gets"
_FEELS = re.compile(
    r"\b(?:nause\w*|vomit\w*|threw up|throwing up|dizz\w*|numb|numbness|tingl\w*|rash|fever\w*|pain\w*|diarrhea"
    r"|constipat\w*|swell\w*|swollen|bleed\w*|headache|fatigue|exhausted|tired|weak|sore|cough\w*|appetite|sick"
    r"|confused|anxious|scared|eat|sleep|walk)\b",
    re.IGNORECASE,
)
_SIGN = re.compile(
    r"^\s*(?:bad |some |more |new |no |mild |severe )?(?:nausea|nauseous|vomit\w*|dizz\w*|numb|numbness|tingling|rash"
    r"|fever|pain|diarrhea|constipat\w*|swelling|swollen|bleeding|headache|fatigue)\b",
    re.IGNORECASE,
)
_ERRAND = re.compile(
    r"\b(?:meds?|medicines?|pharmacy|refills?|prescriptions?|pills?|clinic|pick ?up|buy)\b", re.IGNORECASE
)
MY = re.compile(r"\bmy\b", re.IGNORECASE)
FOR_ME = re.compile(r"\bfor (?:me|myself)\b(?! to\b)", re.IGNORECASE)
_OWN = re.compile(
    r"^\s*(?:my )?(?:nap|rest(?! of)|lie down|meditat\w*|yoga|pilates|gym|exercise|stretch(?:ing)?|bubble bath"
    r"|massage|hair ?cut|manicure|pedicure|(?:caregiver )?support group|me time|quiet time|breathe)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"^\s*(?:my )?(?:hair ?cut|manicure|pedicure)\b", re.IGNORECASE)
_LONG = r"(?:an?|half an?|\d{1,3}(?:\.\d)?)[ -]?(?:min(?:ute)?s?|h|hrs?|hours?)\b\.?"
_AFTER = (  # what may follow one’s own: alone, where, when
    r"(?: (?:alone|by myself|outside|outdoors|around the block|in the park)\b)?"
    r"(?:[ ,](?:for|at|on|in|every|each|daily|today|tonight|tomorrow|this|mon|tue|wed|thu|fri|sat|sun|\d).*)?"
)
_WALK = r"(?:walk|run|jog|swim|bike ride)"
_OWN_TIME = re.compile(
    rf"\s*(?:(?:(?:go for|take) )?(?:an? )?(?:{_LONG} )(?:quick |brisk |slow )?(?:{_WALK}|bath|nap){_AFTER}"
    rf"|(?:go for|take) an? (?:quick |short |long |brisk )?(?:{_WALK}|bath|nap){_AFTER}"
    rf"|(?:{_WALK}|read(?: (?:a|my) (?:book|novel))?)(?: alone| outside| around the block)?"
    rf" (?:for )?(?:about )?{_LONG}{_AFTER}"
    rf"|read (?:a|my) (?:book|novel){_AFTER}|(?:walk|run|jog) (?:alone|by myself|around the block){_AFTER})",
    re.IGNORECASE,
)
_FAMILY = (
    r"(?:my |the )?(?:mom|mum|mommy|mama|mother|dad|daddy|papa|father|grand\w+|granny|kids?|children|wife|husband|son"
    r"|daughter|dr|doctor|nurse|social)"
)
_WITH_FRIEND = re.compile(rf"^\s*(?:coffee|tea) with (?!{_FAMILY}\b)\w", re.IGNORECASE)
_OF_OTHERS = re.compile(r"\b(?:her|him|his|mom|dad|kids?|dog|cat)\b|\bfor (?!me\b|myself\b|\d|an? )", re.IGNORECASE)
_MY_VISIT = re.compile(
    r"^\W*my (?!(?:\w+ ){0,2}(?:(?:mom|mum|mommy|mama|dad|daddy|papa|parent|mother|father|wife|husband|spouse|partner"
    r"|son|daughter|child|kid|brother|sister|grand\w+|aunt|uncle|niece|nephew|cousin|friend|neighbou?r|boyfriend"
    r"|girlfriend|fianc[eé]+|mil|fil|turn|shift|ride|drive|day)s?|children)\b)",
    re.IGNORECASE,
)
_OWNER = re.compile(r"(?!women|men)\b\w+[’']s?(?!\w)", re.IGNORECASE)
_MINE = re.compile(
    r"\s*(?:(?:go for|take) a )?(?:walk|coffee|tea|run|swim|read|bath|lunch with|dinner with|movie)\b", re.IGNORECASE
)


def is_my_visit(title: str) -> bool:
    """Whether a visit is the caregiver’s by its first word, as in “my mammogram”; “my mom’s mammogram” is not."""
    others = _OWNER.search(title) or _OF_OTHERS.search(title)
    return bool(_MY_VISIT.match(title)) and not others


def lead_of(whole: str) -> AnyKind | None:
    """The kind that the first words name outright, where more words follow."""
    return next((kind for kind, lead in LEADS.items() if lead.match(whole) and lead.sub("", whole).strip()), None)


def without_lead(whole: str) -> str:
    """A line without the words that only say what kind it is."""
    kind = lead_of(whole)
    return LEADS[kind].sub("", whole) if kind is not None else whole


def is_question(whole: str) -> bool:
    """Whether a line asks something that a doctor is to answer."""
    return bool(_QUESTION.search(whole))


def guess_any(whole: str, signs: Signs) -> AnyKind:
    """What a line is by its words; what nothing else fits is a task."""
    lead = lead_of(whole)
    if lead is not None:
        return lead
    is_visit = bool(guess_appointment(whole) or _APPOINTMENT.search(whole)) and not _NO_VISIT.match(whole)
    rules = (
        (AnyKind.TASK, _TO_DO.match(whole) or is_question(whole)),
        (AnyKind.TASK, signs.helper_leads and not _PHONE.search(whole)),
        (AnyKind.TIME_OFF, _OFF.search(whole) and not _OTHERS_OFF.search(whole)),
        (AnyKind.HELPER, _is_helper(whole, signs)),
        (AnyKind.JOURNAL, _is_noted(whole, signs)),
        (AnyKind.COST, _COST.search(whole) or (not signs.coming and _is_bare_cost(whole))),
        (AnyKind.VISIT, is_visit and (signs.has_day or signs.has_clock)),
        (AnyKind.SMALL_THING, is_own(whole, signs.cared_for) and signs.fits_week and not _is_once(whole, signs)),
    )
    return next((kind for kind, fits in rules if fits), AnyKind.TASK)


def _is_helper(whole: str, signs: Signs) -> bool:
    """An offer, or somebody with a number; with an hour it is something to be done, not an offer."""
    if _HELPER_LEAD.match(whole) or _PHONE.search(whole):
        return True
    return bool(_OFFERS.search(whole)) and not signs.has_clock


def _is_bare_cost(whole: str) -> bool:
    """Whether a line is what was bought and a number, like “lunch 9”; after the name of a visit it may be an hour."""
    match = _BARE_COST.match(whole)
    if match is None or guess_appointment(match[1]) is not None:
        return False
    guess = guess_cost(match[1])
    bought = guess is not None and guess.kind is not Category.MILEAGE
    return bought and guess is not None and match[1].casefold().startswith(guess.words)


def _is_noted(whole: str, signs: Signs) -> bool:
    """What was seen of somebody, as in “she had nausea after lunch”: nothing to be done."""
    names = "|".join([_PERSON, *map(re.escape, signs.cared_for.casefold().split()[:1])])
    if re.match(rf"\s*(?:{names}) (?:{_PAST})\b", whole, re.IGNORECASE):
        return not re.search(r"\b(?:tomorrow|next)\b", whole, re.IGNORECASE)
    if signs.coming or signs.has_clock:
        return False
    if re.match(r"\s*(?:her|his) (?:\w+ ){1,2}(?:was|were|is)\b", whole, re.IGNORECASE):
        return True
    if re.match(rf"\s*(?:{names}) (?:{_PRESENT})\b", whole, re.IGNORECASE):
        return bool(_FEELS.search(whole))
    return bool(_SIGN.match(whole)) and not _ERRAND.search(whole)


def _is_once(whole: str, signs: Signs) -> bool:
    """Whether it is done once, on its day, as a haircut is; a small thing stays in the plan each week."""
    return bool(_ONCE.match(whole)) and (signs.has_day or signs.has_clock) and not signs.comes_again


def is_own(whole: str, cared_for: str = "") -> bool:
    """Something small for the caregiver; what others are to do “for me” is a task, as is what is done with her."""
    if cared_for and re.search(rf"(?<!\w){re.escape(cared_for)}(?!\w)", whole, re.IGNORECASE):
        return False
    if _OWN.match(whole) or _OWN_TIME.fullmatch(whole) or _WITH_FRIEND.match(whole):
        return not _OF_OTHERS.search(whole)
    if not FOR_ME.search(whole):
        return False
    title = FOR_ME.sub("", whole)
    if _MINE.match(title):
        return not _OF_OTHERS.search(title)
    return guess_kind(title) is None and not _NO_VISIT.match(title)
