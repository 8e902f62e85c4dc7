"""Free text without what must not survive: the clause at fault goes, and a fact that stands beside it in it stays.

A clause that touches a protected ground is dropped, but for a fact that it only gives the reason of ("ingen natt på
grund av ...") or that is told in the same breath ("mamma till tre och barnskötare"). The report names place and reason,
never the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from matcher.readers.ownwords import is_about_more, reason_of_label, reason_of_words, without_attribute
from matcher.readers.personnames import without_names, without_sex
from matcher.readers.protected import MAX_TEXT, reason_to_drop
from matcher.taxonomy.countries import country_code

# What ties a permitted fact to its reason: "ingen natt på grund av ...", "har ... så helst dagtid".
_BECAUSE = re.compile(
    r"[\s,(–-]*(?<!\w)(?:p\.?\s?g\.?\s?a\.?|(?:på|pa) grund av|till följd av|med (?:hänsyn|tanke) (?:till|på)"
    r"|med anledning av|eftersom|därför att|då|när|medan|efter|sedan|utifrån|(?:för|av)(?=\s+\w*skäl)|för att"
    r"|due to|because(?: of)?|owing to|on account of|since|while|when|after|for(?=\s+\w+ reasons))(?!\w)\s*",
    re.IGNORECASE,
)
_PGA = re.compile(r"(?<!\w)p[.\s]\s?g[.\s]\s?a(?:\.|(?!\w))", re.IGNORECASE)
_SO = re.compile(
    r"[\s,]+(?:(?:så|därför|varför|och (?:vill|kan|söker)|so|therefore|hence)(?!\w)\s+"
    r"|(?=(?:kan|vill) (?:inte|ej|bara|inga) (?:jobba|arbeta|ha|jobb)(?!\w)))",
    re.IGNORECASE,
)
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
_WHOLE = frozenset(("contact", "identity number"))
# "Har inte jobbat sedan 2019" has no reason in it.
_SINCE = frozenset(("unemployment", "permit"))
_TIME = re.compile(r"\W*(?:sedan|efter|när|since|after|when)\W*", re.IGNORECASE)


class Cleansed(NamedTuple):
    """A text without what must not survive, and why something was taken out."""

    text: str
    reasons: tuple[str, ...]


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
    >>> permitted_part("gift tvåbarnsmamma med B-körkort", "family"), permitted_part("bagare hos sin bror", "family")
    ('B-körkort', 'bagare')
    """
    if reason in _WHOLE:
        return ""
    rest = " ".join(_KIN.sub(" ", f" {clause}").split())
    if rest != clause.strip() and is_about_more(rest) and not _NAME.fullmatch(rest) and reason_to_drop(rest) is None:
        return rest
    for match in _BECAUSE.finditer(clause):
        head, tail = clause[: match.start()], clause[match.end() :]
        if reason in _SINCE and _TIME.fullmatch(match.group()):
            continue
        if re.search(r"\w{2}", head) and reason_to_drop(head) is None:
            told = is_about_more(head) or _WISH.search(head)
            return head.strip(" ,(–-") if told and not _OF_THE_BODY.search(head) else ""
        wish = _WISH.search(tail)
        if not re.search(r"\w", head) and wish and wish.start() and reason_to_drop(tail[wish.start() :]) is None:
            return "" if _OF_THE_BODY.search(tail[wish.start() :]) else tail[wish.start() :].strip()
    for match in _SO.finditer(clause):
        rest = clause[match.end() :].strip()
        if reason_to_drop(rest) is None and not _OF_THE_BODY.search(rest):
            return rest
    return _told_beside(clause)


# With whom, or where, something was done: "bagare hos sin bror i Aleppo", "sydde åt mina syskon".
_KIN = re.compile(
    r"\s(?:hos|med|åt|till|för|with|for|at|by) (?:sin|sitt|sina|min|mitt|mina|hans|hennes|deras|his|her|my|their) "
    r"(?:\w+ )?(?:mamma|pappa|mor|far|föräldrar|syster|systrar|bror|bröder|syskon|make|maka|man|fru|hustru|sambo|morfar"
    r"|farfar|mormor|farmor|kusin|farbror|morbror|svåger|släkt\w*|familj|brothers?|sisters?|cousins?|uncle|aunt|parents"
    r"|father|mother|wife|husband|family|mum|dad)(?!\w)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s+(?:och|samt|men|med|and|but|with|with an?|med ett|med en)\s+", re.IGNORECASE)


