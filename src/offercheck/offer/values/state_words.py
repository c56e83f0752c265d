"""The names of states, and of the sets of states that offers speak of."""

from __future__ import annotations

from functools import cache

from offercheck.offer.values.spelling import bare

_NAMES = (
    "AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware"
    "|DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas"
    "|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi"
    "|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York"
    "|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island"
    "|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington"
    "|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI US Virgin Islands|AS American Samoa"
    "|MP Northern Mariana Islands"
)
NAMES: dict[str, str] = {entry[:2]: entry[3:] for entry in _NAMES.split("|")}
"""Every state, the District and the territories, by postal code."""

TERRITORIES = frozenset(("PR", "GU", "VI", "AS", "MP"))
EVERYTHING = frozenset(NAMES) - TERRITORIES
"""The 50 states and DC: what `all` means, and what may be meant where nothing is said."""

SET_WORDS = (
    "all",
    "any_one",
    "compact",
    "where_licensed",
    "clinician_residence",
    "patient_states",
    "more_as_required",
)

_SYNONYMS = {
    "DC": ("washington, dc", "washington, d c", "washington dc", "washington d c"),
    "WA": ("washington state",),
    "NY": ("new york state",),
    "VI": ("virgin islands", "usvi"),
    "MP": ("cnmi", "northern marianas"),
    "all": (
        "all states",
        "all 50",
        "all 50 states",
        "all fifty states",
        "50 states",
        "all 50 states and dc",
        "all us states",
        "all u.s. states",
        "every state",
        "everything",
        "everywhere",
        "nationwide",
        "national",
        "us",
        "usa",
        "united states",
    ),
    "any_one": (
        "any one state",
        "any one us state",
        "at least one",
        "at least one state",
        "one state",
        "any single state",
    ),
    "compact": (
        "compact states",
        "compact state",
        "interstate compact",
        "imlc",
        "imlc states",
        "nlc",
        "nlc states",
        "psypact",
        "psypact states",
        "compact license",
        "compact licence",
        "multistate compact",
    ),
    "where_licensed": (
        "licensed states",
        "where the clinician is licensed",
        "wherever licensed",
        "states where licensed",
        "states of licensure",
        "licensure states",
    ),
    "clinician_residence": (
        "residence",
        "home state",
        "state of residence",
        "clinician's residence",
        "where the clinician lives",
        "clinician's home state",
    ),
    "patient_states": ("patients' states", "where patients are", "states of patients", "where the patients are"),
    "more_as_required": (
        "more as needed",
        "others as required",
        "others as needed",
        "additional as needed",
        "additional as required",
        "additional states as needed",
        "additional states as required",
        "other states as required",
        "other states as needed",
        "further states as required",
    ),
}


@cache
def _index() -> dict[str, str]:
    index = {bare(code): code for code in NAMES}
    index |= {bare(name): code for code, name in NAMES.items()}
    index |= {bare(word): word for word in SET_WORDS}
    for token, texts in _SYNONYMS.items():
        index |= dict.fromkeys(map(bare, texts), token)
    return index


def state_named(text: str) -> str:
    """The code or the set word that a text names; empty where it names none."""
    return _index().get(bare(text), "")
