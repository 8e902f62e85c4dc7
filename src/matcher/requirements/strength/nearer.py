"""Whether a cue behind a thing speaks of another thing that stands nearer: "körkort B, bil behövs inte"."""

from __future__ import annotations

import re

from matcher.requirements.strength.brackets import things
from matcher.requirements.strength.softened import denies_other
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

_PREDICATED = re.compile(r"(?<!\w)(?:är|ses|vore|räknas|anses|ser vi|is|are|would be)(?: \w+){0,3}? ?$")
_STATES = re.compile(
    r"(?<!\w)(?:du|dig|vi|you|we|minst|lägst|minimum|at least|\d+|två|tre|fyra|fem|ett par|räcker|duger|krävs|"
    r"behövs)(?!\w)"
)
_PREDICATE = 20
_CLASS_NEXT = re.compile(
    r",\s?(?:be|c|ce|c1|c1e|d|d1|de) (?:är |ses |som |is )?(?:ett |en |a )?$"
)  # "B-körkort, CE ett plus"
_ONE_THING = re.compile(
    r", (?!(?:till|t\.?ex|exempelvis|såsom|särskilt|framför|gärna|helst|inom|från|både|antingen|men|och|or|eller|"
    r"vilket|som|det|detta|är|ses|such|especially|which|this|that|it|is|for|preferably|with)(?!\w))"
    r"[\w+#./-]+(?: [\w+#./-]+){0,2} (?:är|ses som|räknas som|vore|is|are|would be) "
)
_AND = (" och ", " samt ", " and ")
_IS_SUBJECT = re.compile(
    r"(?: (?:av|inom|från|med|of|in|with)(?: [\w-]+){1,3}?)? (?:är|ses|räknas|vore|is|are|would be)"
    r"(?! (?:det|detta|du|vi|it)(?!\w))(?!\w)|"
    r" (?:ser vi|vill vi|önskar vi|önskas|uppskattas|värdesätts|premieras)(?!\w)|"
    r" (?:behövs|krävs|fordras|efterfrågas) (?:inte|ej)(?!\w)"
)
_TOLD = re.compile(
    r"(?<!\w)(?:(?:har|ska|måste|behöver|talar|pratar|skriver|förstår|kan|behärskar|innehar|äger|sitter) du|"
    r"you (?:already |also |must |should )?(?:have|hold|speak|know|master|need)|krävs|är (?:ett )?(?:krav|måste)|"
    r"is required|is a must)(?!\w)"
)
_ANY_THING = re.compile(
    r"(?:och|samt|and) (?:(?:category|class|klass) )?(?!(?:det|detta|dessa|den|det där|du|vi|it|that|this|which)(?!\w))"
    r"[\w-]+(?: (?:training|course|licence|certificate|utbildning|kurs))?(?= (?:är|ses|vore|is|are|would|ser vi|"
    r"uppskattas|önskas|räknas|anses)(?!\w))"
)
_MAIN_CLAUSE = re.compile(
    r"(?:(?:(?:du|konsulten)(?: som söker)?|vi (?:söker|letar efter) (?:nu )?(?:dig|en person|någon) som) "
    r"(?:har|är|talar|pratar|kan|behärskar|innehar|ska)|you (?:already |also )?(?:have|are|speak|hold|master|know)|"
    r"we are looking for (?:someone|a person|you) who (?:has|have|is|are|speaks?|knows?|holds?))(?!\w)"
)
_WHOLE = re.compile(r" (?:is|are|will be|är|krävs|behövs)(?!\w)[^,;:]*,?$")
_POINTS_BACK = re.compile(
    r"\w+ (?:is|are|would|will|är|ses|vore|it|that|this|they|which|also|det|detta|den|de|dessa|också)(?!\w)"
)
_JOINT = re.compile(r"(?<!\w)(?:och|eller|samt|liksom|and|or)(?!\w)")


def nearer_thing(low: str, sentence: Sentence, cue: Mark, end: int) -> bool:
    """Whether a cue behind a comma speaks of another thing that stands there.

    Parameters
    ----------
    low : str
        The readable text in lower case.
    sentence : Sentence
    cue : Mark
        Behind the thing.
    end : int
        Where the thing ends.

    Returns
    -------
    bool

    Examples
    --------
    >>> low = "b-körkort, ce är ett plus"
    >>> nearer_thing(low, Sentence(0, len(low)), Mark("nice", 17, 25), 9)
    True
    """
    comma = low.rfind(",", end, cue.start)
    if comma < 0 or low.startswith(_AND, comma + 1):
        next_clause = cue.label in ("nice", "not_required") and _is_of_next_clause(low, sentence, cue, end)
        if comma < 0 or next_clause:
            return next_clause
    if _CLASS_NEXT.match(low, comma, cue.start):
        return True
    named = any(comma < m.start < cue.start for m in things(sentence)) and not _JOINT.search(low, comma, cue.start)
    if cue.label == "nice" and (named or _one_more(low, sentence, comma, cue)):
        # "Två år på lager, körkort är meriterande": a clause of its own, not the end of a list.
        stated = sentence.section == "profile" or _STATES.search(low, sentence.start, comma)
        return bool(stated) and _PREDICATED.search(low, max(comma, cue.start - _PREDICATE), cue.end) is not None
    if cue.label != "not_required":
        return False
    return named or denies_other(low, comma, cue)


def _is_of_next_clause(low: str, sentence: Sentence, cue: Mark, end: int) -> bool:
    """Whether "och" begins a clause of another thing ("Truckkort har du och ADR är meriterande")."""
    place = max(low.rfind(joint, end, cue.start) for joint in _AND)
    if place < 0:
        return False
    if _WHOLE.match(low, end, place) and not _POINTS_BACK.match(low, place + 1):
        return True  # "English is a given, and any other language is welcome"
    ends = [thing.end for thing in things(sentence) if place <= thing.start and thing.end <= cue.start]
    other = _ANY_THING.match(low, place + 1, cue.end)  # "… och C är meriterande": no lexicon marks a letter
    ends += [other.end()] if other else []
    if not ends or not _IS_SUBJECT.match(low, max(ends), cue.end):
        return False
    told = _TOLD.search(low, end, place) or _MAIN_CLAUSE.match(low, sentence.start, end)
    if told is None and low[place - 1] == ",":
        # "Customers are German: you communicate in English, and knowing German is an advantage"
        return any(mark.label == "has" and mark.start < end for mark in sentence.marks.get("strength", ()))
    return told is not None


def _one_more(low: str, sentence: Sentence, comma: int, cue: Mark) -> bool:
    """Whether one thing behind the only comma is a merit by itself ("kunskap om Scrum, SAFe är meriterande")."""
    alone = low.find(",", sentence.start, comma) < 0 and not _JOINT.search(low, comma, cue.start)
    return alone and _ONE_THING.match(low, comma, cue.end) is not None
