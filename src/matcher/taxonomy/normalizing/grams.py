"""Character n-grams of many phrases at once, as sparse rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKETS = 1 << 20
_EDGE = "\x01"


def grams(texts: Sequence[str], length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Hash every n-gram of every text; words are padded by one space on both sides.

    Parameters
    ----------
    texts : sequence of str
        Folded.
    length : int
        Characters in a gram.

    Returns
    -------
    rows, hashes : int64 arrays
        The text's place and the gram's bucket, in ``range(BUCKETS)``; a gram that occurs twice is there twice.
    """
    import numpy as np

    joined = _EDGE.join(f" {text} " for text in texts)
    if joined.count(_EDGE) != max(0, len(texts) - 1):
        joined = _EDGE.join(f" {text.replace(_EDGE, ' ')} " for text in texts)
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    edge = codes == ord(_EDGE)
    row_of = np.cumsum(edge)
    if len(codes) < length:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    size = len(codes) - length + 1
    hashed = np.zeros(size, dtype=np.uint64)
    whole = np.ones(size, dtype=bool)
    for offset in range(length):
        hashed = hashed * np.uint64(0x9E3779B97F4A7C15) + codes[offset : offset + size] * np.uint64(0xC2B2AE3D27D4EB4F)
        whole &= ~edge[offset : offset + size]
    hashed ^= hashed >> np.uint64(29)
    hashed *= np.uint64(0xBF58476D1CE4E5B9)
    buckets = (hashed >> np.uint64(64 - 20)).astype(np.int64)
    return row_of[:size][whole], buckets[whole]
