"""What must not survive reading: protected grounds in free text, contact details, personal identity numbers, names.

Fields of their own (a health column, a birth date) are left out by each reader. Here free text is cleansed: the clause
or sentence that touches a protected ground is dropped, but for a fact that it only gives the reason of ("ingen natt på
grund av ..."), and the report names place and reason, never the words.
The lexicon (``protected.tsv``, Swedish and English) speaks of the person ("långtidssjukskriven", "ensamstående"), not
of work with others ("omvårdnad", "barnskötare").
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from matcher.taxonomy.wording import readable

MAX_TEXT = 20_000
"""Longest free text that is read, in characters; what is behind it is dropped."""

# Swedish personal identity and coordination numbers by their shape, with or without a right check digit.
_IDENTITY = re.compile(
    r"(?<![\d-])(?:(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-3]\d|[6-9]\d)\s?[-+]?\s?[\dXxTtPp]\d{3})(?![\d-])"
    r"|(?<![\d-])(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:[0-3]\d|[6-9]\d)[-+]\d{4}(?!\d)"
)
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,60}")
# "01/2019-12/2020" has the digits and signs of a telephone number.
_MONTHS = re.compile(r"(?<![\d/-])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d ?- ?(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/-])")
_PHONE = re.compile(r"(?<![\w-])(?:\+\d{1,3}|00\d{2,3}|0\d{1,3})[\s/-]?\(?0?\)?(?:[\s-]?\d){6,9}(?!\d)")
_NAMED = re.compile(
    r"(?<!\w)(?i:ref(?:erens(?:er|person|personer)?|\.)?|handledaren?|chefen?|rektorn?|kontakt(?:a|person|personen)?|ring"
    r"|coach(?:en)?|handläggaren?|mentorn?|referees?|reference|supervisor|manager|contact|talade med|samtal med)(?!\w)"
    r"[^.;\n]{0,30}?[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)? (?:[a-z]{2,3} )?[A-ZÅÄÖÉ][a-zåäöéü]{2,}"
)
_HONORIFIC = re.compile(r"(?<!\w)(?:[Hh]eter|[Mm]y name is|[Nn]amn:|[Nn]ame:|Herr|Fru|Mr\.?|Mrs\.?|Ms\.?) [A-ZÅÄÖÉ]\w+")


# What ties a permitted fact to its reason: "ingen natt på grund av ...", "har ... så helst dagtid".
_BECAUSE = re.compile(
    r"[\s,(–-]*(?<!\w)(?:p\.?\s?g\.?\s?a\.?|(?:på|pa) grund av|till följd av|med (?:hänsyn|tanke) (?:till|på)"
    r"|med anledning av|eftersom|därför att|då|när|medan|efter|sedan|utifrån|(?:för|av)(?=\s+\w*skäl)|för att"
    r"|due to|because(?: of)?|owing to|on account of|since|while|when|after|for(?=\s+\w+ reasons))(?!\w)\s*",
    re.IGNORECASE,
)
_PGA = re.compile(r"(?<!\w)p[.\s]\s?g[.\s]\s?a(?:\.|(?!\w))", re.IGNORECASE)
_SO = re.compile(r"[\s,]+(?:så|därför|varför|och (?:vill|kan|söker)|so|therefore|hence)(?!\w)\s+", re.IGNORECASE)
_WISH = re.compile(
    r"(?<!\w)(?:inte|ej|inga|ingen|inget|helst|bara|endast|önskar|vill|undviker|söker|arbetar|jobbar|no|not|only"
    r"|prefers?|avoids?|wants?|available)(?!\w)",
    re.IGNORECASE,
)
# Beside a reason of health such a remark is part of it.
_OF_THE_BODY = re.compile(
    r"(?<!\w)(?:ork(?:ar|a)|tål|klarar|svårt att|(?:kan|får) (?:inte|ej) (?:\w+ )?"
    r"(?:stå|gå|sitta|lyfta|bära|böja|se|höra)"
    r"|begränsad\w*|behöver (?:vila|paus\w*|anpass\w*|hjälp\w*)|kontroll\w*|behandl\w*|mår|struggles?|unable|cannot"
    r"|needs? (?:rest|breaks|help)|limited)(?!\w)",
    re.IGNORECASE,
)
# Work with those who have an illness or expect a child tells nothing of the one who does it.
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:vård(?:at|ar|ade)?(?: av)?|omvårdnad av|omsorg om|stöd (?:till|åt|för)|(?:arbeta|jobba)\w* med"
    r"|undervis\w+|vaccinera\w*|tränat?|tolka\w* (?:för|åt)|care (?:of|for)|(?:working|worked) with|taught|teaching"
    r"|nursing) (?:\w+ )?(?:barn|elever|personer|patienter|äldre|brukare|boende|vuxna|ungdomar|gravida|people|children"
    r"|patients|pupils|students|adults|clients)(?: (?:med|with|som har|who have) (?:svårt att )?(?:\w+ )?\w+)?(?!\w)"
    r"|(?<!\w)(?:diabetes|astma|asthma|cancer|stroke|epilepsi|adhd|autism|hiv|mödra|gravid)[- ]?"
    r"(?:nurse|clinic|ward|team|sjuksköterska|sköterska|mottagning|avdelning|rådgivning|vård|patienter|patients"
    r"|undervisning)\w*"
    r"|(?<!\w)(?:körkort\w*|licen[cs]e)(?: \([A-E]{1,2}\d?\))? (?:är|is) (?:från|from) (?-i:[A-ZÅÄÖ])\w+",
    re.IGNORECASE,
)
_WHOLE = frozenset(("contact", "identity number"))


class Cleansed(NamedTuple):
    """A text without what must not survive, and why something was taken out."""

    text: str
    reasons: tuple[str, ...]


@cache
def _lexicon() -> tuple[tuple[str, re.Pattern[str]], ...]:
    from importlib.resources import files

    rows = files("matcher.readers").joinpath("protected.tsv").read_text("utf-8").splitlines()[1:]
    patterns: dict[str, list[str]] = {}
    for row in rows:
        reason, pattern = row.split("\t")
        patterns.setdefault(reason, []).append(pattern)
    return tuple(
        (reason, re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?![\w-])", re.IGNORECASE))
        for reason, parts in patterns.items()
    )


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
        ``"photo"`` or ``"identity number"``.

    Examples
    --------
    >>> reason_to_drop("fastar i mars"), reason_to_drop("barnskötare"), reason_to_drop("ring 070-123 45 67")
    ('religion', None, 'contact')
    """
    plain = readable(clause).text[:MAX_TEXT]
    if any(c.isdigit() for c in plain):
        if _IDENTITY.search(plain):
            return "identity number"
        undated = _MONTHS.sub(" ", plain)
        if _PHONE.search(undated) or _is_phone(undated):
            return "contact"
    if "@" in plain and _MAIL.search(plain):
        return "contact"
    of_oneself = _OF_OTHERS.sub(" ", plain)
    for reason, pattern in _lexicon():
        if pattern.search(of_oneself):
            return reason
    return "contact" if _NAMED.search(plain) or _HONORIFIC.search(plain) else None


