"""Lists of which all is asked for: "erfarenhet av inköp, lagerstyrning och transportplanering" is three experiences."""

from __future__ import annotations

import re

_LISTED = re.compile(
    r"(?P<first>[^,;:()]+)(?P<more>(?:, (?!och |samt |and )[^,;:()]+)+?),? (?:och|samt|and|&) (?P<last>[^,;:()]+)"
)
_ITEM = re.compile(r", ([^,]+)")
_LONGEST = 3  # words of one thing
_FEWEST = 3
# "Stora, komplexa och internationella projekt", "large, global and complex projects": one kind of thing
_QUALITY = re.compile(r"(?:\w+(?:a|iskt|igt|al|ic|ive|ous|able|ed)|large|small|global|big)")
# "Planning, leading and following up projects": what is done, with one object
_DOING = re.compile(r"\w+ing(?: |$)")
# "Service, underhåll och reparation av maskiner", "ledarskap inom analys, insikt och BI": of one thing
_WITHIN = re.compile(r"(?<!\w)(?:av|inom|i|på|med|till|för|från|kring|of|in|for|with|within|to|from|on)(?!\w)")
_AND_OTHER = re.compile(r"(?:annat|annan|andra|övrigt|övriga|other) ")


def all_of(low: str, start: int, end: int) -> list[tuple[int, int]]:
    """Parts of a list that commas and an "och" join, each of them a few words; empty where it is no such list.

    Two that "och" joins are one experience ("slipning och lackering"), and so is whatever shares a word.

    Parameters
    ----------
    low : str
        Text in lower case.
    start, end : int
        What the experience is of.

    Returns
    -------
    list of (int, int)

    Examples
    --------
    >>> low = "inköp, lagerstyrning och transport"
    >>> [low[a:b] for a, b in all_of(low, 0, len(low))]
    ['inköp', 'lagerstyrning', 'transport']
    >>> all_of("slipning och lackering", 0, 22), all_of("stora, komplexa och nya projekt", 0, 31)
    ([], [])
    """
    if low.endswith("att ", 0, start) or (listed := _LISTED.fullmatch(low, start, end)) is None:
        return []
    spans = [listed.span("first")]
    spans += [item.span(1) for item in _ITEM.finditer(low, *listed.span("more"))]
    spans.append(listed.span("last"))
    if len(spans) < _FEWEST or any(low.count(" ", *span) >= _LONGEST for span in spans[:-1]):
        return []
    if any(_QUALITY.fullmatch(low, *span) or _WITHIN.search(low, *span) for span in spans[:-1]):
        return []
    if all(_DOING.match(low, *span) for span in spans):
        return []
    last = spans[-1]
    shared = not _AND_OTHER.match(low, *last) and (
        _WITHIN.search(low, *last) is not None or low.count(" ", *last) >= _LONGEST
    )
    return [] if shared else spans
