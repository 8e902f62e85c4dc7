"""Match people's competences with jobs, with reasons: exact, explained, offline.

Nothing is imported before it is asked for, so that ``import matcher`` costs nothing.

Examples
--------
>>> from matcher import Matcher, Profile
>>> from matcher.demo import example_ads
>>> person = Profile.from_row({"id": "7", "Yrkeserfarenhet": "Kock 4 år (Syrien)", "Svenska": "B1"})
>>> best = Matcher(example_ads()).rank([person], k=5)[0].matches[0]
>>> best.id, best.score == sum(best.contributions.values())
('A02', True)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from matcher._version import __version__

if TYPE_CHECKING:
    from matcher.errors import (
        CorruptIndexError,
        InfeasiblePlanError,
        InvalidRecordError,
        MatcherError,
        MissingExtraError,
        ReadError,
        StaleIndexError,
        UnknownConceptError,
        UnknownFormatError,
        UnknownRecordError,
    )
    from matcher.evaluation import evaluate
    from matcher.explanation import explain
    from matcher.ranking import Matcher
    from matcher.readers import read_ads, read_profiles
    from matcher.records import JobAd, Profile, Requirement
    from matcher.requirements import read_requirements
    from matcher.taxonomy import Taxonomy

_HOMES = {
    "CorruptIndexError": "errors",
    "InfeasiblePlanError": "errors",
    "InvalidRecordError": "errors",
    "JobAd": "records",
    "Matcher": "ranking",
    "MatcherError": "errors",
    "MissingExtraError": "errors",
    "Profile": "records",
    "ReadError": "errors",
    "Requirement": "records",
    "StaleIndexError": "errors",
    "Taxonomy": "taxonomy",
    "UnknownConceptError": "errors",
    "UnknownFormatError": "errors",
    "UnknownRecordError": "errors",
    "evaluate": "evaluation",
    "explain": "explanation",
    "read_ads": "readers",
    "read_profiles": "readers",
    "read_requirements": "requirements",
}

__all__ = [
    "CorruptIndexError",
    "InfeasiblePlanError",
    "InvalidRecordError",
    "JobAd",
    "Matcher",
    "MatcherError",
    "MissingExtraError",
    "Profile",
    "ReadError",
    "Requirement",
    "StaleIndexError",
    "Taxonomy",
    "UnknownConceptError",
    "UnknownFormatError",
    "UnknownRecordError",
    "__version__",
    "evaluate",
    "explain",
    "read_ads",
    "read_profiles",
    "read_requirements",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'matcher' has no attribute {name!r}")
    value: object = getattr(importlib.import_module(f"matcher.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
