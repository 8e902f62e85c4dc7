"""Which candidates are skills: a sum of weights over a few signs, learned once and shipped as numbers.

The signs name how a phrase was introduced, where it stands and what kind of word it is; never the phrase itself.
``python -m matcher.requirements.train`` makes the weights.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources

from matcher.requirements.segment import Sentence
from matcher.requirements.skills_candidates import NAMES, Candidate
from matcher.requirements.strength import Judged

_ENDS = frozenset(
    ("ing", "ion", "het", "kap", "nik", "ete", "gen", "ner", "ter", "ser", "ler", "mor", "rar", "kor", "era", "ens", "ans", "ogi", "iom",
     "ent", "ity", "ess", "ics", "ngs", "ons", "nts", "ers", "ade", "sätt", "tan", "tet", "ten", "ren", "den", "nen", "ärd", "öde")
)  # fmt: skip
_TECH = frozenset(("method", "automation", "design", "science"))


def signs(candidate: Candidate, sentence: Sentence, judged: Judged) -> tuple[str, ...]:
    """Signs of a candidate, each a short name that a weight belongs to."""
    c = candidate
    known = "exact" if c.exact else "part" if c.topic else "free"
    group = "name" if c.topic in NAMES else "tech" if c.topic in _TECH else "label" if c.topic == "label" else "trade" if c.topic else "none"
    words = c.label.count(" ") + 1
    kind = sentence.block.kind if sentence.block else "paragraph"
    return (
        f"{c.how}", f"{c.how}:{known}", f"{known}:{group}", f"{c.how}:{group}", f"{group}:{judged.necessity}",
        f"{sentence.section}:{judged.by}", f"{c.how}:{judged.by}", f"{c.how}:{sentence.section}",
        f"{known}:words{min(words, 4)}", f"long:{min(len(c.label) // 6, 5)}", f"block:{kind}", f"{known}:{kind}",
        f"{judged.necessity}:{judged.by}", f"length:{min((sentence.end - sentence.start) // 50, 5)}",
        *((f"end:{c.label[-3:]}",) if not c.exact and c.label[-3:] in _ENDS else ()),
        *(f"{known}:{sign}" for sign in c.signs), *(f"{c.how}:{sign}" for sign in c.signs),
    )  # fmt: skip


@cache
def _weights() -> Mapping[str, float]:
    text = resources.files(__package__).joinpath("lexicon", "skills_weights.json").read_text(encoding="utf-8")
    weights: Mapping[str, float] = json.loads(text)["weights"]
    return weights


def score(found: tuple[str, ...]) -> float:
    """Sum of the weights of some signs; a candidate above zero is a skill.

    Examples
    --------
    >>> score(()) == 0
    True
    """
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in found)