def _is_phone(plain: str) -> bool:
    if sum(c.isdigit() for c in plain) < 7:
        return False
    import phonenumbers

    return any(True for _ in phonenumbers.PhoneNumberMatcher(plain[:2000], "SE"))


def permitted_part(clause: str, reason: str) -> str:
    """Give the fact that a clause ties to a protected reason: the reason goes, a wish or a job stays.

    Parameters
    ----------
    clause : str
        One that must not survive as a whole.
    reason : str
        Why; contact details and identity numbers leave nothing.

    Returns
    -------
    str
        ``""`` where nothing of it may stay. What somebody's body can or cannot do is part of the reason.

    Examples
    --------
    >>> permitted_part("nattarbete pga astma", "health"), permitted_part("har småbarn så helst dagtid", "family")
    ('nattarbete', 'helst dagtid')
    >>> permitted_part("på grund av ryggont inga tunga lyft", "health"), permitted_part("har ont i ryggen", "health")
    ('inga tunga lyft', '')
    """
    if reason in _WHOLE:
        return ""
    for match in _BECAUSE.finditer(clause):
        head, tail = clause[: match.start()], clause[match.end() :]
        if re.search(r"\w{2}", head) and reason_to_drop(head) is None:
            return "" if _OF_THE_BODY.search(head) else head.strip(" ,(–-")
        wish = _WISH.search(tail)
        if not re.search(r"\w", head) and wish and wish.start() and reason_to_drop(tail[wish.start() :]) is None:
            return "" if _OF_THE_BODY.search(tail[wish.start() :]) else tail[wish.start() :].strip()
    for match in _SO.finditer(clause):
        rest = clause[match.end() :].strip()
        if reason_to_drop(rest) is None and not _OF_THE_BODY.search(rest):
            return rest
    return ""


