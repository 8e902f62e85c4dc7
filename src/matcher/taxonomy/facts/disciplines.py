"""Disciplines of study: which ones a label names, which are parts of others, and which are worth a question.

They follow ISCED-F 2013 (UNESCO), its narrow fields split where employers tell parts of them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

from matcher.taxonomy.facts.degrees import subject_alone
from matcher.taxonomy.facts.fields import families_of_words, pointed_at, rows_of
from matcher.taxonomy.facts.languages import language_code

_ALTERNATIVES = re.compile(r",|/|;|\beller\b|\bor\b|\boch\b|\band\b")
_TABLE = ("disciplines.tsv", 2, 1)
"""The table, with the columns of the words and of the fields that one belongs to."""
_NONE, _KIN, _OF = "-", "~", "+"
_TEACHER, _OTHER_TEACHERS = "teacher", frozenset({"preschool", "leisure"})
_SUBJECTS = frozenset(
    {
        "arts", "languages", "swedish", "english", "german", "french", "spanish", "humanities", "social-science",
        "science", "biology", "chemistry", "physics", "mathematics", "sport", "textile", "wood",
    }
)  # fmt: skip
"""What is taught at school: beside "lärare" it says what the degree is for, and is no degree of its own."""
OF_THE_STATE = frozenset({"police", "rescue", "military"})
"""Schooling for a service of the state, which another state's does not make up for: "polisprogrammet"."""


@cache
def _belonging() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Discipline → those that it is a part of, and those that it may lead to and does not make up for."""
    found: dict[str, tuple[set[str], set[str]]] = {row.name: (set(), set()) for row in rows_of(*_TABLE)}
    for row in rows_of(*_TABLE):
        for name in row.more.split():
            if name.startswith(_KIN):
                found[row.name][1].add(name[1:])
                found[name[1:]][1].add(row.name)
            elif name != _NONE:
                found[row.name][0].add(name)
    return {name: (frozenset(wide), frozenset(kin)) for name, (wide, kin) in found.items()}


@lru_cache(maxsize=65536)
def disciplines_of_words(text: str) -> frozenset[str]:
    """Return the disciplines of study that the words of a label point at; a teacher's with the subjects taught, too.

    Examples
    --------
    >>> sorted(disciplines_of_words("Computer Science")), sorted(disciplines_of_words("programvaruteknik"))
    (['computing', 'science'], ['computing'])
    >>> sorted(disciplines_of_words("matematiklärare"))
    ['mathematics', 'teacher', 'teacher+mathematics']
    """
    named = pointed_at(text, *_TABLE[:2])
    if named & _OTHER_TEACHERS:
        return named - {_TEACHER}
    return named | _taught(named) if _TEACHER in named else named


def _taught(named: frozenset[str]) -> frozenset[str]:
    return frozenset(_TEACHER + _OF + subject for subject in named & _SUBJECTS)


def subject_of(field: str) -> str:
    """Return the parts of a field of study that name a known subject; the whole field if none does.

    What stands beside a subject and names none tells of something else, and must not weigh.

    Examples
    --------
    >>> subject_of("ekonomi, ny i stan"), subject_of("korvstoppning, ny i stan")
    ('ekonomi', 'korvstoppning, ny i stan')
    """
    field = subject_alone(field)
    parts = [part for part in field.split(", ") if families_of_words(part) or disciplines_of_words(part)]
    return ", ".join(parts) or field


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
        ``None`` where either cannot be told, or the one held is worth a question (:func:`worth_asking`).

    Examples
    --------
    >>> studied("datavetenskap", "software engineering"), studied("byggteknik", "ingenjör")
    (True, True)
    >>> studied("byggteknik", "elektroteknik"), studied("teknik", "elektroteknik"), studied("allmän linje", "el")
    (False, None, None)
    >>> studied("engelska", "ryska"), studied("engelska", "tyska eller engelska")
    (False, True)
    >>> studied("matematiklärare", "lärare"), studied("matematiklärare", "lärare i engelska")
    (True, None)
    """
    language = language_code(held)
    if language and (languages := languages_asked(asked)):
        return language in languages  # one language is not another, although both are studied as languages
    wanted, have = disciplines_asked(asked), disciplines_of_words(held)
    if not wanted or not have:
        return None
    if wanted & (have | wider(have)):
        return True
    return None if have & worth_asking(wanted) else False


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
    >>> sorted(disciplines_asked("lärare i svenska och engelska")), sorted(disciplines_asked("lärare eller socionom"))
    (['teacher+english', 'teacher+swedish'], ['social-work', 'teacher'])
    """
    named = [disciplines_of_words(label) for label in _ALTERNATIVES.split(asked)]
    if _TEACHER in named[0]:
        taught = frozenset().union(*map(_taught, named))
        named = [names - _SUBJECTS - ({_TEACHER} if taught else frozenset()) | _taught(names) for names in named]
    general = frozenset().union(*(wide for wide, _ in _belonging().values()))
    return frozenset().union(*((names - general) or names for names in named))


def wider(disciplines: Iterable[str]) -> frozenset[str]:
    """Return the disciplines that some are parts of.

    Examples
    --------
    >>> sorted(wider(disciplines_of_words("byggteknik")))
    ['engineering']
    """
    return frozenset().union(*(_belonging()[name][0] for name in disciplines if _OF not in name))


def worth_asking(wanted: Iterable[str]) -> frozenset[str]:
    """Return the disciplines whose degree may do where others are wanted: wider ones, and kin.

    Examples
    --------
    >>> sorted(worth_asking(["marketing"])), sorted(worth_asking(["preschool"]))
    (['business'], ['childcare', 'leisure', 'teacher'])
    """
    parts = frozenset(chain.from_iterable(name.split(_OF) for name in wanted))
    taught = parts - frozenset(wanted)
    return taught.union(*(wide | kin for wide, kin in (_belonging()[name] for name in parts)))
