"""One sentence as the skill family sees it, and what an item of an enumeration in it may be."""

from __future__ import annotations

import re
from typing import NamedTuple

from matcher.requirements.skills.items import Item
from matcher.requirements.skills.names import Facts, Term, Terms, spelled
from matcher.requirements.skills.words import JOINED, NAMED, StopWords, Words, plain_words, words_of
from matcher.requirements.text.segment import Sentence
from matcher.taxonomy.scanning.phrasebook import Mark

NAMES = frozenset(("programming", "web", "data", "cloud", "it", "office", "erp", "cad"))
"""Topics whose names are skills even without words that introduce them."""

SURE = ("know", "use")
"""Frames behind which anything that is no trait is a skill."""

JUDGES = frozenset(("must", "nice", "not_required"))
"""Cues that say how strongly something is asked for."""

_new = tuple.__new__  # a named tuple of values in their order, without its constructor's detour
_INTRODUCES = frozenset(("know", "use", "past", "named"))
_UNSURE_OF = ("past", "years")
_OPENS = re.compile(
    r"\s?\(|:\s|,?\s(?:such as|som|såsom|t\.ex\.|e\.g\.|including|inklusive|exempelvis|till exempel|for example|"
    r"for instance)\s"
)
_NEAR = 30
_BESIDE = 3
_SHORTEST = 3
_LONGEST_ACRONYM = 5
_SMALL = frozenset(("om", "och", "av", "för", "i", "of", "and", "for", "in", "the"))
_LONGEST_SHORT = 6
_LONGEST_BRACKET = 120


class Candidate(NamedTuple):
    """A phrase that may be a skill.

    Attributes
    ----------
    start, end : int
    label : str
    how : str
        The way it was introduced: ``phrase``, a kind of frame (``lexicon/skills_frames.tsv``), ``verb``, ``fronted``,
        ``subject``, ``announced``, ``listed``, ``bare``, ``post``, ``compound`` or ``term``.
    topic : str
        Topic of the name in the lexicon that it contains; empty for other words.
    exact : bool
        Whether the phrase is such a name and nothing more.
    signs : tuple of str
        What else speaks for or against it, such as ``craft`` (its ending names a technique) or ``trait``.
    """

    start: int
    end: int
    label: str
    how: str
    topic: str = ""
    exact: bool = False
    signs: tuple[str, ...] = ()

    def signed(self, *more: str) -> Candidate:
        """Add signs to the candidate."""
        return _new(Candidate, (*self[:6], (*self.signs, *more)))


