"""Alternatives: which requirements of a sentence are joined by "eller", so that one of them is enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from matcher.requirements.context import Found
from matcher.requirements.joints import gives_examples, joins, offers_choice
from matcher.requirements.strength.softened import does_too

OF_THE_TEXT = 10_000
"""Groups from this number on are told apart by their number alone; others only within their sentence."""
WAYS = frozenset(("education", "experience"))
"""Kinds that are ways to the same knowledge."""
_PAPERS = frozenset(("certificate", "driving_licence", "own_car", "language", "record_check", "work_permit"))
_OPENS = re.compile(r"(?:eller|alternativt|or)\s")
_OR = re.compile(r"(?<!\w)(?:eller|or|alternativt|alternatively)(?!\w)")
# "Du har B-körkort. Alternativt har du AM-körkort.": the sentence is another way.
_OTHER_WAY = re.compile(
    r"(?:(?:alternativt|alternatively|annars|eller så|eller också|eller|or|or else|om inte|if not)(?:,| så)? "
    r"(?:(?:har|är|kan|talar|pratar) du|du (?:har|är|kan|talar)|(?:you )?(?:have|are|speak|can|know|hold)|duger|räcker|"
    r"går|fungerar)|(?:alternativt|alternatively),? |"
    r"(?:har du inte (?:det|den|ett|en)|saknar du (?:det|den)),? (?:så )?(?:duger|räcker|går|fungerar|funkar)(?!\w))"
)
# "- Gymnasieexamen, eller": the next line is another way.
_ENDS_OPEN = re.compile(r"(?<!\w)(?:eller|alternativt|or|alternatively)[:,\s]*$")
_OF_IT = re.compile(r" (?:i|inom|in|of)(?: ämnet)? ")
# An "or" that parts whole ways, not the two words beside it.
_APART = re.compile(r",\s*(?:eller|or)(?!\w)|(?<!\w)(?:alternativt|alternatively)(?!\w)")


def grouped(low: str, found: Sequence[Found]) -> list[int | None]:
    """Group alternatives: as families saw them, neighbours of any kind that "eller" joins, and what is listed before.

    Only skills ("Python, Java eller C#") and ways to the same knowledge ("undersköterskeutbildning,
    vårdbiträdesutbildning eller ett års erfarenhet") are alternatives by a comma; a card in such a list is mostly asked
    for as well.

    Parameters
    ----------
    low : str
        Text in lower case.
    found : sequence of Found
        In order of place.

    Returns
    -------
    list of int or None
        A number for each row, which those share that would do as well; ``None`` for what stands alone.

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> from matcher.requirements import read_requirements
    >>> text = "Krav: truckkort, två års lagererfarenhet eller logistikutbildning."
    >>> [(row.kind, row.any_of) for row in read_requirements(JobAd(id="a", headline="Jobb", text=text))]
    [('certificate', None), ('experience', 1), ('education', 1)]
    """
    groups = [item.group for item in found]
    outer = _outer(low, found)
    for place, group in zip(outer, _grouped(low, [found[place] for place in outer]), strict=True):
        groups[place] = group
    return groups


def _outer(low: str, found: Sequence[Found]) -> list[int]:
    """Return the places of rows that lie in no other: a skill named inside a course joins nothing to it.

    Nor does the subject of a teacher: "legitimerad lärare inom frisör eller fem års erfarenhet".
    """
    places: list[int] = []
    end = 0
    for place, row in enumerate(found):
        if row.kind == "skill" and _is_of_a_way(low, found, place):
            continue
        if row.end > end or (places and (row.start, row.end) == (found[places[-1]].start, found[places[-1]].end)):
            places.append(place)
        end = max(end, row.end)
    return places


def _is_of_a_way(low: str, found: Sequence[Found], place: int) -> bool:
    """Whether a skill is the subject of the profession before it, and another way follows."""
    if not 0 < place < len(found) - 1 or found[place + 1].kind not in WAYS:
        return False
    before = found[place - 1]
    return before.kind == "licensed_profession" and _OF_IT.fullmatch(low, before.end, found[place].start) is not None


def _grouped(low: str, found: Sequence[Found]) -> list[int | None]:
    groups = [item.group for item in found]
    fresh, chained = OF_THE_TEXT, set[int | None]()
    for index in range(1, len(found)):
        if _goes_on_below(low, found, index):
            # "A eller,", "B eller,", "C": one choice, however many lines it has.
            number = groups[index - 1] if groups[index - 1] in chained else fresh
            chained.add(number)
            groups = [
                number if _is_with(found, groups, i, index - 1) or _is_of_way(found, i, index) else group
                for i, group in enumerate(groups)
            ]
            fresh += 1
            continue
        if not _side_by_side(found, index) or _joint(low, found, index) != "or":
            continue
        first = index - 1
        while first and _spreads_by_commas(low, found, index) and _is_listed_before(low, found, first):
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
    for first, last in _choices(low, found):
        groups[first : last + 1] = [fresh] * (last + 1 - first)
        fresh += 1
    return groups


def _choices(low: str, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Find rows of one kind of which the words before say that one will do ("minst ett av följande: A, B och C")."""
    first = 0
    while first < len(found):
        row = found[first]
        before = first and found[first - 1].sentence is row.sentence and found[first - 1].end
        last = first
        if offers_choice(low, before or row.sentence.start, row.start):
            while last + 1 < len(found) and _goes_on_beside(low, found, last + 1):
                last += 1
            if last > first:
                yield first, last
        first = last + 1


def _goes_on_beside(low: str, found: Sequence[Found], index: int) -> bool:
    """Whether nothing but a comma or one word stands between a row and the one of its kind before it."""
    between = low[found[index - 1].end : found[index].start].strip(" ,/")
    same = found[index - 1].kind == found[index].kind and _side_by_side(found, index)
    return same and between in ("", "och", "samt", "eller", "and", "or", "och/eller", "and/or", "&")


def _lists(low: str, found: Sequence[Found], groups: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """Find rows of skills, or of ways to the same, that commas join and that stand in no group, as first and last."""
    first = 0
    for index in range(1, len(found) + 1):
        goes_on = (
            index < len(found) and groups[index] is groups[index - 1] is None and _is_listed_before(low, found, index)
        )
        if not goes_on:
            if index - first > 1 and not _all_are_asked_for(low, found, index):
                yield first, index - 1
            first = index


def _all_are_asked_for(low: str, found: Sequence[Found], index: int) -> bool:
    """Whether a list goes on with "och": of "standarder som ISO 9001, ISO 14001 och ISO 45001" each one is meant."""
    if index == len(found) or found[index].kind != found[index - 1].kind or not _side_by_side(found, index):
        return False
    return _joint(low, found, index) == "and" and "." not in low[found[index - 1].end : found[index].start]


def _side_by_side(found: Sequence[Found], index: int) -> bool:
    before, here = found[index - 1], found[index]
    return before.sentence is here.sentence and before.necessity == here.necessity


def _is_with(found: Sequence[Found], groups: Sequence[int | None], one: int, other: int) -> bool:
    together = groups[one] is not None and groups[one] == groups[other]
    return one == other or (together and found[one].sentence is found[other].sentence)


def _is_of_way(found: Sequence[Found], one: int, first: int) -> bool:
    """Whether a row belongs to the way that begins a line: "eller / annan examen och minst femton års erfarenhet"."""
    alike = found[one].kind in WAYS and found[first].kind in WAYS and found[one].necessity == found[first].necessity
    return one == first or (one > first and alike and found[one].sentence is found[first].sentence)


def _goes_on_below(low: str, found: Sequence[Found], index: int) -> bool:
    """Whether the line of the row before ends in "eller", so that the line below is the other way."""
    before, here = found[index - 1], found[index]
    if here.sentence.number != before.sentence.number + 1 or before.necessity != here.necessity:
        return False
    return _ENDS_OPEN.search(low, before.end, before.sentence.end) is not None or _is_other_way(low, found, index)


def _is_other_way(low: str, found: Sequence[Found], index: int) -> bool:
    """Whether a sentence of its own names what would do as well as the one thing before it."""
    before, here = found[index - 1], found[index]
    if here.sentence.block is not before.sentence.block:
        return False
    alone = index < 2 or found[index - 2].sentence is not before.sentence
    if not (alone or before.kind == here.kind or {before.kind, here.kind} <= WAYS):
        return False
    return _OTHER_WAY.match(low, here.sentence.start) is not None or does_too(low, here.end, here.sentence.end)


def _joint(low: str, found: Sequence[Found], index: int) -> str:
    here = found[index]
    if does_too(low, here.end, here.sentence.end):
        # "C-körkort krävs, CE duger också"
        return "or"
    before = found[index - 1]
    if low[before.end : here.start].strip() == "/" and before.kind != here.kind and {before.kind, here.kind} <= _PAPERS:
        return "list"  # "Hygienbevis/körkort B/egen bil": a list that is short of room
    return joins(low, before.end, _named_at(low, here))


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


def _spreads_by_commas(low: str, found: Sequence[Found], index: int) -> bool:
    """Whether an "or" holds for what commas join before it; of skills a stroke ("SQL, Python, JS/TS") joins but two."""
    before = found[index - 1]
    return before.kind in WAYS or _OR.search(low, before.end, _named_at(low, found[index])) is not None


def _is_listed_before(low: str, found: Sequence[Found], index: int) -> bool:
    listed = _are_alike(found[index - 1].kind, found[index].kind) and _side_by_side(found, index)
    return listed and _joint(low, found, index) == "list"


def _are_alike(one: str, other: str) -> bool:
    """Whether a comma makes alternatives of two kinds where "eller" follows."""
    return one == other == "skill" or {one, other} <= WAYS
