"""Hand-written word lists that lookups use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

_folder = cache(files)  # readers open thirty lists


def read_lexicon(name: str, package: str = "matcher.taxonomy.lexicon") -> Iterator[tuple[str, ...]]:
    """Read the rows of a list, cell by cell; lines that begin with ``#`` are remarks.

    Parameters
    ----------
    name : str
        Its file.
    package : str
        Where the file lies.

    Examples
    --------
    >>> ("usk", "undersköterska") in set(read_lexicon("abbreviations.tsv"))
    True
    """
    text = (_folder(package) / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


def joined_patterns(rows: Iterable[tuple[str, ...]]) -> dict[str, str]:
    """Patterns of each kind of a list of (kind, pattern) as one, in the order of the rows.

    Parameters
    ----------
    rows : iterable of tuple of str

    Returns
    -------
    dict of str to str

    Examples
    --------
    >>> joined_patterns([("no", "inte"), ("yes", "ja"), ("no", "ej")])
    {'no': 'inte|ej', 'yes': 'ja'}
    """
    kinds = defaultdict(list)
    for kind, pattern in rows:
        kinds[kind].append(pattern)
    return {kind: "|".join(patterns) for kind, patterns in kinds.items()}
