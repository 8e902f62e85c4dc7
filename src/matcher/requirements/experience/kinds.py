"""What an experience is of, by the words of its object: a kind of work, a program, a technique of a trade."""

from __future__ import annotations

import re

from matcher.requirements.lexicon import joined
from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.words import words_of

_WORDS = joined("experience")

JOINT = re.compile(r",| (?:och|samt|and|eller|or) ")
_INTO = re.compile(r"\s(?:i|in|med|with|using|via)\s(?:\w+ )?$")
_OF_PROGRAMS = ("programming", "web", "data", "cloud", "it", "erp", "economy", "office", "cad", "automation", "design")
NAMED_FIRST = ("programming", "web", "data", "cloud", "erp", "office")  # of these what comes first is no work
# "Vana av ledbuss", "van vid hjullastare": what one drives, not where one works
_MACHINE = re.compile(
    r"(?:\w{2,}(?:buss|bussar|klippare|lastare|grävare|såg|sågar|dumper|skoter|traktor)|traktor|lastväxlare|kran)(?!\w)"
)
_TRADES = ("cleaning", "admin")  # "van vid flyttstäd": of these the names are mostly kinds of work
KIND_OF_WORK = re.compile(_WORDS["kind_of_work"])


def names_program(low: str, start: int, end: int) -> bool:
    """Whether a program comes first or the work is done in one.

    Parameters
    ----------
    low : str
        The ad's readable text in lower case.
    start, end : int
        Half-open offsets of what the experience is of.

    Returns
    -------
    bool

    Examples
    --------
    >>> [names_program(of, 0, len(of)) for of in ("python, kundarbete", "rapporter i power bi", "kundarbete")]
    [True, True, False]
    """
    comma = low.find(",", start, end)
    first = not KIND_OF_WORK.search(low, start, end if comma < 0 else comma)
    return any(
        term.kind == "tool"
        and term.topic in _OF_PROGRAMS
        and (
            (first and term.start == start and term.topic in NAMED_FIRST)
            or (term.topic != "it" and _INTO.search(low, start, term.start))
        )
        for term in Terms.load().find(words_of(low, start, end))
    )


def names_craft(low: str, start: int, end: int) -> bool:
    """Whether a list opens with a known technique or thing of a trade.

    Parameters
    ----------
    low : str
        The ad's readable text in lower case.
    start, end : int
        Half-open offsets of what the experience is of.

    Returns
    -------
    bool

    Examples
    --------
    >>> [names_craft(of, 0, len(of)) for of in ("provtagning och kassa", "hjullastare", "äldreomsorg")]
    [True, True, False]
    """
    if KIND_OF_WORK.search(low, start, end):
        return False
    if _MACHINE.match(low, start, end):
        return True
    first = JOINT.search(low, start, end)
    stop = first.start() if first else end
    return any(
        term.kind == "tool" and term.topic not in _TRADES and term.start == start and term.end == stop
        for term in Terms.load().find(words_of(low, start, stop))
    )


def names_skill(low: str, start: int, end: int) -> bool:
    """Whether a known technique opens a few words that say no kind of work.

    Parameters
    ----------
    low : str
        The ad's readable text in lower case.
    start, end : int
        Half-open offsets of one thing that an experience is of.

    Returns
    -------
    bool

    Examples
    --------
    >>> [names_skill(of, 0, len(of)) for of in ("investeringskalkyler", "äldreomsorg", "rekrytering")]
    [True, False, False]
    """
    if KIND_OF_WORK.search(low, start, end):
        return False
    return any(term.kind == "tool" and term.start == start for term in Terms.load().find(words_of(low, start, end)))
