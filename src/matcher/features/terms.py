"""Text as weighted terms: words, and the beginnings and ends of long words, where Swedish compounds meet.

``undersköterskeutbildning`` shares its beginning with ``undersköterska`` and ``hotellstädare`` its end with
``städare``; both are found without a dictionary, a stemmer or anything fitted on the records at hand.

Weights come from a table of document frequencies that ships with the library (``term_weights.tsv``, made by
``benchmarks/term_weights.py``): a pair's score is then the same alone, in a batch, in both directions and on any day.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, repeat
from types import MappingProxyType

from matcher.taxonomy.facts.gendered import neutral
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.wordplaces import runs_of_letters
from matcher.taxonomy.wording import readable

# Two letters or more, or a letter with the signs that programming languages end in; no digits: they are phone numbers,
# dates and street numbers far more often than they are competences.
LONGEST_WORD = 40
"""Letters; of a longer run so many are a word, and so are the next."""
_WORD = re.compile(rf"[^\W\d_]{{2,{LONGEST_WORD}}}|[a-zA-Z](?:\+\+|#)(?!\w)")
AD_PRIOR = 50.0
"""Length that every ad's text is given besides its own, near that of a usual ad: short ads must not float up."""
TERMS = 120
"""Most terms of a text, so that long ones stay comparable."""
UNIT = 1024
"""Steps of a weight."""
PREFIX, SUFFIX = 5, 6
"""Letters of a word's beginning and end that count as terms of their own (chosen on the development judgments)."""


def words(text: str) -> list[str]:
    """Split a text into case-folded words, titles in the form that names women and men alike.

    Examples
    --------
    >>> words("Undersköterska med B-körkort, C++"), words("städerska")
    (['undersköterska', 'med', 'körkort', 'c++'], ['städare'])
    """
    return [neutral(word) for word in _spelled(text)]


def _spelled(text: str) -> list[str]:
    """Give words as they are spelled, cut at what is no letter: far faster than by a pattern, which few texts want."""
    low = readable(text).text.casefold()
    runs = runs_of_letters(low) if "+" not in low and "#" not in low else None
    if runs is None or max(map(len, runs), default=0) > LONGEST_WORD:
        return _WORD.findall(low)
    return [run for run in runs if len(run) > 1]


def terms_of_word(word: str) -> Iterator[str]:
    """Yield a word and, for long ones, its beginning (``^``) and end (``$``).

    Examples
    --------
    >>> list(terms_of_word("hotellstädare"))
    ['hotellstädare', '^hotel', '$tädare']
    """
    yield word
    if len(word) > PREFIX + 1:
        yield "^" + word[:PREFIX]
    if len(word) > SUFFIX + 2:
        yield "$" + word[-SUFFIX:]


def count_terms(texts: Iterable[str]) -> dict[str, int]:
    """Count the terms of several texts together.

    Examples
    --------
    >>> count_terms(["Kock, servitris", "kock"])
    {'kock': 2, 'servitör': 1, '^servi': 1}
    """
    counts: dict[str, int] = {}
    spelled = Counter(chain.from_iterable(map(_spelled, texts)))
    for terms, n in zip(map(terms_as_spelled, spelled), spelled.values(), strict=True):
        for term in terms:
            counts[term] = counts.get(term, 0) + n
    return counts


@lru_cache(maxsize=1 << 16)
def terms_as_spelled(word: str) -> tuple[str, ...]:
    """Give the terms of a word as a text spells it, in small letters.

    Examples
    --------
    >>> terms_as_spelled("servitris")
    ('servitör', '^servi')
    """
    return tuple(terms_of_word(neutral(word)))


class TermWeights:
    """Frozen inverse document frequencies.

    Parameters
    ----------
    frequencies : mapping of str to int
        Documents that hold the term. Terms that are absent count as held by ``floor`` documents.
    n_documents : int
    floor : int
        Frequency below which the table lists nothing; at least 1.

    Examples
    --------
    >>> weights = TermWeights({"och": 900, "kock": 30}, n_documents=1000, floor=5)
    >>> weights["och"] < weights["kock"] < weights["overlock"]
    True
    """

    def __init__(self, frequencies: Mapping[str, int], n_documents: int, floor: int) -> None:
        if n_documents < 1 or floor < 1:
            raise ValueError("n_documents and floor are at least 1")
        self.n_documents = n_documents
        self.floor = floor
        self.frequencies = MappingProxyType(dict(frequencies))
        self._rare = self._weight(floor - 1)
        self._weights = {term: self._weight(n) for term, n in self.frequencies.items()}

    def _weight(self, frequency: int) -> float:
        # Smoothed idf as in Robertson (2004), https://doi.org/10.1108/00220410410560582, kept above zero.
        return math.log((self.n_documents + 1) / (frequency + 1))

    def __getitem__(self, term: str) -> float:
        return self._weights.get(term, self._rare)

    def vector(self, counts: Mapping[str, int], limit: int = TERMS, prior: float = 0.0) -> dict[str, int]:
        """Weigh counted terms and scale them to unit length in steps of 1/1024.

        Parameters
        ----------
        counts : mapping of str to int
        limit : int
            Keep at most this many terms, the heaviest first (ties by term), so that long texts stay comparable.
        prior : float
            Length that a text is taken to have besides its own, so that an ad of one word does not look like a
            perfect fit for it; the length of a usual ad is about 60.

        Returns
        -------
        dict of str to int
            Term → weight in [1, 1024]; without a prior the squares sum to about 1024².

        Examples
        --------
        >>> TermWeights({}, 100, 1).vector({"kock": 1, "disk": 1})
        {'disk': 724, 'kock': 724}
        """
        log = math.log
        once = map(self._weights.get, counts, repeat(self._rare))
        weights = [w if n == 1 else (1.0 + log(n)) * w for w, n in zip(once, counts.values(), strict=True)]
        # Numbers sort far faster than pairs, and most pairs are left out.
        least = sorted(weights, reverse=True)[limit - 1] if len(weights) > limit else 0.0
        weighted = [(-w, term) for w, term in zip(weights, counts, strict=True) if w >= least]
        kept = sorted(weighted)[:limit]
        length = math.sqrt(math.fsum(w * w for w, _ in kept) + prior * prior)
        if length == 0.0:
            return {}
        scaled = ((term, round(-w / length * UNIT)) for w, term in kept)
        return {term: value for term, value in scaled if value > 0}


@lru_cache(maxsize=1)
def default_weights() -> TermWeights:
    """Return the table that ships with the library, read once."""
    head, *rows = read_lexicon("term_weights.tsv", "matcher.features")
    return TermWeights({term: int(n) for term, n in rows}, n_documents=int(head[0]), floor=int(head[1]))
