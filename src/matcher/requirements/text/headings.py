"""Which lines are headings, and what they announce: demands, wishes, what is needless, duties, an offer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from matcher.requirements.lexicon import lexicon
from matcher.requirements.text.headings_asked import asked_section, told_section, welcomes
from matcher.requirements.text.headings_named import heading_named
from matcher.requirements.text.headings_person import names_person
from matcher.requirements.text.segment import DEMANDS, Sentence
from matcher.requirements.text.seldom import Seldom
from matcher.taxonomy.scanning.phrasebook import Lexicon, Mark

_INDENT = 4  # a heading without a colon begins with its words ("ADR (meriterande)" is none)
_LEADS_ON = (" om", " att", " du", " som", " if you", " that", " you", " om du har", " om du kan", " if you have")
_IF_HELD = (", om du har", " (om du har", ", if you have", "- om du har", "– om du har")
# "… om du därutöver har", "… if you also speak"
_LEADS_YOU = re.compile(r"(?<!\w)(?:om|som|if) (?:du|ni|you)(?: \w+)? \w+$")
_HAVING = (" har", " kan", " är", " talar", " behärskar", " have", " are", " can", " know", " speak")
# "You'll fit right in if you", "Du trivs hos oss om du": whom the job suits, whatever the line begins with
_SUITS_YOU = re.compile(r"(?<!\w)(?:om du|if you(?:.re)?)(?: (?:har|är|kan|have|are|can))?\s?[:…]?$")
LONGEST_HEADING = 90
"""Characters of the longest line that may be a heading."""

_LEAD = 14  # how far from the line's beginning a heading's words may start ("… och", "3.", "Din")
_WORDS_OF_LABEL = 3
_OF_YOU = re.compile(
    r"(?<!\w)(?:du|you)(?: \w+)? (?:har|är|kan|ha|kunna|have|are|can|ska ha|behöver)\s?[:…]|(?:krävs|"
    r"behöver du|krav|måste du)(?: \w+)?\s?[:…]"
)
# "A fitting background would be …, together with the following qualifications:"
_LISTS_DEMANDS = Seldom(
    r"(?:following|följande) (?:\w+ )?(?:qualifications|requirements|kvalifikationer|krav)(?:[^.:]{0,40}:)?$"
)
_REMARK = re.compile(r"\s?\([^()\n]{1,40}\):?$")
# What a line may hold beside its cue of strength to be a heading all the same.
_FILLS = re.compile(
    r"\W*(?:(?:det|detta|här|är|vi|du|man|men|inte|ej|ett|en|och|som|om|har|ha|kan|kunna|extra|gärna|då|så|saker|"
    r"allt|av|för|oss|dig|också|även|absolut|bara|ger|i|på|this|that|is|it|a|an|the|we|you|what|which|things|"
    r"to|have|if|but|would|be|do|not|just|these|are)(?!\w)\W*)*"
)
THINGS = frozenset(("licences", "certificates", "languages", "education", "experience", "professions", "checks"))
"""Lexicons of what can be asked for: a line that names one of them is hardly a heading."""

_IS_TITLE = re.compile(r"[A-ZÅÄÖ][A-ZÅÄÖ\s&/,-]{5,60}$")


def heading_words() -> Lexicon:
    """Words of headings, which are looked for where a heading can begin.

    Examples
    --------
    >>> heading_words().name
    'sections'
    """
    return lexicon("sections").only(lead=_LEAD)


def opening(sentence: Sentence) -> Mark | None:
    """Find the words of a heading with which a sentence begins.

    Parameters
    ----------
    sentence : Sentence
        Scanned with the lexicon ``sections``.

    Returns
    -------
    Mark or None
    """
    marks = sentence.marks.get("sections")
    return marks[0] if marks and marks[0].start - sentence.start <= _LEAD else None


def heading_kind(text: str, low: str, sentences: list[Sentence], *, bullet: bool) -> str | None:
    """Tell which section a line opens as a heading.

    Parameters
    ----------
    text, low : str
        The readable text, and the same in lower case.
    sentences : list of Sentence
        Those of the line, scanned with the lexicons ``sections`` and ``strength``.
    bullet : bool
        Whether a bullet stands before the line.

    Returns
    -------
    str or None
        A section, ``"same"`` for a heading that opens none, ``"topic"`` for one that begins demands where there are
        none yet, ``None`` for a line that is no heading.
    """
    first, last = sentences[0], sentences[-1]
    ending = text[last.end - 1]
    length = _bare_length(text, first.start, last.end)
    listed = len(sentences) > 1 and (ending not in ":?" or length > LONGEST_HEADING)
    if listed or (ending in ".!,;" and not text.endswith("...", 0, last.end)):
        return _called_out(low, first) if ending == "!" and not (listed or bullet) else None
    mark = _softened(low, first, _words_of(low, sentences, ending))
    if not bullet and length <= LONGEST_HEADING and _leads_on(low, first, last):
        return _announced(low, first, mark)
    if ending == "…" or text.endswith("...", 0, last.end):
        # "Truckkort är meriterande…" trails off and announces nothing.
        ending = "." if _names(last, "licences", "certificates", "languages") else "…"
    long = length > 4 * LONGEST_HEADING
    if ending in ":…" and not bullet and (length <= 2 * LONGEST_HEADING or (not long and _lists_demands(low, last))):
        return _announced(low, last if len(sentences) > 1 else first, mark)
    if length > LONGEST_HEADING or ending == "." or (ending not in ":?" and _holds_value(low, first)):
        return None
    words = low.count(" ", first.start, last.end) + 1
    if (
        mark is not None
        and mark.label == "not_required"
        and ending not in ":?"
        and length - (mark.end - mark.start) > 4
    ):
        return None if bullet else cue_alone(low, first)
    if not bullet and mark is not None and mark.start == first.start and _IS_TITLE.match(text[first.start : last.end]):
        return None if _names_what(first, mark) else mark.label  # "DU MÅSTE HA CE-KÖRKORT OCH YKB"
    if mark is not None and (
        (ending not in ":?" and _names_what(first, mark))
        or (mark.label == "topic" and not _is_topic(low, first, mark, length))
    ):
        return None
    if mark is not None and mark.start - first.start > _INDENT and ending not in ":?":
        return None
    if (
        mark is not None
        and (mark.end - mark.start) * 2 >= length - 4
        and (words <= 8 or ending == "?" or mark.end >= first.start + length - 2)
    ):
        return None if bullet and ending not in ":?" else mark.label
    if mark is not None and ending == "?" and words <= 8 and not bullet:
        return mark.label
    return None if bullet else cue_alone(low, first)


def _called_out(low: str, sentence: Sentence) -> str | None:
    """Section of a line that is nothing but a heading and a "!" ("Din profil!")."""
    mark = opening(sentence)
    if mark is not None and mark.end >= sentence.end - 2:
        return mark.label
    return heading_named(low, sentence, mark) if sentence.end - sentence.start <= LONGEST_HEADING else None


def _leads_on(low: str, first: Sentence, last: Sentence) -> bool:
    """Whether a line breaks off where the lines below it go on ("Det är ett plus om du", "… if you also have")."""
    if low.endswith(_IF_HELD, first.start, last.end) and last.marks.keys() & THINGS:
        return False  # "ADR, om du har" remarks on what it names.
    if low.endswith(_LEADS_ON, first.start, last.end) or _lists_demands(low, last):
        return True
    return low.endswith(_HAVING, first.start, last.end) and _LEADS_YOU.search(low, first.start, last.end) is not None


def _words_of(low: str, sentences: Sequence[Sentence], ending: str) -> Mark | None:
    """Words of a heading in a line: those of its last sentence where that leads on, else of its first."""
    asked: str | None = None
    if ending == "?" and len(sentences) == 1:
        asked = asked_section(low, sentences[0])
    elif ending not in "?…" and not sentences[-1].marks.keys() & THINGS:
        asked = told_section(low, sentences[-1])
    if asked is None and len(sentences) == 1:
        asked = heading_named(low, sentences[0], opening(sentences[0]))
    if asked:
        return Mark(asked, sentences[-1].start, sentences[-1].end)
    # "Du blir en av oss tre. Krav:" ends in the heading.
    last = opening(sentences[-1]) if ending == ":" else None
    if ending == ":" and len(sentences) > 1 and names_person(low, sentences[-1]):
        return last  # "We offer a pleasant place. A suitable candidate needs:"
    return last or opening(sentences[0])


def _softened(low: str, sentence: Sentence, mark: Mark | None) -> Mark | None:
    """Let a bracket behind a heading say how strongly it asks ("Requirements (nice to have)")."""
    if mark is None or mark.label != "profile" or not low.startswith("(", mark.end + 1):
        return mark
    cues = (cue for cue in sentence.marks.get("strength", ()) if cue.start == mark.end + 2)
    return Mark("nice", mark.start, mark.end) if any(cue.label == "nice" for cue in cues) else mark


def _names_what(sentence: Sentence, mark: Mark) -> bool:
    """Whether the words of a heading stand before what is asked for, as in a table's row ("Krav  B-körkort")."""
    if mark.label not in ("profile", "nice"):
        return False
    levels = sentence.marks.get("education", ())
    return any(level.label != "-" and level.start >= mark.end for level in levels) or _names(
        sentence, "licences", "certificates", "languages", "years", behind=mark.end
    )


