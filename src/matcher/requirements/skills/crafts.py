"""Skills said with a verb: "du kan mura", "kunna skära kebab", "du läser ritning och armerar"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from matcher.requirements.skills.clause import Candidate, Clause
from matcher.requirements.skills.items import Item, items, list_end
from matcher.requirements.skills.words import StopWords
from matcher.taxonomy.facts.crafts import crafts

_BEFORE_VERB = frozenset(("du", "och", "samt", "att", "you"))
ABLE = frozenset(("kan", "can", "behärskar"))
"""Verbs behind which a further skill stands ("du bär tre tallrikar och kan vinservering")."""

_LIGHT = frozenset("do make use handle run hantera använda behärska".split())
_ABLE_TOO = re.compile(r"(?:,|\s(?:och|and|samt|eller|or))\s(?:kan|can|behärskar)\s(?=\w)")
_SPEAKS_TO = frozenset(("du", "you", "att", "den"))


# "Ställa upp", "duka av tyst": a verb with a particle does something else.
_PARTICLES = frozenset("upp ut fram av efter om in till ned ner ihop bort på med i igen undan".split())
_HEAVES = frozenset(("lift", "lyfta", "ställa", "sköta", "hold"))


def is_handiwork(label: str) -> bool:
    """Whether a label is the verb of a craft with its object: "byta dragkedja", not "ställa upp".

    Examples
    --------
    >>> is_handiwork("byta dragkedja"), is_handiwork("byta av kollegor"), is_handiwork("möta kunder")
    (True, False, False)
    """
    verb, _, rest = label.partition(" ")
    return bool(rest) and verb not in _HEAVES and crafts().get(verb) == "" and rest.split()[0] not in _PARTICLES


def done(clause: Clause, start: int, stop: int) -> Iterator[Candidate]:
    """Yield what somebody can do: a craft, a verb with its object, or a bare noun ("du kan bromsar")."""
    objects = False
    for item in items(clause.low, start, stop):
        verb, _, rest = item.label.partition(" ")
        if verb in _LIGHT and rest:
            # "Can do fades and beard trims": the verb says nothing of the skill.
            item, objects = Item(item.end - len(rest), item.end, rest), True
            verb, _, rest = rest.partition(" ")
        noun = crafts().get(verb)
        behind = Item(item.end - len(rest), item.end, rest)
        whole = clause.judged(item, "do")
        if noun:
            objects = False
            yield Candidate(item.start, item.end, noun, "do")
        elif whole and whole.exact:
            objects = True
            yield whole
        elif noun == "":
            objects = True
            if rest and clause.judged(behind, "do"):
                yield Candidate(item.start, item.end, item.label, "do")
        else:
            objects = objects or (item.start == start and _is_noun(verb))
            candidate = whole if objects else _any_verb(clause, item, verb, behind)
            if candidate:
                yield candidate


def _is_noun(word: str) -> bool:
    return not word.endswith(("a", "å", "o")) and "verb" not in StopWords.load().classes(word)


def _any_verb(clause: Clause, item: Item, verb: str, behind: Item) -> Candidate | None:
    found = clause.judged(behind, "do") if behind.label else None
    if found is None or found.exact:
        return found
    if StopWords.load().classes(verb):
        return None
    return found._replace(start=item.start, label=f"{verb} {found.label}").signed("verb")


def able_too(clause: Clause) -> Iterator[Candidate]:
    """Yield what somebody who does something can do too: "du bär tre tallrikar och kan vinservering"."""
    first = clause.words.words[:1]
    if first and first[0] in ABLE:
        start = clause.words.end(0) + 1
        yield from done(clause, start, list_end(clause.low, start, clause.sentence.end))
    elif first and first[0] not in _SPEAKS_TO:
        return
    for verb in _ABLE_TOO.finditer(clause.low, clause.sentence.start, clause.sentence.end):
        yield from done(clause, verb.end(), list_end(clause.low, verb.end(), clause.sentence.end))


def present(clause: Clause) -> Iterator[Candidate]:
    """Crafts in the present tense: "du läser ritning och armerar"."""
    words = clause.words.words
    if words[1:2] == ["du"] and (noun := crafts().get(words[0])):
        # "Svetsar du är det en bonus."
        yield Candidate(clause.words.starts[0], clause.words.end(0), noun, "verb")
        return
    if words[:1] and words[0] not in _SPEAKS_TO:
        return
    for place, (before, verb) in enumerate(pairwise(clause.words.words), start=1):
        noun = crafts().get(verb) if before in _BEFORE_VERB else None
        start, end = clause.words.starts[place], clause.words.end(place)
        if noun and not clause.low.startswith((" i ", " inte", " ej", " aldrig"), end):
            yield Candidate(start, end, noun, "verb")
        elif noun == "":
            item = next(items(clause.low, end, list_end(clause.low, end, clause.sentence.end)), None)
            found = clause.judged(item, "verb") if item else None
            if found:
                yield found._replace(start=start, label=f"{verb} {found.label}")
