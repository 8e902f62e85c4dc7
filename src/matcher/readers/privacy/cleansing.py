"""Free text without what must not survive: the clause at fault goes, and a fact that stands beside it in it stays.

A clause that touches a protected ground is dropped, but for a fact that it only gives the reason of ("ingen natt på
grund av ...") or that is told in the same breath ("mamma till tre och barnskötare"). The report names place and reason,
never the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.readers.privacy.beside import without_opening
from matcher.readers.privacy.others import KIN, begins_with_others, goes_on, is_of_others
from matcher.readers.privacy.ownwords import is_about_more, reason_of_label
from matcher.readers.privacy.permitted import permitted_part, told_apart
from matcher.readers.privacy.personnames import without_names, without_sex, without_signature
from matcher.readers.privacy.protected import MAX_TEXT, reason_to_drop
from matcher.readers.times.periods import read_period
from matcher.taxonomy.facts.countries import country_code


class Cleansed(NamedTuple):
    """A text without what must not survive, and why something was taken out."""

    text: str
    reasons: tuple[str, ...]


_PGA = late(r"(?<!\w)p[.\s]\s?g[.\s]\s?a(?:\.|(?!\w))", re.IGNORECASE)
_TITLE = late(r"(?<!\w)(Dr|Mr|Mrs|Ms|Prof)\.(?= [A-ZÅÄÖ])")
# "jag mamma 4 barn jag städa hotell" is two sentences of one who has begun to learn.
_CLAUSE = late(
    r"(\s*[;•|]\s*|(?<!\d),\s*|,\s+|\s\+\s|\s[-–—]\s|(?<=[.!?])(?<!o\.m\.)(?<!niv\.)(?<!enl\.)\s+"
    r"|(?<!att)(?<!som)(?<!när)(?<! då)(?<! om)(?<!medan)(?<!efter)(?<!sedan)(?<!därför)(?<!\boch)(?<!\bmen)(?<!\bför)"
    r"(?<=\w)\s+(?i:jag)\s+(?=\w))"
)
_TWO = 3
"""Parts of a line of two clauses: both and what parts them."""
_AGE = late(r"\s*(?:1[5-9]|[2-7]\d)(?: ?(?:år|years?)|\+)?\.?\s*", re.IGNORECASE)
_APPOSED = late(r"\s*(?:an?|en|ett) \w", re.IGNORECASE)
_ENDS_IN_KIN = late(rf"(?<!\w)(?:his|her|my|sin|sina|min|mina|hans|hennes) (?:{KIN})\W*$", re.IGNORECASE)
# What is left hanging where the last clause of a line went.
_BUT = late(r"^(?:men|but|och|and|samt) ", re.IGNORECASE)
_HANGING = late(r"(?:\s*[;•|,+]|\s[-–—]|(?<=\w)\.)?\s*$")


@lru_cache(1024)  # many cells of a sheet say the same
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
    judge = _judge_label if labels else _judge_text
    told = _TITLE.sub(r"\1", _PGA.sub("pga", text[:MAX_TEXT]))
    unsigned = without_signature(told)
    reasons += [] if unsigned == told else ["name"]
    lines = _cleanse_brackets(unsigned, reasons, judge).split("\n")
    cleansed = ((line, _without_clauses(line, reasons, judge)) for line in lines)
    kept = "\n".join(stays for line, stays in cleansed if stays or not line.strip())
    neutral = without_sex(kept)
    reasons += [] if neutral == kept else ["sex"]
    return Cleansed(neutral.rstrip("\n") if reasons else neutral, tuple(dict.fromkeys(reasons)))


_ENDS = (".", "!", "?")
_Judge = Callable[[str], str | None]


def _judge_text(clause: str) -> str | None:
    return reason_to_drop(clause) or ("contact" if is_of_others(clause) else None)


def _judge_label(clause: str) -> str | None:
    return _judge_text(clause) or reason_of_label(clause)


def _without_clauses(line: str, reasons: list[str], judge: _Judge) -> str:
    """Drop clauses that must not survive, alone or with their neighbour ("Anna, 34 år"), and then a line like that."""

    def at_fault(part: str) -> bool:
        found = judge(part)
        reasons.extend([found] if found else [])
        return found is not None

    parts = _CLAUSE.split(without_opening(_without_name(line, reasons), at_fault))
    clauses = _without_lone(_judged_in_turn(parts, reasons, judge))
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
    if (not clauses[0][0] or _SPENT.search(_SENTENCE.split(line)[0])) and len(kept) < len(clauses) and _is_span(whole):
        return ""  # "Föräldraledig, 2019-2020": when that was; but "2019-2020; gift" says how long something else was
    return whole if ended else _HANGING.sub("", whole)


def _judged_in_turn(parts: list[str], reasons: list[str], judge: _Judge) -> list[tuple[str, str]]:
    """Judge clauses one after the other, each with what was told before it; give what stays and what parts it."""
    labels = judge is _judge_label
    clauses: list[tuple[str, str]] = []
    before = previous = ""
    of_others = False
    for clause, separator in zip(parts[::2], (*parts[1::2], ""), strict=True):
        # What parts two sentences of one person is the subject of the second.
        subject = "jag " if "jag" in before.lower() else ""
        comma, before = before.strip() == ",", separator
        stays, found = _judged(subject + clause, judge)
        stays = stays.removeprefix(subject)
        if not found and clauses and not clauses[-1][0] and _AGE.fullmatch(clause) and (labels or len(parts) > _TWO):
            stays, found = "", "age"  # "afghansk kvinna, 34"; but "muslim, 60" among minutes of travel
        if not found and clauses and not clauses[-1][0] and _APPOSED.match(clause) and _ENDS_IN_KIN.search(previous):
            stays, found = "", "family"  # "lives with her uncle, a bus driver"
        # "Sonen, 12 år, vill bli läkare": the subject is his until another sentence begins.
        told_on = of_others and comma and goes_on(clause)
        of_others = begins_with_others(clause) or told_on or (of_others and comma and not stays)
        if told_on or (comma and clauses and not clauses[-1][0] and _HANGS.match(clause)):
            stays, found = "", "contact"
        previous = clause
        reasons += [found] if found else []
        if found and separator and stays[-1:].isalnum() and clause.rstrip()[-1:] in _ENDS:
            stays += clause.rstrip()[-1]  # "inte frisör på grund av axeln. Lager!"
        if clauses and not clauses[-1][0]:
            # "flerbarnsmor, men duktig kock"; "158 cm, och väger 80 kilo" is at fault without its "och"
            stays, more = _judged(bare, judge) if (bare := _BUT.sub("", stays)) != stays else (stays, "")
            reasons += [more] if more else []
        clauses.append((stays, separator))
    return clauses


# What hangs on a clause that went: "..., although nobody asked"
_HANGS = late(
    r"(?:även om|trots att|eftersom|vilket|(?:even )?though|although|because|which)(?!\w)"
    # "..., although has worked as a welder" is of the person
    r"(?! (?:(?:jag|hon|han|hen|i|she|he) )?(?:(?:har|hade|has|have|had) )?(?:work(?:s|ed|ing)|jobba[rt]|jobbade"
    r"|arbeta[rt]|arbetade|studied|studies|studera[rt]|studerade|läst|läste)(?!\w))",
    re.IGNORECASE,
)

# "2011-2019. On sick leave till spring": another sentence has a time of its own.
_SENTENCE = late(r"[.!?]\s+")
_SPENT = late(rf"(?<!\w)(?:{joined('permitted')['spent']})(?!\w)", re.IGNORECASE)


def _is_span(text: str) -> bool:
    """Whether a text holds nothing but from when to when."""
    period = read_period(text)
    return period.is_span and not re.search(r"[^\W_]", period.rest)


def _judged(clause: str, judge: _Judge) -> tuple[str, str]:
    """Part a clause into what stays and the reason why the rest does not (``""`` where nothing goes)."""
    ageless = _AT_AGE.sub("", clause)
    if ageless != clause and is_about_more(ageless):
        return _judged(ageless, judge)[0], "age"
    named = without_names(clause)
    reason = judge(clause) or judge(named)
    if reason is not None:
        stays = without_names(permitted_part(clause, reason))
        return (stays if stays == clause or judge is _judge_text or judge(stays) is None else ""), reason
    if named != clause and (not is_about_more(named) or _CALL.match(named)):
        return "", "name"
    spoken = _MOTHER.sub("", named) if judge is _judge_label else named
    plain, told = told_apart(spoken)
    return plain, told or ("name" if named != clause else "origin" if spoken != named else "")


# "Bagare från 14 års ålder, 10 år": a job all the same.
_AT_AGE = late(
    r",? (?:ända )?(?:från|sedan|vid|since|from|at) (?:\w+ )?(?:\d\d|[^\W\d_]{3,12}) ?"
    r"(?:års ålder|years? of age|years old)(?!\w)",
    re.IGNORECASE,
)
_CALL = late(r"\s*(?:kontakta|ring|hälsa|mejla|maila|call|contact|ask for|fråga efter|referens\w*)\b", re.IGNORECASE)
# Among skills and wishes a language is one, and whose it is tells an origin.
_MOTHER = late(
    r"^(?:(?:mitt|hens|hennes|hans|my|her|his) )?(?:modersmål(?:et)?|hemspråk|mother tongue|first language"
    r"|native(?: speaker (?:of|in))?)(?: (?:är|is))?:?\s+"
    r"(?=\w)"
    r"|\s*\((?:modersmål|hemspråk|mother tongue|native)\)|\s+(?:som|as) (?:modersmål|mother tongue|first language)$",
    re.IGNORECASE,
)


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
_NAME_AND_AGE = late(
    r"^\s*(?P<name>[A-ZÅÄÖÉ][a-zåäöéü]+(?:[- ][A-ZÅÄÖÉ][a-zåäöéü]+)?),? \(?(?:1[6-9]|[2-6]\d)\)?(?: år)?[,.:]\s+"
    r"(?=[^\n]{0,200}\d ?(?:år|mån|year|yr|month)|[^\n]{0,200}(?:19|20)\d\d)"
)


def _without_name(line: str, reasons: list[str]) -> str:
    found = _NAME_AND_AGE.match(line)
    if not found:
        return line
    reasons.append("age")
    # "Cooking, 51, ...": a word that is nobody's name stays.
    unnamed = " " not in found["name"] and without_names(found["name"])
    return f"{unnamed}, {line[found.end() :]}" if unnamed else line[found.end() :]


def _cleanse_brackets(text: str, reasons: list[str], judge: _Judge) -> str:
    """Take out only the bracket where the bracket alone is at fault: "anhörigvård (bror med ...)"."""
    # "Kock (45), eritrean"; "kock (20), städare (3)" are years of work.
    alone = len(_BARE_NUMBER.findall(text)) == 1

    def judged(match: re.Match[str]) -> str:
        if alone and _BARE_AGE.fullmatch(match[1]) and text[: match.start()][-3:].isalpha():
            reasons.append("age")
            return _GONE
        found: list[str] = []
        stays = _without_clauses(match[1], found, judge).strip()
        reasons.extend(found)
        if not found:
            return match.group()
        return f" ({stays})" if stays else _GONE

    for _ in range(_DEEP):
        text, before = re.sub(r"\s?\(([^()\n]{1,200})\)", judged, text), text
        if _GONE not in text or text == before:
            break  # "(har man (sambo) av samma kön)": what was around a bracket that went is one itself now
    if _AROUND.search(text):
        text = _AROUND.sub(judged, text)
    return _BEFORE_GONE.sub("", text).replace(_GONE, "")


# A bracket with another in it: "nej (sjuk (2018 och 2021), hemma)"
_AROUND = late(r"\s?\(((?:[^()\n]|\([^()\n]{0,100}\)){1,200})\)")
_GONE = "\0"
_DEEP = 3
"""Brackets within brackets that are looked into."""
_BARE_NUMBER, _BARE_AGE = late(r"\(\d\d?\)"), late(r"1[6-9]|[2-7]\d")
# What is left hanging at the end of a line, or at its beginning, and a bracket within a bracket.
_BEFORE_GONE = late(
    rf"(?:\s*[;•|,+]|\s[-–—])?{_GONE}\s*$|^\s*{_GONE}(?:\s*[;•|,+.]|\s[-–—])?\s*|\s?\(\s*{_GONE}\s*\)", re.MULTILINE
)
