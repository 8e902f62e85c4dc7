"""Names of languages in a cell, short forms of caseworkers included."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain

from matcher.patterns import late
from matcher.taxonomy.facts.languages import base_language, language_code, language_label, language_names
from matcher.taxonomy.facts.levels import word_interval
from matcher.taxonomy.scanning.wordings import Wordings
from matcher.taxonomy.wording import fold


@cache
def _names() -> Wordings[None]:
    names = sorted(language_names(), key=lambda name: (-len(name), name))
    return Wordings([(None, rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-])")])


_SHORTS: Mapping[str, str] = {
    "eng": "en", "en": "en", "sve": "sv", "sv": "sv", "arab": "ar", "fra": "fr", "frz": "fr", "fr": "fr", "ty": "de",
    "sp": "es", "ry": "ru", "pol": "pl", "tig": "ti",
}  # fmt: skip
_SHORT = late(r"(?<![\w-])(?:[^\W\d_]{2,6}(?![\w-])\.?|[^\W\d_]{7,12}\.)")


def find_languages(text: str) -> list[tuple[int, int, str]]:
    """Names of languages in a cell with their codes, short forms ("eng.", "arab") included.

    Examples
    --------
    >>> [code for _, _, code in find_languages("polska A2 + eng A2, Kurdiska (sorani), tigr.")]
    ['pl', 'en', 'ku', 'ti']
    """
    found: list[tuple[int, int, str]] = []
    text = text[:4000]
    for match in chain.from_iterable(pattern.finditer(text) for _, pattern in _names().fitting(text)):
        code = language_names()[fold(match.group())]
        # "Kurdiska (sorani)" is one language: a name in brackets right behind another says which kind.
        between = text[found[-1][1] : match.start()] if found else ""
        if (
            found
            and re.fullmatch(r"\s*[(/-]\s*", between)
            and ("(" in between or base_language(code) == base_language(found[-1][2]))
        ):
            found[-1] = (found[-1][0], match.end(), found[-1][2])
        else:
            found.append((match.start(), match.end(), code))
    taken = [(start, end) for start, end, _ in found]
    for match in _SHORT.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            word = match.group().rstrip(".").casefold()
            told = _LEVEL_NEXT.match(text, match.end())
            code_ = _SHORTS.get(word) or (_prefix(word) if match.group().endswith(".") or told else None)
            if told and len(word) == 2 and text[match.end()] == ":":
                code_ = code_ or language_code(word)  # "Ar: modersmål"
            if len(word) == 2 and not _stands_alone(text, match.start(), match.end()):
                continue
            if code_ and not word_interval(word):
                found.append((match.start(), match.end(), code_))
    return sorted(found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell the code "en" from the article: it begins an item and ends it, or a level follows."""
    if text[start:end].casefold() != "en" and _HOW_WELL.search(text[:start]):
        return True
    ends = re.match(r"\s*(?:$|[,;:/+(\n-]|[ABC][12])", text[end:], re.IGNORECASE) or _GRADED.match(text, end)
    begins = r"(?:^|[,;/+(\n.])\s*$" if text[end : end + 1] == ":" else r"(?:^|[,;/+(\n])\s*$"
    return ends is not None and re.search(begins, text[:start]) is not None


_WELL = r"lite|bra|enkel|flytande|god|hyfsad|good"
# How well, said before a code ("lite sv") and behind one ("sv ok, ry flyt").
_HOW_WELL = late(rf"(?:^|[,;/+(\n]|(?<!\w)(?:och|o|and|kan|talar))\s*(?:{_WELL}|some|little)\s+$", re.IGNORECASE)
_GRADED = late(
    rf"\s(?:{_WELL}|ok|okej|flyt|tal|svag|grund|muntlig\w*|skriftlig\w*|fluent|basic|mm?)(?!\w)", re.IGNORECASE
)
_LEVEL_NEXT = late(
    r"\s*[:=(-]?\s*(?:[ABC][12](?!\w)|(?i:(?:pratar |talar )?(?:modersm|förstaspr|flyt|native|mother t|fluent)))"
)
_NO_LANGUAGES = frozenset(
    "mod kan tal beh bil mun min skr hör läs spr sva sfi nat mål niv ung kurs sig han"
    # a telephone, days and months, a class of licence, an assistant, an engineer
    " tel tor fre mar jul kat ass div ing sam"
    # a residence permit, kin, a page, a given name
    " put son sida make sara sure".split()
)
"""Clipped words that stand for no language, whatever list of languages there is."""


