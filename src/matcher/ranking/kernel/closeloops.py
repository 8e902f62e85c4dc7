"""The few ads of a list in compiled loops. Importing this module imports numba."""

# ruff: noqa: ANN001, ANN202
# mypy: allow-untyped-defs, allow-untyped-calls

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from matcher.compiling import compiled
from matcher.ranking.groups import GroupRows
from matcher.ranking.kernel.kernel import Flags, Int8s, Int64s, Plan, Terms
from matcher.ranking.termrows import BLOCK, TermRows
from matcher.ranking.verdicts import MET
from matcher.readers.ads.duplicates import Codes

if TYPE_CHECKING:
    from matcher.readers.ads.duplicates import Hashes

_BLOCK, _MET = BLOCK, MET
_SIGNS, _PICTURES, _NO_PICTURES = 0x10000, 0x1F300, 0x1FB00
"""Signs of all alphabets in use; pictures and what follows them."""
_CRC = np.uint32(0xEDB88320)
"""The polynomial of CRC-32, its bits turned round."""


class CompiledClose:
    """The ads in compiled loops."""

    def __init__(self) -> None:
        self._plain_codes = Codes().of

    def unjudged(self, groups: GroupRows, ads: Int64s, known: Flags) -> Int64s:
        """Go through what they ask for, and take note of what has been seen."""
        found: Int64s = _unjudged(groups.first, groups.start, groups.demand, ads, known.copy())
        return found

    def by_kind(self, plan: Plan, ads: Int64s, codes: Int8s) -> tuple[Int64s, Int8s]:
        """Count what they ask for, kind by kind."""
        groups, most = plan.groups, plan.most
        parts, tier = np.zeros((len(ads), len(most)), np.int64), np.zeros(len(ads), np.int8)
        asked = groups.first, groups.kind, groups.must, groups.start, groups.demand
        _by_kind(*asked, plan.points, most, ads, codes, np.zeros(4, np.int64), parts, tier)
        return parts, tier

    def common(self, one: Hashes, other: Hashes) -> int:
        """Go through both at once."""
        return int(_common(one, other))

    def word_codes(self, text: str) -> Hashes:
        """Go through the text's bytes; alphabets that are not in use are left to the plain form."""
        data = np.frombuffer(text.casefold().encode("utf-8", "surrogatepass"), np.uint8)
        found = np.empty(len(data) // 2 + 1, np.uint64)
        n = int(_word_codes(data, *_tables(), found))
        return self._plain_codes(text) if n < 0 else found[:n]

    def dots(self, rows: TermRows, terms: Terms, ads: Int64s) -> Int64s:
        """Look for each ad among the rows that hold a term."""
        best = np.zeros(len(ads), np.int64)
        _dots(rows.start, rows.row, rows.value, terms.term, terms.value, terms.start, ads, best)
        return best


@lru_cache(maxsize=1)
def _tables() -> tuple[NDArray[np.bool_], NDArray[np.uint32]]:
    """Tell which signs are letters, and what CRC-32 makes of a byte."""
    letter = np.array([sign.isalnum() and not sign.isdecimal() for sign in map(chr, range(_SIGNS))], np.bool_)
    crc = np.arange(256, dtype=np.uint32)
    for _ in range(8):
        crc = np.where(crc & 1, crc >> np.uint32(1) ^ _CRC, crc >> np.uint32(1))
    return letter, crc


@compiled
def _word_codes(data, letter, crc, found):
    """Put the CRC-32 of each run of letters into ``found``; return how many there are, -1 for signs that are left."""
    n, at, code, inside = 0, 0, np.uint32(0), False
    while at < len(data):
        first, size = np.int64(data[at]), 1
        sign = first
        if first >= 0xF0:
            size, sign = 4, first & 7
        elif first >= 0xE0:
            size, sign = 3, first & 15
        elif first >= 0x80:
            size, sign = 2, first & 31
        for one in range(at + 1, at + size):
            sign = sign << 6 | data[one] & 63
        if sign >= len(letter) and not _PICTURES <= sign < _NO_PICTURES:
            return -1
        is_letter = sign < len(letter) and letter[sign]
        if is_letter:
            if not inside:
                code, inside = np.uint32(0xFFFFFFFF), True
            for one in range(at, at + size):
                code = crc[(code ^ data[one]) & 255] ^ code >> np.uint32(8)
        elif inside:
            found[n], inside = code ^ np.uint32(0xFFFFFFFF), False
            n += 1
        at += size
    if inside:
        found[n] = code ^ np.uint32(0xFFFFFFFF)
        n += 1
    return n


@compiled
def _unjudged(first, start, demand, ads, known):
    n = 0
    for ad in ads:
        n += start[first[ad + 1]] - start[first[ad]]
    found = np.empty(n, np.int64)
    n = 0
    for ad in ads:
        for at in range(start[first[ad]], start[first[ad + 1]]):
            one = demand[at]
            if not known[one]:
                known[one] = True
                found[n] = one
                n += 1
    return found[:n]


@compiled
def _by_kind(first, kind, must, start, demand, points, most, ads, codes, counts, parts, tier):
    for i in range(ads.size):
        group, last, worst = first[ads[i]], first[ads[i] + 1], _MET
        while group < last:
            # An ad's groups are in the order of their kinds.
            which, nice = kind[group], 0
            counts[:] = 0
            while group < last and kind[group] == which:
                code = 0
                for at in range(start[group], start[group + 1]):
                    code = max(code, codes[demand[at]])
                if must[group]:
                    counts[code] += 1
                    worst = min(worst, code)
                elif code == _MET:
                    nice += 1
                group += 1
            left, total = most[which], min(nice, most[which]) * points[which, 4]
            for code in range(4):
                counted = min(counts[code], left)
                left -= counted
                total += counted * points[which, code]
            parts[i, which] = total
        tier[i] = _MET - worst


@compiled
def _dots(start, row, value, term, weight, begin, ads, best):
    for i in range(ads.size):
        block, wanted = ads[i] // _BLOCK, ads[i] % _BLOCK
        for vector in range(begin.size - 1):
            total = 0
            for t in range(begin[vector], begin[vector + 1]):
                low, end = np.int64(start[block, term[t]]), np.int64(start[block, term[t] + 1])
                high = end
                while low < high:
                    middle = (low + high) >> 1
                    if row[middle] < wanted:
                        low = middle + 1
                    else:
                        high = middle
                if low < end and row[low] == wanted:
                    total += weight[t] * np.int64(value[low])
            best[i] = max(best[i], total)


@compiled
def _common(one, other):
    n, i, j = 0, 0, 0
    while i < one.size and j < other.size:
        a, b = one[i], other[j]
        n += a == b
        i += a <= b
        j += b <= a
    return n
