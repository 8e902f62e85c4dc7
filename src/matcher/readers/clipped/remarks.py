"""What stands amid clipped clauses and tells nothing, and what they say round about, in plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.patterns import late
from matcher.readers.cells.places import find_places
from matcher.readers.cells.tongues import find_languages
from matcher.readers.clipped.runs import VERB
from matcher.readers.clipped.wishes import WISH
from matcher.readers.privacy.beside import tells_fact
from matcher.readers.privacy.others import is_of_others
from matcher.readers.privacy.protected import reason_to_drop
from matcher.readers.times.periods import read_period

# "saknar körkort, bil": what follows may be told by such a verb
_LEADS_ON = late(
    r"\d|(?<!\w)(?:sakna[rs]|behöver|needs?|kan|can|vill|wants?|bil|car|kort|kk|inte|ej|inget?|not?)(?!\w)",
    re.IGNORECASE,
)
# "Hygienbevis? vet ej": asked, and nobody knows
_UNSURE = late(
    r"[^.?!,;:\n]{3,40}\?,? (?:vet (?:ej|inte)|oklart|osäkert|kolla(?:s|r)?(?: upp)?|don'?t know|unclear|not sure)"
    r"\b[.,]?",
    re.IGNORECASE,
)
# "Kan köra bil, afghanskt kort": what may be driven tells the class
_DRIVES = late(
    r"(?:kan |får )?köra? (?:person)?bil,? (?:(?:med|på|har) )?(?P<whose>[^\W\d_]+skt) (?:bil|kör)?kort(?!\w)",
    re.IGNORECASE,
)
_ONE_BUT_OTHER = late(
    r"(?<!\w)(?:kan|talar|pratar|förstår|speaks?|knows?) (?:inte|ej|no) (?P<one>[^\W\d_]{4,}),? (?:men|but|utan) "
    r"(?P<other>(?:lite |bra |a little |some |good )?(?P<tongue>[^\W\d_]{4,}))",
    re.IGNORECASE,
)


def remarks_of(clauses: Sequence[str]) -> list[str]:
    """Give the clauses with a verb amid clipped ones, of no fact that is known: they change nothing beside them.

    Examples
    --------
    >>> remarks_of(["kock 4 år", "tycker om fotboll", "sv B1"]), remarks_of(["kock", "saknar bil", "körkort"])
    (['tycker om fotboll'], [])
    """
    if VERB.search(clauses[0]):
        return []
    told = (one for one in clauses[1:] if VERB.search(one))
    return [one for one in told if is_of_others(one) or _tells_nothing(one) or reason_to_drop(one)]


def _tells_nothing(clause: str) -> bool:
    named = find_places(clause) or find_languages(clause) or tells_fact(clause)
    return not (named or _LEADS_ON.search(clause) or WISH.match(f"{clause} ") or not read_period(clause).is_empty)


def is_asked(line: str) -> bool:
    """Whether a line asks for a fact that nobody knows, which is left out.

    Examples
    --------
    >>> is_asked("Hygienbevis? vet ej. Eng B1"), is_asked("Hygienbevis. Eng B1")
    (True, False)
    """
    return _UNSURE.search(line) is not None


def plainly(line: str) -> str:
    """Say in a note's own clipped words what a line says round about.

    Examples
    --------
    >>> plainly("Kan köra bil, syriskt kort. Hygienbevis? vet ej. Eng B1"), plainly("Kan inte engelska men franska")
    ('B-körkort syriskt. Eng B1', 'Ingen engelska. franska')
    """
    told = _DRIVES.sub(r"B-körkort \g<whose>", _UNSURE.sub("", line))
    return _ONE_BUT_OTHER.sub(_apart, told)


def _apart(match: re.Match[str]) -> str:
    named = find_languages(match["one"]) and find_languages(match["tongue"])
    return f"Ingen {match['one']}. {match['other']}" if named else match.group()
