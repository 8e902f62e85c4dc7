"""Given names of people, and the pronouns that tell their sex: neither stands in a record.

No rule tells "Amina Yusuf" from "Google Ads"; a list does (``givennames.txt``: names that are common in Sweden and
among those who come here). Names that are words, places or tools besides ("Love", "Salem", "Julia") are not in it.
"""

from __future__ import annotations

import re
from functools import cache

from matcher.patterns import late
from matcher.readers.lexicon import joined

_WORDS = joined("personnames")

_CAPITAL = r"[^\W\d_a-zåäöéü][^\W\d_A-ZÅÄÖ]+(?:[-’'][^\W\d_]+)*"
_WORD = late(rf"(?<![\w-]){_CAPITAL}(?![\w-])")
_SURNAME = late(rf"(?: {{1,2}}{_CAPITAL}(?![\w-])| [A-ZÅÄÖ]\.?(?!\w))")
# "Maria Sjuksköterska" holds a title, "Anna Lund" none.
_TITLE = late(f"(?:{_WORDS['title']})$", re.IGNORECASE)
_SURNAMES = 2
# A word that goes with the name that it leads to: "städade hos Amina på Åkergatan".
_LED_BY = late(r"(?:^|(?<=\s))(?:hos|med|för|åt|av|till|och|samt|with|for|by|at|and|namn:?|name:?)\s+$", re.IGNORECASE)
# "Hotell Victoria", "Lex Sarah" and "Reggio Emilia" are called after somebody.
_PLACE = late(rf"(?<!\w)(?:{_WORDS['place']})\s+$", re.IGNORECASE)
# "Viktor Rydbergs gymnasium", "Hanna Andersson-butik", "Sara Hotels", "Anders Bygg AB": the name of a firm or a house.
_FIRM = late(
    r"(?: [^\W\d_]+){0,2}?(?: (?:&|AB|HB|KB|Inc\.?|Ltd\.?|Deere|Vuitton|Boss|Klein|Hilfiger|Cook)"
    rf"(?!\w)| (?i:{_WORDS['firm']})(?!\w)|-(?:butik|skola|gymnasium|hotell)\w*)"
)
_SIGNS = ("mvh", "hälsn", "regards", "sincerely", "truly", "faithfully", "allt gott", "vänligen", "sign", "/")
_LEFT = late(r"[ \t]?\([ \t]*\)|^[ \t]*[.,;][ \t]+", re.MULTILINE)
# How a letter ends: "Med vänlig hälsning, Mehret Haile", "// Torkel".
_SIGNED = late(
    r"(?<!\w)(?:mvh|(?:(?:med|många|vänlig\w*|varma|bästa|goda|kära)\s+){0,2}hälsn(?:ing(?:ar|en)?|\.)?(?!\w)"
    r"|allt gott|vänligen|sign(?:ed)?:"
    r"|(?:kind|best|warm|many)?\s*regards|(?:yours\s+)?(?:sincerely|truly|faithfully))"
    rf"(?:[ ,]*(?:från|from))?[ ,:/-]*\n?(?:(?-i:{_CAPITAL})[ .]?){{0,3}}(?=[ \t]*(?:$|[\n,;.()–-]))"
    rf"|(?:(?<=\s)|^)//\s?(?-i:{_CAPITAL}(?:\s{_CAPITAL})?)\s*$|(?:^|(?<=[.,;!?] ))/(?-i:{_CAPITAL})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_BEHIND = late(r"\s*[,:;]\s*|\s+[-–—]\s+|\s+")


@cache
def _given() -> frozenset[str]:
    from importlib.resources import files

    return frozenset(files("matcher.readers.lexicon").joinpath("givennames.txt").read_text("utf-8").split())


# Names that are made of others: "Zarifullah", "Gebrehiwet", "Ann-Sofi".
_MADE = late(
    r"(?:Abd[iu]|Abdel|Gebre|Ghebre|Tesfa|Tekle|Haile|Wolde|Moham)[a-z]{3,}|[A-Z][a-z]{2,}(?:ullah|uddin|zadeh)"
)


def _is_given(word: str, given: frozenset[str]) -> bool:
    first, hyphen, second = word.partition("-")
    doubled = hyphen and first in given and second[:1].isupper()
    return word in given or bool(doubled) or _MADE.fullmatch(word) is not None


def without_names(clause: str) -> str:
    """Take names of people out of a clause.

    Parameters
    ----------
    clause : str
        What stands between two separators; a place ("i Helena") stays.

    Returns
    -------
    str
        ``""`` where nothing else stood there.

    Examples
    --------
    >>> without_names("Amina Yusuf"), without_names("Lars har svetsat i 4 år"), without_names("städade hos Abdi i Lund")
    ('', 'har svetsat i 4 år', 'städade i Lund')
    >>> without_names("Maria Sjuksköterska"), without_names("Google Ads"), without_names("född i Helena")
    ('Sjuksköterska', 'Google Ads', 'född i Helena')
    """
    given, kept, at = _given(), "", 0
    for match in _WORD.finditer(clause):
        before = kept + clause[at : match.start()]
        if match.start() < at or not _is_given(match.group(), given) or _PLACE.search(before):
            continue
        end = match.end()
        if _FIRM.match(clause, end):
            continue
        for _ in range(_SURNAMES):
            surname = _SURNAME.match(clause, end)
            if not surname or _TITLE.search(surname.group()):
                break
            end = surname.end()
        behind = _BEHIND.match(clause, end)
        kept = _LED_BY.sub("", before)
        at = behind.end() if behind else end
    return clause if not at else (kept + clause[at:]).strip()


def without_signature(text: str) -> str:
    r"""Take greetings at the end of a letter and the name behind them out of a text, listed or not.

    Examples
    --------
    >>> without_signature("Söker jobb.\nMed vänlig hälsning, Mehret Haile"), without_signature("kock // Torkel")
    ('Söker jobb.\n', 'kock ')
    """
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return text
    unsigned = _SIGNED.sub("", text)
    return text if unsigned == text else _LEFT.sub("", unsigned)


_PRONOUNS = {
    "hon": "hen", "han": "hen", "henne": "hen", "honom": "hen", "hennes": "hens", "hans": "hens",
    "she": "they", "he": "they", "her": "their", "his": "their", "him": "them",
    "herself": "themself", "himself": "themself",
}  # fmt: skip
_PRONOUN = late(
    rf"(?<![\w-])(?:{'|'.join(_PRONOUNS)})(?![\w-])|(?<=[.!?]\s)(?:Hon|Han|She|He)(?= )|^(?:Hon|Han|She|He)(?= )", re.M
)


def without_sex(text: str) -> str:
    """Put pronouns that tell no sex for those that do.

    Examples
    --------
    >>> without_sex("Hon lagade mat och han serverade"), without_sex("he sold his own bread"), without_sex("Hans Berg")
    ('Hen lagade mat och hen serverade', 'they sold their own bread', 'Hans Berg')
    """

    def neutral(match: re.Match[str]) -> str:
        word = match.group()
        return _PRONOUNS[word] if word in _PRONOUNS else _PRONOUNS[word.lower()].capitalize()

    return _PRONOUN.sub(neutral, text)
