"""Clauses of school without a verb: "Gymn 12 år Eritrea", "grund 9 år", and no place of work called so."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.cells.places import find_places
from matcher.readers.cells.shortforms import spelled_out, trade
from matcher.readers.cells.titles import is_title
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.levels import education_level
from matcher.taxonomy.wording import fold

# "Gymnasielärare i kemi" is no school.
_SCHOOL = late(
    r"(?<!\w)(?:\w*utb\.?|(?:kom|yrkes|lär)?vux|imy?|introduktionsprogram\w*|\w*utbildning|(?!för|fri|sär)\w*skola|skolår|klass(?:er)?|åk|grund(?:sk|skola)?|gymn?\w*"
    r"|univ\w*|högsk\w*|folkhögsk\w*|school(?! (?:bus|kitchen|canteen|cook|nurse|assistant))|college|degree"
    r"|b\.?sc|m\.?sc|bachelor|master|magister|kandidat\w*|examen|doktor\w*|diplom\w*|yrkessk\w*|lyceum|klasser)(?<!lärare)(?<!lektor)(?<!adjunkt)(?!\w)",
    re.IGNORECASE,
)


def school_told(plain: str) -> str | None:
    """Give the words of a clause of school: its level or a word for it, and no title before that.

    Examples
    --------
    >>> school_told("Gymn 3 år bygg"), school_told("Tekn. college 4 år el"), school_told("Kokerska på skola 3 år")
    ('Gymn 3 år bygg', 'Tekn. college 4 år el', None)
    """
    plain = _BASIC.sub("grundskola", plain)
    level = education_level(plain)
    word = _SCHOOL.search(plain)
    at = min([place for place in (level and level[1], word and word.start()) if place is not None], default=None)
    if _TRAINING.match(plain) and level:
        return plain
    before = [word for word in plain[:at].split() if fold(word).strip(".") not in _BRANCHES]
    generic = level is None or _GENERIC.fullmatch(plain[level[1] : level[2]])
    if at is None or (generic and read_period(plain).is_empty and not find_places(plain)):
        return None
    if (
        _TELLS.search(plain)
        or (is_title(_subject_apart(plain[at:]) if not before else plain) and not _TO_BE.match(plain))
        or _AT_SCHOOL.search(plain)
        or any(is_title(spelled_out(word)) for word in before)
    ):
        return None
    return plain


def _subject_apart(school: str) -> str:
    """Leave out a trade behind a school, which is what was learnt there: "gymnasium 3 år bygg"."""
    rest, _, last = school.rpartition(" ")
    return rest if rest and trade(last) else school


_BRANCHES = frozenset("tekn ekon hum samh nat med jur ped yrk".split())
"""Branches of school cut short: "tekn. college" names no technician."""
_BASIC = late(r"^gr(?:und(?:sk\.?)?|sk\.?)(?= \d{1,2} ?(?:år|y))", re.IGNORECASE)
# "Yrkeshögskoleutbildning till byggledare, 2 år": the title is what was learnt.
_TO_BE = late(r"\w*(?:utbildning|examen) (?:till|som) ", re.IGNORECASE)
_TRAINING = late(r"(?:utb\.?|utbild\w*|examen|degree)[ :]", re.IGNORECASE)
_GENERIC = late(r"skol\w*|school\w*|utb\w*|klass\w*|\w*utb\.?", re.IGNORECASE)
_TELLS = late(
    r"(?<!\w)(?:har|är|jag|min|mitt|hon|han|gick|gått|läste|läser|vill|vara|blev|my|was|have|has|is|are|studied"
    r"|went|drove|driving|worked|taught|cleaned|cooked|kört|körde|jobbade|undervisa\w*)(?!\w)",
    re.IGNORECASE,
)
# "Kokerska på skola", "at a school": where somebody worked.
_AT_SCHOOL = late(
    r"(?<!\w)(?:på(?! (?:kom|yrkes|lär)?vux)|hos|åt|at|vid|praktik|pga|städ\w*|kök"
    r"|arbet\w*|jobb\w*|lärare(?!xamen)\w*|vill|söker)(?!\w)",
    re.IGNORECASE,
)
