"""The compiled form of the weighing of terms beside the plain one."""

from __future__ import annotations

import random
from importlib import resources

import pytest

from matcher.features import quickterms
from matcher.features.quickterms import QuickTerms
from matcher.features.terms import AD_PRIOR, TermWeights, count_terms, default_weights

WORDS = (
    "kock kocken servitris städerska undersköterska kassör C++ c# C+ x++y C#_ 3d# a b-körkort NASA’s łódź Straße "
    "𝒜bc 12:30 ½ naïve_1 överlockssömmerska"
).split()


def vectors(texts: list[list[str]], prior: float, quick: QuickTerms) -> list[dict[str, int]]:
    weighed = quick.weighed(texts, prior)
    found: list[dict[str, int]] = [{} for _ in texts]
    for term, row, value in zip(weighed.term.tolist(), weighed.row.tolist(), weighed.value.tolist(), strict=True):
        assert weighed.terms[term] not in found[row]
        found[row][weighed.terms[term]] = value
    return found


def plainly(texts: list[list[str]], prior: float, weights: TermWeights) -> list[dict[str, int]]:
    return [weights.vector(count_terms(parts), prior=prior) for parts in texts]


@pytest.mark.parametrize("prior", [0.0, AD_PRIOR])
def test_it_makes_the_vectors_of_the_plain_form(prior):
    quick = QuickTerms()
    for seed in range(60):
        pick = random.Random(seed)
        texts = [[" ".join(pick.choice(WORDS) for _ in range(pick.randrange(50))) for _ in range(3)] for _ in range(4)]
        for _ in range(2):
            assert vectors(texts, prior, quick) == plainly(texts, prior, default_weights())


def test_the_example_ads_have_the_vectors_of_the_plain_form():
    rows = resources.files("matcher.demo").joinpath("ads.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [[row] for row in rows]
    assert vectors(texts, AD_PRIOR, QuickTerms()) == plainly(texts, AD_PRIOR, default_weights())


def test_of_many_terms_the_heaviest_are_kept_and_equal_ones_by_name():
    weights = TermWeights({"och": 90, "vi": 50}, 100, 2)
    names = [f"{a}{b}" for a in "abcdefghijkl" for b in "abcdefghijklm"]
    random.Random(1).shuffle(names)
    texts = [["och vi", " ".join([*names, *names[:20]])]]
    assert vectors(texts, 0.0, QuickTerms(weights)) == plainly(texts, 0.0, weights)


@pytest.mark.parametrize("text", ["", "-", "12", 1100 * "kock ", 41 * "a" + " kock", 99 * "b", "x\ud83d kock"])
def test_texts_without_words_or_with_too_much_of_them(text):
    assert vectors([[text], ["bagare"]], 3.0, QuickTerms()) == plainly([[text], ["bagare"]], 3.0, default_weights())


def test_what_is_learnt_is_forgotten_when_it_grows_too_much(monkeypatch):
    monkeypatch.setattr(quickterms, "_FORGET", 20)
    quick = QuickTerms()
    for seed in range(30):
        texts = [[" ".join(f"ord{chr(97 + seed)}{word}" for word in WORDS)]]
        assert vectors(texts, 3.0, quick) == plainly(texts, 3.0, default_weights())
