"""Hours of others than the applicant: when a place is open, when guests come, when colleagues work."""

from __future__ import annotations

import re

from matcher.requirements.lexicon import joined
from matcher.requirements.text.segment import Sentence

_WORDS = joined("conditions")

# "Restaurangen har öppet kvällar och helger", "våra gäster på helgen": when guests come, not when the applicant works
_OPEN = re.compile(_WORDS["open"])
# "... men du jobbar dagtid": of whom the sentence speaks in the end
_BY_DAY = re.compile(
    r"(?<!\w)(?:men|but|fast|while|medan) (?:\w+ ){0,3}(?:jobbar|arbetar|work)(?:s|ar)? (?:\w+ ){0,2}"
    r"(?:dagtid|dagar|vardagar|kontorstid|days|daytime|weekdays|office hours)(?!\w)"
)
_OTHERS_WORK = re.compile(
    rf"(?:{_WORDS['others_work']}) (?:\w+ )?(?:börjar|arbetar|jobbar|sköter|tar|kommer|start|work|come"
    r"|arrive)s?(?!\w)"
)
_YOU = re.compile(
    r"(?<!\w)(?:du|dig|din|ni|you|your|alla(?! (?:\w*dag|kväll|helg|natt|nätt))|hela|vi delar|vi (?:arbetar|jobbar)|"
    r"turas|kommer (?:\w+ )?(?:ha|att)|tjänst\w*|jobbet|arbetet|passet?|the job|the role)(?!\w)"
)


def are_of_others(low: str, sentence: Sentence) -> bool:
    """Whether a sentence tells when a place is open or others work, and not when the applicant does.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence

    Examples
    --------
    >>> lines = "öppettid: helgen", "vi har öppet helgen, du jobbar då", "vi har öppet helgen men du jobbar dagtid"
    >>> [are_of_others(low, Sentence(0, len(low))) for low in lines]
    [True, False, True]
    """
    start, end = sentence.start, sentence.end
    if not (_OTHERS_WORK.match(low, start) or _OPEN.search(low, start, end)):
        return False
    return bool(_BY_DAY.search(low, start, end)) or not _YOU.search(low, start, end)
