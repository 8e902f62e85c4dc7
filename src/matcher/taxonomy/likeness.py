"""Skills and labels of occupations as sparse rows, to tell how much two of them share."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Concept
from matcher.taxonomy.grams import BUCKETS, grams
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    from scipy.sparse import csr_array

    from matcher.taxonomy.taxonomy import Taxonomy

_ESSENTIAL, _OPTIONAL, _OF_GROUP = 1.0, 0.5, 0.25
_GRAM = 4


def skill_table(taxonomy: Taxonomy, ids: Sequence[str]) -> csr_array:
    """Weight of each skill for each occupation: rare skills, essential ones and the occupation's own weigh most.

    Parameters
    ----------
    taxonomy : Taxonomy
    ids : sequence of str
        Occupations, a row each.

    Returns
    -------
    csr_array, float64 (len(ids), n_skills)

    Examples
    --------
    >>> from matcher.taxonomy import Link, Taxonomy
    >>> concepts = [Concept("o1", "occupation"), Concept("o2", "occupation"), Concept("s", "skill")]
    >>> t = Taxonomy.of(concepts, [Link("o1", "s", "essential_skill"), Link("o2", "s", "optional_skill")])
    >>> table = skill_table(t, ["o1", "o2"]).toarray()
    >>> bool(table[0, 0] == 2 * table[1, 0])
    True
    """
    import numpy as np
    from scipy.sparse import csr_array

    numbers: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    weights: list[float] = []
    for row, concept_id in enumerate(ids):
        held: dict[str, float] = {}
        for group, _ in taxonomy.related(concept_id, "broader"):
            held.update({skill: _OF_GROUP for skill, _ in taxonomy.related(group, "optional_skill")})
        for kind, weight in (("optional_skill", _OPTIONAL), ("essential_skill", _ESSENTIAL)):
            held.update({skill: weight for skill, _ in taxonomy.related(concept_id, kind)})
        for skill, weight in held.items():
            rows.append(row)
            columns.append(numbers.setdefault(skill, len(numbers)))
            weights.append(weight)
    shape = (len(ids), max(1, len(numbers)))
    table = csr_array((np.array(weights), (np.array(rows, np.int64), np.array(columns, np.int64))), shape=shape)
    table.data /= np.log(2 + np.bincount(table.indices, minlength=shape[1]))[table.indices]
    return table


def label_rows(concepts: Sequence[Concept]) -> csr_array:
    """Character n-grams of all Swedish and English labels of each concept, weighed by rarity, of length 1.

    Returns
    -------
    csr_array, float64 (len(concepts), n_grams)

    Examples
    --------
    >>> titles = ["Byggnadssnickare", "Möbelsnickare", "Imam"]
    >>> rows = label_rows([Concept(title, "occupation", {"sv": title}) for title in titles])
    >>> likeness = (rows @ rows.T).toarray()
    >>> bool(likeness[0, 1] > 0.2 > likeness[0, 2])
    True
    """
    import numpy as np
    from scipy.sparse import coo_array

    texts: list[str] = []
    owners: list[int] = []
    for row, concept in enumerate(concepts):
        for lang in ("sv", "en"):
            # The preferred label says most.
            labels = [concept.labels[lang]] * 2 if lang in concept.labels else []
            for text in (*labels, *concept.alternatives.get(lang, ())):
                texts.append(fold(text))
                owners.append(row)
    found, hashes = grams(texts, _GRAM)
    seen = np.zeros(BUCKETS, dtype=bool)
    seen[hashes] = True
    column = np.cumsum(seen) - 1
    shape = (len(concepts), max(1, int(seen.sum())))
    places = (np.array(owners, np.int64)[found], column[hashes])
    table = coo_array((np.ones(len(found)), places), shape=shape).tocsr()
    table.data = 1 + np.log(table.data)
    table.data *= (np.log(max(1, len(concepts)) / np.bincount(table.indices, minlength=shape[1]).clip(1)) + 1)[
        table.indices
    ]
    row_of = np.repeat(np.arange(shape[0]), np.diff(table.indptr))
    lengths = np.sqrt(np.bincount(row_of, table.data**2, shape[0]).clip(1e-12))
    table.data /= lengths[row_of]
    return table
