"""Which candidates are skills: a sum of weights over a few signs, learned once and shipped as numbers.

The signs say how a phrase was introduced, where it stands and what kind of word it is; never the phrase itself. The
weights are those of a logistic regression (``lexicon/skills_weights.json``); ``python -m matcher.requirements.train``
makes them. When the choice was made they beat hand-made rules over the same candidates by 0.025 in F1 on real ads
(cross-validated) and were equal on written ones.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib import resources

from matcher.requirements.skills.clause import NAMES, Candidate
from matcher.requirements.strength.deciding import Judged
from matcher.requirements.text.segment import Sentence

_MEMO = 20_000
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
    setting, shape, own = _keys(candidate, sentence, judged)
    return (*_setting(*setting), *_shape(*shape), *_own(*own))


def points(candidate: Candidate, sentence: Sentence, judged: Judged) -> int:
    """Sum of the weights of a candidate's signs, in hundredths; one above zero is a skill."""
    setting, shape, own = _keys(candidate, sentence, judged)
    return _of_setting(setting) + _of_shape(shape) + _of_own(own)


_Setting = tuple[str, str, str, str, str, str, str, str]
_Shape = tuple[str, int, int, int, str]
_Own = tuple[str, str, str, str, tuple[str, ...]]


def _keys(candidate: Candidate, sentence: Sentence, judged: Judged) -> tuple[_Setting, _Shape, _Own]:
    how, section, by, label = candidate.how, sentence.section, judged.by, candidate.label
    known = "exact" if candidate.exact else "part" if candidate.topic else "free"
    kind = sentence.block.kind if sentence.block else "paragraph"
    language = "en" if sentence.block and sentence.block.language == "en" else "sv"
    ending = label[-3:] if known != "exact" and label[-3:] in _ENDINGS else ""
    length = min((sentence.end - sentence.start) // 50, 5)
    return (
        (how, known, _group(candidate.topic), judged.necessity, by, section, kind, language),
        (known, min(label.count(" ") + 1, 4), min(len(label) // 6, 5), length, ending),
        (how, known, section, by, candidate.signs),
    )


def _setting(
    how: str, known: str, group: str, necessity: str, by: str, section: str, kind: str, language: str
) -> tuple[str, ...]:
    """How it was introduced, where it stands and in what language, and how strongly it is asked for."""
    return (
        how, f"{how}:{known}", f"{known}:{group}", f"{how}:{group}", f"{group}:{necessity}", f"{section}:{by}",
        f"{how}:{by}", f"{how}:{section}", f"block:{kind}", f"{known}:{kind}", f"{necessity}:{by}",
        language, f"{language}:{how}", f"{language}:{known}", f"{language}:{how}:{known}",
    )  # fmt: skip


def _shape(known: str, words: int, long: int, length: int, ending: str) -> tuple[str, ...]:
    """How long it and its sentence are, and how it ends."""
    found = (f"{known}:words{words}", f"long:{long}", f"length:{length}")
    return (*found, f"end:{ending}") if ending else found


def _own(how: str, known: str, section: str, by: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """Its own signs."""
    found = [f"{where}:{sign}" for where in (known, how) for sign in own if sign != "demand"]
    return (*found, f"demand:{section}:{by}") if "demand" in own else tuple(found)


@lru_cache(maxsize=_MEMO)
def _of_setting(key: _Setting) -> int:
    return score(_setting(*key))


@lru_cache(maxsize=_MEMO)
def _of_shape(key: _Shape) -> int:
    return _sum(_shape(*key))


@lru_cache(maxsize=_MEMO)
def _of_own(key: _Own) -> int:
    return _sum(_own(*key))


def _group(topic: str) -> str:
    if topic in NAMES:
        return "name"
    if topic in _TECHNICAL:
        return "tech"
    return "label" if topic == "label" else "trade" if topic else "none"


@cache
def _weights() -> Mapping[str, int]:
    text = resources.files("matcher.requirements.lexicon").joinpath("skills_weights.json").read_text(encoding="utf-8")
    weights: Mapping[str, int] = json.loads(text)["weights"]
    return weights


def _sum(found: Iterable[str]) -> int:
    weights = _weights()
    return sum([weights.get(sign, 0) for sign in found])


def score(found: Iterable[str]) -> int:
    """Sum of the weights of some signs, in hundredths; above zero they speak for a skill.

    Examples
    --------
    >>> score(["know", "know:exact", "exact:name"]) > score(["past", "past:free", "free:none"])
    True
    """
    return _weights().get("bias", 0) + _sum(found)
