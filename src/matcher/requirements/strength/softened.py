"""Wishes beside a denial: what is denied as a demand may be wished for all the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from matcher.requirements.lexicon import joined
from matcher.requirements.strength.brackets import things
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

_WORDS = joined("strength")

_NEXT = 20
_SOON = 40
# "…, men det är inget krav": of everything that was wished for before
_SOFTENS = re.compile(
    r"(?:,|(?<!\w)(?:men|dock|fast|but|though|även om|even if|although))\s(?:men |dock |but |though |även om |"
    r"even if |although )?(?:det |detta |it |this |"
    r"they )?(?:är |is |are )?"
    r"(?:dock |absolut |förstås |alltså )?(?:inget|inte|ej|ingen|not|no)(?: \w+){0,2}? (?:krav|måste|"
    r"förutsättning|villkor|"
    r"nödvändig\w*|must|requirement|required|necessary|needed)(?!\w)"
)
# "…, men det ses som meriterande": what was denied as a demand is a wish all the same
_BUT = re.compile(
    r"(?: (?:tidigare|förut|innan|sedan innan|before))?,? (?:men|dock|fast|but|though) (?:(?:det|detta|it|this)(?= )|"
    r"(?:\w+ ){1,4}(?=om du har (?:det|den|ett|en)(?!\w)))"
)


def wished_before(low: str, cues: Sequence[Mark], denial: Mark, start: int) -> Mark | None:
    """Find the wish that a denial only softens, on either side of its thing ("A är bra, men det är inget krav")."""
    if not _SOFTENS.search(low, max(start, denial.start - _NEXT), denial.start + _SOON):
        return None
    wishes = [cue for cue in cues if cue.label == "nice" and cue.end <= denial.start]
    return wishes[-1] if wishes else None


def wished_after(low: str, cues: Sequence[Mark], denial: Mark, end: int) -> Mark | None:
    """Find the wish that follows a denial ("Inget krav på att du har jobbat i butik, men det ses som meriterande")."""
    but = _BUT.match(low, end) if denial.end <= end else None
    wishes = (cue for cue in cues if cue.label == "nice" and but and but.end() <= cue.end <= but.end() + _SOON)
    return next(wishes, None)


# "Körkort, bil får du av oss": what is given is another thing, though no family knows it.
_GIVEN = re.compile(
    r"\s\w*(?:bil|bilen|kläder|verktyg|telefon|dator|mobil|utrustning|boende|bostad|material|skor|lunch|mat) $"
)
_WH = re.compile(r"\s(?:var|vad|vilk\w+|hur|när|where|which|how)(?!\w)")
# "Jobbat med glas, bil- eller byggnadsglas spelar ingen roll": which of them is needless to say
_NO_MATTER = ("spelar", "kvittar", "gör det", "is un", "does", "makes no")
_EITHER = re.compile(r",\s[^,.;]{3,40}?\s(?:eller|or)\s[^,.;]{2,40}?\s$")


def denies_other(low: str, comma: int, cue: Mark) -> bool:
    """Whether a denial behind a comma speaks of what stands there, though no family knows it.

    Examples
    --------
    >>> low = "körkort, bil får du av oss"
    >>> denies_other(low, 7, Mark("not_required", 13, 26))
    True
    """
    if low.startswith(_NO_MATTER, cue.start) and _EITHER.match(low, comma, cue.start):
        return True
    return bool(_WH.match(low, comma + 1, cue.start + 1) or _GIVEN.match(low[comma + 1 : cue.start]))


# "Finnish plus good English": the word joins
_PLUS_MORE = re.compile(
    r" (?:(?:en|ett|a|an|var|varannan|vartannat) )?(?:helg|kväll|natt|lördag|söndag|weekend|evening|night|saturday)|"
    r" (?:(?:en|ett|a|an) )?(?:god|goda|bra|flytande|good|fluent|basic|excellent|some|minst|at least|\d|two|three|"
    r"två|tre|"
    r"b-körkort|körkort|one of|any of|en av|ett av|någon av|något av|svenska|engelska|swedish|english|driving|"
    r"experience|erfarenhet|truckkort|adr|ykb)(?!\w)"
)


def only_joins(low: str, cue: Mark) -> bool:
    """Whether "plus" joins two things and wishes for none.

    Examples
    --------
    >>> only_joins("finnish plus good english", Mark("nice", 8, 12)), only_joins("finnish plus", Mark("nice", 8, 12))
    (True, False)
    """
    return (
        cue.end - cue.start == len("plus")
        and low.startswith("plus", cue.start)
        and bool(_PLUS_MORE.match(low, cue.end))
    )


def denied_itself(cues: Sequence[Mark], cue: Mark) -> bool:
    """Whether a denial stands in words that deny it: "börja utan" in "du kan inte börja utan".

    Examples
    --------
    >>> denied_itself([Mark("must", 3, 25)], Mark("not_required", 15, 25))
    True
    """
    return cue.label == "not_required" and any(
        other.label == "must" and other.start < cue.start and cue.end <= other.end for other in cues
    )


_CLOSES = (",", ";")
_AND_SO = re.compile(r", (?:liksom|likväl som|likaså|precis som|så även|as (?:is|are|well as))(?!\w)")


def ends_clause(low: str, sentence: Sentence, cue: Mark) -> bool:
    """Whether a cue ends the clause of the thing before it ("engelska är ett måste, svenska …") and says no more.

    Examples
    --------
    >>> low = "ecy ska du ha, liftkort är bra"
    >>> ecy, cue = Mark("ecy", 0, 3), Mark("must", 4, 13, ("both",))
    >>> ends_clause(low, Sentence(0, len(low), {"certificates": [ecy]}), cue)
    True
    """
    if _AND_SO.match(low, cue.end):
        return False  # "Liftkort är meriterande, liksom ADR"
    if not low.startswith(_CLOSES, cue.end) or cue.label not in ("must", "nice") or cue.more[:1] != ("both",):
        return False
    return any(
        0 <= cue.start - thing.end <= _NEXT and "," not in low[thing.end : cue.start] for thing in things(sentence)
    )


# "Vilja räcker, men har du jobbat i storkök blir inskolningen kortare"
_CONDITION_WITHIN = re.compile(
    r"(?:[,:]|(?<!\w)(?:men|fast|but)) (?:har|kan|talar|pratar|behärskar) du (?!som|den|att)(?:[\w-]+ ){0,4}$"
)
_GOES_WELL = re.compile(r"[^.,;?]{0,30}? (?:blir|går|får|slipper|ger|höjs|kortas|bokas|hamnar)(?!\w)")
# "Mormor blir överlycklig om du talar polska", "Det skulle hjälpa oss om du …", "… om du kunde teckenspråk"
_GLAD_IF = re.compile(
    r"(?:(?<!\w)(?:\d+[05]0(?: kr\w*)?|skulle|vore|hade|\w*glada?|\w*lyckliga?|lyriska?|tacksamm?a?|nöjda?|"
    r"imponerade?|jublar|dansar|hurrar|applåderar|firar|ler|hjälper|underlättar|\w*enklare|lättare|smidigare|snabbare|skönt|"
    r"tryggt|tur)(?!\w)"
    r"[^.,;:!?]{0,40}? om du (?:\w+ )?(?:har|kan|är|talar|pratar|behärskar|förstår|gått|jobbat|arbetat)|"
    r" om du (?:\w+ )?(?:kunde|hade|talade|pratade|behärskade|vore))(?!\w)(?:(?! men | fast )[^.;!?]){0,60}$"
)

# "ADR, om du har", "Truckkort (if you have one)"
_IF_HELD = re.compile(
    r"(?<!\w)(?:(?:om|ifall) (?:du|ni) (?:har|innehar|äger)(?: (?:det|den|ett|en|sådan\w*|något|någon))?|"
    r"(?:om|ifall) (?:sådan\w*|det|du någon|du något) (?:finns|har)|if (?:you have(?: one| it| any)?|any|available))"
    r"[ ).!]*$"
)
_NEXT_ITEM = re.compile(r",\s\w")  # "B-körkort, truckkort om du har"
_ENDS_IN_CONDITION = 24
_CONDITION_ENDS = (" ha", " finns", "if any", "if available")


def welcomed_within(low: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a condition in the second half of a sentence only welcomes a thing: "… is glad", "if you have one".

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    start, end : int
        The thing.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "vilja räcker, men har du jobbat i storkök blir det lättare"
    >>> welcomed_within(low, Sentence(0, len(low)), 25, 41)
    True
    >>> low = "mormor blir överlycklig om du talar polska"
    >>> welcomed_within(low, Sentence(0, len(low)), 36, 42)
    True
    """
    tail = low[max(end, sentence.end - _ENDS_IN_CONDITION) : sentence.end]
    held = _IF_HELD.search(low, end, sentence.end) if any(sign in tail for sign in _CONDITION_ENDS) else None
    if held and not _NEXT_ITEM.search(low, end, held.start()):
        return True
    if " du " not in low[sentence.start : start]:
        return False
    if _CONDITION_WITHIN.search(low, sentence.start, start) and _GOES_WELL.match(low, end, sentence.end):
        return True
    return " om du " in low[sentence.start : start] and _GLAD_IF.search(low, sentence.start, start) is not None


