"""What must not survive reading: protected grounds in free text, contact details, personal identity numbers, names.

Fields of their own (a health column, a birth date) are left out by each reader. Here free text is cleansed: the clause
or sentence that touches a protected ground is dropped whole, and the report names place and reason, never the words.
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
_PHONE = re.compile(r"(?<![\w-])(?:\+\d{1,3}|00\d{2,3}|0\d{1,3})[\s/-]?\(?0?\)?(?:[\s-]?\d){6,9}(?!\d)")
_NAMED = re.compile(
    r"(?<!\w)(?i:ref(?:erens(?:er|person|personer)?|\.)?|handledaren?|chefen?|rektorn?|kontakt(?:a|person|personen)?|ring"
    r"|coach(?:en)?|handläggaren?|mentorn?|referees?|reference|supervisor|manager|contact|talade med|samtal med)(?!\w)"
    r"[^.;\n]{0,30}?[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖÉ][a-zåäöéü]+)? (?:[a-z]{2,3} )?[A-ZÅÄÖÉ][a-zåäöéü]{2,}"
)
_HONORIFIC = re.compile(r"(?<!\w)(?:[Hh]eter|[Mm]y name is|[Nn]amn:|[Nn]ame:|Herr|Fru|Mr\.?|Mrs\.?|Ms\.?) [A-ZÅÄÖÉ]\w+")


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
        ``"age"``, ``"sex"``, ``"orientation"``, ``"union"``, ``"criminal"``, ``"contact"`` or ``"identity number"``.

    Examples
    --------
    >>> reason_to_drop("fastar i mars"), reason_to_drop("barnskötare"), reason_to_drop("ring 070-123 45 67")
    ('religion', None, 'contact')
    """
    plain = readable(clause).text[:MAX_TEXT]
    if any(c.isdigit() for c in plain):
        if _IDENTITY.search(plain):
            return "identity number"
        if _PHONE.search(plain) or _is_phone(plain):
            return "contact"
    if "@" in plain and _MAIL.search(plain):
        return "contact"
    for reason, pattern in _lexicon():
        if pattern.search(plain):
            return reason
    return "contact" if _NAMED.search(plain) or _HONORIFIC.search(plain) else None


def _is_phone(plain: str) -> bool:
    if sum(c.isdigit() for c in plain) < 7:
        return False
    import phonenumbers

    return any(True for _ in phonenumbers.PhoneNumberMatcher(plain[:2000], "SE"))


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
    without = _cleanse_brackets(text[:MAX_TEXT], reasons)
    for piece in re.split(r"(?<=[.!?;])\s+|\n+", without):
        if not piece.strip():
            continue
        reason = reason_to_drop(piece)
        if reason is None:
            kept.append(piece.strip())
        elif reason not in reasons:
            reasons.append(reason)
    return Cleansed(" ".join(kept), tuple(reasons))


_CLAUSE = re.compile(r"(\s*[;•|]\s*|(?<!\d),\s*|,\s+|\s\+\s|(?<=[.!?])\s+)")


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
    Cleansed(text='Kock 2 år (Syrien), diskare\n', reasons=('age', 'health'))
    """
    reasons: list[str] = []
    lines = []
    for line in _cleanse_brackets(text[:MAX_TEXT], reasons).split("\n"):
        parts = _CLAUSE.split(line)
        kept = ""
        for piece, separator in zip(parts[::2], (*parts[1::2], ""), strict=True):
            reason = reason_to_drop(piece)
            if reason is None:
                kept += piece + separator
            elif reason not in reasons:
                reasons.append(reason)
        # What no clause shows alone, the line may ("ref: Anna, Svensson").
        whole = reason_to_drop(kept)
        if whole is not None and whole not in reasons:
            reasons.append(whole)
        lines.append("" if whole else kept)
    return Cleansed("\n".join(lines), tuple(reasons))


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
