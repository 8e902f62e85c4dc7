"""Facts that joining words tie to what must not survive: "ÄR GRAVID men vill jobba", "kock TROTS MIN RYGG"."""

from __future__ import annotations

import re
from collections.abc import Callable

from matcher.patterns import late
from matcher.readers.lexicon import joined
from matcher.readers.privacy.others import own_clauses
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.facts.certificates import find_certificates

_WORDS = joined("beside")

# "för" and "som" join sentences only before a subject or verb; before a noun they say for whom or as what.
_JOINT = late(rf"(?:(?:\s*[,(–-])?\s+(?=\w)|(?=:\s))(?P<joint>{_WORDS['joint']})\s+", re.IGNORECASE)
# Behind what went, such a part tells more of it.
_HANGS_ON = frozenset(("som", "där", "who", "where", "för att", "tills", "until", "vilket", "utan"))
_OWN = late(r"(?<!\w)(?:jag|själv|deltagaren|i|i've|i'm|myself)(?![\w'])", re.IGNORECASE)
_FACT = late(rf"(?<!\w)(?:{_WORDS['fact']})(?!\w)", re.IGNORECASE)

# "Jobbade tills hon blev sjukskriven" tells no work.
_BARE = late(r"\W*(?:(?:har|jag|hon|han|hen|i|have) )*(?:arbet|jobb|work|läs|stud|kör|driv)\w*\W*", re.IGNORECASE)


def facts_beside(clause: str, at_fault: Callable[[str], bool]) -> str:
    """Leave of a clause the parts that tell a fact, between joining words.

    Parameters
    ----------
    clause : str
        One that must not survive as a whole.
    at_fault : callable
        Whether a part must not survive.

    Returns
    -------
    str
        ``""`` where no part of its own is at fault, or no other tells a fact of the person.

    Examples
    --------
    >>> facts_beside("Jag är 44 år och har kört lastbil i Irak", lambda part: "44" in part)
    'har kört lastbil i Irak'
    >>> facts_beside("Min man är kristen och jobbar natt", lambda part: "kristen" in part)
    ''
    """
    pieces = _JOINT.split(clause)
    kept: list[str] = []
    gone = behind_gone = of_other = False
    for joint, part in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        if at_fault(part) or (joint.isalpha() and at_fault(f"{joint} {part}")):
            gone = behind_gone = True
            of_other = is_of_other(part)
            continue
        if behind_gone:
            more = joint.lower() in _HANGS_ON or (of_other and not _OWN.search(part))
            if more or not tells_fact(part):
                continue
            behind_gone = False
        kept += [joint, part] if kept else [part]
    rest = " ".join(kept).strip(" ,(–-")
    return rest if gone and tells_fact(rest) and not at_fault(rest) else ""


# "Efter skilsmässan jobbade jag ...", "Trots min rygg har jag ...", "As a Christian I ...": what opens a sentence.
_OPENS = late(
    r"(?:^|(?<=[.!?;] ))(?P<front>(?:efter|trots|under|innan|före|sedan|på grund av|tack vare|som|med|utan|since|after"
    r"|despite|because of|due to|with|without|as|being)(?!\w)[^,.;:!?\n]{2,70}?),?\s+"
    r"(?:(?P<verb>har|hade|kan|vill|var|är|blev|tog|gick|började|\w{3,}(?:ade|te|de)) (?P<who>jag|hon|han|hen)(?!\w)"
    r"|(?=I(?:'ve)? ))",
    re.IGNORECASE,
)


def without_opening(text: str, at_fault: Callable[[str], bool]) -> str:
    """Take what opens a sentence and must not survive from before its verb and subject.

    Examples
    --------
    >>> without_opening("Efter skilsmässan jobbade jag på bageri.", lambda part: "skils" in part)
    'jag jobbade på bageri.'
    """

    def told(match: re.Match[str]) -> str:
        if not at_fault(match["front"]):
            return match.group()
        return f"{match['who']} {match['verb']}" if match["verb"] else ""

    return _OPENS.sub(told, text)


def is_of_other(part: str) -> bool:
    """Whether part of a sentence is about a relative: what follows it is, too, unless it names the person.

    Examples
    --------
    >>> is_of_other("Min man är kristen"), is_of_other("pappa till två")
    (True, False)
    """
    return own_clauses(part) != part and not _PARENT.match(part)


_PARENT = late(r"\s*(?:\w+ )?\w+ (?:till|åt|of|to)(?!\w)", re.IGNORECASE)


def tells_fact(part: str) -> bool:
    """Whether part of a sentence tells of work, a school, a licence, a language or a skill.

    Examples
    --------
    >>> tells_fact("har kört lastbil i Irak"), tells_fact("bakning"), tells_fact("mår illa på morgonen")
    (True, True, False)
    """
    if _BARE.fullmatch(part):
        return False
    if _FACT.search(part) or find_certificates(part):
        return True
    return any(Taxonomy.starter().tag(part, kind) for kind in ("skill", "occupation"))


_SAYS = late(rf"\s*(?:jag|hon|han|hen|vi|i|she|he|they)?\s*(?:{_WORDS['says']})(?!\w)", re.IGNORECASE)
_FEW = 3


def names_thing(part: str) -> bool:
    """Whether part of a sentence tells a fact or is a few words that may name one ("korvstoppning").

    Examples
    --------
    >>> names_thing("korvstoppning"), names_thing("inte stå länge"), names_thing("har jobbat på lager")
    (True, False, True)
    """
    return tells_fact(part) or (len(part.split()) <= _FEW and not _SAYS.match(part))
