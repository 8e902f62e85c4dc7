"""Countries: the names, adjectives and codes that people write, as ISO 3166-1 alpha-2 codes.

The table ``countries.tsv`` is written by hand; names outside it are looked up in the CLDR names that Babel brings.
A bare "Kongo" is read as the Democratic Republic, "sv" as Sweden (El Salvador by its name), a bare "Kurdistan" not at
all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from matcher.taxonomy.facts.languages import cldr_names
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.scanning.wordings import Wordings
from matcher.taxonomy.wording import fold

EEA: frozenset[str] = frozenset({
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IS", "IE", "IT", "LV", "LI", "LT",
    "LU", "MT", "NL", "NO", "PL", "PT", "RO", "SK", "SI", "ES", "SE",
})  # fmt: skip
"""The European Economic Area: the EU with Iceland, Liechtenstein and Norway."""

_OTHER_CODES: Mapping[str, str] = MappingProxyType({"EL": "GR", "UK": "GB", "SV": "SE"})


class Place(NamedTuple):
    """A country named in a text: half-open offsets and its code."""

    start: int
    end: int
    code: str


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    rows = []
    for code, names, adjectives in read_lexicon("countries.tsv"):
        rows.append((code, tuple(names.split("|")), tuple(filter(None, adjectives.split("|")))))
    return tuple(rows)


@cache
def country_names() -> Mapping[str, str]:
    """Folded names (no adjectives) → code, those of the hand-written table.

    Examples
    --------
    >>> country_names()["turkiet"], country_names()["dr kongo"]
    ('TR', 'CD')
    """
    return MappingProxyType({fold(name): code for code, names, _ in _rows() for name in names})


@cache
def _adjectives() -> Mapping[str, str]:
    return {fold(word): code for code, _, words in _rows() for word in words}


@lru_cache(4096)
def country_code(name: str) -> str | None:
    """Code of a country by name, adjective or code.

    Parameters
    ----------
    name : str
        Swedish or English name, adjective in any form ("syrisk", "tyskt"), everyday short form ("Afgh.", "Saudi") or
        two-letter code.

    Returns
    -------
    str or None
        ISO 3166-1 alpha-2 code.

    Examples
    --------
    >>> [country_code(name) for name in ("Syrien", "tyskt", "Türkiye", "UA", "el", "Norrland")]
    ['SY', 'DE', 'TR', 'UA', 'GR', None]
    """
    plain = fold(name)[:80]
    if found := country_names().get(plain) or _adjectives().get(plain):
        return found
    if len(plain) == 2 and plain.isascii():
        code = plain.upper()
        return _OTHER_CODES.get(code, code if any(code == own for own, _, _ in _rows()) else None)
    return cldr_names("territories", "[A-Z]{2}").get(plain) if len(plain) > 3 else None


# A code, or one of the ambiguous ones alone
_CODE = re.compile("[A-Z]{2}|Sv")


@cache
def _names() -> str:
    words = {*country_names(), *_adjectives()} - {"sv", "us", "el", "uk", "fae", "swe"}
    names = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return rf"(?i:{names})s?(?![\w-])"


@cache
def _words() -> Wordings[None]:
    """Make what tells by its words whether a text may name a country."""
    return Wordings([(None, rf"(?<![\w-]){_names()}")])


@cache
def _pattern() -> re.Pattern[str]:
    # "IT support", "HR" and "QA" are no countries: a code stands alone or ends its clause, and such words never count.
    ambiguous = frozenset("IN OM SO AM BE NO IS ME TO IT HR QA PA BA MA MD CD ID CV AS".split())
    codes = "|".join(sorted({code for code, _, _ in _rows()} - ambiguous))
    return re.compile(
        rf"(?<![\w-])(?:{_names()}|(?:{codes}|UK|Sv)(?=\s*(?:[),;:/.\n+]|$)))|"
        rf"^(?:{'|'.join(sorted(ambiguous))})$"
    )


_ISLE = re.compile(r"(?:Hyper|Long|Rhode|Staten|Coney|Ellis|Vancouver|Kish|Love|Paradise|Treasure|Jeju|Phuket) \Z")
"""Before "Island" in a name that is English, and in which it is no country."""


def find_countries(text: str, adjectives: bool = True) -> list[Place]:
    """Countries named in a short text: names and adjectives in any case, codes in capitals.

    Parameters
    ----------
    text : str
        A cell or a line, readable; only its first 4,000 characters are searched.
    adjectives : bool, default True
        Whether "syrisk" counts as Syria.

    Returns
    -------
    list of Place
        In the order of the text.

    Examples
    --------
    >>> [place.code for place in find_countries("Kock 10 år (Syrien, Turkiet), sedan SE")]
    ['SY', 'TR', 'SE']
    """
    places: list[Place] = []
    text = text[:4000]
    if not _CODE.search(text) and not any(_words().fitting(text)):
        return places
    for match in _pattern().finditer(text):
        word = fold(match.group())
        code = country_names().get(word) or country_names().get(word.removesuffix("s"))
        if code is None and adjectives:
            code = _adjectives().get(word)
        if code is None and match.group().isupper():
            code = country_code(word)
        if code == "IS" and _ISLE.search(text, 0, match.start()):
            continue
        if code:
            places.append(Place(match.start(), match.end(), code))
    return places
