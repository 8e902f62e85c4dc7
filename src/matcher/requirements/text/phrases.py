"""What a phrase says of what it heads or remarks on, where no cue and no rule does: by learned weights of its words.

Nobody can list the ways to say that something is welcome, needless or a condition ("det gör oss lyckliga", "sköter vi
åt dig"), but the parts of words that say so come again. The weights are those of a logistic regression
(``lexicon/phrases_weights.json``); ``python -m matcher.requirements.train --phrases`` makes them. A phrase is asked
about only where the rules would have fallen back on "it is demanded".
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from matcher.records import Necessity

Place = Literal["head", "beside"]
"""Whether a phrase stands before what it speaks of, as headings do, or behind it."""

SAYS: tuple[Necessity, ...] = ("must", "nice", "not_required")
"""What a phrase can say; the weights of a sign are in this order, and its last says that it says none."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_MOST_WORDS, _LONG, _STEM, _PART, _MOST = 14, 5, 5, 4, 6
EDGES = " :?!….,;()=–—-"
"""Signs at the ends of a phrase that say nothing."""


class Phrase(NamedTuple):
    """Words beside what is asked for, and where they stand."""

    words: str
    place: Place


def signs(phrase: Phrase) -> frozenset[str]:
    """Signs of a phrase: its words, their stems and parts, which stand together, and where it stands.

    Parameters
    ----------
    phrase : Phrase
        In lower case.

    Returns
    -------
    frozenset of str

    Examples
    --------
    >>> sorted(signs(Phrase("är kul", "beside")))
    ['< är', '>', 'beside', 'kul', 'kul >', 'words2', 'är', 'är kul']
    """
    words = _WORD.findall(phrase.words)[:_MOST_WORDS]
    found = {phrase.place, f"words{min(len(words), _MOST)}", ">", *words}
    found.update(f"{before} {word}" for before, word in zip(["<", *words], [*words, ">"], strict=True))
    for word in words:
        if len(word) > _LONG:
            found.add(f"{word[:_STEM]}-")
        if len(word) >= _PART:
            whole = f"<{word}>"
            found.update(f"-{whole[at : at + _PART]}-" for at in range(len(whole) - _PART + 1))
    return frozenset(found)


class _Weights(NamedTuple):
    """Hundredths for each that a phrase can say, and for saying nothing."""

    bias: tuple[int, ...]
    of: dict[str, tuple[int, ...]]


@cache
def _weights() -> _Weights:
    text = resources.files("matcher.requirements.lexicon").joinpath("phrases_weights.json").read_text(encoding="utf-8")
    record = json.loads(text)
    of = {sign: tuple(map(int, each.split())) for sign, each in record["weights"].items()}
    return _Weights(tuple(map(int, record["bias"].split())), of)


def says(phrase: Phrase, lead: int) -> Necessity | None:
    """Tell what a phrase says of the strength of something.

    Parameters
    ----------
    phrase : Phrase
        In lower case.
    lead : int
        By how many hundredths it must be ahead of everything else that it could say, nothing included.

    Returns
    -------
    str or None

    Examples
    --------
    >>> says(Phrase("det gör oss överlyckliga", "beside"), 100), says(Phrase("står på gården", "beside"), 100)
    ('nice', None)
    """
    words = phrase.words.strip(EDGES)
    if not _WORD.search(words):
        return None
    bias, of = _weights()
    sums = list(bias)
    for sign in signs(Phrase(words, phrase.place)):
        if sign in of:
            sums = [left + right for left, right in zip(sums, of[sign], strict=True)]
    best = max(range(len(sums)), key=sums.__getitem__)
    ahead = sums[best] - max(points for other, points in enumerate(sums) if other != best)
    return SAYS[best] if best < len(SAYS) and ahead >= lead else None