@lru_cache(1024)
def _prefix(word: str) -> str | None:
    """Code of the one language whose Swedish or English name begins so; the more common one goes first in the table."""
    if len(word) < 3 or word in _NO_LANGUAGES:
        return None
    begin = [(name, code) for name, code in language_names().items() if name.startswith(word)]
    # "dar" begins Dari and Darija; what a language is called first goes before its other names.
    first = (code for name, code in begin if name == fold(language_label(code)))
    return next(first, begin[0][1] if begin else None)


_ONE = r"[a-z]{2,3}(?:\s*\([^()]*\))?"
_CODES = late(rf"\s*{_ONE}(?:\s*[,;/|+]\s*{_ONE})+\s*", re.IGNORECASE)
_CODE = late(r"(?<![^,;/|+\n])(\s*)([a-z]{2,3})(?=\s*(?:[,;/|+\n(]|$))", re.IGNORECASE)
_CODE_TOLD = late(
    r"(?<![^,;/|+\n.])(\s*)([a-z]{2,3})(?=\s*[:(=-]?\s*(?:[ABC][12](?!\w)|modersm|native|flyt|fluent|mm?\)))",
    re.IGNORECASE,
)


# English has one word for these languages and for those who speak them, and of people nothing is kept.
_PEOPLES = late(
    r"((?:^|[,;/|+&\n(]|[-–—:]\s|(?<!\w)(?:and|och)\s)\s*)(uzbek|tajik|kurdish|kurd)"
    r"(?=\s*(?:$|[,;/|+&\n():=.]|[-–—]\s|(?:and|och|[ABC][12]|native|fluent\w*|good|basic|well|mother tongue)(?!\w)))",
    re.IGNORECASE,
)
# "B1 engelska, A2 tyska"
_LEVEL_FIRST = late(r"(?<!\w)([ABC][12])[ :]+([^\W\d_]{3,})(?=\s*(?:[,;/|+\n]|$))")
_LEVELS_FIRST = late(r"(?:\s*[ABC][12][ :]+[^\W\d_]{3,}(?:\s*[,;/|+]|[^\S\n]*\n|\s*$))+")


def named(text: str) -> str:
    """Give languages written as codes their names, in a cell of languages: a list of codes, or codes with levels.

    Examples
    --------
    >>> named("ti (modersmål), ar B1"), named("ar;ku"), named("en bok, no")
    ('tigrinja (modersmål), arabiska B1', 'arabiska;kurdiska', 'en bok, no')
    >>> named("Uzbek B2, Kurdish"), named("Kurdish from Iraq"), named("ethnic Uzbek")
    ('uzbekiska B2, kurdiska', 'Kurdish from Iraq', 'ethnic Uzbek')
    """
    text = _PEOPLES.sub(lambda match: match[1] + language_label(language_names()[fold(match[2])]), text)
    if _LEVELS_FIRST.fullmatch(text):
        text = _LEVEL_FIRST.sub(r"\2 \1", text)
    whole = _CODES.fullmatch(text) and all(_coded(code) for _, code in _CODE.findall(text))
    return _CLIPPED.sub(_whole, (_CODE if whole else _CODE_TOLD).sub(_name, text))


def _coded(word: str) -> str | None:
    return _SHORTS.get(word.casefold()) or language_code(word)


def _name(match: re.Match[str]) -> str:
    code = _coded(match[2])
    return f"{match[1]}{language_label(code)}" if code else match.group()


# An item of a list of languages that is clipped without a point: "ital", "kurd lite", "tur (m)".
_CLIPPED = late(
    r"(?<![^,;/|+\n(])(\s*)([^\W\d_]{3,6})(?=\s*(?:[,;/|+\n()]|$)|\s(?:mm?|ok|bra|lite|flyt\w*|enkel|medel|fluent|good)(?!\w))",
    re.IGNORECASE,
)


def _whole(match: re.Match[str]) -> str:
    word = match[2].casefold()
    known = word in language_names() or word_interval(word)
    code = None if known else _SHORTS.get(word) or _prefix(word)
    return f"{match[1]}{language_label(code)}" if code else match.group()
