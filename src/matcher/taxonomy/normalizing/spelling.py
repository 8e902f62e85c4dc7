"""Misspelt words: the word of the labels that is one slip away, found through a table of one-letter deletions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.wordforms import plain

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Ints = NDArray[np.int64]

SAME_LETTERS, ONE_SLIP, FIRST_LETTER = 0.96, 0.9, 0.75
"""What a word is worth that differs by the marks of its letters only, by one slip, by one at its first letter."""

_SHORTEST, _LONGEST = 4, 40
_BASE = 0x9E3779B97F4A7C15


class Speller:
    """Finds the known word that an unknown one is a slip of.

    Words are compared without the marks of their letters. Two words that are one insertion, deletion, substitution or
    swap apart share a form with at most one letter left out of each; those forms are hashed and sorted.

    Parameters
    ----------
    words : iterable of str
        Known words, lower case.

    Examples
    --------
    >>> speller = Speller(["målare", "kock", "undersköterska"])
    >>> speller.corrected(["malare", "kokk", "underskötreska", "jurist", "kock"])
    {'malare': ('målare', 0.96), 'kokk': ('kock', 0.9), 'underskötreska': ('undersköterska', 0.9)}
    """

    def __init__(self, words: Iterable[str]) -> None:
        import numpy as np

        self._words = sorted(word for word in set(words) if _SHORTEST <= len(word) <= _LONGEST)
        self._known = frozenset(self._words)
        self._plain = [plain(word) for word in self._words]
        numbers, hashes = _deletions(self._plain)
        order = np.argsort(hashes, kind="stable")
        self._numbers, self._hashes = numbers[order], hashes[order]

    def corrected(self, words: Sequence[str]) -> Mapping[str, tuple[str, float]]:
        """Known word and weight for each of the words that is unknown and one slip away from it."""
        import numpy as np
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cpdist

        asked = [word for word in words if word not in self._known and _SHORTEST <= len(word) <= _LONGEST]
        if not asked or not self._words:
            return {}
        plains = [plain(word) for word in asked]
        rows, hashes = _deletions(plains)
        # Most forms are those of no word; in their order the search for each begins where the last one ended.
        order = np.argsort(hashes)
        rows, hashes = rows[order], hashes[order]
        first = np.searchsorted(self._hashes[:-1], hashes)
        met = self._hashes[first] == hashes
        if not met.any():
            return {}
        rows, hashes, first = rows[met], hashes[met], first[met]
        length = np.searchsorted(self._hashes, hashes, side="right") - first
        ends = np.cumsum(length)
        place = np.arange(ends[-1]) + np.repeat(first - (ends - length), length)
        pairs = np.unique(np.repeat(rows, length) * len(self._words) + self._numbers[place])
        rows, numbers = np.divmod(pairs, len(self._words))
        slips = cpdist(
            [plains[row] for row in rows.tolist()],
            [self._plain[number] for number in numbers.tolist()],
            scorer=OSA.distance,
            score_cutoff=1,
            dtype=np.uint8,
        )
        best: dict[str, tuple[int, int, int]] = {}
        near = slips <= 1
        for row, number, slip in zip(rows[near].tolist(), numbers[near].tolist(), slips[near].tolist(), strict=True):
            word = asked[row]
            found = (slip, OSA.distance(word, self._words[number]), number)
            best[word] = min(best.get(word, found), found)
        right = {word: self._words[best[word][2]] for word in asked if word in best}
        return {
            word: (known, SAME_LETTERS if not best[word][0] else ONE_SLIP if word[0] == known[0] else FIRST_LETTER)
            for word, known in right.items()
        }


def _deletions(words: Sequence[str]) -> tuple[Ints, Hashes]:
    """Hash each word, and each word without one of its letters; the word's place beside."""
    import numpy as np

    n = len(words)
    if not n:
        return np.zeros(0, np.int64), np.zeros(0, np.uint64)
    letters = np.array(words, dtype=f"U{_LONGEST}").view(np.uint32).reshape(n, _LONGEST).astype(np.uint64)
    lengths = np.array([len(word) for word in words])
    base = np.uint64(_BASE)
    powers = np.cumprod(np.full(_LONGEST + 1, base, dtype=np.uint64)) * np.uint64(pow(_BASE, -1, 1 << 64))
    before = np.zeros((n, _LONGEST + 1), dtype=np.uint64)
    for at in range(_LONGEST):
        before[:, at + 1] = before[:, at] * base + letters[:, at]
    whole = before[np.arange(n), lengths]
    row, left_out = np.nonzero(np.arange(_LONGEST) < lengths[:, None])
    behind = powers[lengths[row] - 1 - left_out]
    without = before[row, left_out] * behind + whole[row] - before[row, left_out + 1] * behind
    return np.concatenate([np.arange(n), row]), np.concatenate([whole, without])
