"""What an ad asks for twice: the same again, more strictly, in other words, or with its years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from matcher.records import Necessity, Requirement
from matcher.requirements.groups import WAYS
from matcher.requirements.languages.levels import stricter

RANK: dict[Necessity, int] = {"must": 2, "nice": 1, "not_required": 0}
"""Which of two strengths is the stricter."""
_IN_PART = frozenset(("language", "experience", "skill"))
_STEM, _SHORTEST_STEM = 6, 4


class Row(NamedTuple):
    """A requirement with the group it was found in, before groups are numbered.

    Attributes
    ----------
    requirement : Requirement
    group : (str, int, int) or None
        Field, sentence and number; the sentence is 0 where a group may span several of them.
    """

    requirement: Requirement
    group: tuple[str, int, int] | None


def deduped(rows: Iterable[Row]) -> list[Row]:
    """One requirement said twice is one row, the stricter; what is wished but not needed is two sayings.

    So is a paper that one role needs and another does not; a language or experience denied beside a must is only a
    part of it ("att skriva svenska är mindre viktigt").

    Parameters
    ----------
    rows : iterable of Row
        Of one ad, in order of place.

    Returns
    -------
    list of Row

    Examples
    --------
    >>> said = [Requirement(kind="driving_licence", value="B", necessity=how) for how in ("nice", "must", "nice")]
    >>> [row.requirement.necessity for row in deduped([Row(one, None) for one in said])]
    ['must']
    """
    kept: dict[tuple[str, str, bool], Row] = {}
    for row in rows:
        needless = row.requirement.necessity == "not_required"
        key = (*_identity(row.requirement), needless)
        kept[key] = _merged(kept[key], row) if key in kept else row
    rows_left = _without_echoes(list(kept.items()))
    return [
        row for key, row in rows_left
        if not (key[2] and key[0] in _IN_PART and (first := kept.get((*key[:2], False))) and _is_must(first))
    ]  # fmt: skip


def _identity(requirement: Requirement) -> tuple[str, str]:
    if requirement.kind == "language":
        return "language", str(requirement.value["lang"])
    # Most values are words, or of a field, which need no canonical form; all of one kind have the same form.
    value = requirement.value
    if requirement.kind in WAYS:
        return requirement.kind, repr(sorted(value.items()))
    return (requirement.kind, value) if isinstance(value, str) else requirement.key()


def _is_must(row: Row) -> bool:
    return row.requirement.necessity == "must"


def _without_echoes(
    rows: list[tuple[tuple[str, str, bool], Row]],
) -> list[tuple[tuple[str, str, bool], Row]]:
    """Drop what is said again in other words ("speciallärarexamen", "utbildad speciallärare")."""
    kept: list[tuple[tuple[str, str, bool], Row]] = []
    levels = {
        (row.requirement.value["level"], row.requirement.necessity)
        for _, row in rows
        if row.requirement.kind == "education" and row.requirement.value["field"]
    }
    placed = {
        (_stems(row.requirement.value["field"]), row.requirement.necessity)
        for _, row in rows
        if row.requirement.kind == "education" and row.requirement.value["level"]
    }
    # By each word of the field: only what shares a word can say the same.
    seen: dict[str, list[tuple[Row, frozenset[str]]]] = {}
    courses: set[tuple[str | None, Necessity, frozenset[str]]] = set()
    for key, row in rows:
        requirement = row.requirement
        if requirement.kind == "education" and row.group is None:
            words = _stems(requirement.value["field"])
            level = requirement.value["level"]
            if requirement.value["field"] is None and level and (level, requirement.necessity) in levels:
                # "Utbildningskrav Högskola" says no more than "socionomexamen" does.
                continue
            if level is None and words and (words, requirement.necessity) in placed:
                # "Utbildad distriktssköterska" below a headline that says at which level.
                continue
            named = (level, requirement.necessity, words)
            if words and named in courses:
                continue
            courses.add(named)
        if requirement.kind == "experience" and row.group is None:
            words = _stems(requirement.value["field"])
            near = [entry for word in words for entry in seen.get(word, ())]
            if any(_echoes(requirement, words, other.requirement, known) for other, known in near):
                continue
            vaguer = [other for other, known in near if _counts(requirement, words, other.requirement, known)]
            if vaguer:
                kept = [entry for entry in kept if not any(entry[1] is other for other in vaguer)]
            for word in words:
                seen.setdefault(word, []).append((row, words))
        kept.append((key, row))
    return kept


def _stems(field: str | None) -> frozenset[str]:
    # Of a long compound the first part alone does not say what it is: "säkerhetsanalys", "säkerhetsprövning".
    return frozenset(
        word[: max(_STEM, 2 * len(word) // 3)] for word in (field or "").split() if len(word) >= _SHORTEST_STEM
    )


def _echoes(second: Requirement, words: frozenset[str], first: Requirement, known: frozenset[str]) -> bool:
    same = second.necessity == first.necessity and second.value["years"] in (first.value["years"], None)
    return same and bool(known) and 2 * len(words & known) >= len(words | known)


def _counts(second: Requirement, words: frozenset[str], first: Requirement, known: frozenset[str]) -> bool:
    """Whether the second says in years what the first has said without ("arbetat som kock", "tre år som kock")."""
    same = second.necessity == first.necessity and first.value["years"] is None and second.value["years"] is not None
    return same and bool(words and known) and (words <= known or known <= words)


def _merged(first: Row, second: Row) -> Row:
    a, b = first.requirement, second.requirement
    if RANK[b.necessity] > RANK[a.necessity]:
        return second
    if a.kind == "language" and a.necessity == b.necessity:
        if a.field == "headline" and b.value["level"]:
            return second  # the headline says which language, the text how well
        level = stricter(a.value["level"], b.value["level"])
        if level != a.value["level"]:
            return second if b.value["level"] == level else first
    return first
