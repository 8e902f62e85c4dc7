"""Skills: concrete, checkable knowledge, tools and techniques that an ad asks for.

Three steps: which sentences ask for anything (``skills/asked.py``), which phrases of theirs may be skills and how they
are introduced (``skills/ways.py``), and which of those are skills (``skills/scoring.py``). The words are lexicons:
``skills_terms.tsv`` (names), ``skills_frames.tsv`` (what introduces a skill), ``skills_phrases.tsv`` and the
taxonomy's ``crafts.tsv`` (wordings with a noun of their own), ``skills_stop.tsv`` (traits and wide words),
``skills_edges.tsv`` (where an enumeration ends).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from matcher.requirements.context import Context, Found
from matcher.requirements.lexicon import lexicon
from matcher.requirements.skills.asked import OPEN, asking
from matcher.requirements.skills.clause import SURE, Candidate, Clause
from matcher.requirements.skills.crafts import is_handiwork
from matcher.requirements.skills.gate import Gate
from matcher.requirements.skills.listed import BESIDE_NAMES
from matcher.requirements.skills.names import Terms
from matcher.requirements.skills.scoring import points
from matcher.requirements.skills.subjects import taught, titled
from matcher.requirements.skills.ways import find
from matcher.requirements.skills.words import NAMED, words_of
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Lexicon

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy

_INSTEAD = re.compile(r"(?:motsvarande|likvärdig)\w* (?:\w+ )?\w*erfarenhet \w+ $")
_SEXES = re.compile(r"[mfwkdx](?:/[mfwkdx]){1,2}")  # "Utvecklare (m/f/d)"
_DASH, _IN_CAPITALS = " - ", ("can", "fem")
_LAWS = ("lagen", "lagstiftning", "lagstiftningen", "förordningen")
# "Du hanterar kundavtal och dokumenterar i HubSpot": what one does there
_DOES = re.compile(r"(?:du|you) (?:\w+ )?(?:hanterar|arbetar|jobbar|skriver|läser|handle|work|write|communicate)(?!\w)")
# "Eftersom du dokumenterar i Treserva behöver du …": what it is needed for
_SETTING = re.compile(
    r"(?:^|, )(?:eftersom|då|när|i (?:rollen|tjänsten|arbetet|jobbet)|since|because|as you) "
    r"[^,;:]{3,60} (?:i|med|in|with) $"
)
_KNOWN = ("kunskap", "kunskaper", "kännedom", "kunnande")  # whatever it is, "god växtkännedom" is known
_TITLED = ("programming", "web", "cloud", "erp", "cad")
_BARE_NAMES = ("term", "subject")
_INTRODUCED = frozenset(("know", "use", "do", "past", "years", "named", "compound"))


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

    @cached_property
    def _gate(self) -> Gate:
        return Gate(self._names)

    @property
    def lexicons(self) -> Sequence[Lexicon]:
        """What the engine scans for this family."""
        return (lexicon("skills_phrases"), lexicon("skills_frames"))

    def signs_of(self, word: str) -> int:
        """Signs of a word (``skills/gate.py``)."""
        return self._gate.of(word)

    def find(self, context: Context) -> Iterator[Found]:
        """Skills that a text asks for."""
        if context.field == "headline":
            yield from self._titled(context)
        for sentence, candidate, judged in self.sightings(context):
            sure = candidate.how == "teach" or "taught" in candidate.signs or BESIDE_NAMES in candidate.signs
            sure = sure or (candidate.how == "compound" and candidate.label.endswith(_KNOWN))
            sure = sure or (candidate.how == "do" and is_handiwork(candidate.label))
            taken = sure or points(candidate, sentence, judged) > 0 or _is_tool(context.low, sentence, candidate)
            if taken and not _is_card(sentence, candidate) and not _SEXES.fullmatch(candidate.label):
                yield Found("skill", candidate.label, sentence, candidate.start, candidate.end, judged)

    def _titled(self, context: Context) -> Iterator[Found]:
        """Tools and school subjects in the headline: "Utvecklare Python" asks for Python."""
        for sentence in context.sentences:
            frames = sentence.marks.get("skills_frames", ())
            behind = (taught(context.low, frame.end, sentence.end) for frame in frames if frame.label == "teach")
            for subject in chain(titled(context.low, sentence.start, sentence.end), *behind):
                judged = context.judge(sentence, subject.start, subject.end)
                yield Found("skill", subject.label, sentence, subject.start, subject.end, judged)
            if not self._gate.signs(context.low[sentence.start : sentence.end], sentence.signs) & NAMED:
                continue
            for term in self._names.find(words_of(context.low, sentence.start, sentence.end)):
                if term.kind == "tool" and term.topic in _TITLED:
                    judged = context.judge(sentence, term.start, term.end)
                    yield Found("skill", context.low[term.start : term.end], sentence, term.start, term.end, judged)

    def sightings(self, context: Context) -> Iterator[Sighting]:
        """Every phrase of a text that may be a skill."""
        low = context.low
        for sentence, demand, seeks, lead, signs in asking(context, self._names, self._gate):
            how = lead.how if lead else ""
            for candidate in find(Clause(context.text, context.low, sentence, self._names, signs, how)):
                if seeks is not None and (candidate.start < seeks or candidate.how not in _INTRODUCED):
                    continue
                judged = context.judge(
                    sentence, candidate.start, candidate.end, until=_clause_ends(context.low, sentence, candidate)
                )
                if judged.by == "statement" and sentence.section == "duties" and _DOES.match(low, sentence.start):
                    continue
                if candidate.label in _IN_CAPITALS and not context.text[candidate.start : candidate.end].isupper():
                    continue  # "can start at once", "fem år": no field bus, no finite elements
                bare = candidate.how in _BARE_NAMES or "akin" in candidate.signs
                if bare and _SETTING.search(low[sentence.start : candidate.start]):
                    continue
                if lead:
                    judged = lead.strength(judged)
                if demand:
                    candidate = candidate.signed("demand")
                if candidate.how in _BARE_NAMES and judged.by != "cue" and not demand and sentence.section in OPEN:
                    continue  # the ad names it, but asks for nothing
                if judged.asked or demand or seeks is not None or candidate.how == "fronted":
                    yield Sighting(sentence, candidate, judged)


def _clause_ends(low: str, sentence: Sentence, candidate: Candidate) -> int | None:
    """Find the dash behind a candidate that begins a demand of its own ("… Excel - erfarenhet av SAP är ett plus")."""
    dash = low.find(_DASH, candidate.end, sentence.end)
    apart = dash >= 0 and any(f.start == dash + len(_DASH) for f in sentence.marks.get("skills_frames", ()))
    return dash if apart else None


def _is_tool(low: str, sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a candidate is what "erfarenhet av" speaks of and no kind of work: the family of experience leaves it."""
    english = sentence.block is not None and sentence.block.language == "en"
    if candidate.how != "past" or candidate.label.count(" ") > 1 + english:
        return False
    if _INSTEAD.search(low, sentence.start, candidate.start):
        # "Ingenjörsexamen eller motsvarande erfarenhet av mätteknik": the other way to a degree.
        return False
    # "Experience from a case management system": the name inside, and behind it what it is.
    return any(
        mark.label == "tool" and (mark.start < candidate.end == mark.end or mark.start - candidate.end == 1)
        for mark in sentence.marks.get("techniques", ())
    )


def _is_card(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a candidate is a card or a check that another family reads ("GVK/BKR meriterande")."""
    if not candidate.label.endswith(_LAWS) and any(
        mark.start == candidate.start for mark in sentence.marks.get("checks", ())
    ):
        return True  # "Kreditupplysning tas", not "kunskaper om säkerhetsskyddslagen"
    numbered = candidate.label[-1:].isdigit()  # "licens enligt ISO 9606-1": the card is known by the norm's first part
    return candidate.how not in SURE and any(
        mark.start <= candidate.start < mark.end and not mark.more and (candidate.end <= mark.end or numbered)
        for mark in sentence.marks.get("certificates", ())
    )