_WILL_DO = (
    " kan ", " can ", " may ", " could ", " får ", " i stället för ", " istället för ", " in lieu of ", " instead of ",
    " duger ", " går ", " funkar ", " fungerar ", " work", " is also ", " is fine ", " är också ",
)  # fmt: skip
_WILL_DO_TOO = re.compile(rf" (?:{_WORDS['will_do_too']})(?!\w)")


def does_too(low: str, end: int, stop: int) -> bool:
    """Whether it is said behind a thing that it will do as well as the one before it.

    Examples
    --------
    >>> low = "c-körkort krävs, ce duger också"
    >>> does_too(low, 19, len(low)), does_too(low, 9, len(low))
    (True, False)
    """
    return low.startswith(_WILL_DO, end) and _WILL_DO_TOO.match(low, end, stop) is not None


def of_other_way(low: str, sentence: Sentence, cue: Mark, end: int) -> bool:
    """Whether "duger också" speaks of another thing that stands nearer, or of both ("A eller B, det går lika bra").

    Examples
    --------
    >>> low = "svenska eller engelska, det går lika bra"
    >>> of_other_way(low, Sentence(0, len(low)), Mark("nice", 28, 40, ("touching",)), 22)
    True
    """
    if cue.label != "nice" or not _WILL_DO_TOO.match(low, cue.start - 1):
        return False
    return low.startswith("det ", cue.start - 4) or any(
        end <= thing.start and thing.end == cue.start - 1 for thing in things(sentence)
    )
