"""Feature vectors of records as scikit-learn transformers, for people who fit models of their own.

Each block takes a sequence of :class:`~matcher.records.Profile` or :class:`~matcher.records.JobAd` (or both) and gives
one sparse row a record. Fitting twice on the same records gives the same columns; the order of the records permutes
the rows and changes nothing else. The ranking reads the same terms and concepts without building matrices.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Self

from numpy.typing import NDArray
from scipy.sparse import csr_array
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.feature_extraction import DictVectorizer
from sklearn.pipeline import FeatureUnion
from sklearn.utils.validation import check_is_fitted

from matcher.features.columns import COLUMNS, column_values
from matcher.features.terms import count_terms, default_weights, words
from matcher.features.texts import ad_texts, ad_titles, profile_texts, profile_titles
from matcher.records import JobAd, Profile
from matcher.taxonomy import Taxonomy, link_ad, link_profile

Record = Profile | JobAd
_INFERRED = 0.5
"""What a skill inferred from an occupation counts beside a stated one."""


class _Block(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """What the blocks share: named values of a record, turned into the columns that were fitted."""

    def fit(self, records: Sequence[Record], y: object = None) -> Self:
        """Learn which columns there are; ``y`` is ignored."""
        self.columns_ = DictVectorizer().fit(map(self._values, records))
        return self

    def transform(self, records: Sequence[Record]) -> csr_array:
        """Return the vectors, shape ``(n_records, n_columns)``; what was not seen in ``fit`` has no column."""
        check_is_fitted(self, "columns_")
        return self.columns_.transform(map(self._values, records))  # type: ignore[no-any-return]

    def get_feature_names_out(self, input_features: object = None) -> NDArray[Any]:
        """Return the names of the columns."""
        check_is_fitted(self, "columns_")
        return self.columns_.get_feature_names_out()  # type: ignore[no-any-return]

    def _values(self, record: Record) -> Mapping[str, float]:
        raise NotImplementedError


class TermBlock(_Block):
    """Words, with the beginnings and ends of long ones, weighted and of unit length.

    Parameters
    ----------
    part : {"text", "title"}
        The whole record, or its titles alone.
    limit : int
        At most so many terms a record, the heaviest first.

    Examples
    --------
    >>> from matcher.records import Experience
    >>> ad = JobAd(id="a", headline="Undersköterskeutbildning")
    >>> nurse = Profile(id="1", experience=[Experience(title="Undersköterska")])
    >>> block = TermBlock().fit([ad])
    >>> float((block.transform([ad]) @ block.transform([nurse]).T).toarray()[0, 0]) > 0
    True
    """

    def __init__(self, part: Literal["text", "title"] = "text", limit: int = 120) -> None:
        self.part = part
        self.limit = limit

    def _values(self, record: Record) -> Mapping[str, float]:
        if isinstance(record, Profile):
            texts = profile_texts(record) if self.part == "text" else profile_titles(record)
        else:
            texts = ad_texts(record) if self.part == "text" else ad_titles(record)
        vector = default_weights().vector(count_terms(texts), self.limit)
        return {term: value / 1024 for term, value in vector.items()}


class CharacterBlock(_Block):
    """Characters inside the words of titles, of unit length: inflections, compounds and slips meet.

    Parameters
    ----------
    shortest, longest : int
        Lengths of the pieces, word edges included.

    Examples
    --------
    >>> ads = [JobAd(id="a", headline="Sjuksköterska"), JobAd(id="b", headline="Svetsare")]
    >>> block = CharacterBlock().fit(ads)
    >>> likeness = block.transform(ads) @ block.transform([Profile(id="1", wishes=["sjukskötersa"])]).T
    >>> bool(likeness[0, 0] > likeness[1, 0])
    True
    """

    def __init__(self, shortest: int = 3, longest: int = 5) -> None:
        self.shortest = shortest
        self.longest = longest

    def _values(self, record: Record) -> Mapping[str, float]:
        titles = profile_titles(record) if isinstance(record, Profile) else ad_titles(record)
        pieces: Counter[str] = Counter()
        for word in (f" {word} " for title in titles for word in words(title)):
            for length in range(self.shortest, self.longest + 1):
                pieces.update(word[start : start + length] for start in range(len(word) - length + 1))
        weights = {piece: 1.0 + math.log(n) for piece, n in pieces.items()}
        size = math.sqrt(math.fsum(w * w for w in weights.values()))
        return {piece: weight / size for piece, weight in weights.items()}


class OccupationBlock(_Block):
    """Occupations held (or advertised), widened by the taxonomy to all that they prepare for.

    Parameters
    ----------
    taxonomy : Taxonomy, optional
        The embedded one by default.

    Examples
    --------
    >>> block = OccupationBlock().fit([JobAd(id="a", headline="Kock")])
    >>> float(block.transform([JobAd(id="b", headline="Kock")]).max())
    1.0
    """

    def __init__(self, taxonomy: Taxonomy | None = None) -> None:
        self.taxonomy = taxonomy

    def _values(self, record: Record) -> Mapping[str, float]:
        taxonomy = self.taxonomy or Taxonomy.starter()
        if isinstance(record, JobAd):
            concept = link_ad(record, taxonomy).occupation.concept
            return {concept: 1.0} if concept else {}
        held = {job.concept for job in link_profile(record, taxonomy).experience if job.concept}
        widened: dict[str, float] = {}
        for concept in sorted(held):
            for wanted, nearness in taxonomy.nearness_row(concept).items():
                widened[wanted] = max(widened.get(wanted, 0.0), nearness.value)
        return widened


class SkillBlock(_Block):
    """Skill concepts: stated ones 1, those inferred from an occupation held 0.5; of an ad, those its text names.

    Parameters
    ----------
    taxonomy : Taxonomy, optional
        The embedded one by default.
    """

    def __init__(self, taxonomy: Taxonomy | None = None) -> None:
        self.taxonomy = taxonomy

    def _values(self, record: Record) -> Mapping[str, float]:
        taxonomy = self.taxonomy or Taxonomy.starter()
        if isinstance(record, JobAd):
            return dict.fromkeys((mention.id for mention in taxonomy.tag(record.text)), 1.0)
        linked = link_profile(record, taxonomy)
        held = [job.concept for job in linked.experience if job.concept]
        inferred = (skill for concept in held for skill, _ in taxonomy.related(concept, "essential_skill"))
        stated = (s.concept for s in linked.skills + linked.informal_skills if s.concept)
        return {**dict.fromkeys(inferred, _INFERRED), **dict.fromkeys(stated, 1.0)}


class ColumnBlock(_Block):
    """Structured columns (:data:`~matcher.features.columns.COLUMNS`), each with a second column that says it is known.

    Unknown is a value: the first column is then 0 and the second too.

    Examples
    --------
    >>> block = ColumnBlock().fit([])
    >>> len(block.get_feature_names_out()) == 2 * len(COLUMNS)
    True
    """

    def fit(self, records: Sequence[Record], y: object = None) -> Self:
        """Fix the columns, which do not depend on the records."""
        names = [name for column in COLUMNS for name in (column, f"{column}_known")]
        self.columns_ = DictVectorizer(sort=False).fit([dict.fromkeys(names, 0.0)])
        return self

    def _values(self, record: Record) -> Mapping[str, float]:
        known = {name: value for name, value in column_values(record).items() if value is not None}
        return {**known, **{f"{name}_known": 1.0 for name in known}}


def feature_union(taxonomy: Taxonomy | None = None, blocks: Iterable[str] = ()) -> FeatureUnion:
    """Return the blocks side by side.

    Parameters
    ----------
    taxonomy : Taxonomy, optional
    blocks : iterable of str
        Which of ``text``, ``title``, ``character``, ``occupation``, ``skill``, ``column``; all of them by default.

    Returns
    -------
    FeatureUnion

    Examples
    --------
    >>> union = feature_union(blocks=["title", "column"]).fit([JobAd(id="a", headline="Kock")])
    >>> union.get_feature_names_out()[0]
    'title__kock'
    """
    every: dict[str, _Block] = {
        "text": TermBlock("text"),
        "title": TermBlock("title"),
        "character": CharacterBlock(),
        "occupation": OccupationBlock(taxonomy),
        "skill": SkillBlock(taxonomy),
        "column": ColumnBlock(),
    }
    return FeatureUnion([(name, every[name]) for name in (tuple(blocks) or every)])
