"""How recently work must have been done, as an ad words it: "de senaste tre åren", "nyligen", "recent experience"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from matcher.ranking.lookup import Lookup
from matcher.records import Experience
from matcher.taxonomy.facts.numbers import NUMBERS

_SIGNS = ("senaste", "nylig", "aktuell erfarenhet", "recent", "last ", "past ")
_WITHIN = re.compile(
    r"(?<!\w)(?:de|det|the) (?:allra )?(?:senaste|last|past) (?:(?P<many>\d{1,2}|[a-zåäö]+) )?"
    r"(?:åren|året|years?)(?!\w)"
)
_LATELY = re.compile(
    r"(?<!\w)(?:nyligen|aktuell erfarenhet|recent(?:ly)? (?:\w+ )?(?:work )?(?:experience|worked)|recently)(?!\w)"
)
_SOON = 3
"""Years that "nyligen" and "de senaste åren" mean at most."""


def years_back(quote: str | None) -> int | None:
    """Return how many years back work counts; ``None`` where an ad says nothing of when.

    Examples
    --------
    >>> [years_back(said) for said in ("svetsat de senaste fem åren", "Recent experience in tiling", "två år i kök")]
    [5, 3, None]
    """
    low = (quote or "").casefold()
    if not any(sign in low for sign in _SIGNS):
        return None
    if said := _WITHIN.search(low):
        many = said["many"] or ""
        one = 1 if said.group().endswith(("året", "year")) else None
        return int(many) if many.isdecimal() else NUMBERS.get(many) or one or _SOON
    return _SOON if _LATELY.search(low) else None


def since(lookup: Lookup, within: int | None) -> float:
    """Return the first year that counts; none does for sure where nobody told what day it is.

    Examples
    --------
    >>> from datetime import date
    >>> from matcher.taxonomy import Taxonomy
    >>> lookup = Lookup(Taxonomy.starter(), date(2026, 5, 1))
    >>> since(lookup, 3), since(lookup, None), since(Lookup(Taxonomy.starter()), 3)
    (2023.0, -inf, inf)
    """
    if within is None:
        return -float("inf")
    return float(lookup.as_of.year - within) if lookup.as_of else float("inf")


def is_lately(jobs: Iterable[Experience], first: float) -> bool:
    """Tell whether any of some jobs is known to have gone on in a year that counts.

    Parameters
    ----------
    jobs : iterable of Experience
    first : float
        The first year that counts, minus infinity where every year does.

    Examples
    --------
    >>> [is_lately([Experience(title="kock", last_year=year)], 2022) for year in (2012, 2024, None)]
    [False, True, False]
    """
    return first == -float("inf") or any(job.last_year is not None and job.last_year >= first for job in jobs)