def _names(sentence: Sentence, *lexicons: str, behind: int = 0) -> bool:
    """Whether a sentence names something of a lexicon, from a place on."""
    return any(thing.start >= behind for name in lexicons for thing in sentence.marks.get(name, ()))


def _holds_value(low: str, sentence: Sentence) -> bool:
    """Whether a line says what its label is ("Arbetstid: Natt")."""
    colon = low.find(": ", sentence.start, sentence.end)
    return colon >= 0 and low.count(" ", sentence.start, colon) <= _WORDS_OF_LABEL


def cue_alone(low: str, sentence: Sentence) -> Literal["nice", "not_required"] | None:
    """Section of a line that names nothing and only says how strongly ("Inget krav men kul", "Gärna").

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
        Scanned with the lexicon ``strength``.

    Returns
    -------
    str or None
    """
    cues = [cue for cue in sentence.marks.get("strength", ()) if cue.label in ("nice", "not_required")]
    if not cues or not _FILLS.fullmatch(_without(low, sentence, cues)):
        return None
    return "nice" if any(cue.label == "nice" for cue in cues) else "not_required"


def _without(low: str, sentence: Sentence, cues: Sequence[Mark]) -> str:
    """Words of a sentence that stand in no cue."""
    left, place = "", sentence.start
    for cue in sorted(cues, key=lambda mark: mark.start):
        left, place = left + low[place : max(place, cue.start)] + " ", max(place, cue.end)
    return left + low[place : sentence.end]


