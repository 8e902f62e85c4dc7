"""How strongly an ad asks for something: clause beats sentence beats list item beats heading, and negation wins.

The cues are a lexicon (``lexicon/strength.tsv``). A cue says where the thing that it speaks of stands: before it
("truckkort krävs"), behind it ("krav på truckkort"), on either side, or right behind it ("gärna truckkort"). Of
the cues that can speak of a thing the nearest one does; a comma, a bracket and still more a "men" lie far.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from matcher.records import Necessity
from matcher.requirements.strength.brackets import (
    asks_in_bracket,
    in_other_bracket,
    is_remark,
    outside,
    says_last,
    shut,
)
from matcher.requirements.strength.denied import is_affirmed, is_denied, of_label, opens_clause, parted, settled
from matcher.requirements.strength.nearer import nearer_thing
from matcher.requirements.strength.softened import denied_itself, ends_clause, of_other_way, only_joins, welcomed_within
from matcher.requirements.text.segment import DEMANDS, Section, Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

By = Literal["cue", "heading", "statement", "nothing"]

_COMMA, _CONTRAST, _NEAR, _NEXT, _FARTHEST, _VERB = 12, 150, 60, 20, 140, 9
_NEGATION_WINS, _SOON, _OPENS = 25, 40, 24
_NEARBY = (("near",), ("next",), ("touching",), ("before",), ("inside",), ("teach",))
# Where a new condition begins ("…, och om du talar polska är det ett plus"): a cue behind it speaks of the new one.
_CONDITION = (
    r"[,;]\s(?:och )?(?:om du|kan du|har du|talar du|är du|if you|behärskar du)(?!\w)|"
    r"\s(?:och|samt) (?:om du|kan du|har du|talar du)(?!\w)|"
    r"[,;]\s(?:additional|other|further|ytterligare|andra|fler) (?:\w+ )?(?:languages?|språk)(?!\w)|"
    r"\s(?:och|samt|and) (?:vi|we|tycker|gillar|trivs|älskar|brinner)(?=\s)"
)
_EDGES = (
    r"[,()]|[:;]|(?<=\s)[-–—](?=\s)|(?<=[^?!]\s)(?:men|(?<=[,;]\s)(?:dock|däremot)|fast|but|however|though|although|medan|while|whereas|"
    r"eftersom|då)(?=\s)|(?<=\s)(?:och|and|samt)(?=\s)"
)
# "A or B, and with C, is a plus": the list is what the cue speaks of.
_VERB_NEXT = re.compile(r"\s?(?:is|are|would be|är|ses|räknas|anses|vore|ser vi)(?!\w)")
_CLOSED = re.compile(r", (?:and|och|samt) [^.;:]{3,60}, (?:(?:is|are|would be|är|ses som|vore) )?$")
# "Gärna engelska, och kan jobba kvällar": what a wish before it does not reach
_EDGE = re.compile(rf"(?<=\s)(?:och|samt) (?:kan|ska|måste|behöver|klarar)(?=\s)|, (?:som|who)(?=\s)|{_EDGES}")
_EDGE_BACK = re.compile(f"(?P<condition>{_CONDITION})|{_EDGES}")
# "Engelska hör inte till vardagen men är bra": no subject of its own behind "men"
_GOES_ON = (" är bra", " är en ", " är ett ", " är merit", " är önsk", " ses som", " uppskatt", " is a ", " is help")
_CONDITION_FIRST = re.compile(
    r"(?:har|kan|talar|pratar|behärskar|är) du(?! som| den)(?!\w)|den som (?:dessutom |även |redan )?(?:har|kan|"
    r"talar)|finns det(?!\w)|om du (?:har|kan|talar|är|även|också|"
    r"dessutom)(?!\w)|if you (?:have|speak|also)(?!\w)"
)
_CONDITIONS = tuple("den som |har du|kan du|talar du|pratar du|behärskar du|är du|om du |if you |finns det".split("|"))
_AND_HAS = re.compile(
    r", (?:och|samt) (?:har|är|kan|behärskar|talar|att (?:du|ni))(?!\w)|, and (?:you )?(?:have|are|can|speak)(?!\w)"
)
_ENOUGH = re.compile(
    r"räcker|är det lugnt|går det bra|funkar|duger|is enough|is fine|reder det sig|förstår vi|kommer vi överens|"
    r"löser det sig|klarar du dig"
)
_STATED = ("has", "weak")
_HAS = ("har ", "talar ", "behärskar ")  # "Har haft ansvar för personal": whoever applies
_BARE_HAS = re.compile(r"\w+ (?!(?:du|ni|vi|man|det|den|jag|i|på|en|ett)(?!\w))[^?]*$")
# "Du leder arbetet och har vana av …": a cue inside it keeps its own say
_ALSO_HAS = re.compile(r"(?<!\w)du(?: [^\s.;:]+){1,9} (?:och|samt) har(?!\w)")
# "A and B – Swedish is a bonus": behind the dash something else is spoken of.
_OWN_SUBJECT = re.compile(
    r"[-–— ]+(?!(?:det|detta|dessa|båda|allt|it|this|that|these|which|both|all)\s)(?:[\w/+-]+\s){1,3}(?:is|are|är|ses|"
    r"would be)\s"
)


class Judged(NamedTuple):
    """Strength of one thing that an ad names.

    Attributes
    ----------
    necessity : {"must", "nice", "not_required"}
    by : {"cue", "heading", "statement", "nothing"}
        What says so: a cue in the sentence, the heading, a plain statement about the applicant, or nothing at all
        (then the ad only mentions it and does not ask).
    cue : Mark or None
    """

    necessity: Necessity
    by: By
    cue: Mark | None = None

    @property
    def asked(self) -> bool:
        """Whether the ad asks for it, in whatever strength."""
        return self.by != "nothing"

    @property
    def given(self) -> bool:
        """Whether a cue says that it can be had there ("möjlighet att ta truckkort"): then it is no demand anywhere."""
        return self.by == "nothing" and self.cue is not None


_HEADED: Mapping[Section, Judged] = {
    "profile": Judged("must", "heading"),
    "nice": Judged("nice", "heading"),
    "not_required": Judged("not_required", "heading"),
}
_STATEMENT, _NOTHING = Judged("must", "statement"), Judged("must", "nothing")


def distance(low: str, start: int, end: int, *, back: bool = False) -> int:
    """How far a cue lies: characters, with a surcharge for every edge between.

    With ``back`` the cue stands behind what it speaks of, and a condition between ("…, om du") is an edge too.

    Examples
    --------
    >>> distance("truckkort krävs, adr är en merit", 9, 10), distance("truckkort krävs, adr är en merit", 15, 21)
    (1, 18)
    """
    cost, listed = end - start, False
    # "A and B, and tools like C, is a plus": the comma before the verb closes one list, whatever is in it.
    closed = back and _CLOSED.search(low, start, end) is not None
    for edge in (_EDGE_BACK if back else _EDGE).finditer(low, max(0, start - 1), end + 1):
        sign = edge.group().strip()
        if (
            sign == ","
            and listed
            and back
            and not closed
            and edge.end() < end - 3
            and not _VERB_NEXT.match(low, edge.end())
        ):
            # "svenska och engelska, polska är ett plus": the list before the comma is closed.
            cost += _CONTRAST
        elif sign in ",()":
            cost += _COMMA
        elif sign in ("och", "and", "samt"):
            listed = True
            cost += 4
        elif back and sign in ("men", "but") and low.startswith(_GOES_ON, edge.end()):
            cost += _COMMA
        elif sign in ":-–—":
            # The cue may be the verb itself ("– Swedish is great").
            cost += _CONTRAST if back and _OWN_SUBJECT.match(low, edge.end() - 1, end + _VERB) else 8
        else:
            cost += _CONTRAST
    return cost


def _cost(low: str, cue: Mark, start: int, end: int) -> int | None:
    """Distance at which a cue speaks of a span; ``None`` if it cannot."""
    reach = cue.more[0] if cue.more else "both"
    if cue.start < end and start < cue.end:
        return 0
    if reach == "inside":
        return None
    if cue.start >= end:
        if reach not in ("before", "both", "touching"):
            return None
        cost = distance(low, outside(low, end, cue.start), cue.start, back=True)
    elif reach in ("before", "touching"):
        return None
    else:
        if shut(low, cue, start):
            return None
        bracket = low.rfind("(", cue.end, start)
        # What is listed in a bracket lies as far as the bracket.
        listed = bracket >= 0 and low.find(")", bracket, start) < 0
        cost = distance(low, cue.end, bracket if listed else start)
    if reach == "near" and cue.end <= start and _AND_HAS.search(low, cue.end, start):
        return None  # "… Excel, gärna Trello, och har kunskap om inköp"
    if reach in ("next", "touching"):
        return cost if cost <= _NEXT else None
    return None if cost > (_NEAR if reach == "near" else _FARTHEST) else cost


def judge(low: str, sentence: Sentence, start: int, end: int, *, until: int | None = None) -> Judged:
    """Judge the strength of what stands at ``[start, end)`` of a sentence.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned, with its section.
    start, end : int
    until : int, optional
        Cues behind this offset speak of something else.

    Returns
    -------
    Judged
    """
    cues = sentence.marks.get("strength")
    if is_denied(low, sentence, start):
        return Judged("not_required", "cue")
    if cues and is_affirmed(low, sentence, start, end):
        return Judged("must", "cue")
    best = _nearest(low, sentence, start, end, until) if cues else None
    if (best is None or best.label == "weak") and welcomed_within(low, sentence, start, end):
        return Judged("nice", "cue")
    if best is not None and not (sentence.section == "nice" and "boast" in best.more):
        return Judged("must", "nothing", best) if best.label == "void" else Judged(_necessity(best), "cue", best)
    if (
        sentence.section != "not_required"
        and low.startswith(_CONDITIONS, sentence.start)
        and _CONDITION_FIRST.match(low, sentence.start)
        and low[sentence.end - 1] != "?"
        and not _ENOUGH.search(low, end, sentence.end)
    ):
        # "Har du kört truck blir du snabbt varm i kläderna.": welcome, not demanded.
        return Judged("nice", "cue")
    if sentence.section in DEMANDS:
        return _HEADED[sentence.section]
    return _STATEMENT if _is_stated(low, sentence, end) else _NOTHING


def _is_stated(low: str, sentence: Sentence, end: int) -> bool:
    """Whether a sentence tells plainly what somebody has, is or can."""
    if low.startswith(_HAS, sentence.start) and _BARE_HAS.match(low, sentence.start, sentence.end):
        return True
    if any(cue.label in _STATED and cue.start < end + _SOON for cue in sentence.marks.get("strength", ())):
        return True
    if " har " not in low[sentence.start : sentence.end]:
        return False
    also = _ALSO_HAS.search(low, sentence.start, sentence.end)
    return also is not None and also.start() < end + _SOON


def _nearest(low: str, sentence: Sentence, start: int, end: int, until: int | None) -> Mark | None:
    """Cue that speaks of a span: the nearest that can, with a bonus for negations."""
    best: tuple[int, Mark] | None = None
    cues = sentence.marks.get("strength", ())
    for mark in cues:
        cue = parted(low, mark) if mark.label == "not_required" else mark
        if cue.label == "weak" and is_remark(low, sentence, cue):
            cue = Mark("must", cue.start, cue.end, ("touching",))
        elif cue.more[:1] == ("near",) and says_last(low, sentence, cue):
            # "Truckkort (gärna)", "Engelska - gärna"
            cue = Mark(cue.label, cue.start, cue.end, ("touching",))
        elif cue.more[:1] == ("touching",) and low.endswith(("= ", "= också "), 0, cue.start):
            # "Truckkort och körkort = plus": of the whole list.
            cue = Mark(cue.label, cue.start, cue.end, ("before",))
        elif cue.label == "not_required" and opens_clause(low, sentence, cue):
            cue = Mark(cue.label, cue.start, cue.end, ("after",))
        silent = cue.label in _STATED or cue.label == "same" or (bool(cue.more) and cue.more[0] == "teach")
        if (
            silent
            or of_label(sentence, cue)
            or denied_itself(cues, cue)
            or only_joins(low, cue)
            or (until is not None and cue.start >= until)
        ):
            continue
        cost = None if in_other_bracket(low, sentence, cue, start, end) else _cost(low, cue, start, end)
        if cost is None or (cue.end <= start and _cut_off(low, sentence, cue, start)):
            continue
        if cue.end <= start and ends_clause(low, sentence, cue):
            continue
        if cue.start >= end and any(of(low, sentence, cue, end) for of in _OF_ANOTHER):
            continue
        if cue.label == "not_required":
            cost -= _NEGATION_WINS
        if best is None or cost < best[0]:
            best = (cost, cue)
    return settled(low, sentence, best[1], start, end) if best else _opening_wish(low, sentence, cues, start)


def _opening_wish(low: str, sentence: Sentence, cues: Sequence[Mark], start: int) -> Mark | None:
    """Find the wish that opens a long list ("Vi ser gärna att du kan A, B, … och Z"), however far what it wishes."""
    first = next((cue for cue in cues if cue.label == "nice" and cue.more[:1] not in _NEARBY), None)
    if first is None or first.start - sentence.start > _OPENS or first.end > start or shut(low, first, start):
        return None
    surcharge = distance(low, first.end, start) - (start - first.end)
    return first if surcharge < _CONTRAST and not _cut_off(low, sentence, first, start) else None


_OF_ANOTHER = (nearer_thing, asks_in_bracket, of_other_way)


def _cut_off(low: str, sentence: Sentence, cue: Mark, start: int) -> bool:
    """Whether a new statement begins between a cue and what stands behind it ("…, det räcker att du kan …")."""
    opens = cue.start == sentence.start and low.startswith(", ", cue.end)  # "Ideally, you also have …"
    return not opens and any(
        other.label in _STATED
        and cue.end < other.start < start
        and "," in low[cue.end : other.start]
        and low[cue.end : other.start] != ", "
        and not low.endswith(("om ", ", att ", " och att ", " samt att ", " eller att "), cue.end, other.start)
        for other in sentence.marks.get("strength", ())
    )


def _necessity(cue: Mark) -> Necessity:
    return "must" if cue.label == "must" else "nice" if cue.label == "nice" else "not_required"
