"""Professions that only somebody with a Swedish licence (or a protected title) may practise, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from matcher.taxonomy.scanning.phrasebook import Lexicon, lowered
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.wording import readable

PROTECTED_TITLES = frozenset({"undersköterska"})
"""Titles that a person with schooling in the field can be given on application, while the work itself is open (the
Swedish rule for assistant nurses since 2023-07-01)."""

_ALSO = {
    "barnmorska": frozenset({"sjuksköterska"}),
    "sjukgymnast": frozenset({"fysioterapeut"}),
    "fysioterapeut": frozenset({"sjukgymnast"}),
}
"""Licences that one licence brings with it: midwives are nurses first, physiotherapists changed their name in 2014."""


def profession_phrases() -> Lexicon:
    """Lexicon ``professions``: canonical Swedish label → titles, forms, everyday words (``professions.tsv``).

    Examples
    --------
    >>> profession_phrases().name
    'professions'
    """
    return Lexicon.load("professions", "matcher.taxonomy.lexicon")


@cache
def _scanner() -> Scanner:
    return Scanner([profession_phrases()])


def find_professions(text: str) -> list[tuple[int, int, str]]:
    """Find titles of regulated professions in a text, whether a licence is spoken of or not.

    Parameters
    ----------
    text : str
        Any text; offsets are those of its readable form.

    Returns
    -------
    list of (start, end, label)
        In order of place, without overlaps; the label is the canonical Swedish one.

    Examples
    --------
    >>> find_professions("Leg. SSK eller barnmorska")
    [(5, 8, 'sjuksköterska'), (15, 25, 'barnmorska')]
    """
    low = lowered(readable(text).text)
    marks = _scanner().marks("professions", low)
    return [(mark.start, mark.end, mark.label) for mark in marks]


@lru_cache(maxsize=4096)
def is_licence_for(held: str, asked: str) -> bool | None:
    """Tell whether a licence for one profession is one for another; ``None`` where either is not known.

    Examples
    --------
    >>> is_licence_for("distriktssköterska", "sjuksköterska"), is_licence_for("tandläkare", "läkare")
    (True, False)
    >>> is_licence_for("barnmorska", "sjuksköterska"), is_licence_for("sjuksköterska", "barnmorska")
    (True, False)
    """
    have, wanted = ({label for *_, label in find_professions(text)} for text in (held, asked))
    if not have or not wanted:
        return None
    return any(wanted & (_ALSO.get(label, frozenset()) | {label}) for label in have)


@cache
def authorities() -> Mapping[str, str]:
    """Name the authority that licenses each profession, by canonical label.

    Examples
    --------
    >>> authorities()["lärare"]
    'Skolverket'
    """
    return MappingProxyType({phrase.label: phrase.more[0] for phrase in profession_phrases().phrases})
