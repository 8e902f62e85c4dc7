"""Simple rankers with names, to compare a ranking with honestly: each knows the same facts and none of the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from matcher.evaluation.trec import Run
from matcher.records import JobAd, Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matcher.taxonomy import Taxonomy

    Scores = NDArray[np.float64]

_K1, _B = 1.5, 0.75


def baseline_run(
    name: str,
    profiles: Sequence[Profile],
    ads: Sequence[JobAd],
    *,
    taxonomy: Taxonomy | None = None,
    query: Literal["profile", "ad"] = "profile",
) -> Run:
    """Rank everything with one of the simple rankers.

    Parameters
    ----------
    name : {"bm25", "words", "characters", "titles", "occupation_code", "skills"}
        BM25 over all words; TF-IDF cosine of all words; of characters 3 to 5; of past and wished titles against the
        headline and occupation; digits of the SSYK code in common; number of skills in common.
    profiles : sequence of Profile
    ads : sequence of JobAd
    taxonomy : Taxonomy, optional
        The embedded one by default; only the last two use it.
    query : {"profile", "ad"}
        Ads for people, or people for ads.

    Returns
    -------
    Run
        Complete lists, score descending, then id ascending.

    Raises
    ------
    ValueError
        There is no such ranker, or nothing to rank.

    Examples
    --------
    >>> from matcher.demo import example_ads, example_people
    >>> run = baseline_run("titles", example_people()[1:2], example_ads())
    >>> run.rankings["P02"][0], run.name
    ('A02', 'titles')
    """
    import numpy as np

    from matcher.taxonomy import Taxonomy

    if name not in BASELINES:
        raise ValueError(f"no baseline {name!r}; there are {', '.join(BASELINES)}")
    if not profiles or not ads:
        raise ValueError("a baseline needs people and ads")
    scores = BASELINES[name](profiles, ads, taxonomy or Taxonomy.starter())
    # Sums of floats differ in their last bits with the order they are added in; nine places do not.
    scores = np.round(scores if query == "profile" else scores.T, 9)
    sides = [p.id for p in profiles], [ad.id for ad in ads]
    queries, documents = sides if query == "profile" else sides[::-1]
    rankings = {}
    for identifier, row in zip(queries, scores.tolist(), strict=True):
        ordered = sorted(zip(row, documents, strict=True), key=lambda pair: (-pair[0], pair[1]))
        rankings[identifier] = tuple(document for _, document in ordered)
    return Run(rankings, name)


def person_text(profile: Profile) -> str:
    """Join everything that a profile says in words.

    Examples
    --------
    >>> from matcher.records import Experience
    >>> person_text(Profile(id="1", experience=[Experience(title="Kock", duties="lunch")], wishes=["bagare"]))
    'Kock lunch bagare'
    """
    parts = [part for e in profile.experience for part in (e.title, e.duties)]
    parts += [skill.label for skill in (*profile.skills, *profile.informal_skills)]
    parts += [education.field for education in profile.education]
    return " ".join(filter(None, (*parts, *profile.certificates, *profile.wishes)))


def _ad_text(ad: JobAd) -> str:
    return " ".join(filter(None, (ad.headline, ad.headline, ad.occupation.label, ad.text)))


def _bm25(profiles: Sequence[Profile], ads: Sequence[JobAd], taxonomy: Taxonomy) -> Scores:
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer

    counter, texts = CountVectorizer(), [_ad_text(ad) for ad in ads]
    if not _any_terms(counter, texts):
        return np.zeros((len(profiles), len(ads)))
    counts = counter.fit_transform(texts).tocsr().astype(float)
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    held = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log1p((len(ads) - held + 0.5) / (held + 0.5))
    norm = _K1 * (1 - _B + _B * lengths / max(lengths.mean(), 1.0))
    rows = np.repeat(np.arange(len(ads)), np.diff(counts.indptr))
    counts.data = rarity[counts.indices] * counts.data * (_K1 + 1) / (counts.data + norm[rows])
    asked = counter.transform([person_text(p) for p in profiles])
    return _dense(asked @ counts.T)


def _cosine(people: Sequence[str], jobs: Sequence[str], **how: Any) -> Scores:
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(sublinear_tf=True, **how)
    if not _any_terms(vectors, jobs):
        return np.zeros((len(people), len(jobs)))
    jobs_by_term = vectors.fit_transform(jobs)
    return _dense(vectors.transform(people) @ jobs_by_term.T)


def _any_terms(vectors: Any, texts: Sequence[str]) -> bool:
    """Whether there is anything to count: scikit-learn refuses texts without a term, here everything is a tie."""
    terms = vectors.build_analyzer()
    return any(len(terms(text)) for text in texts)


def _words(profiles: Sequence[Profile], ads: Sequence[JobAd], taxonomy: Taxonomy) -> Scores:
    return _cosine([person_text(p) for p in profiles], [_ad_text(ad) for ad in ads])


def _characters(profiles: Sequence[Profile], ads: Sequence[JobAd], taxonomy: Taxonomy) -> Scores:
    how = {"analyzer": "char_wb", "ngram_range": (3, 5)}
    return _cosine([person_text(p) for p in profiles], [_ad_text(ad) for ad in ads], **how)


def _titles(profiles: Sequence[Profile], ads: Sequence[JobAd], taxonomy: Taxonomy) -> Scores:
    people = [" ".join([*(e.title for e in p.experience), *p.wishes]) for p in profiles]
    jobs = [f"{ad.headline} {ad.occupation.label or ''}" for ad in ads]
    return _cosine(people, jobs, analyzer="char_wb", ngram_range=(3, 5))


def _occupation_code(profiles: Sequence[Profile], ads: Sequence[JobAd], taxonomy: Taxonomy) -> Scores:
    import numpy as np

    from matcher.taxonomy import link_ad, link_profile

    def code(concept: str | None) -> str:
        known = taxonomy.concepts.get(concept) if concept else None
        return known.codes.get("ssyk_2012", "") if known else ""

    linked = [link_ad(ad, taxonomy) for ad in ads]
    wanted = [ad.occupation_group or code(ad.occupation.concept) for ad in linked]
    held = [[code(e.concept) for e in link_profile(p, taxonomy).experience] for p in profiles]
    return np.array([[max((_common(h, w) for h in own), default=0) for w in wanted] for own in held], dtype=float)


def _common(first: str, second: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )


def _skills(profiles: Sequence[Profile], ads: Sequence[JobAd], taxonomy: Taxonomy) -> Scores:
    import numpy as np

    from matcher.taxonomy import link_profile

    held = [{s.concept for s in link_profile(p, taxonomy).skills if s.concept} for p in profiles]
    asked = [{mention.id for mention in taxonomy.tag(_ad_text(ad))} for ad in ads]
    return np.array([[len(own & named) for named in asked] for own in held], dtype=float)


def _dense(product: Any) -> Scores:
    dense: Scores = product.toarray()
    return dense


BASELINES: Mapping[str, Callable[[Sequence[Profile], Sequence[JobAd], Taxonomy], Scores]] = {
    "bm25": _bm25,
    "words": _words,
    "characters": _characters,
    "titles": _titles,
    "occupation_code": _occupation_code,
    "skills": _skills,
}
