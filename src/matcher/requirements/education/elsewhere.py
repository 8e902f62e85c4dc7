"""Education that nobody asks for: the same from another country, the one told more of, a measure, that of others."""

from __future__ import annotations

import re

from matcher.requirements.text.segment import Sentence

_KNOWN_AT = re.compile(
    r"(?:kunskap\w*|\w*kännedom|svenska|engelska|tyska|franska|spanska|språk\w*)(?: i [\w]+)? (?:på|motsvarande) $"
)  # "växtkännedom på gymnasienivå"
# "A PhD, or an international degree deemed equivalent"
_ELSEWHERE = re.compile(
    r"(?:or|eller) (?:an? |en )?(?:(?:corresponding|equivalent|comparable|international|foreign|overseas|utländsk) )+"
    r"(?:(?:academic|university|\w+ motsvarande) )?$|equivalent to an? (?:swedish )?(?:phd|doctoral|master.s) $"
)
# "The degree must have been completed no more than three years before …"
_WHEN = re.compile(
    r" (?:must|should|shall|may|needs? to)(?: not)? (?:have been|be) "
    r"(?:completed|obtained|awarded|conferred|received|older|more than|no older|no more)"
)
_DEGREE = ("degree", "academic degree", "university degree", "qualification", "examen")
# "Supervise master students"
_SUPERVISES = re.compile(r"(?<!\w)(?:supervis\w+|teach\w*|mentor\w*|coach\w*|handled\w*)(?: \w+){0,3} (?:\w+/)?$")
# "En av våra specialister är utbildad i Damaskus"
_ONE_OF_US = re.compile(
    r"(?<!\w)(?:(?:en|någon|flera|några|två|många|de flesta) av (?:våra|oss|mina)|(?:one|some|many|most) of (?:our|us))"
    r"(?!\w)[^.;]{0,40} $"
)
# "Du rapporterar till ekonomichefen som är civilekonom", "teamet består av två jurister"; "vår nya kollega" is sought.
_COLLEAGUE = re.compile(
    r"(?<!\w)(?:(?:vår|din|our|your) (?!nya|nästa|framtida|blivande|new|next|future)(?:[\w-]+ )?(?:\w*chef|kollega|"
    r"mentor|handledare|vd|ägare|grundare|boss|manager|colleague|supervisor|owner|founder)|\w+chefen|mentorn|"
    r"handledaren|kollegan),? (?:(?:som|who|that) )?(?:är|is|har|has)(?!\w)[^.;]{0,30}$|"
    r"(?<!\w)(?:teamet|arbetslaget|gruppen|avdelningen|enheten|the team) (?:består av|consists of|is made up of)(?!\w)"
    r"[^.;]{0,80}$"
)
# "Vill verka på en skola som bedriver lärlingsutbildning": what the workplace gives
_GIVEN_THERE = re.compile(
    r"(?<!\w)(?:skol|gymnasi|verksamhet|företag|enhet|organisation|arbetsplats|arbetsgivare|huvudman|aktör|förening|"
    r"kommun|högskol|universitet|förvaltning|company|school|universit|organi[sz]ation)\w* (?:som|that|which) "
    r"(?:bedriver|driver|ger|erbjuder|anordnar|har|offers|runs|provides|gives) (?:[\w-]+ ){0,3}$"
)
# "Du som tar examen i januari": when it is taken
_TAKEN_IN = re.compile(
    r" (?:nu )?(?:i|under|till|lagom till) (?:(?:slutet|början|mitten) (?:av|på) )?(?:januari|februari|mars|april|maj|"
    r"juni|juli|augusti|september|oktober|november|december|våren?|sommaren|hösten?|vintern|året)(?!\w)"
)
_CATEGORY = re.compile(r"typ av jobb [^.;:]{0,60}$")  # "Typ av jobb Lantbruk, Civilingenjör": a list of the job board


def is_of_others(low: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether an education is one that the workplace gives, a colleague has, is still ahead, or heads a job board.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    start, end : int
        The words for the education.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "du vill arbeta på en skola som erbjuder lärlingsutbildning"
    >>> is_of_others(low, Sentence(0, len(low)), low.index("lärling"), len(low))
    True
    """
    if low.startswith("examen", start) and _TAKEN_IN.match(low, end):
        return True
    if _COLLEAGUE.search(low, sentence.start, start):
        return True
    if _ONE_OF_US.search(low, sentence.start, start) or _CATEGORY.search(low, sentence.start, start):
        return True
    before = low[sentence.start : start]
    relative = " som " in before or " that " in before or " which " in before
    return relative and _GIVEN_THERE.search(before) is not None


def is_named_again(low: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a degree is the one asked for before, from elsewhere or told more of, a measure, or that of others.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    start, end : int
        The words for the degree.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "a phd or an equivalent foreign degree"
    >>> is_named_again(low, Sentence(0, len(low)), 31, 37)
    True
    """
    if _KNOWN_AT.search(low, sentence.start, start):
        return True
    if low.startswith(" student", end):
        return _SUPERVISES.search(low, sentence.start, start) is not None
    if not low.startswith(_DEGREE, start):
        return False
    told = low.endswith("the ", sentence.start, start) and _WHEN.match(low, end)
    return bool(told or _ELSEWHERE.search(low, sentence.start, start))
