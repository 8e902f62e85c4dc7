"""Which candidates are skills: a sum of weights over a few signs, learned once and shipped as numbers.

The signs say how a phrase was introduced, where it stands and what kind of word it is; never the phrase itself. The
weights are those of a logistic regression (``lexicon/skills_weights.json``); ``python -m matcher.requirements.train``
makes them. When the choice was made they beat hand-made rules over the same candidates by 0.025 in F1 on real ads
(cross-validated) and were equal on written ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from matcher.requirements.segment import Sentence
from matcher.requirements.skills_clause import NAMES, Candidate
from matcher.requirements.strength import Judged

_TECHNICAL = frozenset(("method", "automation", "design", "science"))
_ENDINGS = frozenset(
    "ing ion het kap nik ete gen ner ter ser ler mor rar kor era ens ans ogi iom ent ity ess ics ngs ons nts ers ade "
    "tan tet ten ren den nen ärd öde".split()
)
"""Endings of words, by their last three letters, that tell something about their kind."""


def signs(candidate: Candidate, sentence: Sentence, judged: Judged) -> tuple[str, ...]:
    """Signs of a candidate, each a short name that a weight belongs to.

    Parameters
    ----------
    candidate : Candidate
    sentence : Sentence
        Where it stands.
    judged : Judged
        How strongly it is asked for.

    Returns
    -------
    tuple of str
    """
    how, section, by = candidate.how, sentence.section, judged.by
    known = "exact" if candidate.exact else "part" if candidate.topic else "free"
    group = _group(candidate.topic)
    kind = sentence.block.kind if sentence.block else "paragraph"
    words = min(candidate.label.count(" ") + 1, 4)
    own = [sign for sign in candidate.signs if sign != "demand"]
    found = [
        how, f"{how}:{known}", f"{known}:{group}", f"{how}:{group}", f"{group}:{judged.necessity}", f"{section}:{by}",
        f"{how}:{by}", f"{how}:{section}", f"{known}:words{words}", f"long:{min(len(candidate.label) // 6, 5)}",
        f"block:{kind}", f"{known}:{kind}", f"{judged.necessity}:{by}",
        f"length:{min((sentence.end - sentence.start) // 50, 5)}",
        *(f"{known}:{sign}" for sign in own), *(f"{how}:{sign}" for sign in own),
    ]  # fmt: skip
    if not candidate.exact and candidate.label[-3:] in _ENDINGS:
        found.append(f"end:{candidate.label[-3:]}")
    if "demand" in candidate.signs:
        found.append(f"demand:{section}:{by}")
    return tuple(found)


def _group(topic: str) -> str:
    if topic in NAMES:
        return "name"
    if topic in _TECHNICAL:
        return "tech"
    return "label" if topic == "label" else "trade" if topic else "none"


@cache
def _weights() -> Mapping[str, float]:
    text = resources.files(__package__).joinpath("lexicon", "skills_weights.json").read_text(encoding="utf-8")
    weights: Mapping[str, float] = json.loads(text)["weights"]
    return weights


def score(found: Iterable[str]) -> float:
    """Sum of the weights of some signs; a candidate above zero is a skill.

    Examples
    --------
    >>> score(["know", "know:exact", "exact:name"]) > score(["past", "past:free", "free:none"])
    True
    """
    weights = _weights()
    return weights.get("bias", 0.0) + sum([weights.get(sign, 0.0) for sign in found])
