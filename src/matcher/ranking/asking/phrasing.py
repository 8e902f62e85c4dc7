"""What an ad asks for as a part of a sentence: in the ad's own capitals, told apart by what has to stand before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from matcher.taxonomy.facts.crafts import is_craft
from matcher.taxonomy.lexicon import read_lexicon

_HEAD = re.compile(r".*?(?=\s(?:i|på|inom|för|till|med|vid|av|som|in|at|for|with|on|to|as|of)\s|$)")
_SEVERAL = re.compile(r",|\b(?:och|and|eller|or)\b")
_ABBREVIATION = 5
"""Letters of the longest word that stands in capitals by itself; where several do, one so long is no abbreviation."""
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITALISED = re.compile(r"[A-ZÅÄÖ][a-zåäö-]*(?: [a-zåäö-]+)*")
_SWEDISH = re.compile(r"[åäö]|(?:ning|het|tion|teknik|arbete|hantering|system)\b")


@cache
def _ends_as(what: str) -> re.Pattern[str]:
    """Find words by their endings (``endings.tsv``)."""
    rows = read_lexicon("endings.tsv", "matcher.ranking.asking")
    return re.compile("|".join(f"(?:{pattern})" for one, pattern in rows if one == what))


def as_written(label: str, quote: str | None) -> str:
    """Write a label with the capitals that its ad has ("C", "NPF"), but not those of a word that begins a line.

    Examples
    --------
    >>> as_written("azure devops", "vana av Azure DevOps"), as_written("svarvning", "Svarvning")
    ('Azure DevOps', 'svarvning')
    """
    said = " ".join((quote or "").split())
    start = said.casefold().find(label)
    if start < 0 or len(said.casefold()) != len(said):
        return label
    own = said[start : start + len(label)]
    shouted = said.isupper() and max(map(len, _LETTERS.findall(said))) > _ABBREVIATION - (" " in said)
    begins = start == 0 and _CAPITALISED.fullmatch(own) and _SWEDISH.search(own)
    return label if shouted or begins else own


def is_doing(label: str, quote: str | None = None) -> bool:
    """Tell whether a label is something that one does, a verb with what it is done to.

    Examples
    --------
    >>> [is_doing(label) for label in ("byta kedja", "utföra service", "sociala medier", "svetsning")]
    [True, True, False, False]
    >>> is_doing("leda grupper", "vana av att leda grupper"), is_doing("skala", "kan skala"), is_doing("skala")
    (True, True, False)
    >>> is_doing("diska"), is_doing("mura"), is_doing("delta")
    (True, True, False)
    """
    verb, _, rest = label.casefold().partition(" ")
    if not verb.endswith(("a", "å")):
        return False
    said = " ".join((quote or "").casefold().split())
    if not rest:  # alone it may be a thing as well: what stands before it tells
        known = is_craft(verb) or _ends_as("alone").fullmatch(verb)
        return bool(known or re.search(rf"\b(?:att|kan|kunna) {re.escape(verb)}\b", said))
    return is_craft(verb) or bool(_ends_as("verb").fullmatch(verb)) or f"att {verb} " in said


def is_ability(label: str) -> bool:
    """Tell whether a label says itself that something is known: one has it, rather than knowledge of it.

    Examples
    --------
    >>> is_ability("datorvana"), is_ability("fordonskunskap"), is_ability("fordon")
    (True, True, False)
    """
    return bool(_ends_as("ability").fullmatch(label.casefold()))


def is_doer(label: str) -> bool:
    """Tell whether a label names somebody who does a work rather than what it is about.

    Examples
    --------
    >>> [is_doer(label) for label in ("undersköterska", "lärare i slöjd", "data engineer", "servering", "software")]
    [True, True, True, False, False]
    >>> is_doer("inköpare/upphandlare"), is_doer("kock/servering")
    (True, False)
    """
    if "/" in label:
        return all(map(is_doer, label.split("/")))
    head = _HEAD.match(label.casefold())
    if not head or not head[0].strip() or _SEVERAL.search(head[0]):
        return False
    return bool(_ends_as("doer").fullmatch(head[0].split()[-1]))


def listed(parts: Sequence[str], last: str) -> str:
    """Join parts with commas, and the last with a word.

    Examples
    --------
    >>> listed(["kvällar", "nätter", "helger"], "och"), listed(["C"], "eller")
    ('kvällar, nätter och helger', 'C')
    """
    return f" {last} ".join(filter(None, [", ".join(parts[:-1]), *parts[-1:]]))
