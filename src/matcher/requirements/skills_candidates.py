"""Phrases of a sentence that may be skills, each with the way it was introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from matcher.requirements.segment import Sentence
from matcher.requirements.skills_frames import Frame, frames
from matcher.requirements.skills_items import Item, items, list_end
from matcher.requirements.skills_words import StopWords, Term, Terms, Token, is_craft, rows, tokens
from matcher.taxonomy.languages import language_names

_NAMES = frozenset(("programming", "web", "data", "cloud", "it", "office", "erp"))
"""Topics whose names are skills even without words that introduce them."""

_FRONTED = re.compile(
    r"(?P<skill>\s(?:ska|skall|måste|bör|behöver)\s(?:du\s)?(?:även\s)?(?:behärska|kunna|sitta)\b|\sbehärskar\sdu)"
    r"|\s(?:är|ser\svi|krävs|behövs|erfordras|önskas|efterfrågas|vore|räknas|=|is|are)(?=[\s.,]|$)"
)
_BARELY = ("bare", "subject", "listed")
_WIDE = frozenset(("programming", "programmering", "scripting", "programming languages", "programmeringsspråk", "programspråk", "språk"))
_COLON = re.compile(r":\s")
_ANNOUNCES = re.compile(
    r"(?:meriterande|merit|merits|plus|bonus|krav|kunskaper|kunskap|erfarenhet av|vana av|kompetenser|bra att (?:ha|kunna)|du (?:kan|behärskar)|"
    r"nice to have|skills|experience|requirements?|tools|verktyg|system|program)[^.:]{0,25}:\s"
)
_LONGEST_BARE = 9


class Candidate(NamedTuple):
    """A phrase that may be a skill.

    Attributes
    ----------
    start, end : int
    label : str
    how : str
        ``phrase``, a kind of frame, ``verb``, ``subject``, ``listed``, ``bare`` or ``term``.
    topic : str
        Topic of the lexicon entry that it contains; empty for other words.
    exact : bool
        Whether the phrase is that entry and nothing more.
    """

    start: int
    end: int
    label: str
    how: str
    topic: str = ""
    exact: bool = False


@cache
def _crafts() -> dict[str, str]:
    return {form: "" if noun == "-" else noun for noun, forms in rows("skills_verbs.tsv") for form in forms.split("|")}


class Finder:
    """Collects the candidates of one sentence."""

    def __init__(self, text: str, low: str, sentence: Sentence) -> None:
        self.text, self.low = text, low
        self.sentence = sentence
        self.words = tokens(low, sentence.start, sentence.end)
        self.terms = Terms.load().find(low, self.words)
        self.frames = sorted(frames(low, sentence.start, sentence.end), key=lambda f: (f.end, f.start))
        self.out: list[Candidate] = []
        self.taken: list[tuple[int, int]] = []

    def find(self) -> list[Candidate]:
        for mark in self.sentence.marks.get("skills_phrases", ()):
            self._add(Candidate(mark.start, mark.end, mark.label, "phrase"))
        self._blocked()
        for place, frame in enumerate(self.frames):
            if frame.kind != "not":
                self._frame(frame, self._stop(frame, place))
        if not any(f.kind in ("know", "use", "past") for f in self.frames):
            self._unframed()
        self._present()
        for term in self.terms:
            if term.kind == "tool" and not self.low.endswith("systemet", term.start, term.end):
                self._add(Candidate(term.start, term.end, self.low[term.start : term.end], "term", term.topic, True))
        if any(c.topic in ("programming", "web") and c.label not in _WIDE for c in self.out):
            return [c for c in self.out if c.label not in _WIDE]
        return self.out

    def leading(self) -> bool:
        """Whether the sentence is a bare demand: it begins with the words that introduce a skill."""
        return any(f.kind in ("know", "use", "past") and f.start - self.sentence.start <= 32 for f in self.frames)

    def _add(self, candidate: Candidate | None) -> None:
        if candidate and all(candidate.end <= a or candidate.start >= b for a, b in self.taken):
            self.out.append(candidate)
            self.taken.append((candidate.start, candidate.end))

    def _stop(self, frame: Frame, place: int) -> int:
        stop = list_end(self.low, frame.end, self.sentence.end)
        for other in self.frames[place + 1 :]:
            if frame.end < other.start < stop:
                return other.start
        return stop

    def _blocked(self) -> None:
        for place, frame in enumerate(self.frames):
            if frame.kind == "not":
                self.taken.append((frame.start, self._stop(frame, place)))

    def _frame(self, frame: Frame, stop: int) -> None:
        if frame.kind == "do":
            self._verbs(frame.end, stop)
            return
        for item in items(self.low, frame.end, stop):
            self._add(self._judged(item, frame.kind))

    def _verbs(self, start: int, stop: int) -> None:
        opened = False
        for item in items(self.low, start, stop):
            verb, _, rest = item.label.partition(" ")
            noun = _crafts().get(verb)
            if noun is None:
                found = self._judged(item if opened else Item(item.end - len(rest), item.end, rest), "do") if opened or rest else None
                if found and (opened or found.exact):
                    self._add(found)
                continue
            opened = not noun
            if noun:
                self._add(Candidate(item.start, item.end, noun, "do"))
            elif rest:
                first = item.start + len(verb) + 1
                if self._judged(Item(first, item.end, rest), "do"):
                    self._add(Candidate(item.start, item.end, item.label, "do"))

    def _present(self) -> None:
        for place, token in enumerate(self.words[:-1]):
            if token.word in ("du", "och", "samt", "att", "you") and not self.low.startswith(" i ", self.words[place + 1].end):
                verb = self.words[place + 1]
                noun = _crafts().get(verb.word)
                if noun and self.words[0].word in ("du", "you", "att", "vi", "den"):
                    self._add(Candidate(verb.start, verb.end, noun, "verb"))

    def _unframed(self) -> None:
        s, e = self.sentence.start, self.sentence.end
        if self.sentence.block is None or self.sentence.block.kind == "heading":
            return
        colon = _COLON.search(self.low, s, e)
        if colon and colon.end() - s < 60:
            announced = bool(_ANNOUNCES.search(self.low, s, colon.end()))
            for item in items(self.low, colon.end(), list_end(self.low, colon.end(), e)):
                if announced or item.label.count(" ") < 3:
                    self._add(self._judged(item, "announced" if announced else "listed"))
            return
        fronted = _FRONTED.search(self.low, s, e)
        if fronted and self.words and "verb" not in StopWords.load().classes(self.words[0].word):
            how = "fronted" if self._cued(fronted) else "subject"
            for item in items(self.low, s, list_end(self.low, s, fronted.start())):
                self._add(self._judged(item, how))
        elif len(self.words) <= _LONGEST_BARE and self.sentence.section in ("profile", "nice"):
            for item in items(self.low, s, list_end(self.low, s, e)):
                self._add(self._judged(item, "bare"))

    def _cued(self, fronted: re.Match[str]) -> bool:
        """Whether the verb behind the front of a sentence says how strongly it is asked for."""
        if fronted.lastgroup == "skill":
            return True
        near = fronted.end() + 25
        return any(
            cue.label in ("must", "nice", "not_required") and fronted.start() <= cue.start <= near
            for cue in self.sentence.marks.get("strength", ())
        )

    def _is_name(self, item: Item) -> bool:
        """Whether the ad writes it as a name: capitals or figures inside the sentence."""
        written = self.text[item.start : item.end]
        return item.start > self.sentence.start and any(c.isupper() for c in written[1:]) and written[:1].isupper()

    def _judged(self, item: Item, how: str) -> Candidate | None:
        stop = StopWords.load()
        inner = [t for t in self.terms if item.start <= t.start and t.end <= item.end]
        sure = [t for t in inner if t.kind == "tool" or how in ("know", "use", "listed", "bare", "past")]
        if sure and sure[0].start == item.start and sure[-1].end == item.end:
            return Candidate(item.start, item.end, item.label, how, sure[0].topic, True)
        named = next((t for t in sure if t.kind == "tool"), None)
        short = (
            Candidate(named.start, named.end, self.low[named.start : named.end], how, named.topic, False) if named else None
        )
        words = [token.word for token in tokens(item.label, 0, len(item.label))]
        classes = [stop.classes(word) for word in words]
        if any("gate" in c for c in classes) and not (named and named.topic in _NAMES):
            return None
        if any("verb" in c or "trait" in c for c in classes) or any(w in language_names() for w in words):
            return short
        if words and "pronoun" in classes[0]:
            return short
        if not words or all(classes) or classes[-1]:
            return short
        if how == "past":
            return short
        if how == "past" and named is not None and len(words) > 2:
            return short
        if not named and (words[0][0].isdigit() or (how in _BARELY and not is_craft(words[-1]))):
            return None
        return Candidate(item.start, item.end, item.label, how, named.topic if named else "", False)
