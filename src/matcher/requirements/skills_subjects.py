"""School subjects, which are skills where a teacher of them is sought; ``lexicon/skills_edges.tsv`` lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from matcher.requirements.skills_clause import Candidate
from matcher.requirements.skills_words import edge_words


@cache
def _subject() -> re.Pattern[str]:
    """Pattern of one subject in a list of them, with what joins it to the one before."""
    any_of = "|".join(map(re.escape, sorted(edge_words()["subject"], key=len, reverse=True)))
    return re.compile(rf"\s?(?:,|/|\(|och|eller|samt|and|or|&|\s)*({any_of})(?![\w-])")


def taught(low: str, start: int, end: int) -> Iterator[Candidate]:
    """Subjects behind "lärare i": "matematik, NO och teknik".

    Examples
    --------
    >>> low = "lärare i matematik, no och teknik till vår skola"
    >>> [found.label for found in taught(low, 8, len(low))]
    ['matematik', 'no', 'teknik']
    """
    place = start
    while found := _subject().match(low, place, end):
        yield Candidate(found.start(1), found.end(1), found[1], "teach", exact=True)
        place = found.end()
