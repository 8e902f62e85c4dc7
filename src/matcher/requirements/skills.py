"""Skills: concrete, checkable knowledge, tools and techniques that an ad asks for.

Three steps: which sentences ask for anything (here), which phrases of theirs may be skills and how they are introduced
(``skills_ways.py``), and which of those are skills (``skills_scoring.py``). The words are lexicons:
``skills_terms.tsv`` (names), ``skills_frames.tsv`` (what introduces a skill), ``skills_phrases.tsv`` and
``skills_verbs.tsv`` (wordings with a noun of their own), ``skills_stop.tsv`` (traits and wide words),
``skills_edges.tsv`` (where an enumeration ends).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.segment import Sentence
from matcher.requirements.skills_clause import Candidate, Clause
from matcher.requirements.skills_scoring import score, signs
from matcher.requirements.skills_ways import find
from matcher.requirements.skills_words import StopWords, Terms, rows, tokens
from matcher.requirements.strength import Judged
from matcher.taxonomy.phrasebook import Lexicon

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

_ASKING = ("profile", "nice", "not_required")
_OPEN = ("duties", "other")
_TITLED = ("programming", "web", "cloud", "erp", "cad")
_SURE = ("know", "use")
_JUDGES = frozenset(("must", "nice", "not_required"))
_LONGEST_FRAGMENT = 120
_SHORT_SENTENCE = 70
_BEGINNING = 25
_FIRST_WORDS = 60


class Sighting(NamedTuple):
    """A candidate with the sentence it stands in and how strongly it is asked for."""

    sentence: Sentence
    candidate: Candidate
    judged: Judged


class Skills:
    r"""The skill family.

    Parameters
    ----------
    taxonomy : Taxonomy, optional
        Lends the labels of its skills; the starter taxonomy's by default.

    Examples
    --------
    >>> from matcher.records import JobAd
    >>> from matcher.requirements import read_requirements
    >>> ad = JobAd(id="1", text="Krav\n- Goda kunskaper i Excel och Fortnox\nMeriterande\n- Vana av kassasystem")
    >>> [(r.value, r.necessity) for r in read_requirements(ad) if r.kind == "skill"]
    [('excel', 'must'), ('fortnox', 'must'), ('kassasystem', 'nice')]
    """

    def __init__(self, taxonomy: Taxonomy | None = None) -> None:
        self._taxonomy = taxonomy

    @cached_property
    def _names(self) -> Terms:
        return Terms.load() if self._taxonomy is None else Terms.of(self._taxonomy)

    @property
    def lexicons(self) -> Sequence[Lexicon]:
        """What the engine scans for this family."""
        return (lexicon("skills_phrases"), lexicon("skills_frames"))

    def find(self, context: Context) -> Iterator[Found]:
        """Skills that a text asks for."""
        if context.field == "headline":
            yield from self._titled(context)
        for sentence, candidate, judged in self.sightings(context):
            if score(signs(candidate, sentence, judged)) > 0 and not _is_card(sentence, candidate):
                yield Found("skill", candidate.label, sentence, candidate.start, candidate.end, judged)

    def _titled(self, context: Context) -> Iterator[Found]:
        """Tools in the headline: "Utvecklare Python" asks for Python."""
        for sentence in context.sentences:
            for term in self._names.find(context.low, tokens(context.low, sentence.start, sentence.end)):
                if term.kind == "tool" and term.topic in _TITLED:
                    judged = context.judge(sentence, term.start, term.end)
                    yield Found("skill", context.low[term.start : term.end], sentence, term.start, term.end, judged)

    def sightings(self, context: Context) -> Iterator[Sighting]:
        """Every phrase of a text that may be a skill."""
        low = context.low
        asks = _asks()
        for sentence in context.sentences:
            demand = asks.demand.match(low, sentence.start, sentence.end) is not None
            demand = demand or ("skills_frames" in sentence.marks and _is_fragment(low, sentence))
            asking = sentence.section in _ASKING
            if not (demand or asking or (sentence.section in _OPEN and "strength" in sentence.marks)):
                continue
            if asking and not demand and not _speaks_of_applicant(low, sentence, asks):
                continue
            for candidate in find(Clause(context.text, low, sentence, self._names)):
                judged = context.judge(sentence, candidate.start, candidate.end)
                if judged.asked or demand or candidate.how == "fronted":
                    yield Sighting(sentence, candidate.signed("demand") if demand else candidate, judged)


class _Asks(NamedTuple):
    """Patterns of sentences that ask.

    ``demand`` matches the beginning of a bare demand, whatever heading it has got under: "Goda kunskaper i ...",
    "5+ years of experience with ...".
    """

    demand: re.Pattern[str]
    applicant: re.Pattern[str]
    employer: re.Pattern[str]


@cache
def _asks() -> _Asks:
    words = {name: line.split("|") for name, line in rows("skills_edges.tsv")}

    def any_of(name: str) -> str:
        return "|".join(re.escape(word).replace(r"\*", r"\w{0,14}") for word in words[name])

    return _Asks(
        demand=re.compile(rf"(?:(?:{any_of('amount')}|[\d,.+–-]{{1,5}})\s+){{0,6}}(?:{any_of('opening')})(?=[\s/]|$)"),
        applicant=re.compile(rf"\b(?:{any_of('applicant')})\b"),
        employer=re.compile(rf"\b(?:{any_of('employer')})\b"),
    )


def _is_card(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a candidate is the name of a card that another family reads ("GVK/BKR meriterande")."""
    return candidate.how not in _SURE and any(
        mark.start <= candidate.start and candidate.end <= mark.end and not mark.more
        for mark in sentence.marks.get("certificates", ())
    )


def _is_fragment(low: str, sentence: Sentence) -> bool:
    """Whether a sentence without a verb names knowledge: "Gesällbrev eller goda kunskaper i färgning"."""
    if sentence.section not in _ASKING and sentence.section != "other":
        return False
    frames = sentence.marks.get("skills_frames", ())
    if not any(frame.label in _SURE for frame in frames) or sentence.end - sentence.start > _LONGEST_FRAGMENT:
        return False
    classes = StopWords.load().classes
    return not any("verb" in classes(token.word) for token in tokens(low, sentence.start, sentence.end))


def _speaks_of_applicant(low: str, sentence: Sentence, asks: _Asks) -> bool:
    """Whether a long sentence under a heading of demands is about the applicant rather than the employer."""
    start, end = sentence.start, sentence.end
    if sentence.block is None or sentence.block.kind != "paragraph" or end - start < _SHORT_SENTENCE:
        return True
    cues = {mark.label for mark in sentence.marks.get("strength", ())}
    known = "skills_phrases" in sentence.marks or any(f.label in _SURE for f in sentence.marks.get("skills_frames", ()))
    if not (cues or known or asks.applicant.search(low, start, end)):
        return False
    return bool(
        cues & _JUDGES
        or not asks.employer.search(low, start, min(end, start + _BEGINNING))
        or asks.applicant.search(low, start, min(end, start + _FIRST_WORDS))
    )
