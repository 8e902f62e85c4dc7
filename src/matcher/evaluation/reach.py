"""Whose reach a kind of demand cuts: how many more ads each group could apply for if no ad made demands of that kind.

A person's reach is the number of ads whose tier is ``ready`` or ``ask``: no ``must`` is known to be unmet. A demand
that cuts one group's reach more than another's is not wrong for that, but it has to be needed for the work (indirect
discrimination: Diskrimineringslagen 2008:567, chapter 1, section 4), and a reader that sees demands where there are
none harms that group most.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from matcher.evaluation.parts import Grouping
from matcher.evaluation.uncertainty import bootstrap_interval
from matcher.ranking.gates import DEFAULT_GATES
from matcher.ranking.lookup import Lookup
from matcher.ranking.person import Person
from matcher.ranking.scorer import group_codes, tiers
from matcher.ranking.table import AdTable
from matcher.ranking.verdicts import MET, TIERS
from matcher.records import JobAd, Kind, Profile
from matcher.taxonomy import Taxonomy

EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Cut:
    """What one kind of demand takes from one group.

    Attributes
    ----------
    kind : Kind
    group : str
        ``grouping=label``, or ``everyone``.
    n : int
        People.
    reach : float
        Mean number of ads within reach.
    without : float
        The same if no ad made demands of the kind.
    cut : float
        Mean share of ``without`` that the demand takes, in [0, 1].
    low, high : float or None
        95 % bootstrap interval of ``cut``; ``None`` for fewer than five people or where it never varies.
    """

    kind: Kind
    group: str
    n: int
    reach: float
    without: float
    cut: float
    low: float | None
    high: float | None

    def to_dict(self) -> dict[str, Any]:
        """Plain data, rounded to four places."""
        return {k: round(v, 4) if isinstance(v, float) else v for k, v in asdict(self).items()}


def cut_reach(
    profiles: Sequence[Profile],
    ads: Sequence[JobAd],
    groups: Sequence[Grouping] = (),
    *,
    taxonomy: Taxonomy | None = None,
    progress: Callable[[Sequence[Profile]], Iterable[Profile]] = iter,
    seed: int = 1,
) -> tuple[Cut, ...]:
    """Take the demands of one kind out of all ads, one kind after the other, and count what comes within reach.

    Parameters
    ----------
    profiles : sequence of Profile
    ads : sequence of JobAd
    groups : sequence of Grouping
        Of people; never an input of a ranking. Whoever has no label makes a group of their own.
    taxonomy : Taxonomy, optional
    progress : callable, optional
        Wraps the people as they are gone through.
    seed : int

    Returns
    -------
    tuple of Cut
        Kinds that cut anybody's reach, the one that cuts most first; of each, everyone and then the groups, those that
        it takes most from first.

    Raises
    ------
    ValueError
        There are no people or no ads.

    Examples
    --------
    >>> from matcher.records import Requirement
    >>> needs_car = Requirement(kind="own_car", value=True, necessity="must")
    >>> ads = [JobAd(id="a", requirements=[needs_car]), JobAd(id="b", requirements=[])]
    >>> people = [Profile(id="1", own_car=True), Profile(id="2", own_car=False)]
    >>> cars = Grouping("car", {"1": "yes", "2": "no"})
    >>> [(c.group, c.reach, c.without, c.cut) for c in cut_reach(people, ads, [cars])]
    [('everyone', 1.5, 2.0, 0.25), ('car=no', 1.0, 2.0, 0.5), ('car=yes', 2.0, 2.0, 0.0)]
    """
    if not profiles or not ads:
        raise ValueError("an audit needs people and ads")
    lookup = Lookup(taxonomy or Taxonomy.starter())
    table = AdTable([lookup.prepared(ad) for ad in ads], lookup, DEFAULT_GATES)
    reached = {person.id: _reached(Person(person, lookup), table) for person in progress(profiles)}
    members = {EVERYONE: list(reached)}
    for grouping in groups:
        for label in sorted({grouping.label(i) for i in reached}):
            members[label] = [i for i in reached if grouping.label(i) == label]
    cuts = []
    for kind in table.kinds:
        of_kind = [_cut(kind, group, [reached[i] for i in ids], seed) for group, ids in members.items()]
        if of_kind[0].cut > 0:
            cuts.append([of_kind[0], *sorted(of_kind[1:], key=lambda c: (c.group.partition("=")[0], -c.cut, c.group))])
    return tuple(cut for rows in sorted(cuts, key=lambda rows: -rows[0].cut) for cut in rows)


def _reached(person: Person, table: AdTable) -> Mapping[Kind | None, int]:
    """Ads within reach as they are (``None``) and without the demands of each kind."""
    codes = group_codes(person, table)

    def count(kind: Kind | None) -> int:
        spared = np.where(table.groups.kind == table.kinds.index(kind), np.int8(MET), codes) if kind else codes
        return int((tiers(table.groups, spared) <= TIERS.index("ask")).sum())

    return {kind: count(kind) for kind in (None, *table.kinds)}


def _cut(kind: Kind, group: str, reached: Sequence[Mapping[Kind | None, int]], seed: int) -> Cut:
    shares = [1 - each[None] / each[kind] if each[kind] else 0.0 for each in reached]
    reach, without, cut = (
        math.fsum(values) / len(reached)
        for values in ([each[None] for each in reached], [each[kind] for each in reached], shares)
    )
    low, high = bootstrap_interval(shares, seed=seed) or (None, None)
    return Cut(kind, group, len(reached), reach, without, cut, low, high)
