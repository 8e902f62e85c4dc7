"""How far the words of a short label are found in another text: exact, inflected, or as part of a compound."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from matcher.features.terms import default_weights, words

# Words that name the asking, not the thing asked for; they would let "arbete inom x" meet every job.
_GENERIC = frozenset(
    "arbete arbeta arbetat arbetslivserfarenhet erfarenhet erfarenheter liknande motsvarande annan andra inom från med "
    "som och eller av för till den det en ett på samt olika tidigare relevant relevanta område områden yrket yrke "
    "roll rollen tjänst uppgifter arbetsuppgifter kunskap kunskaper kompetens god goda grundläggande svensk svenska "
    "utbildning utbildad examen bransch branschen typ "
    "work experience similar other and or of in with for the a an as from to relevant role field area knowledge skills "
    "basic good education degree".split()
)


@lru_cache(maxsize=65536)
def content_words(text: str) -> tuple[str, ...]:
    """Return the distinct words of a text that carry meaning, in order.

    Examples
    --------
    >>> content_words("erfarenhet av arbete som kock")
    ('kock',)
    """
    return tuple(dict.fromkeys(w for w in words(text) if w not in _GENERIC and len(w) > 1))


@lru_cache(maxsize=262144)
def word_likeness(a: str, b: str) -> float:
    """Likeness of two words in [0, 1]: equal, inflected or derived, head or first part of a compound.

    Examples
    --------
    >>> word_likeness("städare", "hotellstädare") > word_likeness("städare", "stämma")
    True
    """
    if a == b:
        return 1.0
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) >= 4 and long.startswith(short):
        return 0.9 if len(long) - len(short) <= 3 else 0.8
    if len(short) >= 5 and long.endswith(short):
        return 0.8
    common = _shared_prefix(short, long)
    if common >= 5 and common >= 0.7 * len(short):
        return 0.8
    if len(short) >= 8 and short[-7:] == long[-7:]:
        return 0.6
    return 0.0


def _shared_prefix(a: str, b: str) -> int:
    n = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        n += 1
    return n


def coverage(label: str, held: Collection[str]) -> float:
    """Share of a label's meaning that is found among words held, in [0, 1]; rare words weigh more.

    Parameters
    ----------
    label : str
        What is asked for.
    held : collection of str
        Words as :func:`content_words` gives them.

    Returns
    -------
    float
        0 for a label without content words.

    Examples
    --------
    >>> coverage("golvvård på kontor", content_words("golvvård"))  # doctest: +ELLIPSIS
    0.6...
    """
    asked = content_words(label)
    if not asked or not held:
        return 0.0
    weights = default_weights()
    total = found = 0.0
    for word in asked:
        weight = weights[word]
        total += weight
        found += weight * max(word_likeness(word, other) for other in held)
    return found / total if total else 0.0
