"""The words that offers of help are made of, and what each of them tells."""

from __future__ import annotations

from caregiver_app.domain.kinds import PartOfDay, TaskKind


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_KIND_WORDS = {
    TaskKind.MEAL: (
        "meal meals dinner dinners supper suppers lunch lunches breakfast breakfasts cook cooks cooking food soup"
        " soups casserole casseroles lasagna bake bakes baking"
    ),
    TaskKind.RIDE: "drive drives driving driver ride rides",
    TaskKind.ERRAND: "errand errands pharmacy prescription prescriptions library",
    TaskKind.SHOPPING: "shop shops shopping grocery groceries",
    TaskKind.CHORES: (
        "chore chores clean cleans cleaning laundry lawn mow mows mowing yard yardwork snow shovel shovels shoveling"
        " dishes vacuum vacuums vacuuming garden gardens gardening housework ironing repairs handyman trash"
    ),
    TaskKind.CHILDCARE: "kid kids child children childcare babysit babysits babysitting babysitter school daycare",
    TaskKind.PETS: "dog dogs dog's cat cats pet pets vet dog-walking pet-sitting",
    TaskKind.STAY: "sit sits sitting stay stays staying",
    TaskKind.CALLS: "calls paperwork bills forms",
    TaskKind.VISIT: "visit visits visiting",
}
KINDS = {word: kind for kind, words in _KIND_WORDS.items() for word in words.split()}
KIND_PHRASES = {
    ("yard", "work"): TaskKind.CHORES,
    ("house", "work"): TaskKind.CHORES,
    ("post", "office"): TaskKind.ERRAND,
    ("baby", "sit"): TaskKind.CHILDCARE,
    ("baby", "sits"): TaskKind.CHILDCARE,
    ("baby", "sitting"): TaskKind.CHILDCARE,
    ("pet", "sitting"): TaskKind.PETS,
    ("dog", "sitting"): TaskKind.PETS,
    ("cat", "sitting"): TaskKind.PETS,
    ("phone", "calls"): TaskKind.CALLS,
    ("keep", "company"): TaskKind.STAY,
    ("keep", "her", "company"): TaskKind.STAY,
    ("keep", "him", "company"): TaskKind.STAY,
}
DRIVES = {"drive", "drives", "driving", "driver", "car"}
PARTS = {
    "morning": PartOfDay.MORNING,
    "mornings": PartOfDay.MORNING,
    "midday": PartOfDay.MIDDAY,
    "middays": PartOfDay.MIDDAY,
    "mid-day": PartOfDay.MIDDAY,
    "lunchtime": PartOfDay.MIDDAY,
    "lunchtimes": PartOfDay.MIDDAY,
    "noon": PartOfDay.MIDDAY,
    "afternoon": PartOfDay.AFTERNOON,
    "afternoons": PartOfDay.AFTERNOON,
    "evening": PartOfDay.EVENING,
    "evenings": PartOfDay.EVENING,
    "night": PartOfDay.EVENING,
    "nights": PartOfDay.EVENING,
}
WEEKNIGHTS = {"weeknight", "weeknights"}
ALWAYS = {"anytime", "whenever"}
ALWAYS_PHRASES = {("any", "time"), ("any", "day"), ("every", "day"), ("all", "week"), ("most", "any", "time")}
EMPTY_PHRASES = {("all", "day"), ("pick", "up"), ("picks", "up"), ("drop", "off")}

# These say "not that", so nothing beside them may become a chip.
TURNS = _set(
    "not no never except can't cannot can’t won't won’t doesn't doesn’t don't don’t isn't isn’t unless but without"
    " works working busy unavailable allergic away traveling vacation"
)
# These tell nothing by themselves.
FILLERS = _set(
    "helper helpers volunteer volunteers add"
    " can could will would may be is are am has have happy glad willing able likes loves like love wants want to the a"
    " an and or on in at for with of from do does help helps helping bring brings bringing make makes making also"
    " free available any i me my we he she they her him us them up off pick picks pick-up pickup take takes taking"
    " go goes run runs running walk walks walking watch watches watching get gets every each during both phone tel"
    " cell mobile email e-mail number call gives give offers offered offer drop-off dropoff"
)
# A line may begin with these before the name comes.
LEADS = _set(
    "my our the a an her his neighbor neighbour friend cousin sister brother mother father son daughter aunt uncle"
    " niece nephew coworker co-worker colleague boss call text ask and hi hello from name offer help if you"
    " i i'm i’m this is helper volunteer add"
)
# With a capital these are part of the name, as in “Aunt Rosa”.
KIN = {"aunt", "uncle", "cousin", "sister", "brother", "mother", "father"}
# Never part of a name, though nothing is read out of them.
NOT_NAMES = _set(
    "if you need needs anything anyone someone somebody let know just when what who that this there said says asked"
    " told wants usually often sometimes maybe please text texts only best after before until till through away cold"
    " back once twice most least lives next new same please thanks thank ok okay yes prefers retired"
)
PARTICLES = _set(
    "de da do dos das del della di du la le el al van von der den ten ter zu zur af av bin ibn ben bint abu y e and &"
    " san st"
)
TITLES = {"mr", "mrs", "ms", "mx", "dr", "st", "jr", "sr", "fr", "rev", "prof"}
NAMES_TOO = {"Will", "May"}
HEADINGS = _set(
    "name names helper helpers person phone phones number telephone mobile cell email e-mail mail offer offers help"
    " helps notes note comments comment days day times time available availability kind kinds what when drives first"
    " last can task tasks with of the to for"
)
COUNTS = {
    "once": 1,
    "twice": 2,
    **{
        word: number
        for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight"), start=1)
    },
}
