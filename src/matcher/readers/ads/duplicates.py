"""One job advertised several times: the same text from several agencies, or the same employer once more.

Texts are compared as sets of overlapping word groups (shingles; Broder 1997) and found through the smallest hash in
each of 63 parts of the hash space (one-permutation hashing; Li, Owen, Zhang 2012), so the time grows with the length of
all texts together and not with the number of pairs.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel, ConfigDict

from matcher.patterns import late
from matcher.records.ad import OccupationRef
from matcher.taxonomy.scanning.wordplaces import runs_of_letters
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from matcher.records import JobAd

    Hashes = NDArray[Any]

LIKE = 0.6
"""Least share of common word groups (Jaccard) of two texts that are one job: an agency's own paragraph around a shared
text leaves 0.6 to 0.9 (measured on a thousand real ads)."""
SURE = 0.8
"""Least share where the headlines differ and only employers of different names and one occupation speak for it."""
SAME_TITLE = 0.8
"""Least share of common words of two employers' headlines that say the same. One employer's headlines must be equal,
for its template filled in for two jobs has nearly equal texts ("Lärare i spanska", "Lärare i tyska")."""
MIN_WORDS = 25
"""A text of fewer words says too little: such ads are one job only if text, headline and employer are equal."""
_GROUP = 3
_PARTS = 63
_BAND = 3
_KNOWN = 8
"""Different jobs that one band may hold; more are not compared, which keeps stock phrases from costing a square."""
_WORD = late(r"[^\W\d_]+")


class Codes(dict[str, int]):
    """Numbers of words, the same in every process, remembered for further texts.

    Examples
    --------
    >>> codes = Codes()
    >>> codes["kock"], len(codes)
    (442016695, 1)
    """

    def __missing__(self, word: str) -> int:
        code = self[word] = zlib.crc32(word.encode("utf-8", "surrogatepass"))
        return code

    def of(self, text: str) -> Hashes:
        """Return the numbers of a text's words, shape ``(n_words,)``."""
        import numpy as np

        words = words_compared(text)
        return np.array(itemgetter(*words)(self) if len(words) > 1 else [self[word] for word in words], np.uint64)


class Advert(NamedTuple):
    """What of an ad tells which others advertise the same job.

    Attributes
    ----------
    id, where, employer, occupation : str
    title : frozenset of str
    short : tuple of str
        All of a text that is too short to be compared by its word groups, else empty.
    shingles : array of uint64, shape (n_groups,)
        Hashes of its word groups, none of a short text.
    bands : tuple of bytes
        What texts about one place that may be alike share one of.
    """

    id: str
    where: str
    title: frozenset[str]
    employer: str
    occupation: str
    short: tuple[str, ...]
    shingles: Hashes
    bands: tuple[bytes, ...] = ()


class _Seen(NamedTuple):
    place: int
    ad: Advert


def duplicates(ads: Iterable[JobAd]) -> tuple[tuple[str, ...], ...]:
    """Group the ads that advertise one job.

    Two ads are one job if they are about the same municipality, their texts have most of their word groups in common
    (:data:`LIKE`), and their headlines say the same; where two employers differ, one occupation and nearly equal texts
    (:data:`SURE`) will do, since agencies write headlines of their own. Numbers, dates and layout do not count. Time is
    linear in the length of the texts.

    Parameters
    ----------
    ads : iterable of JobAd

    Returns
    -------
    tuple of tuple of str
        Ids of each group of two ads or more: in a group in the order given, groups by their first ad.

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> text = "Vi söker dig som vill städa kontor i centrala Täby. " * 4
    >>> ads = [JobAd(id="1", text=text), JobAd(id="2", text=f"{text}Ring 2."), JobAd(id="3", text="Kock sökes.")]
    >>> duplicates(ads)
    (('1', '2'),)
    """
    codes = Codes()
    return _one_job_each(advert(ad, codes.of) for ad in ads)


class Compared(BaseModel):
    """What of an ad is compared, with the fields' names and meanings of :class:`~matcher.records.JobAd`.

    Who reads no more of a record than this is spared its requirements.

    Examples
    --------
    >>> Compared.model_validate({"id": "a1", "headline": "Kock", "requirements": []}).headline
    'Kock'
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    headline: str = ""
    text: str = ""
    occupation: OccupationRef = OccupationRef()
    employer: str | None = None
    municipality: str | None = None
    municipality_code: str | None = None


def advert(ad: JobAd | Compared, codes: Callable[[str], Hashes]) -> Advert:
    """Return what of an ad is compared; ``codes`` gives the numbers of a text's words, as :meth:`Codes.of` does."""
    import numpy as np

    where, employer = ad.municipality_code or ad.municipality or "", fold(ad.employer or "")
    words = codes(ad.text)
    if len(words) < MIN_WORDS:
        short = fold(ad.headline), *words_compared(ad.text)
        return Advert(ad.id, where, frozenset(), employer, "", short, np.zeros(0, np.uint64))
    title = frozenset(words_compared(ad.headline))
    occupation = (ad.occupation.concept or ad.occupation.label or "").casefold()
    shingles = _shingles(words)
    place = where.encode("utf-8", "surrogatepass")
    return Advert(ad.id, where, title, employer, occupation, (), shingles, tuple(b + place for b in _bands(shingles)))


