"""Skills that stand before the verb that asks for them ("lödning är ett plus"), or right behind a bare wish."""

from __future__ import annotations

import re
from collections.abc import Iterator

from matcher.requirements.lexicon import patterns
from matcher.requirements.skills.clause import JUDGES, Candidate, Clause
from matcher.requirements.skills.crafts import done
from matcher.requirements.skills.items import items, list_end
from matcher.requirements.skills.words import NAMED, edge_words
from matcher.taxonomy.facts.crafts import is_craft

_SAID = patterns("skills_fronted")
_FRONTED = re.compile(
    rf"\s(?:(?P<skill>{_SAID['skill']}|{_SAID['closing']}(?=[\s.,]|$))|(?P<taught>{_SAID['taught']})|"
    rf"(?:är(?!\s(?:på|i)\s)|{_SAID['judged']}|\((?={_SAID['bracketed']})|=|{_SAID['alone']}(?=\s*(?:[.,;]|\Z))|"
    r"(?:is|are)(?!\s(?:looking|a|an|the|one|seeking|growing|hiring|now)\s))(?=[\s.,]|$))"
)
# "Gärna lödning", "meriterande är slingor och permanent"
_HEADS = re.compile(
    r"(?:gärna|helst|(?:meriterande|önskvärt|krav|kraven|kravet) (?:är|med)|(?:(?:ett )?plus|pluspoäng|bonus) "
    r"(?:är|för))\s(?!med |i |inom |från |av |på |som )"
)
# "Att sy för hand och byta dragkedjor ska du kunna"
_INFINITIVE = re.compile(r"(?:att )?([a-zåäö]+)(?=[ ,])")
_TECHNIQUES = frozenset(("craft", "tech"))
_LONGEST_FRONT = 120
_BUT = (" men ", " but ")
_SO = (", så ", ", därför ", ", so ")


def fronted(clause: Clause) -> re.Match[str] | None:
    """Find the verb behind which it is said that what stands before it is asked for."""
    sentence = clause.sentence
    if not (
        clause.frames or clause.signs & NAMED or any(c.label in JUDGES for c in sentence.marks.get("strength", ()))
    ):
        return None
    # "Flera gäster är döva, så teckenspråk är ett plus": what is asked for opens the clause behind the reason.
    so = max(clause.low.find(turn, sentence.start, sentence.start + _LONGEST_FRONT) for turn in _SO)
    start = max(so, sentence.start)
    return _FRONTED.search(clause.low, start, min(sentence.end, start + _LONGEST_FRONT))


def heading_wish(clause: Clause) -> re.Match[str] | None:
    """Find the words that open a sentence and only say how strongly what follows is asked for."""
    found = _HEADS.match(clause.low, clause.sentence.start)
    return found if found and not clause.introduced(clause.sentence.end) else None


def is_technique(candidate: Candidate) -> bool:
    """Whether its ending names a technique, and is not itself a word that introduces one ("förhandlingsvana")."""
    return not _TECHNIQUES.isdisjoint(candidate.signs) and "fused" not in candidate.signs


def headed(clause: Clause, start: int) -> Iterator[Candidate]:
    """Names and techniques behind a word that only says how strongly: "gärna lödning och kabelskarvning"."""
    for item in items(clause.low, start, list_end(clause.low, start, clause.sentence.end)):
        candidate = clause.judged(item, "announced")
        if candidate and (candidate.topic or is_technique(candidate)):
            yield candidate


def before_verb(clause: Clause, verb: re.Match[str]) -> Iterator[Candidate]:
    """Yield what stands before the verb that :func:`fronted` has found: "slingor och permanent är ett plus"."""
    low = clause.low
    # "Körkort krävs, men lödning ska du kunna": what the verb speaks of stands behind the "men".
    turns = {low.rfind(turn, clause.sentence.start, verb.start()): len(turn) for turn in (*_BUT, *_SO)}
    turn = max(turns)
    start = clause.sentence.start if turn < 0 else turn + turns[turn]
    cued = verb["skill"] is not None or verb["taught"] is not None or _cued(clause, verb)
    known = clause.signs & NAMED and any(t.end <= verb.start() and t.kind == "tool" for t in clause.terms)
    if not known and (not cued or clause.introduced(verb.start())):
        return
    if verb["skill"] and (infinitive := _INFINITIVE.match(low, start)) and is_craft(infinitive[1]):
        begin = infinitive.start(1)
        yield from done(clause, begin, list_end(low, begin, verb.start()))
        return
    stop = list_end(low, start, verb.start())
    found = [clause.judged(item, "fronted" if cued else "subject") for item in items(low, start, stop)]
    plain = (
        cued and not clause.introduced(verb.start()) and stop >= verb.start() - 1 and low.count(" ", start, stop) < 7
    )
    kind = "mastered" if verb["skill"] else "taught" if verb["taught"] else ""
    for plain_candidate in found:
        candidate = plain_candidate.signed(kind) if plain_candidate and kind else plain_candidate
        if candidate and candidate.label in edge_words()["homograph"] and low.startswith(" to ", candidate.end):
            continue  # "access to a car is required"
        if candidate and candidate.exact:
            yield candidate
        elif candidate and plain:
            yield candidate if None not in found else candidate.signed("loose")


def _cued(clause: Clause, verb: re.Match[str]) -> bool:
    """Whether what stands behind the verb says how strongly it is asked for: "svetsvana är ett plus"."""
    return any(
        cue.label in JUDGES and verb.start() <= cue.start <= verb.end() + 25
        for cue in clause.sentence.marks.get("strength", ())
    )
