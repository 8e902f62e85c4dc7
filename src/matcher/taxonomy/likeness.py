"""Skills and labels of occupations as sparse rows, to tell how much two of them share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from matcher.taxonomy.concepts import Concept
from matcher.taxonomy.normalizing.grams import BUCKETS, grams
from matcher.taxonomy.wording import fold

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from matcher.taxonomy.taxonomy import Taxonomy

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

_ESSENTIAL, _OPTIONAL, _OF_GROUP = 1.0, 0.5, 0.25
_GRAM = 4


class SparseRows:
    """Rows of few numbers each; a library of sparse arrays would take longer to load than all that is asked of them.

    Parameters
    ----------
    row, column : int64 arrays (n,)
        Where the numbers stand, by row and in it by column.
    data : float64 array (n,)
    shape : (int, int)

    Examples
    --------
    >>> import numpy as np
    >>> rows = SparseRows(np.array([0, 0, 2]), np.array([0, 1, 1]), np.array([2.0, 3.0, 4.0]), (3, 2))
    >>> rows.dot(np.array([1.0, 10.0])).tolist(), rows.dense(2).tolist(), rows.columns(0).tolist()
    ([32.0, 0.0, 40.0], [0.0, 4.0], [0, 1])
    """

    def __init__(self, row: Ints, column: Ints, data: Floats, shape: tuple[int, int]) -> None:
        self.row, self.column, self.data, self.shape = row, column, data, shape

    @cached_property
    def _start(self) -> Ints:
        import numpy as np

        return np.searchsorted(self.row, np.arange(self.shape[0] + 1))

    def dot(self, values: Floats) -> Floats:
        """Return the inner product of each row with some numbers, added up from the left."""
        import numpy as np

        return np.bincount(self.row, self.data * values[self.column], self.shape[0]).astype(np.float64)

    def columns(self, row: int) -> Ints:
        """Return where a row holds a number."""
        return self.column[self._start[row] : self._start[row + 1]]

    def dense(self, row: int) -> Floats:
        """Return a row with its zeros."""
        import numpy as np

        whole = np.zeros(self.shape[1])
        whole[self.columns(row)] = self.data[self._start[row] : self._start[row + 1]]
        return whole


def skill_table(taxonomy: Taxonomy, ids: Sequence[str]) -> SparseRows:
    """Weight of each skill for each occupation: rare skills, essential ones and the occupation's own weigh most.

    Parameters
    ----------
    taxonomy : Taxonomy
    ids : sequence of str
        Occupations, a row each.

    Returns
    -------
    SparseRows, shape (len(ids), n_skills)

    Examples
    --------
    >>> from matcher.taxonomy import Link, Taxonomy
    >>> concepts = [Concept("o1", "occupation"), Concept("o2", "occupation"), Concept("s", "skill")]
    >>> t = Taxonomy.of(concepts, [Link("o1", "s", "essential_skill"), Link("o2", "s", "optional_skill")])
    >>> table = skill_table(t, ["o1", "o2"])
    >>> bool(table.dense(0)[0] == 2 * table.dense(1)[0])
    True
    """
    import numpy as np

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
    row_of, column_of = np.array(rows, np.int64), np.array(columns, np.int64)
    order = np.lexsort((column_of, row_of))
    row_of, column_of = row_of[order], column_of[order]
    rarity = np.log(2 + np.bincount(column_of, minlength=shape[1]))
    return SparseRows(row_of, column_of, np.array(weights, np.float64)[order] / rarity[column_of], shape)


def label_rows(concepts: Sequence[Concept]) -> SparseRows:
    """Character n-grams of all Swedish and English labels of each concept, weighed by rarity, of length 1.

    Returns
    -------
    SparseRows, shape (len(concepts), n_grams)

    Examples
    --------
    >>> titles = ["Byggnadssnickare", "Möbelsnickare", "Imam"]
    >>> rows = label_rows([Concept(title, "occupation", {"sv": title}) for title in titles])
    >>> likeness = rows.dot(rows.dense(0))
    >>> bool(likeness[1] > 0.2 > likeness[2])
    True
    """
    import numpy as np

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
    cells, counts = np.unique(np.array(owners, np.int64)[found] * shape[1] + column[hashes], return_counts=True)
    row_of, column_of = np.divmod(cells, shape[1])
    data = 1 + np.log(counts)
    data *= (np.log(max(1, len(concepts)) / np.bincount(column_of, minlength=shape[1]).clip(1)) + 1)[column_of]
    lengths = np.sqrt(np.bincount(row_of, data**2, shape[0]).clip(1e-12))
    return SparseRows(row_of, column_of, data / lengths[row_of], shape)
