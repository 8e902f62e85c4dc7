"""The ways in which a sentence introduces skills; each yields candidates, the surest ways first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from matcher.requirements.skills_clause import FUSING, Candidate, Clause
from matcher.requirements.skills_crafts import able_too, done, present
from matcher.requirements.skills_items import items, list_end
from matcher.requirements.skills_words import StopWords, Token, ending_classes, rows
from matcher.taxonomy.phrasebook import Mark

_FRONTED = re.compile(
    r"\s(?:(?P<skill>(?:ska|skall|måste|bör|behöver)\s(?:du\s)?(?:även\s)?(?:behärska|kunna|sitta)\b|(?:behärskar|hanterar|kan)"
    r"\sdu(?=[\s.,]|$)|är\sdu\svan\s(?:vid|med)|har\sdu\skoll\spå)"
    r"|(?P<taught>(?:lär|visar)\svi|lär\sdu\sdig)|(?:är|ser\svi|krävs|behövs|erfordras|önskas|efterfrågas|vore|räknas|=|(?:meriterande|krav|ett\splus)(?=\s*(?:[.,;]|\Z))|(?:is|are)(?!\s(?:looking|a|an|the|one|seeking|growing|hiring|now)\s))(?=[\s.,]|$))"
)
_ANNOUNCES = re.compile(
    r"(?:meriterande|merit|merits|plus|bonus|krav|kunskaper|kunskap|erfarenhet av|vana av|kompetenser|"
    r"bra att (?:ha|kunna)|du (?:kan|behärskar)|nice to have|skills|experience|requirements?|tools|verktyg|system|"
    r"program)[^.:]{0,25}:\s"
)
_WIDE_HEAD = re.compile(
    r"(?:verktyg|ramverk|system|program|programvaror|språk|metoder|tekniker|plattformar|databaser|miljöer|lösningar|"
    r"teknologier|ekosystem\w*|tools|instruments|languages|frameworks|platforms|systems|databases|environments|"
    r"technologies|programming|programmering|services|software)$"
)
_EXAMPLES = re.compile(
    r"\s*(?:,?\s*(?:som|såsom|så som|such as|like|including|inklusive|t\.? ?ex\.?|exempelvis|till exempel|e\.g\.?|"
    r"specifikt|särskilt|för|främst)\s|\(|:|\s[–—-]\s)"
)
_COLON = re.compile(r":\s")
_POSTPOSED = frozenset(("skills", "knowledge", "experience", "expertise", "proficiency", "know-how"))
_PROGRAMMING = frozenset(
    "programming|programmering|scripting|programming languages|programmeringsspråk|programspråk|språk".split("|")
)
_APART = re.compile(r"\s?(?:\Z|[.;]|,\s(?!t\.|ex|till ex|e\.g|så|such|like|including|i |in )|(?:och|and|samt)\s)")
_NAMES_FOLLOW = re.compile(
    r"(?<!\w)(?:såsom|så som|such as|t\. ?ex\.?|t ex|exempelvis|till exempel|e\.g\.?|bland annat|bl\. ?a\.?|"
    r"(?:like|including|inklusive)(?=\s[A-ZÅÄÖ]))\s"
)
_FIELDS = frozenset("kompetens kunskaper kunskap kunnande skicklighet färdigheter knowledge".split())
_OF = frozenset("i om inom av kring på för från med in of about within on with".split())
_ADJECTIVE = re.compile(r"\w{3,}(?:isk|iska|iskt|tala|tal|ella|ell|ell[at]|ära|är|iva|iv|ga|ig|al|ical|ed)")
_INTRODUCES = frozenset(("know", "use", "past", "named"))
_JUDGES = frozenset(("must", "nice", "not_required"))
_SHORTEST_LIST = 2
_SHORTEST_STEM = 3
_LONGEST_FRONT = 120
_LONGEST_ANNOUNCEMENT = 60
_LONGEST_BARE = 9  # words
_POSTPOSED_REACH = 4  # words


@cache
def _homographs() -> frozenset[str]:
    return frozenset(next(line for name, line in rows("skills_edges.tsv") if name == "homograph").split("|"))


@cache
def subjects() -> re.Pattern[str]:
    """Pattern of one school subject in a list of them, with what joins it to the one before."""
    words = next(line.split("|") for name, line in rows("skills_edges.tsv") if name == "subject")
    any_of = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"\s?(?:,|/|\(|och|eller|samt|and|or|&|\s)*({any_of})(?![\w-])")


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
    taken = [(mark.start, _reach(clause, place)) for place, mark in enumerate(clause.frames) if mark.label == "not"]
    found: list[Candidate] = []
    for way in _WAYS:
        for candidate in way(clause):
            if all(candidate.end <= start or candidate.start >= end for start, end in taken):
                found.append(candidate)
                taken.append((candidate.start, candidate.end))
    if any(c.topic in ("programming", "web") and c.label not in _PROGRAMMING for c in found):
        # "programming in Python" is one skill, "programming, preferably Python" is two.
        return [c for c in found if c.label not in _PROGRAMMING or _APART.match(clause.low, c.end)]
    return found


def _reach(clause: Clause, place: int) -> int:
    """Where the enumeration behind a frame ends: at its own end or where the next frame begins."""
    frame = clause.frames[place]
    following = clause.frames[place + 1].start if place + 1 < len(clause.frames) else clause.sentence.end
    return list_end(clause.low, frame.end, max(frame.end, following))


def _phrased(clause: Clause) -> Iterator[Candidate]:
    for mark in clause.sentence.marks.get("skills_phrases", ()):
        yield Candidate(mark.start, mark.end, mark.label, "phrase")


def _framed(clause: Clause) -> Iterator[Candidate]:
    for place, frame in enumerate(clause.frames):
        stop = _reach(clause, place) if frame.label != "not" else frame.end
        if stop - frame.end < _SHORTEST_LIST:
            continue
        if frame.label == "do":
            yield from done(clause, frame.end, stop)
        elif frame.label == "teach":
            yield from _taught(clause, frame.end)
        else:
            yield from _listed(clause, frame, stop)


def _listed(clause: Clause, frame: Mark, stop: int) -> list[Candidate]:
    low, how = clause.low, frame.label
    found: list[Candidate] = []
    for item in items(low, frame.end, stop):
        if _WIDE_HEAD.search(low, item.start, item.end) and _EXAMPLES.match(low, item.end, stop):
            how = "named"  # "verktyg såsom Excel" asks for Excel, not for tools
            continue
        candidate = clause.judged(item, how)
        if candidate and not any(clause.spelled_out(before, candidate) for before in found):
            found.append(candidate)
    return [c.signed("among") for c in found] if any(c.exact for c in found) else found


def _exemplified(clause: Clause) -> Iterator[Candidate]:
    """Yield names behind "such as", wherever it stands: "the systems that we use, such as Jira"."""
    sentence = clause.sentence
    for sign in _NAMES_FOLLOW.finditer(clause.text, sentence.start, sentence.end):
        for item in items(clause.low, sign.end(), list_end(clause.low, sign.end(), sentence.end)):
            candidate = clause.judged(item, "named")
            if candidate and candidate.exact:
                yield candidate.signed("example")


def _qualified(clause: Clause) -> Iterator[Candidate]:
    """Fields that an adjective names: "juridiska kunskaper", "digital kompetens"."""
    classes = StopWords.load().classes
    for place, token in enumerate(clause.words):
        if token.word not in _FIELDS or not place:
            continue
        before = clause.words[place - 1]
        follows = clause.words[place + 1].word if place + 1 < len(clause.words) else ""
        if follows not in _OF and _ADJECTIVE.fullmatch(before.word) and not classes(before.word):
            label = clause.low[before.start : token.end]
            yield Candidate(before.start, token.end, label, "quality", signs=ending_classes(before.word))


def _taught(clause: Clause, start: int) -> Iterator[Candidate]:
    """School subjects: "lärare i matematik, NO och teknik"."""
    place = start
    while found := subjects().match(clause.low, place, clause.sentence.end):
        yield Candidate(found.start(1), found.end(1), found[1], "teach", exact=True)
        place = found.end()


def _unframed(clause: Clause) -> Iterator[Candidate]:
    """Skills without words that introduce them: behind a colon, before the verb, alone in a list."""
    low, sentence = clause.low, clause.sentence
    if sentence.block is None or sentence.block.kind == "heading" or not clause.words:
        return
    if clause.lead:
        yield from _led(clause)
        return
    colon = _COLON.search(low, sentence.start, min(sentence.end, sentence.start + _LONGEST_ANNOUNCEMENT))
    if colon:
        yield from _announced(clause, colon.end())
        return
    fronted = _FRONTED.search(low, sentence.start, min(sentence.end, sentence.start + _LONGEST_FRONT))
    if fronted and "verb" not in StopWords.load().classes(clause.words[0].word):
        yield from _before_verb(clause, fronted)
    elif _bare(clause):
        for item in items(low, sentence.start, list_end(low, sentence.start, sentence.end)):
            if candidate := clause.judged(item, "bare"):
                yield candidate


def _led(clause: Clause) -> Iterator[Candidate]:
    """Items of a list that the line above introduces."""
    start, end = clause.sentence.start, clause.sentence.end
    for item in items(clause.low, start, list_end(clause.low, start, end)):
        if candidate := clause.judged(item, clause.lead):
            yield candidate.signed("led")


def _introduced(clause: Clause, end: int) -> bool:
    return any(frame.label in _INTRODUCES and frame.start < end for frame in clause.frames)


def _bare(clause: Clause) -> bool:
    sentence = clause.sentence
    short = len(clause.words) <= _LONGEST_BARE and sentence.section in ("profile", "nice")
    return short and not _introduced(clause, sentence.end)


def _announced(clause: Clause, start: int) -> Iterator[Candidate]:
    low, sentence = clause.low, clause.sentence
    announced = bool(_ANNOUNCES.search(low, sentence.start, start))
    if not announced and _introduced(clause, sentence.end):
        return
    for item in items(low, start, list_end(low, start, sentence.end)):
        candidate = clause.judged(item, "announced" if announced else "listed") if item.label.count(" ") < 3 else None
        if candidate:
            yield candidate


def _before_verb(clause: Clause, verb: re.Match[str]) -> Iterator[Candidate]:
    low, start = clause.low, clause.sentence.start
    cued = verb["skill"] is not None or verb["taught"] is not None or _cued(clause, verb)
    known = any(term.end <= verb.start() for term in clause.terms)
    if not known and (not cued or _introduced(clause, verb.start())):
        return
    stop = list_end(low, start, verb.start())
    found = [clause.judged(item, "fronted" if cued else "subject") for item in items(low, start, stop)]
    plain = (
        cued and not _introduced(clause, verb.start()) and stop >= verb.start() - 1 and low.count(" ", start, stop) < 7
    )
    kind = "mastered" if verb["skill"] else "taught" if verb["taught"] else ""
    for plain_candidate in found:
        candidate = plain_candidate.signed(kind) if plain_candidate and kind else plain_candidate
        if candidate and candidate.exact:
            yield candidate
        elif candidate and plain:
            yield candidate if None not in found else candidate.signed("loose")


def _cued(clause: Clause, verb: re.Match[str]) -> bool:
    """Whether what stands behind the verb says how strongly it is asked for: "svetsvana är ett plus"."""
    return any(
        cue.label in _JUDGES and verb.start() <= cue.start <= verb.end() + 25
        for cue in clause.sentence.marks.get("strength", ())
    )


def _postposed(clause: Clause) -> Iterator[Candidate]:
    """Skills that stand before what introduces them: "strong SQL skills"."""
    for place, token in enumerate(clause.words):
        if token.word in _POSTPOSED and place:
            first = clause.words[max(0, place - _POSTPOSED_REACH)].start
            for item in items(clause.low, first, token.start):
                if candidate := clause.judged(item, "post"):
                    yield candidate


def _compounds(clause: Clause) -> Iterator[tuple[Token, str]]:
    """Words fused with what introduces a skill, such as "växtkännedom", and their first part."""
    for token in clause.ending(FUSING):
        if token.word not in FUSING:
            end = next(end for end in FUSING if token.word.endswith(end))
            yield token, token.word[: -len(end)].rstrip("-")


def _tools_fused(clause: Clause) -> Iterator[Candidate]:
    """Tools in a compound: "CAD-kunskaper", "excelkunskaper"."""
    for token, stem in _compounds(clause):
        tool = clause.name_of(Token(token.start, token.start + len(stem), stem))
        if tool:
            yield clause.of_term(tool, "compound")


def _fused(clause: Clause) -> Iterator[Candidate]:
    """Other compounds, as wholes."""
    classes = StopWords.load().classes
    for token, stem in _compounds(clause):
        if len(stem) >= _SHORTEST_STEM and not classes(token.word) and not classes(stem):
            yield Candidate(token.start, token.end, token.word, "compound", signs=clause.measured(token))


def _named(clause: Clause) -> Iterator[Candidate]:
    for term in clause.terms:
        if term.kind != "tool" or clause.low.endswith("systemet", term.start, term.end):
            continue
        if clause.low[term.start : term.end] in _homographs() and clause.text[term.start].islower() and clause.english:
            continue  # "you excel at what you do"
        yield clause.of_term(term, "term")


_WAYS: tuple[Callable[[Clause], Iterator[Candidate]], ...] = (
    _phrased, _framed, able_too, _exemplified, _tools_fused, _unframed, _postposed, _qualified, _fused, present, _named,
)  # fmt: skip
