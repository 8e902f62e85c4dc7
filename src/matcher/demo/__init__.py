"""Example people, ads and grades: all of them made up, written for the demo, the README and the examples."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matcher.evaluation import Qrels
    from matcher.records import JobAd, Profile


FILES = ("people.csv", "ads.jsonl", "judgments.jsonl", "another_persons_judgments.jsonl")
"""Names of the example files."""


def content(name: str) -> bytes:
    """Read one of the example files.

    Examples
    --------
    >>> content("people.csv")[:12]
    b'Id;Hemkommun'
    """
    return files("matcher.demo").joinpath(name).read_bytes()


@lru_cache(maxsize=1)
def example_people() -> tuple[Profile, ...]:
    """Give twelve made-up newcomers, as a caseworker's sheet describes them.

    Returns
    -------
    tuple of Profile

    Examples
    --------
    >>> people = example_people()
    >>> len(people), people[0].id
    (12, 'P01')
    """
    from matcher.readers import Source, read_profiles

    return read_profiles(Source("people.csv", content("people.csv"))).records


@lru_cache(maxsize=1)
def example_ads() -> tuple[JobAd, ...]:
    """Give twenty-five made-up ads in the shape of the JobSearch interface.

    Returns
    -------
    tuple of JobAd

    Examples
    --------
    >>> len(example_ads()), example_ads()[0].headline
    (25, 'Lokalvårdare till skolor i Huddinge')
    """
    from matcher.readers import Source, read_ads

    return read_ads(Source("ads.jsonl", content("ads.jsonl"))).records


@lru_cache(maxsize=1)
def example_judgments() -> Qrels:
    """Give a grade for each of the people with each of the ads, by hand, as ``docs/judging.md`` defines grades.

    Returns
    -------
    Qrels

    Examples
    --------
    >>> example_judgments().grades["P02"]["A02"]
    3
    """
    from matcher.evaluation import read_qrels

    with as_file(files("matcher.demo").joinpath("judgments.jsonl")) as path:
        return read_qrels(path)
