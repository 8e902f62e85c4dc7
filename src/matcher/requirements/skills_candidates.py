"""Phrases of a sentence that may be skills, each with the way it was introduced."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple

from matcher.requirements.segment import Sentence
from matcher.taxonomy.phrasebook import Mark
from matcher.requirements.skills_items import Item, items, list_end
from matcher.requirements.skills_words import StopWords, Term, Terms, Token, ending_classes, rows, tokens
from matcher.taxonomy.languages import language_names

NAMES = frozenset(("programming", "web", "data", "cloud", "it", "office", "erp", "cad"))
"""Topics whose names are skills even without words that introduce them."""

_FRONTED = re.compile(
    r"(?P<skill>\s(?:ska|skall|måste|bör|behöver)\s(?:du\s)?(?:även\s)?(?:behärska|kunna|sitta)\b|\s(?:behärskar|hanterar|kan)\sdu(?=[\s.,]|$)|\sär\sdu\svan\s(?:vid|med)|\shar\sdu\skoll\spå)"
    r"|\s(?:är|ser\svi|krävs|behövs|erfordras|önskas|efterfrågas|vore|räknas|=|is|are)(?=[\s.,]|$)"
)
_POSTPOSED = frozenset(("skills", "knowledge", "experience", "expertise", "proficiency", "know-how"))
_FUSING = ("kunskaper", "kunskap", "kännedom", "vana", "kompetens", "färdigheter", "kunnande")
_BARELY = ("bare", "subject", "listed")
_WIDE = frozenset(("programming", "programmering", "scripting", "programming languages", "programmeringsspråk", "programspråk", "språk"))
_COLON = re.compile(r":\s")
_ANNOUNCES = re.compile(
    r"(?:meriterande|merit|merits|plus|bonus|krav|kunskaper|kunskap|erfarenhet av|vana av|kompetenser|bra att (?:ha|kunna)|du (?:kan|behärskar)|"
    r"nice to have|skills|experience|requirements?|tools|verktyg|system|program)[^.:]{0,25}:\s"
)
_WIDE_HEAD = re.compile(
    r"(?:verktyg|ramverk|system|program|programvaror|språk|metoder|tekniker|plattformar|databaser|miljöer|lösningar|teknologier|ekosystem\w*|"
    r"tools|instruments|languages|frameworks|platforms|systems|databases|environments|technologies|programming|programmering|services|software)$"
)
_LISTS = re.compile(r"\s*(?:,?\s*(?:som|såsom|så som|such as|like|including|inklusive|t\.? ?ex\.?|exempelvis|till exempel|e\.g\.?|specifikt|särskilt|för|främst)\s|\(|:)")
_LONGEST_FRONT = 120
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
    signs : tuple of str
        What else speaks for or against it: ``craft``, ``name``, ``wide``, ``loose``, ``verb``.
    """

    start: int
    end: int
    label: str
    how: str
    topic: str = ""
    exact: bool = False
    signs: tuple[str, ...] = ()


@cache
def _crafts() -> dict[str, str]:
    return {form: "" if noun == "-" else noun for noun, forms in rows("skills_verbs.tsv") for form in forms.split("|")}


