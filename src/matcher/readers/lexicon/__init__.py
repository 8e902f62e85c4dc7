"""Word lists of the readers, one table a file; its first line, a remark, names the columns."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.taxonomy.lexicon import joined_patterns, read_lexicon


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Rows of a list of this package, cell by cell (see :func:`matcher.taxonomy.lexicon.read_lexicon`).

    Parameters
    ----------
    name : str
        Its file, without ``.tsv``.

    Examples
    --------
    >>> ("lager", "lagerarbetare") in set(rows("trades"))
    True
    """
    return read_lexicon(f"{name}.tsv", __name__)


def joined(name: str) -> dict[str, str]:
    """Give the patterns of each kind of a list of (kind, pattern) as one, in the order of the rows.

    Examples
    --------
    >>> joined("worktime")["hours_either"].split("|")[0]
    'spelar ingen roll'
    """
    return joined_patterns(rows(name))
