"""The ways in which a sentence introduces skills; each yields candidates, the surest ways first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise

from matcher.requirements.skills.beside import fused, postposed, qualified, tools_fused
from matcher.requirements.skills.clause import Candidate, Clause
from matcher.requirements.skills.crafts import able_too, done, present
from matcher.requirements.skills.fronted import before_verb, fronted, headed, heading_wish, is_technique
from matcher.requirements.skills.items import items, list_end
from matcher.requirements.skills.listed import akin_to_crafts, among_crafts, listed
from matcher.requirements.skills.subjects import taught
from matcher.requirements.skills.words import (
    CAN,
    CRAFT,
    FIELD,
    FUSED,
    NAMED,
    POSTPOSES,
    TECHNICAL,
    StopWords,
    edge_words,
    words_of,
)
from matcher.taxonomy.scanning.phrasebook import Mark

_ANNOUNCES = re.compile(
    r"(?:meriterande|merit|merits|plus|bonus|krav|\w*kunskaper|kunskap|erfarenhet av|vana av|\w+vana|kompetenser|"
    r"(?:bra|kul|roligt|trevligt)(?= att|:)|du (?:kan|behärskar)|(?:dig|du) som kan(?=:)|kan du(?=:)|nice to have|"
    r"(?:we.d be|we would be|we are|blir vi|vi blir) (?:\w+ )?(?:pleased|happy|glad|delighted|glada)(?=:)|"
    r"skills|experience|requirements?|tools|"
    r"verktyg|system|program)[^.:]{0,25}:\s"
)
_PROGRAMMING = frozenset(
    "programming|programmering|scripting|programming languages|programmeringsspråk|programspråk|språk".split("|")
)
_APART = re.compile(r"\s?(?:\Z|[.;]|,\s(?!t\.|ex|till ex|e\.g|så|such|like|including|i |in )|(?:och|and|samt)\s)")
_NAMES_FOLLOW = re.compile(
    # Each choice begins with a letter, so that all other places are passed over fast.
    r"(?:s(?<!\ws)(?:åsom|å som|uch as)|t(?<!\wt)(?:\. ?ex\.?| ex|ill exempel)|e(?<!\we)(?:xempelvis|\.g\.?)|"
    r"b(?<!\wb)l(?:and annat|\. ?a\.?)|l(?<!\wl)ike(?=\s[A-ZÅÄÖ])|i(?<!\wi)n(?:cluding|klusive)(?=\s[A-ZÅÄÖ]))\s"
)
# Words without which that finds nothing, in small letters.
_NAMING = (
    "såsom", "så som", "such as", "t.ex", "t. ex", "t ex", "exempel", "e.g", "bland annat", "bl.a", "bl. a", "like",
    "including", "inklusive",
)  # fmt: skip
_KNOWS = re.compile(r"(?:know|master|mastering|use)(?= (?!how|what|when|that|why|where|your|the|to))")
_OBJECT = re.compile(
    r" (?!at an? (?:\w+ ){1,2}level(?!\w))(?:at|to|out|our|the|a|an|your|yourself|in|for|new|all)(?!\w)"
)
_UNSURE = frozenset(("past", "years"))  # frames behind which only what a list knows is a skill
_OR = ("or ", "eller ", "alternativt ")
_HAS_DONE = " har erfarenhet "
_CERTIFIES = (" certif", "-certif")
_REFUSING = frozenset(("not", "own"))
_SHORTEST_LIST = 2
_FEWEST_KNOWN, _LONGEST_NAME = 3, 3  # names, words
_LONGEST_ANNOUNCEMENT = 60
_LONGEST_BARE = 9  # words


def find(clause: Clause) -> list[Candidate]:
    """Candidates of a sentence, without overlaps.

    Parameters
    ----------
    clause : Clause

    Returns
    -------
    list of Candidate
        The surest ways first.
    """
    taken = [
        (mark.start, _reach(clause, place) if mark.label == "not" else mark.end)
        for place, mark in enumerate(clause.frames)
        if mark.label in _REFUSING
    ]
    found: list[Candidate] = []
    for way in _ways_of(clause.signs):
        for candidate in way(clause):
            first, last = candidate.start, candidate.end
            for start, end in taken:
                if last > start and first < end:
                    break
            else:
                found.append(candidate)
                taken.append((first, last))
    if clause.low.find("(", clause.sentence.start, clause.sentence.end) >= 0:
        ordered = sorted(found, key=lambda c: c.start)
        spelled = [(first.end, clause.spelled_out(first, second)) for first, second in pairwise(ordered)]
        found = [c for c in found if not any(start <= c.start < end for start, end in spelled)]
    if any(c.topic in ("programming", "web") and c.label not in _PROGRAMMING for c in found):
        # "programming in Python" is one skill, "programming, preferably Python" is two.
        return [c for c in found if c.label not in _PROGRAMMING or _APART.match(clause.low, c.end)]
    return found


def _reach(clause: Clause, place: int) -> int:
    """Where the enumeration behind a frame ends: at its own end or where the next frame begins."""
    frame = clause.frames[place]
    following = clause.frames[place + 1].start if place + 1 < len(clause.frames) else clause.sentence.end
    start = frame.end + clause.low.startswith(": ", frame.end)  # "Kunnig i: slipning, kittning"
    return list_end(clause.low, start, max(start, following))


def _phrased(clause: Clause) -> Iterator[Candidate]:
    for mark in clause.sentence.marks.get("skills_phrases", ()):
        yield Candidate(mark.start, mark.end, mark.label, "phrase")


def _framed(clause: Clause) -> Iterator[Candidate]:
    for place, frame in enumerate(clause.frames):
        stop = _reach(clause, place) if frame.label not in _REFUSING else frame.end
        if stop - frame.end < _SHORTEST_LIST:
            continue
        if frame.label == "do":
            if clause.text[frame.start : frame.end].isupper() and not clause.text[frame.end : stop].isupper():
                continue  # "CAN, Ethernet"
            yield from done(clause, frame.end, stop)
        elif frame.label == "teach":
            yield from taught(clause.low, frame.end, clause.sentence.end)
        else:
            frame = _own_verb(clause, frame)
            # "Experience of warehouse management systems": the family of experience leaves it to this one.
            if (
                frame.label not in _UNSURE
                or clause.signs & (NAMED | TECHNICAL)
                or (clause.english and "techniques" in clause.sentence.marks)
            ):
                yield from listed(clause, frame, stop)


def _own_verb(clause: Clause, frame: Mark) -> Mark:
    """Take "insikt och har erfarenhet av" for what its last half is: experience, not knowledge."""
    own = frame.label == "know" and clause.low.find(_HAS_DONE, frame.start, frame.end) >= 0
    return frame._replace(label="past") if own else frame


def _exemplified(clause: Clause) -> Iterator[Candidate]:
    """Yield names behind "such as", wherever it stands: "the systems that we use, such as Jira"."""
    sentence = clause.sentence
    said = clause.low[sentence.start : sentence.end]
    if not any(word in said for word in _NAMING):
        return
    for sign in _NAMES_FOLLOW.finditer(clause.text, sentence.start, sentence.end):
        for item in items(clause.low, sign.end(), list_end(clause.low, sign.end(), sentence.end)):
            candidate = clause.judged(item, "named")
            if candidate and candidate.exact:
                yield candidate.signed("example")


def _unframed(clause: Clause) -> Iterator[Candidate]:
    """Skills without words that introduce them: behind a colon, before the verb, alone in a list."""
    low, sentence = clause.low, clause.sentence
    if sentence.block is None or sentence.block.kind == "heading":
        return
    if clause.lead:
        yield from _led(clause)
        return
    colon = low.find(": ", sentence.start, min(sentence.end, sentence.start + _LONGEST_ANNOUNCEMENT))
    if colon >= 0:
        yield from _announced(clause, colon + 2)
        return
    if head := heading_wish(clause):
        yield from headed(clause, head.end())
        return
    verb = fronted(clause)
    first = low[sentence.start : sentence.end].split(None, 1)[0]
    if verb and (first == "att" or "verb" not in StopWords.load().classes(first)):
        yield from before_verb(clause, verb)
    elif before := _before_frame(clause):
        yield from _alone(clause, before)
    elif _bare(clause):
        knows = _KNOWS.match(low, sentence.start)
        if knows:
            # "What we want: you … / - know Figma and Sketch"
            yield from listed(clause, Mark("use", *knows.span()), list_end(low, knows.end(), sentence.end))
        else:
            yield from _alone(clause, clause.sentence.end)


def _before_frame(clause: Clause) -> int:
    """Where the words that open an enumeration end: "TAKK, kunskaper i Unikum"; 0 where it begins otherwise."""
    if not clause.frames or clause.sentence.section not in ("profile", "nice"):
        return 0
    comma = clause.low.rfind(", ", clause.sentence.start, clause.frames[0].start)
    if clause.low.startswith(_OR, comma + 2):
        return 0  # "Degree in Statistics, Data Engineering, or equivalent experience with …": fields of the degree
    opening = words_of(clause.low, clause.sentence.start, max(comma, clause.sentence.start)).words
    verbless = not any("verb" in StopWords.load().classes(word) for word in opening)
    return comma if opening and verbless and len(opening) <= _LONGEST_BARE else 0


def _alone(clause: Clause, end: int) -> Iterator[Candidate]:
    """Names that stand in a line without any word beside them, or between words that say nothing of them."""
    low, start = clause.low, clause.sentence.start
    stop = list_end(low, start, end)
    found = [clause.judged(item, "bare") for item in items(low, start, stop)]
    if clause.english:
        # "Reach at least B2 in Swedish"
        everyday = edge_words()["homograph"]
        found = [None if c and c.label in everyday and _is_verb(clause, c.start, c.end) else c for c in found]
    pure = stop >= end - 1 and all(candidate and candidate.exact for candidate in found)
    for candidate in found:
        if candidate and (candidate.topic or is_technique(candidate)):
            yield candidate.signed("pure") if pure else candidate


def _led(clause: Clause) -> Iterator[Candidate]:
    """Items of a list that the line above introduces."""
    start, end = clause.sentence.start, clause.sentence.end
    if clause.lead == "akin":
        found = [clause.judged(item, "bare") for item in items(clause.low, start, end)]
        yield from (akin_to_crafts(candidate).signed("pure") for candidate in found if candidate)
        return
    if clause.lead == "do":
        if clause.frames:
            return  # "Bekväm i Linux" says itself how
        yield from done(clause, start, list_end(clause.low, start, end))
        return
    for item in items(clause.low, start, list_end(clause.low, start, end)):
        if candidate := clause.judged(item, clause.lead):
            yield candidate.signed("led")


def _bare(clause: Clause) -> bool:
    sentence = clause.sentence
    if not (NAMED | TECHNICAL) & clause.signs or sentence.section not in ("profile", "nice"):
        return False
    return len(clause.words.words) <= _LONGEST_BARE and not clause.introduced(sentence.end)


def _announced(clause: Clause, start: int) -> Iterator[Candidate]:
    low, sentence = clause.low, clause.sentence
    announced = bool(_ANNOUNCES.search(low, sentence.start, start))
    if not announced and clause.introduced(sentence.end):
        return
    stop = list_end(low, start, sentence.end)
    named = [item for item in items(low, start, stop) if item.label.count(" ") < _LONGEST_NAME]
    while announced and (comma := low.find(", ", stop, sentence.end)) >= 0:
        # "Krav: yrkesbevis eller minst fem år i yrket, sprutmålning": the list goes on behind what is no name.
        stop = list_end(low, comma + 2, sentence.end)
        named.extend(item for item in items(low, comma + 2, stop) if item.label.count(" ") < _LONGEST_NAME)
    found = [clause.judged(item, "announced" if announced else "listed") for item in named]
    yield from among_crafts(found) if announced else filter(None, found)


def _named(clause: Clause) -> Iterator[Candidate]:
    for term in clause.terms:
        if term.kind != "tool" or clause.low.endswith("systemet", term.start, term.end):
            continue
        everyday = clause.low[term.start : term.end] in edge_words()["homograph"]
        if everyday and clause.english and _is_verb(clause, term.start, term.end):
            continue  # "you excel at what you do", "Reach at least B2"
        if clause.low.startswith(_CERTIFIES, term.end):
            continue  # "lead auditor certification" is a certificate
        yield clause.of_term(term, "term")


def _is_verb(clause: Clause, start: int, end: int) -> bool:
    """Whether an everyday word is no name: in small letters, or what a line begins with and an object follows."""
    return clause.text[start].islower() or (start == clause.sentence.start and bool(_OBJECT.match(clause.low, end)))


def _akin(clause: Clause) -> Iterator[Candidate]:
    """Yield names that no list knows in an enumeration of names that one does: "Scala, Datomic, Python, Spark"."""
    known = [term for term in clause.terms if term.kind == "tool"]
    if len(known) < _FEWEST_KNOWN:
        return
    low, end = clause.low, clause.sentence.end
    colon = low.rfind(": ", clause.sentence.start, known[0].start)
    start = colon + 2 if colon >= 0 else known[0].start
    for item in items(low, start, list_end(low, known[-1].end - 1, end)):
        named = clause.text[item.start].isupper() and item.start > clause.sentence.start
        if named and item.label.count(" ") < _LONGEST_NAME and clause.is_unknown(item):
            yield Candidate(item.start, item.end, item.label, "term", "it", exact=True)


_ALWAYS = -1
_WAYS: tuple[tuple[int, Callable[[Clause], Iterable[Candidate]]], ...] = (
    (_ALWAYS, _phrased), (_ALWAYS, _framed), (CAN, able_too), (NAMED, _exemplified), (NAMED, _akin),
    (FUSED, tools_fused),
    (_ALWAYS, _unframed), (POSTPOSES, postposed), (FIELD, qualified), (FUSED, fused), (CRAFT, present),
    (NAMED, _named),
)  # fmt: skip
"""The ways, the surest first, with the sign of the sentence (``skills/gate.py``) without which they find nothing."""


@cache
def _ways_of(signs: int) -> tuple[Callable[[Clause], Iterable[Candidate]], ...]:
    return tuple(way for sign, way in _WAYS if sign is _ALWAYS or sign & signs)