def cleanse(text: str) -> Cleansed:
    """Drop the clauses and sentences of a free text that must not survive.

    Parameters
    ----------
    text : str
        Its first :data:`MAX_TEXT` characters are read.

    Returns
    -------
    Cleansed

    Examples
    --------
    >>> cleanse("Stekte och grillade. Långtidssjukskriven 2021; skötte kassan.")
    Cleansed(text='Stekte och grillade. skötte kassan.', reasons=('health',))
    """
    kept: list[str] = []
    reasons: list[str] = []
    without = _cleanse_brackets(_PGA.sub("pga", text[:MAX_TEXT]), reasons)
    for piece in re.split(r"(?<=[.!?;])\s+|\n+", without):
        if not piece.strip():
            continue
        reason = reason_to_drop(piece)
        stays = piece.strip() if reason is None else permitted_part(piece.strip(), reason)
        if stays:
            kept.append(stays)
        if reason is not None and reason not in reasons:
            reasons.append(reason)
    return Cleansed(" ".join(kept), tuple(reasons))


_CLAUSE = re.compile(r"(\s*[;•|]\s*|(?<!\d),\s*|,\s+|\s\+\s|\s[-–—]\s|(?<=[.!?])\s+)")
_AGE = re.compile(r"\s*(?:1[5-9]|[2-7]\d)(?: ?(?:år|years?))?\.?\s*", re.IGNORECASE)
# What is left hanging where the last clause of a line went.
_HANGING = re.compile(r"(?:\s*[;•|,+]|\s[-–—])?\s*$")


def cleanse_clauses(text: str) -> Cleansed:
    r"""Drop the clauses of a cell or of lines that must not survive, before anything is read from them.

    Parameters
    ----------
    text : str
        Its first :data:`MAX_TEXT` characters are read; line breaks stay.

    Returns
    -------
    Cleansed

    Examples
    --------
    >>> cleanse_clauses("Kock 2 år (Syrien), född 1975; diskare\nlångtidssjukskriven")
    Cleansed(text='Kock 2 år (Syrien), diskare', reasons=('age', 'health'))
    >>> cleanse_clauses("B (Syrien) - ensamstående").text
    'B (Syrien)'
    """
    reasons: list[str] = []
    lines = _cleanse_brackets(_PGA.sub("pga", text[:MAX_TEXT]), reasons).split("\n")
    kept = "\n".join(_without_clauses(line, reasons) for line in lines)
    return Cleansed(kept.rstrip("\n") if reasons else kept, tuple(dict.fromkeys(reasons)))


def _without_clauses(line: str, reasons: list[str]) -> str:
    """Drop clauses that must not survive, alone or with their neighbour ("Anna, 34 år"), and then a line like that."""
    parts = _CLAUSE.split(line)
    clauses: list[tuple[str, str]] = []
    for clause, separator in zip(parts[::2], (*parts[1::2], ""), strict=True):
        reason = reason_to_drop(clause)
        if reason is None and clauses and not clauses[-1][0] and _AGE.fullmatch(clause):
            reason = "age"  # "afghansk kvinna, 34"
        reasons += [] if reason is None else [reason]
        clauses.append((clause if reason is None else permitted_part(clause, reason), separator))
    kept = [(clause, separator) for clause, separator in clauses if clause]
    ended = bool(clauses[-1][0])
    place = 1
    while len(kept) > 1 and place < len(kept):
        both = reason_to_drop("".join((*kept[place - 1], kept[place][0])))
        if both is not None:
            reasons.append(both)
            ended &= place < len(kept) - 1
            del kept[place - 1 : place + 1]
        place += both is None
    whole = "".join(clause + separator for clause, separator in kept)
    reason = reason_to_drop(whole)
    if reason is not None:
        reasons.append(reason)
        return ""
    return whole if ended else _HANGING.sub("", whole)


def _cleanse_brackets(text: str, reasons: list[str]) -> str:
    """Take out only the bracket where the bracket alone is at fault: "anhörigvård (bror med ...)"."""

    def judged(match: re.Match[str]) -> str:
        reason = reason_to_drop(match[1])
        if reason is None:
            return match.group()
        if reason not in reasons:
            reasons.append(reason)
        return ""

    return re.sub(r"\s?\(([^()]{1,200})\)", judged, text)
