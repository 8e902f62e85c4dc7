"""Clauses that are about the person and nothing else, told by their words alone: "hon är trettiotvå", "en snäll kille".

No list of wordings is whole, but the words that people use of sex, age, origin, faith, health and family are few. A
clause all of whose words are of ``ownwords.tsv`` (those that tell something, and those that only join or colour), names
of countries and places, and numbers is about the person in whatever order they stand; one word about work or a skill
makes it a clause about that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.readers.privacy.statements import is_statement
from matcher.taxonomy.facts.countries import country_code, country_names
from matcher.taxonomy.facts.licences import CLASSES
from matcher.taxonomy.facts.municipalities import municipality
from matcher.taxonomy.wording import fold

MOST_WORDS = 14
"""A longer clause tells a story, and is judged by its wording."""
_ONLY_JOINS = "~"
_OF_WORK = "-"
"""Marks words that name work in spite of their ending: "dagmamma"."""
_WORD = late(r"[^\W_]+(?:-[^\W_]+)*\+?")
_NUMBER = late(r"\d{1,4}")
# No "-or": a moderator is no Moderat.
_ENDINGS = ("erna", "arna", "ens", "en", "et", "er", "ar", "na", "es", "s", "n", "t", "a")
_WHERE = late(r"(?:i|från|till|på|av|hos|utanför|from|in|of|to|near|outside)", re.IGNORECASE)


@cache
def _words() -> tuple[Mapping[str, str], tuple[tuple[str, str], ...]]:
    """Words → reason, and endings (or beginnings) with theirs."""
    whole: dict[str, str] = {}
    ends: list[tuple[str, str]] = []
    for reason, words in rows("ownwords"):
        for word in words.split():
            if word.startswith("*"):
                ends.append((word[1:], reason))
            else:
                whole.setdefault(word, reason)
    return whole, tuple(ends)


@lru_cache(8192)
def _reason(word: str) -> str | None:
    """Reason of one word, ``"~"`` where it only joins, ``None`` where it speaks of something else."""
    whole, ends = _words()
    if word in whole:
        return None if whole[word] == _OF_WORK else whole[word]
    if found := next((reason for end, reason in ends if word.endswith(end)), None):
        return found
    if _NUMBER.fullmatch(word):
        return _ONLY_JOINS
    bare = next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 3), None)
    if bare is not None and bare in whole:
        return whole[bare]
    if "-" in word:
        parts = [_reason(part) for part in word.split("-") if part]
        return None if None in parts else next((p for p in parts if p != _ONLY_JOINS), _ONLY_JOINS)
    return _ONLY_JOINS if len(word) > 2 and (country_code(word) or municipality(word)) else None


def reason_of_words(clause: str) -> str | None:
    """Tell whether a clause is about the person and nothing else, and why it must not survive then.

    Parameters
    ----------
    clause : str
        A sentence, an item of a list, what stands between two commas.

    Returns
    -------
    str or None
        A reason as of :func:`matcher.readers.privacy.protected.reason_to_drop`; ``None`` where any word is about
        something else, or none tells anything.

    Examples
    --------
    >>> reason_of_words("hon är trettiotvå"), reason_of_words("en snäll kille"), reason_of_words("proud dad of two")
    ('sex', 'opinion', 'family')
    >>> reason_of_words("tvåbarnsmamma från Kobane"), reason_of_words("kille som svetsar"), reason_of_words("tre år")
    ('family', None, None)
    """
    found = _WORD.findall(_WHOSE.sub(" ", clause))
    if not 0 < len(found) <= MOST_WORDS or _LICENCE.search(clause):
        return None
    told: str | None = None
    before = ""
    for word in found:
        reason = _reason(fold(word)) if len(word) > 1 or word.isdigit() else _ONLY_JOINS
        # A place that no list holds: "i Mogadishu".
        if reason is None and not (word[0].isupper() and _WHERE.fullmatch(before)):
            return None
        told = told or (reason if reason not in (None, _ONLY_JOINS) else None)
        before = word
    return told or _origin({fold(word) for word in found})


_LICENCE = late(rf"(?<!\w)(?:{'|'.join(CLASSES)}) ?\(")  # "B (Sudan)"
# "Hans svenska är på B1-nivå" tells of a language.
_WHOSE = late(r"(?<!\w)(?:hans|hennes|his|her)\s+(?=[^\W\d_]+\s[^.;]{0,25}?[ABC][12](?!\w))", re.IGNORECASE)
# Beside a country, and nothing but joining words, these make it one's own: "jag kommer Eritrea", "bakgrund: Irak".
_OF_ONE = frozenset(
    "jag mitt min land lämnade left kommer kom come comes came"
    " am i'm bodde bott bor lived lives rom hemma my country".split()
)
_ROOTS = frozenset("bakgrund bakgrunden background roots rötter dialekt dialekten accent brytning part".split())
_FROM_PARTS = frozenset(
    "afrikansk afrikanska asiatisk asiatiska europeisk european african asian latinamerikansk nordisk".split()
)


def _origin(words: set[str]) -> str | None:
    of_one = words & _OF_ONE and any(word in country_names() for word in words)
    rooted = words & _ROOTS and any(len(word) > 2 and (country_code(word) or word in _FROM_PARTS) for word in words)
    return "origin" if of_one or rooted else None


def is_about_more(clause: str) -> bool:
    """Whether any word of a clause is about something else than the person.

    Examples
    --------
    >>> is_about_more("B-körkort"), is_about_more("en svensk")
    (True, False)
    """
    return any(_reason(fold(word)) is None for word in _WORD.findall(clause) if len(word) > 1)


_ATTRIBUTE = late(
    r"^\s*(?:en |an? )?(?:(?:kvinnliga?|manliga?)(?! (?:kund|patient|elev|klient|brukar|gäst|mode|målgrupp))"
    r"|female|male|(?:1[6-9]|[2-7]\d)[- ]?(?:årig[at]?|year[- ]old)"
    r"|muslimsk[at]?|judisk[at]?|hinduisk[at]?|kristen|muslim|utlandsfödd|nyanländ|medelålders|middle-aged|foreign-born"
    r"|(?:hög)?gravid|ensamstående|(?:ny)?gift|(?:från|ny)?skild|funktionsnedsatt|hörselskadad|synskadad|döv|blind"
    r"|arbetslös|homosexuell|pregnant|married|divorced|widowed|disabled|deaf|unemployed|gay|transgender)"
    r"\s+(?!(?:men|och|samt|but|and)(?!\w))(?=[^\W\d_]{3})",
    re.IGNORECASE,
)
# "eritreansk kock", "ung snickare" say where from and how old; "arabisk tolk" and "svensk lärare" may say of what.
_TITLED = late(
    r"^\s*(?:en |an? )?(?P<which>[^\W\d_]{1,20}(?:sk|ska|an|ian|ish|ese|i)|ung|yngre|äldre|young|old|elderly)\s+"
    r"(?=(?!\w*(?:tolk|översättare|lärare|guide|teacher|interpreter|translator|care|ware|ledare)(?!\w))"
    r"(?!nybörjar)\w*(?:are|\w{2}ör|ist|kock|chef|erska|sköterska|biträde|tekniker|cook|nurse|driver|cleaner|worker"
    r"|baker|welder)(?!\w))",
    re.IGNORECASE,
)
_AGED = frozenset(("ung", "yngre", "äldre", "young", "old", "elderly"))


def without_attribute(clause: str) -> str:
    """Take what a title says of the person who has it from before it.

    Examples
    --------
    >>> without_attribute("gravid kock"), without_attribute("47-årig snickare"), without_attribute("ung ledare")
    ('kock', 'snickare', 'ung ledare')
    >>> without_attribute("eritreansk bagare"), without_attribute("arabisk tolk")
    ('bagare', 'arabisk tolk')
    """
    titled = _TITLED.match(clause)
    if titled and (fold(titled["which"]) in _AGED or country_code(titled["which"])):
        return clause[titled.end() :]
    found = _ATTRIBUTE.match(clause)
    named = found and _WORD.match(clause, found.end())
    # "arbetslös sedan 2019" is no title.
    return clause[found.end() :] if found and named and _reason(fold(named.group())) is None else clause


_SUBJECT = late(r"^(?:hon|han|hen|she|he)(?!\w)\s*", re.IGNORECASE)
_AGE = late(
    r"(?:1[5-9]|[2-7]\d) ?(?:år|years?)\.?|(?:kring|runt|omkring|ungefär|över|under|närmare|nära|around|about|over"
    r"|almost|nearly) (?:1[6-9]|[2-6]\d)",
    re.IGNORECASE,
)
_HERE = late(
    r"(?:i Sverige|in Sweden) (?:sedan|sen|since) .+|\d{1,2} (?:år|years) (?:i Sverige|in Sweden)", re.IGNORECASE
)
_FROM_WHERE = late(r"(?:(?:är|is|kommer|comes?) )?(?:från|from) (?-i:[A-ZÅÄÖÉ])[^\W\d_]{2,20}", re.IGNORECASE)
_SEXES = ("F", "M")
_FROM = late(r"(?:(?:är|is|kommer|comes?|originally|ursprungligen) )*(?P<of>från |from )?(?P<where>[^\d,;]{3,30})")


def reason_of_label(label: str) -> str | None:
    """Tell whether an item of a list of skills or of wishes names an age, an origin or a state instead.

    In a cell of jobs "20 år" is a length, and beside a licence "från Syrien" says who issued it; here they are neither.

    Examples
    --------
    >>> [reason_of_label(label) for label in ("58 år", "från Syrien", "somalisk", "arabiska")]
    ['age', 'origin', 'origin', None]
    >>> [reason_of_label(label) for label in ("bor på andra våningen", "har rysk pass", "är van vid storkök")]
    ['circumstances', 'circumstances', None]
    """
    plain = _SUBJECT.sub("", label.strip(" .!"))
    if _AGE.fullmatch(plain):
        return "age"
    if plain in _SEXES:
        return "sex"
    if _HERE.fullmatch(plain):
        return "permit"
    if _FROM_WHERE.fullmatch(plain):
        return "origin"
    found = _FROM.fullmatch(plain)
    if found and country_code(found["where"].strip()):
        named = found["of"] or plain != found["where"] or plain.casefold().endswith("sk")
        return "origin" if named else None
    return "circumstances" if is_statement(plain) else None
