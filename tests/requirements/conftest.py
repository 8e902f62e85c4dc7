"""How the tests of this folder read a text: as rows of kind, value and necessity, skills left out."""

from collections.abc import Callable
from typing import Any

import pytest

from matcher.records import JobAd, Requirement
from matcher.requirements import read_requirements

Row = tuple[str, Any, str]


@pytest.fixture(scope="session")
def requirements() -> Callable[..., tuple[Requirement, ...]]:
    """Requirements of a text, with everything that a row says."""

    def read(text: str, headline: str = "") -> tuple[Requirement, ...]:
        return read_requirements(JobAd(id="t", headline=headline, text=text))

    return read


@pytest.fixture(scope="session")
def rows(requirements: Callable[..., tuple[Requirement, ...]]) -> Callable[..., list[Row]]:
    """Rows of one kind in the order of the text, ``None`` for every kind but skill."""

    def read(text: str, kind: str | None = None, headline: str = "") -> list[Row]:
        return [
            (row.kind, row.value, row.necessity)
            for row in requirements(text, headline)
            if (row.kind == kind if kind else row.kind != "skill")
        ]

    return read
