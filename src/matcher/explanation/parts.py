"""Parts of a ledger in the order and the words that every form of it shows."""

from __future__ import annotations

from collections.abc import Sequence

from matcher.explanation.words import NAMES, word
from matcher.ranking import JudgedRequirement


def ordered(contributions: dict[str, int]) -> list[tuple[str, int]]:
    """Return contributions with the largest first.

    Examples
    --------
    >>> ordered({"text": 4, "language": -9})
    [('text', 4), ('language', -9)]
    """
    return sorted(contributions.items(), key=lambda item: (-item[1], item[0]))


def grouped(verdicts: Sequence[JudgedRequirement]) -> list[list[JudgedRequirement]]:
    """Return judged requirements as their OR-groups, in order."""
    groups: list[list[JudgedRequirement]] = []
    for row in verdicts:
        number = row.requirement.any_of
        if number is not None and groups and groups[-1][0].requirement.any_of == number:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def described(row: JudgedRequirement, lang: str) -> str:
    """Describe a requirement in a few words.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> row = Requirement(kind="language", value={"lang": "sv", "level": "B1"}, necessity="must")
    >>> described(JudgedRequirement(row, "met"), "en")
    'language sv B1'
    """
    value = row.requirement.value
    if isinstance(value, dict):
        parts = [
            f"{v:g} {'år' if lang == 'sv' else 'years'}" if k == "years" else str(v) for k, v in value.items() if v
        ]
    elif isinstance(value, list | tuple):
        parts = [str(v) for v in value]
    else:
        parts = [] if value is True else [str(value)]
    return " ".join([word(NAMES, row.requirement.kind, lang), *parts])
