"""Words for schools and degrees: what universities alone teach for, how far somebody went ("9:an"), Komvux."""

from __future__ import annotations

import re

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.records import EducationLevel

_STEMS, _TITLES, _GYMNASIUM = (
    "|".join(words for kind, words in rows("degrees") if kind == one) for one in ("stem", "title", "programme")
)
_PROGRAMME = late(
    rf"(?<!\w)(?:{_STEMS})(?:progr\w*|utb(?:ildning\w*)?|examen|ex|högsk\w*)(?!\w)"
    rf"|^\s*(?:{_TITLES})(?=\s*(?:$|[\d,(]))"
    r"|(?<!\w)(?:tekn|pol|fil|med|jur)\.? ?(?:kand|mag)\w*",
    re.IGNORECASE,
)
_OF_GYMNASIUM = late(rf"(?<![\w-])(?:{_GYMNASIUM})program(?:met)?(?!\w)", re.IGNORECASE)
# "Lärare åk 1-3" tells whom somebody taught.
_LAST_CLASS = late(
    r"(?P<open>^|[,;.(]\s*)(?:(?:åk |årskurs |klass )?(?P<ninth>1?\d):an?|(?:åk|årskurs) (?P<year>1?\d))"
    r"(?![\w–-]| ?[-–]|,\d)",
    re.IGNORECASE,
)
# "Grund 9", "vocational (2 y)"
_CLIPPED = late(
    r"(?:^|(?<=[,;+/] ))(?:(?P<first>grund)|vocational(?: (?:school|college|training|education))?)"
    r"(?=\s*(?:$|[,;.(/+]|\d))",
    re.IGNORECASE,
)
_KOMVUX = late(
    r",? ?\(?(?:på |vid |via )?(?<!\w)(?:kom|yrkes|lär)?vux(?!\w)\)?(?! grund)"
    r"(?: (?:i )?(?-i:[A-ZÅÄÖ])[^\W\d_]+)?",
    re.IGNORECASE,
)


def level_of_programme(part: str) -> EducationLevel | None:
    """Give the level of an education that universities alone give, or upper secondary schools alone.

    Examples
    --------
    >>> [level_of_programme(text) for text in ("dietistexamen", "läkare, 6 år", "läkarsekreterare")]
    ['tertiary', 'tertiary', None]
    >>> [level_of_programme(text) for text in ("barn- och fritidsprogrammet", "elprogrammet 2019", "läkarprogrammet")]
    ['upper_secondary', 'upper_secondary', 'tertiary']
    """
    if _PROGRAMME.search(part):
        return "tertiary"
    return "upper_secondary" if _OF_GYMNASIUM.search(part) else None


def in_plain_words(text: str) -> str:
    """Say how far somebody went in years of school, and of schools for adults where they are.

    Examples
    --------
    >>> in_plain_words("9:an klar"), in_plain_words("vård komvux 2022"), in_plain_words("lärare åk 1-3")
    ('9 års skola klar', 'vård i Sverige 2022', 'lärare åk 1-3')
    """
    text = _CLIPPED.sub(lambda m: "grundskola" if m["first"] else "yrkesskola", text)
    text = _LAST_CLASS.sub(lambda m: f"{m['open']}{m['ninth'] or m['year']} års skola", text)
    return _KOMVUX.sub(" i Sverige", text)