def _one_job_each(adverts: Iterable[Advert]) -> tuple[tuple[str, ...], ...]:
    ids: list[str] = []
    first: list[int] = []
    short: dict[tuple[str, ...], int] = {}
    bands: dict[bytes, list[_Seen]] = {}
    for place, ad in enumerate(adverts):
        ids.append(ad.id)
        if ad.short:
            first.append(short.setdefault((ad.where, ad.employer, *ad.short), place))
        else:
            first.append(_leader(_Seen(place, ad), bands))
    groups: dict[int, list[str]] = {}
    for place, leader in enumerate(first):
        groups.setdefault(leader, []).append(ids[place])
    return tuple(tuple(group) for _, group in sorted(groups.items()) if len(group) > 1)


def words_compared(text: str) -> list[str]:
    """Cut a text at what is no letter, far faster than by a pattern, which few texts want.

    Examples
    --------
    >>> words_compared("Kock, 3 år")
    ['kock', 'år']
    """
    low = text.casefold()
    runs = runs_of_letters(low)
    return _WORD.findall(low) if runs is None else runs


def _shingles(row: Hashes) -> Hashes:
    """Hashes of the groups of neighbouring words, sorted, each once; the same in every process."""
    import numpy as np

    mixed = np.zeros(len(row) - _GROUP + 1, np.uint64)
    for offset in range(_GROUP):
        mixed = (mixed + row[offset : offset + len(mixed)]) * np.uint64(0x9E3779B97F4A7C15)
        # The finish of splitmix64: every bit of a word moves every bit of the hash.
        mixed ^= mixed >> np.uint64(29)
        mixed *= np.uint64(0xBF58476D1CE4E5B9)
        mixed ^= mixed >> np.uint64(32)
    mixed.sort()
    once: Hashes = mixed[np.concatenate([[True], mixed[1:] != mixed[:-1]])]
    return once


def _bands(shingles: Hashes) -> list[bytes]:
    """Smallest hash in each part of the hash space, three at a time: texts that share such a band may be alike."""
    import numpy as np

    edges = np.arange(_PARTS, dtype=np.uint64) * np.uint64((1 << 64) // _PARTS)
    # An empty part takes the next one's smallest hash.
    least = shingles[np.minimum(np.searchsorted(shingles, edges), len(shingles) - 1)]
    return [row.tobytes() for row in least.reshape(-1, _BAND)]


def _leader(me: _Seen, bands: dict[bytes, list[_Seen]]) -> int:
    """Place of the first ad of the job that an ad advertises: its own if no earlier one does."""
    compared: set[int] = set()
    for key in me.ad.bands:
        for other in bands.get(key, ()):
            if other.place not in compared and _is_like(me.ad, other.ad, n_common):
                return other.place
            compared.add(other.place)
    for key in me.ad.bands:
        held = bands.setdefault(key, [])
        if len(held) < _KNOWN:
            held.append(me)
    return me.place


def is_one_job(one: Advert, other: Advert, common: Callable[[Hashes, Hashes], int] | None = None) -> bool:
    """Whether two ads of one place advertise the same job, as :func:`duplicates` has it.

    Parameters
    ----------
    one, other : Advert
    common : callable, optional
        A faster :func:`n_common`.
    """
    if one.short or other.short:
        return one.short == other.short and one.employer == other.employer
    return not set(one.bands).isdisjoint(other.bands) and _is_like(one, other, common or n_common)


def _is_like(one: Advert, other: Advert, common: Callable[[Hashes, Hashes], int]) -> bool:
    if not (one.employer and other.employer and one.employer != other.employer):
        titled, likely = one.title == other.title, False
    else:
        titled = len(one.title & other.title) >= SAME_TITLE * len(one.title | other.title)
        likely = bool(one.occupation) and one.occupation == other.occupation
    if not (titled or likely):
        return False
    share, (fewer, more) = LIKE if titled else SURE, sorted((len(one.shingles), len(other.shingles)))
    if fewer < share * more:
        return False
    n = common(one.shingles, other.shingles)
    return n >= share * (fewer + more - n)


def n_common(one: Hashes, other: Hashes) -> int:
    """Count what two arrays share, each of which holds nothing twice.

    Examples
    --------
    >>> import numpy as np
    >>> n_common(np.array([1, 4, 7]), np.array([0, 1, 7, 8]))
    2
    """
    import numpy as np

    both = np.concatenate([one, other])
    both.sort()
    return int(np.count_nonzero(both[1:] == both[:-1]))