def _lists_demands(low: str, sentence: Sentence) -> bool:
    """Whether a sentence ends in "… the following qualifications:"."""
    return _LISTS_DEMANDS.search(sentence.signs, low, sentence.start, sentence.end) is not None


def _bare_length(text: str, start: int, end: int) -> int:
    """Length of a line without a remark in brackets at its end ("Meriterande (inget krav)")."""
    remark = _REMARK.search(text, start, end) if text[end - 1] in "):" else None
    return (remark.start() if remark else end) - start


def _is_topic(low: str, sentence: Sentence, mark: Mark, length: int) -> bool:
    """Whether a line without a colon is a topic and nothing else; "Körkort" alone is rather a demand."""
    whole = mark.start == sentence.start and length - (mark.end - mark.start) <= 1
    return whole and not low.startswith(("körkort", "driving licence"), mark.start)


def _announced(low: str, sentence: Sentence, mark: Mark | None) -> str:
    """Section announced by a line that ends in a colon: by its cue of strength, else by its words."""
    # What belongs to the heading's own words ("Krav och önskemål") is no cue.
    cues = [
        c.label
        for c in sentence.marks.get("strength", ())
        if not (mark and mark.start <= c.start and c.end <= mark.end)
    ]
    judged = not (mark and mark.label in ("duties", "offer", "apply", "about"))
    if judged and ("not_required" in cues or "nice" in cues):
        return "not_required" if "not_required" in cues else "nice"
    if "must" not in cues and welcomes(low, sentence):
        return "nice"
    if not (mark and mark.label in DEMANDS) and _lists_demands(low, sentence):
        return "profile"
    if mark and mark.label == "duties" and _SUITS_YOU.search(low, sentence.start, sentence.end):
        return "profile"
    if (
        mark is not None
        and mark.label == "duties"
        and "must" in cues
        and low.endswith((" kräver:", " requires:"), 0, sentence.end)
    ):
        return "profile"  # "Rollen kräver:"
    if mark is not None and not (
        mark.label in ("duties", "other") and _OF_YOU.search(low, sentence.start, sentence.end)
    ):
        return mark.label
    if mark is None and low.endswith((" offer:", " offers:", " erbjuder:", " erbjuder dig:"), 0, sentence.end):
        return "offer"
    if any(cue in ("must", "has") for cue in cues) or (mark is None and names_person(low, sentence)):
        return "profile"
    return "same"
