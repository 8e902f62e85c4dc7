"""Fields of work and study: some twenty-five families, told from words and from SSYK codes, and disciplines of study.

Families are coarse on purpose. They never say that a demand is met; they say whether it is worth a question, because
somebody with a nursing degree who is asked for "erfarenhet av äldreomsorg" is no stranger to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from matcher.taxonomy.facts.languages import language_code
from matcher.taxonomy.lexicon import read_lexicon
from matcher.taxonomy.wording import fold

_ALTERNATIVES = re.compile(r",|/|;|\beller\b|\bor\b|\boch\b|\band\b")

_NONE = "-"
OF_THE_BODY = frozenset({"färgseende"})
"""What ads name among skills and is none: it is asked about at most, and never kept."""
_FAMILIES, _DISCIPLINES = ("fields.tsv", 1, 2), ("disciplines.tsv", 2, 1)
"""Tables, with the columns of the words and of what else a row tells."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A name, the words that point at it, and what the third column says."""

    name: str
    more: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marks:
    """Names by the words that point at them: whole ones, beginnings (by their first letter) and parts."""

    whole: dict[str, set[str]]
    starts: dict[str, list[tuple[str, str]]]
    parts: list[tuple[str, str]]

    @classmethod
    def of(cls, rows: tuple[_Row, ...]) -> _Marks:
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
        found = {name for start, name in self.starts.get(word[:1], ()) if word.startswith(start)}
        found.update(self.whole.get(bare, ()), (name for part, name in self.parts if part in bare))
        return found


@cache
def _rows(table: str, marks_at: int, more_at: int = 0) -> tuple[_Row, ...]:
    """Read a table of words."""
    return tuple(_Row(row[0], row[more_at], tuple(row[marks_at].split())) for row in read_lexicon(table))


@cache
def _marks(table: str, marks_at: int) -> _Marks:
    return _Marks.of(_rows(table, marks_at))


@cache
def _general() -> dict[str, str]:
    """Discipline → the one that it is a part of, if any."""
    return {row.name: row.more for row in _rows(*_DISCIPLINES)}


def _pointed_at(text: str, table: str, marks_at: int) -> frozenset[str]:
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
    return _pointed_at(text, *_FAMILIES[:2])


@lru_cache(maxsize=65536)
def disciplines_of_words(text: str) -> frozenset[str]:
    """Return the disciplines of study that the words of a label point at.

    They follow ISCED-F 2013 (UNESCO), its narrow fields split where employers tell parts of them apart.

    Examples
    --------
    >>> sorted(disciplines_of_words("Computer Science")), sorted(disciplines_of_words("programvaruteknik"))
    (['computing', 'science'], ['computing'])
    """
    return _pointed_at(text, *_DISCIPLINES[:2])


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
    return bool(_pointed_at(skill, "everyday.tsv", 1))


@lru_cache(maxsize=65536)
def is_way_of_working(field: str) -> bool:
    """Tell whether experience is asked for of how and with whom one works, which no title tells.

    Examples
    --------
    >>> [is_way_of_working(field) for field in ("att arbeta i tvärfunktionella team", "fast-paced environment")]
    [True, True]
    >>> is_way_of_working("team med barn"), is_way_of_working("kundtjänst"), is_way_of_working("")
    (False, False, False)
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
    return _pointed_at(told, "shown.tsv", 1)


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
    >>> studied("engelska", "ryska"), studied("engelska", "tyska eller engelska")
    (False, True)
    """
    language = language_code(held)
    if language and (languages := languages_asked(asked)):
        return language in languages  # one language is not another, although both are studied as languages
    wanted, have = disciplines_asked(asked), disciplines_of_words(held)
    if not wanted or not have:
        return None
    if wanted & (have | wider(have)):
        return True
    return None if have & wider(wanted) else False


@lru_cache(maxsize=4096)
def languages_asked(asked: str) -> frozenset[str]:
    """Return the languages that a field names, any of which will do; none if it names something else besides.

    Examples
    --------
    >>> sorted(languages_asked("tyska eller engelska")), sorted(languages_asked("tyska eller ekonomi"))
    (['de', 'en'], [])
    """
    languages = {language_code(label.strip()) for label in _ALTERNATIVES.split(asked)}
    return frozenset(code for code in languages if code) if None not in languages else frozenset()


@lru_cache(maxsize=4096)
def disciplines_asked(asked: str) -> frozenset[str]:
    """Return the disciplines that a field asks for, any of which will do: of two in one name the narrower is meant.

    Examples
    --------
    >>> sorted(disciplines_asked("software engineering")), sorted(disciplines_asked("juridik eller ekonomi"))
    (['computing'], ['business', 'law'])
    """
    general = frozenset(_general().values())
    named = [disciplines_of_words(label) for label in _ALTERNATIVES.split(asked)]
    return frozenset().union(*((disciplines - general) or disciplines for disciplines in named))


def wider(disciplines: Iterable[str]) -> frozenset[str]:
    """Return the disciplines that some are parts of.

    Examples
    --------
    >>> sorted(wider(disciplines_of_words("byggteknik")))
    ['engineering']
    """
    general = _general()
    return frozenset(general[name] for name in disciplines) - {_NONE}


@lru_cache(maxsize=4096)
def families_of_code(ssyk: str) -> frozenset[str]:
    """Return the families of an SSYK 2012 code: those with the longest prefix of it.

    Examples
    --------
    >>> sorted(families_of_code("5120")), families_of_code("")
    (['food'], frozenset())
    """
    found = [(len(code), row.name) for row in _rows(*_FAMILIES) for code in row.more.split() if ssyk.startswith(code)]
    longest = max((length for length, _ in found), default=0)
    return frozenset(family for length, family in found if length == longest)
