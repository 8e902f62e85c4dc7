"""How neighbours in a text are joined: by "eller", by "och", by a comma, or as examples of what would do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_JOINTS = re.compile(
    r"(?P<or>(?<!\w)(?:eller|alternativt|annars|or|alternatively|och/eller|and/or|el)(?!\w)|/)|"
    r"(?P<and>(?<!\w)(?:och|samt|and|plus|men|but|as well as|along with|together with|combined with|liksom|likaså|"
    r"jämte|i kombination med)(?!\w)(?!/)|[;.])"
)
# "Grundskola eller motsvarande och erfarenhet av kök": the alternative is closed before the next demand.
_CLOSED = re.compile(
    r"(?<!\w)(?:eller|or) (?:motsvarande|likvärdig\w*|liknande|similar|equivalent)(?: \w+){0,2}?"
    r"(?=,? (?:och|samt|and|plus)(?!\w)|,(?! ?(?:eller|or)(?!\w)))"
)
_LISTED = re.compile(
    r"(?<!\w)(?:t\.? ?ex|till exempel|exempelvis|such as|såsom|så som|ex|e\.? ?g|for example|bland annat|"
    r"bl\.? ?a)(?!\w)"
)
# "One of German, French and Spanish": each of them will do, though "and" joins the last
_ONE_OF = re.compile(
    r"(?<!\w)(?:one|any|either|two|two or more|ett|en|någon|något|två|två eller fler\w*|minst ett|minst en) (?:of|av)"
    r"(?: (?:the following|följande|språken))?:? $"
)
# "Minst ett av följande språk: A, B och C", "one or more of these tools (A, B, C)", "något av verktygen A, B"
_CHOICE = re.compile(
    r"(?<!\w)(?:(?:någon|något|endera|(?:minst |åtminstone )?(?:ett|en|två|tre))(?: eller (?:flera|fler))? av|"
    r"(?:one|any|either|two|three|at least (?:one|two|three)|(?:one|two) or more|one or several) of)(?: de| the)? "
    r"(?:(?:följande|nedanstående|dessa|following|below|these)(?: [\w-]+){0,3}|\w{3,}(?:en|na))"
    r"[\s:;(–-]*$"
)
_AND_SO_ON = re.compile(
    r"[\s,]*(?:(?:etc|osv|och så vidare|m\.?\s?fl|m\.?\s?m|med mera|med flera|et cetera|and so on|and more|"
    r"among others)(?!\w)|\.\.\.|…)|"
    r"[^.;:]{0,40}?,?\s(?:eller|or)\s(?:(?:en|ett|någon|något|an?|any|some)\s)?(?:annan|annat|andra|motsvarande|"
    r"liknande|"
    r"likvärdig\w*|similar|equivalent|other|another)(?!\w)"
)
_OPENING, _CHOOSING = 30, 70
_FARTHEST, _LATEST = 60, 120
# "A qualification in childcare, from Sweden or anywhere else, or you have at least two years of ..."
_LATE_OR = re.compile(
    r",\s(?:eller|or|alternativt)(?:\s(?:du|ni|you|som))?(?:\s(?:har|have|är|are))?(?:\s(?:minst|at least))?\s$"
)


def joins(low: str, end: int, start: int) -> str:
    """How two neighbouring spans are joined: ``"or"``, ``"and"``, ``"list"`` (a comma) or ``""``.

    Parameters
    ----------
    low : str
        Text in lower case.
    end, start : int
        Where the first span ends and the second begins.

    Examples
    --------
    >>> joins("svenska eller engelska", 7, 14), joins("svenska, engelska", 7, 9), joins("svenska och engelska", 7, 12)
    ('or', 'list', 'and')
    >>> joins("skola eller motsvarande och vana", 5, 28), joins("skola eller motsvarande vana", 5, 24)
    ('and', 'or')
    """
    if start < end:
        return ""
    if start - end > _FARTHEST:
        return "or" if start - end <= _LATEST and _LATE_OR.search(low[end:start]) else ""
    return _told_by(low[end:start])


@lru_cache(maxsize=4096)
def _told_by(between: str) -> str:
    """How what stands between two spans joins them; most often a comma or one word."""
    between = _CLOSED.sub("", between)
    joints = [joint.lastgroup or "" for joint in _JOINTS.finditer(between)]
    if joints:
        # "A, or you learn it here, and B": the last joint is the one beside the second span.
        return joints[-1]
    return "list" if "," in between or not between.strip() else ""


def offers_choice(low: str, begin: int, start: int) -> bool:
    """Whether the words right before a list say that one thing of it will do.

    Parameters
    ----------
    low : str
        Text in lower case.
    begin : int
        Offset at which the sentence begins, or the thing before the list ends.
    start : int
        Where the list begins.

    Examples
    --------
    >>> offers_choice("minst ett av språken java, c#", 0, 21), offers_choice("en av oss: java, c#", 0, 11)
    (True, False)
    """
    before = low[max(begin, start - _CHOOSING) : start]
    return (" av " in before or " of " in before) and _CHOICE.search(before) is not None


def gives_examples(low: str, begin: int, start: int, end: int) -> bool:
    """Whether a list gives examples of what would do: opened by "t.ex.", or closed by "etc." or "eller liknande".

    Parameters
    ----------
    low : str
        Text in lower case.
    begin : int
        Offset at which the sentence begins.
    start, end : int
        Where the list begins and ends.

    Examples
    --------
    >>> gives_examples("språk (java, c#, etc)", 0, 7, 15), gives_examples("java, c# och sql", 0, 0, 8)
    (True, False)
    """
    opened = _LISTED.search(low, max(begin, start - _OPENING), start)
    return bool(opened or _AND_SO_ON.match(low, end))


def alternatives(low: str, spans: Sequence[tuple[int, int]], *, before: int = 0) -> list[int | None]:
    """Put spans of one sentence into groups of alternatives, numbered in order of place.

    A chain joined by commas whose last joint is "eller" is one group; so is a chain that "t.ex." opens. A chain that
    "och" closes is none: everything in it is asked for.

    Parameters
    ----------
    low : str
        Text in lower case.
    spans : sequence of (int, int)
        Ascending, without overlaps.
    before : int
        Offset at which the sentence begins, where "t.ex." is looked for.

    Returns
    -------
    list of int or None
        A number for each span, ``None`` for those that stand alone.

    Examples
    --------
    >>> alternatives("svenska, engelska eller polska och tyska", [(0, 7), (9, 17), (24, 30), (35, 40)])
    [0, 0, 0, None]
    """
    groups: list[int | None] = [None] * len(spans)
    number, first = 0, 0
    for index in range(1, len(spans) + 1):
        joint = joins(low, spans[index - 1][1], spans[index][0]) if index < len(spans) else ""
        if joint == "and" and _ONE_OF.search(low, before, spans[first][0]):
            joint = "or"
        if joint == "list":
            continue
        if joint == "or":
            for place in range(first, index + 1):
                groups[place] = number
            # "A, B eller C" ends here unless another "eller" follows at once.
            after = joins(low, spans[index][1], spans[index + 1][0]) if index + 1 < len(spans) else ""
            if after != "or":
                number += 1
                first = index + 1
            continue
        if index - first > 1 and gives_examples(low, before, spans[first][0], spans[index - 1][1]):
            for place in range(first, index):
                if groups[place] is None:
                    groups[place] = number
            number += 1
        first = index
    return groups
