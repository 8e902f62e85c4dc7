"""Alternatives: which requirements of a sentence are joined by "eller", so that one of them is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from matcher.requirements.context import Found
from matcher.requirements.strength.softened import does_too

_JOINTS = re.compile(
    r"(?P<or>(?<!\w)(?:eller|alternativt|annars|or|alternatively|och/eller|and/or|el)(?!\w)|/)|"
    r"(?P<and>(?<!\w)(?:och|samt|and|plus|men|but)(?!\w)(?!/)|[;.])"
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
    r"(?<!\w)(?:one|any|either|ett|en|någon|något|minst ett|minst en) (?:of|av)"
    r"(?: (?:the following|följande|språken))?:? $"
)
_AND_SO_ON = re.compile(
    r"[\s,]*(?:(?:etc|osv|och så vidare|m\.?\s?fl|m\.?\s?m|med mera|med flera|et cetera|and so on|and more|"
    r"among others)(?!\w)|\.\.\.|…)|"
    r"[^.;:]{0,40}?,?\s(?:eller|or)\s(?:(?:en|ett|någon|något|an?|any|some)\s)?(?:annan|annat|andra|motsvarande|"
    r"liknande|"
    r"likvärdig\w*|similar|equivalent|other|another)(?!\w)"
)
WAYS = frozenset(("education", "experience"))
"""Kinds that are ways to the same knowledge."""
_OPENS = re.compile(r"(?:eller|alternativt|or)\s")
# An "or" that parts whole ways, not the two words beside it.
_APART = re.compile(r",\s*(?:eller|or)(?!\w)|(?<!\w)(?:alternativt|alternatively)(?!\w)")
_OPENING = 30
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


def grouped(low: str, found: Sequence[Found]) -> list[int | None]:
    """Group alternatives: as families saw them, neighbours of any kind that "eller" joins, and what is listed before.

    Only ways to the same knowledge are alternatives by a comma ("undersköterskeutbildning, vårdbiträdesutbildning eller
    ett års erfarenhet"); a card in such a list is mostly asked for as well.

    Parameters
    ----------
    low : str
        Text in lower case.
    found : sequence of Found
        In order of place.

    Returns
    -------
    list of int or None
        A number for each row, which those of its sentence share that would do as well; ``None`` for what stands alone.

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> from matcher.requirements import read_requirements
    >>> text = "Krav: truckkort, två års lagererfarenhet eller logistikutbildning."
    >>> [(row.kind, row.any_of) for row in read_requirements(JobAd(id="a", headline="Jobb", text=text))]
    [('certificate', None), ('experience', 1), ('education', 1)]
    """
    groups = [item.group for item in found]
    outer = _outer(found)
    for place, group in zip(outer, _grouped(low, [found[place] for place in outer]), strict=True):
        groups[place] = group
    return groups


def _outer(found: Sequence[Found]) -> list[int]:
    """Return the places of rows that lie in no other: a skill named inside a course joins nothing to it."""
    places: list[int] = []
    end = 0
    for place, row in enumerate(found):
        if row.end > end or (places and (row.start, row.end) == (found[places[-1]].start, found[places[-1]].end)):
            places.append(place)
        end = max(end, row.end)
    return places


def _grouped(low: str, found: Sequence[Found]) -> list[int | None]:
    groups = [item.group for item in found]
    fresh = 10_000
    for index in range(1, len(found)):
        if not _side_by_side(found, index) or _joint(low, found, index) != "or":
            continue
        first = index - 1
        while first and found[first].kind in WAYS and _is_listed_before(low, found, first):
            first -= 1
        last = index + _goes_with(low, found, index)
        numbers = [number for number in groups[first : last + 1] if number is not None]
        kept, fresh = (numbers[0], fresh) if numbers else (fresh, fresh + 1)
        sentence = found[index].sentence
        groups = [
            kept if first <= i <= last or (g in numbers and found[i].sentence is sentence) else g
            for i, g in enumerate(groups)
        ]
    for first, last in _lists(low, found, groups):
        begin = found[first].sentence.start
        if gives_examples(low, begin, found[first].start, found[last].end):
            groups[first : last + 1] = [fresh] * (last + 1 - first)
            fresh += 1
    return groups


def _lists(low: str, found: Sequence[Found], groups: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Find rows of skills, or of ways to the same, that commas join and that stand in no group, as first and last."""
    first = 0
    for index in range(1, len(found) + 1):
        goes_on = (
            index < len(found)
            and groups[index] is groups[index - 1] is None
            and _side_by_side(found, index)
            and (
                found[index - 1].kind == found[index].kind == "skill"
                or {found[index - 1].kind, found[index].kind} <= WAYS
            )
            and _joint(low, found, index) == "list"
        )
        if not goes_on:
            if index - first > 1:
                yield first, index - 1
            first = index


def _side_by_side(found: Sequence[Found], index: int) -> bool:
    before, here = found[index - 1], found[index]
    return before.sentence is here.sentence and before.necessity == here.necessity


def _joint(low: str, found: Sequence[Found], index: int) -> str:
    here = found[index]
    if does_too(low, here.end, here.sentence.end):
        # "C-körkort krävs, CE duger också"
        return "or"
    return joins(low, found[index - 1].end, _named_at(low, found[index]))


def _named_at(low: str, row: Found) -> int:
    """Where a row's own words begin: the "eller" of "eller grundskola" joins it to what is before."""
    opened = _OPENS.match(low, row.start)
    return opened.end() if opened else row.start


def _goes_with(low: str, found: Sequence[Found], index: int) -> bool:
    """Whether experience belongs to the second way: ``gymnasium, eller grundskola och två år i yrket``."""
    after = index + 1
    if after == len(found) or (found[index].kind, found[after].kind) != ("education", "experience"):
        return False
    apart = _APART.search(low, found[index - 1].end, _named_at(low, found[index]))
    return bool(apart) and _side_by_side(found, after) and _joint(low, found, after) == "and"


def _is_listed_before(low: str, found: Sequence[Found], index: int) -> bool:
    listed = found[index - 1].kind in WAYS and _side_by_side(found, index)
    return listed and _joint(low, found, index) == "list"