class Finder:
    """Collects the candidates of one sentence."""

    def __init__(self, text: str, low: str, sentence: Sentence) -> None:
        self.text, self.low = text, low
        self.sentence = sentence
        self.words = tokens(low, sentence.start, sentence.end)
        self._starts = [token.start for token in self.words]
        self.terms = Terms.load().find(low, self.words)
        self.frames = sentence.marks.get("skills_frames", [])
        self.out: list[Candidate] = []
        self.taken: list[tuple[int, int]] = []

    def find(self) -> list[Candidate]:
        for mark in self.sentence.marks.get("skills_phrases", ()):
            self._add(Candidate(mark.start, mark.end, mark.label, "phrase"))
        self._blocked()
        for place, frame in enumerate(self.frames):
            if frame.label != "not":
                self._frame(frame, self._stop(frame, place))
        self._unframed()
        self._fused()
        self._present()
        for term in self.terms:
            if term.kind == "tool" and not self.low.endswith("systemet", term.start, term.end):
                self._add(Candidate(term.start, term.end, self.low[term.start : term.end], "term", term.topic, True))
        if any(c.topic in ("programming", "web") and c.label not in _WIDE for c in self.out):
            return [c for c in self.out if c.label not in _WIDE]
        return self.out

    def leading(self) -> bool:
        """Whether the sentence is a bare demand: it begins with the words that introduce a skill."""
        return any(f.label in ("know", "use", "past", "named") and f.start - self.sentence.start <= 32 for f in self.frames)

    def _add(self, candidate: Candidate | None) -> None:
        if candidate and all(candidate.end <= a or candidate.start >= b for a, b in self.taken):
            self.out.append(candidate)
            self.taken.append((candidate.start, candidate.end))

    def _stop(self, frame: Mark, place: int) -> int:
        stop = list_end(self.low, frame.end, self.sentence.end)
        for other in self.frames[place + 1 :]:
            if frame.end < other.start < stop:
                return other.start
        return stop

    def _blocked(self) -> None:
        for place, frame in enumerate(self.frames):
            if frame.label == "not":
                self.taken.append((frame.start, self._stop(frame, place)))

    def _frame(self, frame: Mark, stop: int) -> None:
        if frame.label == "do":
            self._verbs(frame.end, stop)
            return
        how = frame.label
        before = len(self.out)
        for item in items(self.low, frame.end, stop):
            if not (_WIDE_HEAD.search(self.low, item.start, item.end) and _LISTS.match(self.low, item.end, stop)):
                self._add(self._judged(item, how))
        if any(c.exact for c in self.out[before:]):
            self.out[before:] = [c._replace(signs=(*c.signs, "among")) for c in self.out[before:]]

    def _verbs(self, start: int, stop: int) -> None:
        opened = False
        for item in items(self.low, start, stop):
            verb, _, rest = item.label.partition(" ")
            noun = _crafts().get(verb)
            if noun is None:
                if item.start == start and not verb.endswith(("a", "å", "o")) and "verb" not in StopWords.load().classes(verb):
                    opened = True
                if opened:
                    self._add(self._judged(item, "do"))
                elif rest and not StopWords.load().classes(verb):
                    found = self._judged(Item(item.end - len(rest), item.end, rest), "do")
                    if found and found.exact:
                        self._add(found)
                    elif found:
                        self._add(found._replace(start=item.start, label=f"{verb} {found.label}", signs=(*found.signs, "verb")))
                continue
            opened = not noun
            if noun:
                self._add(Candidate(item.start, item.end, noun, "do"))
            elif rest:
                first = item.start + len(verb) + 1
                if self._judged(Item(first, item.end, rest), "do"):
                    self._add(Candidate(item.start, item.end, item.label, "do"))

    def _present(self) -> None:
        if not self.words or self.words[0].word not in ("du", "you", "att", "den"):
            return
        for place, token in enumerate(self.words[:-1]):
            if token.word not in ("du", "och", "samt", "att", "you"):
                continue
            verb = self.words[place + 1]
            noun = _crafts().get(verb.word)
            if noun and not self.low.startswith(" i ", verb.end):
                self._add(Candidate(verb.start, verb.end, noun, "verb"))
            elif noun == "":
                for item in items(self.low, verb.end, list_end(self.low, verb.end, self.sentence.end)):
                    found = self._judged(item, "verb")
                    self._add(found._replace(start=verb.start, label=f"{verb.word} {found.label}") if found else None)
                    break

    def _fused(self) -> None:
        """Names fused with what introduces them: "strong SQL skills", "CAD-kunskaper", "växtkännedom"."""
        for place, token in enumerate(self.words):
            if token.word in _POSTPOSED and place:
                first = max(0, place - 4)
                for item in items(self.low, self.words[first].start, token.start):
                    self._add(self._judged(item, "post"))
            elif token.word.endswith(_FUSING) and token.word not in _FUSING:
                self._add(self._compound(token))

    def _compound(self, token: Token) -> Candidate | None:
        stem = next(token.word[: -len(end)] for end in _FUSING if token.word.endswith(end)).rstrip("-")
        known = next((t for t in self.terms if t.start == token.start and t.kind == "tool"), None)
        if known and known.end < token.end:
            return Candidate(token.start, token.end, self.low[known.start : known.end], "compound", known.topic, True)
        if known:
            return Candidate(token.start, token.end, token.word, "compound", known.topic, True)
        classes = StopWords.load().classes
        if len(stem) < 3 or classes(token.word) or classes(stem):
            return None
        return Candidate(token.start, token.end, token.word, "compound")

    def _unframed(self) -> None:
        s, e = self.sentence.start, self.sentence.end
        if self.sentence.block is None or self.sentence.block.kind == "heading":
            return
        framed = any(f.label in ("know", "use", "past", "named") for f in self.frames)
        colon = _COLON.search(self.low, s, min(e, s + 60))
        if colon:
            announced = bool(_ANNOUNCES.search(self.low, s, colon.end()))
            for item in items(self.low, colon.end(), list_end(self.low, colon.end(), e)):
                if (announced or not framed) and item.label.count(" ") < 3:
                    self._add(self._judged(item, "announced" if announced else "listed"))
            return
        fronted = _FRONTED.search(self.low, s, min(e, s + _LONGEST_FRONT)) if self.words else None
        if fronted and "verb" not in StopWords.load().classes(self.words[0].word):
            how = "fronted" if self._cued(fronted) else "subject"
            stop = list_end(self.low, s, fronted.start())
            found = [self._judged(item, how) for item in items(self.low, s, stop)]
            plain = how == "fronted" and stop >= fronted.start() - 1 and self.low.count(" ", s, stop) < 7
            for candidate in found:
                if candidate and (candidate.exact or (plain and not framed)):
                    sure = candidate.exact or None not in found
                    self._add(candidate if sure else candidate._replace(signs=(*candidate.signs, "loose")))
        elif not framed and len(self.words) <= _LONGEST_BARE and self.sentence.section in ("profile", "nice"):
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
        inner = [t for t in self.terms if item.start <= t.start and t.end <= item.end]
        named = next((t for t in inner if t.kind == "tool"), None)
        words = self._words(item)
        classes = [StopWords.load().classes(word) for word in words]
        other = any("gate" in c for c in classes) or any(w in language_names() for w in words)
        if inner and inner[0].start == item.start and inner[-1].end == item.end and not (other and inner[0].topic not in NAMES):
            return Candidate(item.start, item.end, item.label, how, inner[0].topic, True, self._signs(item, ()))
        short = (
            Candidate(named.start, named.end, self.low[named.start : named.end], how, named.topic, False, ("inside",))
            if named
            else None
        )
        if how == "edu":
            return None
        if not words or other:
            return short if named and named.topic in NAMES else None
        softened = how in ("know", "use")
        if any("verb" in c or ("trait" in c and not softened) for c in classes):
            return short
        if "pronoun" in classes[0] or (words[0][0].isdigit() and not named) or len(item.label) < 3:
            return short
        if (all(classes) and not softened) or (named and how in ("past", "years") and len(words) > 2):
            return short
        signs = self._signs(item, classes[-1])
        if all(classes) or any("trait" in c for c in classes):
            signs = (*signs, "trait" if any("trait" in c for c in classes) else "generic")
        return Candidate(item.start, item.end, item.label, how, named.topic if named else "", False, signs)

    def _words(self, item: Item) -> list[str]:
        if item.end - item.start != len(item.label):  # a first half that was completed
            return [token.word for token in tokens(item.label, 0, len(item.label))]
        first = bisect_left(self._starts, item.start)
        last = bisect_left(self._starts, item.end)
        return [token.word for token in self.words[first:last]]

    def _signs(self, item: Item, last: Collection[str]) -> tuple[str, ...]:
        word = item.label.rsplit(" ", 1)[-1]
        return (
            *ending_classes(word),
            *(("name",) if self._is_name(item) else ()),
            *(("wide",) if last else ()),
        )
