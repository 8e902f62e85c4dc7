"""Judging by hand: blind pairs to grade, and how far two people who graded them agree."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.evaluation.joining import graded_as
from matcher.evaluation.trec import Qrels

HIGHEST_GRADE = 3


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two sets of judgments agree.

    Attributes
    ----------
    n : int
        Pairs that both graded.
    same : float or None
        Share of them with one grade; ``None`` if there are none.
    kappa : float or None
        Cohen's kappa with quadratic weights, 1 is full agreement, 0 what chance gives; ``None`` where chance alone
        would agree always.
    differing : tuple of (str, str, int, int)
        Profile, ad and both grades, the widest apart first.
    only_first, only_second : int
        Pairs that one of them graded alone.
    """

    n: int
    same: float | None
    kappa: float | None
    differing: tuple[tuple[str, str, int, int], ...]
    only_first: int
    only_second: int


def agreement(first: Qrels, second: Qrels) -> Agreement:
    """Compare two people's grades of the same pairs, whatever case each of them writes an id in.

    Parameters
    ----------
    first, second : Qrels

    Returns
    -------
    Agreement

    Raises
    ------
    ValueError
        A grade is not on the scale: one slip of a key ("33") would decide the weighted kappa.

    Notes
    -----
    Cohen (1968), "Weighted kappa", Psychological Bulletin 70(4).

    Examples
    --------
    >>> a = Qrels({"K1": {"x": 0, "y": 3, "z": 2}})
    >>> b = Qrels({"K1": {"x": 0, "y": 3, "z": 1}})
    >>> result = agreement(a, b)
    >>> round(result.kappa, 3), result.differing
    (0.897, (('K1', 'z', 2, 1),))
    """
    one, two = _flat(first), _flat(graded_as(second, first))
    for (profile, ad), grade in [*one.items(), *two.items()]:
        if not 0 <= grade <= HIGHEST_GRADE:
            raise ValueError(f"grades from 0 to {HIGHEST_GRADE}, not {grade} ({profile}, {ad})")
    both = sorted(one.keys() & two.keys())
    grades = [(one[pair], two[pair]) for pair in both]
    differing = [(*pair, a, b) for pair, (a, b) in zip(both, grades, strict=True) if a != b]
    return Agreement(
        n=len(both),
        same=sum(a == b for a, b in grades) / len(both) if both else None,
        kappa=_quadratic_kappa(grades),
        differing=tuple(sorted(differing, key=lambda row: (-abs(row[2] - row[3]), row[:2]))),
        only_first=len(one.keys() - two.keys()),
        only_second=len(two.keys() - one.keys()),
    )


def _flat(qrels: Qrels) -> dict[tuple[str, str], int]:
    return {(query, document): g for query, judged in qrels.grades.items() for document, g in judged.items()}


def _quadratic_kappa(grades: Sequence[tuple[int, int]]) -> float | None:
    n = len(grades)
    seen = sum((a - b) ** 2 for a, b in grades)
    # The mean squared distance of grades drawn independently, from the moments of both: no table needed.
    sums = [sum(pair[side] for pair in grades) for side in (0, 1)]
    squares = sum(a * a + b * b for a, b in grades)
    expected = squares - 2 * sums[0] * sums[1] / n if n else 0.0
    return 1 - seen / expected if expected > 0 else None


def blind_pairs(ranked: Mapping[str, Sequence[str]], *, top: int, spread: int, seed: int = 1) -> list[tuple[str, str]]:
    """Choose pairs to grade and mix them, so that a place in the list says nothing.

    Parameters
    ----------
    ranked : mapping of str to sequence of str
        Profile id → ad ids, best first.
    top : int
        Best ads of each profile to take.
    spread : int
        Further ads of each profile, drawn from the rest.
    seed : int
        Equal seeds give equal pairs in an equal order.

    Returns
    -------
    list of (str, str)
        Profile and ad; a profile's pairs stay together, profiles and ads are mixed.

    Examples
    --------
    >>> sorted(blind_pairs({"K1": ["a", "b", "c"]}, top=1, spread=1))[0]
    ('K1', 'a')
    """

    def draw(*ids: str) -> bytes:
        return hashlib.blake2b("\x1f".join((str(seed), *ids)).encode(), digest_size=16).digest()

    pairs = []
    for profile in sorted(ranked, key=draw):
        best, rest = ranked[profile][:top], sorted(ranked[profile][top:], key=lambda ad: draw("rest", profile, ad))
        pairs += [(profile, ad) for ad in sorted([*best, *rest[:spread]], key=lambda ad: draw("order", profile, ad))]
    return pairs
