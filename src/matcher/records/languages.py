"""One row a language: what a source says of it in several places, joined."""

from __future__ import annotations

from collections.abc import Iterable

from matcher.records.base import CEFR_LEVELS, LANGUAGE_SKILLS, Interval
from matcher.records.profile import Language

APART = 2
"""Steps between two levels that no course bridges: they contradict each other. A step apart is a course and a guess."""


def merge_languages(languages: Iterable[Language]) -> list[Language]:
    """Join the rows of each language: the first that says something about a skill wins, unless they contradict.

    Two readings that lie at least :data:`APART` steps apart become one interval that holds both, so that what lies
    between them is unknown and the interval shows both.

    Parameters
    ----------
    languages : iterable of Language

    Returns
    -------
    list of Language

    Examples
    --------
    >>> one = merge_languages([Language(lang="en"), Language(lang="en", reading=("B1", "B1"))])
    >>> len(one), one[0].reading
    (1, ('B1', 'B1'))
    >>> told = [Language(lang="sv", speaking=(level, level)) for level in ("A1", "C1")]
    >>> merge_languages(told)[0].speaking
    ('A1', 'C1')
    """
    rows: dict[str, Language] = {}
    for row in languages:
        if row.lang not in rows:
            rows[row.lang] = row
            continue
        first = rows[row.lang]
        both = {skill: _joined(getattr(first, skill), getattr(row, skill)) for skill in LANGUAGE_SKILLS}
        own, learning = first.native or row.native, first.studying or row.studying
        rows[row.lang] = Language(lang=row.lang, native=own, studying=learning, **both)
    return list(rows.values())


def contradicting(languages: Iterable[Language]) -> list[str]:
    """Name the languages of which two rows contradict each other.

    Examples
    --------
    >>> contradicting([Language(lang="sv", reading=("A1", "A1")), Language(lang="sv", reading=("B1", "C1"))])
    ['sv']
    """
    rows = list(languages)
    told = {row.lang: [getattr(row, skill) for skill in LANGUAGE_SKILLS] for row in reversed(rows)}
    joined = {row.lang: [getattr(row, skill) for skill in LANGUAGE_SKILLS] for row in merge_languages(rows)}
    return [lang for lang, first in told.items() if any(a and a != b for a, b in zip(first, joined[lang], strict=True))]


def _joined(first: Interval | None, second: Interval | None) -> Interval | None:
    if first is None or second is None:
        return first or second
    lower, higher = sorted((first, second), key=lambda interval: CEFR_LEVELS.index(interval[1]))
    if CEFR_LEVELS.index(higher[0]) - CEFR_LEVELS.index(lower[1]) < APART:
        return first
    return lower[0], higher[1]
