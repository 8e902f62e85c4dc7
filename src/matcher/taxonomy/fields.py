"""Fields of work and study: some twenty-five families, told from words and from SSYK codes.

They are coarse on purpose. They never say that a demand is met; they say whether it is worth a question, because
somebody with a nursing degree who is asked for "erfarenhet av äldreomsorg" is no stranger to it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from matcher.taxonomy.wording import fold


@cache
def _rows() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    """Family, whole words, beginnings, parts anywhere, SSYK prefixes."""
    text = resources.files("matcher.taxonomy").joinpath("fields.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        family, marks, codes = line.split("\t")
        whole = tuple(m.strip("=") for m in marks.split() if "=" in m)
        parts = tuple(m[1:] for m in marks.split() if m.startswith("*"))
        starts = tuple(m for m in marks.split() if "=" not in m and not m.startswith("*"))
        rows.append((family, whole, starts, parts, tuple(codes.split())))
    return tuple(rows)


@lru_cache(maxsize=65536)
def families_of_words(text: str) -> frozenset[str]:
    """Return the families that the words of a label point at.

    Examples
    --------
    >>> sorted(families_of_words("vård och omsorg")), sorted(families_of_words("storkök"))
    (['care'], ['food'])
    """
    found = set()
    for word in fold(text).replace("/", " ").replace(",", " ").replace("(", " ").split():
        bare = word.strip("-.;:()")
        for family, whole, starts, parts, _ in _rows():
            if bare in whole or word.startswith(starts) or any(part in bare for part in parts):
                found.add(family)
    return frozenset(found)


@lru_cache(maxsize=4096)
def families_of_code(ssyk: str) -> frozenset[str]:
    """Return the families of an SSYK 2012 code: those with the longest prefix of it.

    Examples
    --------
    >>> sorted(families_of_code("5120")), families_of_code("")
    (['food'], frozenset())
    """
    found = [(len(code), family) for family, *_, codes in _rows() for code in codes if ssyk.startswith(code)]
    longest = max((length for length, _ in found), default=0)
    return frozenset(family for length, family in found if length == longest)
