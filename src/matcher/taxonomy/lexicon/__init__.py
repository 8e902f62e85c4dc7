"""Hand-written word lists that lookups use."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


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
    text = (files(package) / name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))
