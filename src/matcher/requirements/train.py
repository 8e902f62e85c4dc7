"""Learn weights from ads: ``python -m matcher.requirements.train --help``.

From annotated ads (``--gold``) those of the skill family, from phrases of one's own (``--phrases``) those of what
headings and remarks say (``train_phrases.py``).

The result is a small JSON file of numbers by sign, with the SHA-256 of the files it was learned from. Signs say how a
phrase was introduced and where it stands, never the phrase itself, so no text of the files is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from matcher.requirements.context import Context, open_text
from matcher.requirements.lexicon import lexicon
from matcher.requirements.of_ad import standard_families
from matcher.requirements.skills.family import Skills
from matcher.requirements.skills.scoring import signs
from matcher.requirements.text.lines import LineReader
from matcher.requirements.train_phrases import learn_phrases, lessons_of, own_lessons
from matcher.taxonomy.scanning.phrasebook import lowered
from matcher.taxonomy.scanning.scanner import Scanner
from matcher.taxonomy.wording import readable

_SAME = 85  # points of rapidfuzz's token_set_ratio from which two labels are the same skill
_LONGEST_QUOTE = 90
_SEED = 0
_FEWEST = 3  # signs of fewer candidates tell nothing


class Skill(NamedTuple):
    """A skill of the annotation; the quote may be empty."""

    label: str
    quote: str


class Example(NamedTuple):
    """Signs of a candidate, and whether the annotation has it as a skill.

    It has if a label is the same, or if a quote holds the candidate and nothing in the ad has the label: then the
    annotator named it in other words ("sy" as "sömnad").
    """

    signs: tuple[str, ...]
    right: bool


def examples(ads: Iterable[Mapping[str, Any]], gold: Mapping[str, Sequence[Skill]]) -> Iterator[Example]:
    """Candidates in some ads.

    Parameters
    ----------
    ads : iterable of mapping
        With ``id``, ``headline`` and ``text`` or ``description.text``.
    gold : mapping of str to sequence of Skill
        By ad id; ads without an entry are skipped.

    Yields
    ------
    Example
    """
    family = Skills()
    lines = LineReader(Scanner([lexicon("sections"), lexicon("strength"), *family.lexicons]))
    for ad in ads:
        skills = gold.get(str(ad["id"]))
        if skills is None:
            continue
        for context in _texts(ad, lines):
            seen = list(family.sightings(context))
            unnamed = [skill for skill in skills if not any(_same(skill.label, s.candidate.label) for s in seen)]
            places = [(context.text.find(skill.quote), len(skill.quote)) for skill in unnamed if skill.quote]
            for sentence, candidate, judged in seen:
                right = any(_same(skill.label, candidate.label) for skill in skills) or any(
                    0 <= place <= candidate.start and candidate.end <= place + length and length < _LONGEST_QUOTE
                    for place, length in places
                )
                yield Example(signs(candidate, sentence, judged), right)


def _same(label: str, other: str) -> bool:
    from rapidfuzz import fuzz, utils

    return fuzz.token_set_ratio(label, other, processor=utils.default_process) >= _SAME


def _texts(ad: Mapping[str, Any], lines: LineReader, *, learned: bool = True) -> Iterator[Context]:
    headline = readable(ad.get("headline") or "").text
    text = ad.get("text") or (ad.get("description") or {}).get("text") or ""
    yield open_text("headline", headline, lines, headline=lowered(headline))
    yield open_text("text", readable(text).text, lines, headline=lowered(headline), learned=learned)


def learn(found: Sequence[Example], *, strength: float, threshold: float) -> dict[str, int]:
    """Weights by sign of a logistic regression, shifted so that a sum above zero means yes.

    Parameters
    ----------
    found : sequence of Example
    strength : float
        Inverse of the L2 penalty.
    threshold : float
        Probability above which a candidate is taken, in (0, 1).

    Returns
    -------
    dict of str to int
        In hundredths, with ``bias``.

    Examples
    --------
    >>> told = [Example(("know",), True)] * 8 + [Example(("past",), False)] * 8
    >>> weights = learn(told, strength=1.0, threshold=0.5)
    >>> weights["know"] > 0 > weights["past"]
    True
    """
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    matrix = names.fit_transform([dict.fromkeys(example.signs, 1.0) for example in found])
    often = np.asarray((matrix > 0).sum(axis=0)).ravel() >= _FEWEST
    model = LogisticRegression(C=strength, max_iter=5000, random_state=_SEED)
    model.fit(matrix[:, often], [example.right for example in found])
    chosen = zip(names.get_feature_names_out()[often], model.coef_[0], strict=True)
    weights = {str(name): round(100 * float(weight)) for name, weight in chosen}
    weights["bias"] = round(100 * (float(model.intercept_[0]) - float(np.log(threshold / (1 - threshold)))))
    return dict(sorted(weights.items()))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _checksums(paths: Iterable[Path]) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _skill_record(options: argparse.Namespace) -> dict[str, Any]:
    """Weights of the skill family, with what they were learned from."""
    gold = {
        str(row["id"]): [
            Skill(str(r["value"]), r.get("quote") or "") for r in row["requirements"] if r["kind"] == "skill"
        ]
        for path in options.gold
        for row in _lines(path)
    }
    found = list(examples((ad for path in options.ads for ad in _lines(path)), gold))
    return {
        "candidates": len(found),
        "sources": _checksums((*options.ads, *options.gold)),
        "threshold": options.threshold,
        "weights": learn(found, strength=options.strength, threshold=options.threshold),
    }


def _phrase_record(options: argparse.Namespace) -> dict[str, Any]:
    """Weights of what phrases say, with what they were learned from."""
    families = standard_families()
    named = {entry.name: entry for family in families for entry in family.lexicons}
    lines = LineReader(Scanner([lexicon("sections"), lexicon("strength"), *named.values()]))
    own = list(own_lessons(options.phrases))
    ads = (ad for path in options.ads for ad in _lines(path))
    found = set(lessons_of(text for ad in ads for text in _texts(ad, lines, learned=False) if text.field == "text"))
    learnt = learn_phrases(own, found, strength=options.strength)
    return {"own": len(own), "found": len(found), "sources": _checksums((options.phrases, *options.ads)), **learnt}


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line: ``--ads`` and ``--gold`` name JSON Lines files and may be repeated, ``--phrases`` a table."""
    parser = argparse.ArgumentParser(prog="python -m matcher.requirements.train", description=__doc__)
    parser.add_argument("--ads", type=Path, action="append", required=True)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--gold", type=Path, action="append", help="learn which candidates are skills")
    what.add_argument("--phrases", type=Path, help="learn what headings and remarks say of strength")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--strength", type=float)
    parser.add_argument("--threshold", type=float, default=0.5)
    options = parser.parse_args(arguments)
    shipped, usual = ("phrases_weights.json", 3.0) if options.phrases else ("skills_weights.json", 0.1)
    options.strength = usual if options.strength is None else options.strength
    record = _phrase_record(options) if options.phrases else _skill_record(options)
    record |= {"seed": _SEED, "strength": options.strength}
    out = options.out or Path(__file__).parent / "lexicon" / shipped
    out.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
