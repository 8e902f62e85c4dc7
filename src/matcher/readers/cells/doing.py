"""Work told by what was done: "städade på hotell", "drove a taxi" name who does that for a living."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_LONGEST = 2000
# What is done at home, for nobody's pay, is no job.
_AT_HOME = re.compile(
    r"(?<!\w)(?:hemma|hushåll\w*|familj\w*|släkt\w*|granna\w*|barnbarn\w*|utan lön|oavlöna\w*|fritid\w*|på egen hand"
    r"|åt (?:vänner|bekanta)|förening\w*|ideell\w*|at home|household|famil(?:y|ies)|neighbou?rs?|unpaid|friends|hobby"
    r"|spare time|voluntary|volunt\w*)(?!\w)",
    re.IGNORECASE,
)


@cache
def _verbs() -> tuple[tuple[re.Pattern[str], str], ...]:
    from importlib.resources import files

    rows = files("matcher.readers.cells").joinpath("doing.tsv").read_text("utf-8").splitlines()[1:]
    found = (row.split("\t") for row in rows)
    # Who did it may stand between any two of the words: "körde hon taxi".
    spread = ((verb.replace(" ", rf"(?: {_WHO})? "), worker) for verb, worker in found)
    return tuple((re.compile(rf"(?<!\w)(?:{verb})(?!\w)", re.IGNORECASE), worker) for verb, worker in spread)


_WHO = "(?:jag|hon|han|hen|deltagaren|personen|kandidaten|i|she|he|they)"


def find_doing(text: str) -> Iterator[tuple[int, int, str]]:
    """Find what was done for a living in a sentence.

    Parameters
    ----------
    text : str
        Its first 2,000 characters are searched.

    Yields
    ------
    (int, int, str)
        Where the words stand, and who works so; of two that overlap the one told more closely, and nothing where the
        sentence tells of a home, a family or a hobby.

    Examples
    --------
    >>> [worker for *_, worker in find_doing("Först städade jag på hotell, sedan körde jag taxi.")]
    ['hotellstädare', 'taxiförare']
    >>> list(find_doing("Har lagat mat hemma i tjugo år."))
    []
    """
    if _AT_HOME.search(text[:_LONGEST]):
        return
    taken: list[tuple[int, int]] = []
    for pattern, worker in _verbs():
        for match in pattern.finditer(text[:_LONGEST]):
            if all(match.end() <= start or end <= match.start() for start, end in taken):
                taken.append(match.span())
                yield (*match.span(), worker)
