"""What must not survive reading: protected grounds in free text, contact details, personal identity numbers, names.

Fields of their own (a health column, a birth date) are left out by each reader; ``cleansing.py`` takes clauses out of
free text. The lexicon (``protected.tsv``, Swedish and English) speaks of the person ("långtidssjukskriven",
"ensamstående"), not of work with others ("omvårdnad", "barnskötare"); clauses that no wording fits are judged by their
words (``ownwords.py``).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from matcher.patterns import late
from matcher.readers.lexicon import rows
from matcher.readers.privacy.ownwords import reason_of_words
from matcher.taxonomy.facts.countries import find_countries
from matcher.taxonomy.scanning.wordings import Wordings
from matcher.taxonomy.wording import readable

MAX_TEXT = 20_000
"""Longest free text that is read, in characters; what is behind it is dropped."""

_LAST = 256

# Swedish personal identity and coordination numbers by their shape, with or without a right check digit.
_IDENTITY = late(
    r"(?<![\d-])(?:(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d|[6-9]\d)\s?[-+]?\s?[\dXxTtPp]\d{3})(?![\d-])"
    r"|(?<![\d-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d|[6-9]\d)\s?[-+]\s?[Xx*]{2,4}(?!\w)"
    r"|(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-3]\d|[6-9]\d)[-+]\d{4}(?!\d)"
)
_DIGIT = late(r"\d")
_HANDLE = late(r"(?<!\w)@[a-z]\w{2,}(?![\w-])", re.IGNORECASE)
_MAIL = late(r"[\w.+-]{1,64} ?(?:@|[(\[](?:a|at)[)\]]) ?[\w-]{1,63}\.[\w.-]{2,60}")
# "01/2019-12/2020" has the digits and signs of a telephone number.
_MONTHS = late(r"(?<![\d/-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d ?- ?(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/-])")
_PHONE = late(r"(?<![\w-])(?:\+\d{1,3}|00\d{2,3}|0\d{1,3})[\s/-]?\(?0?\)?(?:[\s-]?\d){6,9}(?!\d)")
_NAMED = late(
    r"(?<!\w)(?i:ref(?:erens(?:er|person|personer)?|\.)?|handledaren?|chefen?|rektorn?|kontakt(?:a|person|personen)?|ring"
    r"|coach(?:en)?|handläggaren?|mentorn?|referees?|reference|supervisor|manager|contact|talade med|samtal med)(?!\w)"
    r"[^.;\n]{0,30}?[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)? (?:[a-z]{2,3} )?[A-ZÅÄÖÉ][a-zåäöéü]+"
)
# "Store manager, Northern Foods": who wrote it, and where
_OWN_TITLE = late(
    r"^\W{0,40}(?:(?:[^\W\d_]{3,9}\.? )?(?:19|20)\d\d(?: ?[-–] ?|: | )){0,2}"
    r"(?!(?:my|our|the|their|his|her|former|previous|ref\w*|contact)(?!\w))[\w&/-]+(?: [\w&/-]+)? "
    r"(?:manager|supervisor)(?=\s*[,·|]|\s[–—-]\s)",
    re.IGNORECASE,
)
_HONORIFIC = late(r"(?<!\w)(?:[Hh]eter|[Mm]y name is|[Nn]amn:|[Nn]ame:|Herr|Fru|Dr\.?|Mr\.?|Mrs\.?|Ms\.?) [A-ZÅÄÖÉ]\w+")

# Work with those who have an illness or expect a child tells nothing of the one who does it.
_OF_OTHERS = "~"


@cache
def _lexicon() -> tuple[Wordings[str], re.Pattern[str]]:
    """Wordings with their reasons, in the order in which reasons are first named, and those of work with others."""
    patterns: dict[str, list[str]] = {}
    for reason, pattern in rows("protected"):
        patterns.setdefault(reason, []).append(rf"(?<!\w)(?:{pattern})(?![\w-])")
    of_others = re.compile("|".join(patterns.pop(_OF_OTHERS)), re.IGNORECASE)
    return Wordings((reason, one) for reason, some in patterns.items() for one in some), of_others


# A clause is judged alone, with its neighbour and as all that is left; the last few are not judged twice.
@lru_cache(_LAST)
def reason_to_drop(clause: str) -> str | None:
    """Why a clause must not survive; ``None`` if it may.

    Parameters
    ----------
    clause : str
        A sentence, an item of a list, a title.

    Returns
    -------
    str or None
        ``"health"``, ``"family"``, ``"religion"``, ``"origin"``, ``"permit"``, ``"support"``, ``"unemployment"``,
        ``"age"``, ``"sex"``, ``"orientation"``, ``"union"``, ``"criminal"``, ``"contact"``, ``"opinion"``,
        ``"politics"``, ``"photo"`` or ``"identity number"``.

    Examples
    --------
    >>> reason_to_drop("fastar i mars"), reason_to_drop("barnskötare"), reason_to_drop("ring 070-123 45 67")
    ('religion', None, 'contact')
    """
    plain = readable(clause).text[:MAX_TEXT].rstrip(" .!")
    if _DIGIT.search(plain):
        if _IDENTITY.search(plain):
            return "identity number"
        undated = _MONTHS.sub(" ", plain)
        if _PHONE.search(undated) or _is_phone(undated):
            return "contact"
    if ("@" in plain or "(a" in plain or "[a" in plain) and (_MAIL.search(plain) or _HANDLE.search(plain)):
        return "contact"
    of_oneself = plain
    if found := _worded(plain):
        of_oneself = _lexicon()[1].sub(" ", plain)
        found = found if of_oneself == plain else _worded(of_oneself)
    if found:
        return found
    if _NAMED.search(_OWN_TITLE.sub("", plain)) or _HONORIFIC.search(plain):
        return "contact"
    return reason_of_words(of_oneself)


def _worded(plain: str) -> str | None:
    wordings, _ = _lexicon()
    return next((reason for reason, pattern in wordings.fitting(plain) if pattern.search(plain)), None)


def is_nothing_else(clause: str) -> bool:
    """Whether a wording tells a clause from end to end, so that what is named in it is somebody else's.

    Examples
    --------
    >>> is_nothing_else("gift med en svetsare från Kista"), is_nothing_else("gift, svetsare från Kista")
    (True, False)
    """
    plain = clause.strip(" .!")
    return any(pattern.fullmatch(plain) for _, pattern in _lexicon()[0].fitting(plain))


def _is_phone(plain: str) -> bool:
    if sum(c.isdigit() for c in plain) < 7:
        return False
    import phonenumbers

    return any(True for _ in phonenumbers.PhoneNumberMatcher(plain[:2000], "SE"))


# "Somaliska kulturföreningen", "Eritrean community in Borås"
_CIRCLE = late(
    r"(?<!\w)(?:\w*förening\w*|\w*förbund\w*|\w*samfund\w*|folkdans\w*|associations?|society|community|folk dance)"
    r"(?!\w)",
    re.IGNORECASE,
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (reason, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for reason, words in rows("pastimes")
    )


def reason_of_pastime(label: str) -> str | None:
    """Why a pastime must not survive, though as somebody's work the same words would; ``None`` if it may.

    Parameters
    ----------
    label : str

    Returns
    -------
    str or None
        As of :func:`~matcher.readers.privacy.protected.reason_to_drop`.

    Examples
    --------
    >>> [reason_of_pastime(label) for label in ("Sjunger i kyrkokör", "Syriska föreningen", "fotbollsförening", "kör")]
    ['religion', 'origin', None, None]
    """
    if told := next((reason for reason, pattern in _patterns() if pattern.search(label)), None):
        return told
    return "origin" if _CIRCLE.search(label) and find_countries(label) else None