class Clause:
    """A sentence with its words, the names in it and the phrases that introduce skills.

    Parameters
    ----------
    text, low : str
        The readable text, and the same in lower case.
    sentence : Sentence
        Scanned with the family's lexicons.
    names : Terms
        Names of tools and techniques.
    signs : int
        What its words have to offer (``skills/gate.py``).
    lead : str
        The frame with which the line above introduces the sentence as an item of a list; empty if none does.
    """

    def __init__(self, text: str, low: str, sentence: Sentence, names: Terms, signs: int, lead: str = "") -> None:
        self.text, self.low, self.sentence, self.signs, self.lead = text, low, sentence, signs, lead
        self.frames: list[Mark] = sentence.marks.get("skills_frames", [])
        self._names = names
        self._words: Words | None = None
        self._terms: list[Term] | None = None

    @property
    def words(self) -> Words:
        """The words, as names of tools are written."""
        if self._words is None:
            # Where no word is joined to another, words are told apart by a table, far faster than by a pattern.
            cut = words_of if self.sentence.signs & JOINED else plain_words
            self._words = cut(self.low, self.sentence.start, self.sentence.end)
        return self._words

    @property
    def terms(self) -> list[Term]:
        """The names in it."""
        if self._terms is None:
            self._terms = self._names.find(self.words)
        return self._terms

    @property
    def english(self) -> bool:
        """Whether it stands in a block of English."""
        return self.sentence.block is not None and self.sentence.block.language == "en"

    def introduced(self, end: int) -> bool:
        """Whether words before ``end`` introduce skills."""
        return any(frame.label in _INTRODUCES and frame.start < end for frame in self.frames)

    def name_of(self, start: int, part: str) -> Term | None:
        """Find the tool that a part of a word names: "excel" in "excelkunskaper"."""
        return next((term for term in self._names.find(Words([start], [part])) if term.kind == "tool"), None)

    def of_term(self, term: Term, how: str, *signs: str) -> Candidate:
        """Make a candidate of a name of the lexicon."""
        label = spelled(self.low[term.start : term.end])
        return _new(Candidate, (term.start, term.end, label, how, term.topic, not signs, signs))

    def is_unknown(self, item: Item) -> bool:
        """Whether no word of an item says what it is."""
        facts = self._names.facts(item.label)
        refused = facts.card or facts.other_kind or facts.refused or facts.vague or facts.numbered
        return not (refused or facts.wide or facts.terms or "wide" in facts.doubts)

    def judged(self, item: Item, how: str) -> Candidate | None:
        """Judge what an item may be: itself, the tool that it names, or nothing."""
        facts = self._names.facts(item.label)
        if facts.card:
            return None
        inner = self._inside(item, facts)
        named = next((term for term in inner if term.kind == "tool"), None) if inner else None
        name = _name(item, inner, facts) if inner else None
        if name and (not facts.other_kind or name.topic in NAMES):
            label = item.label if name.end == item.end else self.low[name.start : name.end]
            signs = self._signs(item, facts)
            return _new(Candidate, (name.start, name.end, spelled(label), how, name.topic, True, signs))
        if how == "edu" and self._is_short_name(item):
            return _new(Candidate, (item.start, item.end, item.label, how, "", True, self._signs(item, facts)))
        if how == "edu" or not facts.size or (facts.other_kind and not (named and named.topic in NAMES)):
            return None
        if facts.other_kind or _refused(facts, how, named) or len(item.label) < _SHORTEST:
            return self.of_term(named, how, "inside") if named else None
        if self.signs & NAMED and self._heads_names(item):
            return None
        signs = (*self._signs(item, facts), *facts.doubts)
        topic = named.topic if named else ""
        return _new(Candidate, (item.start, item.end, item.label, how, topic, False, signs))

    def _inside(self, item: Item, facts: Facts) -> list[Term]:
        """Names inside an item; without a tool in the sentence they are the item's own, looked up once for all ads."""
        if self.signs & NAMED:
            found = [term for term in self.terms if item.start <= term.start and term.end <= item.end]
            if found or not any(term.start < item.end and item.start < term.end for term in self.terms):
                return found  # else its name is a part of a longer one ("matlab/simulink"), and counts alone too
        if not facts.terms or item.end - item.start != len(item.label):
            return []
        return [Term(item.start + t.start, item.start + t.end, t.kind, t.topic) for t in facts.terms]

    def spelled_out(self, first: Candidate, second: Candidate) -> int:
        """Where a bracket ends that only spells out what stands before it: "ETL (extract, transform, load)"; else 0."""
        opened = self.low.rfind("(", first.end, second.start)
        if opened < 0 or opened - first.end > 1:
            return 0
        closed = self.low.find(")", opened, opened + _LONGEST_BRACKET)
        closed = closed if closed > 0 else second.end
        inside = self.low[opened + 1 : closed]
        outside = self.low[first.start : first.end]
        return closed if _letters(outside) in _initials(inside) or _shortens(inside, outside) else 0

    def _heads_names(self, item: Item) -> bool:
        """Whether names follow of which the item only says what they are: "container technology (Docker)"."""
        if any(frame.label == "named" and 0 <= frame.start - item.end < _BESIDE for frame in self.frames):
            return True
        opened = _OPENS.match(self.low, item.end, self.sentence.end)
        if not opened:
            return False
        bracket = "(" in opened.group()
        near = (term for term in self.terms if item.end < term.start < item.end + _NEAR)
        return any(bracket or term.topic in NAMES for term in near)

    def measured(self, place: int) -> tuple[str, ...]:
        """Tell by a sign whether the word before one says how much: "viss fordonskunskap"."""
        before = self.words.words[place - 1] if place else ""
        return ("measured",) if "amount" in StopWords.load().classes(before) else ()

    def _signs(self, item: Item, facts: Facts) -> tuple[str, ...]:
        return (*facts.signs, "name") if self._is_name(item) else facts.signs

    def _is_short_name(self, item: Item) -> bool:
        """Whether it is a name in a few capitals, as methods have ("MI", "TEACCH")."""
        written = self.text[item.start : item.end]
        return 1 < len(written) <= _LONGEST_SHORT and written.isalpha() and written.isupper()

    def _is_name(self, item: Item) -> bool:
        """Whether the ad writes it as a name: with a capital inside the sentence."""
        written = self.text[item.start : item.end]
        return item.start > self.sentence.start and written[:1].isupper() and any(c.isupper() for c in written[1:])


def _initials(words: str) -> frozenset[str]:
    """First letters of words, with and without those of small ones: "lagen om offentlig upphandling" is "lou"."""
    every = [word for word in re.split(r"\W+", words) if word]
    firsts = ("".join(word[0] for word in part) for part in (every, [w for w in every if w not in _SMALL]))
    return frozenset(found for found in firsts if len(found) > 1)


def _shortens(name: str, words: str) -> bool:
    """Whether a name of a few letters shortens words: "lou" for "lagen om offentlig upphandling"."""
    rest = iter(words)
    return 1 < len(name) <= _LONGEST_ACRONYM and name.isalpha() and name[0] == words[0] and all(c in rest for c in name)


def _letters(word: str) -> str:
    return re.split(r"[^a-zåäö]", word, maxsplit=1)[0]


def _name(item: Item, inner: list[Term], facts: Facts) -> Term | None:
    """Join the names that an item consists of, wide words behind them left out: "agile environments"."""
    if inner[0].start != item.start:
        return None
    # "Excel 2019": an edition is part of the name.
    whole = inner[-1].end == item.end or item.label[inner[-1].end - item.start :].strip().isdigit()
    behind = item.label.count(" ", 0, inner[-1].end - item.start) == facts.size - 1 - facts.wide
    return inner[0]._replace(end=item.end if whole else inner[-1].end) if whole or (facts.wide and behind) else None


def _refused(facts: Facts, how: str, named: Term | None) -> bool:
    """Whether an item is no phrase of its own: a clause, a trait, or words too wide to check."""
    if facts.refused or (facts.numbered and not named):
        return True
    if how in _UNSURE_OF and named and facts.size > 2:
        return True
    return how not in SURE and facts.vague
