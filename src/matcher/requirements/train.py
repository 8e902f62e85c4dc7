"""Learn the weights of the skill family from annotated ads: ``python -m matcher.requirements.train --help``.

The result is a small JSON file of numbers by sign, with the SHA-256 of the files it was learned from. Signs say how a
phrase was introduced and where it stands, never the phrase itself, so no text of the files is kept.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from matcher.requirements.context import Context, open_text
from matcher.requirements.lexicon import lexicon
from matcher.requirements.skills import Skills
from matcher.requirements.skills_scoring import signs
from matcher.taxonomy.phrasebook import Scanner, lowered
from matcher.taxonomy.wording import readable

_SAME = 85
_SEED = 0


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def _texts(ad: dict[str, Any], scanner: Scanner) -> Iterator[Context]:
    headline = ad.get("headline") or ""
    text = ad.get("text") or (ad.get("description") or {}).get("text") or ""
    low = lowered(readable(headline).text)
    yield open_text("headline", readable(headline).text, scanner, headline=low)
    yield open_text("text", readable(text).text, scanner, headline=low)


def examples(ads: Iterable[dict[str, Any]], gold: dict[str, list[str]]) -> tuple[list[tuple[str, ...]], list[bool]]:
    """Signs of every candidate in some ads, and whether the annotation has it as a skill.

    Parameters
    ----------
    ads : iterable of dict
        With ``id``, ``headline`` and ``text`` or ``description.text``.
    gold : dict of str to list of str
        Skill labels by ad id.

    Returns
    -------
    found : list of tuple of str
    right : list of bool
    """
    from rapidfuzz import fuzz, utils

    family = Skills()
    scanner = Scanner([lexicon("sections"), lexicon("strength"), *family.lexicons])
    found: list[tuple[str, ...]] = []
    right: list[bool] = []
    for ad in ads:
        labels = gold.get(str(ad["id"]))
        if labels is None:
            continue
        for context in _texts(ad, scanner):
            for sentence, candidate, judged in family.sightings(context):
                found.append(signs(candidate, sentence, judged))
                right.append(
                    any(
                        fuzz.token_set_ratio(label, candidate.label, processor=utils.default_process) >= _SAME
                        for label in labels
                    )
                )
    return found, right


def learn(
    found: Sequence[tuple[str, ...]], right: Sequence[bool], *, strength: float, threshold: float
) -> dict[str, float]:
    """Weights by sign of a logistic regression, shifted so that a sum above zero means yes.

    Parameters
    ----------
    found, right
        As :func:`examples` gives them.
    strength : float
        Inverse of the L2 penalty.
    threshold : float
        Probability above which a candidate is taken, in (0, 1).

    Returns
    -------
    dict of str to float
        Rounded to two decimals; signs seen in fewer than three candidates are left out.
    """
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    matrix = names.fit_transform([dict.fromkeys(row, 1.0) for row in found])
    often = np.asarray((matrix > 0).sum(axis=0)).ravel() >= 3
    model = LogisticRegression(C=strength, max_iter=5000, random_state=_SEED).fit(matrix[:, often], list(right))
    weights = {
        str(name): round(float(weight), 2)
        for name, weight in zip(names.get_feature_names_out()[often], model.coef_[0], strict=True)
    }
    shift = float(model.intercept_[0]) - float(np.log(threshold / (1 - threshold)))
    weights["bias"] = round(weights.get("bias", 0.0) + shift, 2)
    return dict(sorted(weights.items()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line: several ``--ads`` and ``--gold`` files, in pairs."""
    parser = argparse.ArgumentParser(prog="python -m matcher.requirements.train", description=__doc__)
    parser.add_argument("--ads", type=Path, action="append", required=True)
    parser.add_argument("--gold", type=Path, action="append", required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "lexicon" / "skills_weights.json")
    parser.add_argument("--strength", type=float, default=0.1)
    parser.add_argument("--threshold", type=float, default=0.4)
    options = parser.parse_args(arguments)
    gold = {
        str(row["id"]): [str(r["value"]) for r in row["requirements"] if r["kind"] == "skill"]
        for path in options.gold
        for row in _lines(path)
    }
    found, right = examples((ad for path in options.ads for ad in _lines(path)), gold)
    weights = learn(found, right, strength=options.strength, threshold=options.threshold)
    sources = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (*options.ads, *options.gold)}
    record = {
        "strength": options.strength, "threshold": options.threshold, "seed": _SEED, "candidates": len(found),
        "sources": sources, "weights": weights,
    }  # fmt: skip
    options.out.write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
