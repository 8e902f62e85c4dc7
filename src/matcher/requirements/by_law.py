"""Licences that an occupation demands by law, whether its ad says so or not.

An ad for a nurse seldom says that nurses need a licence: everybody knows, save the one who reads it as a newcomer.
What an ad *states* (:func:`~matcher.requirements.with_requirements`) stays what it states; a ranking adds this row, so
that nobody is told that they can start as a dentist tomorrow.
"""

from __future__ import annotations

import re

from matcher.records import BY_LAW, JobAd, Requirement
from matcher.taxonomy import Taxonomy
from matcher.taxonomy.professions import authorities, find_professions

_OPEN = frozenset({"undersköterska"})
"""Protected titles whose work anybody may do (the Swedish rule for assistant nurses since 2023-07-01)."""
_AUTHORITIES = frozenset({"Socialstyrelsen", "Jordbruksverket"})
"""Who licenses professions that nobody may work in without; a teacher may be employed for a time without a licence
(Skollagen 2010:800, chapter 2)."""
_BEFORE = re.compile(r"\b(at|ptp)\b|underläk|student|assist|biträd", re.I)
"""Work that is done on the way to a licence, or beside those who hold one."""
_SPOKEN_OF = re.compile(r"legitim|licen[cs]", re.I)
"""An ad that speaks of a licence has been read: what it says counts."""


def with_licence_by_law(ad: JobAd, taxonomy: Taxonomy) -> JobAd:
    """Add the licence that the ad's occupation demands by law, if the ad itself says nothing of a licence.

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
    profession = _profession(ad, taxonomy)
    if profession is None or _BEFORE.search(ad.headline) or _SPOKEN_OF.search(f"{ad.headline}\n{ad.text}"):
        return ad
    row = Requirement(kind="licensed_profession", value=profession, necessity="must", source=BY_LAW)
    return ad.model_copy(update={"requirements": (*rows, row)})


def _profession(ad: JobAd, taxonomy: Taxonomy) -> str | None:
    """Return the licensed profession that the ad's occupation is, by the name the taxonomy or else the ad gives it."""
    known = taxonomy.concepts.get(ad.occupation.concept or "")
    label = known.labels.get("sv", "") if known else ad.occupation.label or ""
    if _BEFORE.search(label):
        return None
    named = [name for _, _, name in find_professions(label)] or _heads(label)
    licensed = bool(named) and named[0] not in _OPEN and authorities()[named[0]] in _AUTHORITIES
    return named[0] if licensed else None


def _heads(label: str) -> list[str]:
    """Return the professions that compounds end in: a "bemanningssjuksköterska" is a nurse."""
    longest = sorted(authorities(), key=len, reverse=True)
    words = re.findall(r"\w+", label.casefold())
    return [name for word in words for name in longest if word.endswith(name)][:1]
