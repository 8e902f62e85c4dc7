"""Fields of work: some twenty-five families, told from words and from SSYK codes.

Families are coarse on purpose. They never say that a demand is met; they say whether it is worth a question, because
somebody with a nursing degree who is asked for "erfarenhet av äldreomsorg" is no stranger to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wording import fold

OF_THE_BODY = frozenset({"färgseende"})
"""What ads name among skills and is none: it is asked about at most, and never kept."""
_FAMILIES = ("fields.tsv", 1, 2)
"""The table, with the columns of the words and of what else a row tells."""


@dataclass(frozen=True, slots=True)
class Row:
    """A name, the words that point at it, and what the third column says."""

    name: str
    more: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marks:
    """Names by the words that point at them: whole ones, beginnings (by their first letter) and parts.

    A whole word says more than a beginning, and a longer beginning more than a shorter one: "maskininlärning" is no
    "maskin".
    """

    whole: dict[str, set[str]]
    starts: dict[str, list[tuple[str, str]]]
    parts: list[tuple[str, str]]

    @classmethod
    def of(cls, rows: tuple[Row, ...]) -> _Marks:
        made = cls({}, {}, [])
        for row in rows:
            for mark in row.marks:
                if "=" in mark:
                    made.whole.setdefault(mark.strip("="), set()).add(row.name)
                elif mark.startswith("*"):
                    made.parts.append((mark[1:], row.name))
                else:
                    made.starts.setdefault(mark[:1], []).append((mark, row.name))
        return made

    def named(self, word: str, bare: str) -> set[str]:
        found = set(self.whole.get(bare, ()))
        if not found:
            begun = [(len(start), name) for start, name in self.starts.get(word[:1], ()) if word.startswith(start)]
            found.update(name for length, name in begun if length == max(begun)[0])
        found.update(name for part, name in self.parts if part in bare)
        return found


@cache
def rows_of(table: str, marks_at: int, more_at: int = 0) -> tuple[Row, ...]:
    """Read a table of words."""
    return tuple(Row(row[0], row[more_at], tuple(row[marks_at].split())) for row in read_lexicon(table))


@cache
def _marks(table: str, marks_at: int) -> _Marks:
    return _Marks.of(rows_of(table, marks_at))


def pointed_at(text: str, table: str, marks_at: int) -> frozenset[str]:
    """Return the names in a table that the words of a text point at."""
    words = fold(text).replace("/", " ").replace(",", " ").replace("(", " ").split()
    return frozenset().union(*(_named_by(word, table, marks_at) for word in words))


@lru_cache(maxsize=65536)
def _named_by(word: str, table: str, marks_at: int) -> frozenset[str]:
    return frozenset(_marks(table, marks_at).named(word, word.strip("-.;:()")))


@lru_cache(maxsize=65536)
def families_of_words(text: str) -> frozenset[str]:
    """Return the families that the words of a label point at.

    Examples
    --------
    >>> sorted(families_of_words("vård och omsorg")), sorted(families_of_words("storkök"))
    (['care'], ['food'])
    """
    return pointed_at(text, *_FAMILIES[:2])


@lru_cache(maxsize=65536)
def is_everyday(skill: str) -> bool:
    """Tell whether a skill is one that people of any trade may have and seldom tell.

    Examples
    --------
    >>> is_everyday("god datorvana"), is_everyday("simkunnighet"), is_everyday("simulering"), is_everyday("svetsning")
    (True, True, False, False)
    """
    return bool(pointed_at(skill, "everyday.tsv", 1))


@lru_cache(maxsize=65536)
def is_way_of_working(field: str) -> bool:
    """Tell whether experience is asked for of how and with whom one works, which no title tells.

    Examples
    --------
    >>> [is_way_of_working(field) for field in ("att arbeta i tvärfunktionella team", "fast-paced environment")]
    [True, True]
    >>> is_way_of_working("team med barn"), is_way_of_working("kundtjänst"), is_way_of_working("kundservice")
    (False, False, True)
    """
    words = fold(field).replace("/", " ").replace(",", " ").replace("(", " ").split()
    named = [_named_by(word, "ways.tsv", 1) for word in words]
    return all(named) and any("way" in names for names in named)


@lru_cache(maxsize=65536)
def shows(told: str) -> frozenset[str]:
    """Return the everyday skills that a skill or a title shows, as requirements word them.

    Who keeps books in a program is used to computers; hardly anybody writes that down as well.

    Examples
    --------
    >>> sorted(shows("Excel")), sorted(shows("cykelbud, mat")), sorted(shows("cykelreparation"))
    (['datorvana'], ['cykelvana', 'cykla'], [])
    """
    return pointed_at(told, "shown.tsv", 1)


@lru_cache(maxsize=4096)
def families_of_code(ssyk: str) -> frozenset[str]:
    """Return the families of an SSYK 2012 code: those with the longest prefix of it.

    Examples
    --------
    >>> sorted(families_of_code("5120")), families_of_code("")
    (['food'], frozenset())
    """
    found = [(len(code), row.name) for row in rows_of(*_FAMILIES) for code in row.more.split() if ssyk.startswith(code)]
    longest = max((length for length, _ in found), default=0)
    return frozenset(family for length, family in found if length == longest)
