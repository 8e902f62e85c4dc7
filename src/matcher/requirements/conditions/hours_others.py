"""Hours of others than the applicant: when a place is open, when guests come, when colleagues work."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence

# "Restaurangen har öppet kvällar och helger", "våra gäster på helgen": when guests come, not when the applicant works
_OPEN = re.compile(
    r"(?<!\w)(?:har|håller) (?:\w+ )?öppet|öppettid|(?<!\w)är (?:\w+ )?öppe[nt](?! för)|"
    r"(?<!\w)(?:öppnar|stänger|opens|closes|are open|is open)(?!\w)|"
    r"(?<!\w)(?:gäst|kund|besökare|guest|customer|visitor)(?:s|e?r|e?n|erna|arna)?(?: \w+){0,2} "
    r"(?:på |under |in the |on |at )?(?:kväll|helg|natt|evening|weekend|night)|"
    r"(?<!\w)(?:personal|medarbetare|anställda|kollegor|employees|staff|colleagues) (?:(?:som|who) )?"
    r"(?:arbetar|jobbar|work|working)(?!\w)"
)
# "... men du jobbar dagtid": of whom the sentence speaks in the end
_BY_DAY = re.compile(
    r"(?<!\w)(?:men|but|fast|while|medan) (?:\w+ ){0,3}(?:jobbar|arbetar|work)(?:s|ar)? (?:\w+ ){0,2}"
    r"(?:dagtid|dagar|vardagar|kontorstid|days|daytime|weekdays|office hours)(?!\w)"
)
_OTHERS_WORK = re.compile(
    r"(?:\w{3,}(?:arna|erna|orna)|nattpersonal\w*|andra|de andra|(?:en |ett )?(?:annan|annat|separat|särskilt?|egen|"
    r"eget) "
    r"(?:grupp|lag|team|bolag|företag|arbetslag|styrka)|(?:another|a separate|a different|a special) \w+|frukost\w*|"
    r"lunch\w*|barnen|lektion\w*|match\w*|"
    r"mötet|gäster\w*|kunder\w*|the \w+s|our \w+s|guests|"
    r"customers) "
    r"(?:\w+ )?(?:börjar|arbetar|jobbar|sköter|tar|kommer|start|work|come|arrive)s?(?!\w)"
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