# Nothing but words with capitals is a name ("gravid Ada"), unless it is "B-körkort", "CE-chaufför" or "YKB".
_NAME = re.compile(r"(?!(?:[A-ZÅÄÖ]{1,4}\d?-[a-zåäö]|(?:YKB|ADR|HLR|ID06)\b))(?:[A-ZÅÄÖ][\w'’.-]*(?:\s+|$))+")


_SPEAKS = re.compile(r"(?:talar|pratar|speaks?|talks?)", re.IGNORECASE)


def _sides(clause: str) -> Iterator[tuple[str, str]]:
    """Give both sides of each joining word, each as one's own and as the other."""
    for match in _JOINS.finditer(clause):
        sides = clause[: match.start()].strip(), clause[match.end() :].strip()
        yield sides
        yield sides[::-1]


def _told_beside(clause: str) -> str:
    """Keep what stands on the other side of a joining word, or behind words about the person: "muslimsk kock"."""
    for own, other in _sides(clause):
        # "läs- och skrivsvårigheter" is one thing.
        if (
            reason_of_words(own)
            and is_about_more(other)
            and not _NAME.fullmatch(other)
            and not _SPEAKS.fullmatch(other)
            and "-" not in (own[-1:], other[-1:])
            and not _OF_THE_BODY.search(other)
        ):
            return other if reason_to_drop(other) is None else ""
    rest = without_attribute(clause)
    plain = rest != clause and is_about_more(rest) and not _NAME.fullmatch(rest) and reason_to_drop(rest) is None
    return rest if plain and not _OF_THE_BODY.search(rest) else ""


# "jag mamma 4 barn jag städa hotell" is two sentences of one who has begun to learn.
_CLAUSE = re.compile(
    r"(\s*[;•|]\s*|(?<!\d),\s*|,\s+|\s\+\s|\s[-–—]\s|(?<=[.!?])\s+"
    r"|(?<!att)(?<!som)(?<!när)(?<! då)(?<!eftersom)(?<! om)(?<!medan)(?<!efter)(?<!sedan)(?<!därför)(?<!\boch)(?<!\bmen)"
    r"(?<=\w)\s+(?i:jag)\s+(?=\w))"
)
_AGE = re.compile(r"\s*(?:1[5-9]|[2-7]\d)(?: ?(?:år|years?))?\.?\s*", re.IGNORECASE)
# What is left hanging where the last clause of a line went.
_BUT = re.compile(r"^(?:men|but|och|and|samt) ", re.IGNORECASE)
_HANGING = re.compile(r"(?:\s*[;•|,+]|\s[-–—]|(?<=\w)\.)?\s*$")


