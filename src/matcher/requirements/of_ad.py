"""Requirements of an ad: its text and its structured fields read as one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from matcher.calls import expect
from matcher.records import JobAd, Requirement
from matcher.requirements.context import Family
from matcher.requirements.merge import joined
from matcher.requirements.reading import Reading, RequirementReader

if TYPE_CHECKING:
    from matcher.taxonomy import Taxonomy


def standard_families(taxonomy: Taxonomy | None = None) -> tuple[Family, ...]:
    """Make the families of every kind, in the order in which their rows are looked for."""
    from matcher.requirements.conditions.family import Conditions
    from matcher.requirements.education.family import Education
    from matcher.requirements.experience.family import Experience
    from matcher.requirements.languages.family import Languages
    from matcher.requirements.papers.certificates import Certificates
    from matcher.requirements.papers.checks import Checks
    from matcher.requirements.papers.licences import Licences
    from matcher.requirements.papers.professions import Professions
    from matcher.requirements.skills.family import Skills

    return (
        Languages(), Licences(), Education(), Experience(), Professions(), Certificates(), Checks(), Conditions(),
        Skills(taxonomy),
    )  # fmt: skip


@lru_cache(maxsize=4)
def _reader(own: tuple[Family, ...], taxonomy: Taxonomy | None = None) -> RequirementReader:
    return RequirementReader((*standard_families(taxonomy), *own))


def reading_of(ad: JobAd, taxonomy: Taxonomy | None = None, *, families: Sequence[Family] = ()) -> Reading:
    """Read an ad: its requirements from text and structured fields, its language, and languages that are not read.

    Parameters
    ----------
    ad : JobAd
    taxonomy : Taxonomy, optional
        Lends the skill family its labels; the starter taxonomy by default.
    families : sequence of Family
        Families of one's own, beside the standard ones.

    Returns
    -------
    Reading

    Examples
    --------
    >>> reading_of(JobAd(id="1", text="Etsimme osaajaa, sinulla on kokemusta ja voit työskennellä meillä")).unread
    ('fi',)
    """
    if taxonomy is not None and taxonomy.is_starter:
        taxonomy = None
    reading = _reader(tuple(families), taxonomy).read(ad)
    return reading._replace(requirements=joined(reading.requirements, ad.structured))


def read_requirements(
    ad: JobAd, taxonomy: Taxonomy | None = None, *, families: Sequence[Family] = ()
) -> tuple[Requirement, ...]:
    """Read the requirements of an ad, from its text and its structured fields.

    Parameters
    ----------
    ad : JobAd
    taxonomy : Taxonomy, optional
        Lends the skill family its labels; the starter taxonomy by default.
    families : sequence of Family
        Families of one's own, beside the standard ones.

    Returns
    -------
    tuple of Requirement
        Empty if the ad states none.

    Examples
    --------
    >>> ad = JobAd(id="1", headline="Lagerarbetare", text="Truckkort krävs. Körkort är meriterande.")
    >>> [(r.kind, r.value, r.necessity, r.quote) for r in read_requirements(ad)]
    [('certificate', 'truck', 'must', 'Truckkort krävs'), ('driving_licence', 'B', 'nice', 'Körkort är meriterande')]
    """
    expect(ad, JobAd, "ad", "as in JobAd(id='1', text='Truckkort krävs.')")
    return reading_of(ad, taxonomy, families=families).requirements


def with_requirements(ad: JobAd, taxonomy: Taxonomy | None = None, *, families: Sequence[Family] = ()) -> JobAd:
    """Fill :attr:`~matcher.records.JobAd.requirements` and :attr:`~matcher.records.JobAd.language` of an ad.

    Examples
    --------
    >>> ad = with_requirements(JobAd(id="1", text="Vi söker en kock. Du har tre års erfarenhet som kock."))
    >>> ad.language, ad.requirements[0].value
    ('sv', {'years': 3, 'field': 'kock'})
    """
    return filled(ad, reading_of(ad, taxonomy, families=families))


def filled(ad: JobAd, reading: Reading) -> JobAd:
    """Fill an ad with what was read from it; its own language stays where none was found.

    Examples
    --------
    >>> ad = JobAd(id="1", text="Truckkort krävs.", language="sv")
    >>> [row.value for row in filled(ad, reading_of(ad)).requirements], filled(ad, Reading((), None)).language
    (['truck'], 'sv')
    """
    return ad.model_copy(update={"requirements": reading.requirements, "language": reading.language or ad.language})
