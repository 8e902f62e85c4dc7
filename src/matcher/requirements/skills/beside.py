"""Skills told by a word beside them or fused with them: "juridiska kunskaper", "strong SQL skills", "växtkännedom"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.skills.clause import Candidate, Clause
from matcher.requirements.skills.items import items
from matcher.requirements.skills.words import FIELDS, FUSING, POSTPOSED, StopWords, ending_classes

_OF = frozenset("i om inom av kring på för från med in of about within on with".split())
_ADJECTIVE = re.compile(r"\w{3,}(?:isk|iska|iskt|tala|tal|ella|ell|ell[at]|ära|är|iva|iv|ga|ig|al|ical|ed)")
_HAVING = frozenset("have has had having with ha har hade med".split())  # "a chef and have experience"
_SHORTEST_STEM = 3
_POSTPOSED_REACH = 4  # words


def qualified(clause: Clause) -> Iterator[Candidate]:
    """Fields that an adjective names: "juridiska kunskaper", "digital kompetens"."""
    classes = StopWords.load().classes
    starts, words = clause.words
    for place, word in enumerate(words):
        if word not in FIELDS or not place:
            continue
        before = words[place - 1]
        follows = words[place + 1] if place + 1 < len(words) else ""
        if follows not in _OF and _ADJECTIVE.fullmatch(before) and not classes(before):
            start, end = starts[place - 1], starts[place] + len(word)
            yield Candidate(start, end, clause.low[start:end], "quality", signs=ending_classes(before))


def postposed(clause: Clause) -> Iterator[Candidate]:
    """Skills that stand before what introduces them: "strong SQL skills"."""
    starts, words = clause.words
    for place, word in enumerate(words):
        if word in POSTPOSED and place and words[place - 1] not in _HAVING:
            for item in items(clause.low, starts[max(0, place - _POSTPOSED_REACH)], starts[place]):
                candidate = clause.judged(item, "post")
                if candidate and (candidate.topic or candidate.signs):
                    yield candidate


def _compounds(clause: Clause) -> Iterator[tuple[int, str]]:
    """Words fused with what introduces a skill, such as "växtkännedom", by place, and their first part."""
    for place, word in enumerate(clause.words.words):
        if word.endswith(FUSING) and word not in FUSING:
            end = next(end for end in FUSING if word.endswith(end))
            yield place, word[: -len(end)].rstrip("-")


def tools_fused(clause: Clause) -> Iterator[Candidate]:
    """Tools in a compound: "CAD-kunskaper", "excelkunskaper"."""
    for place, stem in _compounds(clause):
        start = clause.words.starts[place]
        tool = clause.name_of(start, stem)
        joined = clause.name_of(start, stem[:-1]) if tool is None and stem.endswith("s") else None
        if joined and joined.topic != "cleaning":
            tool = joined  # "bokslutsvana"; "fönsterputsvana" is had by working
        if tool:
            yield clause.of_term(tool, "compound")


def fused(clause: Clause) -> Iterator[Candidate]:
    """Other compounds, as wholes."""
    classes = StopWords.load().classes
    for place, stem in _compounds(clause):
        word = clause.words.words[place]
        if len(stem) >= _SHORTEST_STEM and not classes(word) and not classes(stem):
            start, end = clause.words.starts[place], clause.words.end(place)
            yield Candidate(start, end, word, "compound", signs=clause.measured(place))
