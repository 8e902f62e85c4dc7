"""Languages: the names people write, as ISO 639 codes.

The table ``languages.tsv`` is written by hand for the languages met in Sweden: Swedish, English and own names with
everyday spellings ("tigrinska", "farsi", "sorani"). Names outside it are looked up in the CLDR names that Babel brings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wording import fold


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    rows = []
    for code, base, swedish, english, more in read_lexicon("languages.tsv"):
        rows.append((code, base, (swedish, english, *filter(None, more.split("|")))))
    return tuple(rows)


@cache
def language_names() -> Mapping[str, str]:
    """Every name of the hand-written table, for scanning text.

    Returns
    -------
    mapping of str to str
        Folded name (Swedish, English, own or everyday spelling) → ISO 639-1 code, 639-3 where there is none.

    Examples
    --------
    >>> names = language_names()
    >>> names["tigrinska"], names["dari"], names["kurmanji"]
    ('ti', 'prs', 'ku')
    """
    return MappingProxyType({fold(name): code for code, _, names in _rows() for name in names})


@cache
def _bases() -> Mapping[str, str]:
    return {code: base for code, base, _ in _rows()}


def base_language(code: str) -> str:
    """Code under which a person's language and a demand for it are compared.

    Dari (``prs``) is written as such in ads; people are recorded with its macrolanguage Persian (``fa``).

    Examples
    --------
    >>> base_language("prs"), base_language("sv")
    ('fa', 'sv')
    """
    return _bases().get(code, code)


@cache
def akin_languages(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Languages that one is another name for, and those whose speakers understand it without having learnt it.

    Parameters
    ----------
    code : str
        As :func:`base_language` gives it.

    Returns
    -------
    frozenset of str, frozenset of str
        The first are as good as the language itself, the second are worth a question.

    Examples
    --------
    >>> [sorted(codes) for codes in akin_languages("hr")], [sorted(codes) for codes in akin_languages("no")]
    ([['sh'], ['bs', 'sr']], [[], ['da', 'sv']])
    """
    one: set[str] = set()
    near: set[str] = set()
    for how, codes in read_lexicon("languages_akin.tsv"):
        first, *rest = held = codes.split()
        if how == "one" and code in held:
            one.update(rest if code == first else (first,))
        elif code in held:
            near.update(set(held) - {code})
    return frozenset(one), frozenset(near)


@cache
def language_label(code: str, lang: str = "sv") -> str:
    """Name of a language in Swedish or English; the code itself where it is unknown.

    Examples
    --------
    >>> language_label("ti"), language_label("ti", "en")
    ('tigrinja', 'Tigrinya')
    """
    for own, _, names in _rows():
        if own == code:
            # English writes languages with a capital.
            return names[1][:1].upper() + names[1][1:] if lang == "en" else names[0]
    return code


# Codes that the standard library of tags keeps apart and that are one language here.
_MERGED: Mapping[str, str] = MappingProxyType(
    {"ckb": "ku", "kmr": "ku", "nb": "no", "nn": "no", "fil": "tl", "mo": "ro", "iw": "he", "in": "id"}
)


def _by_code(text: str) -> str | None:
    """Read an ISO 639-1, 639-2 (bibliographic too) or 639-3 code."""
    from langcodes import standardize_tag

    if not (len(text) in (2, 3) and text.isascii() and text.isalpha()):
        return None
    if text in _bases():
        return text
    code = standardize_tag(text, macro=True)
    code = _MERGED.get(code, code)
    return code if code in _bases() else None


@cache
def cldr_names(kind: Literal["languages", "territories"], code: str) -> Mapping[str, str]:
    """English and Swedish names, folded, of what CLDR lists of a kind under codes of a pattern.

    Examples
    --------
    >>> cldr_names("territories", "[A-Z]{2}")["kiribati"]
    'KI'
    """
    from babel import Locale

    found: dict[str, str] = {}
    for language in ("en", "sv"):
        names = getattr(Locale(language), kind).items()
        found.update({fold(str(name)): own for own, name in names if re.fullmatch(code, own)})
    return found


@lru_cache(4096)
def language_code(name: str) -> str | None:
    """Code of a language by any of its names or codes.

    Parameters
    ----------
    name : str
        A name in Swedish, English or the language itself, with or without a variety in brackets, or an ISO 639 code.

    Returns
    -------
    str or None
        ISO 639-1 code, 639-3 where there is none; ``None`` if it is no language that is known.

    Examples
    --------
    >>> language_code("Kurdiska (sorani)"), language_code("ger"), language_code("Tigrinska"), language_code("flytande")
    ('ku', 'de', 'ti', None)
    """
    plain = fold(name)[:80]
    names = language_names()
    for candidate in (
        plain,
        fold(re.sub(r"\([^()]*\)|/.*|,.*", " ", plain)),
        *map(fold, re.findall(r"[^()/,]+", plain)),
    ):
        if candidate in names:
            return names[candidate]
        if code := _by_code(candidate):
            return code
        if len(candidate) > 3 and (code := cldr_names("languages", "[a-z]{2,3}").get(candidate)):
            return code
    return None
