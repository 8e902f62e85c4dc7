"""School subjects, which are skills where a teacher of them is sought; ``lexicon/skills_edges.tsv`` lists them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from matcher.requirements.skills.clause import Candidate
from matcher.requirements.skills.words import edge_words

_JOINT = r"(?:,|/|\(|och|eller|samt|and|or|&|\s)"
# "Lärare musik", "Lärare mot fritidshem med inriktning idrott och hälsa"
_SOUGHT = re.compile(r"(?<!modersmåls)lärare (?:(?:mot|till|i) fritidshem )?(?:med )?(?:inriktning (?:mot )?)?(?=\w)")
_OF_A_LANGUAGE = re.compile(r"modersmålslärare(?: i| på| för)?\s?$")
_LANGUAGE = "ska"  # "spanska" is "spansklärare" too


@cache
def _labels() -> Mapping[str, str]:
    """Wordings of the subjects, with the name of those that are short for one ("sv=svenska")."""
    return {word: name or word for word, _, name in (entry.partition("=") for entry in edge_words()["subject"])}


def _any_of(words: set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _subject() -> re.Pattern[str]:
    """Pattern of one subject in a list of them, with what joins it to the one before."""
    return re.compile(rf"\s?{_JOINT}*({_any_of({*_labels()})})(?![\w-])")


@cache
def _fused() -> re.Pattern[str]:
    """Pattern of a subject before "lärare" in one word, and of one joined to it: "sfi- och sva-lärare"."""
    stems = {word[:-1] for word in _labels() if word.endswith(_LANGUAGE)} | {*_labels()}
    one = _any_of(stems - {"modersmål"})  # which language it is stands beside it
    return re.compile(rf"(?<!\w)(?:({one})-?\s?(?:och|&|/|and)\s?)?({one})-?s?lärare")


def taught(low: str, start: int, end: int) -> Iterator[Candidate]:
    """Subjects behind "lärare i": "matematik, NO och teknik".

    Examples
    --------
    >>> low = "lärare i matematik, no och tk till vår skola"
    >>> [found.label for found in taught(low, 8, len(low))]
    ['matematik', 'no', 'teknik']
    """
    if _OF_A_LANGUAGE.search(low, max(0, start - 24), start):
        return  # whose mother tongue that is, not who has studied it
    place = start
    while found := _subject().match(low, place, end):
        yield _candidate(found, 1, found[1])
        place = found.end()


def titled(low: str, start: int, end: int) -> Iterator[Candidate]:
    """Subjects of a headline beside "lärare" or in one word with it.

    Examples
    --------
    >>> for low in ("lärare musik och bild", "sfi- och sva-lärare", "spansklärare"):
    ...     print([found.label for found in titled(low, 0, len(low))])
    ['musik', 'bild']
    ['sfi', 'sva']
    ['spanska']
    """
    if low.find("lärare", start, end) < 0:
        return
    for sought in _SOUGHT.finditer(low, start, end):
        yield from taught(low, sought.end(), end)
    for found in _fused().finditer(low, start, end):
        for group in (1, 2):
            if found[group]:
                yield _candidate(found, group, found[group] if found[group] in _labels() else found[group] + "a")


def _candidate(found: re.Match[str], group: int, word: str) -> Candidate:
    return Candidate(found.start(group), found.end(group), _labels()[word], "teach", exact=True)
