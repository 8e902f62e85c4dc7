"""Enumerations behind words that introduce skills: "kunskaper i Excel och Word", "knowledge of protocols: CAN, LIN"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.requirements.skills.clause import NAMES, Candidate, Clause
from matcher.requirements.skills.items import items, list_end
from matcher.taxonomy.scanning.phrasebook import Mark

BESIDE_NAMES = "beside names"
"""Sign of what no list knows, where it stands among names of tools and is written as they are: it is one of them."""
_WIDE_HEADS = tuple(
    "verktyg ramverk system program programvaror språk metoder tekniker plattformar databaser miljöer lösningar "
    "teknologier ekosystem ekosystemet tools instruments languages frameworks framework platforms systems databases "
    "environments technologies programming programmering services software".split()
)
_EXAMPLES = re.compile(
    r"\s*(?:,?\s*(?:som|såsom|så som|such as|like|including|inklusive|t\.? ?ex\.?|exempelvis|till exempel|e\.g\.?|"
    r"specifikt|särskilt|för|främst)\s|\(|:|\s[–—-]\s)"
)
_DOUBTS = frozenset(("wide", "trait", "generic"))
# One word with a capital; "Communication" and "Leadership" are written so in English lists
_A_NAME = re.compile(r"(?!\w+(?:ing|ion|ment|ship|ness|ity|ics|ance|ence|ism|ies|ed|ogy|skills?)$)[A-ZÅÄÖ][\w.+#-]+")
_FEWEST = 3
_POINTS_ON = re.compile(
    r"(?<!\w)(?:följande|following|(?:någon|något|några|en|ett|flera|one|any|some) (?:av|of))(?!\w)"
)


def listed(clause: Clause, frame: Mark, stop: int) -> list[Candidate]:
    """Candidates of the enumeration that a frame introduces.

    Parameters
    ----------
    clause : Clause
    frame : Mark
    stop : int
        Where the enumeration ends; behind a colon there its names follow.

    Returns
    -------
    list of Candidate
    """
    low = clause.low
    found = _items(clause, frame.label, frame.end, stop)
    if low.startswith(": ", stop) and frame.label != "edu":
        # "Knowledge of protocols: CAN, Ethernet" asks for what stands behind the colon.
        named = _items(clause, "named", stop + 1, list_end(low, stop + 1, clause.sentence.end))
        if any(c.exact for c in named) or _POINTS_ON.search(low, frame.end, stop):
            found = [*(c for c in found if c.exact), *named]
    if any(c.exact and c.topic in NAMES for c in found):
        found = [c.signed(BESIDE_NAMES) if _looks_like_a_name(clause, c) else c for c in found]
    return [c.signed("among") for c in found] if any(c.exact for c in found) else found


def _looks_like_a_name(clause: Clause, candidate: Candidate) -> bool:
    """Whether a word is written as the name beside it is ("jQuery, Netbeans och responsiv design")."""
    known = candidate.topic or candidate.exact or _DOUBTS.intersection(candidate.signs)
    inside = candidate.start > clause.sentence.start
    return inside and not known and _A_NAME.fullmatch(clause.text, candidate.start, candidate.end) is not None


def among_crafts(found: Sequence[Candidate | None]) -> list[Candidate]:
    """Take what stands in a list that holds mostly names of crafts for one: "armering, vajersågning, formsättning"."""
    crafts = sum(candidate is not None and candidate.exact for candidate in found)
    akin = len(found) >= _FEWEST and 2 * crafts >= len(found)
    return [akin_to_crafts(candidate) if akin else candidate for candidate in found if candidate]


def akin_to_crafts(candidate: Candidate) -> Candidate:
    """Take one word that no list knows for what the names beside it are."""
    unknown = not (candidate.topic or " " in candidate.label or _DOUBTS.intersection(candidate.signs))
    return candidate._replace(topic="trade", exact=True) if unknown else candidate


def _items(clause: Clause, how: str, start: int, stop: int) -> list[Candidate]:
    found: list[Candidate] = []
    for item in items(clause.low, start, stop):
        if clause.low.endswith(_WIDE_HEADS, item.start, item.end) and _EXAMPLES.match(clause.low, item.end, stop):
            how = "named"  # "verktyg såsom Excel" asks for Excel, not for tools
        elif candidate := clause.judged(item, how):
            found.append(candidate)
    return found
