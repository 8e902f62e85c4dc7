"""Licences that an occupation demands by law, whether its ad says so or not.

An ad for a nurse seldom says that nurses need a licence: everybody knows, save the one who reads it as a newcomer.
What an ad *states* (:func:`~matcher.requirements.with_requirements`) stays what it states; a ranking adds this row, so
that nobody is told that they can start as a dentist tomorrow.
"""

from __future__ import annotations

import re
from functools import lru_cache

from matcher.records import BY_LAW, JobAd, Requirement
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.facts.professions import PROTECTED_TITLES, authorities, find_professions

_AUTHORITIES = frozenset({"Socialstyrelsen", "Jordbruksverket"})
"""Who licenses professions that nobody may work in without; a teacher may be employed for a time without a licence
(Skollagen 2010:800, chapter 2)."""
_BEFORE = re.compile(r"\b(at|ptp)\b|underläk|student|assist|biträd", re.I)
"""Work that is done on the way to a licence, or beside those who hold one."""
_SPOKEN_OF = re.compile(r"legitim|licen[cs]", re.I)
"""An ad that speaks of a licence has been read: what it says counts."""


def with_licence_by_law(ad: JobAd, taxonomy: Taxonomy) -> JobAd:
    """Add the licence that the ad's occupation demands by law, if the ad names the profession and no licence.

    Parameters
    ----------
    ad : JobAd
        With its requirements read and its occupation linked.
    taxonomy : Taxonomy

    Returns
    -------
    JobAd
        The same ad where there is nothing to add.

    Examples
    --------
    >>> from matcher.taxonomy import link_ad
    >>> taxonomy = Taxonomy.starter()
    >>> ad = link_ad(JobAd(id="a", headline="Tandläkare till Solna", requirements=()), taxonomy)
    >>> [(row.kind, row.value, row.source) for row in with_licence_by_law(ad, taxonomy).requirements]
    [('licensed_profession', 'tandläkare', 'law')]
    """
    rows = ad.requirements or ()
    if any(row.kind == "licensed_profession" for row in rows):
        return ad
    profession, said = _profession(ad, taxonomy), f"{ad.headline}\n{ad.text}"
    if profession is None or _BEFORE.search(ad.headline) or _SPOKEN_OF.search(said) or profession not in _named(said):
        return ad
    row = Requirement(kind="licensed_profession", value=profession, necessity="must", source=BY_LAW)
    return ad.model_copy(update={"requirements": (*rows, row)})


def _profession(ad: JobAd, taxonomy: Taxonomy) -> str | None:
    """Return the licensed profession that the ad's occupation is, by the name the taxonomy or else the ad gives it."""
    known = taxonomy.concepts.get(ad.occupation.concept or "")
    return _licensed(known.labels.get("sv", "") if known else ad.occupation.label or "")


@lru_cache(maxsize=4096)
def _licensed(label: str) -> str | None:
    """Return the profession that nobody may work in without a licence, if an occupation's label names one."""
    name = None if _BEFORE.search(label) else next(iter(_named(label)), None)
    return name if name and name not in PROTECTED_TITLES and authorities()[name] in _AUTHORITIES else None


def _named(text: str) -> list[str]:
    """Return the professions that a text names, or else that its compounds end in ("bemanningssjuksköterska")."""
    longest = sorted(authorities(), key=len, reverse=True)
    words = re.findall(r"\w+", text.casefold())
    compounds = (next((name for name in longest if word.endswith(name)), None) for word in words)
    return [name for _, _, name in find_professions(text)] + [name for name in compounds if name]
