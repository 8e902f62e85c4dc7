"""What the words beside a thing say of its strength where no cue does: "truckkort gör oss jätteglada"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.records import Necessity
from matcher.requirements.strength.brackets import things
from matcher.requirements.strength.deciding import By
from matcher.requirements.text.phrases import EDGES, SAYS, Phrase, says
from matcher.requirements.text.segment import Sentence, is_fragment
from matcher.taxonomy.scanning.phrasebook import Mark

_LONGEST, _LONGEST_NEXT, _SHORTEST = 60, 45, 4
_LEAD, _SURER = 85, 120
_WHICH = ("that ", "which ", "som ")  # "Python that nobody complains about": which, not how strongly
_REASONS = ("eftersom ", "därför att ", "så att ", "för att ", "because ", "since ", "so that ")
_GOES_ON = (", kan ", ", har ", ", talar ")  # what else the applicant can: "du har truckkort, kan svetsa"
# "Vi ser det som en styrka om du har HLR, har jobbat i butik eller talar arabiska"
_IFS = (" om du ", " om ni ", " om man ", " if you ")
_CONDITION = re.compile(
    r"(?<! som)(?: även| också)? (?:om (?:du|ni|man)|if you)(?: (?:redan|dessutom|även|också|själv|already|also))?"
    r"(?: (?:har|är|kan|talar|pratar|behärskar|gått|jobbat|arbetat|kört|have|are|can|speak|know|hold|ve))?(?!\w)"
)
# "Hör gärna av dig om du har B-körkort": to hear of it is what is wished for
_MEETS = re.compile(
    r"(?<!\w)(?:hör|höra|träffa|möta|sök|ansök|söker|skicka|mejla|maila|ring|kontakta|välkom\w+|berätta|skriv|ange|passar|"
    r"trivs|anställer|meet|hear|talk|chat|apply|contact|tell|write|welcome|suits?|hire)(?!\w)"
)
_JOINT = re.compile(r"(?:,|/|,? (?:och|eller|samt|och/eller|and|or|and/or|&))\s?")
# "Kundkrets är ett plus.": speaks of what it names, listed or not
_OWN_SUBJECT = re.compile(
    r"(?!(?:det|detta|den|de|dessa|allt|båda|alla|inget|ingen|it|this|that|they|both|these|those|all|none|neither)(?!\w))"
    r"(?:(?:kan|har|är|talar|pratar) du (?:även |också |dessutom )?(?!det|detta|den|allt|sådan)|"
    r"[\w-]{4,} (?:är|vore|ses som|is|are|would be)(?!\w)|"
    r"(?!(?:ett|en|an?|stort?|extra|stark|starkt|särskilt|mycket|big|great|definite)(?!\w))[\w-]{3,}(?: [\w-]+){0,3} "
    r"(?:merit|meriterande|plus|önskvärt|bonus)\W*$)"
)
_TURNS = re.compile(r"[;.!?]|(?<!\w)(?:men|but|då|så|annars|otherwise|then)(?!\w)")
_UNASKED = ("duties", "offer", "about", "apply")
# The ad says by itself that these are asked for, and "görs", "ingår" behind them denies nothing.
_ASK_THEMSELVES = ("checks", "hours", "hours_said", "physical")


def beside(low: str, sentence: Sentence, start: int, end: int) -> Iterator[tuple[Phrase, int]]:
    """Phrases beside a thing that may say how strongly it is asked for, with the offset at which each begins.

    What follows it in its sentence; where nothing does, the short sentence behind it and what leads to it. A phrase
    that names another thing speaks of that.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        In a block, scanned.
    start, end : int
        Where the thing stands.

    Yields
    ------
    tuple of (Phrase, int)
    """
    named = list(things(sentence)) + sentence.marks.get("checks", [])
    end = _list_ends(low, named, end)
    rest = low[end : sentence.end].partition(";")[0].strip(EDGES)
    if rest:
        told = rest.startswith(_REASONS) or low.startswith(_GOES_ON, end)
        if not told and len(rest) <= _LONGEST and not any(mark.start >= end for mark in named):
            yield Phrase(rest, "beside"), low.index(rest, end)
        return
    after = _next(sentence) if is_fragment(low, sentence) else None
    if after is not None and after.end - after.start <= _LONGEST_NEXT and not _names(low, after):
        yield Phrase(low[after.start : after.end], "beside"), after.start
    begin = low.rfind("; ", sentence.start, start) + 1 or sentence.start
    if _SHORTEST <= start - begin <= _LONGEST and not any(begin <= mark.start < start for mark in named):
        yield Phrase(low[begin:start], "head"), begin


def _list_ends(low: str, named: list[Mark], end: int) -> int:
    """Where the list ends that a thing stands in: what is said behind it is said of all ("A eller B är en skatt")."""
    for mark in sorted(named, key=lambda mark: mark.start):
        if mark.start >= end and _JOINT.fullmatch(low, end, mark.start):
            end = mark.end
    return end


def _on_condition(low: str, sentence: Sentence, start: int) -> Iterator[tuple[Phrase, int]]:
    """Find what leads to a condition that names a thing and ends its sentence ("Kunderna blir glada om du kan …")."""
    if not any(word in low[sentence.start : start] for word in _IFS) or low[sentence.end - 1] == "?":
        return
    found = _CONDITION.search(low, sentence.start + 1, start)
    if found is None or found.end() - sentence.start > _LONGEST or _TURNS.search(low, found.end(), start):
        return
    if _MEETS.search(low, sentence.start, found.start()):
        return
    if not any(mark.start < found.start() for mark in things(sentence)):
        yield Phrase(low[sentence.start : found.end()], "head"), sentence.start


def _judging(sentence: Sentence) -> Iterator[Mark]:
    return (cue for cue in sentence.marks.get("strength", ()) if cue.label in SAYS)


def _next(sentence: Sentence) -> Sentence | None:
    """Sentence behind another in its block."""
    if sentence.block is None or not sentence.block.sentences:
        return None
    beside = sentence.block.sentences
    place = sentence.number - beside[0].number + 1
    return beside[place] if place < len(beside) else None


def _names(low: str, sentence: Sentence) -> bool:
    """Whether a sentence names things of its own, or heads what it names."""
    return (
        any(True for _ in things(sentence))
        or ":" in low[sentence.start : sentence.end]
        or _OWN_SUBJECT.match(low, sentence.start, sentence.end) is not None
    )


def said_beside(low: str, sentence: Sentence, start: int, end: int, *, by: By) -> tuple[Necessity, Mark] | None:
    """Tell whether the words beside a thing say that it is welcome or needless, and which words do.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    start, end : int
    by : {"nothing", "statement", "heading"}
        What asks for the thing else: a heading asks so firmly that only words behind the thing, in its own sentence,
        can say otherwise, and a statement ("du har …") is not softened by what leads to the thing.

    Returns
    -------
    tuple of (str, Mark) or None

    Examples
    --------
    >>> low = "truckkort gör oss jätteglada"
    >>> said_beside(low, Sentence(0, len(low)), 0, 9, by="nothing")[0]
    'nice'
    """
    if sentence.section in _UNASKED:
        return None
    if by == "heading" and (end >= sentence.end - 1 or "," in low[start:end]):
        return None  # nothing stands behind it, or what does may speak of the last part alone
    if any(mark.start <= start < mark.end for name in _ASK_THEMSELVES for mark in sentence.marks.get(name, ())):
        return None
    # "Vi välkomnar dig som har truckkort." states it plainly.
    others = (told for told in beside(low, sentence, start, end) if by == "nothing" or told[0].place != "head")
    for phrase, at in (*_on_condition(low, sentence, start), *others):
        if by == "heading" and (
            at > sentence.end or phrase.place == "head" or low[at - 1] == "(" or low.startswith(_WHICH, at)
        ):
            continue
        if any(
            at <= cue.start < at + len(phrase.words) for cue in (*_judging(sentence), *sentence.marks.get("levels", ()))
        ):
            continue  # The rules know these words, and that they speak of something else, or of how well it is known.
        said = says(phrase, _SURER if by == "heading" else _LEAD)
        if said in ("nice", "not_required"):
            return said, Mark(said, at, at + len(phrase.words))
    return None