def cleanse_clauses(text: str, labels: bool = False) -> Cleansed:
    r"""Drop the clauses of a cell or of lines that must not survive, before anything is read from them.

    Parameters
    ----------
    text : str
        Its first :data:`MAX_TEXT` characters are read; line breaks stay.
    labels : bool, default False
        Whether the clauses are skills, wishes and the like: there an age or a country alone is the person's.

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
    judge = _judge_label if labels else reason_to_drop
    lines = _cleanse_brackets(_PGA.sub("pga", text[:MAX_TEXT]), reasons, judge).split("\n")
    cleansed = ((line, _without_clauses(line, reasons, judge)) for line in lines)
    kept = "\n".join(stays for line, stays in cleansed if stays or not line.strip())
    neutral = without_sex(kept)
    reasons += [] if neutral == kept else ["sex"]
    return Cleansed(neutral.rstrip("\n") if reasons else neutral, tuple(dict.fromkeys(reasons)))


_Judge = Callable[[str], str | None]


def _judge_label(clause: str) -> str | None:
    return reason_to_drop(clause) or reason_of_label(clause)


def _without_clauses(line: str, reasons: list[str], judge: _Judge) -> str:
    """Drop clauses that must not survive, alone or with their neighbour ("Anna, 34 år"), and then a line like that."""
    parts = _CLAUSE.split(_without_name(line, reasons))
    clauses: list[tuple[str, str]] = []
    for clause, separator in zip(parts[::2], (*parts[1::2], ""), strict=True):
        stays, found = _judged(clause, judge)
        if not found and clauses and not clauses[-1][0] and _AGE.fullmatch(clause):
            stays, found = "", "age"  # "afghansk kvinna, 34"
        reasons += [found] if found else []
        if clauses and not clauses[-1][0]:
            stays = _BUT.sub("", stays)  # "flerbarnsmor, men duktig kock"
        clauses.append((stays, separator))
    clauses = _without_lone(clauses)
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


def _judged(clause: str, judge: _Judge) -> tuple[str, str]:
    """What of a clause stays, and why the rest does not (``""``)."""
    named = without_names(clause)
    reason = judge(clause) or judge(named)
    if reason is not None:
        return without_names(permitted_part(clause, reason)), reason
    if named != clause and not is_about_more(named):
        return "", "name"
    spoken = _MOTHER.sub("", named) if judge is _judge_label else named
    plain, told = _told_apart(spoken)
    return plain, told or ("name" if named != clause else "origin" if spoken != named else "")


# Among skills and wishes a language is one, and whose it is tells an origin.
_MOTHER = re.compile(
    r"^(?:modersmål(?:et)?|hemspråk|mother tongue|first language|native (?:speaker (?:of|in))?)(?: (?:är|is))?:?\s+(?=\w)"
    r"|\s*\((?:modersmål|hemspråk|mother tongue|native)\)|\s+(?:som|as) (?:modersmål|mother tongue|first language)$",
    re.IGNORECASE,
)


def _told_apart(clause: str) -> tuple[str, str]:
    """Part words about the person from the fact that they are joined to: "en 40-årig man med truckkort"."""
    plain = without_attribute(clause)
    if plain != clause:
        return plain, "sex"
    for match in _BECAUSE.finditer(clause):
        reason = reason_of_words(clause[match.end() :])
        if reason and is_about_more(clause[: match.start()]):
            return clause[: match.start()].strip(" ,(–-"), reason
    for own, other in _sides(clause):
        if (
            clause.lstrip().startswith(own)
            and _ONE.search(own)
            and is_about_more(other)
            and (reason := reason_of_words(own))
        ):
            return other, reason
    return clause, ""


# One person, not those that somebody works with: "kontakt med föräldrar", "kvinnor och barn i grupp".
_ONE = re.compile(r"(?<!\w)(?:en|är|jag|hon|han|hen|an?|am|i'm|is|\d\d(?:-årig|-åring| år)?)(?!\w)", re.IGNORECASE)


def _without_lone(clauses: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Drop a country between two clauses that went ("kvinna, 52 år, Somalia, muslim")."""
    return [
        (
            ""
            if 0 < at < len(clauses) - 1 and not (clauses[at - 1][0] or clauses[at + 1][0]) and country_code(one)
            else one,
            sep,
        )
        for at, (one, sep) in enumerate(clauses)
    ]


# "Sara, 34, undersköterska i 5 år": a number is no length of work where another one follows.
_NAME_AND_AGE = re.compile(
    r"^\s*[A-ZÅÄÖÉ][a-zåäöéü]+(?:[- ][A-ZÅÄÖÉ][a-zåäöéü]+)?,? \(?(?:1[6-9]|[2-6]\d)\)?(?: år)?[,.:]\s+"
    r"(?=[^\n]{0,200}\d ?(?:år|mån|year|yr|month)|[^\n]{0,200}(?:19|20)\d\d)"
)


def _without_name(line: str, reasons: list[str]) -> str:
    found = _NAME_AND_AGE.match(line)
    if not found:
        return line
    reasons.append("age")
    return line[found.end() :]


def _cleanse_brackets(text: str, reasons: list[str], judge: _Judge) -> str:
    """Take out only the bracket where the bracket alone is at fault: "anhörigvård (bror med ...)"."""

    def judged(match: re.Match[str]) -> str:
        found: list[str] = []
        stays = _without_clauses(match[1], found, judge).strip()
        reasons.extend(found)
        if not found:
            return match.group()
        return f" ({stays})" if stays else ""

    return re.sub(r"\s?\(([^()\n]{1,200})\)", judged, text)
