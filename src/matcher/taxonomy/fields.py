"""Fields of work and study: some twenty-five families, told from words and from SSYK codes, and disciplines of study.

Families are coarse on purpose. They never say that a demand is met; they say whether it is worth a question, because
somebody with a nursing degree who is asked for "erfarenhet av äldreomsorg" is no stranger to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from matcher.taxonomy.wording import fold

_ALTERNATIVES = re.compile(r",|/|;|\beller\b|\bor\b|\boch\b|\band\b")


@dataclass(frozen=True, slots=True)
class _Row:
    """A name, the words that point at it, and what the third column says."""

    name: str
    more: str
    whole: tuple[str, ...]
    starts: tuple[str, ...]
    parts: tuple[str, ...]

    def speaks_of(self, word: str, bare: str) -> bool:
        return bare in self.whole or word.startswith(self.starts) or any(part in bare for part in self.parts)


@cache
def _rows(table: str, marks_at: int, more_at: int = 0) -> tuple[_Row, ...]:
    """Read a table of words."""
    text = resources.files("matcher.taxonomy").joinpath(table).read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        marks = cells[marks_at].split()
        whole = tuple(m.strip("=") for m in marks if "=" in m)
        parts = tuple(m[1:] for m in marks if m.startswith("*"))
        starts = tuple(m for m in marks if "=" not in m and not m.startswith("*"))
        rows.append(_Row(cells[0], cells[more_at], whole, starts, parts))
    return tuple(rows)


def _families() -> tuple[_Row, ...]:
    return _rows("fields.tsv", 1, 2)


def _disciplines() -> tuple[_Row, ...]:
    return _rows("disciplines.tsv", 2, 1)


def _pointed_at(text: str, rows: tuple[_Row, ...]) -> frozenset[str]:
    found: set[str] = set()
    for word in fold(text).replace("/", " ").replace(",", " ").replace("(", " ").split():
        bare = word.strip("-.;:()")
        found.update(row.name for row in rows if row.speaks_of(word, bare))
    return frozenset(found)


@lru_cache(maxsize=65536)
def families_of_words(text: str) -> frozenset[str]:
    """Return the families that the words of a label point at.

    Examples
    --------
    >>> sorted(families_of_words("vård och omsorg")), sorted(families_of_words("storkök"))
    (['care'], ['food'])
    """
    return _pointed_at(text, _families())


@lru_cache(maxsize=65536)
def disciplines_of_words(text: str) -> frozenset[str]:
    """Return the disciplines of study that the words of a label point at.

    They follow ISCED-F 2013 (UNESCO), its narrow fields split where employers tell parts of them apart.

    Examples
    --------
    >>> sorted(disciplines_of_words("Computer Science")), sorted(disciplines_of_words("programvaruteknik"))
    (['computing', 'science'], ['computing'])
    """
    return _pointed_at(text, _disciplines())


def subject_of(field: str) -> str:
    """Return the parts of a field of study that name a known subject; the whole field if none does.

    What stands beside a subject and names none tells of something else, and must not weigh.

    Examples
    --------
    >>> subject_of("ekonomi, ny i stan"), subject_of("korvstoppning, ny i stan")
    ('ekonomi', 'korvstoppning, ny i stan')
    """
    parts = [part for part in field.split(", ") if families_of_words(part) or disciplines_of_words(part)]
    return ", ".join(parts) or field


@lru_cache(maxsize=65536)
def is_everyday(skill: str) -> bool:
    """Tell whether a skill is one that people of any trade may have and seldom tell.

    Examples
    --------
    >>> is_everyday("god datorvana"), is_everyday("simkunnighet"), is_everyday("simulering"), is_everyday("svetsning")
    (True, True, False, False)
    """
    return bool(_pointed_at(skill, _rows("everyday.tsv", 1)))


def studied(held: str, asked: str) -> bool | None:
    """Tell whether somebody who studied one field studied what is asked for.

    A general field ("ingenjör") is met by each of its parts; one part says nothing of another. Having the general field
    says nothing of a part.

    Parameters
    ----------
    held, asked : str
        Labels of fields; the one asked for may name several, any of which will do.

    Returns
    -------
    bool or None
        ``None`` where either cannot be told, or the one held is more general.

    Examples
    --------
    >>> studied("datavetenskap", "software engineering"), studied("byggteknik", "ingenjör")
    (True, True)
    >>> studied("byggteknik", "elektroteknik"), studied("teknik", "elektroteknik"), studied("allmän linje", "el")
    (False, None, None)
    """
    general = {row.name: row.more for row in _disciplines()}
    wanted: set[str] = set()
    for label in _ALTERNATIVES.split(asked):
        named = disciplines_of_words(label)
        # "Software engineering" asks for software: of two, the narrower is meant.
        wanted |= (named - set(general.values())) or named
    have = disciplines_of_words(held)
    if not wanted or not have:
        return None
    if wanted & (have | {general[name] for name in have}):
        return True
    return None if have & {general[name] for name in wanted} else False


@lru_cache(maxsize=4096)
def families_of_code(ssyk: str) -> frozenset[str]:
    """Return the families of an SSYK 2012 code: those with the longest prefix of it.

    Examples
    --------
    >>> sorted(families_of_code("5120")), families_of_code("")
    (['food'], frozenset())
    """
    found = [(len(code), row.name) for row in _families() for code in row.more.split() if ssyk.startswith(code)]
    longest = max((length for length, _ in found), default=0)
    return frozenset(family for length, family in found if length == longest)
